/* keyboard: the core's table of layouts against keymaps/us fr de gb.xkb, and against the system's data for vn,
 * which no scanner is set to. */
#include "core/keyboard.h"
#include <criterion/criterion.h>
#include <linux/input-event-codes.h>
#include <stdio.h>
#include <string.h>
#include <xkbcommon/xkbcommon.h>

enum { XKB_OFFSET = 8 };

/* In the order of core/keyboard.h. */
static const unsigned short CODES[KEYBOARD_KEYS] = {
    KEY_GRAVE,      KEY_1, KEY_2,         KEY_3,          KEY_4,         KEY_5,     KEY_6,   KEY_7,
    KEY_8,          KEY_9, KEY_0,         KEY_MINUS,      KEY_EQUAL,     KEY_Q,     KEY_W,   KEY_E,
    KEY_R,          KEY_T, KEY_Y,         KEY_U,          KEY_I,         KEY_O,     KEY_P,   KEY_LEFTBRACE,
    KEY_RIGHTBRACE, KEY_A, KEY_S,         KEY_D,          KEY_F,         KEY_G,     KEY_H,   KEY_J,
    KEY_K,          KEY_L, KEY_SEMICOLON, KEY_APOSTROPHE, KEY_BACKSLASH, KEY_102ND, KEY_Z,   KEY_X,
    KEY_C,          KEY_V, KEY_B,         KEY_N,          KEY_M,         KEY_COMMA, KEY_DOT, KEY_SLASH};

static struct xkb_keymap *open_keymap(struct xkb_context *context, enum keyboard keyboard)
{
    if (keyboard >= KEYBOARD_SCANNERS) {
        const struct xkb_rule_names names = {"evdev", "pc105", keyboard_code(keyboard), "", ""};
        return xkb_keymap_new_from_names(context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS);
    }
    char path[64];
    snprintf(path, sizeof path, "keymaps/%s.xkb", keyboard_code(keyboard));
    FILE *file = fopen(path, "r");
    cr_assert(file, "%s", path);
    struct xkb_keymap *keymap =
        xkb_keymap_new_from_file(context, file, XKB_KEYMAP_FORMAT_TEXT_V1, XKB_KEYMAP_COMPILE_NO_FLAGS);
    fclose(file);
    return keymap;
}

/* 0 for a dead key, whose symbol has no character. */
static uint32_t character(struct xkb_keymap *keymap, unsigned short code, xkb_level_index_t level)
{
    const xkb_keysym_t *symbols;
    int count = xkb_keymap_key_get_syms_by_level(keymap, code + XKB_OFFSET, 0, level, &symbols);
    return count == 1 ? xkb_keysym_to_utf32(symbols[0]) : 0;
}

static void compare(struct xkb_keymap *keymap, enum keyboard keyboard)
{
    for (int key = 0; key < KEYBOARD_KEYS; key++) {
        for (xkb_level_index_t level = 0; level < 2; level++) {
            uint32_t theirs = character(keymap, CODES[key], level);
            cr_expect_eq(keyboard_character(keyboard, key, level == 1), theirs,
                         "%s: key %d, level %u is U+%04X", keyboard_code(keyboard), CODES[key], level,
                         theirs);
        }
    }
}

Test(keyboard, the_table_is_what_the_keymaps_say)
{
    struct xkb_context *context = xkb_context_new(XKB_CONTEXT_NO_FLAGS);
    for (enum keyboard keyboard = 0; keyboard < KEYBOARD_COUNT; keyboard++) {
        struct xkb_keymap *keymap = open_keymap(context, keyboard);
        cr_assert(keymap, "%s", keyboard_code(keyboard));
        compare(keymap, keyboard);
        xkb_keymap_unref(keymap);
    }
    xkb_context_unref(context);
}

/* What | becomes to a reader where the scanner types it with AltGr. */
Test(keyboard, the_bar_typed_with_altgr_is_found)
{
    enum { ALTGR_LEVEL = 2 };
    struct xkb_context *context = xkb_context_new(XKB_CONTEXT_NO_FLAGS);
    const struct {
        enum keyboard scanner;
        unsigned short code;
    } BARS[] = {{KEYBOARD_FR, KEY_6}, {KEYBOARD_DE, KEY_102ND}};
    for (enum keyboard reader = 0; reader < KEYBOARD_SCANNERS; reader++) {
        struct xkb_keymap *keymap = open_keymap(context, reader);
        for (size_t i = 0; i < sizeof BARS / sizeof *BARS; i++) {
            struct keyboard_map map;
            uint32_t seen = character(keymap, BARS[i].code, ALTGR_LEVEL);
            seen = seen ? seen : character(keymap, BARS[i].code, 0);
            keyboard_map(BARS[i].scanner, reader, &map);
            cr_expect(BARS[i].scanner == reader || map.to[seen] == '|', "%s read by %s: U+%04X",
                      keyboard_code(BARS[i].scanner), keyboard_code(reader), seen);
        }
        xkb_keymap_unref(keymap);
    }
    xkb_context_unref(context);
}
