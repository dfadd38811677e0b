/* desk_portal: the portal answers before Enter, after it, never; the same, something else, or nothing of use. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static struct member *hoa;

/* The portal knows another facility of hers. */
#define HOA_MOVED "NGUYỄN THỊ HÒA|1985-03-12|female|DN4790123456789|79025|2026-01-01|2026-12-31|"
/* A person the register does not hold. */
#define BINH "LÊ VĂN BÌNH|1970-05-06|male|DN4790123456799|79014|2026-01-01|2026-12-31|"

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
    world_portal(&world);
}

TestSuite(desk_portal, .init = setup);

static enum inquiry_state state(void)
{
    return world.desk.review.inquiry.state;
}

static const struct intake *saved(void)
{
    cr_assert_eq(world.saved_count, 1);
    return &world.saved[0];
}

Test(desk_portal, a_card_is_asked_about_at_once)
{
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(world.asked[ASK_MEMBER], 1);
    cr_assert_eq(state(), INQUIRY_OUT);
    cr_assert_str_eq(world.question.number, "DN4790123456789");
    cr_assert_str_eq(world.question.name, "NGUYỄN THỊ HÒA");
    cr_assert_str_eq(world.question.birth_date, "1985-03-12");
}

Test(desk_portal, nobody_is_asked_without_a_portal)
{
    world.desk.hospital.portal = false;
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "r");
    cr_assert_eq(world.asked[ASK_MEMBER], 0);
    world_calm(&world, "<Enter>");
    cr_assert_not(saved()->check);
}

Test(desk_portal, an_answer_before_enter_says_the_same)
{
    world_scan_bhyt(&world, hoa);
    world_wait(&world, ARM_MS);
    world_hear(&world, "000", WORLD_HOA);
    cr_assert_eq(state(), INQUIRY_ANSWERED);
    cr_assert(desk_armed(&world.desk, world.now), "nothing changed: the finger may go on");
    world_keys(&world, "<Enter>");
    cr_assert_eq(saved()->status, INTAKE_ADMITTED);
    cr_assert_not(saved()->check);
    cr_assert_eq(saved()->checked, SOURCE_PORTAL);
}

Test(desk_portal, an_answer_after_enter_finds_no_review)
{
    world_scan_bhyt(&world, hoa);
    world_calm(&world, "<Enter>");
    cr_assert(saved()->check, "the list asks again");
    cr_assert(question_same(&saved()->question, &world.question));
    world_hear(&world, "000", HOA_MOVED);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
}

Test(desk_portal, an_answer_that_never_comes_holds_up_nobody)
{
    world_scan_bhyt(&world, hoa);
    world_wait(&world, 60000);
    cr_assert(desk_armed(&world.desk, world.now));
    world_keys(&world, "<Enter>");
    cr_assert_eq(saved()->status, INTAKE_ADMITTED);
    cr_assert(saved()->check);
}

Test(desk_portal, trouble_changes_nothing_but_the_list)
{
    world_scan_bhyt(&world, hoa);
    world_wait(&world, ARM_MS);
    world_trouble(&world, TROUBLE_TIMEOUT);
    cr_assert_eq(state(), INQUIRY_FAILED);
    world_expect(&world, VERDICT_MATCH);
    cr_assert(desk_armed(&world.desk, world.now));
    world_keys(&world, "<Enter>");
    cr_assert(saved()->check);
}

Test(desk_portal, a_changed_proposal_under_the_finger_needs_a_fresh_key)
{
    world_scan_bhyt(&world, hoa);
    world_wait(&world, ARM_MS);
    cr_assert(desk_armed(&world.desk, world.now));
    world_hear(&world, "000", HOA_MOVED);
    world_expect(&world, VERDICT_MISMATCH);
    world.now++;
    world_carry_out(&world, desk_key(&world.desk, (struct key){PRESS_ENTER, 0}, world.now));
    cr_assert_eq(world.saved_count, 0);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(saved()->facts.facility, "79025");
    cr_assert_eq(saved()->source[FIELD_FACILITY], SOURCE_PORTAL);
    cr_assert_not(saved()->check);
}

