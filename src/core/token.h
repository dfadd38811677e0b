/* token: the characters of a scan before it is known how its scanner writes those beyond ASCII, and what they
 * say once all of it is there.
 *
 * A token is a certain character (typed by its key, or by a hex number), or a value: a byte or a code point,
 * from Alt and keypad digits or from a serial line. With WAY_AUTO: a value above 255 makes all of them code
 * points; values that are UTF-8 are UTF-8; the rest is what codepage.h tells.
 *
 * Numbers under Alt may have lost a digit on the way (alt.h), and the whole scan shows what a single one does
 * not. It is refused, never guessed, when
 * - a number beyond ASCII names what no card holds: 0787, left of 07877;
 * - numbers of three digits from 0 on (083) stand beside longer ones from 0 on, or name what the scanner has
 *   keys for: 078 may be 07877, 035 may be 0335. */
#ifndef TIEPDON_TOKEN_H
#define TIEPDON_TOKEN_H
#include "core/scan.h"
#include "core/way.h"
#include <stdint.h>

enum token_mark {
    TOKEN_VALUE = (1 << 21) - 1, /* a code point or a byte */
    TOKEN_BYTE = 1 << 21,        /* a value that must be told, else a certain character */
    TOKEN_ALT = 1 << 22,         /* with TOKEN_BYTE: digits held under Alt */
    TOKEN_SHORT = 1 << 23,       /* with TOKEN_ALT: three digits from 0 on */
    TOKEN_LONG = 1 << 24,        /* with TOKEN_ALT: more than three from 0 on */
};

/* Not a certain character, and beyond ASCII: what it stands for must be told. */
static inline bool token_is_value(uint32_t token)
{
    return token & TOKEN_BYTE && (token & TOKEN_VALUE) >= 0x80;
}

/* Whether a card of a person in Vietnam can hold the character beyond ASCII: letters of Latin-1 and Latin
 * Extended-A, ơ ư ƀ, the letters of Vietnamese, the marks of tone, circumflex and breve by themselves,
 * dashes and quotes. */
bool token_allowed(int32_t rune);

/* Writes the text in NFC, terminated. `tokens`, of which `count` are used, serves as room. Faults: SCAN_ALT
 * (a damaged number), SCAN_WAY (two code pages read it, as two names), TEXT_INVALID (ill-formed, or controls
 * that no scanner means: all but STX ETX Tab LF CR FS GS RS US), SCAN_TOO_LONG. On a fault `out` holds nothing
 * of it. */
NEEDED enum fault token_text(uint32_t tokens[PAYLOAD_MAX], size_t count, enum way way,
                             char out[PAYLOAD_MAX + 1], size_t *ret_len);

#endif
