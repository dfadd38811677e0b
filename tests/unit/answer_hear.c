/* answer_hear: the portal's row beside the register's rows. */
#include "core/answer.h"
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define NUMBER "DN4790123456789"
static const struct asked ASKED = {NUMBER, "2026-11-20"};
enum { NOW = 1795139999 }; /* 2026-11-20 08:59 in Vietnam */

static struct member member_of(const char *number)
{
    struct member member = {.source = SOURCE_REGISTER, .as_of = "2026-11-01"};
    struct facts *facts = &member.facts;
    strcpy(facts->number, number);
    number_bhxh(number, member.bhxh_number);
    strcpy(facts->name, "NGUYỄN THỊ HÒA");
    strcpy(facts->birth_date, "1985-03-12");
    strcpy(facts->address, "5 Lê Lợi");
    strcpy(facts->facility, "79014");
    strcpy(facts->valid_from, "2026-01-01");
    strcpy(facts->valid_to, "2026-12-31");
    strcpy(facts->cccd, "079185012345");
    return member;
}

static struct answer answer_of(const struct member *members, int count)
{
    struct answer answer = {.source = SOURCE_REGISTER, .as_of = "2026-11-01"};
    for (int i = 0; i < count; i++) {
        answer_add(&answer, &members[i], &ASKED);
    }
    return answer;
}

static struct answer answer_one(void)
{
    struct member member = member_of(NUMBER);
    return answer_of(&member, 1);
}

/* An answer to the card's question; its row says the number, the name and the birth date alone. */
static struct reply reply_of(const char *code)
{
    struct reply reply = {.ask = ASK_MEMBER,
                          .question = {NUMBER, "NGUYỄN THỊ HÒA", "1985-03-12"},
                          .has_member = true,
                          .at = NOW,
                          .member = {.source = SOURCE_PORTAL, .as_of = "2026-11-20"}};
    strcpy(reply.code, code);
    strcpy(reply.member.status, code);
    strcpy(reply.member.facts.number, NUMBER);
    strcpy(reply.member.facts.name, "NGUYỄN THỊ HÒA");
    strcpy(reply.member.facts.birth_date, "1985-03-12");
    return reply;
}

Test(answer_hear, what_the_portal_says_replaces_and_what_it_leaves_out_stays)
{
    struct answer answer = answer_one();
    struct reply reply = reply_of("000");
    strcpy(reply.member.facts.facility, "79025");
    answer_hear(&answer, &reply, &ASKED);
    const struct member *member = &answer.members[0];
    cr_assert_eq(answer.member_count, 1);
    cr_expect_str_eq(member->facts.facility, "79025");
    cr_expect_str_eq(member->facts.address, "5 Lê Lợi");
    cr_expect_str_eq(member->facts.cccd, "079185012345");
    cr_expect_eq(member->heard,
                 1u << FIELD_NUMBER | 1u << FIELD_NAME | 1u << FIELD_BIRTH_DATE | 1u << FIELD_FACILITY);
    cr_expect_str_eq(member->heard_at, "2026-11-20T08:59");
    cr_expect_str_eq(member->as_of, "2026-11-20");
    cr_expect_str_eq(member->rest_as_of, "2026-11-01");
    cr_expect_eq(member->source, SOURCE_PORTAL);
    cr_expect_str_eq(member->status, "000");
    cr_expect(answer.portal.asked && answer.portal.has_member);
    cr_expect_str_eq(answer.portal.at, "2026-11-20T08:59");
}

Test(answer_hear, the_same_reply_twice_is_as_once)
{
    struct answer answer = answer_one(), once;
    struct reply reply = reply_of("000");
    strcpy(reply.member.facts.facility, "79025");
    answer_hear(&answer, &reply, &ASKED);
    memcpy(&once, &answer, sizeof once);
    answer_hear(&answer, &reply, &ASKED);
    cr_expect(memcmp(&once, &answer, sizeof once) == 0);
}