/* 1, 3 and p write without being armed. */
Test(desk_portal, a_letter_meant_for_the_proposal_before_does_nothing)
{
    world_scan_bhyt(&world, hoa);
    world_wait(&world, ARM_MS);
    world_hear(&world, "110", WORLD_HOA);
    world_expect(&world, VERDICT_INVALID);
    world.now++;
    world_carry_out(&world, desk_key(&world.desk, (struct key){PRESS_TEXT, '1'}, world.now));
    cr_assert_eq(world.saved_count, 0);
    world_calm(&world, "1");
    cr_assert_eq(saved()->status, INTAKE_PROVISIONAL);
}

Test(desk_portal, the_cursor_and_what_is_typed_stay)
{
    world_scan_bhyt(&world, hoa);
    while (desk_field(&world.desk) != FIELD_ADDRESS) {
        world_keys(&world, "<Down>");
    }
    world_keys(&world, "e9 Lê");
    world_hear(&world, "000", HOA_MOVED);
    cr_assert_eq(world.desk.mode, MODE_EDIT);
    cr_assert_str_eq(world.desk.line.text, "9 Lê");
    world_keys(&world, "<Esc>");
    cr_assert_eq(desk_field(&world.desk), FIELD_ADDRESS);
}

Test(desk_portal, what_the_clerk_chose_stays_unless_its_value_changed)
{
    struct member card = *hoa;
    strcpy(card.facts.facility, "79031");
    strcpy(card.facts.valid_to, "2026-10-31");
    world_scan_bhyt(&world, &card);
    while (desk_field(&world.desk) != FIELD_FACILITY) {
        world_keys(&world, "<Down>");
    }
    world_keys(&world, " ");
    world_hear(&world, "000", WORLD_HOA);
    cr_assert_eq(world.desk.review.decision.choice[FIELD_FACILITY], CHOICE_CARD);
    setup();
    world_scan_bhyt(&world, &card);
    while (desk_field(&world.desk) != FIELD_FACILITY) {
        world_keys(&world, "<Down>");
    }
    world_keys(&world, " ");
    world_hear(&world, "000", HOA_MOVED);
    cr_assert_eq(world.desk.review.decision.choice[FIELD_FACILITY], CHOICE_PROPOSED);
}

Test(desk_portal, a_reply_counts_once_and_only_to_the_newest_question)
{
    static struct desk before;
    world_scan_bhyt(&world, hoa);
    int first = world.tickets[ASK_MEMBER];
    world_trouble(&world, TROUBLE_TIMEOUT);
    world_keys(&world, "r");
    cr_assert_eq(world.asked[ASK_MEMBER], 2);
    int second = world.tickets[ASK_MEMBER];
    world.tickets[ASK_MEMBER] = first;
    before = world.desk;
    world_hear(&world, "110", WORLD_HOA);
    cr_assert_eq(memcmp(&before, &world.desk, sizeof before), 0, "the first question is given up");
    world.tickets[ASK_MEMBER] = second;
    world_hear(&world, "000", WORLD_HOA);
    before = world.desk;
    world_hear(&world, "110", WORLD_HOA);
    cr_assert_eq(memcmp(&before, &world.desk, sizeof before), 0, "it was answered already");
}

Test(desk_portal, a_reply_to_a_closed_review_is_not_the_next_ones)
{
    world_scan_bhyt(&world, hoa);
    int ticket = world.tickets[ASK_MEMBER];
    world_keys(&world, "<Esc><Esc>");
    world_scan_bhyt(&world, world_add(&world, WORLD_AN));
    world.tickets[ASK_MEMBER] = ticket;
    world_hear(&world, "110", WORLD_HOA);
    cr_assert_eq(state(), INQUIRY_OUT);
    world_expect(&world, VERDICT_MATCH);
}

