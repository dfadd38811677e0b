/* codepage: the letters of Windows' code pages 1252 (Western) and 1258 (Vietnamese), and which of the two a
 * text is written in.
 *
 * Both are Latin-1 from 0xC0 on, but for fourteen places where 1258 has ă đ ơ ư and the five marks of tone,
 * written behind their vowel. Below 0xC0 neither has a letter that a card needs; those bytes come from UTF-8
 * that lost a byte, or from a code page of DOS, and are none of ours. (Tables: unicode.org,
 * MAPPINGS/VENDORS/MICSFT/WINDOWS.) */
#ifndef TIEPDON_CODEPAGE_H
#define TIEPDON_CODEPAGE_H
#include "core/way.h"
#include <stddef.h>
#include <stdint.h>

/* The code point of a byte from 0x80 on; -1 for one that is no letter. `way` is one of the two. */
int32_t codepage_rune(enum way way, unsigned byte);

/* Judges words: those that are Vietnamese syllables in one reading only speak for it. WAY_CP1252 or
 * WAY_CP1258, either where both read the same or neither reads it; WAY_AUTO when the readings differ and
 * nothing, or both, is spoken for. `tokens` as token.h has them. */
enum way codepage_tell(const uint32_t *tokens, size_t count);

#endif
