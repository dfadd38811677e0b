/* telex: Vietnamese typed by Telex or VNI on a bare terminal, which has no input method. */
#ifndef TIEPDON_TELEX_H
#define TIEPDON_TELEX_H
#include "core/fault.h"
#include <stddef.h>
#include <stdint.h>

enum typing { TYPING_PLAIN, TYPING_TELEX, TYPING_VNI };

/* Types one printable code point into `text` (NUL-terminated UTF-8 in cap bytes) at byte *at and moves *at
 * behind it. By Telex (aa aw ee oo ow uw dd, w for every horn of the syllable, tones s f r x j, z takes the
 * tone away) or VNI (tones 1-5, 6 7 8 9 letters, 0 takes the tone away) the syllable before the cursor is
 * rewritten; mark keys may stand behind the letters they mark (duongwfd). The same mark key again gives the
 * letter itself ("ass" -> "as"), another one takes its place. A w without a vowel before it stays a w. The
 * tone stands where the old style has it (hòa, thúy), as in the assessment data. Case follows the letter. A
 * key that would make the syllable no Vietnamese one is only put behind it. FAULT_TOO_LONG leaves everything
 * as it was. */
NEEDED enum fault telex_press(char *text, size_t cap, size_t *at, int32_t rune, enum typing typing);

#endif
