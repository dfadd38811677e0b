/* device: who the kernel's device nodes are, by libudev: event nodes, USB serial ports, raw HID devices.
 * Opens none of them. */
#ifndef TIEPDON_DEVICE_H
#define TIEPDON_DEVICE_H
#include "core/claim.h"
#include "core/pos.h"
#include <libudev.h>

/* A device as found: who it is, where it is, and for DEVICE_POS how its reports are laid out. */
struct found {
    struct device device;
    char node[DEVICE_NODE_SIZE];
    struct pos_shape shape;
};

/* The subsystems whose nodes may be scanners, ended by NULL. */
extern const char *const DEVICE_SUBSYSTEMS[];

/* False for a node of no kind that could ever be a scanner. */
bool device_describe(struct udev_device *udev, struct found *ret);

/* Calls `each` for every node of these subsystems. NULL is no udev, and nothing is there. */
void device_each(struct udev *udev, void (*each)(struct udev_device *udev, void *data), void *data);

#endif
