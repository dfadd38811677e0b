/* template: parts, places, columns, what is wrong with one. */
#include "core/template.h"
#include "../fuzz/rounds.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "../fuzz/template.c"

static bool always(const char *part)
{
    return strcmp(part, "yes") == 0 || strcmp(part, "no") == 0;
}

static bool is_yes(const void *of, const char *part)
{
    (void)of;
    return strcmp(part, "yes") == 0;
}

static const struct template_place PLACES[] = {{"name", "Nguyễn Văn Mẫu"}, {"empty", ""}, {"null", NULL}};
static const struct template_words WORDS = {PLACES, 3, always, is_yes, NULL};

static const char *filled(const char *text)
{
    static char made[512];
    cr_assert_eq(template_fill(text, &WORDS, made, sizeof made), FAULT_NONE);
    return made;
}

Test(template, parts_remarks_and_places)
{
    cr_expect_str_eq(filled("# a remark {x}\nabove\n[no]\nhidden\n[no yes]\nshown\n\n{name}"),
                     "above\nshown\n\nNguyễn Văn Mẫu\n");
    cr_expect_str_eq(filled("[yes]\r\n{empty}\r\n{null}\r\n"), "........\n........\n");
    cr_expect_str_eq(filled("{unknown} { name} {name {}} {Name} {name:}"),
                     "{unknown} { name} {name {}} {Name} {name:}\n");
}

Test(template, a_width_cuts_and_fills_up)
{
    cr_expect_str_eq(filled("{name:8}|{name:16}|{empty:3}|"), "Nguyễn …|Nguyễn Văn Mẫu  |   |\n");
    cr_expect_str_eq(filled("{name:0}|{name:133}|{name:9999}"), "Nguyễn Văn Mẫu|{name:133}|{name:9999}\n");
}

Test(template, says_the_first_line_that_names_what_is_not_known)
{
    static const struct {
        const char *text;
        int line;
        const char *name;
    } table[] = {
        {"", 0, ""},
        {"[yes no]\n{name} {name:8} {x y} {}\n# {zzz}\n", 0, ""},
        {"[yes]\n\n[yes perhaps]\n{zzz}", 3, "perhaps"},
        {"[yes]\r\na {zzz:4} b\r\n", 2, "zzz"},
        {"{a_name_that_is_far_too_long_for_any_place}", 0, ""},
        {"[a_name_that_is_far_too_long_for_any_part]", 1, "a_name_that_is_far_too_long_for"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct template_error error;
        template_check(table[i].text, &WORDS, &error);
        cr_expect_eq(error.line, table[i].line, "%s", table[i].text);
        cr_expect_str_eq(error.name, table[i].name);
    }
}

Test(template, is_refused_whole_when_it_does_not_fit)
{
    char text[64], made[16];
    for (size_t len = 0; len < sizeof text - 1; len++) {
        memset(text, 'x', len);
        text[len] = '\0';
        enum fault fault = template_fill(text, &WORDS, made, sizeof made);
        cr_assert_eq(fault, len + 1 < sizeof made || len == 0 ? FAULT_NONE : FAULT_TOO_LONG, "length %zu",
                     len);
        cr_assert_eq(strlen(made), fault || len == 0 ? 0 : len + 1);
    }
}

Test(template, rounds)
{
    static const char *const samples[] = {
        "\xf0[always]\n{hospital} · {day}\n[facility_different not_found]\n• {name}\n",
        "\x90{no:4} {time:6} {name:26} {birth:11}\n[row]\n{closed}[end]\n",
        "\x40[[{{name:9}}]]\r\n[always\n# {x}\xE1\xBA", "{text}{reply:80}"};
    rounds_run(LLVMFuzzerTestOneInput, samples, sizeof samples / sizeof *samples, 3000);
}
