/* slip: what its template may name. */
#include "core/slip.h"
#include <string.h>

static bool known(const char *part)
{
    return strcmp(part, "always") == 0 || strcmp(part, "guide") == 0 || finding_named(part) != FINDING_COUNT;
}

static bool applies(const void *of, const char *part)
{
    const struct slip *slip = of;
    if (strcmp(part, "guide") == 0) {
        return slip->hospital->guide[0] != '\0';
    }
    return strcmp(part, "always") == 0 || finding_has(slip->findings, finding_named(part));
}

enum fault slip_make(const char *template, const struct slip *slip, char *out, size_t cap)
{
    date_text day;
    const struct hospital *hospital = slip->hospital;
    date_show(slip->day, day);
    const struct template_place places[] = {{"hospital", hospital->facility_name},
                                            {"facility", hospital->facility},
                                            {"hotline", hospital->hotline},
                                            {"office", hospital->office},
                                            {"guide", hospital->guide},
                                            {"name", slip->name},
                                            {"bhxh", slip->bhxh_number},
                                            {"day", day}};
    const struct template_words words = {places, sizeof places / sizeof *places, known, applies, slip};
    return template_fill(template, &words, out, cap);
}

void slip_check(const char *template, struct template_error *ret)
{
    static const struct template_place places[] = {{"hospital", ""}, {"facility", ""}, {"hotline", ""},
                                                   {"office", ""},   {"guide", ""},    {"name", ""},
                                                   {"bhxh", ""},     {"day", ""}};
    const struct template_words words = {places, sizeof places / sizeof *places, known, applies, NULL};
    template_check(template, &words, ret);
}
