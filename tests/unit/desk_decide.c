#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static struct member *hoa, *an, *lan, *late;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(
        &world, "NGUYỄN THỊ HÒA|1985-03-12|female|DN4790123456789|79014|2026-01-01|2026-12-31|079185000001");
    an = world_add(&world,
                   "TRẦN VĂN AN|1990-07-01|male|GD4790123456780|79014|2026-01-01|2026-12-31|079090000002");
    lan = world_add(&world, "VÕ THỊ LAN|1960-10-10|female|HT3790123456783|79014|2026-01-01|2026-12-31|");
    late = world_add(&world, "BÙI VĂN TRỄ|1980-09-09|male|DN4790123456784|79014|2025-01-01|2025-12-31|");
}

TestSuite(desk_decide, .init = setup);

static void expect(enum verdict verdict)
{
    cr_assert_eq(world.desk.review.judgement.verdict, verdict, "%s instead of %s",
                 verdict_code(world.desk.review.judgement.verdict), verdict_code(verdict));
}

static const struct intake *saved(enum intake_status status)
{
    cr_assert_eq(world.saved_count, 1);
    cr_assert_eq(world.saved[0].status, status);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    return &world.saved[0];
}

/* Enter, armed and pressed often, writes nothing. */
static void enter_does_nothing(void)
{
    world_calm(&world, "<Enter>");
    world_calm(&world, "<Enter><Enter>");
    cr_assert_eq(world.saved_count, 0);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_not(desk_armed(&world.desk, world.now));
    cr_assert_not(desk_key_known(&world.desk, (struct key){PRESS_ENTER, 0}));
}