Test(answer_hear, a_trouble_changes_nothing_but_the_word)
{
    for (enum trouble trouble = TROUBLE_OFF; trouble < TROUBLE_COUNT; trouble++) {
        struct answer answer = answer_one(), before = answer;
        struct reply reply = reply_of("000");
        reply.trouble = trouble;
        strcpy(reply.member.facts.facility, "79025");
        answer_hear(&answer, &reply, &ASKED);
        cr_expect(answer.portal.asked && answer.portal.trouble == trouble && !answer.portal.has_member);
        memset(&answer.portal, 0, sizeof answer.portal);
        cr_expect(memcmp(&answer, &before, sizeof answer) == 0);
    }
}

Test(answer_hear, a_code_alone_says_what_became_of_the_card)
{
    struct answer answer = answer_one();
    struct reply reply = reply_of("110");
    reply.has_member = false;
    answer_hear(&answer, &reply, &ASKED);
    cr_assert_eq(answer.member_count, 1);
    cr_expect_str_eq(answer.members[0].status, "110");
    cr_expect_str_eq(answer.members[0].facts.facility, "79014");
    cr_expect_str_eq(answer.members[0].as_of, "2026-11-20");
}

Test(answer_hear, a_wrong_name_says_nothing_of_the_card)
{
    static const char *const CODES[] = {"060", "061", "070"};
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++) {
        struct answer answer = answer_one(), before = answer;
        struct reply reply = reply_of(CODES[i]);
        reply.has_member = false;
        answer_hear(&answer, &reply, &ASKED);
        cr_expect(memcmp(answer.members, before.members, sizeof answer.members) == 0);
        cr_expect_str_eq(answer.portal.code, CODES[i]);
        reply.has_member = true;
        strcpy(reply.member.facts.name, "NGUYỄN THỊ HÀ");
        strcpy(reply.member.facts.birth_date, "1985-03-21");
        answer_hear(&answer, &reply, &ASKED);
        cr_expect_str_eq(answer.members[0].facts.name, "NGUYỄN THỊ HÀ");
        cr_expect_str_empty(answer.members[0].status);
    }
}

Test(answer_hear, another_card_for_the_one_asked_takes_its_row)
{
    struct answer answer = answer_one();
    struct reply reply = reply_of("000");
    strcpy(reply.member.facts.number, "TN4790123456789");
    answer_hear(&answer, &reply, &ASKED);
    cr_assert_eq(answer.member_count, 1);
    cr_expect_str_eq(answer.members[0].facts.number, "TN4790123456789");
    cr_expect_str_eq(answer.members[0].facts.address, "5 Lê Lợi");
}

Test(answer_hear, a_third_card_of_the_person_is_a_row_of_its_own)
{
    struct member members[] = {member_of(NUMBER), member_of("HN4790123456789")};
    strcpy(members[0].facts.valid_to, "2026-10-31");
    struct answer answer = answer_of(members, 2);
    struct reply reply = reply_of("123");
    answer_hear(&answer, &reply, &ASKED);
    cr_assert_eq(answer.member_count, 2);
    cr_expect_str_eq(answer.members[0].status, "123");
    cr_expect_str_eq(answer.members[1].status, "");
    strcpy(reply.question.number, "0123456789");
    strcpy(reply.code, "000");
    strcpy(reply.member.facts.number, "GD4790123456789");
    answer_hear(&answer, &reply, &ASKED);
    cr_expect_eq(answer.member_count, 3);
}

Test(answer_hear, a_bare_bhxh_number_is_about_the_card_in_use)
{
    struct member members[] = {member_of("HN4790123456789"), member_of(NUMBER)};
    strcpy(members[0].facts.valid_to, "2026-10-31");
    struct answer answer = answer_of(members, 2);
    struct reply reply = reply_of("000");
    strcpy(reply.question.number, "0123456789");
    strcpy(reply.member.facts.number, "0123456789");
    strcpy(reply.member.facts.facility, "79025");
    answer_hear(&answer, &reply, &ASKED);
    cr_assert_eq(answer.member_count, 2);
    cr_expect_str_eq(answer.members[1].facts.facility, "79025");
    cr_expect_str_eq(answer.members[1].facts.number, NUMBER, "the register says more of the number");
    cr_expect_str_eq(answer.members[0].facts.facility, "79014");
}

