/* journal_span: from when to when the journal reaches, for who needs no more of it. */
#ifndef TIEPDON_JOURNAL_SPAN_H
#define TIEPDON_JOURNAL_SPAN_H
#include "core/fault.h"

/* Unix seconds of the first and the newest entry of DIR/journal.db, 0 where there is none. */
NEEDED enum fault journal_span(const char *dir, long long *ret_first, long long *ret_newest);

#endif
