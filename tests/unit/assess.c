/* assess: what needs a state that no case can say. */
#include "core/assess.h"
#include "core/intake.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const char TODAY[] = "2026-11-20";

static struct card read_card(const char *payload, enum origin origin)
{
    struct card card;
    cr_assert_eq(card_read(payload, strlen(payload), origin, &card), FAULT_NONE);
    return card;
}

static struct card citizen_id(const char *cmnd)
{
    char payload[256];
    snprintf(payload, sizeof payload, "079185012345|%s|Nguyễn Thị Hòa|12031985|Nữ|5 Lê Lợi|10122021", cmnd);
    return read_card(payload, ORIGIN_PICTURE);
}

static struct hospital hospital(void)
{
    return (struct hospital){.facility = "79014",
                             .sisters = {"79015", "79016"},
                             .sister_count = 2,
                             .armed_codes = {"QN"},
                             .armed_code_count = 1,
                             .register_max_age = 7};
}

Test(assess, plan_of_a_card_number)
{
    struct card card = read_card("DN 4 79 0123456789", ORIGIN_TYPED);
    struct query plan[QUERY_MAX];
    cr_assert_eq(lookup_plan(&card, plan), 3);
    cr_assert_eq(plan[0].kind, QUERY_NUMBER);
    cr_assert_eq(plan[1].kind, QUERY_NEW_NUMBER);
    cr_assert_eq(plan[2].kind, QUERY_BHXH);
    cr_assert_str_eq(plan[0].key, "DN4790123456789");
    cr_assert_str_eq(plan[2].key, "0123456789");
}

Test(assess, plan_of_a_number_built_on_the_citizen_id)
{
    struct card card = read_card("DN479079185012345", ORIGIN_TYPED);
    struct query plan[QUERY_MAX];
    cr_assert_eq(lookup_plan(&card, plan), 3);
    cr_assert_eq(plan[2].kind, QUERY_CCCD);
    cr_assert_str_eq(plan[2].key, "079185012345");
}

Test(assess, plan_of_ten_and_of_twelve_digits)
{
    struct query plan[QUERY_MAX];
    struct card card = read_card("0123456789", ORIGIN_TYPED);
    cr_assert_eq(lookup_plan(&card, plan), 1);
    cr_assert_eq(plan[0].kind, QUERY_BHXH);
    card = read_card("079185012345", ORIGIN_TYPED);
    cr_assert_eq(lookup_plan(&card, plan), 1);
    cr_assert_eq(plan[0].kind, QUERY_CCCD);
}

Test(assess, plan_of_a_citizen_id_ends_with_an_offer)
{
    struct card card = citizen_id("012345678");
    struct query plan[QUERY_MAX];
    cr_assert_eq(lookup_plan(&card, plan), 3);
    cr_assert_eq(plan[0].kind, QUERY_CCCD);
    cr_assert_eq(plan[1].kind, QUERY_CCCD);
    cr_assert_str_eq(plan[1].key, "012345678");
    cr_assert_eq(plan[2].kind, QUERY_PERSON);
    cr_assert_str_eq(plan[2].key, "nguyen thi hoa");
    cr_assert_str_eq(plan[2].birth_date, "1985-03-12");
    cr_assert_str_eq(plan[2].gender, "female");
}

/* An unconscious patient: nothing to look up, and absence of nothing is no fact. */
Test(assess, without_any_number_nothing_is_checked)
{
    struct card card = {.kind = CARD_NUMBER};
    struct query plan[QUERY_MAX];
    struct answer answer = {.source = SOURCE_REGISTER, .complete_as_of = "2026-11-20"};
    struct hospital here = hospital();
    struct judgement judgement;
    cr_assert_eq(lookup_plan(&card, plan), 0);
    assess(&card, &answer, &here, TODAY, &judgement);
    cr_assert_eq(judgement.verdict, VERDICT_UNCHECKED);
    cr_assert(finding_has(&judgement.findings, FINDING_NO_NUMBER));
    cr_assert_not(judgement.has_person);
    cr_assert_eq(judgement.checked, SOURCE_NONE);
}

/* The portal's 050 is an authority of its own, whatever the register holds. */
Test(assess, portal_may_say_not_found)
{
    struct card card = read_card("DN4790123456789", ORIGIN_TYPED);
    struct answer answer = {.source = SOURCE_PORTAL, .as_of = "2026-11-20"};
    struct hospital here = hospital();
    struct judgement judgement;
    assess(&card, &answer, &here, TODAY, &judgement);
    cr_assert_eq(judgement.verdict, VERDICT_NOT_FOUND);
    cr_assert_eq(judgement.checked, SOURCE_PORTAL);
}