Test(desk_portal, a_second_scan_of_the_person_is_not_asked_about_again)
{
    world_scan_bhyt(&world, hoa);
    world_hear(&world, "000", HOA_MOVED);
    world_scan_cccd(&world, hoa);
    cr_assert_eq(world.asked[ASK_MEMBER], 1);
    cr_assert_eq(state(), INQUIRY_ANSWERED);
    world_expect(&world, VERDICT_MISMATCH);
    cr_assert_str_eq(world.desk.review.judgement.system.facility, "79025",
                     "what the portal said still holds");
}

Test(desk_portal, only_the_unsure_are_asked_where_the_hospital_says_so)
{
    struct member card = *hoa;
    world.desk.hospital.portal_when = ASK_UNSURE;
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(world.asked[ASK_MEMBER], 0);
    world_calm(&world, "<Enter>");
    cr_assert_not(saved()->check, "nobody meant to ask");
    strcpy(card.facts.facility, "79031");
    world_scan_bhyt(&world, &card);
    cr_assert_eq(world.asked[ASK_MEMBER], 1);
}

Test(desk_portal, by_key_alone_where_the_hospital_says_so)
{
    world.desk.hospital.portal_when = ASK_BY_KEY;
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(world.asked[ASK_MEMBER], 0);
    world_keys(&world, "r");
    cr_assert_eq(world.asked[ASK_MEMBER], 1);
    world_calm(&world, "<Enter>");
    cr_assert(saved()->check);
}

Test(desk_portal, a_typed_number_is_asked_about_when_its_year_fits)
{
    world_keys(&world, "DN4790123456789<Enter>");
    cr_assert_eq(world.asked[ASK_MEMBER], 0, "whoever has this number may be another person");
    world_keys(&world, "85");
    cr_assert_eq(world.asked[ASK_MEMBER], 1);
    cr_assert_str_eq(world.question.name, "NGUYỄN THỊ HÒA");
}

Test(desk_portal, a_typed_number_that_nobody_knows_goes_through_the_form)
{
    world_keys(&world, "DN4790123456799<Enter>");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_FORM);
    world_keys(&world, "LE VAN BINH<Enter>06051970<Enter>1");
    cr_assert(world_knows(&world.desk, "Enter"));
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0, "the portal is asked first");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_str_eq(world.question.name, "LE VAN BINH");
    world_hear(&world, "000", BINH);
    world_calm(&world, "<Enter>");
    cr_assert_eq(saved()->status, INTAKE_ADMITTED);
    cr_assert_str_eq(saved()->facts.name, "LÊ VĂN BÌNH", "as the assessment data writes it");
    cr_assert_not(saved()->check);
}

Test(desk_portal, enter_before_the_answer_takes_a_typed_number_in_provisionally)
{
    world_keys(&world, "DN4790123456799<Enter>");
    world_calm(&world, "<Enter>");
    world_keys(&world, "LE VAN BINH<Enter>06051970<Enter>1");
    world_calm(&world, "<Enter>");
    world_calm(&world, "<Enter>");
    cr_assert_eq(saved()->status, INTAKE_PROVISIONAL);
    cr_assert(saved()->check);
    cr_assert_str_eq(saved()->question.birth_date, "1970-05-06");
}

Test(desk_portal, whoever_has_no_number_waits_for_no_portal)
{
    world_keys(&world, "<F7>LE VAN BINH<Enter>06051970<Enter>1");
    world_calm(&world, "<Enter>");
    cr_assert_eq(saved()->status, INTAKE_PROVISIONAL);
    cr_assert_eq(world.asked[ASK_MEMBER], 0);
    cr_assert_not(question_complete(&saved()->question));
}

Test(desk_portal, key_r_opens_the_form_for_what_is_missing)
{
    world.desk.hospital.portal_when = ASK_BY_KEY;
    world_keys(&world, "DN4790123456799<Enter>r");
    cr_assert_eq(world.desk.mode, MODE_FORM);
    world_keys(&world, "LE VAN BINH<Enter>06051970<Enter>1");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.asked[ASK_MEMBER], 1);
    cr_assert_eq(world.saved_count, 0);
}

