/* map: tables of administrative units for tests, read from files of the repository. */
#ifndef TIEPDON_TESTS_MAP_H
#define TIEPDON_TESTS_MAP_H
#include "core/unit.h"

/* The table of these files, kept to the end of the process; ends the program with a word where there is none. `names` may be
 * NULL. Paths are seen from the root of the repository. */
const struct units *map_read(const char *map, const char *names);

/* How many bytes their table takes. */
size_t map_memory(const char *map, const char *names);

/* tests/units/small.map with data/units.alias, read once a process. */
const struct units *map_small(void);

#endif
