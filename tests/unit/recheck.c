/* recheck: a late answer against what was taken in. */
#include "core/recheck.h"
#include <criterion/criterion.h>
#include <string.h>

#define NUMBER "DN4790123456789"
enum { NOW = 1795139999 }; /* 2026-11-20 08:59 in Vietnam */

static const struct hospital HOSPITAL = {
    .facility = "79014", .armed_codes = {"QN"}, .armed_code_count = 1, .register_max_age = 7, .portal = true};

static struct facts facts_of(void)
{
    return (struct facts){.number = NUMBER,
                          .name = "NGUYỄN THỊ HÒA",
                          .birth_date = "1985-03-12",
                          .gender = "female",
                          .facility = "79014",
                          .valid_from = "2026-01-01",
                          .valid_to = "2026-12-31"};
}

/* Taken in at 08:30 by the card alone. */
static struct kept_intake kept_of(void)
{
    struct kept_intake kept = {.at = "2026-11-20T08:30"};
    struct intake *intake = &kept.intake;
    *intake = (struct intake){.status = INTAKE_PROVISIONAL,
                              .kind = CARD_BHYT,
                              .verdict = VERDICT_UNCHECKED,
                              .card = facts_of(),
                              .facts = facts_of(),
                              .check = true,
                              .question = {NUMBER, "NGUYỄN THỊ HÒA", "1985-03-12"}};
    strcpy(intake->bhxh_number, "0123456789");
    return kept;
}

static struct reply reply_of(const char *code)
{
    struct reply reply = {.ask = ASK_MEMBER,
                          .question = {NUMBER, "NGUYỄN THỊ HÒA", "1985-03-12"},
                          .has_member = true,
                          .at = NOW,
                          .trouble = code_trouble(code),
                          .member = {.facts = facts_of(), .source = SOURCE_PORTAL}};
    strcpy(reply.code, code);
    return reply;
}

static enum recheck hear(const struct kept_intake *kept, const struct reply *reply)
{
    struct answer answer = {.source = SOURCE_NONE};
    const struct asked asked = {kept->intake.card.number, "2026-11-20"};
    answer_hear(&answer, reply, &asked);
    return recheck(kept, &answer, &HOSPITAL, "2026-11-20");
}

static enum recheck hear_code(const struct kept_intake *kept, const char *code, bool row)
{
    struct reply reply = reply_of(code);
    reply.has_member = row;
    return hear(kept, &reply);
}

Test(recheck, the_same_facts_agree)
{
    struct kept_intake kept = kept_of();
    cr_expect_eq(hear_code(&kept, "000", true), RECHECK_AGREES);
    cr_expect_eq(hear_code(&kept, "000", false), RECHECK_AGREES, "the card is right, says the portal");
}

Test(recheck, without_news_it_stays_on_the_list)
{
    static const char *const CODES[] = {"100", "054", "205", "999"};
    struct kept_intake kept = kept_of();
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++) {
        cr_expect_eq(hear_code(&kept, CODES[i], true), RECHECK_UNKNOWN, "%s", CODES[i]);
    }
    struct answer answer = {.source = SOURCE_NONE};
    cr_expect_eq(recheck(&kept, &answer, &HOSPITAL, "2026-11-20"), RECHECK_UNKNOWN);
}

Test(recheck, what_the_portal_refuses_waits_for_a_clerk)
{
    static const char *const CODES[] = {"050", "051", "052", "053", "060", "061", "070"};
    struct kept_intake kept = kept_of();
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++) {
        cr_expect_eq(hear_code(&kept, CODES[i], false), RECHECK_STUCK, "%s", CODES[i]);
    }
}

Test(recheck, an_army_card_that_the_portal_does_not_hold_waits_for_a_clerk)
{
    struct kept_intake kept = kept_of();
    strcpy(kept.intake.card.number, "QN5790123456789");
    strcpy(kept.intake.facts.number, "QN5790123456789");
    cr_expect_eq(hear_code(&kept, "050", false), RECHECK_STUCK);
}

Test(recheck, any_value_of_the_check_in_record_makes_a_difference)
{
    static const enum field FIELDS[] = {FIELD_NAME, FIELD_BIRTH_DATE, FIELD_GENDER, FIELD_FACILITY,
                                        FIELD_VALID_TO};
    static const char *const VALUES[] = {"LÊ THỊ LAN", "1986-03-12", "male", "79025", "2027-12-31"};
    struct kept_intake kept = kept_of();
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        struct reply reply = reply_of("000");
        strcpy(facts_at(&reply.member.facts, FIELDS[i]), VALUES[i]);
        cr_expect_eq(hear(&kept, &reply), RECHECK_DIFFERS, "%s", VALUES[i]);
        struct kept_intake bare = kept;
        facts_at(&bare.intake.card, FIELDS[i])[0] = '\0';
        facts_at(&bare.intake.facts, FIELDS[i])[0] = '\0';
        cr_expect_eq(hear_code(&bare, "000", true), RECHECK_DIFFERS, "%s is lacking", field_code(FIELDS[i]));
    }
}

