/* audit: the journal's entries with what proves them, and who looked at whom. */
#ifndef TIEPDON_AUDIT_H
#define TIEPDON_AUDIT_H
#include "adapter/sheet.h"
#include "core/date.h"

/* Tables `entries` (entry, kind, time, day, counter, clerk, act, digest, link) and `looks` (entry, time, counter,
 * clerk, why, act, number, name) and `signs` (entry, time, counter, login, what), of these days in Vietnam, both included.
 * Row by row: memory does not grow with the days. */
NEEDED enum fault audit_write(const char *dir, const char *from, const char *to, struct sheet *sheet);

#endif
