/* learn: is this input device a scanner? Asked while the clerk scans any card with it, so that it can be
 * bound.
 *
 * A keyboard under a person's fingers must never be bound: speed is required (no gap over 60 ms, 40 ms on the
 * average; people need more than 80), and shape (text that the card reader reads, or at least twelve
 * characters, not one key repeated, that end with a suffix). The struct holds patient data: learn_wipe before
 * it goes. */
#ifndef TIEPDON_LEARN_H
#define TIEPDON_LEARN_H
#include "core/wedge.h"

enum { LEARN_GAP_US = 60 * 1000, LEARN_MEAN_US = 40 * 1000, LEARN_KEYS = 12, LEARN_SILENCE_US = 150 * 1000 };

struct learn {
    struct scan scan;
    uint64_t first_us, last_us;
    int keys;
};

enum learnt {
    LEARNT_NOTHING, /* not yet */
    LEARNT_SUFFIX,  /* a scanner that ends its scans with Enter, Tab or LF */
    LEARNT_SILENCE, /* a scanner without a suffix */
};

enum learnt learn_stroke(struct learn *learn, const struct stroke *stroke);
enum learnt learn_pass(struct learn *learn, uint64_t now_us);

/* When learn_pass must be called, 0 for never. */
uint64_t learn_deadline(const struct learn *learn);

void learn_wipe(struct learn *learn);

#endif
