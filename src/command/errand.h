/* errand: the questions that are out at the portal, and who waits for each: the review at this counter, an entry of the
 * list chưa kiểm tra, or nobody any more. A plain table: a question that is out is not asked a second time. */
#ifndef TIEPDON_ERRAND_H
#define TIEPDON_ERRAND_H
#include "core/intake.h"

struct errand {
    int ticket; /* at the portal, 0: this place is free */
    int review; /* the desk's ticket, 0: no review waits for it */
    enum ask ask;
    struct question question;
    char late[ID_SIZE]; /* the entry that waits for it, "" for none */
    bool sending;       /* ASK_RECORD */
};

enum { ERRANDS_MAX = 8 };

struct errands {
    struct errand out[ERRANDS_MAX];
    int ticket; /* the last one given */
};

/* A place with a ticket of its own, NULL when all are taken. */
struct errand *errand_begin(struct errands *errands, enum ask ask, const struct question *question);
/* Its answer came, or it is given up. */
void errand_end(struct errand *errand);

/* NULL when there is none. */
struct errand *errand_of_ticket(struct errands *errands, int ticket);
struct errand *errand_of_question(struct errands *errands, enum ask ask, const struct question *question);
struct errand *errand_of_nobody(struct errands *errands);

/* No review waits for a question of this kind any more: it waits for one at a time. */
void errand_forget(struct errands *errands, enum ask ask);

/* Those that a review waits for, and those that only the background does. */
int errand_pressing(const struct errands *errands);
int errand_behind(const struct errands *errands);

#endif
