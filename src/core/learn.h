/* learn: is this input device a scanner? Asked while the clerk scans a code with it, so that it can be
 * bound.
 *
 * A keyboard under a person's fingers must never be bound: speed is required (no gap over 60 ms, 40 ms on the
 * average; people need more than 80), and shape (text that the card reader reads, or at least twelve
 * characters, not one key repeated, that end with a suffix). What is told is told in the silence behind the
 * scan, so that its whole suffix was heard and its last key is up. The struct holds patient data: learn_wipe
 * before it goes. */
#ifndef TIEPDON_LEARN_H
#define TIEPDON_LEARN_H
#include "core/wedge.h"

enum { LEARN_GAP_US = 60 * 1000, LEARN_MEAN_US = 40 * 1000, LEARN_KEYS = 12, LEARN_SILENCE_US = 150 * 1000 };

enum learnt {
    LEARNT_NOTHING, /* not yet */
    LEARNT_QUICK, /* quick and long, without a suffix, and no card: a scanner only if something else says so */
    LEARNT_SILENCE, /* a scanner without a suffix */
    LEARNT_SUFFIX,  /* a scanner that ends its scans with Enter, Tab or LF */
};

struct learn {
    struct scan scan;
    uint64_t first_us, last_us;
    int keys;
    bool ended; /* by a suffix: only more of it may come */
};

/* What the scan before this stroke was; the stroke then belongs to nothing. */
enum learnt learn_stroke(struct learn *learn, const struct stroke *stroke);
enum learnt learn_pass(struct learn *learn, uint64_t now_us);

/* When learn_pass must be called, 0 for never. */
uint64_t learn_deadline(const struct learn *learn);

void learn_wipe(struct learn *learn);

#endif
