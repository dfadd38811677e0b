/* answer: which rows are kept when there are more than fit. */
#include "core/answer.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const struct asked ASKED = {"", "2026-11-20"};

/* A row of person `person` whose card begins in month `month` of 2026 and ends in December, or in October. */
static struct member row(int person, int month, bool ended)
{
    struct member member = {.source = SOURCE_REGISTER, .as_of = "2026-11-20"};
    snprintf(member.bhxh_number, sizeof member.bhxh_number, "%010d", person);
    snprintf(member.facts.number, sizeof member.facts.number, "HN4%02d%010d", month, person);
    snprintf(member.facts.valid_from, sizeof member.facts.valid_from, "2026-%02d-01", month);
    strcpy(member.facts.valid_to, ended ? "2026-10-31" : "2026-12-31");
    return member;
}

static void add(struct answer *answer, int person, int month, bool ended)
{
    struct member member = row(person, month, ended);
    answer_add(answer, &member, &ASKED);
}

static int rows_of(const struct answer *answer, int person)
{
    struct member member = row(person, 1, false);
    int count = 0;
    for (int i = 0; i < answer->member_count; i++) {
        count += member_same_person(&answer->members[i], &member);
    }
    return count;
}

static bool holds(const struct answer *answer, const char *number)
{
    for (int i = 0; i < answer->member_count; i++) {
        if (strcmp(answer->members[i].facts.number, number) == 0) {
            return true;
        }
    }
    return false;
}

Test(answer, keeps_the_row_that_counts_today_wherever_it_comes)
{
    for (int valid = 0; valid < 13; valid++) {
        struct answer answer = {.source = SOURCE_REGISTER};
        for (int i = 0; i < 13; i++) {
            add(&answer, 1, i % 9 + 1 + (i == valid), i != valid);
        }
        char number[NUMBER_SIZE];
        snprintf(number, sizeof number, "HN4%02d0000000001", valid % 9 + 2);
        cr_assert(answer.member_count == ANSWER_MAX && !answer.more);
        cr_assert(holds(&answer, number), "the valid row came as number %d", valid);
    }
}

Test(answer, a_person_with_many_rows_makes_room_for_another)
{
    struct answer answer = {.source = SOURCE_REGISTER};
    for (int month = 1; month <= 9; month++) {
        add(&answer, 1, month, false);
    }
    add(&answer, 2, 1, true);
    cr_expect(!answer.more && rows_of(&answer, 1) == 8 && rows_of(&answer, 2) == 1);
    cr_expect(holds(&answer, "HN4090000000001") && !holds(&answer, "HN4010000000001"));
}

Test(answer, many_rows_do_not_push_another_person_out)
{
    struct answer answer = {.source = SOURCE_REGISTER};
    add(&answer, 2, 1, true);
    for (int month = 1; month <= 11; month++) {
        add(&answer, 1, month, false);
    }
    cr_expect(!answer.more && rows_of(&answer, 1) == 8 && rows_of(&answer, 2) == 1);
    cr_expect(holds(&answer, "HN4110000000001"));
}

Test(answer, nine_persons_fit_with_a_row_each_and_a_tenth_is_more)
{
    struct answer answer = {.source = SOURCE_REGISTER};
    for (int person = 1; person <= 9; person++) {
        add(&answer, person, 1, true);
    }
    add(&answer, 5, 2, false);
    cr_expect(!answer.more && holds(&answer, "HN4020000000005") && !holds(&answer, "HN4010000000005"));
    add(&answer, 5, 1, true);
    cr_expect(!answer.more && holds(&answer, "HN4020000000005"));
    add(&answer, 10, 1, false);
    cr_expect(answer.more && !answer_knows(&answer, "0000000010"));
    cr_expect(answer_knows(&answer, "0000000001"));
}

Test(answer, a_row_is_dropped_by_a_newer_complete_file_alone)
{
    struct answer answer = {.source = SOURCE_REGISTER, .complete_as_of = "2026-11-20"};
    struct member member = row(1, 1, false);
    cr_expect_not(answer_dropped(&answer, &member));
    strcpy(member.as_of, "2026-11-19");
    cr_expect(answer_dropped(&answer, &member));
    member.source = SOURCE_PORTAL;
    cr_expect_not(answer_dropped(&answer, &member));
    member.source = SOURCE_REGISTER;
    answer.complete_as_of[0] = '\0';
    cr_expect_not(answer_dropped(&answer, &member));
}
