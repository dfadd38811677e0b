/* unit_words: a name as its words, and beside it what was typed so far: how much of the name that says. */
#ifndef TIEPDON_UNIT_WORDS_H
#define TIEPDON_UNIT_WORDS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UNIT_WORDS_LETTERS = 64, UNIT_WORDS_MAX = 24 };

/* Bases of the letters without gaps, i for every y; numbers are words without leading zeros ("P.04": p,
 * 4). */
struct unit_words {
    char base[UNIT_WORDS_LETTERS];
    uint16_t marks[UNIT_WORDS_LETTERS];      /* of the letters, settled (letter.h) */
    unsigned char start[UNIT_WORDS_MAX + 1]; /* of each word; start[count] is the number of letters */
    int count;
};

/* False when the text is too long to be a name. */
bool unit_words_read(const char *text, struct unit_words *ret);
/* The Telex keys that make the text's letters ("á" is a, s), as one word; false when it is several. */
bool unit_words_keys(const char *text, struct unit_words *ret);
/* Without its first `words` words and then `letters` letters. */
struct unit_words unit_words_skip(const struct unit_words *words, int skipped, int letters);
int unit_words_length(const struct unit_words *words, int word);
bool unit_words_is(const struct unit_words *words, int word, const char *text); /* with y as i */

/* How much of a name was said. */
struct unit_said {
    int words;     /* of what was typed; 0: it says something else */
    bool whole;    /* no letter of the name is unsaid */
    bool unmarked; /* a mark was typed that the name does not have there */
};

/* The words of `typed` from `from` on beside the name from its word `at` on: each is the beginning of one of
 * its words, or one is the beginning of several ("saig"). Those behind, if there are any, follow the last
 * word of the name. */
struct unit_said unit_words_begin(const struct unit_words *typed, int from, const struct unit_words *name,
                                  int at);
/* The word `from` of `typed` as the initials of the name, at least two, or of its first words. */
struct unit_said unit_words_initials(const struct unit_words *typed, int from, const struct unit_words *name);

#endif
