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

static struct findings some(void)
{
    static const enum finding made[] = {FINDING_TAIL_MISSING, FINDING_FACILITY_DIFFERENT,
                                        FINDING_REGISTERED_ELSEWHERE, FINDING_EXPIRED, FINDING_CCCD_MISSING};
    struct findings set = {.count = 0};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        finding_add(&set, made[i]);
    }
    return set;
}

static void expect_list(const struct findings *set, const enum finding *want, int count)
{
    cr_assert_eq(set->count, count);
    for (int i = 0; i < count; i++) {
        cr_assert_eq(set->list[i], want[i], "%d: %s", i, finding_code(set->list[i]));
    }
}

#define EXPECT_LIST(set, ...)                                                                                \
    expect_list(&(set), (const enum finding[]){__VA_ARGS__},                                                 \
                sizeof(const enum finding[]){__VA_ARGS__} / sizeof(enum finding))

Test(finding, severest_stand_first_and_equals_stay_in_order)
{
    static const struct checks as_listed;
    struct findings set = some(), hidden = {.count = 0};
    checks_apply(&as_listed, &set, &hidden);
    EXPECT_LIST(set, FINDING_EXPIRED, FINDING_REGISTERED_ELSEWHERE, FINDING_CCCD_MISSING,
                FINDING_FACILITY_DIFFERENT, FINDING_TAIL_MISSING);
    cr_assert_eq(hidden.count, 0);
}

Test(finding, severity_in_force_orders_and_off_hides)
{
    struct checks checks = {.changed = {0}};
    struct findings set = some(), hidden = {.count = 0};
    cr_assert(checks_set(&checks, "tail_missing", "stop"));
    cr_assert(checks_set(&checks, "registered_elsewhere", "off"));
    cr_assert(checks_set(&checks, "facility_different", "note"));
    checks_apply(&checks, &set, &hidden);
    EXPECT_LIST(set, FINDING_TAIL_MISSING, FINDING_EXPIRED, FINDING_CCCD_MISSING, FINDING_FACILITY_DIFFERENT);
    EXPECT_LIST(hidden, FINDING_REGISTERED_ELSEWHERE);
}

Test(finding, only_what_the_configuration_may_say_is_set)
{
    struct checks checks = {.changed = {0}};
    cr_assert_not(checks_set(&checks, "no_such_finding", "off"));
    cr_assert_not(checks_set(&checks, "name_spelling", "loud"));
    cr_assert_not(checks_set(&checks, "name_spelling", ""));
    cr_assert_not(checks_set(&checks, "name_spelling", "fix"), "nothing would be corrected");
    cr_assert_eq(checks_severity(&checks, FINDING_NAME_SPELLING), SEVERITY_NOTE);
    cr_assert(checks_set(&checks, "dates_extended", "warn"));
    cr_assert_eq(checks_severity(&checks, FINDING_DATES_EXTENDED), SEVERITY_WARN);
    cr_assert(checks_set(&checks, "dates_extended", "fix"));
    cr_assert_eq(checks_severity(&checks, FINDING_DATES_EXTENDED), SEVERITY_FIX);
    cr_assert(checks_set(&checks, "dates_extended", "off"));
    cr_assert(checks_off(&checks, FINDING_DATES_EXTENDED));
    cr_assert_eq(checks_severity(&checks, FINDING_DATES_EXTENDED), SEVERITY_FIX,
                 "what is hidden keeps its own");
}

Test(finding, every_code_is_found_by_its_name)
{
    for (enum finding f = 0; f < FINDING_COUNT; f++) {
        cr_assert_eq(finding_named(finding_code(f)), f);
    }
    cr_assert_eq(finding_named("Expired"), FINDING_COUNT);
}
