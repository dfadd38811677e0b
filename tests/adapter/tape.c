/* tape: a scan through the wrong layout becomes the card it was, by every pair of layouts, and never another. */
#include "adapter/tape.h"
#include "adapter/scanner_slot.h"
#include "core/card.h"
#include <criterion/criterion.h>
#include <linux/input-event-codes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Names in hex, an end mark, dates: a card that any of the layouts can type. */
static const char CARD[] = "DN4790123456789|4e475559e1bb844e2056c4824e20414e|04/09/1985|1|"
                           "53e1bb912031205068e1bb91205468e1bbad|79 - 014|01/07/2023|31/12/2026|21/07/2023|"
                           "79010123456789|-|4|01/07/2027|0123456789abcdef-7102|$";
static const char *const LAYOUTS[] = {"us", "fr", "de", "gb"};
enum { LAYOUT_COUNT = 4 };

static const struct keymaps KEYMAPS = {.installed = "keymaps"};
static const struct manner ENTER = {SUFFIX_ENTER, "", SILENCE_US, HALF_US, WAY_AUTO};
static const struct manner SILENCE = {0, "", SILENCE_US, HALF_US, WAY_AUTO};

/* One counter: what it reads with, and what it kept. */
static struct layout *reader;
static struct tape *tape;
static struct wedge wedge;
static struct scan scan;
static uint64_t clock_us;

static struct layout *open_layout(const char *name)
{
    char path[PATH_SIZE];
    struct layout *layout = NULL;
    cr_assert_eq(keymaps_layout(&KEYMAPS, name, path), FAULT_NONE);
    cr_assert_eq(layout_open(path, &layout), FAULT_NONE, "%s", path);
    return layout;
}

static void open_reader(const char *name, const struct manner *manner)
{
    clock_us = 1000000;
    reader = open_layout(name);
    wedge_init(&wedge, manner);
    cr_assert_eq(tape_open(&tape), FAULT_NONE);
}

static void close_reader(void)
{
    layout_close(reader);
    tape_close(tape);
}

/* A slot whose device is a keyboard of a test, instead of the above. */
static struct scanner counter;
static struct slot *slot;
static struct scanner_event heard;

static bool hear(unsigned short type, unsigned short code, int value)
{
    counter.record =
        (struct record){.what = RECORD_EVENT, .event = {.type = type, .code = code, .value = value}};
    counter.record.event.input_event_sec = (time_t)(clock_us / 1000000);
    counter.record.event.input_event_usec = (suseconds_t)(clock_us % 1000000);
    return slot_hear(&counter, slot, &heard);
}

/* As the scanner's slot does, or through one. True when a scan was whole. */
static bool key(unsigned short code, bool pressed)
{
    if (slot) {
        clock_us += 1000;
        return hear(EV_KEY, code, pressed) && heard.what == SCANNER_SCAN;
    }
    struct stroke stroke = {.us = clock_us += 1000, .code = code, .pressed = pressed};
    bool whole = false;
    stroke.dead = layout_key(reader, code, pressed, stroke.text);
    tape_keep(tape, &stroke);
    enum fault fault = wedge_stroke(&wedge, &stroke, &scan, &whole);
    return whole && !fault;
}

static void tap(unsigned short code)
{
    key(code, true);
    key(code, false);
}

struct combination {
    unsigned short hold, code;
};

static struct combination find(struct layout *layout, char wanted)
{
    static const unsigned short HOLD[] = {KEY_RESERVED, KEY_LEFTSHIFT, KEY_RIGHTALT};
    char text[LAYOUT_TEXT_SIZE];
    for (size_t i = 0; i < sizeof HOLD / sizeof *HOLD; i++) {
        for (unsigned short code = KEY_1; code <= KEY_102ND; code++) {
            bool lock = code == KEY_CAPSLOCK || code == KEY_NUMLOCK || (code >= KEY_KP7 && code <= KEY_KPDOT);
            if (lock) {
                continue;
            }
            layout_reset(layout);
            layout_key(layout, HOLD[i], true, text);
            layout_key(layout, code, true, text);
            if (text[0] == wanted && !text[1]) {
                return (struct combination){HOLD[i], code};
            }
        }
    }
    cr_assert_fail("no key types %c", wanted);
    return (struct combination){0, 0};
}

/* Alt and three keypad digits: how a scanner sends a byte that no key gives. */
static void alt(unsigned char byte)
{
    static const unsigned short PAD[] = {KEY_KP0, KEY_KP1, KEY_KP2, KEY_KP3, KEY_KP4,
                                         KEY_KP5, KEY_KP6, KEY_KP7, KEY_KP8, KEY_KP9};
    key(KEY_LEFTALT, true);
    tap(PAD[byte / 100]);
    tap(PAD[byte / 10 % 10]);
    tap(PAD[byte % 10]);
    key(KEY_LEFTALT, false);
}

/* As a scanner set to that layout. Without its suffix. */
static void type(const char *layout_name, const char *text)
{
    struct layout *layout = open_layout(layout_name);
    for (; *text; text++) {
        if ((unsigned char)*text >= 0x80) {
            alt((unsigned char)*text);
            continue;
        }
        struct combination keys = find(layout, *text);
        if (keys.hold) {
            key(keys.hold, true);
        }
        tap(keys.code);
        if (keys.hold) {
            key(keys.hold, false);
        }
    }
    layout_close(layout);
}

