/* No strokes, in whatever order and at whatever pace, crash or hang wedge and burst, or make them hand over
 * what is not whole. Two bytes a stroke: which key, how long after the one before. */
#include "core/burst.h"
#include "core/wedge.h"
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

static uint64_t pause_of(uint8_t byte)
{
    static const uint16_t MS[] = {0, 1, 8, 59, 61, 100, 149, 151, 400, 999, 1001, 3000};
    return MS[byte % (sizeof MS / sizeof *MS)];
}

static void check_scan(const struct scan *scan)
{
    require(scan->len > 0 && scan->len <= PAYLOAD_MAX && !scan->bytes[scan->len]);
}

static void feed_wedge(const uint8_t *data, size_t size)
{
    static struct wedge wedge;
    static struct scan scan;
    struct manner manner = {data[0] & 7u, "", SILENCE_US, HALF_US};
    uint64_t us = 1;
    memcpy(manner.prefix, "]Q1", data[0] & 8 ? 4 : 0);
    wedge_init(&wedge, &manner);
    for (size_t i = 1; i + 1 < size; i += 2) {
        bool whole = false;
        us += pause_of(data[i + 1]) * 1000;
        struct stroke stroke = {.us = us, .pressed = true, .text = {(char)data[i]}};
        enum fault fault = data[i] == 0xFF   ? wedge_lost(&wedge, us)
                           : data[i] == 0xFE ? wedge_gone(&wedge)
                           : data[i] == 0xFD ? wedge_pass(&wedge, us, &scan, &whole)
                                             : wedge_stroke(&wedge, &stroke, &scan, &whole);
        require(fault < FAULT_COUNT && wedge.count <= PAYLOAD_MAX);
        if (whole) {
            check_scan(&scan);
        }
    }
}

static void take(struct burst *burst)
{
    struct burst_step step;
    bool saved = burst->count > 0;
    while (burst_next(burst, &step)) {
        saved |= step.what == BURST_SAVE;
        require(step.what != BURST_RESTORE || saved);
        if (step.what == BURST_SCAN) {
            check_scan(step.scan);
        }
    }
}

static struct key key_of(uint8_t byte)
{
    static const struct key KEYS[] = {{PRESS_ENTER, 0},  {PRESS_TAB, 0}, {PRESS_CTRL, 10},
                                      {PRESS_ESCAPE, 0}, {PRESS_UP, 0},  {PRESS_FUNCTION, 3}};
    return byte < ' ' ? KEYS[byte % 6] : (struct key){PRESS_TEXT, byte < 0x7F ? byte : 0x1E00 + byte};
}

static void feed_burst(const uint8_t *data, size_t size)
{
    static struct burst burst;
    uint64_t now = 1;
    burst_init(&burst);
    for (size_t i = 0; i + 1 < size; i += 2) {
        now += pause_of(data[i + 1]);
        if (data[i + 1] & 0x80) {
            burst_pass(&burst, now);
            take(&burst);
        }
        if (data[i] == 0xFE) {
            require(burst_cut(&burst) == (burst.count > 0));
        } else if (data[i] == 0xFF) {
            burst_paste(&burst, (const char *)data + i, (size - i) / 2, data[i + 1] & 3u, now);
        } else {
            burst_key(&burst, key_of(data[i]), data[i + 1] >> 5 & 3u, now);
        }
        take(&burst);
    }
    for (int i = 0; i < 4 && burst_timeout(&burst, now) >= 0; i++) {
        now += (uint64_t)burst_timeout(&burst, now);
        burst_pass(&burst, now);
        take(&burst);
    }
    require(burst_timeout(&burst, now) < 0 && burst.count == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 0) {
        feed_wedge(data, size);
        feed_burst(data, size);
    }
    return 0;
}
