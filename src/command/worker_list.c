/* worker_list: the list chưa kiểm tra works itself off, oldest first, a question or two at a time, and only while no
 * review waits for one. What went wrong is tried again later; nothing leaves the list but by an answer or by a clerk. */
#include "command/worker_inside.h"
#include "core/recheck.h"
#include <string.h>

enum {
    BEHIND_MAX = 2, /* questions of the list at once */
    IDLE =
        30, /* seconds until a list with nothing due is looked at again: another counter may have filled it */
};

/* What the sources say now about the card as it was presented; `reply` NULL: the register alone. */
static enum fault look_up(struct worker *worker, const struct kept_intake *kept, const struct reply *reply,
                          const char *today, struct answer *ret)
{
    struct card card;
    recheck_card(kept, &card);
    enum fault fault = store_answer(worker->store, &card, today, ret);
    if (!reply || fault == FAULT_STORE_BUSY) {
        return fault;
    }
    answer_hear(ret, reply, &(struct asked){kept->intake.question.number, today});
    return FAULT_NONE;
}

static enum fault judge(struct worker *worker, const char *id, const struct reply *reply, long long now,
                        enum recheck *ret)
{
    struct kept_intake kept;
    struct answer answer;
    date_text today;
    date_of_time(now, today);
    enum fault fault = store_record(worker->store, id, &kept);
    fault = fault ? fault : look_up(worker, &kept, reply, today, &answer);
    if (!fault) {
        *ret = recheck(&kept, &answer, worker->hospital, today);
    }
    explicit_bzero(&kept, sizeof kept);
    explicit_bzero(&answer, sizeof answer);
    return fault;
}

static void say(struct worker *worker, const char *id, enum late_outcome outcome, const struct reply *reply,
                const struct writer *writer, struct news *ret)
{
    enum fault fault = store_late_said(worker->store, id, outcome, reply ? reply->code : "",
                                       reply ? reply->trouble : TROUBLE_NONE, writer);
    worker_fault(ret, fault);
    ret->listed = true;
    ret->differs |= !fault && (outcome == LATE_OUTCOME_DIFFERS || outcome == LATE_OUTCOME_STUCK);
}

void worker_settle(struct worker *worker, const char *id, const struct reply *reply,
                   const struct writer *writer, struct news *ret)
{
    static const enum late_outcome OUTCOMES[] = {[RECHECK_UNKNOWN] = LATE_OUTCOME_FAILED,
                                                 [RECHECK_AGREES] = LATE_OUTCOME_AGREES,
                                                 [RECHECK_DIFFERS] = LATE_OUTCOME_DIFFERS,
                                                 [RECHECK_STUCK] = LATE_OUTCOME_STUCK};
    enum recheck found = RECHECK_UNKNOWN;
    if (!reply || reply->trouble == TROUBLE_NONE) {
        worker_fault(ret, judge(worker, id, reply, writer->now, &found));
    }
    say(worker, id, OUTCOMES[found], reply, writer, ret);
}

/* The question goes out for the entry, or its lease is given back. */
static void ask(struct worker *worker, const char *id, const struct question *question,
                const struct writer *writer, struct news *ret)
{
    struct reply reply = {.ask = ASK_MEMBER, .question = *question};
    struct errand *errand = errand_begin(&worker->errands, ASK_MEMBER, question);
    reply.trouble = worker_put(worker, errand, URGENCY_LIST, NULL, writer->now);
    if (reply.trouble == TROUBLE_NONE) {
        memcpy(errand->late, id, sizeof errand->late);
        return;
    }
    say(worker, id, LATE_OUTCOME_FAILED, &reply, writer, ret);
    worker->next = writer->now + 1;
}

/* Of two entries with one question the second is answered from what the first one brought, after its lease. */
static void join(struct errand *out, const char *id)
{
    if (!out->late[0]) {
        memcpy(out->late, id, sizeof out->late);
    }
}

/* One entry: answered by what is known already, joined to a question that is out, or asked. */
static void take_up(struct worker *worker, const char *id, const struct question *question,
                    const struct writer *writer, struct news *ret)
{
    struct reply reply;
    struct errand *out = errand_of_question(&worker->errands, ASK_MEMBER, question);
    if (!question_complete(question) || !worker->asker.portal) {
        worker_settle(worker, id, NULL, writer, ret);
    } else if (out) {
        join(out, id);
    } else if (worker_recall(worker, question, worker->fresh_minutes, writer->now, &reply)) {
        worker_settle(worker, id, &reply, writer, ret);
    } else {
        ask(worker, id, question, writer, ret);
    }
}

/* When the list may be asked about; `now` for now. Without a portal only the register is. */
static long long may_ask(struct worker *worker, long long now)
{
    struct pace pace;
    if (!worker->asker.portal) {
        return now;
    }
    return store_pace(worker->store, &pace) ? now + IDLE
                                            : pace_next(&pace, &worker->limits, URGENCY_LIST, now);
}

static long long sooner(long long a, long long b)
{
    return b && b < a ? b : a;
}

void worker_pass(struct worker *worker, const struct writer *writer, struct news *ret)
{
    char id[ID_SIZE] = "";
    struct question question = {0};
    long long now = writer->now, due = 0;
    *ret = (struct news){0};
    if (now < worker->next && worker->next <= now + IDLE) {
        return;
    }
    worker->next = now + IDLE;
    if (errand_pressing(&worker->errands) || errand_behind(&worker->errands) >= BEHIND_MAX ||
        !errand_of_ticket(&worker->errands, 0)) {
        return;
    }
    long long may = may_ask(worker, now);
    if (may > now) {
        worker->next = sooner(now + IDLE, may);
        return;
    }
    enum fault fault = store_late_take(worker->store, now, worker->lease, id, &question, &due);
    worker_fault(ret, fault);
    worker->next = fault || !id[0] ? sooner(now + IDLE, due) : now;
    if (!fault && id[0]) {
        take_up(worker, id, &question, writer, ret);
    } else {
        worker->next = sooner(worker->next, worker_send(worker, writer, ret));
    }
}
