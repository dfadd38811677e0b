/* claim: which device is taken, and why another is not. */
#include "core/claim.h"
#include <criterion/criterion.h>
#include <string.h>

static const struct profile PROFILES[] = {
    {.name = "generic", .layout = "us"},
    {.name = "generic-silence", .layout = "us"},
    {.name = "symbol", .match = {{0x05e0, 0x1200, "Symbol*Scanner*", 0}}, .match_count = 1, .layout = "us"},
};
static const struct device SYMBOL = {
    0x05e0, 0x1200, "Symbol Technologies Bar Code Scanner", "S1234567", "usb-1", true, false, DEVICE_KEYS};
static const struct device CHEAP = {
    0x0416, 0xc141, "HID Keyboard", "00000000", "pci-0000:00:14.0-usb-0:2:1.0", true, false, DEVICE_KEYS};

static struct claim judge(const struct device *device, const char *bind, bool remote)
{
    const char *binds[] = {bind};
    struct claim_rules rules = {PROFILES, 3, binds, bind != NULL, remote};
    return claim_judge(&rules, device);
}

Test(claim, a_profile_takes_by_vendor_product_and_name_together)
{
    struct device other = SYMBOL;
    cr_assert_eq(judge(&SYMBOL, NULL, false).kind, CLAIM_KNOWN);
    cr_assert_str_eq(judge(&SYMBOL, NULL, false).profile->name, "symbol");
    other.product = 0x1201;
    cr_assert_eq(judge(&other, NULL, false).kind, CLAIM_STRANGER);
    other = SYMBOL;
    strcpy(other.name, "Symbol Keyboard");
    cr_assert_eq(judge(&other, NULL, false).kind, CLAIM_STRANGER);
    other = SYMBOL;
    other.vendor = 0x05e1;
    cr_assert_eq(judge(&other, NULL, false).kind, CLAIM_STRANGER);
}

Test(claim, a_profile_may_leave_digits_of_the_product_open)
{
    struct profile any = {.name = "any", .match = {{0x1eab, 0x0003, "New*", 0xff00}}, .match_count = 1};
    struct claim_rules rules = {.profiles = &any, .profile_count = 1};
    struct device device = SYMBOL;
    device.vendor = 0x1eab;
    device.product = 0x8303;
    strcpy(device.name, "Newland");
    cr_assert_eq(claim_judge(&rules, &device).kind, CLAIM_KNOWN);
    device.product = 0x8306;
    cr_assert_eq(claim_judge(&rules, &device).kind, CLAIM_STRANGER);
}

Test(claim, a_remote_session_and_a_bound_counter_take_bound_devices_only)
{
    char bind[BIND_SIZE];
    cr_assert_eq(judge(&SYMBOL, NULL, true).kind, CLAIM_REMOTE);
    cr_assert_eq(judge(&SYMBOL, "0416:c141/port/x", false).kind, CLAIM_OTHER);
    claim_bind(&SYMBOL, "", bind);
    cr_assert_eq(judge(&SYMBOL, bind, true).kind, CLAIM_BOUND);
    cr_assert(claim_taken(CLAIM_BOUND) && claim_taken(CLAIM_KNOWN));
    cr_assert_not(claim_taken(CLAIM_STRANGER) || claim_taken(CLAIM_OTHER) || claim_taken(CLAIM_REMOTE) ||
                  claim_taken(CLAIM_MADE) || claim_taken(CLAIM_NO_SCANS));
}

Test(claim, what_a_program_made_or_cannot_scan_is_never_taken)
{
    char bind[BIND_SIZE];
    struct device device = SYMBOL;
    claim_bind(&SYMBOL, "", bind);
    device.made = true;
    cr_assert_eq(judge(&device, bind, false).kind, CLAIM_MADE);
    device.scans = false;
    cr_assert_eq(judge(&device, bind, false).kind, CLAIM_NO_SCANS);
}

Test(claim, what_declares_itself_a_scanner_needs_no_profile_but_obeys_binding_and_session)
{
    struct device pos = CHEAP;
    pos.kind = DEVICE_POS;
    cr_assert_eq(judge(&pos, NULL, false).kind, CLAIM_DECLARED);
    cr_assert(claim_taken(CLAIM_DECLARED));
    cr_assert_str_eq(judge(&pos, NULL, false).profile->name, "generic");
    cr_assert_eq(judge(&pos, NULL, true).kind, CLAIM_REMOTE);
    cr_assert_eq(judge(&pos, "05e0:1200/serial/S1", false).kind, CLAIM_OTHER);
    pos.kind = DEVICE_SERIAL;
    cr_assert_eq(judge(&pos, NULL, false).kind, CLAIM_STRANGER, "an unknown serial port may be anything");
}

