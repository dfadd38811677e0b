/* told: what the lists share that the portal told: days, places, pages. */
#ifndef TIEPDON_TOLD_H
#define TIEPDON_TOLD_H
#include "ui/frame.h"

enum { TOLD_DAYS = 64, TOLD_DAYS_COLUMNS = 17 };

/* "01/11/26–05/11/26", "01/11/26–nay" while `to` is "". */
void told_days(const struct frame *frame, const char *from, const char *to, char out[TOLD_DAYS]);
/* "05/11/26 08:41" */
void told_minute(const char *minute, char out[TOLD_DAYS]);
/* The facility with its name, its code alone in a narrow window. */
void told_facility(const struct frame *frame, const char *code, char *out, size_t cap);

/* Draws lines 0..count-1 into the rows left but `keep`, each by `draw` at frame->top; several pages are counted in the
 * last of those rows. */
void told_lines(struct frame *frame, int count, int keep, void (*draw)(const struct frame *frame, int line));

#endif
