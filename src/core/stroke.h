/* stroke: one press or release of a scanner's key, as the kernel tells it and the scanner's layout reads it. */
#ifndef TIEPDON_STROKE_H
#define TIEPDON_STROKE_H
#include <stdbool.h>
#include <stdint.h>

enum { STROKE_TEXT_SIZE = 8 };

struct stroke {
    uint64_t us;                 /* of the monotonic clock */
    unsigned short code;         /* the kernel's KEY_ number */
    bool pressed;                /* false: released */
    char text[STROKE_TEXT_SIZE]; /* UTF-8 that the layout gives this press, "" for none */
    int32_t dead;                /* of a dead key the mark it puts on the next letter (U+0300...), else 0 */
};

/* The kernel's numbers (linux/input-event-codes.h) of the keys that mean something beyond their text. */
enum stroke_code {
    STROKE_1 = 2, /* 1 to 9, then 0 */
    STROKE_0 = 11,
    STROKE_U = 22,
    STROKE_LEFT_CTRL = 29,
    STROKE_LEFT_SHIFT = 42,
    STROKE_X = 45,
    STROKE_RIGHT_SHIFT = 54,
    STROKE_LEFT_ALT = 56,
    STROKE_CAPS_LOCK = 58,
    STROKE_NUM_LOCK = 69,
    STROKE_PAD_7 = 71, /* the keypad runs 7 8 9 - 4 5 6 + 1 2 3 0 */
    STROKE_PAD_PLUS = 78,
    STROKE_PAD_0 = 82,
    STROKE_RIGHT_CTRL = 97,
    STROKE_RIGHT_ALT = 100,
};

#endif
