/* The guidance slip: parts by findings, places from the configuration. */
#include "core/slip.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const struct hospital HOSPITAL = {.hotline = "1900 0000", .facility_name = "BV Mẫu"};

static const char *make(const char *template, const struct findings *findings)
{
    static char out[SLIP_SIZE];
    cr_assert_eq(slip_make(template, findings, &HOSPITAL, out, sizeof out), FAULT_NONE);
    return out;
}

Test(slip, fills_places_and_leaves_a_line_for_what_is_not_configured)
{
    struct findings none = {0};
    cr_assert_str_eq(make("Gọi {hotline} ({office}), {hospital} {x}", &none),
                     "Gọi 1900 0000 (........), BV Mẫu {x}\n");
}

Test(slip, shows_a_part_only_with_its_finding)
{
    struct findings findings = {0};
    const char *template = "[always]\na\n[tail_missing unreadable]\nb\n[unreadable]\nc\n[always]\nd\n";
    cr_assert_str_eq(make(template, &findings), "a\nd\n");
    finding_add(&findings, FINDING_TAIL_MISSING);
    cr_assert_str_eq(make(template, &findings), "a\nb\nd\n");
}

Test(slip, is_refused_whole_when_it_does_not_fit)
{
    struct findings none = {0};
    char template[64], out[16];
    for (size_t len = 0; len < sizeof template - 1; len++) {
        memset(template, 'x', len);
        template[len] = '\0';
        enum fault fault = slip_make(template, &none, &HOSPITAL, out, sizeof out);
        cr_assert_eq(fault, len + 1 < sizeof out || len == 0 ? FAULT_NONE : FAULT_TOO_LONG, "length %zu",
                     len);
        cr_assert_eq(strlen(out), fault || len == 0 ? 0 : len + 1);
    }
}

/* A misspelt code would silently never show its part. */
static bool known(const char *word, size_t len)
{
    if (len == 6 && memcmp(word, "always", len) == 0) {
        return true;
    }
    for (int i = 0; i < FINDING_COUNT; i++) {
        const char *code = finding_code((enum finding)i);
        if (strlen(code) == len && memcmp(code, word, len) == 0) {
            return true;
        }
    }
    return false;
}

Test(slip, templates_name_only_findings_that_exist)
{
    static const char *const paths[] = {"data/slip.vi.txt", "data/slip.en.txt"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        FILE *file = fopen(paths[i], "r");
        cr_assert_not_null(file, "%s: run the tests from the top of the project", paths[i]);
        char line[1024];
        int parts = 0;
        while (fgets(line, sizeof line, file)) {
            line[strcspn(line, "\n")] = '\0';
            size_t len = strlen(line);
            if (len < 2 || line[0] != '[' || line[len - 1] != ']') {
                continue;
            }
            parts++;
            line[len - 1] = '\0';
            char *rest = NULL;
            for (char *word = strtok_r(line + 1, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
                cr_expect(known(word, strlen(word)), "%s: [%s] is no finding", paths[i], word);
            }
        }
        fclose(file);
        cr_assert_gt(parts, 3);
    }
}
