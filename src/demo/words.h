/* words: weighted lists of names, streets and codes (data/demo/words.txt), and
 * the dice that pick from them. */
#ifndef TIEPDON_WORDS_H
#define TIEPDON_WORDS_H
#include "core/fault.h"
#include <stdbool.h>
#include <stdint.h>

/* splitmix64 (Steele, Lea, Flood 2014): the same seed gives the same members on every machine. */
struct dice {
    uint64_t state;
};

/* 0 .. sides - 1 */
unsigned dice_roll(struct dice *dice, unsigned sides);

enum { WORDS_MAX = 256 };

struct words {
    struct word {
        char kind[16];
        unsigned weight;
        char text[80];
    } word[WORDS_MAX];
    int count;
};

/* Lines of "kind weight text"; # begins a comment line. DEMO_FILE for any other line and for too many. */
NEEDED enum fault words_read(const char *path, struct words *ret_words);

/* One of the kind by weight; the kind must exist. */
const char *words_pick(const struct words *words, const char *kind, struct dice *dice);

#endif
