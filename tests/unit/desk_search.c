/* desk_search: persons without a scan: a number typed, its birth year, the form. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static struct member *hoa, *an;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
    an = world_add(&world, WORLD_AN);
    world_add(&world, "BÙI VĂN TRỄ|1980-09-09|male|DN4790123456784|79014|2025-01-01|2025-12-31|");
}

TestSuite(desk_search, .init = setup);

Test(desk_search, a_typed_number_wants_the_birth_year)
{
    world_keys(&world, "dn4 79 0123456789<Enter>");
    world_expect(&world, VERDICT_FOUND);
    world_enter_does_nothing(&world);
    world_keys(&world, "85");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert(world.desk.review.confirmed);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÒA");
}

Test(desk_search, a_wrong_birth_year_takes_nobody_in)
{
    world_keys(&world, "DN4790123456789<Enter>86");
    cr_assert_eq(world.desk.notice, FAULT_YEAR_WRONG);
    cr_assert_not(world.desk.review.confirmed);
    world_enter_does_nothing(&world);
    world_keys(&world, "8<Back><Back>85");
    cr_assert(world.desk.review.confirmed);
}

Test(desk_search, a_typed_number_that_is_invalid_wants_the_year_too)
{
    world_keys(&world, "DN4790123456784<Enter>");
    world_expect(&world, VERDICT_INVALID);
    world_keys(&world, "1");
    cr_assert_eq(world.desk.mode, MODE_YEAR);
    world_keys(&world, "80");
    cr_assert_eq(world.saved_count, 0);
    world_calm(&world, "1");
    cr_assert_str_eq(world_saved(&world, INTAKE_PROVISIONAL)->facts.name, "BÙI VĂN TRỄ");
    cr_assert_eq(world.saved[0].difficulty, DIFFICULTY_VALIDITY);
}

Test(desk_search, a_typed_repeat_wants_the_year_then_the_reason)
{
    world.repeat = (struct repeat){true, "5", "08:41", "2", "Lan"};
    world_keys(&world, "DN4790123456789<Enter>");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_YEAR);
    world_keys(&world, "85");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_REASON);
    world_keys(&world, "again");
    world_calm(&world, "<Enter>");
    cr_assert(world_saved(&world, INTAKE_ADMITTED)->repeat);
}

Test(desk_search, a_typed_number_nobody_knows_needs_three_facts)
{
    world_keys(&world, "DN4790000000001<Enter>");
    world_expect(&world, VERDICT_NOT_FOUND);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_FORM);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_LINE_EMPTY);
    world_keys(&world, "Chu Văn Mới<Enter>1966<Enter>");
    cr_assert_eq(world.desk.step, 2);
    world_keys(&world, "1<Enter>");
    cr_assert_eq(world.saved_count, 0, "the last Enter writes, so it waits");
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_PROVISIONAL);
    cr_assert_str_eq(intake->facts.name, "Chu Văn Mới");
    cr_assert_str_eq(intake->facts.birth_date, "1966");
    cr_assert_str_eq(intake->facts.gender, "male");
    cr_assert_str_eq(intake->facts.number, "DN4790000000001");
    cr_assert_eq(intake->source[FIELD_NAME], SOURCE_PATIENT);
}

Test(desk_search, a_patient_without_any_number)
{
    world_keys(&world, "<F7>Không rõ<Enter>1980<Enter>Nam");
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_PROVISIONAL);
    cr_assert_str_eq(intake->facts.name, "Không rõ");
    cr_assert_str_eq(intake->facts.number, "");
    cr_assert_eq(intake->kind, CARD_UNKNOWN);
}

/* The form gives the birth date that no scan did. */
Test(desk_search, a_child_without_a_number_is_told_in_the_intake)
{
    world_keys(&world, "<F7>Bé Na<Enter>12/2025<Enter>Nu");
    world_calm(&world, "<Enter>");
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_PROVISIONAL);
    cr_assert(finding_has(&intake->findings, FINDING_CHILD_UNDER_SIX));
}

Test(desk_search, a_number_may_be_corrected)
{
    world_keys(&world, "DN4790000000001<Enter>");
    world_expect(&world, VERDICT_NOT_FOUND);
    world_keys(&world, "sDN4790123456789<Enter>");
    world_expect(&world, VERDICT_FOUND);
    cr_assert_str_eq(world.desk.review.card.facts.number, "DN4790123456789");
}

/* The card in hand stays: whom the number finds is compared with it. */
Test(desk_search, a_number_typed_beside_a_card_is_compared_with_it)
{
    struct member card = *hoa;
    strcpy(card.facts.number, "DN4790000000001");
    world_scan_bhyt(&world, &card);
    world_expect(&world, VERDICT_NOT_FOUND);
    world_keys(&world, "sGD4790123456780<Enter>");
    world_expect(&world, VERDICT_IDENTITY_STOP);
    cr_assert_str_eq(world.desk.review.card.facts.name, "NGUYỄN THỊ HÒA");
}

