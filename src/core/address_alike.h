/* address_alike: the names in the rests of two addresses matched word by word. Inside of address. */
#ifndef TIEPDON_ADDRESS_ALIKE_H
#define TIEPDON_ADDRESS_ALIKE_H
#include "core/address_item.h"

/* Marks the names that stand on both sides: the same words, with marks lost, abbreviated, or one of them with
 * a slip. */
void items_match(struct items *a, struct items *b);

/* How many names stand on this side alone. */
size_t items_unmatched(const struct items *items);

#endif
