/* acts: lists of what was taken in, one line an intake. */
#ifndef TIEPDON_ACTS_H
#define TIEPDON_ACTS_H
#include "ui/frame.h"

enum { ACTS_TIME = 7 }; /* columns of the mark and the time */

/* "tạm nhận · sửa 2 · vướng mắc", "đã hoàn tác". */
void acts_what(const struct frame *frame, const struct act *act, char *out, size_t cap);
/* Time, name, birth date, what; with `counter` also where. */
void acts_draw(const struct frame *frame, int row, const struct act *act, bool counter);

#endif
