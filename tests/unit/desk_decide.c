/* desk_decide: what Enter and the choices write, verdict by verdict. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static struct member *hoa, *an, *lan, *late;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
    an = world_add(&world, WORLD_AN);
    lan = world_add(&world, "VÕ THỊ LAN|1960-10-10|female|HT3790123456783|79014|2026-01-01|2026-12-31|");
    late = world_add(&world, "BÙI VĂN TRỄ|1980-09-09|male|DN4790123456784|79014|2025-01-01|2025-12-31|");
}

TestSuite(desk_decide, .init = setup);

static void one_name_differs(void)
{
    struct member card = *hoa;
    strcpy(card.facts.name, "NGUYỄN THỊ HÓA");
    world_scan_bhyt(&world, &card);
    world_expect(&world, VERDICT_IDENTITY);
}

Test(desk_decide, identity_goes_to_its_row_then_wants_a_choice)
{
    one_name_differs();
    world_keys(&world, "<End>");
    world_calm(&world, "<Enter>");
    cr_assert_eq(desk_field(&world.desk), FIELD_NAME);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
    world_keys(&world, " ");
    cr_assert_eq(world.desk.review.decision.choice[FIELD_NAME], CHOICE_SYSTEM);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0, "Enter means something else now: it waits");
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÒA");
}

Test(desk_decide, identity_kept_by_the_card_opens_a_difficulty)
{
    one_name_differs();
    world_calm(&world, "<Enter>  ");
    cr_assert_eq(world.desk.review.decision.choice[FIELD_NAME], CHOICE_CARD);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÓA");
    cr_assert_eq(world.saved[0].difficulty, DIFFICULTY_IDENTITY);
}

Test(desk_decide, identity_typed_has_its_source)
{
    one_name_differs();
    world.desk.hospital.typing = TYPING_TELEX;
    world_calm(&world, "<Enter>e");
    cr_assert_eq(world.desk.mode, MODE_EDIT);
    for (int i = 0; i < 20; i++) {
        world_keys(&world, "<Back>");
    }
    world_keys(&world, "NGUYEENX THIJ HOAF<Enter>");
    cr_assert_eq(world.desk.mode, MODE_SOURCE);
    world_keys(&world, "1");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÒA");
    cr_assert_eq(world.saved[0].source[FIELD_NAME], SOURCE_PAPERS);
}

Test(desk_decide, a_safe_row_may_keep_the_card)
{
    struct member card = *hoa;
    strcpy(card.facts.facility, "79025");
    world_scan_bhyt(&world, &card);
    world_expect(&world, VERDICT_MISMATCH);
    while (desk_field(&world.desk) != FIELD_FACILITY) {
        world_keys(&world, "<Down>");
    }
    world_keys(&world, " ");
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.facility, "79025");
    cr_assert_eq(world.saved[0].corrections[0].kind, CORRECTION_KEEP);
}

Test(desk_decide, no_way_of_typing_is_offered_where_digits_are_typed)
{
    world_scan_bhyt(&world, hoa);
    while (desk_field(&world.desk) != FIELD_BIRTH_DATE)
        world_keys(&world, "<Down>");
    world_keys(&world, "e");
    cr_assert_eq(world.desk.mode, MODE_EDIT);
    cr_assert_not(world_knows(&world.desk, "F2"));
    world_keys(&world, "<Esc><Up>e");
    cr_assert_eq(world.desk.field, FIELD_NAME);
    cr_assert(world_knows(&world.desk, "F2"));
}

Test(desk_decide, a_wrong_value_stays_in_the_line)
{
    world_scan_bhyt(&world, hoa);
    while (desk_field(&world.desk) != FIELD_BIRTH_DATE) {
        world_keys(&world, "<Down>");
    }
    world_keys(&world, "ex<Enter>");
    cr_assert_eq(world.desk.mode, MODE_EDIT);
    cr_assert_neq(world.desk.notice, FAULT_NONE);
    cr_assert_str_eq(world.desk.line.text, "x");
    world_keys(&world, "y");
    cr_assert_str_eq(world.desk.line.text, "xy");
}

Test(desk_decide, a_letter_takes_the_place_of_the_old_value_and_an_arrow_keeps_it)
{
    world_scan_bhyt(&world, hoa);
    while (desk_field(&world.desk) != FIELD_BIRTH_DATE) {
        world_keys(&world, "<Down>");
    }
    world_keys(&world, "e1984");
    cr_assert_str_eq(world.desk.line.text, "1984");
    world_keys(&world, "<Esc>e<Left><Back>7");
    cr_assert_str_eq(world.desk.line.text, "12/03/1975");
}

static void another_person(void)
{
    struct member card = *hoa;
    strcpy(card.facts.name, "ĐỖ VĂN LẠ");
    strcpy(card.facts.birth_date, "1971-04-04");
    world_scan_bhyt(&world, &card);
    world_expect(&world, VERDICT_IDENTITY_STOP);
}

/* Otherwise the card's year, which stood on the screen, would let another person's birth date in. */
Test(desk_decide, the_papers_year_is_not_written_over_by_the_systems)
{
    another_person();
    world_keys(&world, "21971vì sao<Enter>");
    cr_assert(world.desk.review.same);
    while (desk_field(&world.desk) != FIELD_BIRTH_DATE) {
        world_keys(&world, "<Down>");
    }
    world_keys(&world, " ");
    cr_assert_eq(world.desk.notice, FAULT_YEAR_PAPER);
    cr_assert_eq(world.desk.review.decision.choice[FIELD_BIRTH_DATE], CHOICE_CARD);
}

