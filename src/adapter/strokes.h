/* strokes: a stream of the kernel's input events made into strokes: the seam between devices and everything
 * pure. It needs no device, so a test feeds it from a pipe.
 *
 * The stream keeps libevdev's contract: after SYN_DROPPED the keys up to the next SYN_REPORT only tell what
 * is down now. */
#ifndef TIEPDON_STROKES_H
#define TIEPDON_STROKES_H
#include "adapter/layout.h"
#include "core/wedge.h"
#include <linux/input.h>

struct strokes {
    struct layout *layout; /* owned */
    bool catching_up;      /* between SYN_DROPPED and SYN_REPORT */
    bool unsure;           /* a press of Caps Lock may be among what was dropped */
    uint64_t last_us;
};

enum strokes_what { STROKES_NONE, STROKES_KEY, STROKES_LOST };

NEEDED enum fault strokes_open(struct strokes *strokes, const char *keymap);
void strokes_close(struct strokes *strokes);

/* KEY: *ret is the next stroke. LOST: the kernel dropped some; ret->us tells when. Repeats of a held key are
 * no strokes. After a loss the layout is reset with the first key that follows a silence of DISCARD_US: between
 * two scans a scanner's Caps Lock is off, within one nobody knows. */
enum strokes_what strokes_event(struct strokes *strokes, const struct input_event *event, struct stroke *ret);

#endif
