/* setup: scanners set in every way send the known code, and what is recognised of them reads it from then on. Keyboards
 * are keys given to a slot, as the thread would; ports are pseudo-terminals. */
#include "adapter/scanner_slot.h"
#include "core/text.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <linux/input-event-codes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { REPORT_US = 4000 };

static const struct keymaps KEYMAPS = {.installed = "keymaps"};
static const char *const LAYOUTS[] = {"us", "fr", "de", "gb"};
enum { LAYOUT_COUNT = 4 };

static struct scanner *scanner;
static struct scanner_event event;
static struct slot *slot;
static uint64_t clock_us;
static bool told;
static struct layout *typist; /* what the scanner is set to */

/* ---- A keyboard whose keys we press. ---- */

static void open_slot(const char *profile)
{
    struct scanner_options options = {.profiles = &KEYMAPS};
    cr_assert_eq(scanner_open(&options, &scanner), FAULT_NONE);
    struct found found = {
        .device = {.vendor = 0x05e0, .product = 0x1200, .name = "Scanner", .port = "usb-1", .scans = true},
        .node = "/dev/input/event-none"};
    scanner_plug(scanner, &found, 0);
    scanner_listen(scanner, true);
    for (int i = 0; i < SLOTS; i++) {
        bool ours = scanner->slot[i].used && !strcmp(scanner->slot[i].found.node, found.node);
        slot = ours ? &scanner->slot[i] : slot;
    }
    cr_assert(slot);
    *slot =
        (struct slot){.used = true, .open = true, .listening = !profile, .id = 1000, .found = slot->found};
    slot->feed.fd = -1;
    for (int i = 0; profile && i < scanner->profiles.count; i++) {
        if (!strcmp(scanner->profiles.list[i].name, profile)) {
            slot->claim = (struct claim){CLAIM_BOUND, &scanner->profiles.list[i]};
        }
    }
    cr_assert_eq(slot_hear_begin(scanner, slot), FAULT_NONE);
    clock_us = 10000000;
    told = false;
}

static void close_slot(void)
{
    scanner_close(scanner);
    explicit_bzero(&event, sizeof event);
    layout_close(typist);
    typist = NULL;
    slot = NULL;
}

static void open_typist(const char *name)
{
    char path[PATH_SIZE];
    layout_close(typist);
    cr_assert_eq(keymaps_layout(&KEYMAPS, name, path), FAULT_NONE);
    cr_assert_eq(layout_open(path, &typist), FAULT_NONE);
}

static void key(unsigned short code, int value)
{
    clock_us += REPORT_US;
    scanner->record = (struct record){.id = slot->id, .what = RECORD_EVENT};
    struct input_event *stroke = &scanner->record.event;
    *stroke = (struct input_event){.type = EV_KEY, .code = code, .value = value};
    stroke->input_event_sec = (time_t)(clock_us / 1000000);
    stroke->input_event_usec = (suseconds_t)(clock_us % 1000000);
    told = slot_hear(scanner, slot, &event) || told;
}

static void tap(unsigned short code)
{
    key(code, 1);
    key(code, 0);
}

/* Time enough for any scan to end. */
static void rest(void)
{
    for (int i = 0; i < 3 && slot_deadline(slot); i++) {
        clock_us = slot_deadline(slot);
        told = slot_pass(scanner, slot, clock_us, &event) || told;
    }
    clock_us += 2000000;
}

/* The combination by which the layout types this letter; false when it has none. */
static bool type_key(const char *letter)
{
    static const unsigned short HOLD[] = {0, KEY_LEFTSHIFT, KEY_RIGHTALT};
    for (size_t i = 0; i < sizeof HOLD / sizeof *HOLD; i++) {
        for (unsigned short code = KEY_1; code <= KEY_102ND; code++) {
            char text[LAYOUT_TEXT_SIZE] = "", none[LAYOUT_TEXT_SIZE];
            bool lock = code == KEY_CAPSLOCK || code == KEY_NUMLOCK || (code >= KEY_KP7 && code <= KEY_KPDOT);
            layout_reset(typist);
            layout_key(typist, HOLD[i], HOLD[i] != 0, none);
            layout_key(typist, code, !lock, text);
            if (lock || strcmp(text, letter) != 0) {
                continue;
            }
            if (HOLD[i]) {
                key(HOLD[i], 1);
            }
            tap(code);
            if (HOLD[i]) {
                key(HOLD[i], 0);
            }
            return true;
        }
    }
    return false;
}

static void type_alt(const char *digits)
{
    static const unsigned short PAD[] = {KEY_KP0, KEY_KP1, KEY_KP2, KEY_KP3, KEY_KP4,
                                         KEY_KP5, KEY_KP6, KEY_KP7, KEY_KP8, KEY_KP9};
    key(KEY_LEFTALT, 1);
    for (const char *c = digits; *c; c++) {
        tap(PAD[*c - '0']);
    }
    key(KEY_LEFTALT, 0);
}

