/* seat: one program a counter, because a counter owns its draft and its undo. A lock the
 * kernel drops with its holder. */
#ifndef TIEPDON_SEAT_H
#define TIEPDON_SEAT_H
#include "core/hospital.h"

/* Takes DIR/counter-NAME.lock for `counter` ("" is "Quầy 1"); where another program sits there, "NAME (2)"
 * and so on: `counter` then holds the name that was taken. *ret_fd stays open as long as the seat is held.
 * Faults: SEAT_TAKEN, PLACE_DENIED, TOO_LONG. */
NEEDED enum fault seat_take(const char *dir, char counter[PLACE_SIZE], int *ret_fd);

#endif
