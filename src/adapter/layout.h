/* layout: the text a scanner's key positions mean (libxkbcommon), from a keymap file of our own
 * (keymaps/us.xkb): the system's layout is that of the people's keyboards, not the scanner's.
 *
 * A keymap is one whole file in the XKB text format, as `xkbcli compile-keymap --layout LAYOUT` prints it too. */
#ifndef TIEPDON_LAYOUT_H
#define TIEPDON_LAYOUT_H
#include "adapter/keymaps.h"
#include "core/fault.h"
#include <stdbool.h>
#include <stdint.h>

enum { LAYOUT_TEXT_SIZE = 8 };

struct layout;

/* FAULT_DEVICE_LAYOUT when the file is missing or no keymap. */
NEEDED enum fault layout_open(const char *path, struct layout **ret);
/* The one of that name ("fr") among the keymaps; also faults of keymaps_layout. */
NEEDED enum fault layout_find(const struct keymaps *keymaps, const char *name, struct layout **ret);
void layout_close(struct layout *layout);

/* One press or release of the kernel's KEY_ `code`. `text` is the UTF-8 of a press, "" for a release, a
 * modifier or a key without text. Num Lock is always on, Caps Lock follows its key. Returns the combining
 * mark (U+0300...) that the press of a dead key puts on the next letter, 0 for any other. */
int32_t layout_key(struct layout *layout, unsigned short code, bool pressed, char text[LAYOUT_TEXT_SIZE]);

bool layout_caps(const struct layout *layout); /* Caps Lock is on */

/* All keys up, Caps Lock off: the device went. */
void layout_reset(struct layout *layout);

#endif
