/* address_today: what the units that an address names are on the day. Inside of address. */
#ifndef TIEPDON_ADDRESS_TODAY_H
#define TIEPDON_ADDRESS_TODAY_H
#include "core/address_reading.h"

/* Adds what the unit is today to the list, each once. False when the map does not know what became of it.
 * *ret_sure: the map knows all that took it over, and the list has room for them. */
bool today_add(const struct seek *seek, uint16_t unit, uint16_t list[UNIT_HEIRS], int *count, bool *ret_sure);

/* Fills what struct reading has of today. */
void today_fill(const struct seek *seek, struct reading *reading);

#endif
