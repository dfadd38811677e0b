/* wire: what an emulated scanner hangs on: /dev/uhid, a USB gadget's /dev/hidg0, or a serial gadget's /dev/ttyGS0. */
#ifndef VM_WIRE_H
#define VM_WIRE_H
#include "model.h"
#include <stddef.h>
#include <time.h>

struct wire {
    int fd; /* -1: unplugged */
    enum port port;
    struct timespec due; /* when the next report may go */
    long late_ms;        /* by how much the latest report went too late, for want of a processor */
    int sent;            /* reports since wire_begin */
    struct {
        int pid, after, count;
    } stall;
};

/* Prints the reason and ends the program when the device cannot be made: a test machine without it proves nothing. */
void wire_plug(struct wire *wire, const struct model *model);
void wire_unplug(struct wire *wire);

/* Stops the process `pid` after the first `after` reports of the next order and lets it go on when `count` more went: a
 * reader that stalls, measured in reports. */
void wire_stall(struct wire *wire, int pid, int after, int count);

/* The pace begins anew, after a pause of any length. */
void wire_begin(struct wire *wire);

/* One report, or bytes of a serial scanner, not before the interval since the last one has passed. Reports that the
 * host sent meanwhile are printed as "led XX". */
void wire_send(struct wire *wire, const struct model *model, const void *report, size_t size);

/* The HID report descriptor of this kind of scanner, for a gadget's report_desc. */
const unsigned char *wire_descriptor(enum port port, size_t *ret_size);

#endif
