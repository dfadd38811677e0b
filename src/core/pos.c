/* pos: reports put together until one announces no other; what was damaged is dropped to its end. */
#include "core/pos.h"
#include <string.h>

void pos_init(struct pos *pos, const struct pos_shape *shape, const struct manner *manner)
{
    *pos = (struct pos){.shape = *shape, .manner = *manner};
}

static void forget_scan(struct pos *pos)
{
    explicit_bzero(&pos->scan, sizeof pos->scan);
    pos->announced = pos->discarding = false;
    pos->last_us = 0;
}

void pos_wipe(struct pos *pos)
{
    forget_scan(pos);
    explicit_bzero(pos->report, sizeof pos->report);
    pos->filled = 0;
}

uint64_t pos_deadline(const struct pos *pos)
{
    if (!pos->scan.len && !pos->announced && !pos->discarding) {
        return 0;
    }
    return pos->last_us + (pos->discarding  ? DISCARD_US
                           : pos->announced ? pos->manner.half_us
                                            : pos->manner.silence_us);
}

static enum fault hand_over(struct pos *pos, enum origin origin, struct scan *ret_scan, bool *ret_whole)
{
    size_t skip = strlen(pos->manner.prefix);
    if (skip > pos->scan.len || memcmp(pos->scan.bytes, pos->manner.prefix, skip) != 0) {
        skip = 0;
    }
    size_t len = pos->scan.len - skip;
    if (len) {
        memcpy(ret_scan->bytes, pos->scan.bytes + skip, len);
        ret_scan->bytes[len] = '\0';
        ret_scan->len = len;
        ret_scan->origin = origin;
        ret_scan->mended = 0;
        *ret_whole = true;
    }
    forget_scan(pos);
    return len ? FAULT_NONE : FAULT_SCAN_EMPTY;
}

static enum fault discard(struct pos *pos, uint64_t now_us, enum fault fault)
{
    if (pos->discarding) {
        fault = FAULT_NONE;
    }
    forget_scan(pos);
    pos->discarding = true;
    pos->last_us = now_us;
    return fault;
}

enum fault pos_pass(struct pos *pos, uint64_t now_us, struct scan *ret_scan, bool *ret_whole)
{
    *ret_whole = false;
    uint64_t deadline = pos_deadline(pos);
    if (!deadline || now_us < deadline) {
        return FAULT_NONE;
    }
    if (!pos->discarding && !pos->announced) {
        return hand_over(pos, ORIGIN_SILENCE, ret_scan, ret_whole);
    }
    enum fault fault = pos->discarding ? FAULT_NONE : FAULT_SCAN_HALF;
    forget_scan(pos);
    return fault;
}

static const struct pos_report *report_of(const struct pos *pos)
{
    for (int i = 0; i < pos->shape.count; i++) {
        const struct pos_report *report = &pos->shape.report[i];
        if (!report->id || (pos->filled && report->id == pos->report[0])) {
            return report;
        }
    }
    return NULL;
}

/* A number of the report; what a short report leaves out is 0. */
static unsigned number(const struct pos *pos, struct pos_field field)
{
    unsigned value = 0;
    for (unsigned i = 0; i < field.size && (field.at + i) / 8u < pos->filled; i++) {
        unsigned at = field.at + i;
        value |= ((unsigned)pos->report[at / 8] >> at % 8 & 1u) << i;
    }
    return value;
}

/* How many bytes of data the report says it has; where it does not say, zeros at the end are none. */
static size_t length_of(const struct pos *pos, const struct pos_report *report)
{
    if (report->length.size) {
        return number(pos, report->length);
    }
    size_t at = report->data.at / 8u, len = report->data.size / 8u;
    while (len && (at + len > pos->filled || !pos->report[at + len - 1])) {
        len--;
    }
    return len;
}

/* The whole report is there. */
static enum fault take_report(struct pos *pos, uint64_t us, struct scan *ret_scan, bool *ret_whole)
{
    const struct pos_report *report = report_of(pos);
    if (!report) {
        return FAULT_NONE;
    }
    size_t at = report->data.at / 8u, full = report->data.size / 8u, len = length_of(pos, report);
    bool more = report->more.size ? number(pos, report->more) != 0 : len == full;
    if (pos->discarding) {
        pos->last_us = us;
        if (!more) {
            forget_scan(pos);
        }
        return FAULT_NONE;
    }
    enum fault fault = len > full || (len && at + len > pos->filled) ? FAULT_SCAN_BROKEN
                       : pos->scan.len + len > PAYLOAD_MAX           ? FAULT_SCAN_TOO_LONG
                                                                     : FAULT_NONE;
    if (fault) {
        fault = discard(pos, us, fault);
        pos->discarding = more || !report->more.size;
        return fault;
    }
    memcpy(pos->scan.bytes + pos->scan.len, pos->report + at, len);
    pos->scan.len += len;
    pos->last_us = us;
    pos->announced = more && report->more.size;
    if (more || !pos->scan.len) {
        return FAULT_NONE;
    }
    return hand_over(pos, ORIGIN_SCANNER, ret_scan, ret_whole);
}

enum fault pos_piece(struct pos *pos, const unsigned char *bytes, size_t len, bool more, uint64_t us,
                     struct scan *ret_scan, bool *ret_whole)
{
    *ret_whole = false;
    size_t room = sizeof pos->report - pos->filled;
    memcpy(pos->report + pos->filled, bytes, len < room ? len : room); /* what is beyond holds no field */
    pos->filled += len < room ? len : room;
    if (more) {
        return FAULT_NONE;
    }
    enum fault fault = take_report(pos, us, ret_scan, ret_whole);
    explicit_bzero(pos->report, sizeof pos->report);
    pos->filled = 0;
    return fault;
}

enum fault pos_lost(struct pos *pos, uint64_t now_us)
{
    return discard(pos, now_us, FAULT_SCAN_BROKEN);
}

enum fault pos_gone(struct pos *pos)
{
    enum fault fault = pos->scan.len || pos->announced ? FAULT_SCAN_HALF : FAULT_NONE;
    pos_wipe(pos);
    return fault;
}
