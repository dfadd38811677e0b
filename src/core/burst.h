/* burst: a scanner that types into the terminal, told from a person by shape; speed only holds keys back.
 *
 * Keys go in with their time (milliseconds of the desk's clock), steps come out. Every key acts at once,
 * except that
 *   - a key that would write (BURST_WRITES) waits for silence and is marked sure only if it had it on both
 *     sides, and no | came before it in its run: that is the Enter of a scanner slower than any burst;
 *   - eight characters with no gap over 60 ms, not one key repeated, are a burst: the desk goes back to the
 *     copy made before it began, and its keys are kept until it ends (Enter, Tab, LF, another key, silence).
 * What a burst, or any run of keys with no gap over a second, turns out to be:
 *   - at least 40 characters that card_read takes for a card, mended or not: a scan, at whatever speed, from
 *     any screen;
 *   - without separators where keys are text (BURST_TYPES): the same keys, typed. Nothing typed is lost, and
 *     a network that delivers fingers in one go does no harm. Elsewhere a bare number is a scan of
 *     ORIGIN_TYPED;
 *   - anything else is a fault of card_read, and no key of it is a command.
 * Enter, Tab and LF within 150 ms before or after a burst belong to it. An Escape within a burst is the first
 * byte of an Alt code, which a network parted from its digit; one that is last, or that another follows, is the
 * clerk's. Digits of Alt codes are characters of a burst and stand in its text where they stood; a person's Alt
 * digit is no key.
 *
 * The shell, whole:
 *
 *     static void take(struct shell *s, uint64_t now)
 *     {
 *         struct burst_step step;
 *         while (burst_next(&s->burst, &step)) {
 *             switch (step.what) {
 *             case BURST_SAVE: s->saved = s->desk; break;
 *             case BURST_RESTORE: s->desk = s->saved; break;
 *             case BURST_SCAN: carry_out(s, desk_scan(&s->desk, step.scan, now)); break;
 *             case BURST_FAULT: desk_fault(&s->desk, step.fault, now); break;
 *             case BURST_ACT:
 *                 if (step.sure || !desk_key_writes(&s->desk, step.key)) {
 *                     carry_out(s, desk_key(&s->desk, step.key, step.ms));
 *                 }
 *             }
 *         }
 *     }
 *     on a key:      burst_key(&s->burst, key, effect_of(&s->desk, key), now); take(s, now);
 *     on a paste:    burst_paste(&s->burst, bytes, len, now);                  take(s, now);
 *     on time-out:   burst_pass(&s->burst, now);                               take(s, now);
 *     poll waits at most burst_timeout(&s->burst, now), and frames are drawn after take.
 *
 * After anything that reaches the desk by another road (an answer, a scan from a device, a fault):
 *     if (burst_cut(&s->burst)) s->saved = s->desk; */
#ifndef TIEPDON_BURST_H
#define TIEPDON_BURST_H
#include "core/key.h"
#include "core/scan.h"
#include <stdbool.h>
#include <stdint.h>

enum {
    BURST_GAP_MS = 60,     /* people need more than 80 ms a key; also the silence a writing key needs */
    BURST_SUFFIX_MS = 150, /* an Enter this close belongs to the burst; without one it ends after this */
    BURST_STALL_MS = 1000, /* a network may hold back the rest of a scan this long */
    BURST_KEYS = 8,        /* so many quick characters are a burst */
    BURST_SHAPE = 40,      /* the shortest scan of a card: BHYT and CCCD have twice that */
    BURST_SEPARATORS = 5,
    BURST_RUN = PAYLOAD_MAX + 64,
    BURST_STEPS = 16,
};

/* What a key would do in the desk as it is when the key comes. */
enum burst_effect {
    BURST_WRITES = 1 << 0, /* write to the journal (desk_key_writes) */
    BURST_TYPES = 1 << 1,  /* become text: a line is open, or the key opens one */
};

enum burst_what {
    BURST_SAVE,    /* copy the desk */
    BURST_RESTORE, /* put the copy back */
    BURST_ACT,     /* give key and ms to the desk; `sure`: it may write */
    BURST_SCAN,
    BURST_FAULT,
};

struct burst_step {
    enum burst_what what;
    struct key key;
    uint64_t ms;
    bool sure;
    const struct scan *scan; /* the burst's own, good until the next call of burst_* */
    enum fault fault;
};

struct burst_press {
    struct key key;
    uint64_t ms;
    unsigned effect; /* set of enum burst_effect */
    bool quiet;      /* silence of more than BURST_GAP_MS before it */
};

/* What burst_next will hand out: ACT for the keys from..to, or (drop) forget
 * the first `to` keys of the run. */
struct burst_plan {
    enum burst_what what;
    bool drop;
    bool sure;
    int from, to;
    enum fault fault;
};

/* Its members are burst's own. Holds patient data: burst_wipe before it goes. */
struct burst {
    struct burst_press run[BURST_RUN]; /* keys with no gap over BURST_STALL_MS since SAVE */
    int count;
    int applied;       /* so many of them the desk has had */
    int line;          /* index behind the last Enter, Tab or LF */
    int streak;        /* index of the first character of those without a gap over BURST_GAP_MS */
    int start;         /* index of the first character of the burst, -1 when there is none */
    bool kept;         /* the burst goes on: keys are kept from the desk */
    bool escape;       /* the last key was an Escape */
    bool flood;        /* longer than any code: said, and everything is dropped until it ends */
    uint64_t last_ms;  /* of the last key, 0 for never */
    uint64_t quiet_ms; /* suffixes until then belong to the scan before */
    struct burst_plan plan[BURST_STEPS];
    int planned, done;
    bool waits; /* `next` comes when the plan is carried out */
    struct burst_press next;
    struct scan scan;
};

void burst_init(struct burst *burst);
void burst_wipe(struct burst *burst);

void burst_key(struct burst *burst, struct key key, unsigned effect, uint64_t now);

/* A bracketed paste, whole. `effect` as of a printable key. */
void burst_paste(struct burst *burst, const char *bytes, size_t len, unsigned effect, uint64_t now);

void burst_pass(struct burst *burst, uint64_t now);

/* Milliseconds until burst_pass is due, -1 for never. */
int burst_timeout(const struct burst *burst, uint64_t now);

/* Takes the next step; all must be taken before the next burst_key, burst_paste or burst_pass. ACT carries
 * the time the key was pressed, which may lie before events the desk has had since. */
bool burst_next(struct burst *burst, struct burst_step *ret);

/* The desk changed by another road: what it had of the keys cannot be taken back any more, keys that are
 * still kept can. True when there are such keys: then the copy must be made anew. */
bool burst_cut(struct burst *burst);

#endif
