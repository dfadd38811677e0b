/* pos: scans out of the reports of a HID POS bar code scanner (USB HID Point of Sale Usage Tables 1.02, usage
 * page 0x8C). The device's own report descriptor tells where length, data and "more follows" stand, so no
 * vendor needs a table. Descriptor and reports are foreign bytes: what does not fit is refused.
 *
 * Reports carry the bytes of the code as they are, no layout is in the way. The struct holds patient data:
 * pos_wipe before it goes. */
#ifndef TIEPDON_POS_H
#define TIEPDON_POS_H
#include "core/needed.h"
#include "core/wedge.h"
#include <stdbool.h>
#include <stddef.h>

enum {
    POS_DESCRIPTOR_MAX = 4096, /* the kernel refuses longer ones */
    POS_REPORT_MAX = 1024,     /* bytes; USB's interrupt endpoints send no more at once */
    POS_REPORTS = 4,           /* kinds of report of one device that carry decoded data */
};

/* Bits from the start of a report as hidraw gives it, the id byte included. */
struct pos_field {
    unsigned short at, size; /* size 0: the report has none */
};

struct pos_report {
    unsigned char id; /* 0: this device's reports have no id byte */
    struct pos_field data, length, more;
};

struct pos_shape {
    struct pos_report report[POS_REPORTS];
    int count;
};

/* False for a device that is no bar code scanner, or whose descriptor is malformed. */
NEEDED bool pos_shape_read(const unsigned char *descriptor, size_t len, struct pos_shape *ret);

struct pos {
    struct pos_shape shape;
    struct manner manner;
    unsigned char report[POS_REPORT_MAX];
    size_t filled;
    struct scan scan; /* what has come so far */
    uint64_t last_us; /* the last report with data */
    bool announced;   /* it said that more follows */
    bool discarding;  /* the scan is damaged and that was said */
};

void pos_init(struct pos *pos, const struct pos_shape *shape, const struct manner *manner);

/* The next piece of a report; `more`: the report goes on in the next piece. *ret_whole tells whether ret_scan
 * was written. A scan ends with a report that does not announce another; where the descriptor has no such
 * field, with a report that is not full, or by manner.silence_us after a full one (ORIGIN_SILENCE). Faults:
 * SCAN_BROKEN (a length the report does not hold), SCAN_TOO_LONG, SCAN_EMPTY (a prefix alone). Call pos_pass
 * with the same time before the first piece of a report. */
NEEDED enum fault pos_piece(struct pos *pos, const unsigned char *bytes, size_t len, bool more, uint64_t us,
                            struct scan *ret_scan, bool *ret_whole);

/* Time passed without a report: SCAN_HALF when the one that was announced did not come within
 * manner.half_us. */
NEEDED enum fault pos_pass(struct pos *pos, uint64_t now_us, struct scan *ret_scan, bool *ret_whole);

/* Reports were lost on the way: SCAN_BROKEN, once a scan. */
NEEDED enum fault pos_lost(struct pos *pos, uint64_t now_us);

/* The device went. SCAN_HALF when that was in the middle of a scan. */
NEEDED enum fault pos_gone(struct pos *pos);

/* When pos_pass must be called, 0 for never. */
uint64_t pos_deadline(const struct pos *pos);

void pos_wipe(struct pos *pos);

#endif
