/* pages: text of many lines, a page of it at a time. */
#ifndef TIEPDON_PAGES_H
#define TIEPDON_PAGES_H
#include "ui/frame.h"

/* Draws page desk.page of `text`, counted round, into the rows left; the number of pages stands in the last
 * row when there are several. */
void pages_draw(struct frame *frame, const char *text);

/* The parts of it, for a screen that has more pages than its text. The pages that `text` needs in the rows left; `alone`:
 * no row is kept for their number when one page does. */
int pages_count(const struct frame *frame, const char *text, bool alone);
/* One of them, counted from 0, with the lowest row left free for its number, and that number. */
void pages_draw_one(struct frame *frame, const char *text, int page);
void pages_number(struct frame *frame, int page, int pages);

#endif
