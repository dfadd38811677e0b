/* keymaps: the two directories of scanner profiles (*.ini) and keymaps (*.xkb): the hospital's own below its data
 * directory, and the installed one. What lies in the hospital's comes first. */
#ifndef TIEPDON_KEYMAPS_H
#define TIEPDON_KEYMAPS_H
#include "adapter/place.h"

struct keymaps {
    char own[PATH_SIZE]; /* DATA/keymaps, which need not exist; "" for none */
    char installed[PATH_SIZE];
};

/* `data` is the data directory, NULL for none. */
NEEDED enum fault keymaps_find(const char *data, struct keymaps *ret);

/* The file of a layout: "fr" is fr.xkb of the hospital's directory, else the installed one, whether it exists or
 * not. */
NEEDED enum fault keymaps_layout(const struct keymaps *keymaps, const char *layout, char ret[PATH_SIZE]);

#endif