Test(assess, more_persons_than_fit_are_several)
{
    struct card card = citizen_id("");
    struct answer answer = {.source = SOURCE_REGISTER, .member_count = 1, .more = true};
    struct hospital here = hospital();
    struct judgement judgement;
    strcpy(answer.members[0].facts.number, "DN4790123456789");
    assess(&card, &answer, &here, TODAY, &judgement);
    cr_assert_eq(judgement.verdict, VERDICT_IDENTITY_STOP);
    cr_assert(finding_has(&judgement.findings, FINDING_SEVERAL_PERSONS));
    cr_assert_eq(judgement.candidate_count, 1);
}

Test(assess, choosing_leaves_the_rows_of_one_person)
{
    static const char *const BHXH[] = {"0123456789", "0987654321", "0123456789"};
    struct answer answer = {.member_count = 3, .more = true, .offered = true};
    for (int i = 0; i < 3; i++) {
        strcpy(answer.members[i].bhxh_number, BHXH[i]);
    }
    answer_choose(&answer, 2);
    cr_assert_eq(answer.member_count, 2);
    cr_assert_str_eq(answer.members[0].bhxh_number, "0123456789");
    cr_assert_str_eq(answer.members[1].bhxh_number, "0123456789");
    cr_assert_not(answer.more || answer.offered);
}

Test(assess, sister_codes_are_our_own)
{
    struct hospital here = hospital(), nowhere = {.facility = ""};
    cr_assert(assess_own(&here, "79014"));
    cr_assert(assess_own(&here, "79016"));
    cr_assert_not(assess_own(&here, "79017"));
    cr_assert(assess_own(&nowhere, "79017"));
}

Test(assess, unreadable_keeps_its_reason)
{
    struct judgement judgement;
    struct card card = {.kind = CARD_BHYT};
    char sentence[SENTENCE_SIZE];
    struct hospital here = hospital();
    here.language = LANGUAGE_EN;
    assess_unreadable(FAULT_PAYLOAD_SHORT, &here, &judgement);
    cr_assert_eq(judgement.verdict, VERDICT_UNREADABLE);
    cr_assert_eq(judgement.member, -1);
    finding_sentence(&judgement, &card, &here, FINDING_UNREADABLE, sentence);
    cr_assert_str_eq(sentence, fault_text(FAULT_PAYLOAD_SHORT, LANGUAGE_EN));
}

/* What the hospital does not want to read is known all the same. */
Test(assess, a_hidden_finding_still_proposes_the_difficulty)
{
    struct card card = read_card("DN4790123456789", ORIGIN_TYPED);
    struct answer answer = {.source = SOURCE_REGISTER, .complete_as_of = "2026-11-20"};
    struct hospital here = hospital();
    struct judgement judgement;
    cr_assert(checks_set(&here.checks, "not_found", "off"));
    assess(&card, &answer, &here, TODAY, &judgement);
    cr_assert_eq(judgement.verdict, VERDICT_NOT_FOUND);
    cr_assert_not(finding_has(&judgement.findings, FINDING_NOT_FOUND));
    cr_assert(assess_found(&judgement, FINDING_NOT_FOUND));
    cr_assert_eq(difficulty_propose(&judgement), DIFFICULTY_NOT_FOUND);
}

Test(assess, verdicts_and_results_have_the_names_of_the_contract)
{
    cr_assert_str_eq(verdict_code(VERDICT_IDENTITY_STOP), "identity_stop");
    cr_assert_str_eq(verdict_proposal(VERDICT_MISMATCH), "correct_and_admit");
    cr_assert_str_eq(verdict_text(VERDICT_MATCH, LANGUAGE_VI), "KHỚP");
    cr_assert_str_eq(result_code(RESULT_MISSING_SYSTEM), "missing_system");
    cr_assert_str_eq(result_text(RESULT_EXTENDED, LANGUAGE_VI), "GIA HẠN");
}

/* What fills a sentence may be as long as the counter's name in the configuration: it is never cut. */
Test(assess, longest_sentence_fits)
{
    struct judgement judgement = {.repeat = {.found = true, .time = "08:41"}};
    struct card card = {.unclear = (1u << FIELD_COUNT) - 1};
    char sentence[SENTENCE_SIZE];
    memset(judgement.repeat.counter, 'Q', sizeof judgement.repeat.counter - 1);
    for (enum finding f = 0; f < FINDING_COUNT; f++) {
        for (enum language l = 0; l < LANGUAGE_COUNT; l++) {
            struct hospital here = {.language = l};
            finding_sentence(&judgement, &card, &here, f, sentence);
            cr_assert_not(strstr(sentence, "%s"), "%s", finding_code(f));
            cr_assert_eq(sentence[strlen(sentence) - 1], '.', "%s", finding_code(f));
        }
    }
}
