/* address_option: the units that may be named right before some place in an address, longer names behind
 * shorter ones. Inside of address. */
#ifndef TIEPDON_ADDRESS_OPTION_H
#define TIEPDON_ADDRESS_OPTION_H
#include "core/address_named.h"

enum { OPTIONS_MAX = 3 };

struct options {
    struct named list[OPTIONS_MAX];
    int count;
};

/* Names of the level sought that end at `end`: as the map has them, or, where `seek.slips` asks for it and
 * there are none, one slip off. */
void options_written(const struct seek *seek, size_t end, struct options *options);
void options_names(const struct seek *seek, size_t end, struct options *options);

#endif
