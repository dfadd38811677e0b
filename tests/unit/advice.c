/* advice: what depends on the rates of the scheme, and the age of a child. */
#include "core/advice.h"
#include "core/scheme.h"
#include <criterion/criterion.h>
#include <string.h>

static const char TODAY[] = "2026-11-20";

static struct scheme scheme;
static struct hospital here;

static void setup(void)
{
    static const char *const digits[] = {"2", "4"};
    static const long values[] = {100, 80};
    scheme = (struct scheme){.rate_count = 2};
    for (int i = 0; i < 2; i++) {
        scheme.rates[i] = (struct scheme_rate){.kind = RATE_BENEFIT, .value = values[i]};
        strcpy(scheme.rates[i].key, digits[i]);
        strcpy(scheme.rates[i].days.from, "2015-01-01");
    }
    here = (struct hospital){.register_max_age = 7, .scheme = &scheme};
}

TestSuite(advice, .init = setup);

static bool five_years_told(const char *number, char benefit)
{
    struct card card = {.kind = CARD_BHYT, .benefit = benefit};
    struct answer answer = {.source = SOURCE_REGISTER, .complete_as_of = "2026-11-20", .member_count = 1};
    struct member *member = &answer.members[0];
    struct judgement judgement;
    strcpy(card.facts.number, "0123456789");
    strcpy(card.bhxh_number, "0123456789");
    *member = (struct member){.source = SOURCE_REGISTER, .bhxh_number = "0123456789", .as_of = "2026-11-20"};
    strcpy(member->facts.number, number);
    strcpy(member->facts.five_year_date, "2025-10-01");
    assess(&card, &answer, &here, TODAY, &judgement);
    return finding_has(&judgement.findings, FINDING_FIVE_YEARS);
}

Test(advice, five_years_are_for_those_who_pay_a_part)
{
    cr_assert(five_years_told("DN4790123456789", '4'));
    cr_assert_not(five_years_told("HN2790123456789", '2'));
}

Test(advice, five_years_go_by_the_number_after_correction)
{
    cr_assert_not(five_years_told("HN2790123456789", '4'));
    cr_assert(five_years_told("DN4790123456789", '2'));
}

Test(advice, five_years_are_told_where_the_rate_is_not_known)
{
    cr_assert(five_years_told("0123456789", 0));
    cr_assert(five_years_told("CK5790123456789", 0));
    here.scheme = NULL;
    cr_assert(five_years_told("HN2790123456789", '2'));
}

Test(advice, a_child_is_below_seventy_two_months)
{
    static const struct {
        const char *birth;
        bool child;
    } table[] = {{"2020-11-21", true}, {"2020-11-20", false}, {"2026-11-20", true}, {"2026-11-21", false},
                 {"2021", true},       {"2020", false},       {"", false},          {"1985-03-12", false}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct facts person = {.number = ""};
        strcpy(person.birth_date, table[i].birth);
        cr_assert_eq(advice_child(&person, TODAY), table[i].child, "%s", table[i].birth);
    }
}