Test(desk_portal, choice_3_of_an_invalid_card_asks)
{
    struct member *gone = world_add(&world, "BÙI VĂN TRỄ|1980-09-09|male|DN4790123456784|79014|2025-01-01|"
                                            "2025-12-31|");
    world.desk.hospital.portal_when = ASK_BY_KEY;
    world_scan_bhyt(&world, gone);
    world_expect(&world, VERDICT_INVALID);
    world_keys(&world, "3");
    cr_assert_eq(world.asked[ASK_MEMBER], 1);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
}

Test(desk_portal, history_and_copayment_are_asked_once)
{
    static struct reply reply;
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "h<Esc>h<Esc>$<Esc>y");
    cr_assert_eq(world.asked[ASK_HISTORY], 1);
    cr_assert_eq(world.asked[ASK_COPAYMENT], 1);
    reply = (struct reply){.ask = ASK_COPAYMENT,
                           .question = world.question,
                           .ticket = world.tickets[ASK_COPAYMENT],
                           .payment_count = 1};
    world_reply(&world, &reply);
    cr_assert(world.desk.review.inquiry.copayment_known);
    reply = (struct reply){.ask = ASK_HISTORY,
                           .question = world.question,
                           .ticket = world.tickets[ASK_HISTORY],
                           .visit_count = 1};
    world_reply(&world, &reply);
    cr_assert(world.desk.review.answer.history.known);
    cr_assert_eq(world.desk.mode, MODE_COPAYMENT);
    world_keys(&world, "<Esc>h<Esc>$");
    cr_assert_eq(world.asked[ASK_HISTORY], 1);
    cr_assert_eq(world.asked[ASK_COPAYMENT], 1);
}

/* The answer about the person is what wishes for the visits; once, whatever comes again. */
Test(desk_portal, visits_are_asked_without_a_key_where_the_hospital_wants_it)
{
    world.desk.hospital.visits_always = true;
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(world.asked[ASK_HISTORY], 0);
    world_hear(&world, "000", WORLD_HOA);
    cr_assert_eq(world.asked[ASK_HISTORY], 1);
    world_hear(&world, "000", WORLD_HOA);
    cr_assert_eq(world.asked[ASK_HISTORY], 1);
    world_keys(&world, "h");
    cr_assert_eq(world.asked[ASK_HISTORY], 1);
}

Test(desk_portal, nobody_is_asked_the_visits_of_whom_the_portal_does_not_name)
{
    world.desk.hospital.visits_always = true;
    world_scan_bhyt(&world, hoa);
    world_hear(&world, "050", NULL);
    cr_assert_eq(world.asked[ASK_HISTORY], 0);
}

Test(desk_portal, a_failed_history_is_asked_again_by_the_key)
{
    static struct reply reply;
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "h");
    reply = (struct reply){.ask = ASK_HISTORY,
                           .question = world.question,
                           .ticket = world.tickets[ASK_HISTORY],
                           .trouble = TROUBLE_CUT};
    world_reply(&world, &reply);
    cr_assert_eq(world.desk.review.inquiry.history_trouble, TROUBLE_CUT);
    world_keys(&world, "hh");
    cr_assert_eq(world.asked[ASK_HISTORY], 2);
}

Test(desk_portal, the_phone_goes_into_the_record)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "l0912<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_PHONE_INVALID);
    world_keys(&world, "-345.678<Enter>");
    cr_assert_str_eq(world.desk.review.contact.phone, "0912345678");
    world_keys(&world, "l<Back><Enter>");
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(saved()->contact.phone, "091234567");
}

/* Keys of a scanner that types into the terminal are taken back, the question that one of them asked is not. */
Test(desk_portal, a_ticket_given_twice_is_told_by_its_question)
{
    static struct desk before;
    before = world.desk;
    world_scan_bhyt(&world, world_add(&world, WORLD_AN));
    struct question question = world.question;
    world.desk = before;
    world_scan_bhyt(&world, hoa);
    world.question = question;
    world_hear(&world, "110", WORLD_AN);
    cr_assert_eq(state(), INQUIRY_OUT);
    world_expect(&world, VERDICT_MATCH);
}
