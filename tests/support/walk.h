/* walk: every unit of a map written as an address and read or compared again. */
#ifndef TIEPDON_TESTS_WALK_H
#define TIEPDON_TESTS_WALK_H
#include "core/unit.h"

struct walk {
    int tried, failed;
    char first[2048]; /* what failed first */
};

/* Every commune of before that a change divided: against each heir it is possible with exactly the heirs as
 * candidates; against a commune of the province that is none of them, different. */
struct walk walk_divided(const struct units *units, const char *today);

/* Every commune of any time with its district and province, in several spellings, reads as itself. */
struct walk walk_names(const struct units *units, const char *today);

#endif
