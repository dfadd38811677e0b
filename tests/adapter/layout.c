/* layout: key codes to text: both characters of a key, suffixes, keypad, Caps Lock, dead keys, AltGr; keymaps
 * missing or broken; strokes after a loss. What each key of each keymap gives is in keymaps.c. */
#include "adapter/layout.h"
#include "adapter/strokes.h"
#include <criterion/criterion.h>
#include <linux/input-event-codes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct layout *us;
static char text[LAYOUT_TEXT_SIZE];

static void open_us(void)
{
    cr_assert_eq(layout_open("keymaps/us.xkb", &us), FAULT_NONE);
}

static void close_us(void)
{
    layout_close(us);
}

static const char *press(unsigned short code)
{
    char nothing[LAYOUT_TEXT_SIZE];
    layout_key(us, code, true, text);
    layout_key(us, code, false, nothing);
    cr_assert_str_eq(nothing, "");
    return text;
}

static const char *with(unsigned short modifier, unsigned short code)
{
    char nothing[LAYOUT_TEXT_SIZE];
    layout_key(us, modifier, true, nothing);
    cr_assert_str_eq(nothing, "");
    press(code);
    layout_key(us, modifier, false, nothing);
    return text;
}

Test(layout, every_key_of_us_gives_its_two_characters, .init = open_us, .fini = close_us)
{
    static const struct {
        unsigned short code;
        char plain, shifted;
    } KEYS[] = {
        {KEY_1, '1', '!'},           {KEY_2, '2', '@'},          {KEY_3, '3', '#'},
        {KEY_4, '4', '$'},           {KEY_5, '5', '%'},          {KEY_6, '6', '^'},
        {KEY_7, '7', '&'},           {KEY_8, '8', '*'},          {KEY_9, '9', '('},
        {KEY_0, '0', ')'},           {KEY_MINUS, '-', '_'},      {KEY_EQUAL, '=', '+'},
        {KEY_LEFTBRACE, '[', '{'},   {KEY_RIGHTBRACE, ']', '}'}, {KEY_SEMICOLON, ';', ':'},
        {KEY_APOSTROPHE, '\'', '"'}, {KEY_GRAVE, '`', '~'},      {KEY_BACKSLASH, '\\', '|'},
        {KEY_COMMA, ',', '<'},       {KEY_DOT, '.', '>'},        {KEY_SLASH, '/', '?'},
        {KEY_SPACE, ' ', ' '},       {KEY_102ND, '<', '>'},
    };
    static const char LETTERS[] = "QWERTYUIOP  \r ASDFGHJKL     ZXCVBNM";
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
        cr_assert_eq(press(KEYS[i].code)[0], KEYS[i].plain, "code %d gives %s", KEYS[i].code, text);
        cr_assert_eq(with(KEY_LEFTSHIFT, KEYS[i].code)[0], KEYS[i].shifted, "code %d", KEYS[i].code);
        cr_assert_eq(with(KEY_RIGHTSHIFT, KEYS[i].code)[0], KEYS[i].shifted, "code %d", KEYS[i].code);
    }
    for (unsigned short i = 0; LETTERS[i]; i++) {
        if (LETTERS[i] >= 'A') {
            cr_assert_eq(press((unsigned short)(KEY_Q + i))[0], LETTERS[i] + 'a' - 'A');
            cr_assert_eq(with(KEY_LEFTSHIFT, (unsigned short)(KEY_Q + i))[0], LETTERS[i]);
        }
    }
}

Test(layout, suffixes_and_control_characters, .init = open_us, .fini = close_us)
{
    cr_assert_str_eq(press(KEY_ENTER), "\r");
    cr_assert_str_eq(press(KEY_KPENTER), "\r");
    cr_assert_str_eq(press(KEY_TAB), "\t");
    cr_assert_str_eq(with(KEY_LEFTCTRL, KEY_J), "\n");
    cr_assert_str_eq(with(KEY_LEFTCTRL, KEY_RIGHTBRACE), "\x1d", "GS, which separates fields of some codes");
    cr_assert_str_eq(with(KEY_LEFTCTRL, KEY_B), "\x02");
}

Test(layout, the_keypad_gives_digits_even_when_num_lock_is_pressed, .init = open_us, .fini = close_us)
{
    static const unsigned short PAD[] = {KEY_KP0, KEY_KP1, KEY_KP2, KEY_KP3, KEY_KP4,
                                         KEY_KP5, KEY_KP6, KEY_KP7, KEY_KP8, KEY_KP9};
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 10; i++) {
            cr_assert_eq(press(PAD[i])[0], '0' + i);
        }
        cr_assert_str_eq(press(KEY_NUMLOCK), "");
    }
    cr_assert_str_eq(press(KEY_KPDOT), ".");
    cr_assert_str_eq(press(KEY_KPMINUS), "-");
    cr_assert_str_eq(press(KEY_KPSLASH), "/");
}

Test(layout, caps_lock_is_heeded_and_a_reset_forgets_it, .init = open_us, .fini = close_us)
{
    press(KEY_CAPSLOCK);
    cr_assert_str_eq(press(KEY_A), "A");
    cr_assert_str_eq(with(KEY_LEFTSHIFT, KEY_A), "a");
    cr_assert_str_eq(press(KEY_1), "1");
    layout_reset(us);
    cr_assert_str_eq(press(KEY_A), "a");
    char nothing[LAYOUT_TEXT_SIZE];
    layout_key(us, KEY_LEFTSHIFT, true, nothing);
    layout_reset(us);
    cr_assert_str_eq(press(KEY_A), "a");
    cr_assert_str_eq(press(KEY_KP7), "7");
}

