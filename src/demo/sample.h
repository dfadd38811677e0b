/* sample: the demonstration cards of data/demo/cards.txt, one a person, and their QR codes as pictures. */
#ifndef TIEPDON_SAMPLE_H
#define TIEPDON_SAMPLE_H
#include "core/scan.h"
#include <stdio.h>

struct sample {
    char id[32];
    char vi[160], en[160]; /* titles */
    char verdict[24];      /* what `check` says of it */
    struct scan scan;
};

/* The next card: lines id, vi, en, verdict, payload in this order, empty lines and # lines between cards.
 * *ret_end is true, and nothing else written, behind the last one. DEMO_FILE when the lines are otherwise. */
NEEDED enum fault sample_next(FILE *in, struct sample *ret_sample, bool *ret_end);

/* Writes the QR code of the scan as a PNG, with its quiet zone. DEMO_FILE when it does not fit a code. */
NEEDED enum fault sample_picture(const struct scan *scan, const char *path);

#endif
