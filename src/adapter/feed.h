/* feed: one open scanner of whatever kind, and holding it for ourselves alone: a keyboard's events
 * (libevdev), the bytes of a serial port, the reports of a HID POS scanner. */
#ifndef TIEPDON_FEED_H
#define TIEPDON_FEED_H
#include "core/claim.h"
#include "core/fault.h"
#include <libevdev/libevdev.h>

struct feed {
    enum device_kind kind;
    int fd;               /* does not block */
    struct libevdev *dev; /* DEVICE_KEYS: reads fd; else NULL */
};

enum feed_hold {
    FEED_LISTEN, /* read along, as everybody else */
    FEED_GRAB,   /* nobody else gets its scans; a keyboard not while one of its keys is down */
};

/* *ret_keys_down: a key is held, try again soon (then FAULT_NONE and *ret is not written). Faults:
 * DEVICE_DENIED, DEVICE_BUSY, DEVICE_LOST (it went meanwhile), DEVICE_FAILED.
 *
 * A serial port is always held alone (TIOCEXCL) and set raw, 9600 8N1: what arrived before is thrown away. The
 * kernel has no such thing for hidraw: there a lock (flock) keeps at least our own programs apart, as on whatever
 * is held alone. */
NEEDED enum fault feed_open(const char *node, enum device_kind kind, enum feed_hold hold, struct feed *ret,
                            bool *ret_keys_down);
void feed_close(struct feed *feed);

/* The kinds' own part of feed_open: prepares the open `feed->fd`. 0 or an errno. */
int feed_keys(struct feed *feed, enum feed_hold hold, bool *ret_keys_down);
int feed_serial(int fd);

#endif
