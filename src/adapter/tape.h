/* tape: the keys of the scan under way, so that a scan that is no card can be read again as a scanner set to another
 * layout would have meant it. Text alone cannot tell: what Shift and AltGr did to a key that means nothing is lost.
 *
 * The tape holds patient data in another form; it is wiped with every scan. */
#ifndef TIEPDON_TAPE_H
#define TIEPDON_TAPE_H
#include "adapter/keymaps.h"
#include "adapter/layout.h"
#include "core/wedge.h"

/* Presses and releases. A letter with Shift has four, one as an Alt code ten to sixteen: room for the longest scan there
 * may be, every letter shifted, and for 1,700 letters as Alt codes, five times what a card holds. */
enum { TAPE_KEYS = 4 * PAYLOAD_MAX };

struct tape;

NEEDED enum fault tape_open(struct tape **ret);
void tape_close(struct tape *tape);

/* A new scan begins: what was kept is wiped. `caps`: Caps Lock is on. */
void tape_begin(struct tape *tape, bool caps);

/* The next stroke of the scan; only its key and time are kept. */
void tape_keep(struct tape *tape, const struct stroke *stroke);

/* What was kept, read through `layout` (which is reset) as that manner says, up to the first suffix or to its end.
 * Faults as wedge_stroke; SCAN_TOO_LONG when there were more than TAPE_KEYS, SCAN_EMPTY when nothing was typed. */
NEEDED enum fault tape_read(const struct tape *tape, struct layout *layout, const struct manner *manner,
                            struct scan *ret);

/* Where `scan`, which was read from this tape, is no card as it stands, and there is one and only one other reading
 * by us, fr, de or gb that is: it takes the scan's place with MEND_LAYOUT. Takes a few milliseconds. */
void tape_mend(const struct tape *tape, const struct keymaps *keymaps, const struct manner *manner,
               struct scan *scan);

#endif