/* ---- The ways of letters that are no key. ---- */

typedef void way_types(const char *letter);

static void by_nothing(const char *letter)
{
    (void)letter;
}

static void by_utf8(const char *letter)
{
    for (; *letter; letter++) {
        char digits[8];
        snprintf(digits, sizeof digits, "%03d", (unsigned char)*letter);
        type_alt(digits);
    }
}

static void by_table(const char *letter, const char *const letters[], const int bytes[], int count)
{
    for (int i = 0; i < count; i++) {
        char digits[8];
        snprintf(digits, sizeof digits, "0%03d", bytes[i]);
        if (!strcmp(letter, letters[i])) {
            type_alt(digits);
        }
    }
}

static void by_cp1252(const char *letter)
{
    by_table(letter, (const char *const[]){"é", "ã"}, (const int[]){0xE9, 0xE3}, 2);
}

static void by_cp1258(const char *letter)
{
    by_table(letter, (const char *const[]){"é", "Đ", "đ", "ư"}, (const int[]){0xE9, 0xD0, 0xF0, 0xFD}, 4);
}

static void by_code(const char *letter)
{
    int32_t rune = 0;
    char digits[16];
    text_next(letter, strlen(letter), &rune);
    snprintf(digits, sizeof digits, "%d", (int)rune);
    type_alt(digits);
}

static void type_hex(const char *letter)
{
    int32_t rune = 0;
    char digits[16];
    text_next(letter, strlen(letter), &rune);
    snprintf(digits, sizeof digits, "%04x", (unsigned)rune);
    for (const char *c = digits; *c; c++) {
        cr_assert(type_key((char[]){*c, '\0'}));
    }
}

static void by_alt_hex(const char *letter)
{
    key(KEY_LEFTALT, 1);
    tap(KEY_KPPLUS);
    type_hex(letter);
    key(KEY_LEFTALT, 0);
}

static void by_ctrl_u(const char *letter)
{
    key(KEY_LEFTCTRL, 1);
    key(KEY_LEFTSHIFT, 1);
    tap(KEY_U);
    key(KEY_LEFTSHIFT, 0);
    key(KEY_LEFTCTRL, 0);
    type_hex(letter);
    tap(KEY_SPACE);
}

static void by_alt_x(const char *letter)
{
    type_hex(letter);
    key(KEY_LEFTALT, 1);
    tap(KEY_X);
    key(KEY_LEFTALT, 0);
}

/* As a scanner set to `layout`: its keys where it has them, else `way`. */
static void type(const char *layout, const char *text, way_types *way)
{
    open_typist(layout);
    for (size_t len; *text; text += len) {
        char letter[8] = "";
        for (len = 1; (text[len] & 0xC0) == 0x80;) {
            len++;
        }
        memcpy(letter, text, len);
        if (!type_key(letter)) {
            way(letter);
        }
    }
}

/* ---- What must come of it. ---- */

static void expect_heard(const char *layout, enum setup_sent sent)
{
    cr_assert(told, "%s: nothing was told", layout);
    cr_assert_eq(event.what, SCANNER_HEARD, "%s: %d", layout, (int)event.what);
    cr_assert_str_eq(event.setup.layout, layout);
    cr_assert_eq(event.setup.sent, sent, "%s: sent %d, not %d", layout, (int)event.setup.sent, (int)sent);
    cr_assert_eq(event.setup.kind, DEVICE_KEYS);
}

/* A CCCD that the scanner sends is read whole once its profile is in use. */
static void expect_read(const char *layout, way_types *way, const char *card)
{
    struct profile profile;
    char bind[BIND_SIZE];
    setup_profile(&event.setup, &event.device, false, &profile);
    claim_bind(&event.device, profile.name, bind);
    cr_assert_eq(scanner_adopt(scanner, &event.device, &profile, bind), FAULT_NONE);
    cr_assert_eq(slot->claim.kind, CLAIM_BOUND);
    cr_assert_str_eq(slot->claim.profile->name, profile.name);
    scanner_listen(scanner, false);
    *slot = (struct slot){
        .used = true, .open = true, .id = 1001, .found = slot->found, .claim = slot->claim, .feed.fd = -1};
    cr_assert_eq(slot_hear_begin(scanner, slot), FAULT_NONE);
    told = false;
    type(layout, card, way);
    tap(KEY_ENTER);
    cr_assert(told);
    cr_assert_eq(event.what, SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, card, "%s: %s", layout, event.scan.bytes);
}

static void recognise(const char *layout, way_types *way, enum setup_sent sent, const char *card)
{
    open_slot(NULL);
    type(layout, SETUP_TEXT, way);
    tap(KEY_ENTER);
    cr_assert_not(told, "only in the silence behind the scan");
    rest();
    expect_heard(layout, sent);
    cr_assert_eq(event.road, HEARD_STRANGER);
    cr_assert_eq(event.setup.suffixes, SUFFIX_ENTER);
    expect_read(layout, way, card);
    close_slot();
}

