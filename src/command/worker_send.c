/* worker_send: complete check-in records to the portal, one at a time, behind everything else. */
#include "adapter/checkin.h"
#include "command/worker_inside.h"
#include <stdlib.h>
#include <string.h>

static void give_up(struct worker *worker, enum trouble trouble, const struct writer *writer,
                    struct news *ret)
{
    worker_sent(worker, &(struct reply){.ask = ASK_RECORD, .trouble = trouble, .at = writer->now}, writer,
                ret);
}

/* The second of the next look: at once for the one that follows, not in the same second for one that was held back. */
static long long put(struct worker *worker, const char *xml, const struct writer *writer, struct news *ret)
{
    const struct question question = {0};
    struct errand *errand = errand_begin(&worker->errands, ASK_RECORD, &question);
    if (!errand) {
        give_up(worker, TROUBLE_QUOTA, writer, ret);
        return writer->now + 1;
    }
    enum trouble trouble = worker_put(worker, errand, URGENCY_LIST, xml, writer->now);
    if (trouble) {
        give_up(worker, trouble, writer, ret);
    } else {
        errand->sending = true;
    }
    return writer->now + (trouble != TROUBLE_NONE);
}

long long worker_send(struct worker *worker, const struct writer *writer, struct news *ret)
{
    char *xml = NULL;
    long long due = 0;
    if (!worker->dir || !worker->asker.portal || worker->sending.id) {
        return 0;
    }
    enum fault fault =
        checkin_send_next(worker->store, worker->dir, worker->lease, writer, &worker->sending, &xml, &due);
    worker_fault(ret, fault);
    if (!fault && worker->sending.id) {
        due = put(worker, xml, writer, ret);
    }
    if (xml) {
        explicit_bzero(xml, strlen(xml));
    }
    free(xml);
    return due;
}

void worker_sent(struct worker *worker, const struct reply *reply, const struct writer *writer,
                 struct news *ret)
{
    worker_fault(ret, checkin_send_said(worker->store, worker->dir, &worker->sending, reply, writer));
    worker->sending = (struct sending){0};
}
