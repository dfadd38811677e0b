/* typed: what a scanner set to a US keyboard sends for a text: a press or a release a report, as the kernel
 * tells it and as the layout reads it. */
#ifndef TIEPDON_BENCH_TYPED_H
#define TIEPDON_BENCH_TYPED_H
#include "adapter/strokes.h"

enum { TYPED_STROKES = 8 * 1024, TYPED_EVENTS = 2 * TYPED_STROKES };

/* A millisecond from one report to the next, as the fastest scanners send. */
enum { REPORT_US = 1000 };

struct typed {
    struct input_event events[TYPED_EVENTS]; /* each stroke's EV_KEY and the SYN_REPORT behind it */
    struct stroke strokes[TYPED_STROKES];
    int event_count, stroke_count;
};

/* The ASCII character of each key, by itself and with Shift; 0 for none. */
struct keys {
    char text[2][KEY_MAX + 1];
};

void keys_read(struct layout *layout, struct keys *ret);

/* `text` and Enter. Characters that no key has are their bytes in UTF-8, each as Alt, 0 and three digits on
 * the keypad. */
void typed_make(const char *text, const struct keys *keys, struct layout *layout, struct typed *ret);

#endif