Test(answer_hear, of_several_persons_the_portal_names_one)
{
    struct member members[] = {member_of(NUMBER), member_of(NUMBER)};
    strcpy(members[1].bhxh_number, "9876543210");
    struct answer answer = answer_of(members, 2);
    struct reply reply = reply_of("000");
    strcpy(reply.member.bhxh_number, "9876543210");
    answer_hear(&answer, &reply, &ASKED);
    cr_assert_eq(answer.member_count, 1);
    cr_expect_str_eq(answer.members[0].bhxh_number, "9876543210");
}

Test(answer_hear, another_bhxh_number_is_another_person)
{
    struct answer answer = answer_one();
    struct reply reply = reply_of("000");
    strcpy(reply.member.bhxh_number, "9876543210");
    answer_hear(&answer, &reply, &ASKED);
    cr_assert_eq(answer.member_count, 1);
    cr_expect_str_eq(answer.members[0].bhxh_number, "9876543210");
    cr_expect_str_empty(answer.members[0].facts.address, "nothing of the other person");
}

/* Someone offered by name and birth date is found by the scanned citizen ID: that is theirs. */
Test(answer_hear, a_citizen_id_that_found_its_person_ends_the_offer)
{
    struct member members[] = {member_of(NUMBER), member_of("HN4799876543210")};
    members[0].facts.cccd[0] = members[1].facts.cccd[0] = '\0';
    struct answer answer = answer_of(members, 2);
    answer.offered = true;
    struct reply reply = reply_of("000");
    strcpy(reply.question.number, "079185012345");
    answer_hear(&answer, &reply, &ASKED);
    cr_assert(answer.member_count == 1 && !answer.offered);
    cr_expect_str_eq(answer.members[0].facts.number, NUMBER);
    cr_expect_str_empty(answer.members[0].facts.cccd, "it is the system that does not hold it");
}

Test(answer_hear, an_older_citizen_id_of_the_register_gives_way)
{
    struct answer answer = answer_one();
    struct reply reply = reply_of("000");
    strcpy(reply.question.number, "079185099999");
    answer_hear(&answer, &reply, &ASKED);
    cr_expect_str_empty(answer.members[0].facts.cccd);
}

Test(answer_hear, a_citizen_id_finds_the_row_that_holds_it_even_without_a_number)
{
    struct answer answer = answer_one();
    struct reply reply = reply_of("000");
    strcpy(reply.question.number, "079185012345");
    reply.member.facts.number[0] = '\0';
    strcpy(reply.member.facts.facility, "79025");
    answer_hear(&answer, &reply, &ASKED);
    cr_assert_eq(answer.member_count, 1);
    cr_expect_str_eq(answer.members[0].facts.number, NUMBER);
    cr_expect_str_eq(answer.members[0].facts.facility, "79025");
}

Test(answer_hear, a_last_day_is_open_where_the_portal_says_so_and_else_stays)
{
    struct answer answer = answer_one();
    struct reply reply = reply_of("000");
    strcpy(reply.member.facts.valid_from, "2026-01-01");
    answer_hear(&answer, &reply, &ASKED);
    cr_expect_str_eq(answer.members[0].facts.valid_to, "2026-12-31");
    reply.member.heard = 1u << FIELD_VALID_FROM | 1u << FIELD_VALID_TO;
    answer_hear(&answer, &reply, &ASKED);
    cr_expect_str_empty(answer.members[0].facts.valid_to);
    cr_expect(answer.members[0].heard & 1u << FIELD_VALID_TO);
}

Test(answer_hear, the_new_card_comes_with_its_days_and_its_facility)
{
    struct answer answer = answer_one();
    struct reply reply = reply_of("003");
    strcpy(reply.member.new_number, "HN4790123456789");
    strcpy(reply.member.new_from, "2026-11-01");
    strcpy(reply.member.new_facility, "79025");
    answer_hear(&answer, &reply, &ASKED);
    const struct member *member = &answer.members[0];
    cr_expect_str_eq(member->new_number, "HN4790123456789");
    cr_expect_str_eq(member->new_from, "2026-11-01");
    cr_expect_str_eq(member->new_facility, "79025");
}

