/* unit_read: the text of a map of units (unit_line.h has its form) made into the table that unit.h looks
 * into. */
#ifndef TIEPDON_UNIT_READ_H
#define TIEPDON_UNIT_READ_H
#include "core/unit.h"

struct unit_text {
    const char *at;
    size_t len; /* lines that end in LF, the last one perhaps without */
};

/* How many bytes unit_read wants for the table of these texts; the texts are not needed afterwards. */
size_t unit_memory(struct unit_text map, struct unit_text names);

/* Makes the table in `memory` (aligned as malloc's, at least unit_memory bytes). `names` are other names of
 * the units (may be empty); a name of a code that the map does not have is left out. FAULT_UNITS_MAP or
 * FAULT_UNITS_NAMES at anything that is not as it should be: *ret_line then is the line, 0 when the text as a
 * whole is no map. */
NEEDED enum fault unit_read(struct unit_text map, struct unit_text names, void *memory, struct units *ret,
                            int *ret_line);

#endif
