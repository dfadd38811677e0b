/* pairs: the hand-written pairs of address.pairs and name.pairs, read and judged. */
#ifndef TIEPDON_ACCURACY_PAIRS_H
#define TIEPDON_ACCURACY_PAIRS_H
#include "core/unit.h"
#include "tally.h"

enum { PAIRS_GROUPS = 96 };
enum { GROUP_SIZE = 120 };

struct pairs {
    struct tally tally[6]; /* a word of the file each: same open different, or silent note light different */
    struct tally
        group[PAIRS_GROUPS]; /* by the headings of the file; wrong counts alarms and misses together */
    char group_name[PAIRS_GROUPS][GROUP_SIZE];
    int tallies, groups;
};

/* Ends the program with a word when a line is malformed. Up to `show` pairs a word that were not judged right
 * are printed. */
void pairs_addresses(const char *path, const struct units *units, const char *today, int show,
                     struct pairs *ret);
void pairs_names(const char *path, int show, struct pairs *ret);

#endif
