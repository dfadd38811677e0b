/* keymaps: each key of keymaps/us fr de gb.xkb at every level against the system's keyboard data (xkb-data), in
 * both directions: what ours says the system says, and the keys that type there type here. */
#include <criterion/criterion.h>
#include <linux/input-event-codes.h>
#include <stdio.h>
#include <string.h>
#include <xkbcommon/xkbcommon.h>

enum { SHIFT = 1, ALTGR = 2, CAPS = 4, CTRL = 8, HOLDS = 16 };

enum { XKB_OFFSET = 8, CODES = 256 - XKB_OFFSET };

static const char *const LAYOUTS[] = {"us", "fr", "de", "gb"};

/* What is meant to differ, at the levels given and there with Caps Lock too. */
static const struct difference {
    const char *layout;
    unsigned short code;
    int holds;
    const char *ours, *system;
} DIFFERENCES[] = {
    /* Dead keys on Windows, so a scanner puts a space behind them. */
    {"fr", KEY_2, ALTGR, "dead_tilde", "asciitilde"},
    {"fr", KEY_7, ALTGR, "dead_grave", "grave"},
    /* Windows' AltGr of the United Kingdom. */
    {"gb", KEY_GRAVE, ALTGR, "brokenbar", "bar"},
    {"gb", KEY_A, ALTGR, "aacute", "ae"},
    {"gb", KEY_A, ALTGR | SHIFT, "Aacute", "AE"},
    {"gb", KEY_E, ALTGR, "eacute", "e"},
    {"gb", KEY_E, ALTGR | SHIFT, "Eacute", "E"},
    {"gb", KEY_I, ALTGR, "iacute", "rightarrow"},
    {"gb", KEY_I, ALTGR | SHIFT, "Iacute", "idotless"},
    {"gb", KEY_O, ALTGR, "oacute", "oslash"},
    {"gb", KEY_O, ALTGR | SHIFT, "Oacute", "Oslash"},
    {"gb", KEY_U, ALTGR, "uacute", "downarrow"},
    {"gb", KEY_U, ALTGR | SHIFT, "Uacute", "uparrow"},
};
enum { DIFFERENCE_COUNT = sizeof DIFFERENCES / sizeof *DIFFERENCES };

static struct xkb_context *context;
static struct xkb_keymap *ours, *theirs;

static void open_both(const char *layout)
{
    char path[64];
    snprintf(path, sizeof path, "keymaps/%s.xkb", layout);
    FILE *file = fopen(path, "r");
    cr_assert(file, "%s", path);
    const struct xkb_rule_names names = {"evdev", "pc105", layout, "", ""};
    ours = xkb_keymap_new_from_file(context, file, XKB_KEYMAP_FORMAT_TEXT_V1, XKB_KEYMAP_COMPILE_NO_FLAGS);
    theirs = xkb_keymap_new_from_names(context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS);
    cr_assert(ours && theirs, "%s: are xkb-data and the file there?", layout);
    fclose(file);
}

static void close_both(void)
{
    xkb_keymap_unref(ours);
    xkb_keymap_unref(theirs);
}

/* Num Lock is on: our keypad gives what the system's gives then. */
static struct xkb_state *hold(struct xkb_keymap *keymap, int holds)
{
    struct xkb_state *state = xkb_state_new(keymap);
    cr_assert(state);
    const unsigned short locks[] = {KEY_NUMLOCK, holds & CAPS ? KEY_CAPSLOCK : 0};
    const unsigned short keys[] = {holds & SHIFT ? KEY_LEFTSHIFT : 0, holds & ALTGR ? KEY_RIGHTALT : 0,
                                   holds & CTRL ? KEY_LEFTCTRL : 0};
    for (size_t i = 0; i < sizeof locks / sizeof *locks; i++) {
        xkb_state_update_key(state, locks[i] + XKB_OFFSET, XKB_KEY_DOWN);
        xkb_state_update_key(state, locks[i] + XKB_OFFSET, XKB_KEY_UP);
    }
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        xkb_state_update_key(state, keys[i] + XKB_OFFSET, XKB_KEY_DOWN);
    }
    return state;
}

