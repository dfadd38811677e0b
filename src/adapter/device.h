/* device: one input device of the kernel: what it is (libudev), and holding it
 * for ourselves alone (libevdev). */
#ifndef TIEPDON_DEVICE_H
#define TIEPDON_DEVICE_H
#include "core/claim.h"
#include "core/fault.h"
#include <libevdev/libevdev.h>
#include <libudev.h>

/* Reads who the device behind an event node is; false for what is no event node. Opens nothing. */
bool device_describe(struct udev_device *udev, struct device *ret, char node[DEVICE_NODE_SIZE]);

/* Calls `each` for every event node there is. NULL is no udev, and nothing is there. */
void device_each(struct udev *udev, void (*each)(struct udev_device *udev, void *data), void *data);

enum device_hold {
    DEVICE_LISTEN, /* read along, as everybody else */
    DEVICE_GRAB,   /* nobody else gets its keys; not while one of them is down */
};

/* *ret_keys_down: a key is held, try again soon (then FAULT_NONE and *ret stays NULL). Faults: DEVICE_DENIED,
 * DEVICE_BUSY, DEVICE_LOST (it went meanwhile), DEVICE_FAILED. */
NEEDED enum fault device_open(const char *node, enum device_hold hold, struct libevdev **ret,
                              bool *ret_keys_down);
void device_close(struct libevdev *dev);

#endif
