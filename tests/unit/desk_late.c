/* desk_late: the list chưa kiểm tra, and a record of it opened, corrected, left as it is, or put back by a scan. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static struct member *hoa;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
    world_portal(&world);
}

TestSuite(desk_late, .init = setup);

/* Taken in by a card of another facility while nobody could say better; the register says it by now. */
static void open_moved(void)
{
    struct intake intake = {.status = INTAKE_PROVISIONAL, .kind = CARD_BHYT, .check = true};
    intake.card = hoa->facts;
    intake.card.cccd[0] = '\0';
    strcpy(intake.card.facility, "79031");
    intake.facts = intake.card;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        intake.source[field] = facts_get(&intake.card, field)[0] ? SOURCE_CARD : SOURCE_NONE;
    }
    strcpy(intake.contact.phone, "0912345678");
    strcpy(intake.reason, "đau bụng");
    world_late(&world, &intake);
}

Test(desk_late, opens_a_record_with_its_day_and_phone)
{
    open_moved();
    const struct late_review *late = &world.desk.review.late;
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_str_eq(late->id, "7");
    cr_assert_str_eq(late->day, "2026-11-20");
    cr_assert_str_eq(late->time, "08:41");
    cr_assert_str_eq(late->held.contact.phone, "0912345678");
    cr_assert_eq(world.asked[ASK_MEMBER], 1, "nobody told its answer yet");
}

Test(desk_late, enter_corrects_the_record_under_its_id)
{
    open_moved();
    world_expect(&world, VERDICT_MISMATCH);
    cr_assert_eq(desk_enter(&world.desk), ENTER_REVISE);
    cr_assert(world_knows(&world.desk, "Enter"));
    world_hear(&world, "000", WORLD_HOA);
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_ADMITTED);
    cr_assert_str_eq(intake->of, "7");
    cr_assert_str_eq(intake->facts.facility, "79014");
    cr_assert_str_eq(intake->reason, "đau bụng");
    cr_assert_str_eq(intake->contact.phone, "0912345678");
    cr_assert_not(intake->check);
    cr_assert_not(intake->repeat);
}

Test(desk_late, its_own_intake_is_no_repeat)
{
    world.repeat = (struct repeat){true, "7", "08:41", "1", "Lan"};
    open_moved();
    world_expect(&world, VERDICT_MISMATCH);
}

Test(desk_late, is_judged_for_the_day_it_was_taken_in)
{
    strcpy(hoa->facts.valid_to, "2026-11-21");
    open_moved();
    cr_assert_str_eq(desk_day(&world.desk), "2026-11-20");
    world_expect(&world, VERDICT_MISMATCH);
}

Test(desk_late, x_leaves_it_as_it_is_after_a_reason)
{
    open_moved();
    world_keys(&world, "x");
    cr_assert_eq(world.desk.mode, MODE_REASON);
    world_keys(&world, "đã hỏi");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.closed, 1);
    cr_assert_eq(world.saved_count, 0);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
}

Test(desk_late, escape_leaves_it_on_the_list)
{
    open_moved();
    world_keys(&world, "<Esc><Esc>");
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    cr_assert_eq(world.closed + world.saved_count, 0);
}

Test(desk_late, a_scan_goes_first)
{
    open_moved();
    world_scan_bhyt(&world, world_add(&world, WORLD_AN));
    cr_assert_eq(world.desk.review.late.id[0], '\0');
    cr_assert_str_eq(world.desk.review.card.facts.name, "TRẦN VĂN AN");
    cr_assert_eq(world.desk.queue_count, 0);
    cr_assert(strstr(world.desk.said, "NGUYỄN THỊ HÒA"), "it is said aloud: %s", world.desk.said);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved[0].of[0], '\0');
}

/* She may have come for another visit. */
Test(desk_late, a_scan_of_the_same_person_goes_first_too)
{
    open_moved();
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(world.desk.review.late.id[0], '\0');
    cr_assert_eq(world.desk.review.scan_count, 1);
}

Test(desk_late, waits_for_the_open_review)
{
    world_scan_bhyt(&world, hoa);
    world.desk.late_count = world.desk.late_total = 1;
    strcpy(world.desk.late[0].id, "7");
    world_keys(&world, "<F9><Enter>");
    cr_assert_eq(world.desk.mode, MODE_LATE);
    cr_assert_eq(world.desk.notice, FAULT_REVIEW_OPEN);
}

