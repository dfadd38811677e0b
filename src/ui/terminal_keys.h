/* terminal_keys: the sequences that curses shall know besides those of the terminal's description, and the keys
 * its codes stand for; private to terminal. */
#ifndef TIEPDON_TERMINAL_KEYS_H
#define TIEPDON_TERMINAL_KEYS_H
#include "core/key.h"
#include <curses.h>

enum {
    DIGITS = 10,
    /* Above the codes that curses gives to a terminal's own extended keys. */
    CODE_PASTE_BEGIN = KEY_MAX + 0x1000,
    CODE_PASTE_END,
    CODE_KEYPAD, /* and a digit: the keypad in its application mode */
    CODE_ALT = CODE_KEYPAD + DIGITS,
    CODE_ESCAPED = CODE_ALT + DIGITS, /* the same as two bytes: Escape and the digit */
    CODE_END = CODE_ESCAPED + DIGITS,
};

void terminal_keys_define(void);

/* PRESS_NONE for a code that is no key of ours. */
struct key terminal_key(int code);

#endif
