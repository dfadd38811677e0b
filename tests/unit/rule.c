/* rule: what a profile or a binding takes is what its udev condition gives. */
#include "core/rule.h"
#include <criterion/criterion.h>
#include <fnmatch.h>
#include <stdio.h>
#include <string.h>

/* Does the head's line for this device fit the pattern of the condition? */
static bool gives(const char *condition, const struct device *device)
{
    char line[256], pattern[RULE_LINE_SIZE];
    cr_assert_eq(sscanf(condition, "ENV{.TIEPDON}==\"%[^\"]\"", pattern), 1, "%s", condition);
    snprintf(line, sizeof line, "%04x:%04x %s", device->vendor, device->product, device->name);
    return fnmatch(pattern, line, 0) == 0;
}

static bool takes(const struct match *match, const struct device *device)
{
    const struct profile profile = {.name = "x", .match = {*match}, .match_count = 1};
    const struct claim_rules rules = {.profiles = &profile, .profile_count = 1};
    return claim_judge(&rules, device).kind == CLAIM_KNOWN;
}

Test(rule, gives_what_the_profile_takes_and_nothing_else)
{
    static const struct match MATCHES[] = {
        {0x05e0, 0x1200, "Symbol*Bar Code Scanner*", 0},
        {0x1eab, 0x0006, "Newland*", 0xFF00},
        {0x0c2e, 0x0b61, "Honeywell [x] | \"1\"", 0},
    };
    static const struct device DEVICES[] = {
        {.vendor = 0x05e0, .product = 0x1200, .name = "Symbol Technologies Bar Code Scanner", .scans = true},
        {.vendor = 0x05e0, .product = 0x1200, .name = "Symbol Keyboard", .scans = true},
        {.vendor = 0x05e0, .product = 0x1201, .name = "Symbol Bar Code Scanner", .scans = true},
        {.vendor = 0x1eab, .product = 0x1d06, .name = "Newland Auto-ID", .scans = true},
        {.vendor = 0x1eab, .product = 0x1d03, .name = "Newland Auto-ID", .scans = true},
        {.vendor = 0x0c2e, .product = 0x0b61, .name = "Honeywell [x] | \"1\"", .scans = true},
        {.vendor = 0x0c2e, .product = 0x0b61, .name = "Honeywell", .scans = true},
    };
    int given = 0;
    for (size_t m = 0; m < sizeof MATCHES / sizeof *MATCHES; m++) {
        char line[RULE_LINE_SIZE];
        rule_match(&MATCHES[m], line);
        for (size_t d = 0; d < sizeof DEVICES / sizeof *DEVICES; d++) {
            bool taken = takes(&MATCHES[m], &DEVICES[d]);
            cr_assert_eq(gives(line, &DEVICES[d]), taken, "%s %s", line, DEVICES[d].name);
            given += taken;
        }
    }
    cr_assert_eq(given, 3);
}

Test(rule, a_pattern_cannot_break_out_of_its_line)
{
    const struct match match = {0x05e0, 0x1200, "x\", RUN+=\"/bin/sh\n$attr{y}|*[!a]", 0};
    char line[RULE_LINE_SIZE];
    rule_match(&match, line);
    char *pattern = strstr(line, "x");
    pattern[strlen(pattern) - strlen("\", GOTO=\"tiepdon_give\"\n")] = '\0';
    cr_assert_eq(strlen(pattern), strlen(match.name));
    cr_assert_null(strpbrk(pattern, "\"$|[]{}\\\n"), "%s", pattern);
}

Test(rule, a_binding_gives_the_one_device_it_names)
{
    char line[RULE_LINE_SIZE];
    cr_assert(rule_bind("05e0:1200/serial/S1234567 generic", line));
    cr_assert_str_eq(line,
                     "ENV{.TIEPDON}==\"05e0:1200 *\", ATTRS{serial}==\"S1234567\", GOTO=\"tiepdon_give\"\n");
    cr_assert(rule_bind("0416:c141/port/pci-0000:00:14.0-usb-0:2:1.0", line));
    cr_assert_str_eq(line, "ENV{.TIEPDON}==\"0416:c141 *\", ENV{ID_PATH}==\"pci-0000:00:14.0-usb-0:2:1.0\", "
                           "GOTO=\"tiepdon_give\"\n");
    cr_assert(rule_bind("05e0:1200/name/M__y_qu__t__1", line));
    const struct device device = {.vendor = 0x05e0, .product = 0x1200, .name = "M\xC3\xA1y-qu\xC3\xA9t;#1"};
    cr_assert(gives(line, &device));
    cr_assert_not(rule_bind("rubbish", line));
    cr_assert_not(rule_bind("05e0:1200/colour/red", line));
}