static void one_name_differs(void)
{
    struct member card = *hoa;
    strcpy(card.facts.name, "NGUYỄN THỊ HÓA");
    world_scan_bhyt(&world, &card);
    expect(VERDICT_IDENTITY);
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
    cr_assert_str_eq(saved(INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÒA");
}

Test(desk_decide, identity_kept_by_the_card_opens_a_difficulty)
{
    one_name_differs();
    world_calm(&world, "<Enter>  ");
    cr_assert_eq(world.desk.review.decision.choice[FIELD_NAME], CHOICE_CARD);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(saved(INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÓA");
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
    cr_assert_str_eq(saved(INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÒA");
    cr_assert_eq(world.saved[0].source[FIELD_NAME], SOURCE_PAPERS);
}

Test(desk_decide, a_safe_row_may_keep_the_card)
{
    struct member card = *hoa;
    strcpy(card.facts.facility, "79025");
    world_scan_bhyt(&world, &card);
    expect(VERDICT_MISMATCH);
    while (desk_field(&world.desk) != FIELD_FACILITY) {
        world_keys(&world, "<Down>");
    }
    world_keys(&world, " ");
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(saved(INTAKE_ADMITTED)->facts.facility, "79025");
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
    cr_assert_str_eq(world.desk.line.text, "12/03/1985x");
}

static void another_person(void)
{
    struct member card = *hoa;
    strcpy(card.facts.name, "ĐỖ VĂN LẠ");
    strcpy(card.facts.birth_date, "1971-04-04");
    world_scan_bhyt(&world, &card);
    expect(VERDICT_IDENTITY_STOP);
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
    cr_assert_str_eq(saved(INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÒA");
    cr_assert_eq(world.saved[0].source[FIELD_FACILITY], SOURCE_REGISTER);
}

Test(desk_decide, identity_stop_1_drops_the_member_and_keeps_the_card)
{
    another_person();
    enter_does_nothing();
    world_keys(&world, "1");
    expect(VERDICT_UNCHECKED);
    world_calm(&world, "<Enter>");
    const struct intake *intake = saved(INTAKE_PROVISIONAL);
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
    const struct intake *intake = saved(INTAKE_ADMITTED);
    cr_assert_str_eq(intake->reason, "seen papers");
    cr_assert_str_eq(intake->facts.name, "NGUYỄN THỊ HÒA");
    cr_assert_str_eq(intake->facts.birth_date, "1971-04-04");
    cr_assert_neq(intake->difficulty, DIFFICULTY_NONE);
}

Test(desk_decide, identity_stop_3_takes_in_by_the_card)
{
    another_person();
    world_keys(&world, "3");
    const struct intake *intake = saved(INTAKE_PROVISIONAL);
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
    expect(VERDICT_IDENTITY_STOP);
    cr_assert_str_eq(world.desk.review.card.facts.name, "HỒ THỊ KHÁC");
}

Test(desk_decide, several_persons_are_chosen_by_digit)
{
    struct member *twin = world_add(
        &world, "NGUYỄN THỊ HOA|1985-03-12|female|DN4790123456700|79014|2026-01-01|2026-12-31|079185000001");
    world_scan_cccd(&world, hoa);
    expect(VERDICT_IDENTITY_STOP);
    cr_assert_eq(world.desk.review.judgement.candidate_count, 2);
    enter_does_nothing();
    world_keys(&world, "29");
    cr_assert_eq(world.desk.mode, MODE_CANDIDATES, "there is no ninth");
    world_keys(&world, "1");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.review.answer.member_count, 1);
    cr_assert_str_eq(world.desk.review.picked, hoa->facts.number);
    world_calm(&world, "<Enter>");
    cr_assert(strstr(saved(INTAKE_ADMITTED)->reason, hoa->facts.number));
    cr_assert_str_neq(world.saved[0].facts.number, twin->facts.number);
}

Test(desk_decide, an_offered_member_is_confirmed_and_the_cccd_captured)
{
    struct member shown = *lan;
    strcpy(shown.facts.cccd, "079160000008");
    world_scan_cccd(&world, &shown);
    expect(VERDICT_UNSYNCED);
    cr_assert_eq(world.desk.review.judgement.candidate_count, 1);
    world_keys(&world, "c1");
    world_calm(&world, "<Enter>");
    const struct intake *intake = saved(INTAKE_ADMITTED);
    cr_assert_str_eq(intake->facts.number, lan->facts.number);
    cr_assert_str_eq(intake->facts.cccd, "079160000008");
    cr_assert(strstr(intake->reason, lan->facts.number));
}

Test(desk_decide, invalid_1_is_doubtful)
{
    world_scan_bhyt(&world, late);
    expect(VERDICT_INVALID);
    enter_does_nothing();
    world_keys(&world, "1");
    cr_assert_eq(saved(INTAKE_PROVISIONAL)->difficulty, DIFFICULTY_VALIDITY);
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
    saved(INTAKE_NOT_INSURED);
}

Test(desk_decide, invalid_3_says_that_there_is_no_portal)
{
    world_scan_bhyt(&world, late);
    world_keys(&world, "3");
    cr_assert_eq(world.desk.notice, FAULT_PORTAL_NONE);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert(desk_key_known(&world.desk, (struct key){PRESS_TEXT, fault_key(FAULT_PORTAL_NONE)[0]}));
}

Test(desk_decide, a_typed_number_wants_the_birth_year)
{
    world_keys(&world, "dn4 79 0123456789<Enter>");
    expect(VERDICT_FOUND);
    enter_does_nothing();
    world_keys(&world, "85");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert(world.desk.review.confirmed);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(saved(INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÒA");
}

Test(desk_decide, a_wrong_birth_year_takes_nobody_in)
{
    world_keys(&world, "DN4790123456789<Enter>86");
    cr_assert_eq(world.desk.notice, FAULT_YEAR_WRONG);
    cr_assert_not(world.desk.review.confirmed);
    enter_does_nothing();
    world_keys(&world, "8<Back><Back>85");
    cr_assert(world.desk.review.confirmed);
}

Test(desk_decide, a_typed_number_that_is_invalid_wants_the_year_too)
{
    world_keys(&world, "DN4790123456784<Enter>");
    expect(VERDICT_INVALID);
    world_keys(&world, "1");
    cr_assert_eq(world.desk.mode, MODE_YEAR);
    world_keys(&world, "80");
    cr_assert_eq(world.saved_count, 0);
    world_calm(&world, "1");
    cr_assert_str_eq(saved(INTAKE_PROVISIONAL)->facts.name, "BÙI VĂN TRỄ");
    cr_assert_eq(world.saved[0].difficulty, DIFFICULTY_VALIDITY);
}

Test(desk_decide, a_repeat_wants_a_reason)
{
    world.repeat = (struct repeat){true, "5", "08:41", "2", "Lan"};
    world_scan_bhyt(&world, hoa);
    expect(VERDICT_REPEAT);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_REASON);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_LINE_EMPTY);
    world_keys(&world, "second clinic");
    world_calm(&world, "<Enter>");
    cr_assert(saved(INTAKE_ADMITTED)->repeat);
    cr_assert_str_eq(world.saved[0].reason, "second clinic");
}

Test(desk_decide, a_typed_repeat_wants_the_year_then_the_reason)
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
    cr_assert(saved(INTAKE_ADMITTED)->repeat);
}

Test(desk_decide, another_counter_was_quicker)
{
    world_scan_bhyt(&world, hoa);
    world.save_fault = FAULT_REPEAT;
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    expect(VERDICT_REPEAT);
    world_calm(&world, "<Enter>again");
    world_calm(&world, "<Enter>");
    cr_assert(saved(INTAKE_ADMITTED)->repeat);
}

Test(desk_decide, a_full_disk_leaves_the_review)
{
    world_scan_bhyt(&world, hoa);
    world.save_fault = FAULT_PLACE_DENIED;
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.notice, FAULT_PLACE_DENIED);
    world_calm(&world, "<Enter>");
    saved(INTAKE_ADMITTED);
}

Test(desk_decide, what_cannot_be_checked_is_taken_in_provisionally)
{
    world.silent = true;
    world_scan_bhyt(&world, hoa);
    expect(VERDICT_UNCHECKED);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(saved(INTAKE_PROVISIONAL)->facts.name, "NGUYỄN THỊ HÒA");
}

Test(desk_decide, a_typed_number_nobody_knows_needs_three_facts)
{
    world_keys(&world, "DN4790000000001<Enter>");
    expect(VERDICT_NOT_FOUND);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_FORM);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_LINE_EMPTY);
    world_keys(&world, "Chu Văn Mới<Enter>1966<Enter>");
    cr_assert_eq(world.desk.step, 2);
    world_keys(&world, "1<Enter>");
    cr_assert_eq(world.saved_count, 0, "the last Enter writes, so it waits");
    world_calm(&world, "<Enter>");
    const struct intake *intake = saved(INTAKE_PROVISIONAL);
    cr_assert_str_eq(intake->facts.name, "Chu Văn Mới");
    cr_assert_str_eq(intake->facts.birth_date, "1966");
    cr_assert_str_eq(intake->facts.gender, "male");
    cr_assert_str_eq(intake->facts.number, "DN4790000000001");
    cr_assert_eq(intake->source[FIELD_NAME], SOURCE_PATIENT);
}

Test(desk_decide, a_patient_without_any_number)
{
    world_keys(&world, "<F7>Không rõ<Enter>1980<Enter>Nam");
    world_calm(&world, "<Enter>");
    const struct intake *intake = saved(INTAKE_PROVISIONAL);
    cr_assert_str_eq(intake->facts.name, "Không rõ");
    cr_assert_str_eq(intake->facts.number, "");
    cr_assert_eq(intake->kind, CARD_UNKNOWN);
}

Test(desk_decide, a_number_may_be_corrected)
{
    world_keys(&world, "DN4790000000001<Enter>");
    expect(VERDICT_NOT_FOUND);
    world_keys(&world, "sDN4790123456789<Enter>");
    expect(VERDICT_FOUND);
    cr_assert_str_eq(world.desk.review.card.facts.number, "DN4790123456789");
}

/* The card in hand stays: whom the number finds is compared with it. */
Test(desk_decide, a_number_typed_beside_a_card_is_compared_with_it)
{
    struct member card = *hoa;
    strcpy(card.facts.number, "DN4790000000001");
    world_scan_bhyt(&world, &card);
    expect(VERDICT_NOT_FOUND);
    world_keys(&world, "sGD4790123456780<Enter>");
    expect(VERDICT_IDENTITY_STOP);
    cr_assert_str_eq(world.desk.review.card.facts.name, "NGUYỄN THỊ HÒA");
}

Test(desk_decide, esc_twice_drops)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert(world.desk.said[0]);
    world_keys(&world, "<Down><Esc>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW, "another key came between");
    world_wait(&world, ESCAPE_MS);
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW, "too late");
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_WAITING);
}

Test(desk_decide, a_difficulty_is_written_and_the_review_stays)
{
    struct member card = *hoa;
    strcpy(card.facts.facility, "79025");
    world_scan_bhyt(&world, &card);
    world_keys(&world, "v");
    cr_assert_eq(world.desk.kind, DIFFICULTY_FACILITY);
    world_keys(&world, "<Tab>wrong on card");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.difficulties, 1);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.intake.difficulty, DIFFICULTY_ADDRESS);
    cr_assert_str_eq(world.desk.intake.difficulty_text, "wrong on card");
    cr_assert_eq(world.saved_count, 0);
}

