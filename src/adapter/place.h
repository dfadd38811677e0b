/* place: where the program finds its data directory and the files it was installed with. */
#ifndef TIEPDON_PLACE_H
#define TIEPDON_PLACE_H
#include "core/fault.h"
#include <stddef.h>
#include <stdio.h>

enum { PATH_SIZE = 1024 };

/* The data directory: `option` (from --data) when not NULL, else $TIEPDON_DATA, else /var/lib/tiepdon where
 * that exists, else $XDG_DATA_HOME/tiepdon or ~/.local/share/tiepdon. Creates nothing. */
NEEDED enum fault place_data(const char *option, char ret[PATH_SIZE]);

/* Makes the directory with its parents, for its owner alone (0700); one that exists stays as it is. */
NEEDED enum fault place_make(const char *path);

/* A file of the installation ("data/slip.vi.txt"): below $TIEPDON_SHARE where that is set; else beside
 * the running program (../share/tiepdon as installed, ../.. as built in the source tree); else where
 * `make install` was to put it. */
NEEDED enum fault place_share(const char *name, char ret[PATH_SIZE]);

/* DIR/NAME; FAULT_TOO_LONG when it does not fit. */
NEEDED enum fault place_join(const char *dir, const char *name, char ret[PATH_SIZE]);

/* Opens a file for reading: a file only, for a pipe without a writer would hold the program up for ever. *ret is the
 * caller's to fclose. FAULT_SETTINGS_MISSING, _UNREADABLE. */
NEEDED enum fault place_open(const char *path, FILE **ret);

/* A small text file as a whole, NUL-terminated; FAULT_TOO_LONG when it does not fit cap. */
NEEDED enum fault place_read(const char *path, char *out, size_t cap);

#endif
