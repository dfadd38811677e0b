/* codes: the strokes of a scanner that types a character by its number, from a word a person can read.
 *
 *     alt(225) alt(0225) alt(+1EC5)   Alt held, digits on the keypad, each pressed and let go; + is the keypad's,
 *                                     hex digits after it are main keys
 *     altgr(225)                      the same with the right Alt
 *     report(225)                     all digits in one report: the kernel passes an equal one once
 *     stuck(225)                      no release between equal digits: the kernel sees one
 *     ctrlu(1EC5)                     Ctrl+Shift+U and the digits while held, then let go
 *     ctrlu-space(1EC5)               let go before the digits, a space behind
 *     ctrlu-enter(1EC5)
 *     altx(1EC5)                      the digits, then Alt+X
 *     dead(0302)                      a dead key, by the mark it puts on the next letter
 *     alt(22A                         without ) nothing is let go; other letters are their keys */
#ifndef TIEPDON_CASES_CODES_H
#define TIEPDON_CASES_CODES_H
#include "core/stroke.h"
#include <stddef.h>

/* The key of an ASCII letter or digit on a US keyboard, 0 for others. */
unsigned short codes_key(char c);

/* Sends each press and release; false when the word is none of these. Times are `send`'s to set. */
bool codes_play(const char *word, size_t len, void (*send)(void *data, struct stroke stroke), void *data);

#endif
