/* checkin_send: the complete records that wait for the portal, one at a time. */
#include "adapter/checkin.h"
#include "adapter/checkin_copy.h"
#include <stdlib.h>
#include <string.h>

/* Not the portal's: our own word for a copy that is gone. */
static const char NO_COPY[] = "file";

enum fault checkin_send_next(struct store *store, const char *data, int lease, const struct writer *writer,
                             struct sending *ret, char **ret_xml, long long *ret_next)
{
    *ret_xml = NULL;
    for (;;) {
        enum fault fault = store_send_take(store, writer->now, lease, ret, ret_next);
        if (fault != FAULT_NONE || ret->id == 0) {
            return fault;
        }
        *ret_xml = checkin_copy_read(data, ret->file, ret->digest);
        if (*ret_xml) {
            return FAULT_NONE;
        }
        fault = store_sent(store, ret->id, SENT_REFUSED, "", NO_COPY, writer);
        ret->id = 0;
        if (fault != FAULT_NONE) {
            return fault;
        }
    }
}

static enum sent_outcome outcome_of(const struct reply *reply)
{
    if (reply->trouble == TROUBLE_NONE) {
        return *reply->receipt ? SENT_RECEIVED : SENT_REFUSED;
    }
    return reply->trouble == TROUBLE_REQUEST ? SENT_REFUSED
           : trouble_asked(reply->trouble)   ? SENT_FAILED
                                             : SENT_HELD;
}

enum fault checkin_send_said(struct store *store, const char *data, const struct sending *sending,
                             const struct reply *reply, const struct writer *writer)
{
    enum sent_outcome outcome = outcome_of(reply);
    const char *receipt = outcome == SENT_RECEIVED ? reply->receipt : "";
    enum fault fault = store_sent(store, sending->id, outcome, receipt, reply->code, writer);
    if (fault == FAULT_NONE && (outcome == SENT_RECEIVED || outcome == SENT_REFUSED)) {
        checkin_copy_drop(data, sending->file);
    }
    return fault;
}
