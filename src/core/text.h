/* text: bytes from outside made into clean UTF-8, folded for comparison, measured in columns.
 *
 * All strings are NUL-terminated UTF-8 in buffers of the caller; `cap` is the buffer's size in
 * bytes with the NUL. What does not fit is FAULT_TOO_LONG and leaves the buffer an empty string: a
 * string is never cut in silence. */
#ifndef TIEPDON_TEXT_H
#define TIEPDON_TEXT_H
#include "core/fault.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads one code point at s[0..len) and returns how many bytes it took: at least 1 when len > 0, 0 only when
 * len is 0. *ret_rune is the code point, or -1 for a byte that is not well-formed UTF-8 (overlong, surrogate,
 * above U+10FFFF, truncated); then exactly 1 byte was taken, so that every reader advances. A NUL is never
 * passed: len may be 4 for any place within a NUL-terminated string. */
size_t text_next(const char *s, size_t len, int32_t *ret_rune);

/* Writes one code point as UTF-8 (1 to 4 bytes, no NUL) and returns the count. */
size_t text_put(char out[4], int32_t rune);

bool text_valid(const char *s, size_t len);

/* A plain copy. */
NEEDED enum fault text_copy(char *out, size_t cap, const char *in);

/* Foreign bytes to what may be shown and stored: FAULT_TEXT_INVALID unless well-formed UTF-8; control
 * characters (C0, C1, DEL) and line separators become spaces; bidirectional controls, zero-width and other
 * format characters, variation selectors and BOM vanish; NFC; runs of white space (Unicode Zs included)
 * become one space, none at either end. Idempotent. Text that is not already composed may have TEXT_RUNES_MAX
 * code points when decomposed: no name or address that fits into its field has more. */
enum { TEXT_RUNES_MAX = 2048 };
NEEDED enum fault text_clean(char *out, size_t cap, const char *in, size_t len);

/* For comparison and search: lower case, diacritics removed, đ and its look-alikes (U+0110 U+00D0 U+0189 and
 * small ones) to d, letters of minority names (Ê̆ Ŏ Č Ƀ) to their base, runs of what is neither letter nor
 * digit to one space, none at either end. Idempotent, and of clean text never longer in bytes than `in`.
 * Bytes that are no UTF-8 count as space. */
NEEDED enum fault text_fold(char *out, size_t cap, const char *in);

/* The value of a hexadecimal digit of either case, -1 for any other character. */
static inline int text_hex_digit(uint32_t rune)
{
    uint32_t lower = rune | 0x20;
    return rune >= '0' && rune <= '9'                    ? (int)(rune - '0')
           : rune < 0x80 && lower >= 'a' && lower <= 'f' ? (int)(lower - 'a' + 10)
                                                         : -1;
}

/* Terminal columns: 2 for wide, 0 for combining marks, 1 otherwise. */
int text_columns(const char *s);

/* At most `columns` columns of `in`, with … in the last one when something was left out. Never splits a
 * character. This is display only: it may shorten. */
void text_clip(char *out, size_t cap, const char *in, int columns);

/* Byte index of the character before or after `at`; a base letter and its combining marks are one character.
 * 0 stays 0 and the end stays the end. */
size_t text_before(const char *s, size_t at);
size_t text_after(const char *s, size_t at);

#endif
