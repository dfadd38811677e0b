/* letter_known: the letters of Vietnamese taken apart by a table, because addresses are compared by the
 * hundred thousand; all other letters are left to utf8proc. */
#ifndef TIEPDON_LETTER_KNOWN_H
#define TIEPDON_LETTER_KNOWN_H
#include <stdint.h>

struct letter_known {
    char base; /* lower case; 0: not a letter of the tables */
    uint16_t marks;
};

/* A composed letter beyond ASCII of either case. */
struct letter_known letter_known(int32_t rune);

#endif
