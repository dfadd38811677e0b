/* scanner_slot: one device that the scanner module knows of, and what became of it; private to it.
 *
 *     plug ─▶ try ─▶ taken:     records ─▶ strokes ─▶ wedge ─▶ scan      (keyboards; tape.h mends it)
 *              ▲                       └─▶ wedge or pos ─────▶ scan      (serial, HID POS)
 *              │     listening: the same without holding it, until it proves to be a scanner
 *              └──── later, when something hinders */
#ifndef TIEPDON_SCANNER_SLOT_H
#define TIEPDON_SCANNER_SLOT_H
#include "adapter/device.h"
#include "adapter/place.h"
#include "adapter/reader.h"
#include "adapter/scanner.h"
#include "adapter/strokes.h"
#include "adapter/tape.h"
#include "core/learn.h"

enum { SLOTS = READER_DEVICES };

/* When a device that could not be taken is tried again: a held key goes up soon, a program may let go, a rule
 * may come. */
enum { TRY_KEYS_US = 100 * 1000, TRY_FAULT_US = 2000 * 1000 };

/* What a serial scanner had kept while nobody listened comes at once when its port is opened: it belongs to
 * a patient who has left. Until then the scanner is not called ready: a scan made meanwhile is thrown away as well. */
enum { SETTLE_US = 200 * 1000 };

struct slot {
    bool used;
    struct found found; /* its node is "" once it was unplugged and is still being read out */
    struct claim claim;
    uint64_t try_us;            /* when to open it, 0 for not */
    enum fault fault;           /* what hindered the last try */
    struct hindrance hindrance; /* what is behind it, said once */
    bool open;                  /* feed is: taken, or listening */
    bool listening;
    struct feed feed;
    int id;
    bool settling;            /* a taken serial port, until settled_us */
    uint64_t settled_us;      /* serial: what came before is thrown away */
    struct strokes strokes;   /* keyboards */
    struct tape *tape;        /* keyboards: of the scan under way */
    struct wedge wedge;       /* taken keyboards, serial ports */
    struct pos pos;           /* HID POS */
    struct learn learn;       /* keyboards that are listened to */
    struct setup_trace trace; /* while setting up */
};

struct scanner {
    int poll;
    struct udev *udev;
    struct udev_monitor *monitor;
    struct reader *reader;
    struct record record; /* under way */
    size_t record_at;     /* how many of its bytes were heard */
    struct profiles profiles;
    int broken_told; /* how many broken profiles were told of */
    struct keymaps keymaps;
    char binds[SCANNER_BINDS][BIND_SIZE];
    const char *bind_list[SCANNER_BINDS]; /* into binds */
    int bind_count;
    struct claim_rules rules;
    bool binding;
    int last_id;
    struct slot slot[SLOTS];
};

/* A device appeared: it gets a slot, unless its node has one. */
void scanner_plug(struct scanner *scanner, const struct found *found, uint64_t now_us);

/* Time passed, nothing waits: tries to open, ends scans by silence. True when *ret was written. */
bool slot_pass(struct scanner *scanner, struct slot *slot, uint64_t now_us, struct scanner_event *ret);

/* scanner->record from record_at on, which moves: call again until it is used up. True when *ret was
 * written. */
bool slot_hear(struct scanner *scanner, struct slot *slot, struct scanner_event *ret);

/* When slot_pass is due, 0 for never. */
uint64_t slot_deadline(const struct slot *slot);

/* The scan under way ends by time, where it does. As slot_pass. */
bool slot_hear_nothing(struct scanner *scanner, struct slot *slot, uint64_t now_us,
                       struct scanner_event *ret);
uint64_t slot_hear_deadline(const struct slot *slot);

/* Begins and ends hearing: what the records are made into. */
NEEDED enum fault slot_hear_begin(struct scanner *scanner, struct slot *slot);
void slot_hear_end(struct slot *slot);

/* For *ret: what happened to which device. Both true, tell_fault not for FAULT_NONE. */
bool slot_tell(const struct slot *slot, enum scanner_what what, struct scanner_event *ret);
bool slot_tell_fault(const struct slot *slot, enum fault fault, struct scanner_event *ret);

/* While setting up: whether the scan was the known code. Of a keyboard the tape is read in every way there is, of the
 * others it is `scan`. */
bool slot_recognise(struct scanner *scanner, struct slot *slot, const struct scan *scan,
                    struct scanner_event *ret);

/* From now on this binding line counts, in place of one of the same device; false when there is no room. */
bool scanner_bind_add(struct scanner *scanner, const char *bind);

/* Stops reading; the device stays known. */
void slot_release(struct scanner *scanner, struct slot *slot);
void slot_close(struct scanner *scanner, struct slot *slot);

#endif
