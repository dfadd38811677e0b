/* wedge: the strokes of one keyboard-wedge scanner, or the bytes of a serial one, made into whole scans.
 *
 * A stroke carries its own time (microseconds of the monotonic clock), so strokes that waited in a queue are
 * judged as if they came at once. What a layout has no key for comes as a code (core/alt.h) or after a dead
 * key (core/dead.h), and is read when the scan is whole (core/token.h). What is not whole or damaged is dropped
 * with a fault, never handed over; what is handed over is UTF-8 in NFC, with no controls but STX ETX Tab LF CR
 * FS GS RS US. The struct holds patient data: wedge_wipe before it goes. */
#ifndef TIEPDON_WEDGE_H
#define TIEPDON_WEDGE_H
#include "core/alt.h"
#include "core/dead.h"
#include "core/scan.h"
#include "core/token.h"

enum { PREFIX_SIZE = 16 };

enum suffix { SUFFIX_ENTER = 1 << 0, SUFFIX_TAB = 1 << 1, SUFFIX_LF = 1 << 2 };

/* How a model types, from its profile. */
struct manner {
    unsigned suffixes;        /* set of enum suffix, any of which ends a scan; 0: silence ends it */
    char prefix[PREFIX_SIZE]; /* taken off the head of a scan that begins with it, "" for none */
    uint64_t silence_us;      /* without a suffix: ends the scan. Longer than any gap within one. */
    uint64_t half_us;         /* with a suffix: half a scan is dropped aloud after this silence */
    enum way way;
};

enum {
    SILENCE_US = 100 * 1000,
    HALF_US = 1000 * 1000,
    /* Ends what is damaged, whose suffix may be lost too: "scan again" is obeyed quickly. */
    DISCARD_US = 250 * 1000,
};

struct wedge {
    struct manner manner;
    uint32_t tokens[PAYLOAD_MAX]; /* what has come so far (core/token.h) */
    size_t count;
    struct alt alt;
    struct dead dead;
    uint64_t last_us; /* the last stroke of this scan */
    bool discarding;  /* strokes were lost and that was said: nothing counts until its end or DISCARD_US */
};

/* The suffix that a character may be (enum suffix), 0 for none: control characters that no profile takes as its
 * first. */
unsigned wedge_suffix(uint32_t token);

void wedge_init(struct wedge *wedge, const struct manner *manner);

/* The next stroke. *ret_whole tells whether ret_scan was written. Enter, Tab or LF before any data is no
 * scan. Faults: SCAN_HALF (the silence before this stroke was too long; the stroke itself begins anew),
 * SCAN_TOO_LONG (once a scan), SCAN_EMPTY (a prefix alone), and when the scan is whole SCAN_ALT, SCAN_WAY and
 * TEXT_INVALID as token_text; SCAN_ALT also for a code or dead key left open. */
NEEDED enum fault wedge_stroke(struct wedge *wedge, const struct stroke *stroke, struct scan *ret_scan,
                               bool *ret_whole);

/* What a serial scanner sent by `us`: its bytes as they are in the code, with the same suffixes, prefix and
 * silences. Takes bytes until a scan is whole or a fault is to be told; *ret_used says how many: call again
 * with the rest. Faults as wedge_stroke. */
NEEDED enum fault wedge_bytes(struct wedge *wedge, const char *bytes, size_t len, uint64_t us,
                              size_t *ret_used, struct scan *ret_scan, bool *ret_whole);

/* Time passed without a stroke. Only when no stroke waits in a queue. As wedge_stroke. */
NEEDED enum fault wedge_pass(struct wedge *wedge, uint64_t now_us, struct scan *ret_scan, bool *ret_whole);

/* Strokes were lost on the way (SYN_DROPPED): all of this scan is damaged. FAULT_SCAN_BROKEN, once a scan. */
NEEDED enum fault wedge_lost(struct wedge *wedge, uint64_t now_us);

/* The device went. FAULT_SCAN_HALF when that was in the middle of a scan. */
NEEDED enum fault wedge_gone(struct wedge *wedge);

/* When wedge_pass must be called, 0 for never. */
uint64_t wedge_deadline(const struct wedge *wedge);

void wedge_wipe(struct wedge *wedge);

#endif
