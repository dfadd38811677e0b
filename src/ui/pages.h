/* pages: text of many lines, a page of it at a time. */
#ifndef TIEPDON_PAGES_H
#define TIEPDON_PAGES_H
#include "ui/frame.h"

/* Draws page desk.page of `text`, counted round, into the rows left; the number of pages stands in the last
 * row when there are several. */
void pages_draw(struct frame *frame, const char *text);

#endif
