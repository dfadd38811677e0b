/* fault: every sentence says what to do and names its key. */
#include "core/fault.h"
#include <criterion/criterion.h>
#include <ctype.h>
#include <string.h>

Test(fault, none_says_nothing)
{
    cr_assert_str_eq(fault_text(FAULT_NONE, LANGUAGE_VI), "");
    cr_assert_str_eq(fault_text(FAULT_NONE, LANGUAGE_EN), "");
    cr_assert_str_eq(fault_key(FAULT_NONE), "");
    cr_assert_str_eq(fault_code(FAULT_NONE), "none");
    cr_assert_str_eq(fault_code(FAULT_SCAN_HALF), "scan_half");
}

/* "What happened: what to do." in both languages; a sentence that offers a key names it. */
Test(fault, every_fault_says_what_to_do)
{
    for (enum fault f = FAULT_NONE + 1; f < FAULT_COUNT; f++) {
        for (enum language l = LANGUAGE_VI; l < LANGUAGE_COUNT; l++) {
            const char *text = fault_text(f, l);
            const char *act = strstr(text, ": ");
            cr_assert(act && act > text && act[2], "%s has no act: %s", fault_code(f), text);
            cr_assert_eq(text[strlen(text) - 1], '.', "%s is no sentence: %s", fault_code(f), text);
            cr_assert(strstr(text, fault_key(f)), "%s offers %s unnamed", fault_code(f), fault_key(f));
        }
    }
}

Test(fault, codes_are_distinct_names)
{
    for (enum fault f = FAULT_NONE; f < FAULT_COUNT; f++) {
        for (const char *c = fault_code(f); *c; c++) {
            cr_assert(islower(*c) || *c == '_', "%s", fault_code(f));
        }
        for (enum fault g = FAULT_NONE; g < f; g++) {
            cr_assert_str_neq(fault_code(f), fault_code(g));
        }
    }
}

Test(fault, a_name_stands_in_its_sentence_or_the_plainer_one_is_told)
{
    char sentence[FAULT_SENTENCE_SIZE];
    for (enum fault f = FAULT_NONE; f < FAULT_COUNT; f++) {
        for (enum language l = LANGUAGE_VI; l < LANGUAGE_COUNT; l++) {
            cr_assert_null(strstr(fault_text(f, l), "%s"), "%s", fault_code(f));
            fault_sentence(f, "", l, sentence);
            cr_assert_str_eq(sentence, fault_text(f, l), "%s", fault_code(f));
            fault_sentence(f, "keyd-of-thirty-one-letters-12345", l, sentence);
            cr_assert_null(strstr(sentence, "%s"), "%s", fault_code(f));
            cr_assert(!sentence[0] || sentence[strlen(sentence) - 1] == '.', "%s is cut", fault_code(f));
        }
    }
    fault_sentence(FAULT_DEVICE_HELD, "kanata", LANGUAGE_EN, sentence);
    cr_assert(strstr(sentence, "kanata holds"));
}
