/* setup_trace: the combinations of keys by which letters came, what ended the scan, and what follows for the
 * profile. */
#include "core/learn.h"
#include "core/setup.h"
#include <stdio.h>
#include <string.h>

enum { STX = 2, AIM_LEN = 3 };
enum { HELD_ALT = 1 << 0, HELD_CTRL = 1 << 1 };
enum { SAW_ALT = 1 << 0, SAW_PLUS = 1 << 1, SAW_CTRL_U = 1 << 2, SAW_ALT_X = 1 << 3 };

static unsigned modifier(unsigned short code)
{
    return code == STROKE_LEFT_ALT ? HELD_ALT : code == STROKE_LEFT_CTRL ? HELD_CTRL : 0;
}

static unsigned combination(unsigned held, unsigned short code)
{
    if (held & HELD_ALT) {
        return code == STROKE_PAD_PLUS    ? SAW_PLUS
               : code == STROKE_X         ? SAW_ALT_X
               : alt_pad_digit(code) >= 0 ? SAW_ALT
                                          : 0;
    }
    return held & HELD_CTRL && code == STROKE_U ? SAW_CTRL_U : 0;
}

/* Text begins a scan anew after a silence, and what looked like a suffix before it was none. */
static void take_text(struct setup_trace *trace, const char *text, size_t len, uint64_t us)
{
    if (trace->last_us && us - trace->last_us > LEARN_SILENCE_US) {
        *trace = (struct setup_trace){.held = trace->held, .last_us = us};
    }
    uint64_t gap = trace->last_us ? us - trace->last_us : 0;
    for (size_t i = 0; i < len; i++) {
        unsigned suffix = wedge_suffix((unsigned char)text[i]);
        trace->suffixes = suffix ? trace->suffixes | suffix : 0;
    }
    trace->gap_us = gap > trace->gap_us ? gap : trace->gap_us;
    trace->last_us = us;
}

void setup_stroke(struct setup_trace *trace, const struct stroke *stroke)
{
    unsigned held = modifier(stroke->code);
    trace->held = stroke->pressed ? trace->held | held : trace->held & ~held;
    if (stroke->pressed && stroke->text[0]) {
        take_text(trace, stroke->text, strnlen(stroke->text, STROKE_TEXT_SIZE), stroke->us);
    }
    if (stroke->pressed) {
        trace->seen |= combination(trace->held, stroke->code);
    }
}

void setup_bytes(struct setup_trace *trace, const char *bytes, size_t len, uint64_t us)
{
    take_text(trace, bytes, len, us);
}

static enum setup_sent sent_by_alt(enum way way)
{
    switch (way) {
    case WAY_UTF8: return SETUP_UTF8;
    case WAY_CP1252: return SETUP_CP1252;
    case WAY_CP1258: return SETUP_CP1258;
    default: return SETUP_CODE;
    }
}

static enum setup_sent sent(const struct setup *setup, const struct setup_trace *trace)
{
    if (!setup->layout[0]) {
        return setup->whole ? SETUP_BYTES : SETUP_LOST;
    }
    unsigned seen = trace ? trace->seen : 0;
    return seen & SAW_CTRL_U  ? SETUP_CTRL_U
           : seen & SAW_PLUS  ? SETUP_ALT_HEX
           : seen & SAW_ALT_X ? SETUP_ALT_X
           : !setup->whole    ? SETUP_LOST
           : seen & SAW_ALT   ? sent_by_alt(setup->way)
                              : SETUP_KEYS;
}

void setup_end(struct setup *setup, enum device_kind kind, const struct setup_trace *trace)
{
    setup->kind = kind;
    setup->sent = sent(setup, trace);
    bool bytes_matter = setup->sent >= SETUP_UTF8 && setup->sent <= SETUP_CODE;
    setup->way = bytes_matter ? setup->way : WAY_AUTO;
    setup->suffixes = trace ? trace->suffixes : 0;
    /* Four times its longest gap, for a machine under load, in steps a person would write down. */
    uint64_t tens = trace ? trace->gap_us * 4 / 10000 * 10000 : 0;
    setup->silence_us = tens > SILENCE_US ? tens : SILENCE_US;
}

/* payload_read drops STX and AIM identifiers wherever they come from. */
static bool dropped(const char *prefix)
{
    prefix += *prefix == STX;
    return !*prefix || (prefix[0] == ']' && strlen(prefix) == AIM_LEN);
}

bool setup_served(const struct setup *setup, const struct profile *profile)
{
    const struct manner *manner = &profile->manner;
    bool reports = setup->kind == DEVICE_POS; /* which end by themselves */
    bool ended = reports || (setup->suffixes ? setup->suffixes & manner->suffixes : !manner->suffixes);
    bool read = manner->way == WAY_AUTO || setup->way == WAY_AUTO || manner->way == setup->way;
    bool keys = !setup->layout[0] || strcmp(setup->layout, profile->layout) == 0;
    return ended && read && keys && (dropped(setup->prefix) || strcmp(setup->prefix, manner->prefix) == 0);
}

/* Two scanners of one model may be set differently: the name holds what tells them apart. */
static unsigned short mark(const struct device *device)
{
    char bind[BIND_SIZE];
    unsigned hash = 2166136261u; /* FNV-1a */
    claim_bind(device, "", bind);
    for (const char *c = bind; *c; c++) {
        hash = (hash ^ (unsigned char)*c) * 16777619u;
    }
    return (unsigned short)(hash ^ hash >> 16);
}

void setup_profile(const struct setup *setup, const struct device *device, bool named, struct profile *ret)
{
    *ret = (struct profile){.manner = {.suffixes = setup->suffixes,
                                       .silence_us = setup->silence_us,
                                       .half_us = HALF_US,
                                       .way = setup->way}};
    snprintf(ret->name, sizeof ret->name, "%04x-%04x-%04x", device->vendor, device->product, mark(device));
    snprintf(ret->layout, sizeof ret->layout, "%s", setup->layout[0] ? setup->layout : "us");
    memcpy(ret->manner.prefix, setup->prefix, sizeof setup->prefix);
    if (named) {
        ret->match[ret->match_count++] = (struct match){.vendor = device->vendor, .product = device->product};
        memcpy(ret->match[0].name, device->name, sizeof ret->match[0].name);
    }
}
