/* people: invented members as rows of the portal's CSV, the same for the same seed. */
#ifndef TIEPDON_PEOPLE_H
#define TIEPDON_PEOPLE_H
#include "demo/words.h"
#include <stdio.h>

enum { PEOPLE_MAX = 10000 };

/* Appends `count` rows in the columns of data/demo/members.csv. Every kind of data/demo/words.txt must be in
 * `words`. BHXH numbers are 7910000000 and up, never those of the hand-made persons (7999000000 and up). */
void people_write(FILE *out, const struct words *words, int count);

#endif
