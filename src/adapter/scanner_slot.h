/* scanner_slot: one keyboard-like device that the scanner module knows of; private to it. */
#ifndef TIEPDON_SCANNER_SLOT_H
#define TIEPDON_SCANNER_SLOT_H
#include "adapter/device.h"
#include "adapter/place.h"
#include "adapter/reader.h"
#include "adapter/scanner.h"
#include "adapter/strokes.h"
#include "core/learn.h"

enum { SLOTS = READER_DEVICES };

/* When a device that could not be taken is tried again: a held key goes up soon, a program may let go, a rule
 * may come. */
enum { TRY_KEYS_US = 100 * 1000, TRY_FAULT_US = 2000 * 1000 };

struct slot {
    bool used;
    struct device device;
    char node[DEVICE_NODE_SIZE]; /* "" once it was unplugged and is still being read out */
    struct claim claim;
    uint64_t try_us;      /* when to open it, 0 for not */
    enum fault fault;     /* what hindered the last try, said once */
    struct libevdev *dev; /* open: grabbed, or listening */
    bool listening;
    int id;
    struct strokes strokes;
    struct wedge wedge;
    struct learn learn;
};

struct scanner {
    int poll;
    struct udev *udev;
    struct udev_monitor *monitor;
    struct reader *reader;
    struct profiles profiles;
    struct keymaps keymaps;
    char binds[SCANNER_BINDS][BIND_SIZE];
    const char *bind_list[SCANNER_BINDS]; /* into binds */
    int bind_count;
    struct claim_rules rules;
    bool binding;
    int last_id;
    struct slot slot[SLOTS];
};

/* Time passed, nothing waits: tries to open, ends scans by silence. True when *ret was written. */
bool slot_pass(struct scanner *scanner, struct slot *slot, uint64_t now_us, struct scanner_event *ret);

/* A record of the thread. True when *ret was written. */
bool slot_hear(struct scanner *scanner, struct slot *slot, const struct record *record,
               struct scanner_event *ret);

/* When slot_pass is due, 0 for never. */
uint64_t slot_deadline(const struct slot *slot);

/* From now on this binding line counts too; false when there is no room. */
bool scanner_bind_add(struct scanner *scanner, const char *bind);

/* Stops reading; the device stays known. */
void slot_release(struct scanner *scanner, struct slot *slot);
void slot_close(struct scanner *scanner, struct slot *slot);

#endif