static bool is_card(void)
{
    struct card card;
    return card_parse(scan.bytes, scan.len, scan.origin, &card) == FAULT_NONE && !card.notes && !card.mended;
}

Test(tape, a_card_is_read_through_every_wrong_layout)
{
    for (int set = 0; set < LAYOUT_COUNT; set++) {
        for (int read = 0; read < LAYOUT_COUNT; read++) {
            open_reader(LAYOUTS[read], &ENTER);
            type(LAYOUTS[set], CARD);
            cr_assert(key(KEY_ENTER, true));
            cr_assert_eq(is_card(), set == read, "%s by %s: %s", LAYOUTS[set], LAYOUTS[read], scan.bytes);
            tape_mend(tape, &KEYMAPS, &ENTER, &scan);
            cr_assert_str_eq(scan.bytes, CARD, "%s by %s: %s", LAYOUTS[set], LAYOUTS[read], scan.bytes);
            cr_assert_eq(scan.mended, set == read ? 0 : MEND_LAYOUT);
            cr_assert_eq(scan.origin, ORIGIN_SCANNER);
            close_reader();
        }
    }
}

Test(tape, letters_as_alt_codes_are_the_same_through_every_layout)
{
    static const char CCCD[] =
        "001095012345|012345678|Nguyễn Văn An|25101995|Nam|12 Phố Huế, Hà Nội|10122021";
    open_reader("us", &ENTER);
    type("fr", CCCD);
    cr_assert(key(KEY_ENTER, true));
    tape_mend(tape, &KEYMAPS, &ENTER, &scan);
    cr_assert_str_eq(scan.bytes, CCCD);
    cr_assert_eq(scan.mended, MEND_LAYOUT);
    close_reader();
}

Test(tape, a_number_that_several_layouts_read_alike_is_one_reading)
{
    open_reader("fr", &ENTER);
    type("us", "001095012345");
    cr_assert(key(KEY_ENTER, true));
    tape_mend(tape, &KEYMAPS, &ENTER, &scan);
    cr_assert_str_eq(scan.bytes, "001095012345");
    cr_assert_eq(scan.mended, MEND_LAYOUT);
    close_reader();
}

Test(tape, what_no_layout_reads_stays_as_it_came)
{
    static const char *const OTHER[] = {"8934563138165", "hello", "DN4790123456789|4e47|x", "$|$|$"};
    for (size_t i = 0; i < sizeof OTHER / sizeof *OTHER; i++) {
        open_reader("us", &ENTER);
        type("us", OTHER[i]);
        cr_assert(key(KEY_ENTER, true));
        tape_mend(tape, &KEYMAPS, &ENTER, &scan);
        cr_assert_str_eq(scan.bytes, OTHER[i]);
        cr_assert_eq(scan.mended, 0);
        close_reader();
    }
}

Test(tape, without_a_suffix_its_end_ends_the_scan)
{
    bool whole = false;
    open_reader("us", &SILENCE);
    type("fr", CARD);
    cr_assert_eq(wedge_pass(&wedge, wedge_deadline(&wedge), &scan, &whole), FAULT_NONE);
    cr_assert(whole);
    tape_mend(tape, &KEYMAPS, &SILENCE, &scan);
    cr_assert_str_eq(scan.bytes, CARD);
    cr_assert_eq(scan.origin, ORIGIN_SILENCE);
    close_reader();
}

Test(tape, a_new_scan_does_not_hold_the_last_one)
{
    struct scan read;
    open_reader("us", &ENTER);
    type("us", "one");
    cr_assert(key(KEY_ENTER, true));
    tape_begin(tape, false);
    key(KEY_ENTER, false);
    cr_assert_eq(tape_read(tape, reader, &ENTER, &read), FAULT_SCAN_EMPTY);
    type("us", "two");
    cr_assert_eq(tape_read(tape, reader, &ENTER, &read), FAULT_NONE);
    cr_assert_str_eq(read.bytes, "two");
    close_reader();
}

Test(tape, caps_lock_lasts_from_one_scan_into_the_next)
{
    struct scan read;
    open_reader("us", &ENTER);
    tap(KEY_CAPSLOCK);
    type("us", "abc");
    tap(KEY_ENTER);
    tape_begin(tape, layout_caps(reader));
    tap(KEY_CAPSLOCK); /* off again, behind the suffix */
    tap(KEY_CAPSLOCK);
    type("us", "Abc");
    cr_assert_eq(tape_read(tape, reader, &ENTER, &read), FAULT_NONE);
    cr_assert_str_eq(read.bytes, "aBC");
    close_reader();
}

