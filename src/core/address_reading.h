/* address_reading: the words of an address read from right to left into province, district and commune: which
 * units may be meant, the likeliest reading first. Inside of address. */
#ifndef TIEPDON_ADDRESS_READING_H
#define TIEPDON_ADDRESS_READING_H
#include "core/address_named.h"

struct reading {
    struct named province, district, commune;
    size_t rest; /* words before the units */
    int score;   /* what was understood, less its doubts; 0: nothing */
    /* Of today: */
    uint16_t provinces[UNIT_HEIRS]; /* 0: not known */
    int province_count;
    uint16_t communes[UNIT_HEIRS]; /* in one of which it lies, of all units the commune may be */
    int commune_count;             /* 0: no commune, or what became of it is not known */
    bool sure;                     /* those are all */
    bool parted; /* a name of today, read as the commune of before of which a part may have gone elsewhere */
};

/* A name that stands for a unit of before and one of today, or for a district and a commune, has two
 * readings. */
enum { READINGS_MAX = 3 };

/* At least one reading; `units` may be NULL: then nothing is understood. Parts in another order are put right
 * in `words`. */
int readings_find(const struct units *units, const char *today, struct words *words,
                  struct reading ret[READINGS_MAX]);

#endif
