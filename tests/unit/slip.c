/* The guidance slip: parts by findings, places from the configuration. */
#include "core/slip.h"
#include <criterion/criterion.h>
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
