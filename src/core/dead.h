/* dead: dead keys, which print nothing and mark the letter that follows.
 *
 * What a mark and a letter make is Unicode's composition, which utf8proc has for every letter: a table of
 * our own would only repeat it. Ours are the accents that a dead key gives before a space. */
#ifndef TIEPDON_DEAD_H
#define TIEPDON_DEAD_H
#include <stdbool.h>
#include <stdint.h>

/* A Vietnamese letter takes two: ^ and ´ before e are ế. */
enum { DEAD_MAX = 2 };

struct dead {
    int32_t mark[DEAD_MAX]; /* waiting, in any order */
    int count;
};

/* False when the mark is there already, or a third one. */
bool dead_press(struct dead *dead, int32_t mark);

/* What the waiting marks make of the next character: a letter, or the accent itself before a space; -1 when
 * they make nothing. No mark waits afterwards. */
int32_t dead_join(struct dead *dead, int32_t rune);

#endif
