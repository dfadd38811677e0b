/* finding: every sentence says what to do and names its key. */
#include "core/finding.h"
#include <criterion/criterion.h>
#include <ctype.h>
#include <string.h>

/* "What is so: what to do." in both languages; a sentence that offers a key names it. */
Test(finding, every_finding_says_what_to_do)
{
    for (enum finding f = 0; f < FINDING_COUNT; f++) {
        for (enum language l = LANGUAGE_VI; l < LANGUAGE_COUNT; l++) {
            const char *text = finding_text(f, l);
            const char *act = strstr(text, ": ");
            cr_assert(act && act > text && act[2], "%s has no act: %s", finding_code(f), text);
            cr_assert_eq(text[strlen(text) - 1], '.', "%s is no sentence: %s", finding_code(f), text);
            cr_assert(strstr(text, finding_key(f)), "%s offers %s unnamed", finding_code(f), finding_key(f));
        }
    }
}

static int slots(const char *text)
{
    int count = 0;
    for (; (text = strchr(text, '%')); text++) {
        cr_assert_eq(text[1], 's');
        count++;
    }
    return count;
}

Test(finding, both_languages_have_the_same_one_slot)
{
    for (enum finding f = 0; f < FINDING_COUNT; f++) {
        int count = slots(finding_text(f, LANGUAGE_VI));
        cr_assert_leq(count, 1, "%s", finding_code(f));
        cr_assert_eq(count, slots(finding_text(f, LANGUAGE_EN)), "%s", finding_code(f));
    }
}

Test(finding, codes_are_distinct_names)
{
    for (enum finding f = 0; f < FINDING_COUNT; f++) {
        for (const char *c = finding_code(f); *c; c++) {
            cr_assert(islower(*c) || *c == '_', "%s", finding_code(f));
        }
        for (enum finding g = 0; g < f; g++) {
            cr_assert_str_neq(finding_code(f), finding_code(g));
        }
    }
}

Test(finding, set_holds_each_once_in_order)
{
    struct findings set = {.count = 0};
    cr_assert_not(finding_has(&set, FINDING_EXPIRED));
    finding_add(&set, FINDING_EXPIRED);
    finding_add(&set, FINDING_UNREADABLE);
    finding_add(&set, FINDING_EXPIRED);
    cr_assert_eq(set.count, 2);
    cr_assert_eq(set.list[0], FINDING_EXPIRED);
    cr_assert(finding_has(&set, FINDING_UNREADABLE));
}

Test(finding, severities_have_the_names_of_the_contract)
{
    cr_assert_str_eq(severity_code(finding_severity(FINDING_TAIL_MISSING)), "note");
    cr_assert_str_eq(severity_code(finding_severity(FINDING_FACILITY_DIFFERENT)), "fix");
    cr_assert_str_eq(severity_code(finding_severity(FINDING_REGISTERED_ELSEWHERE)), "warn");
    cr_assert_str_eq(severity_code(finding_severity(FINDING_EXPIRED)), "stop");
}

Test(finding, severest_stand_first_and_equals_stay_in_order)
{
    struct findings set = {.count = 0};
    finding_add(&set, FINDING_TAIL_MISSING);
    finding_add(&set, FINDING_FACILITY_DIFFERENT);
    finding_add(&set, FINDING_REGISTERED_ELSEWHERE);
    finding_add(&set, FINDING_EXPIRED);
    finding_add(&set, FINDING_CCCD_MISSING);
    findings_sort(&set);
    cr_assert_eq(set.list[0], FINDING_EXPIRED);
    cr_assert_eq(set.list[1], FINDING_REGISTERED_ELSEWHERE);
    cr_assert_eq(set.list[2], FINDING_CCCD_MISSING);
    cr_assert_eq(set.list[3], FINDING_FACILITY_DIFFERENT);
    cr_assert_eq(set.list[4], FINDING_TAIL_MISSING);
}
