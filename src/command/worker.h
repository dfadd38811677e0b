/* worker: the questions to the portal and what becomes of their answers: the clerk's at once, the list chưa kiểm tra
 * behind the clerk's back, oldest first, and complete check-in records on their way to the portal.
 *
 *     WISH_PORTAL ─▶ worker_ask ──┐                       ┌─▶ register, journal ─▶ the review (struct news)
 *                                 ├─▶ pace ─▶ asker ─▶ worker_hear
 *     worker_pass ─▶ list ────────┘                       └─▶ recheck ─▶ off the list, or it waits for a clerk
 *
 * It touches no network, no terminal and no clock: what asks and what time it is are arguments. An answer goes into the
 * register before anybody sees it. What only the list wants waits while a review waits for an answer. */
#ifndef TIEPDON_WORKER_H
#define TIEPDON_WORKER_H
#include "adapter/store.h"
#include "command/errand.h"
#include "core/hospital.h"

/* The portal, or what a test puts in its place. */
struct asker {
    void *portal; /* NULL: nothing can be asked, `why` says it */
    enum trouble why;
    enum fault (*ask)(void *portal, enum ask ask, const struct question *question, const char *record,
                      int ticket);
    void (*cancel)(void *portal, int ticket);
};

struct worker {
    struct store *store;
    const struct hospital *hospital;
    struct asker asker;
    struct pace_limits limits;
    int fresh_minutes; /* see struct portal_options */
    int lease;         /* seconds within which an answer or its lack is known */
    const char *dir;   /* the data directory, for records on their way; NULL: none are sent */
    struct errands errands;
    struct sending sending; /* the record that is out, id 0 for none */
    long long next;         /* Unix second of the next worker_pass that can do something */
};

/* What the shell must do about it. */
struct news {
    int review;   /* the desk's ticket that waits for the reply, 0 for none */
    bool listed;  /* the list or its counts changed */
    bool differs; /* an answer now waits for a clerk */
    bool heard;   /* the portal was asked, and `trouble` says how it went */
    enum trouble trouble;
    enum fault fault; /* of register or journal */
};

/* What a review wants to know. */
struct wanted {
    enum ask ask;
    const struct question *question;
    int review; /* the desk's ticket */
    bool anew;  /* typed again from the papers: neither what is known nor what is out answers it */
};

/* A question of a review. True: *ret answers it at once, fresh from the register or with the trouble that keeps it from
 * being asked; else the reply comes by worker_hear. */
bool worker_ask(struct worker *worker, const struct wanted *wanted, const struct writer *writer,
                struct reply *ret);
/* What the portal said to this very question within so many minutes, with the row of the register that it became; false
 * where nothing is known. */
bool worker_recall(struct worker *worker, const struct question *question, int minutes, long long now,
                   struct reply *ret);
/* An intake was written while its question is out: the answer is for its entry of the list. */
void worker_entrust(struct worker *worker, const struct question *question, const char *id);
/* Seconds within which the answer to a question that is out is known, 0 where it is not out: for intake.asking. */
int worker_asking(struct worker *worker, const struct question *question);

/* The portal's reply to a ticket of the errands; its ticket becomes the desk's. */
void worker_hear(struct worker *worker, struct reply *reply, const struct writer *writer, struct news *ret);

/* Time passed: at most one entry of the list is looked at, or one record sent. */
void worker_pass(struct worker *worker, const struct writer *writer, struct news *ret);

#endif