Test(desk_decide, undo_shows_whose_and_wants_a_calm_enter)
{
    world_scan_bhyt(&world, hoa);
    world_calm(&world, "<Enter>");
    world_keys(&world, "<F3>");
    cr_assert_eq(world.desk.mode, MODE_UNDO);
    cr_assert(world.desk.last.name[0]);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.undone, 0);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.undone, 1);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    world_keys(&world, "<F3>");
    cr_assert_eq(world.desk.mode, MODE_WAITING, "nothing is left to undo");
    cr_assert(world.desk.said[0]);
}

Test(desk_decide, a_portal_answer_wants_a_fresh_key)
{
    struct answer answer = {.source = SOURCE_PORTAL, .member_count = 1};
    world.silent = true;
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "<Down>");
    world_wait(&world, ARM_MS);
    cr_assert(desk_armed(&world.desk, world.now));
    answer.members[0] = *hoa;
    strcpy(answer.as_of, "2026-11-22");
    desk_answer(&world.desk, &answer, world.now);
    expect(VERDICT_MATCH);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
    world_calm(&world, "<Enter>");
    saved(INTAKE_ADMITTED);
}

Test(desk_decide, keys_wait_while_saving)
{
    world_scan_bhyt(&world, hoa);
    world_wait(&world, ARM_MS);
    struct wish wish = desk_key(&world.desk, (struct key){PRESS_ENTER, 0}, world.now);
    cr_assert_eq(wish.kind, WISH_SAVE);
    struct desk before = world.desk;
    wish = desk_key(&world.desk, (struct key){PRESS_ENTER, 0}, world.now + 1000);
    cr_assert_eq(wish.kind, WISH_NONE);
    wish = desk_key(&world.desk, (struct key){PRESS_ESCAPE, 0}, world.now + 1000);
    cr_assert_eq(wish.kind, WISH_NONE);
    cr_assert_eq(world.desk.mode, before.mode);
}

