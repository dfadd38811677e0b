/* scanner: the scanners of this counter, whether they type, send bytes through a serial port or are HID POS: found
 * by udev, matched (core/claim.h), held, read by a thread of their own, what they send made into scans; and the
 * learning of a scanner that nobody knows yet.
 *
 * In the poll loop:
 *     poll on scanner_fd, at most scanner_timeout(scanner) milliseconds, then
 *     while (scanner_next(scanner, &event)) ...
 *     explicit_bzero(&event, sizeof event);
 *
 * Without /dev/input or udev it opens all the same and finds nothing. */
#ifndef TIEPDON_SCANNER_H
#define TIEPDON_SCANNER_H
#include "adapter/hindrance.h"
#include "adapter/profile.h"
#include "core/desk.h"

enum { SCANNER_BINDS = 16 };

struct scanner;

struct scanner_options {
    const struct keymaps *profiles; /* where profiles and layouts lie; copied */
    const char *const *binds;       /* the lines of [scanner] bind; copied */
    int bind_count;
    bool remote; /* SSH_CONNECTION is set: only bound devices are taken */
};

enum scanner_what {
    SCANNER_CHANGED, /* a scanner was taken and is ready */
    SCANNER_SCAN,    /* scan; read again through another layout where only that makes it a card (tape.h) */
    SCANNER_FAULT,   /* fault; at first one for each broken profile; of an unplugged scanner DEVICE_LOST, or
                        SCAN_HALF when that was within a scan */
    SCANNER_HEARD,   /* the known code of core/setup.h, while setting up: setup, device, road, served */
    SCANNER_BOUND, /* a scanner was learnt: bind is its line for [scanner]. It is taken, listening has ended. */
};

struct scanner_event {
    enum scanner_what what;
    enum fault fault;
    char culprit[FAULT_NAME_SIZE]; /* for fault_sentence */
    char name[DEVICE_NAME_SIZE];   /* of the device, as the kernel gives it, or of a broken profile */
    char bind[BIND_SIZE];
    struct device device;
    struct setup setup;
    enum heard_road road;
    bool served; /* its profile reads what it sends */
    struct scan scan;
};

/* FAULT_TOO_LONG: more than SCANNER_BINDS bindings, or one longer than BIND_SIZE. */
NEEDED enum fault scanner_open(const struct scanner_options *options, struct scanner **ret);
void scanner_close(struct scanner *scanner);

int scanner_fd(const struct scanner *scanner);
int scanner_timeout(const struct scanner *scanner);
bool scanner_next(struct scanner *scanner, struct scanner_event *ret);

/* For the header line: READY when one is, else why not; *ret_ready counts the ready ones. NULL has none. */
enum scanner_state scanner_state(const struct scanner *scanner, int *ret_ready);

/* What hinders a scanner of ours just now, FAULT_NONE for nothing. */
struct hindrance scanner_hindrance(const struct scanner *scanner);

/* Setting up: listens to every keyboard-like device that is not ours as well, also one plugged in meanwhile, without
 * taking it. The known code, from these and from ours, is SCANNER_HEARD; another scan that only a scanner types
 * (core/learn.h) is SCANNER_BOUND and ends the listening. What a stranger sends also arrives wherever keyboards go,
 * this terminal included. A device that cannot be read comes as an event. For NULL, and when it is so already,
 * nothing happens. */
void scanner_listen(struct scanner *scanner, bool on);

/* From now on this device is read by this profile, which may be a new one or take the place of that name; a stranger
 * is taken. `bind` is its line for [scanner] or "" when the profile matches it. FAULT_TOO_LONG when there is no room
 * for another. */
NEEDED enum fault scanner_adopt(struct scanner *scanner, const struct device *device,
                                const struct profile *profile, const char *bind);

/* ---- For `tiepdon devices`: every device that could scan, and what would become of it. ---- */
struct scanner_device {
    struct device device;
    char node[DEVICE_NODE_SIZE];
    struct claim claim;
    struct hindrance hindrance; /* of a taken device: what hinders it now; of others only the right to read */
};

/* Calls `each` for every device, in udev's order. The claims point into *profiles. */
void scanner_list(const struct scanner_options *options, struct profiles *profiles,
                  void (*each)(const struct scanner_device *device, void *data), void *data);

#endif
