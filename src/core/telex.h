/* telex: Vietnamese typed on a bare terminal, which has no input method, and the undoing of an input method's damage. */
#ifndef TIEPDON_TELEX_H
#define TIEPDON_TELEX_H
#include "core/fault.h"
#include <stddef.h>
#include <stdint.h>

enum typing { TYPING_PLAIN, TYPING_TELEX, TYPING_VNI };

/* Types one printable code point into `text` (NUL-terminated UTF-8 in cap bytes) at byte *at and moves *at behind it.
 * By Telex (aa aw ee oo ow uw w dd, tones s f r x j, z clears) or VNI (1-5 tones, 6 7 8 9 letters, 0 clears) the
 * syllable before the cursor is rewritten; typing the mark key twice gives the letter itself ("ass" -> "as"). Tone
 * placement is the old style (hòa, thúy) that the assessment data uses. Case follows the letter. A syllable that could
 * not be Vietnamese is left as typed. FAULT_TOO_LONG leaves everything as it was. */
NEEDED enum fault telex_press(char *text, size_t cap, size_t *at, int32_t rune, enum typing typing);

#endif
