/* No descriptor and no report crashes or hangs pos, or makes it hand over what is not whole. The first byte tells
 * how long the descriptor is; then come reports, each led by a length and a pause. */
#include "core/pos.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check_shape(const struct pos_shape *shape)
{
    require(shape->count > 0 && shape->count <= POS_REPORTS);
    for (int i = 0; i < shape->count; i++) {
        const struct pos_report *report = &shape->report[i];
        require(report->data.size > 0 && report->data.at + report->data.size <= POS_REPORT_MAX * 8);
        require(report->length.at + report->length.size <= POS_REPORT_MAX * 8);
        require(report->more.at + report->more.size <= POS_REPORT_MAX * 8);
    }
}

static void check(const struct pos *pos, enum fault fault, bool whole, const struct scan *scan)
{
    require(fault < FAULT_COUNT && !(fault && whole) && pos->scan.len <= PAYLOAD_MAX);
    require(!whole || (scan->len > 0 && scan->len <= PAYLOAD_MAX && !scan->bytes[scan->len]));
}

static void feed(const struct pos_shape *shape, const uint8_t *data, size_t size)
{
    static struct pos pos;
    static struct scan scan;
    const struct manner manner = {.prefix = "]Q1", .silence_us = SILENCE_US, .half_us = HALF_US};
    uint64_t us = 1;
    pos_init(&pos, shape, &manner);
    while (size >= 2) {
        size_t len = data[0] & 0x7F;
        bool whole, more = data[0] & 0x80;
        us += (uint64_t)data[1] * 5000;
        data += 2;
        size -= 2;
        len = len < size ? len : size;
        enum fault fault = pos_pass(&pos, us, &scan, &whole);
        check(&pos, fault, whole, &scan);
        fault = pos_piece(&pos, data, len, more, us, &scan, &whole);
        check(&pos, fault, whole, &scan);
        data += len;
        size -= len;
    }
    bool half = pos.scan.len || pos.announced;
    require((pos_gone(&pos) == FAULT_SCAN_HALF) == half);
    require(pos_deadline(&pos) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pos_shape shape;
    size_t len = size && data[0] < size ? data[0] : 0;
    if (len && pos_shape_read(data + 1, len, &shape)) {
        check_shape(&shape);
        feed(&shape, data + 1 + len, size - 1 - len);
    }
    return 0;
}
