/* settings: `name = value` lines in [sections] (inih): the configuration,
 * scanner profiles and small tables. */
#ifndef TIEPDON_SETTINGS_H
#define TIEPDON_SETTINGS_H
#include "core/fault.h"
#include <stdbool.h>

/* inih cuts longer lines and then miscounts, so a line over this many bytes is refused by its number. A value
 * ends at " ;", which begins a comment. Indenting means nothing. */
enum { SETTINGS_LINE_MAX = 190 };

/* Takes one value; false refuses it, and its line is reported. Strings live until the return. */
typedef bool settings_handler(void *data, const char *section, const char *name, const char *value);

/* Reads a file. *ret_line is written always: while the handler runs, the line it is given; at the end the first refused or
 * malformed line with FAULT_SETTINGS_LINE, else 0. FAULT_SETTINGS_MISSING when there is no such file,
 * FAULT_SETTINGS_UNREADABLE when it cannot be read. */
NEEDED enum fault settings_read(const char *path, settings_handler *handler, void *data, int *ret_line);

#endif
