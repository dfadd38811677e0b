/* mend: damaged text of a scan turned back, one kind of damage at a time.
 *
 * Nothing here judges: each function makes texts that the scan may have been, numbered from 0, and card_read takes
 * one only where the whole payload then reads and no other reading does. False where the text shows no such damage
 * or there is no such number. Text longer than MEND_MAX is never mended. */
#ifndef TIEPDON_MEND_H
#define TIEPDON_MEND_H
#include "core/keyboard.h"
#include "core/payload.h"

/* Longer than any card in use (230 to 480 bytes), and short enough that every repair is tried in a millisecond. */
enum { MEND_MAX = 2048 };

struct mended {
    char bytes[MEND_MAX + 1];
    size_t len;
};

/* Appends; false, and the text as it was, when there is no room. */
bool mend_put(struct mended *text, const char *bytes, size_t len);

/* The scan was typed by a scanner of one layout and read through another: one text a pair of layouts. */
enum { MEND_LAYOUTS = KEYBOARD_SCANNERS * KEYBOARD_COUNT };
bool mend_layout(const char *bytes, size_t len, int nth, struct mended *ret);

/* Caps Lock had turned the case around: words are written "nAM" and none "Nam". */
bool mend_turned(const char *bytes, size_t len);
bool mend_case(const char *bytes, size_t len, int nth, struct mended *ret);

/* Alt codes arrived as bare digits in a CCCD: three digits a byte of UTF-8, or the code point, each with or without a 0
 * before it. Name and gender must then be Vietnamese words without a digit; in the address only digits that touch
 * letters and then make a Vietnamese word are letters, for house numbers stay. */
enum { MEND_ALTS = 4 };
bool mend_alt(const char *bytes, size_t len, int nth, struct mended *ret);

/* An input method (0 Telex, 1 VNI) had taken keys of a BHYT card for marks: ĐN for DN, ébb for e1bb, â for aa or a6.
 * Each mark becomes its key again, there or further behind in the same word, where exactly one such text reads as a
 * number, a name, an address. mend_typed: a Vietnamese letter stands where a BHYT card has none. */
enum { MEND_IMES = 2 };
bool mend_typed(const char *bytes, size_t len);
bool mend_ime(const char *bytes, size_t len, int nth, struct mended *ret);

/* The name in drafts and tests: "separator", "layout"; `bit` from 0 to MEND_BITS - 1. */
enum { MEND_BITS = 5 };
const char *mend_code(int bit);

#endif
