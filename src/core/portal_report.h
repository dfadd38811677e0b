/* portal_report: what the portal said on paper: the JSON object of `tiepdon lookup --json`, or lines a person reads. */
#ifndef TIEPDON_PORTAL_REPORT_H
#define TIEPDON_PORTAL_REPORT_H
#include "core/portal.h"

enum { PORTAL_REPORT_SIZE = 64 * 1024 }; /* every list at its longest fits */

struct said {
    const struct reply *member;
    const struct reply *history, *copayment; /* NULL: not asked */
};

/* One object on one line, without a line end. Keys and their order are a contract (man page, lookup): result, meaning,
 * trouble, remark, person, member, checks, history, copayment, checked; null for what is not stated. */
NEEDED enum fault portal_report_json(const struct said *said, enum language language,
                                     char out[PORTAL_REPORT_SIZE]);
/* Ends with a line end. */
NEEDED enum fault portal_report_text(const struct said *said, enum language language,
                                     char out[PORTAL_REPORT_SIZE]);

#endif