Test(desk_decide, what_the_clerk_made_of_another_person_is_in_the_record)
{
    another_person();
    world_keys(&world, "3");
    cr_assert_eq(world.saved_count, 1);
    cr_assert_eq(world.saved[0].difficulty, DIFFICULTY_IDENTITY);
    another_person();
    world_keys(&world, "1");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 2);
    cr_assert(strlen(world.saved[1].reason) > 0);
    cr_assert_eq(world.saved[1].status, INTAKE_PROVISIONAL);
}

/* "By the card" was for the save that failed; the next choice is a new one. */
Test(desk_decide, a_failed_save_by_the_card_leaves_no_choice_behind)
{
    another_person();
    world.save_fault = FAULT_STORE_BUSY;
    world_calm(&world, "3");
    cr_assert_eq(world.saved_count, 0);
    world_calm(&world, "2");
    world_calm(&world, "1985married<Enter>");
    world_calm(&world, " ");
    world_calm(&world, "<Down> ");
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÒA");
    cr_assert_eq(world.saved[0].source[FIELD_FACILITY], SOURCE_REGISTER);
}

Test(desk_decide, identity_stop_1_drops_the_member_and_keeps_the_card)
{
    another_person();
    world_enter_does_nothing(&world);
    world_keys(&world, "1");
    world_expect(&world, VERDICT_UNCHECKED);
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_PROVISIONAL);
    cr_assert_str_eq(intake->facts.name, "ĐỖ VĂN LẠ");
    cr_assert_str_eq(intake->facts.cccd, "", "nothing of the other person");
}

Test(desk_decide, identity_stop_2_wants_the_year_of_the_paper_and_a_reason)
{
    another_person();
    world_keys(&world, "21999");
    cr_assert_eq(world.desk.mode, MODE_SAME);
    cr_assert_eq(world.desk.notice, FAULT_YEAR_OTHER);
    world_keys(&world, "1971<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_LINE_EMPTY);
    world_keys(&world, "seen papers<Enter>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert(world.desk.review.same);
    world_calm(&world, "<Enter>");
    cr_assert_eq(desk_field(&world.desk), FIELD_NAME);
    world_keys(&world, " ");
    world_calm(&world, "<Enter>");
    cr_assert_eq(desk_field(&world.desk), FIELD_BIRTH_DATE);
    world_keys(&world, "  ");
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_ADMITTED);
    cr_assert_str_eq(intake->reason, "seen papers");
    cr_assert_str_eq(intake->facts.name, "NGUYỄN THỊ HÒA");
    cr_assert_str_eq(intake->facts.birth_date, "1971-04-04");
    cr_assert_neq(intake->difficulty, DIFFICULTY_NONE);
}

Test(desk_decide, identity_stop_3_takes_in_by_the_card)
{
    another_person();
    world_keys(&world, "3");
    const struct intake *intake = world_saved(&world, INTAKE_PROVISIONAL);
    cr_assert_str_eq(intake->facts.name, "ĐỖ VĂN LẠ");
    cr_assert_str_eq(intake->facts.birth_date, "1971-04-04");
}

Test(desk_decide, a_digit_that_bounces_writes_once)
{
    struct member stranger = *an;
    another_person();
    strcpy(stranger.facts.name, "HỒ THỊ KHÁC");
    strcpy(stranger.facts.birth_date, "1950-01-01");
    world_scan_bhyt(&world, &stranger);
    world_keys(&world, "1");
    world_keys(&world, "33");
    cr_assert_eq(world.saved_count, 1);
    world_expect(&world, VERDICT_IDENTITY_STOP);
    cr_assert_str_eq(world.desk.review.card.facts.name, "HỒ THỊ KHÁC");
}

Test(desk_decide, several_persons_are_chosen_by_digit)
{
    struct member *twin = world_add(
        &world, "NGUYỄN THỊ HOA|1985-03-12|female|DN4790123456700|79014|2026-01-01|2026-12-31|079185000001");
    world_scan_cccd(&world, hoa);
    world_expect(&world, VERDICT_IDENTITY_STOP);
    cr_assert_eq(world.desk.review.judgement.candidate_count, 2);
    world_enter_does_nothing(&world);
    world_keys(&world, "29");
    cr_assert_eq(world.desk.mode, MODE_CANDIDATES, "there is no ninth");
    world_keys(&world, "1");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.review.answer.member_count, 1);
    cr_assert_str_eq(world.desk.review.picked, hoa->facts.number);
    world_calm(&world, "<Enter>");
    cr_assert(strstr(world_saved(&world, INTAKE_ADMITTED)->reason, hoa->facts.number));
    cr_assert_str_neq(world.saved[0].facts.number, twin->facts.number);
}

