/* portal: which questions may be asked, what a code means, and the row that an answer brings. */
#include "core/portal.h"
#include <criterion/criterion.h>
#include <string.h>

static const struct question HOA = {"DN4790123456789", "NGUYỄN THỊ HÒA", "1985-03-12"};

Test(portal, a_question_needs_number_name_and_a_birth_date_or_year)
{
    struct question question = HOA;
    cr_expect(question_complete(&question));
    strcpy(question.birth_date, "1985");
    cr_expect(question_complete(&question));
    strcpy(question.birth_date, "1985-03");
    cr_expect_not(question_complete(&question), "the portal takes no month without a day");
    question = HOA;
    strcpy(question.number, "012345678");
    cr_expect_not(question_complete(&question), "a CMND is none of its numbers");
    strcpy(question.number, "079185012345");
    cr_expect(question_complete(&question));
    strcpy(question.name, " . ");
    cr_expect_not(question_complete(&question));
    question = (struct question){.number = "DN4790123456789"};
    cr_expect_not(question_complete(&question));
}

Test(portal, the_same_question_may_be_written_otherwise)
{
    struct question other = HOA;
    strcpy(other.name, "Nguyễn Thị Hoà");
    cr_expect(question_same(&HOA, &other));
    strcpy(other.name, "NGUYỄN THỊ HÀ");
    cr_expect_not(question_same(&HOA, &other));
    other = HOA;
    strcpy(other.birth_date, "1985");
    cr_expect_not(question_same(&HOA, &other));
    other = HOA;
    strcpy(other.number, "TN4790123456789");
    cr_expect_not(question_same(&HOA, &other));
}

Test(portal, every_code_has_its_meaning_and_its_way)
{
    static const struct {
        const char *code;
        enum way_of_code way;
        enum trouble trouble;
    } CODES[] = {
        {"000", CODE_FOUND, TROUBLE_NONE},       {"001", CODE_ARMED, TROUBLE_NONE},
        {"002", CODE_ARMED, TROUBLE_NONE},       {"003", CODE_RENEWED, TROUBLE_NONE},
        {"004", CODE_KEPT, TROUBLE_NONE},        {"010", CODE_ENDED, TROUBLE_NONE},
        {"050", CODE_ABSENT, TROUBLE_NONE},      {"051", CODE_NUMBER, TROUBLE_NONE},
        {"052", CODE_NUMBER, TROUBLE_NONE},      {"053", CODE_NUMBER, TROUBLE_NONE},
        {"054", CODE_SETUP, TROUBLE_SETUP},      {"055", CODE_SETUP, TROUBLE_SETUP},
        {"060", CODE_NAME, TROUBLE_NONE},        {"061", CODE_NAME, TROUBLE_NONE},
        {"070", CODE_BIRTH, TROUBLE_NONE},       {"100", CODE_TECHNICAL, TROUBLE_SERVER},
        {"101", CODE_TECHNICAL, TROUBLE_SERVER}, {"500", CODE_TECHNICAL, TROUBLE_SERVER},
        {"110", CODE_LEFT, TROUBLE_NONE},        {"120", CODE_LEFT, TROUBLE_NONE},
        {"121", CODE_LEFT, TROUBLE_NONE},        {"122", CODE_LEFT, TROUBLE_NONE},
        {"123", CODE_LEFT, TROUBLE_NONE},        {"124", CODE_LEFT, TROUBLE_NONE},
        {"130", CODE_CHILD, TROUBLE_NONE},       {"205", CODE_REQUEST, TROUBLE_REQUEST},
        {"401", CODE_ACCOUNT, TROUBLE_ACCOUNT},
    };
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++) {
        const char *code = CODES[i].code;
        cr_expect_eq(code_way(code), CODES[i].way, "%s", code);
        cr_expect_eq(code_trouble(code), CODES[i].trouble, "%s", code);
        cr_expect(*code_text(code, LANGUAGE_VI) && *code_text(code, LANGUAGE_EN), "%s", code);
        cr_expect_str_neq(code_text(code, LANGUAGE_VI), code_text(code, LANGUAGE_EN), "%s", code);
    }
    static const char *const STRANGE[] = {"", "0", "999", "000 ", "06", "nul"};
    for (size_t i = 0; i < sizeof STRANGE / sizeof *STRANGE; i++) {
        cr_expect_eq(code_way(STRANGE[i]), CODE_UNKNOWN, "%s", STRANGE[i]);
        cr_expect_eq(code_trouble(STRANGE[i]), TROUBLE_FORMAT, "%s", STRANGE[i]);
        cr_expect_str_empty(code_text(STRANGE[i], LANGUAGE_VI));
    }
}

