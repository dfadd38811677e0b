/* facility: the names of health facilities from DIR/reference.db, which is only ever replaced as a whole. */
#ifndef TIEPDON_FACILITY_H
#define TIEPDON_FACILITY_H
#include "core/fault.h"
#include <stddef.h>

struct facility_list;

/* Opens nothing yet: a list may come later. `dir` is copied. */
NEEDED enum fault facility_open(const char *dir, struct facility_list **ret);
void facility_close(struct facility_list *list);

/* "" when the code is unknown, the list missing or unreadable: a name is an ornament. */
void facility_name(struct facility_list *list, const char *code, char *out, size_t cap);

#endif
