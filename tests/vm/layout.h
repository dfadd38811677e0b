/* layout: which key of a keyboard country gives a character, told from the keycaps: an emulation of the scanner's
 * firmware, made apart from the program's keymaps so that a mistake there shows. */
#ifndef VM_LAYOUT_H
#define VM_LAYOUT_H
#include <stdbool.h>
#include <wchar.h>

/* Bits of the first byte of a boot keyboard's report. */
enum modifier { MOD_CTRL = 1, MOD_SHIFT = 2, MOD_ALT = 4, MOD_ALTGR = 64 };

/* Usages of the HID keyboard page. */
enum usage {
    USAGE_A = 0x04,
    USAGE_ENTER = 0x28,
    USAGE_ESCAPE = 0x29,
    USAGE_TAB = 0x2b,
    USAGE_SPACE = 0x2c,
    USAGE_F1 = 0x3a,
    USAGE_KEYPAD_PLUS = 0x57,
    USAGE_KEYPAD_1 = 0x59,
    USAGE_KEYPAD_0 = 0x62,
};

struct layout;

/* NULL for a country that is not here. */
const struct layout *layout_find(const char *country);

struct stroke {
    unsigned char modifiers, usage;
};

/* False when no key gives `c`. CR is Enter; other control characters are Ctrl with a key, as scanners send GS. */
bool layout_stroke(const struct layout *layout, wchar_t c, struct stroke *ret);

#endif
