/* compare: the rows of one judgement: each fact of the card beside what the system says. */
#ifndef TIEPDON_COMPARE_H
#define TIEPDON_COMPARE_H
#include "core/assess.h"
#include "core/system.h"

/* Fills rows, safe_count, system, address and the findings of the rows. Only the fields in `corrects` (bits 1 << enum
 * field) may be safe: the data of the others is older than the card. */
void compare_rows(const struct card *card, const struct member *member, const struct system_view *view,
                  const struct hospital *hospital, const char *today, unsigned corrects,
                  struct judgement *ret);

/* The row of a field, NULL when both sides are silent about it. */
const struct row *compare_row(const struct judgement *judgement, enum field field);

#endif