Test(desk_search, a_name_has_its_own_sentence)
{
    world_keys(&world, "khong ai<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_NAME_SEARCH);
    world_keys(&world, "<Esc>12<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_NUMBER_INVALID);
    cr_assert_str_eq(world.desk.line.text, "12");
}

Test(desk_search, a_scan_in_the_search_line_is_a_scan)
{
    char payload[1024];
    world_bhyt(hoa, payload);
    world_keys(&world, payload);
    cr_assert_eq(world.desk.mode, MODE_SEARCH);
    world_keys(&world, "<Enter>");
    world_expect(&world, VERDICT_MATCH);
}

/* ---- the box finds people ---- */

Test(desk_search, a_name_finds_whom_the_arrows_choose)
{
    world_keys(&world, "nguyen thi");
    cr_assert_eq(world.desk.found.count, 1);
    cr_assert_eq(world.desk.found_row, -1);
    world_keys(&world, "<Down><Down><Up><Up><Down><Enter>");
    world_expect(&world, VERDICT_FOUND);
    cr_assert_str_eq(world.desk.review.card.facts.number, "DN4790123456789");
    world_enter_does_nothing(&world);
    world_keys(&world, "85");
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÒA");
}

Test(desk_search, enter_opens_the_only_one_of_a_name_and_chooses_among_namesakes)
{
    world_keys(&world, "tva<Enter>");
    world_expect(&world, VERDICT_FOUND);
    cr_assert_str_eq(world.desk.review.card.facts.number, "GD4790123456780");
    world_keys(&world, "<Esc><Esc>");
    world_add(&world, "TRẦN VĂN AN|1961-02-03|male|GD4790123456700|79014|2026-01-01|2026-12-31|");
    world_keys(&world, "tran van an<Enter>");
    cr_assert_eq(world.desk.mode, MODE_SEARCH);
    cr_assert_eq(world.desk.found_row, 0);
    world_keys(&world, " 1961<Enter>");
    world_expect(&world, VERDICT_FOUND);
    cr_assert_str_eq(world.desk.review.card.facts.number, "GD4790123456700");
}

/* The Enter that chooses among namesakes may bounce, or be pressed twice by habit. */
Test(desk_search, two_quick_enters_open_no_namesake)
{
    world_add(&world, "TRẦN VĂN AN|1961-02-03|male|GD4790123456700|79014|2026-01-01|2026-12-31|");
    world_keys(&world, "tran van an<Enter><Enter><Enter>");
    cr_assert_eq(world.desk.mode, MODE_SEARCH);
    cr_assert_eq(world.desk.found_row, 0);
    world_calm(&world, "<Enter>");
    world_expect(&world, VERDICT_FOUND);
}

Test(desk_search, a_namesake_chosen_by_the_arrows_opens_at_once)
{
    world_add(&world, "TRẦN VĂN AN|1961-02-03|male|GD4790123456700|79014|2026-01-01|2026-12-31|");
    world_keys(&world, "tran van an<Enter><Down><Enter>");
    world_expect(&world, VERDICT_FOUND);
}

Test(desk_search, what_is_typed_on_asks_anew_and_chooses_nobody)
{
    world_keys(&world, "nguyen<Down>");
    cr_assert_eq(world.desk.found_row, 0);
    world_keys(&world, "q");
    cr_assert_eq(world.desk.found_row, -1);
    cr_assert_eq(world.desk.found.count, 0);
    world_keys(&world, "<Back>");
    cr_assert_eq(world.desk.found.count, 1);
    world_keys(&world, "<Left>");
    cr_assert_eq(world.desk.found.count, 1, "moving the cursor asks nothing");
    world_keys(&world, "<Esc>n");
    cr_assert_eq(world.desk.found.count, 0, "one letter is no question");
}

/* Ten digits: a BHXH number and a phone. The clerk says by the row which it is. */
Test(desk_search, ten_digits_that_are_a_phone_too_are_not_looked_up_unasked)
{
    world_add(&world, "VÕ THỊ SỐ|1970-05-05|female|DN4790912345678|79014|2026-01-01|2026-12-31|");
    world_patient(&world, WORLD_AN, "0912345678");
    world_keys(&world, "0912345678");
    cr_assert_eq(world.desk.found.count, 2);
    cr_assert(world.desk.found.rows[0].by_phone);
    cr_assert_not(world.desk.found.rows[1].by_phone);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_SEARCH);
    world_keys(&world, "<Down><Enter>");
    cr_assert_str_eq(world.desk.review.card.facts.number, "DN4790912345678");
    world_keys(&world, "<Esc><Esc>0912345678<Down><Enter>");
    cr_assert_str_eq(world.desk.review.card.facts.number, "GD4790123456780");
    world_expect(&world, VERDICT_FOUND);
}

Test(desk_search, somebody_without_a_number_is_opened_as_a_record)
{
    struct patient *patient = world_patient(&world, WORLD_AN, "0912345678");
    patient->facts.number[0] = patient->facts.cccd[0] = patient->bhxh_number[0] = '\0';
    strcpy(patient->facts.name, "Vô Danh");
    world_keys(&world, "vo danh<Down><Enter>");
    cr_assert_str_eq(world.desk.record, "11");
    cr_assert_eq(world.desk.notice, FAULT_RECORD_GONE, "the journal has no such record here");
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "svo danh<Down><Enter>");
    cr_assert_eq(world.desk.notice, FAULT_REVIEW_OPEN);
    cr_assert_eq(world.desk.mode, MODE_SEARCH);
}

Test(desk_search, a_row_chosen_beside_a_card_is_compared_with_it)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "stran van an<Down><Enter>");
    world_expect(&world, VERDICT_IDENTITY_STOP);
    cr_assert_str_eq(world.desk.review.card.facts.name, "NGUYỄN THỊ HÒA");
}

Test(desk_search, a_scan_in_the_box_forgets_whom_it_found)
{
    world_keys(&world, "nguyen");
    world_scan_bhyt(&world, an);
    cr_assert_eq(world.desk.found.count, 0);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_SEARCH, "the half typed name comes back");
    cr_assert_str_eq(world.desk.line.text, "nguyen");
    cr_assert_eq(world.desk.found.count, 1, "and finds again");
}