Test(desk_late, a_record_that_is_gone_says_so)
{
    world.desk.late_count = world.desk.late_total = 1;
    world_keys(&world, "<F9><Enter>");
    cr_assert_eq(world.desk.notice, FAULT_RECORD_GONE);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
}

Test(desk_late, what_another_counter_settled_is_closed)
{
    open_moved();
    world.save_fault = FAULT_LATE_DONE;
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    cr_assert_eq(world.desk.notice, FAULT_LATE_DONE);
    cr_assert_not(world.desk.open);
}

Test(desk_late, is_not_in_a_draft)
{
    static char draft[DRAFT_MAX];
    open_moved();
    cr_assert_eq(desk_draft(&world.desk, draft, sizeof draft), 0);
}

/* The list works itself off while it is looked at: Enter opens the record that was under the cursor. */
Test(desk_late, the_cursor_stays_on_its_record)
{
    world.desk.late_count = world.desk.late_total = 3;
    strcpy(world.desk.late[0].id, "a");
    strcpy(world.desk.late[1].id, "b");
    strcpy(world.desk.late[2].id, "c");
    world_keys(&world, "<F9>");
    desk_late_listed(&world.desk, world.now);
    world_keys(&world, "<Down><Down>");
    world.desk.late_count = world.desk.late_total = 2;
    strcpy(world.desk.late[0].id, "b");
    strcpy(world.desk.late[1].id, "c");
    desk_late_listed(&world.desk, world.now);
    cr_assert_eq(world.desk.late_row, 1);
    world.desk.late_count = world.desk.late_total = 1;
    desk_late_listed(&world.desk, world.now);
    cr_assert_eq(world.desk.late_row, 0);
}

/* A name typed from the patient's mouth, which the portal writes with its marks. */
Test(desk_late, what_was_typed_and_fits_is_the_systems)
{
    struct intake intake = {.status = INTAKE_PROVISIONAL, .kind = CARD_NUMBER, .check = true};
    strcpy(intake.card.number, hoa->facts.number);
    intake.facts = intake.card;
    strcpy(intake.facts.name, "NGUYEN THI HOA");
    strcpy(intake.facts.birth_date, "1985-03-12");
    intake.source[FIELD_NUMBER] = SOURCE_CARD;
    intake.source[FIELD_NAME] = intake.source[FIELD_BIRTH_DATE] = SOURCE_PATIENT;
    world_late(&world, &intake);
    cr_assert(world.desk.review.confirmed, "name and birth date fit");
    cr_assert_eq(desk_enter(&world.desk), ENTER_REVISE);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.name, "NGUYỄN THỊ HÒA");
}

/* A typed number whose birth year was given at the counter: nobody is here to be asked again. */
Test(desk_late, the_birth_year_given_then_counts)
{
    struct intake intake = {.status = INTAKE_ADMITTED, .kind = CARD_NUMBER, .check = true};
    strcpy(intake.card.number, hoa->facts.number);
    intake.facts = hoa->facts;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        intake.source[field] = facts_get(&intake.facts, field)[0] ? SOURCE_REGISTER : SOURCE_NONE;
    }
    intake.source[FIELD_NUMBER] = SOURCE_CARD;
    world_late(&world, &intake);
    cr_assert(world.desk.review.confirmed);
    cr_assert_eq(world.desk.review.decision.choice[FIELD_NAME], CHOICE_PROPOSED);
    cr_assert_eq(world.asked[ASK_MEMBER], 1);
    cr_assert_eq(desk_enter(&world.desk), ENTER_LEAVE, "nothing to correct, and no answer yet");
}

/* The number may be another person's. */
Test(desk_late, a_birth_year_that_does_not_fit_is_asked)
{
    struct intake intake = {.status = INTAKE_PROVISIONAL, .kind = CARD_NUMBER, .check = true};
    strcpy(intake.card.number, hoa->facts.number);
    intake.facts = intake.card;
    strcpy(intake.facts.name, "LÊ VĂN BÌNH");
    strcpy(intake.facts.birth_date, "1970-05-06");
    intake.source[FIELD_NUMBER] = SOURCE_CARD;
    intake.source[FIELD_NAME] = intake.source[FIELD_BIRTH_DATE] = SOURCE_PATIENT;
    world_late(&world, &intake);
    cr_assert_not(world.desk.review.confirmed);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
}

