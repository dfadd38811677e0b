/* key: what the clerk pressed, independent of the terminal. */
#ifndef TIEPDON_KEY_H
#define TIEPDON_KEY_H
#include <stdint.h>

/* Not KEY_...: curses and evdev both own that prefix, with different values. */
enum press {
    PRESS_NONE,
    PRESS_TEXT, /* a printable character, in `rune`; also Ctrl with a letter, as rune 1..26, in PRESS_CTRL */
    PRESS_CTRL,
    PRESS_ENTER,
    PRESS_ESCAPE,
    PRESS_TAB,
    PRESS_BACKTAB,
    PRESS_BACKSPACE,
    PRESS_DELETE,
    PRESS_UP,
    PRESS_DOWN,
    PRESS_LEFT,
    PRESS_RIGHT,
    PRESS_HOME,
    PRESS_END,
    PRESS_PAGE_UP,
    PRESS_PAGE_DOWN,
    PRESS_FUNCTION, /* F1..F12, number in `rune` */
    PRESS_ALT,      /* Alt with a digit, '0'..'9' in `rune`: a scanner's Alt code, no key of ours */
};

struct key {
    enum press press;
    int32_t rune;
};

#endif