Test(desk_decide, an_offered_member_is_confirmed_and_the_cccd_captured)
{
    struct member shown = *lan;
    strcpy(shown.facts.cccd, "079160000008");
    world_scan_cccd(&world, &shown);
    world_expect(&world, VERDICT_UNSYNCED);
    cr_assert_eq(world.desk.review.judgement.candidate_count, 1);
    world_keys(&world, "c1");
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_ADMITTED);
    cr_assert_str_eq(intake->facts.number, lan->facts.number);
    cr_assert_str_eq(intake->facts.cccd, "079160000008");
    cr_assert(strstr(intake->reason, lan->facts.number));
}

Test(desk_decide, invalid_1_is_doubtful)
{
    world_scan_bhyt(&world, late);
    world_expect(&world, VERDICT_INVALID);
    world_enter_does_nothing(&world);
    world_keys(&world, "1");
    cr_assert_eq(world_saved(&world, INTAKE_PROVISIONAL)->difficulty, DIFFICULTY_VALIDITY);
}

Test(desk_decide, invalid_2_asks_once_more)
{
    world_scan_bhyt(&world, late);
    world_keys(&world, "2");
    cr_assert_eq(world.desk.mode, MODE_CONFIRM);
    world_keys(&world, "<Enter>2<Esc>");
    cr_assert_eq(world.saved_count, 0);
    world_keys(&world, "2");
    world_calm(&world, "<Enter>");
    world_saved(&world, INTAKE_NOT_INSURED);
}

Test(desk_decide, invalid_3_says_that_there_is_no_portal)
{
    world_scan_bhyt(&world, late);
    world_keys(&world, "3");
    cr_assert_eq(world.desk.notice, FAULT_PORTAL_NONE);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert(desk_key_known(&world.desk, (struct key){PRESS_TEXT, fault_key(FAULT_PORTAL_NONE)[0]}));
}

Test(desk_decide, a_repeat_wants_a_reason)
{
    world.repeat = (struct repeat){true, "5", "08:41", "2", "Lan"};
    world_scan_bhyt(&world, hoa);
    world_expect(&world, VERDICT_REPEAT);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_REASON);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_LINE_EMPTY);
    world_keys(&world, "second clinic");
    world_calm(&world, "<Enter>");
    cr_assert(world_saved(&world, INTAKE_ADMITTED)->repeat);
    cr_assert_str_eq(world.saved[0].reason, "second clinic");
}

Test(desk_decide, another_counter_was_quicker)
{
    world_scan_bhyt(&world, hoa);
    world.save_fault = FAULT_REPEAT;
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    world_expect(&world, VERDICT_REPEAT);
    world_calm(&world, "<Enter>again");
    world_calm(&world, "<Enter>");
    cr_assert(world_saved(&world, INTAKE_ADMITTED)->repeat);
}

Test(desk_decide, what_cannot_be_checked_is_taken_in_provisionally)
{
    world.silent = true;
    world_scan_bhyt(&world, hoa);
    world_expect(&world, VERDICT_UNCHECKED);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_PROVISIONAL)->facts.name, "NGUYỄN THỊ HÒA");
}

/* A sentence of a finding offers a key of the review; a desk's fault one of the screen it appears on. (That
 * of a renamed address wants an address: desk_address.) */
Test(desk_decide, the_keys_of_sentences_work)
{
    world_keys(&world, "DN4790000000001<Enter>");
    for (enum finding finding = 0; finding < FINDING_COUNT; finding++) {
        cr_assert(!finding_key(finding)[0] || finding == FINDING_ADDRESS_RENAMED ||
                      world_knows(&world.desk, finding_key(finding)),
                  "%s", finding_code(finding));
    }
    lan->facts.birth_date[0] = '\0';
    world_keys(&world, "sHT3790123456783<Enter>60");
    cr_assert_eq(world.desk.notice, FAULT_YEAR_UNKNOWN);
    cr_assert(world_knows(&world.desk, fault_key(FAULT_YEAR_UNKNOWN)));
    world_keys(&world, "p");
    cr_assert_eq(world.desk.mode, MODE_FORM);
    world_keys(&world, "<Esc><Esc><Esc>");
    another_person();
    world_keys(&world, "21999");
    cr_assert(world_knows(&world.desk, fault_key(FAULT_YEAR_OTHER)));
    world_scan_bhyt(&world, an);
    world_keys(&world, "2");
    cr_assert_eq(world.desk.notice, FAULT_NOT_SAME);
    cr_assert(world_knows(&world.desk, fault_key(FAULT_NOT_SAME)));
}