/* Taken in by the register's word, before the portal answered. */
static void open_right(void)
{
    struct intake intake = {.status = INTAKE_ADMITTED, .kind = CARD_BHYT, .check = true};
    intake.card = intake.facts = hoa->facts;
    strcpy(intake.card.facility, "79031");
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        intake.source[field] = facts_get(&intake.facts, field)[0] ? SOURCE_CARD : SOURCE_NONE;
    }
    intake.source[FIELD_FACILITY] = SOURCE_REGISTER;
    strcpy(intake.contact.phone, "0912345678");
    strcpy(intake.as_of, "2099-12-31");
    world_late(&world, &intake);
}

/* The card says otherwise than the system, and the record does not. */
Test(desk_late, a_record_that_is_right_is_closed_and_not_revised)
{
    open_right();
    world_hear(&world, "000", WORLD_HOA);
    world_expect(&world, VERDICT_MISMATCH);
    cr_assert_eq(desk_differences(&world.desk), 0);
    cr_assert_eq(desk_enter(&world.desk), ENTER_CLOSE);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.closed, 1);
    cr_assert_eq(world.saved_count, 0);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    cr_assert(strstr(world.desk.said, "NGUYỄN THỊ HÒA"), "%s", world.desk.said);
}

/* A portal that is silent agrees with nobody. */
Test(desk_late, a_record_that_nobody_answered_stays_on_the_list)
{
    open_right();
    cr_assert_eq(desk_enter(&world.desk), ENTER_LEAVE);
    world_trouble(&world, TROUBLE_TIMEOUT);
    cr_assert_eq(desk_enter(&world.desk), ENTER_LEAVE);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.closed + world.saved_count, 0);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
}

/* As the list itself does (recheck.h), but not while the answer is on its way. */
Test(desk_late, a_newer_register_answers_where_the_portal_does_not)
{
    open_right();
    strcpy(world.desk.review.late.held.as_of, "2026-01-01");
    cr_assert_eq(desk_enter(&world.desk), ENTER_LEAVE);
    world_trouble(&world, TROUBLE_TIMEOUT);
    cr_assert_eq(desk_enter(&world.desk), ENTER_CLOSE);
}

Test(desk_late, a_number_the_portal_does_not_know_is_not_agreed)
{
    open_right();
    world_hear(&world, "050", NULL);
    cr_assert_neq(desk_enter(&world.desk), ENTER_CLOSE);
}

Test(desk_late, what_the_clerk_changes_makes_a_revision)
{
    open_right();
    world_hear(&world, "000", WORLD_HOA);
    world_keys(&world, "l<End>1<Enter>");
    cr_assert_str_eq(world.desk.review.contact.phone, "09123456781");
    cr_assert_eq(desk_differences(&world.desk), 1);
    cr_assert_eq(desk_enter(&world.desk), ENTER_REVISE);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world_saved(&world, INTAKE_ADMITTED)->of[0], '7');
}

Test(desk_late, differences_are_the_records_and_not_the_cards)
{
    open_right();
    strcpy(world.desk.review.late.held.facts.facility, "79025");
    strcpy(world.desk.review.late.held.facts.valid_to, "2025-12-31");
    world_hear(&world, "000", WORLD_HOA);
    cr_assert_eq(world.desk.review.judgement.safe_count, 1, "of the card");
    cr_assert_eq(desk_differences(&world.desk), 2);
}

/* Its reason is not there twice when it is tried again. */
Test(desk_late, what_could_not_be_closed_is_as_it_was)
{
    open_right();
    world_hear(&world, "000", WORLD_HOA);
    world.save_fault = FAULT_STORE_BUSY;
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.closed, 0);
    cr_assert_eq(world.desk.notice, FAULT_STORE_BUSY);
    cr_assert_str_eq(world.desk.review.decision.reason, "");
    cr_assert_eq(desk_enter(&world.desk), ENTER_CLOSE);
}
