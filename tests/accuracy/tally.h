/* tally: what was judged right and wrong, and the table of it.
 *
 * A false alarm is a warning where none is wanted; a miss, no warning where one is. What is neither right nor
 * one of these said less than a clerk would, or more, without harm. */
#ifndef TIEPDON_ACCURACY_TALLY_H
#define TIEPDON_ACCURACY_TALLY_H
#include <stdbool.h>
#include <stdio.h>

struct tally {
    const char *name;
    bool warned;             /* a warning is wanted */
    bool beside;             /* not in the sums */
    int count, right, wrong; /* wrong: false alarms or misses */
};

/* The sums of those where no warning is wanted, or where one is. */
struct tally tally_sum(const struct tally *tallies, int count, bool warned);
double tally_rate(const struct tally *tally);

/* One table, the sums under it. */
void tally_print(const char *title, const struct tally *tallies, int count, FILE *out);

#endif
