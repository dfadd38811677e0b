/* worker: a place of the quota, then the question; the register first, then who waits for the answer. */
#include "command/worker_inside.h"
#include <string.h>

void worker_fault(struct news *news, enum fault fault)
{
    if (fault && fault != FAULT_STORE_BUSY && fault != FAULT_LATE_DONE && fault != FAULT_RECORD_GONE) {
        news->fault = fault;
    }
}

/* A question that cannot even be handed over is as one that nobody answered. */
static enum trouble hand_over(struct worker *worker, const struct errand *errand, const char *record)
{
    enum fault fault =
        worker->asker.ask(worker->asker.portal, errand->ask, &errand->question, record, errand->ticket);
    return fault ? TROUBLE_CONNECT : TROUBLE_NONE;
}

enum trouble worker_put(struct worker *worker, struct errand *errand, enum urgency urgency,
                        const char *record, long long now)
{
    enum trouble trouble = TROUBLE_NONE;
    enum fault fault = store_pace_take(worker->store, &worker->limits, urgency, now, &trouble);
    trouble = fault ? TROUBLE_JOURNAL : trouble ? trouble : hand_over(worker, errand, record);
    if (trouble) {
        errand_end(errand);
    }
    return trouble;
}

/* A clerk's question needs a place among the errands more than one whose review is gone. */
static struct errand *make_room(struct worker *worker, enum ask ask, const struct question *question)
{
    struct errand *errand = errand_begin(&worker->errands, ask, question);
    struct errand *idle = errand ? NULL : errand_of_nobody(&worker->errands);
    if (idle) {
        worker->asker.cancel(worker->asker.portal, idle->ticket);
        errand_end(idle);
        errand = errand_begin(&worker->errands, ask, question);
    }
    return errand;
}

static enum trouble put_out(struct worker *worker, const struct wanted *wanted, long long now)
{
    if (!worker->asker.portal) {
        return worker->asker.why;
    }
    struct errand *errand = make_room(worker, wanted->ask, wanted->question);
    if (!errand) {
        return TROUBLE_QUOTA;
    }
    enum trouble trouble = worker_put(worker, errand, URGENCY_CLERK, NULL, now);
    if (trouble == TROUBLE_NONE) {
        errand->review = wanted->review;
    }
    return trouble;
}

static bool known(struct worker *worker, const struct wanted *wanted, long long now, struct reply *ret)
{
    return !wanted->anew && wanted->ask == ASK_MEMBER &&
           worker_recall(worker, wanted->question, worker->fresh_minutes, now, ret);
}

bool worker_ask(struct worker *worker, const struct wanted *wanted, const struct writer *writer,
                struct reply *ret)
{
    struct errand *out = errand_of_question(&worker->errands, wanted->ask, wanted->question);
    errand_forget(&worker->errands, wanted->ask);
    if (out && !wanted->anew) {
        out->review = wanted->review;
        return false;
    }
    if (known(worker, wanted, writer->now, ret)) {
        ret->ticket = wanted->review;
        return true;
    }
    *ret = (struct reply){
        .ticket = wanted->review, .ask = wanted->ask, .question = *wanted->question, .at = writer->now};
    ret->trouble = put_out(worker, wanted, writer->now);
    return ret->trouble != TROUBLE_NONE;
}

int worker_asking(struct worker *worker, const struct question *question)
{
    return errand_of_question(&worker->errands, ASK_MEMBER, question) ? worker->lease : 0;
}

void worker_entrust(struct worker *worker, const struct question *question, const char *id)
{
    struct errand *errand = errand_of_question(&worker->errands, ASK_MEMBER, question);
    if (errand && !errand->late[0]) {
        memcpy(errand->late, id, sizeof errand->late);
    }
}

/* The register first: whoever looks the card up from here on sees what the portal said. */
static void remember(struct worker *worker, const struct reply *reply, const struct writer *writer,
                     struct news *ret)
{
    worker_fault(ret, store_pace_said(worker->store, &worker->limits, reply->trouble, writer->now));
    if (reply->trouble || reply->ask != ASK_MEMBER) {
        return;
    }
    struct member row;
    bool gave = reply_lesson(reply, &row);
    worker_fault(ret, store_hear(worker->store, reply, gave ? &row : NULL, writer));
}

void worker_hear(struct worker *worker, struct reply *reply, const struct writer *writer, struct news *ret)
{
    *ret = (struct news){0};
    struct errand *errand = reply->ticket ? errand_of_ticket(&worker->errands, reply->ticket) : NULL;
    if (!errand) {
        return;
    }
    struct errand done = *errand;
    errand_end(errand);
    reply_came(reply, writer->now); /* in a demonstration not when it came */
    remember(worker, reply, writer, ret);
    ret->heard = true;
    ret->trouble = reply->trouble;
    ret->review = done.review;
    reply->ticket = done.review;
    if (done.late[0]) {
        worker_settle(worker, done.late, reply, writer, ret);
    }
    if (done.sending) {
        worker_sent(worker, reply, writer, ret);
    }
    worker->next = writer->now;
}
