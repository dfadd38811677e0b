/* map: tables of administrative units for tests, read from files of the repository. */
#ifndef TIEPDON_TESTS_MAP_H
#define TIEPDON_TESTS_MAP_H
#include "core/unit.h"

/* The table of that file with data/units.alias, read once and kept to the end of the process, of MAPS_MAX
 * files at most; ends the program with a word where there is none. Paths are seen from the root of the
 * repository. */
enum { MAPS_MAX = 8 };
const struct units *map_read(const char *path);

/* "Phường Sài Gòn 26740; Phường Tân Định 26737": what the unit is on that day. */
enum { MAP_SAID = 1024 };
void map_say(const struct units *units, uint16_t unit, const char *day, char out[MAP_SAID]);

/* How many bytes its table takes. */
size_t map_memory(const char *path);

/* tests/units/small.map */
const struct units *map_small(void);

#endif
