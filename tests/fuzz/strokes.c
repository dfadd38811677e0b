/* No strokes, in whatever order and at whatever pace, crash or hang wedge and burst, or make them hand over
 * what is not whole. Two bytes a stroke: which key, how long after the one before. Keys that type characters by
 * number go down and up by the first bit of the second. */
#include "core/burst.h"
#include "core/text.h"
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

/* A scan of the wedge is read by the rest of the program and handed through sessions. */
static void check_clean(const struct scan *scan)
{
    int32_t rune;
    check_scan(scan);
    for (size_t at = 0; at < scan->len;) {
        at += text_next(scan->bytes + at, scan->len - at, &rune);
        bool meant = rune == 2 || rune == 3 || rune == '\t' || rune == '\n' || rune == '\r' || rune >= 0x1C;
        require(meant && rune != 0x7F && (rune < 0x80 || rune >= 0xA0));
    }
}

/* Bytes from 0x80 on are the keys of numbers and dead keys, those below the text of a key. */
static struct stroke stroke_of(uint8_t byte, bool pressed)
{
    static const unsigned short CODES[] = {
        STROKE_LEFT_ALT, STROKE_RIGHT_ALT, STROKE_LEFT_CTRL, STROKE_LEFT_SHIFT, STROKE_RIGHT_CTRL,
        STROKE_NUM_LOCK, STROKE_CAPS_LOCK, STROKE_PAD_PLUS,  STROKE_1,          STROKE_0};
    static const int32_t MARKS[] = {0x300, 0x301, 0x302, 0x303, 0x309, 0x323};
    enum { PLAIN = 0x80, PAD = 0x90, DEAD = 0xA0, LETTER = 0xB0, CODE_COUNT = sizeof CODES / sizeof *CODES };
    struct stroke stroke = {.pressed = pressed};
    if (byte < PLAIN) {
        stroke.pressed = true;
        stroke.text[0] = (char)byte;
    } else if (byte < PAD) {
        stroke.code = CODES[byte % CODE_COUNT];
    } else if (byte < DEAD) {
        stroke.code = (unsigned short)(STROKE_PAD_7 + byte % 12);
        stroke.text[0] = "789-456+1230"[byte % 12];
    } else if (byte < LETTER) {
        stroke.dead = MARKS[byte % 6];
    } else {
        text_put(stroke.text, 0x1EA0 + byte % 64);
        stroke.text[3] = '\0';
    }
    return stroke;
}

static void feed_wedge(const uint8_t *data, size_t size)
{
    static struct wedge wedge;
    static struct scan scan;
    struct manner manner = {data[0] & 7u, "", SILENCE_US, HALF_US,
                            (enum way)((data[0] >> 4) % (WAY_CODE_POINT + 1))};
    uint64_t us = 1;
    memcpy(manner.prefix, "]Q1", data[0] & 8 ? 4 : 0);
    wedge_init(&wedge, &manner);
    for (size_t i = 1; i + 1 < size; i += 2) {
        bool whole = false;
        us += pause_of(data[i + 1]) * 1000;
        struct stroke stroke = stroke_of(data[i], data[i + 1] & 1);
        stroke.us = us;
        enum fault fault = data[i] == 0xFF   ? wedge_lost(&wedge, us)
                           : data[i] == 0xFE ? wedge_gone(&wedge)
                           : data[i] == 0xFD ? wedge_pass(&wedge, us, &scan, &whole)
                                             : wedge_stroke(&wedge, &stroke, &scan, &whole);
        require(fault < FAULT_COUNT && wedge.count <= PAYLOAD_MAX);
        if (whole) {
            check_clean(&scan);
        }
    }
}

/* The same bytes as a serial port's, cut where the data says. */
static void feed_serial(const uint8_t *data, size_t size)
{
    static struct wedge wedge;
    static struct scan scan;
    struct manner manner = {data[0] & 7u, "", SILENCE_US, HALF_US, WAY_AUTO};
    wedge_init(&wedge, &manner);
    for (size_t at = 1, used; at < size; at += used) {
        bool whole = false;
        size_t len = 1 + data[at] % 16;
        len = len < size - at ? len : size - at;
        enum fault fault = wedge_bytes(&wedge, (const char *)data + at, len, at, &used, &scan, &whole);
        require(fault < FAULT_COUNT && used > 0 && used <= len);
        if (whole) {
            check_clean(&scan);
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
        feed_serial(data, size);
        feed_burst(data, size);
    }
    return 0;
}