static bool is_keypad(unsigned short code)
{
    return (code >= KEY_KP7 && code <= KEY_KPDOT) || code == KEY_KPASTERISK || code == KEY_KPENTER ||
           code == KEY_KPSLASH;
}

/* The 48 keys that type, the editing keys among them, and the keypad. */
static bool types(unsigned short code)
{
    bool modifier = code == KEY_LEFTCTRL || code == KEY_LEFTSHIFT || code == KEY_RIGHTSHIFT;
    return (code >= KEY_ESC && code <= KEY_SLASH && !modifier) || code == KEY_SPACE || code == KEY_102ND ||
           is_keypad(code);
}

static bool modifies(unsigned short code)
{
    return code == KEY_LEFTCTRL || code == KEY_LEFTSHIFT || code == KEY_RIGHTSHIFT || code == KEY_LEFTALT ||
           code == KEY_CAPSLOCK || code == KEY_RIGHTCTRL || code == KEY_RIGHTALT;
}

static const struct difference *difference_of(const char *layout, unsigned short code, int holds)
{
    for (int i = 0; i < DIFFERENCE_COUNT; i++) {
        const struct difference *one = &DIFFERENCES[i];
        if (!strcmp(one->layout, layout) && one->code == code && one->holds == (holds & (SHIFT | ALTGR))) {
            return one;
        }
    }
    return NULL;
}

static void name_of(struct xkb_state *state, unsigned short code, char out[64])
{
    xkb_keysym_get_name(xkb_state_key_get_one_sym(state, code + (unsigned)XKB_OFFSET), out, 64);
}

static void compare_key(const char *layout, unsigned short code, int holds, struct xkb_state *our,
                        struct xkb_state *their)
{
    char mine[64], its[64], my_text[16] = "", its_text[16] = "";
    name_of(our, code, mine);
    name_of(their, code, its);
    const struct difference *meant = difference_of(layout, code, holds);
    if (meant && !(holds & CAPS)) {
        cr_assert_str_eq(mine, meant->ours, "%s: key %d with %d gives %s", layout, code, holds, mine);
        cr_assert_str_eq(its, meant->system, "%s: key %d with %d differs no more", layout, code, holds);
    } else if (!meant && !(is_keypad(code) && holds & CTRL)) {
        cr_assert_str_eq(mine, its, "%s: key %d with %d gives %s, not %s", layout, code, holds, mine, its);
        xkb_state_key_get_utf8(our, code + (unsigned)XKB_OFFSET, my_text, sizeof my_text);
        xkb_state_key_get_utf8(their, code + (unsigned)XKB_OFFSET, its_text, sizeof its_text);
        cr_assert_str_eq(my_text, its_text, "%s: key %d with %d", layout, code, holds);
    }
}

/* Of a keypad the digits count, whatever Shift and Ctrl would make of them. */
static void compare(const char *layout, int holds)
{
    struct xkb_state *our = hold(ours, holds), *their = hold(theirs, holds);
    struct xkb_state *plain = hold(theirs, holds & ~SHIFT);
    for (unsigned short code = 1; code < CODES; code++) {
        if (types(code)) {
            compare_key(layout, code, holds, our, is_keypad(code) ? plain : their);
        } else {
            xkb_keysym_t key = xkb_state_key_get_one_sym(our, code + (unsigned)XKB_OFFSET);
            cr_assert(modifies(code) || key == XKB_KEY_NoSymbol, "%s: key %d", layout, code);
        }
    }
    xkb_state_unref(our);
    xkb_state_unref(their);
    xkb_state_unref(plain);
}

Test(keymaps, every_key_at_every_level_is_as_in_the_systems_data)
{
    context = xkb_context_new(XKB_CONTEXT_NO_FLAGS);
    cr_assert(context);
    for (size_t i = 0; i < sizeof LAYOUTS / sizeof *LAYOUTS; i++) {
        open_both(LAYOUTS[i]);
        for (int holds = 0; holds < HOLDS; holds++) {
            compare(LAYOUTS[i], holds);
        }
        close_both();
    }
    xkb_context_unref(context);
}
