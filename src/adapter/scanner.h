/* scanner: the USB scanners of this counter: found by udev, matched (core/claim.h), grabbed, read by a thread
 * of their own, their strokes made into scans; and the learning of a scanner that nobody knows yet.
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
    SCANNER_FAULT, /* fault; at first one for each broken profile; of an unplugged scanner DEVICE_LOST, or SCAN_HALF when that was within a scan */
    SCANNER_BOUND, /* a scanner was learnt: device is its line for [scanner] bind. It is taken, listening has ended. */
};

struct scanner_event {
    enum scanner_what what;
    enum fault fault;
    char culprit[FAULT_NAME_SIZE]; /* for fault_sentence */
    char name[DEVICE_NAME_SIZE];   /* of the device, as the kernel gives it, or of a broken profile */
    char device[BIND_SIZE];
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

/* Listens to every keyboard-like device that is not ours, also one plugged in meanwhile, without taking it,
 * until one of them types as only a scanner can (core/learn.h) or scanner_bind_end. Such a scan also arrives
 * wherever keyboards go, this terminal included: the desk drops it while it waits for the binding. A device
 * that cannot be read comes as an event. FAULT_DEVICE_FAILED for NULL. */
NEEDED enum fault scanner_bind_begin(struct scanner *scanner);
void scanner_bind_end(struct scanner *scanner);

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