static const char WHOLE[] = "079201012345||Nguyễn Thị Ước Đào|01021990|Nữ|12 Lê Lợi|01012022";
static const char PLAIN[] = "079201012345||NGUYEN VAN MAU|01021990|Nam|12 Le Loi|01012022";

Test(setup_slot, a_stranger_of_every_layout_and_way_is_recognised_and_then_read)
{
    for (int i = 0; i < LAYOUT_COUNT; i++) {
        recognise(LAYOUTS[i], by_utf8, SETUP_UTF8, WHOLE);
        recognise(LAYOUTS[i], by_code, SETUP_CODE, WHOLE);
        recognise(LAYOUTS[i], by_cp1252, SETUP_CP1252, PLAIN);
        recognise(LAYOUTS[i], by_cp1258, SETUP_CP1258, PLAIN);
    }
}

Test(setup_slot, numbers_in_hexadecimal_are_told_apart)
{
    recognise("us", by_alt_hex, SETUP_ALT_HEX, WHOLE);
    recognise("us", by_ctrl_u, SETUP_CTRL_U, WHOLE);
    recognise("us", by_alt_x, SETUP_ALT_X, WHOLE);
    recognise("fr", by_ctrl_u, SETUP_CTRL_U, WHOLE);
    recognise("de", by_alt_x, SETUP_ALT_X, WHOLE);
}

Test(setup_slot, dropped_letters_are_seen)
{
    recognise("us", by_nothing, SETUP_LOST, PLAIN);
    recognise("gb", by_nothing, SETUP_KEYS, PLAIN);
    recognise("fr", by_nothing, SETUP_KEYS, PLAIN);
}

Test(setup_slot, a_scanner_without_a_suffix_is_recognised_by_the_code_alone, .fini = close_slot)
{
    open_slot(NULL);
    type("fr", SETUP_TEXT, by_utf8);
    rest();
    expect_heard("fr", SETUP_UTF8);
    cr_assert_eq(event.setup.suffixes, 0);
}

Test(setup_slot, a_prefix_and_a_double_suffix_are_seen, .fini = close_slot)
{
    open_slot(NULL);
    type("us", "]Q1" SETUP_TEXT, by_utf8);
    tap(KEY_ENTER);
    key(KEY_LEFTCTRL, 1);
    tap(KEY_J);
    key(KEY_LEFTCTRL, 0);
    rest();
    expect_heard("us", SETUP_UTF8);
    cr_assert_str_eq(event.setup.prefix, "]Q1");
    cr_assert_eq(event.setup.suffixes, SUFFIX_ENTER | SUFFIX_LF);
}

Test(setup_slot, a_scanner_in_use_is_heard_through_its_wrong_profile, .fini = close_slot)
{
    open_slot("generic");
    type("de", SETUP_TEXT, by_code);
    tap(KEY_ENTER);
    expect_heard("de", SETUP_CODE);
    cr_assert_eq(event.road, HEARD_BOUND);
    cr_assert_not(event.served);
    struct profile profile;
    setup_profile(&event.setup, &event.device, false, &profile);
    cr_assert_eq(scanner_adopt(scanner, &event.device, &profile, "05e0:1200/port/usb-1 x"), FAULT_NONE);
    cr_assert(slot->open && !slot->listening, "it is held all the time");
    told = false;
    rest();
    type("de", SETUP_TEXT, by_code);
    tap(KEY_ENTER);
    expect_heard("de", SETUP_CODE);
    cr_assert(event.served);
}

Test(setup_slot, a_scan_of_a_card_is_a_scan_as_ever, .fini = close_slot)
{
    open_slot("generic");
    type("us", PLAIN, by_nothing);
    tap(KEY_ENTER);
    cr_assert(told);
    cr_assert_eq(event.what, SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, PLAIN);
}

Test(setup_slot, a_person_is_no_scanner_whatever_is_typed, .fini = close_slot)
{
    open_slot(NULL);
    open_typist("us");
    for (const char *c = "Tiepdon|0123456789|aqwzym@#|dd d9|||||||"; *c; c++) {
        cr_assert(type_key((char[]){*c, '\0'}));
        clock_us += 90000;
        told = (slot_deadline(slot) && slot_deadline(slot) <= clock_us &&
                slot_pass(scanner, slot, clock_us, &event)) ||
               told;
    }
    tap(KEY_ENTER);
    rest();
    cr_assert_not(told);
}

Test(setup_slot, outside_the_set_up_the_known_code_is_no_event_of_its_own, .fini = close_slot)
{
    open_slot("generic");
    scanner_listen(scanner, false);
    type("us", SETUP_TEXT, by_utf8);
    tap(KEY_ENTER);
    cr_assert(told);
    cr_assert_neq(event.what, SCANNER_HEARD);
}