Test(layout, keys_without_text_and_unknown_codes_give_none, .init = open_us, .fini = close_us)
{
    static const unsigned short NONE[] = {KEY_LEFTSHIFT, KEY_F5,  KEY_UP, KEY_LEFTALT,
                                          KEY_VOLUMEUP,  KEY_MAX, 0};
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) {
        cr_assert_str_eq(press(NONE[i]), "", "code %d", NONE[i]);
    }
}

Test(layout, a_missing_or_broken_keymap_is_a_fault)
{
    struct layout *none = NULL;
    cr_assert_eq(layout_open("keymaps/none.xkb", &none), FAULT_DEVICE_LAYOUT);
    cr_assert_eq(layout_open("Makefile", &none), FAULT_DEVICE_LAYOUT);
    cr_assert_null(none);
    layout_close(NULL);
}

static struct layout *open_layout(const char *path)
{
    struct layout *layout = NULL;
    cr_assert_eq(layout_open(path, &layout), FAULT_NONE);
    return layout;
}

Test(layout, a_dead_key_gives_its_mark_and_no_text)
{
    static const struct {
        const char *path;
        unsigned short hold, code;
        int32_t mark;
    } DEAD[] = {
        {"keymaps/fr.xkb", 0, KEY_LEFTBRACE, 0x302},
        {"keymaps/fr.xkb", KEY_LEFTSHIFT, KEY_LEFTBRACE, 0x308},
        {"keymaps/fr.xkb", KEY_RIGHTALT, KEY_2, 0x303},
        {"keymaps/fr.xkb", KEY_RIGHTALT, KEY_7, 0x300},
        {"keymaps/fr.xkb", KEY_RIGHTALT, KEY_J, 0x309},
        {"keymaps/de.xkb", 0, KEY_EQUAL, 0x301},
        {"keymaps/de.xkb", KEY_LEFTSHIFT, KEY_EQUAL, 0x300},
        {"keymaps/de.xkb", 0, KEY_GRAVE, 0x302},
        {"keymaps/gb.xkb", KEY_RIGHTALT, KEY_SLASH, 0x323},
    };
    for (size_t i = 0; i < sizeof DEAD / sizeof *DEAD; i++) {
        struct layout *layout = open_layout(DEAD[i].path);
        cr_assert_eq(layout_key(layout, DEAD[i].hold, true, text), 0);
        cr_assert_eq(layout_key(layout, DEAD[i].code, true, text), DEAD[i].mark, "%s %d", DEAD[i].path,
                     DEAD[i].code);
        cr_assert_str_eq(text, "");
        cr_assert_eq(layout_key(layout, DEAD[i].code, false, text), 0, "a release puts no mark");
        layout_close(layout);
    }
}

Test(layout, the_separator_is_where_each_country_has_it)
{
    static const struct {
        const char *path;
        unsigned short hold, code;
    } BAR[] = {{"keymaps/us.xkb", KEY_LEFTSHIFT, KEY_BACKSLASH},
               {"keymaps/fr.xkb", KEY_RIGHTALT, KEY_6},
               {"keymaps/de.xkb", KEY_RIGHTALT, KEY_102ND},
               {"keymaps/gb.xkb", KEY_LEFTSHIFT, KEY_102ND}};
    for (size_t i = 0; i < sizeof BAR / sizeof *BAR; i++) {
        struct layout *layout = open_layout(BAR[i].path);
        layout_key(layout, BAR[i].hold, true, text);
        layout_key(layout, BAR[i].code, true, text);
        cr_assert_str_eq(text, "|", "%s", BAR[i].path);
        layout_close(layout);
    }
}

static struct strokes strokes;
static struct stroke stroke;
static uint64_t clock_ms;

static enum strokes_what event(unsigned short type, unsigned short code, int value)
{
    struct input_event event = {.type = type, .code = code, .value = value};
    event.input_event_sec = (time_t)(++clock_ms / 1000);
    event.input_event_usec = (suseconds_t)(clock_ms % 1000 * 1000);
    return strokes_event(&strokes, &event, &stroke);
}

static const char *tap(unsigned short code)
{
    static struct stroke pressed;
    cr_assert_eq(event(EV_KEY, code, 1), STROKES_KEY);
    pressed = stroke;
    cr_assert_eq(event(EV_KEY, code, 0), STROKES_KEY);
    return pressed.text;
}

Test(layout, caps_lock_is_off_in_the_first_scan_after_a_loss)
{
    clock_ms = 1000;
    cr_assert_eq(strokes_open(&strokes, "keymaps/us.xkb"), FAULT_NONE);
    tap(KEY_CAPSLOCK);
    cr_assert_str_eq(tap(KEY_A), "A");
    cr_assert_eq(event(EV_SYN, SYN_DROPPED, 0), STROKES_LOST);
    cr_assert_eq(event(EV_SYN, SYN_REPORT, 0), STROKES_NONE);
    cr_assert_str_eq(tap(KEY_A), "A", "within the scan nothing is known");
    clock_ms += DISCARD_US / 1000;
    cr_assert_str_eq(tap(KEY_A), "a");
    tap(KEY_CAPSLOCK);
    clock_ms += DISCARD_US / 1000;
    cr_assert_str_eq(tap(KEY_A), "A", "without a loss a silence changes nothing");
    strokes_close(&strokes);
}

Test(layout, strokes_carry_the_mark_of_a_dead_key)
{
    cr_assert_eq(strokes_open(&strokes, "keymaps/fr.xkb"), FAULT_NONE);
    cr_assert_eq(event(EV_KEY, KEY_LEFTBRACE, 1), STROKES_KEY);
    cr_assert_eq(stroke.dead, 0x302);
    cr_assert_str_eq(stroke.text, "");
    strokes_close(&strokes);
}
