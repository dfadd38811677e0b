/* syllable: one Vietnamese syllable taken apart into letters, vowel group and tone,
 * changed, and put together again.
 *
 * Unfinished syllables are syllables too (ng, thuo, dduo): each is the beginning of
 * one, or one without its marks. */
#ifndef TIEPDON_SYLLABLE_H
#define TIEPDON_SYLLABLE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

enum { SYLLABLE_MAX = 8, SYLLABLE_BYTES = 4 * SYLLABLE_MAX };

enum tone { TONE_LEVEL, TONE_ACUTE, TONE_GRAVE, TONE_HOOK, TONE_TILDE, TONE_DOT, TONE_COUNT };

enum shape { SHAPE_NONE, SHAPE_HAT, SHAPE_HORN }; /* â ê ô; ă ơ ư */

/* A vowel group and its forms; hat and horn are empty where Vietnamese has none. */
struct vowels {
    const char32_t *plain, *hat, *horn;
};

struct syllable {
    char32_t letter[SYLLABLE_MAX]; /* lower case, with hat, horn or stroke, without tone */
    bool upper[SYLLABLE_MAX];
    size_t count;
    enum tone tone;
    size_t vowel, vowel_count;   /* the vowel group within `letter`; vowel_count 0 when there is none yet */
    const struct vowels *vowels; /* its row, NULL when there is none yet */
};

/* Takes a word apart; false when it is no Vietnamese syllable or the beginning of one. */
bool syllable_read(struct syllable *ret, const char *text, size_t len);

/* Adds a letter at the end; false, and the syllable unchanged, when that could not be Vietnamese. */
bool syllable_append(struct syllable *syllable, int32_t rune);

/* True when the syllable may carry the tone: it has a vowel, and before c, ch, k, p, t
 * only acute and dot are spoken. */
bool syllable_takes(const struct syllable *syllable, enum tone tone);

/* The vowel group in the shape; "" when Vietnamese has no such group. */
const char32_t *syllable_form(const struct syllable *syllable, enum shape shape);

/* Puts `vowels`, as many letters as it has, in place of the vowel group. */
void syllable_set_vowels(struct syllable *syllable, const char32_t *vowels);
bool syllable_has_vowels(const struct syllable *syllable, const char32_t *vowels);

/* Writes it with the tone in the old style (hòa, thúy, hoàn), without NUL, and returns the bytes. */
size_t syllable_write(const struct syllable *syllable, char out[SYLLABLE_BYTES]);

#endif