Test(portal, every_trouble_has_its_words_and_what_the_portal_answered_is_no_failure)
{
    for (enum trouble trouble = TROUBLE_OFF; trouble < TROUBLE_COUNT; trouble++) {
        cr_expect(*trouble_code(trouble) && *trouble_text(trouble, LANGUAGE_VI) &&
                  *trouble_text(trouble, LANGUAGE_EN));
    }
    cr_expect(trouble_counts(TROUBLE_TIMEOUT) && trouble_counts(TROUBLE_RESOLVE) &&
              trouble_counts(TROUBLE_SERVER));
    cr_expect(!trouble_counts(TROUBLE_NONE) && !trouble_counts(TROUBLE_SETUP) &&
              !trouble_counts(TROUBLE_REQUEST) && !trouble_counts(TROUBLE_QUOTA));
}

Test(portal, a_minute_is_of_vietnam)
{
    minute_text minute;
    minute_of_time(1795139999, minute); /* 2026-11-20 01:59:59 UTC */
    cr_expect_str_eq(minute, "2026-11-20T08:59");
    minute_of_time(0, minute);
    cr_expect_str_eq(minute, "1970-01-01T07:00");
    minute_of_time(17 * 3600, minute);
    cr_expect_str_eq(minute, "1970-01-02T00:00");
}

static struct reply answer_of(const char *code)
{
    struct reply reply = {.ask = ASK_MEMBER, .question = HOA, .has_member = true, .at = 1795139999};
    strcpy(reply.code, code);
    strcpy(reply.member.status, code);
    strcpy(reply.member.facts.number, "DN4790123456789");
    strcpy(reply.member.facts.name, "Nguyễn Thị Hòa");
    strcpy(reply.member.facts.birth_date, "1985-03-12");
    reply.member.heard = 1u << FIELD_NUMBER | 1u << FIELD_NAME | 1u << FIELD_BIRTH_DATE;
    return reply;
}

Test(portal, the_row_has_the_number_of_its_person)
{
    struct reply reply = answer_of("000");
    struct member row;
    cr_assert(reply_row(&reply, &row) && reply_lesson(&reply, &row));
    cr_expect_str_eq(row.bhxh_number, "0123456789");
    cr_expect_str_eq(row.facts.name, "Nguyễn Thị Hòa");
}

Test(portal, a_citizen_id_in_the_place_of_the_number_is_a_citizen_id)
{
    struct reply reply = answer_of("000");
    struct member row;
    strcpy(reply.member.facts.number, "079185012345");
    cr_assert(reply_row(&reply, &row));
    cr_expect_str_eq(row.facts.cccd, "079185012345");
    cr_expect_str_empty(row.facts.number);
    cr_expect(row.heard & 1u << FIELD_CCCD && !(row.heard & 1u << FIELD_NUMBER));
}

/* What was sent, sent back beside "wrong name", is no other name. */
Test(portal, an_echo_of_what_is_called_wrong_is_no_value)
{
    struct reply reply = answer_of("060");
    struct member row;
    cr_expect(!reply_lesson(&reply, &row));
    cr_assert(reply_row(&reply, &row));
    cr_expect_str_empty(row.facts.name);
    cr_expect_str_eq(row.facts.birth_date, "1985-03-12");
    strcpy(reply.member.facts.name, "NGUYỄN THỊ HÀ");
    cr_assert(reply_row(&reply, &row));
    cr_expect_str_eq(row.facts.name, "NGUYỄN THỊ HÀ");
    reply = answer_of("070");
    cr_assert(reply_row(&reply, &row));
    cr_expect_str_empty(row.facts.birth_date);
    cr_expect_str_eq(row.facts.name, "Nguyễn Thị Hòa");
}

/* Fields may be missing: what the portal says of a card it says of the one that was asked. */
Test(portal, a_row_without_a_number_and_a_code_without_a_row_are_about_the_card_asked)
{
    struct reply reply = answer_of("000");
    struct member row;
    strcpy(reply.member.facts.number, "");
    cr_assert(reply_lesson(&reply, &row));
    cr_expect_str_eq(row.facts.number, HOA.number);
    reply = (struct reply){.ask = ASK_MEMBER, .question = HOA, .code = "110"};
    cr_expect(!reply_row(&reply, &row));
    cr_assert(reply_lesson(&reply, &row));
    cr_expect_str_eq(row.facts.number, HOA.number);
    cr_expect_str_eq(row.bhxh_number, "0123456789");
    cr_expect_str_eq(row.status, "110");
    strcpy(reply.question.number, "079185012345");
    cr_expect(!reply_lesson(&reply, &row), "a citizen ID names no card");
    strcpy(reply.code, "060");
    cr_expect(!reply_lesson(&reply, &row));
}

Test(portal, troubles_absence_and_wrong_numbers_bring_no_row)
{
    static const char *const CODES[] = {"050", "051", "052", "053"};
    struct member row;
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++) {
        struct reply reply = answer_of(CODES[i]);
        cr_expect(!reply_row(&reply, &row) && !reply_lesson(&reply, &row), "%s", CODES[i]);
    }
    struct reply reply = answer_of("000");
    reply.trouble = TROUBLE_CUT;
    cr_expect(!reply_row(&reply, &row) && !reply_lesson(&reply, &row));
    reply = answer_of("000");
    reply.ask = ASK_HISTORY;
    cr_expect(!reply_row(&reply, &row) && !reply_lesson(&reply, &row));
}