Test(tape, more_than_it_holds_is_not_read_in_part)
{
    struct scan read;
    open_reader("us", &ENTER);
    for (int i = 0; i < TAPE_KEYS / 2; i++) {
        tap(KEY_LEFTSHIFT);
    }
    cr_assert_eq(tape_read(tape, reader, &ENTER, &read), FAULT_SCAN_EMPTY);
    key(KEY_A, true);
    cr_assert_eq(tape_read(tape, reader, &ENTER, &read), FAULT_SCAN_TOO_LONG);
    tape_begin(tape, false);
    type("us", "a");
    cr_assert_eq(tape_read(tape, reader, &ENTER, &read), FAULT_NONE);
    close_reader();
}

static const unsigned short KEYS[] = {KEY_A,        KEY_Q,        KEY_1,         KEY_6,         KEY_5,
                                      KEY_U,        KEY_E,        KEY_X,         KEY_SPACE,     KEY_KP2,
                                      KEY_KP0,      KEY_KP3,      KEY_BACKSLASH, KEY_LEFTBRACE, KEY_CAPSLOCK,
                                      KEY_RIGHTALT, KEY_LEFTCTRL, KEY_LEFTALT,   KEY_LEFTSHIFT, KEY_ENTER};
enum { KEY_COUNT = sizeof KEYS / sizeof *KEYS };

static bool down[KEY_COUNT];

static bool toggle(int at)
{
    down[at] = !down[at];
    return key(KEYS[at], down[at]);
}

static void release_all(void)
{
    for (int i = 0; i < KEY_COUNT; i++) {
        if (down[i]) {
            toggle(i);
        }
    }
}

/* Whatever is typed: through the same layout the tape gives what came the first time. No scanner holds a key from
 * one scan into the next. */
Test(tape, replays_exactly_what_was_read)
{
    int whole = 0;
    srand(1);
    open_reader("fr", &ENTER);
    struct layout *again = open_layout("fr");
    for (int i = 0; i < 200000; i++) {
        struct scan read;
        bool busy = wedge_deadline(&wedge) != 0;
        if (toggle(rand() % KEY_COUNT)) {
            whole++;
            cr_assert_eq(tape_read(tape, again, &ENTER, &read), FAULT_NONE);
            cr_assert_eq(read.len, scan.len);
            cr_assert_arr_eq(read.bytes, scan.bytes, scan.len);
        }
        if (busy && !wedge_deadline(&wedge)) {
            release_all();
            tape_begin(tape, layout_caps(reader));
        }
    }
    cr_assert_gt(whole, 100);
    layout_close(again);
    close_reader();
}

/* ---- The slot of a scanner that is set to another layout than its profile says. ---- */

static struct profile us = {
    .name = "us", .layout = "us", .manner = {SUFFIX_ENTER, "", SILENCE_US, HALF_US, WAY_AUTO}};

static void begin_slot(void)
{
    clock_us = 1000000;
    counter.keymaps = KEYMAPS;
    slot = &counter.slot[0];
    slot->used = slot->open = true;
    slot->claim = (struct claim){CLAIM_BOUND, &us};
    cr_assert_eq(slot_hear_begin(&counter, slot), FAULT_NONE);
}

static void end_slot(void)
{
    slot_hear_end(slot);
    cr_assert_null(slot->tape);
}

Test(tape, a_slot_hands_over_the_card_that_was_meant, .init = begin_slot, .fini = end_slot)
{
    for (int i = 0; i < 3; i++) {
        type(LAYOUTS[i], CARD);
        cr_assert(key(KEY_ENTER, true));
        key(KEY_ENTER, false);
        cr_assert_str_eq(heard.scan.bytes, CARD);
        cr_assert_eq(heard.scan.mended, i ? MEND_LAYOUT : 0);
    }
}

Test(tape, a_slot_hands_over_a_card_that_a_silence_ended, .init = begin_slot, .fini = end_slot)
{
    slot->wedge.manner = us.manner = SILENCE;
    type("de", CARD);
    cr_assert(slot_hear_nothing(&counter, slot, slot_hear_deadline(slot), &heard));
    cr_assert_eq(heard.what, SCANNER_SCAN);
    cr_assert_str_eq(heard.scan.bytes, CARD);
    cr_assert_eq(heard.scan.mended, MEND_LAYOUT);
}

Test(tape, a_slot_forgets_what_was_damaged, .init = begin_slot, .fini = end_slot)
{
    type("fr", "DN479");
    cr_assert(hear(EV_SYN, SYN_DROPPED, 0));
    cr_assert_eq(heard.fault, FAULT_SCAN_BROKEN);
    hear(EV_SYN, SYN_REPORT, 0);
    type("fr", "012345");
    cr_assert_not(key(KEY_ENTER, true));
    key(KEY_ENTER, false);
    type("fr", CARD);
    cr_assert(key(KEY_ENTER, true));
    cr_assert_str_eq(heard.scan.bytes, CARD);
}

Test(tape, the_release_of_the_last_suffix_begins_no_scan)
{
    open_reader("us", &ENTER);
    key(KEY_ENTER, false);
    clock_us += (uint64_t)2 * 3600 * 1000000;
    type("fr", CARD);
    cr_assert(key(KEY_ENTER, true));
    tape_mend(tape, &KEYMAPS, &ENTER, &scan);
    cr_assert_str_eq(scan.bytes, CARD, "two hours later: %s", scan.bytes);
    close_reader();
}
