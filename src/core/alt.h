/* alt: the ways scanners type a character that their keyboard layout has no key for, recognised among strokes.
 *
 *     Alt held, keypad digits             a byte of the text, or a code point (token.h tells which)
 *     Alt held, keypad +, hex digits      a code point; digits and letters of either block of keys
 *     Ctrl+Shift+U, hex digits            a code point; ended by letting go, or by a space or Enter
 *     hex digits, then left Alt with X    the four before it are a letter's code point
 *
 * Keypad digits count by key, with Num Lock or without. The right Alt belongs to the layout (AltGr) unless
 * keypad digits follow.
 *
 * A code that has lost a digit must not pass for another one. Digits get lost where a scanner puts all of
 * them into one report, or sends no release between equal ones: the kernel then sees an equal digit once.
 * Damaged are: a code with nothing in it, decimal ones of fewer than three digits, controls other than FS
 * GS RS US, hex ones of ASCII with fewer than four digits, hex ones of what no card holds (token_allowed), and
 * any other key while a code is open. What token.h refuses beyond that it sees only in the whole scan. */
#ifndef TIEPDON_ALT_H
#define TIEPDON_ALT_H
#include "core/stroke.h"

enum alt_state { ALT_IDLE, ALT_DECIMAL, ALT_HEX, ALT_UNICODE };

struct alt {
    unsigned held; /* modifiers that are down */
    enum alt_state state;
    bool used;       /* something came since Alt went down */
    bool loose;      /* ALT_UNICODE: let go before the first digit, so that a space or Enter ends the code */
    bool from_zero;  /* the first digit was 0 */
    bool damaged;    /* stays until alt_forget */
    unsigned digits; /* how many came */
    uint32_t value;  /* of them */
};

enum alt_what {
    ALT_PLAIN,     /* the stroke is no part of a code: its own text counts */
    ALT_PART,      /* a part of a code, or a modifier */
    ALT_TOKEN,     /* a code is whole: *ret_token (token.h) */
    ALT_LAST_FOUR, /* Alt+X */
};

enum alt_what alt_stroke(struct alt *alt, const struct stroke *stroke, uint32_t *ret_token);

/* A code has begun and is not whole. */
bool alt_open(const struct alt *alt);

/* A new scan: all but which modifiers are down. */
void alt_forget(struct alt *alt);

/* The digit of a key of the keypad, -1 for any other key. */
int alt_pad_digit(unsigned short code);

/* The character of `digits` hex digits; -1 when it cannot be one of a card. */
int32_t alt_hex(uint32_t value, unsigned digits);

#endif
