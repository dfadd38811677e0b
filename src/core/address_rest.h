/* address_rest: what stands before the units of two addresses (house, street, group, hamlet), compared
 * loosely: order and the words for such things say nothing, numbers decide. Inside of address. */
#ifndef TIEPDON_ADDRESS_REST_H
#define TIEPDON_ADDRESS_REST_H
#include "core/address_split.h"

enum rest_level {
    REST_SAME,
    REST_LESS,      /* one side says less, or each says something that the other does not contradict */
    REST_DIFFERENT, /* another number, or names that only one side has on both */
};

struct rest_match {
    enum rest_level level;
    bool a_within, b_within; /* all that the side says the other says too */
};

/* The first words of each: `a_end` and `b_end` of them. */
void rest_compare(const struct words *a, size_t a_end, const struct words *b, size_t b_end,
                  struct rest_match *ret);

#endif
