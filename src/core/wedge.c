/* wedge: strokes collected until a suffix or a silence; what was damaged is dropped to its end. */
#include "core/wedge.h"
#include <string.h>

void wedge_init(struct wedge *wedge, const struct manner *manner)
{
    *wedge = (struct wedge){.manner = *manner};
}

void wedge_wipe(struct wedge *wedge)
{
    struct manner manner = wedge->manner;
    explicit_bzero(wedge, sizeof *wedge);
    wedge->manner = manner;
}

static uint64_t patience(const struct wedge *wedge)
{
    uint64_t us = wedge->manner.suffixes ? wedge->manner.half_us : wedge->manner.silence_us;
    return wedge->discarding && us > DISCARD_US ? DISCARD_US : us;
}

uint64_t wedge_deadline(const struct wedge *wedge)
{
    return wedge->scan.len || wedge->discarding ? wedge->last_us + patience(wedge) : 0;
}

/* Control characters that may end a scan, and that no profile takes as its first. */
static unsigned suffix_of(char text)
{
    switch (text) {
    case '\r': return SUFFIX_ENTER;
    case '\t': return SUFFIX_TAB;
    case '\n': return SUFFIX_LF;
    default: return 0;
    }
}

static enum fault hand_over(struct wedge *wedge, enum origin origin, struct scan *ret_scan, bool *ret_whole)
{
    size_t skip = strlen(wedge->manner.prefix);
    if (skip > wedge->scan.len || memcmp(wedge->scan.bytes, wedge->manner.prefix, skip) != 0) {
        skip = 0;
    }
    size_t len = wedge->scan.len - skip;
    if (len) {
        memcpy(ret_scan->bytes, wedge->scan.bytes + skip, len);
        ret_scan->bytes[len] = '\0';
        ret_scan->len = len;
        ret_scan->origin = origin;
        ret_scan->mended = 0;
        *ret_whole = true;
    }
    wedge_wipe(wedge);
    return len ? FAULT_NONE : FAULT_SCAN_EMPTY;
}

enum fault wedge_pass(struct wedge *wedge, uint64_t now_us, struct scan *ret_scan, bool *ret_whole)
{
    *ret_whole = false;
    uint64_t deadline = wedge_deadline(wedge);
    if (!deadline || now_us < deadline) {
        return FAULT_NONE;
    }
    if (!wedge->discarding && !wedge->manner.suffixes) {
        return hand_over(wedge, ORIGIN_SILENCE, ret_scan, ret_whole);
    }
    enum fault fault = wedge->discarding ? FAULT_NONE : FAULT_SCAN_HALF;
    wedge_wipe(wedge);
    return fault;
}

static enum fault discard(struct wedge *wedge, uint64_t now_us, enum fault fault)
{
    if (wedge->discarding) {
        fault = FAULT_NONE;
    }
    wedge_wipe(wedge);
    wedge->discarding = true;
    wedge->last_us = now_us;
    return fault;
}

enum fault wedge_lost(struct wedge *wedge, uint64_t now_us)
{
    return discard(wedge, now_us, FAULT_SCAN_BROKEN);
}

static enum fault append(struct wedge *wedge, uint64_t us, const char *text, size_t len)
{
    if (wedge->scan.len + len > PAYLOAD_MAX) {
        return discard(wedge, us, FAULT_SCAN_TOO_LONG);
    }
    memcpy(wedge->scan.bytes + wedge->scan.len, text, len);
    wedge->scan.len += len;
    return FAULT_NONE;
}

static enum fault take(struct wedge *wedge, uint64_t us, const char *text, size_t len, struct scan *ret_scan,
                       bool *ret_whole)
{
    enum fault fault = wedge_pass(wedge, us, ret_scan, ret_whole);
    wedge->last_us = us;
    unsigned suffix = len == 1 ? suffix_of(*text) : 0;
    if (suffix & wedge->manner.suffixes && wedge->discarding) {
        wedge_wipe(wedge);
    } else if (suffix & wedge->manner.suffixes && wedge->scan.len) {
        fault = hand_over(wedge, ORIGIN_SCANNER, ret_scan, ret_whole);
    } else if (!wedge->discarding && (!suffix || wedge->scan.len)) {
        enum fault added = append(wedge, us, text, len);
        fault = fault ? fault : added;
    }
    return fault;
}

enum fault wedge_stroke(struct wedge *wedge, const struct stroke *stroke, struct scan *ret_scan,
                        bool *ret_whole)
{
    size_t len = strnlen(stroke->text, STROKE_TEXT_SIZE);
    *ret_whole = false;
    return stroke->pressed && len ? take(wedge, stroke->us, stroke->text, len, ret_scan, ret_whole)
                                  : FAULT_NONE;
}

enum fault wedge_bytes(struct wedge *wedge, const char *bytes, size_t len, uint64_t us, size_t *ret_used,
                       struct scan *ret_scan, bool *ret_whole)
{
    enum fault fault = FAULT_NONE;
    size_t used = 0;
    *ret_whole = false;
    while (used < len && !fault && !*ret_whole) {
        fault = take(wedge, us, bytes + used, 1, ret_scan, ret_whole);
        used++;
    }
    *ret_used = used;
    return fault;
}

enum fault wedge_gone(struct wedge *wedge)
{
    enum fault fault = wedge->scan.len ? FAULT_SCAN_HALF : FAULT_NONE;
    wedge_wipe(wedge);
    return fault;
}
