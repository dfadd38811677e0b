/* letter_known: the tables, written by hand from the code charts; a test holds them to utf8proc. */
#include "core/letter_known.h"
#include "core/letter.h"

enum { C = MARK_CIRCUMFLEX, B = MARK_BREVE, H = MARK_HORN, S = MARK_STROKE };
enum { ACUTE = MARK_ACUTE, GRAVE = MARK_GRAVE, HOOK = MARK_HOOK, TILDE = MARK_TILDE, DOT = MARK_DOT };

/* U+00C0 to U+01B0, as far as Vietnamese uses them. */
enum { LATIN_FIRST = 0xC0, LATIN_COUNT = 0x1B1 - LATIN_FIRST };
#define BOTH(upper, lower, base, marks)                                                                      \
    [(upper)-LATIN_FIRST] = {base, marks}, [(lower)-LATIN_FIRST] = {base, marks}
static const struct letter_known LATIN[LATIN_COUNT] = {
    BOTH(0xC0, 0xE0, 'a', GRAVE),   BOTH(0xC1, 0xE1, 'a', ACUTE),   BOTH(0xC2, 0xE2, 'a', C),
    BOTH(0xC3, 0xE3, 'a', TILDE),   BOTH(0xC8, 0xE8, 'e', GRAVE),   BOTH(0xC9, 0xE9, 'e', ACUTE),
    BOTH(0xCA, 0xEA, 'e', C),       BOTH(0xCC, 0xEC, 'i', GRAVE),   BOTH(0xCD, 0xED, 'i', ACUTE),
    BOTH(0xD2, 0xF2, 'o', GRAVE),   BOTH(0xD3, 0xF3, 'o', ACUTE),   BOTH(0xD4, 0xF4, 'o', C),
    BOTH(0xD5, 0xF5, 'o', TILDE),   BOTH(0xD9, 0xF9, 'u', GRAVE),   BOTH(0xDA, 0xFA, 'u', ACUTE),
    BOTH(0xDD, 0xFD, 'y', ACUTE),   BOTH(0x102, 0x103, 'a', B),     BOTH(0x110, 0x111, 'd', S),
    BOTH(0x128, 0x129, 'i', TILDE), BOTH(0x168, 0x169, 'u', TILDE), BOTH(0x1A0, 0x1A1, 'o', H),
    BOTH(0x1AF, 0x1B0, 'u', H),
};
#undef BOTH

/* U+1EA0 to U+1EF9: capital and small letter in turn. */
enum { VIETNAMESE_FIRST = 0x1EA0, VIETNAMESE_COUNT = 45 };
static const struct letter_known VIETNAMESE[VIETNAMESE_COUNT] = {
    {'a', DOT},       {'a', HOOK},      {'a', C | ACUTE}, {'a', C | GRAVE}, {'a', C | HOOK},
    {'a', C | TILDE}, {'a', C | DOT},   {'a', B | ACUTE}, {'a', B | GRAVE}, {'a', B | HOOK},
    {'a', B | TILDE}, {'a', B | DOT},   {'e', DOT},       {'e', HOOK},      {'e', TILDE},
    {'e', C | ACUTE}, {'e', C | GRAVE}, {'e', C | HOOK},  {'e', C | TILDE}, {'e', C | DOT},
    {'i', HOOK},      {'i', DOT},       {'o', DOT},       {'o', HOOK},      {'o', C | ACUTE},
    {'o', C | GRAVE}, {'o', C | HOOK},  {'o', C | TILDE}, {'o', C | DOT},   {'o', H | ACUTE},
    {'o', H | GRAVE}, {'o', H | HOOK},  {'o', H | TILDE}, {'o', H | DOT},   {'u', DOT},
    {'u', HOOK},      {'u', H | ACUTE}, {'u', H | GRAVE}, {'u', H | HOOK},  {'u', H | TILDE},
    {'u', H | DOT},   {'y', GRAVE},     {'y', DOT},       {'y', HOOK},      {'y', TILDE},
};

static const struct letter_known UNKNOWN;

struct letter_known letter_known(int32_t rune)
{
    if (rune >= LATIN_FIRST && rune < LATIN_FIRST + LATIN_COUNT) {
        return LATIN[rune - LATIN_FIRST];
    }
    if (rune >= VIETNAMESE_FIRST && rune < VIETNAMESE_FIRST + 2 * VIETNAMESE_COUNT) {
        return VIETNAMESE[(rune - VIETNAMESE_FIRST) / 2];
    }
    return UNKNOWN;
}
