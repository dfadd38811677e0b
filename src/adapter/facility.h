/* facility: the names of health facilities from DIR/reference.db, which is only ever replaced as a whole. */
#ifndef TIEPDON_FACILITY_H
#define TIEPDON_FACILITY_H
#include "core/fault.h"
#include "core/hospital.h"
#include <stddef.h>

struct facility_list;

/* Opens nothing yet: a list may come later. `dir` is copied. */
NEEDED enum fault facility_open(const char *dir, struct facility_list **ret);
void facility_close(struct facility_list *list);

/* "" when the code is unknown, the list missing or unreadable: a name is an ornament. */
void facility_name(struct facility_list *list, const char *code, char *out, size_t cap);

/* The facilities that go on under another code on `today`, settled (core/heir.h); none when the list is
 * missing, unreadable or of a version without successors. Read once, at the first call: the pairs stay as
 * they are until facility_close. */
void facility_heirs(struct facility_list *list, const char *today, const struct facility_heir **ret_heirs,
                    int *ret_count);

#endif