Test(answer_hear, absence_is_the_portals_and_leaves_the_rows_to_the_judgement)
{
    struct answer answer = answer_one();
    struct reply reply = reply_of("050");
    reply.has_member = false;
    answer_hear(&answer, &reply, &ASKED);
    cr_expect(answer.source == SOURCE_PORTAL && answer.member_count == 1 && !answer.portal.has_member);
    cr_expect_str_eq(answer.as_of, "2026-11-20");
}

Test(answer_hear, a_portal_without_a_register_answers_alone)
{
    struct answer answer = {.source = SOURCE_NONE};
    struct reply reply = reply_of("000");
    answer_hear(&answer, &reply, &ASKED);
    cr_assert_eq(answer.member_count, 1);
    cr_expect_eq(answer.members[0].source, SOURCE_PORTAL);
    cr_expect_eq(answer.source, SOURCE_NONE, "it cannot say who is absent");
    cr_expect_str_empty(answer.members[0].rest_as_of);
    cr_expect_str_eq(answer.members[0].bhxh_number, "0123456789");
}

Test(answer_hear, a_later_answer_of_the_day_keeps_what_was_heard)
{
    struct answer answer = answer_one();
    struct reply reply = reply_of("000");
    strcpy(reply.member.facts.facility, "79025");
    answer_hear(&answer, &reply, &ASKED);
    reply.has_member = false;
    reply.at += 3600;
    answer_hear(&answer, &reply, &ASKED);
    cr_expect(answer.members[0].heard & 1u << FIELD_FACILITY);
    cr_expect_str_eq(answer.members[0].heard_at, "2026-11-20T09:59");
}

Test(answer_hear, visits_and_checks_go_to_the_history)
{
    struct answer answer = answer_one();
    struct reply reply = reply_of("000");
    reply.check_count = 1;
    strcpy(reply.checks[0].user, "79025_BV");
    answer_hear(&answer, &reply, &ASKED);
    cr_expect(!answer.history.known && answer.history.check_count == 1);
    reply = (struct reply){.ask = ASK_HISTORY, .at = NOW, .visit_count = 2, .trouble = TROUBLE_CUT};
    answer_hear(&answer, &reply, &ASKED);
    cr_expect(!answer.history.known && answer.history.visit_count == 0);
    reply.trouble = TROUBLE_NONE;
    answer_hear(&answer, &reply, &ASKED);
    cr_expect(answer.history.known && answer.history.visit_count == 2 && answer.history.check_count == 1);
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Any codes over any rows: never more rows than fit, every row whole, the same twice as once. */
Test(answer_hear, no_reply_breaks_an_answer)
{
    static const char *const CODES[] = {"000", "003", "004", "010", "050", "051",
                                        "060", "070", "100", "123", "999", ""};
    static const char *const NUMBERS[] = {
        NUMBER, "HN4790123456789", "HN4799876543210", "0123456789", "079185012345", "", "GD4790000000001"};
    for (uint32_t seed = 1; seed < 3000; seed++) {
        uint32_t state = seed;
        struct member members[12];
        int count = (int)(next_random(&state) % 12);
        for (int i = 0; i < count; i++) {
            members[i] = member_of(NUMBERS[next_random(&state) % 3]);
        }
        struct answer answer = answer_of(members, count), once;
        for (int i = 0; i < 3; i++) {
            struct reply reply = reply_of(CODES[next_random(&state) % 12]);
            reply.trouble = code_trouble(reply.code);
            reply.has_member = next_random(&state) % 3 != 0;
            strcpy(reply.question.number, NUMBERS[next_random(&state) % 5]);
            strcpy(reply.member.facts.number, NUMBERS[next_random(&state) % 7]);
            answer_hear(&answer, &reply, &ASKED);
            memcpy(&once, &answer, sizeof once);
            answer_hear(&answer, &reply, &ASKED);
            cr_assert(memcmp(&once, &answer, sizeof once) == 0, "seed %u", seed);
            cr_assert(answer.member_count >= 0 && answer.member_count <= ANSWER_MAX);
        }
    }
}