Test(recheck, other_words_and_lesser_gaps_agree)
{
    struct kept_intake kept = kept_of();
    struct reply reply = reply_of("000");
    strcpy(reply.member.facts.name, "Nguyễn Thị Hoà");
    strcpy(reply.member.facts.address, "5 Lê Lợi");
    strcpy(reply.member.facts.five_year_date, "2027-10-01");
    cr_expect_eq(hear(&kept, &reply), RECHECK_AGREES);
}

/* The ten digits of VssID say neither whom the card is for nor what it pays. */
Test(recheck, the_full_number_is_a_difference_to_ten_digits)
{
    struct kept_intake kept = kept_of();
    strcpy(kept.intake.card.number, "0123456789");
    strcpy(kept.intake.facts.number, "0123456789");
    cr_expect_eq(hear_code(&kept, "000", true), RECHECK_DIFFERS);
}

Test(recheck, a_person_of_another_number_is_a_difference)
{
    struct kept_intake kept = kept_of();
    struct reply reply = reply_of("000");
    strcpy(reply.member.bhxh_number, "9876543210");
    cr_expect_eq(hear(&kept, &reply), RECHECK_DIFFERS);
}

/* The clerk had typed the name from the papers, and the portal has it so. */
Test(recheck, what_was_typed_counts_and_not_what_the_card_says)
{
    struct kept_intake kept = kept_of();
    struct reply reply = reply_of("000");
    strcpy(kept.intake.facts.name, "NGUYỄN THỊ HÀ");
    strcpy(reply.member.facts.name, "NGUYỄN THỊ HÀ");
    cr_expect_eq(hear(&kept, &reply), RECHECK_AGREES);
}

Test(recheck, a_difference_the_clerk_decided_stays_decided)
{
    struct kept_intake kept = kept_of();
    struct reply reply = reply_of("000");
    strcpy(reply.member.facts.gender, "male");
    cr_assert_eq(hear(&kept, &reply), RECHECK_DIFFERS);
    kept.intake.corrections[kept.intake.correction_count++] =
        (struct correction){FIELD_GENDER, CORRECTION_KEEP, SOURCE_CARD, FINDING_GENDER_DIFFERENT};
    cr_expect_eq(hear(&kept, &reply), RECHECK_AGREES);
}

Test(recheck, a_card_that_is_not_valid_is_a_difference_unless_it_was_known)
{
    struct kept_intake kept = kept_of();
    cr_expect_eq(hear_code(&kept, "110", true), RECHECK_DIFFERS);
    kept.intake.verdict = VERDICT_INVALID;
    cr_expect_eq(hear_code(&kept, "110", true), RECHECK_AGREES);
}

/* Asked on the day after: the card ended yesterday, on the day of the visit. */
Test(recheck, the_day_of_the_visit_decides_what_was_valid)
{
    struct kept_intake kept = kept_of();
    struct reply reply = reply_of("000");
    strcpy(kept.intake.card.valid_to, "2026-11-20");
    strcpy(kept.intake.facts.valid_to, "2026-11-20");
    strcpy(reply.member.facts.valid_to, "2026-11-20");
    reply.at += 24 * 3600;
    struct answer answer = {.source = SOURCE_NONE};
    const struct asked asked = {NUMBER, "2026-11-21"};
    answer_hear(&answer, &reply, &asked);
    cr_expect_eq(recheck(&kept, &answer, &HOSPITAL, "2026-11-21"), RECHECK_AGREES);
}

Test(recheck, a_newer_register_is_news_and_the_record_is_no_repeat_of_itself)
{
    struct kept_intake kept = kept_of();
    struct answer answer = {.source = SOURCE_REGISTER, .complete_as_of = "2026-11-20", .member_count = 1};
    answer.members[0] = (struct member){
        .facts = facts_of(), .bhxh_number = "0123456789", .as_of = "2026-11-20", .source = SOURCE_REGISTER};
    answer.repeat.found = true;
    cr_expect_eq(recheck(&kept, &answer, &HOSPITAL, "2026-11-20"), RECHECK_AGREES);
    strcpy(kept.intake.as_of, "2026-11-20");
    cr_expect_eq(recheck(&kept, &answer, &HOSPITAL, "2026-11-20"), RECHECK_UNKNOWN, "it said that before");
}

Test(recheck, who_had_no_number_is_looked_up_by_the_one_taken_in)
{
    struct kept_intake kept = kept_of();
    struct card card;
    kept.intake.card.number[0] = '\0';
    recheck_card(&kept, &card);
    cr_expect_str_eq(card.facts.number, NUMBER);
    cr_expect_str_eq(card.bhxh_number, "0123456789");
}
