/* errand: a table of eight; every search is a walk through it. */
#include "command/errand.h"
#include <limits.h>
#include <string.h>

struct errand *errand_begin(struct errands *errands, enum ask ask, const struct question *question)
{
    struct errand *errand = errand_of_ticket(errands, 0);
    if (errand) {
        errands->ticket = errands->ticket == INT_MAX ? 1 : errands->ticket + 1;
        *errand = (struct errand){.ticket = errands->ticket, .ask = ask, .question = *question};
    }
    return errand;
}

void errand_end(struct errand *errand)
{
    explicit_bzero(errand, sizeof *errand);
}

struct errand *errand_of_ticket(struct errands *errands, int ticket)
{
    for (int i = 0; i < ERRANDS_MAX; i++) {
        if (errands->out[i].ticket == ticket) {
            return &errands->out[i];
        }
    }
    return NULL;
}

struct errand *errand_of_question(struct errands *errands, enum ask ask, const struct question *question)
{
    for (int i = 0; i < ERRANDS_MAX; i++) {
        struct errand *errand = &errands->out[i];
        if (errand->ticket && errand->ask == ask && question_same(&errand->question, question)) {
            return errand;
        }
    }
    return NULL;
}

static bool behind(const struct errand *errand)
{
    return errand->late[0] || errand->sending;
}

struct errand *errand_of_nobody(struct errands *errands)
{
    for (int i = 0; i < ERRANDS_MAX; i++) {
        struct errand *errand = &errands->out[i];
        if (errand->ticket && !errand->review && !behind(errand)) {
            return errand;
        }
    }
    return NULL;
}

void errand_forget(struct errands *errands, enum ask ask)
{
    for (int i = 0; i < ERRANDS_MAX; i++) {
        if (errands->out[i].ask == ask) {
            errands->out[i].review = 0;
        }
    }
}

int errand_pressing(const struct errands *errands)
{
    int count = 0;
    for (int i = 0; i < ERRANDS_MAX; i++) {
        count += errands->out[i].review != 0;
    }
    return count;
}

int errand_behind(const struct errands *errands)
{
    int count = 0;
    for (int i = 0; i < ERRANDS_MAX; i++) {
        count += behind(&errands->out[i]);
    }
    return count;
}