Test(desk_decide, leaving_asks_once)
{
    world_keys(&world, "<F10>");
    cr_assert_eq(world.desk.mode, MODE_LEAVE);
    world_keys(&world, "<Enter>");
    cr_assert_neq(world.last.kind, WISH_LEAVE);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.last.kind, WISH_LEAVE);
}

Test(desk_decide, a_name_has_its_own_sentence)
{
    world_keys(&world, "nguyen<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_NAME_SEARCH);
    world_keys(&world, "<Esc>12<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_NUMBER_INVALID);
    cr_assert_str_eq(world.desk.line.text, "12");
}

Test(desk_decide, a_scan_in_the_search_line_is_a_scan)
{
    char payload[1024];
    world_bhyt(hoa, payload);
    world_keys(&world, payload);
    cr_assert_eq(world.desk.mode, MODE_SEARCH);
    world_keys(&world, "<Enter>");
    expect(VERDICT_MATCH);
}

/* A sentence of a finding offers a key of the review; a desk's fault one of the screen it appears on. */
Test(desk_decide, the_keys_of_sentences_work)
{
    world_keys(&world, "DN4790000000001<Enter>");
    for (enum finding finding = 0; finding < FINDING_COUNT; finding++) {
        cr_assert(!finding_key(finding)[0] || world_knows(&world.desk, finding_key(finding)), "%s",
                  finding_code(finding));
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
