/* trial: pairs made from one map and judged with another. */
#ifndef TIEPDON_ACCURACY_TRIAL_H
#define TIEPDON_ACCURACY_TRIAL_H
#include "make.h"
#include "tally.h"

struct trial {
    struct tally tally[MADE_COUNT];
    int made;
};

/* `pairs` in equal parts of each class; a class the map has nothing for has none. Up to `show` of each class
 * that were not judged right are printed. */
void trial_run(const struct units *from, const struct units *judged, const char *today, int pairs, int show,
               struct trial *ret);

#endif
