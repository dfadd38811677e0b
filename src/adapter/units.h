/* units: the table of administrative units from its files.
 *
 * DIR/units.map (made by `tiepdon import units`) where it is there and whole, else the installed
 * data/units.map; with the other names of data/units.alias. The file is read once, the table kept until
 * units_close. */
#ifndef TIEPDON_UNITS_H
#define TIEPDON_UNITS_H
#include "adapter/place.h"
#include "core/unit_read.h"

struct units_file; /* opaque */

/* *ret_own: FAULT_UNITS_MAP when DIR/units.map is there but cannot be used, *ret_line its line where one is
 * to blame; FAULT_NONE when it is in use or not there. Fails (FAULT_SHARE_MISSING, _UNITS_MAP, _MEMORY) when
 * no table can be had at all: then nothing is opened, and addresses are compared as text. */
NEEDED enum fault units_open(const char *dir, struct units_file **ret, enum fault *ret_own, int *ret_line);

/* One file alone; `names` may be NULL. *ret_line as unit_read has it. */
NEEDED enum fault units_open_file(const char *map, const char *names, struct units_file **ret, int *ret_line);

void units_close(struct units_file *file); /* NULL does nothing */

/* NULL for NULL; good until units_close. */
const struct units *units_table(const struct units_file *file);
/* The text it was read from, NUL-terminated. */
const char *units_source(const struct units_file *file);
size_t units_size(const struct units_file *file); /* bytes of memory of the table */

#endif