Test(claim, binds_by_serial_else_by_port_else_by_name)
{
    char bind[BIND_SIZE];
    claim_bind(&SYMBOL, "", bind);
    cr_assert_str_eq(bind, "05e0:1200/serial/S1234567");
    claim_bind(&CHEAP, "generic-silence", bind);
    cr_assert_str_eq(bind, "0416:c141/port/pci-0000:00:14.0-usb-0:2:1.0 generic-silence");
    struct device bare = CHEAP;
    bare.port[0] = '\0';
    strcpy(bare.name, "Máy; quét #1");
    claim_bind(&bare, "", bind);
    cr_assert_null(strpbrk(bind, " ;#"), "%s would not survive the configuration file", bind);
    cr_assert_eq(judge(&bare, bind, true).kind, CLAIM_BOUND);
    cr_assert_eq(judge(&CHEAP, bind, true).kind, CLAIM_STRANGER);
}

Test(claim, a_bound_device_of_the_same_port_but_another_model_is_not_taken)
{
    char bind[BIND_SIZE];
    struct device keyboard = CHEAP;
    claim_bind(&CHEAP, "", bind);
    keyboard.vendor = 0x046d;
    cr_assert_eq(judge(&keyboard, bind, false).kind, CLAIM_STRANGER);
}

Test(claim, a_bound_device_types_as_its_line_says_else_as_its_model)
{
    cr_assert_str_eq(judge(&SYMBOL, "05e0:1200/serial/S1234567", false).profile->name, "symbol");
    cr_assert_str_eq(judge(&SYMBOL, "05e0:1200/serial/S1234567 generic-silence", false).profile->name,
                     "generic-silence");
    cr_assert_str_eq(judge(&CHEAP, "0416:c141/port/pci-0000:00:14.0-usb-0:2:1.0", false).profile->name,
                     "generic");
    cr_assert_str_eq(judge(&CHEAP, "0416:c141/serial/00000000 no-such", false).profile->name, "generic");
    struct claim_rules bare = {NULL, 0, (const char *[]){"0416:c141/serial/00000000"}, 1, false};
    cr_assert_null(claim_judge(&bare, &CHEAP).profile);
}

Test(claim, the_longest_identity_fits_its_line)
{
    struct device device = {.scans = true};
    char bind[BIND_SIZE];
    memset(device.name, 'n', sizeof device.name - 1);
    memset(device.port, 'p', sizeof device.port - 1);
    claim_bind(&device, "generic-silence", bind);
    cr_assert_eq(judge(&device, bind, false).kind, CLAIM_BOUND);
    device.port[0] = '\0';
    claim_bind(&device, "generic-silence", bind);
    cr_assert_eq(judge(&device, bind, false).kind, CLAIM_BOUND);
}

Test(claim, names_fit_by_stars_without_case)
{
    cr_assert(claim_name_fits("Symbol*Scanner*", "SYMBOL Bar Code Scanner"));
    cr_assert(claim_name_fits("*a*b", "xxaxxbab"));
    cr_assert(claim_name_fits("abc", "abc"));
    cr_assert_not(claim_name_fits("abc", "abcd"));
    cr_assert_not(claim_name_fits("abc*d", "abc"));
    cr_assert_not(claim_name_fits("", "x"));
    cr_assert(claim_name_fits("**", ""));
}

Test(claim, key_bits_tell_a_keyboard_from_a_button)
{
    cr_assert(claim_types("1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe\n", 64));
    cr_assert(claim_types("fffffffe fffffffe", 32) == false);
    cr_assert(claim_types("10000 7 ff9f207a c14057ff febeffdf ffefffff ffffffff fffffffe", 32));
    cr_assert_not(claim_types("10000000000000 0\n", 64));
    cr_assert_not(claim_types("70000 0 0 0 0\n", 64));
    cr_assert_not(claim_types("", 64));
    cr_assert_not(claim_types("rubbish", 64));
}
