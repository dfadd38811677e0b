/* portal_reply: the bytes of an answer into a reply. */
#ifndef TIEPDON_PORTAL_REPLY_H
#define TIEPDON_PORTAL_REPLY_H
#include "core/portal.h"
#include <stddef.h>

/* `reply` has ask, http and at; everything else but ticket and question is written. Of the member a field that is not
 * said, or not in its form, is "" and not in `heard`; the two days of a card are one statement, so that an end that is
 * not said beside a first day is an open one. */
void portal_reply_read(struct reply *reply, const char *bytes, size_t len);

#endif
