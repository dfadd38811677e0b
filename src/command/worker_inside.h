/* worker_inside: what the files of the worker share; nobody else includes it. */
#ifndef TIEPDON_WORKER_INSIDE_H
#define TIEPDON_WORKER_INSIDE_H
#include "command/worker.h"

/* worker_list.c: what a reply means for an entry of the list. */
void worker_settle(struct worker *worker, const char *id, const struct reply *reply,
                   const struct writer *writer, struct news *ret);

/* worker_send.c: the next record that is due goes out; the second at which one is, 0 for none known. What the portal
 * said to it. */
long long worker_send(struct worker *worker, const struct writer *writer, struct news *ret);
void worker_sent(struct worker *worker, const struct reply *reply, const struct writer *writer,
                 struct news *ret);

/* worker.c: takes a place of the quota and asks. TROUBLE_NONE: the errand waits for its answer; else it is ended. */
enum trouble worker_put(struct worker *worker, struct errand *errand, enum urgency urgency,
                        const char *record, long long now);
void worker_fault(struct news *news, enum fault fault);

#endif
