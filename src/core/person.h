/* person: who the answer speaks of, and the record an intake would hold: the system's values where it states
 * them, the card's elsewhere and wherever the clerk has still to decide. */
#ifndef TIEPDON_PERSON_H
#define TIEPDON_PERSON_H
#include "core/assess.h"

/* The index of the row to compare with, or -1: then the candidates are filled where there are any. One
 * candidate a person. */
int person_choose(const struct card *card, const struct answer *answer, const char *today,
                  struct judgement *ret);

/* What an intake may hold of the member's row. */
enum person_use {
    PERSON_SYSTEM, /* its values, as the rows allow */
    PERSON_ADDED,  /* it knows less than the card: only what the card lacks */
    PERSON_CARD,   /* nothing: it knows less than the card, and may be another person's */
};

/* Fills has_person, person and bhxh_number from the rows. */
void person_fill(const struct card *card, const struct answer *answer, struct judgement *ret,
                 enum person_use use);

/* What is told of the person after correction: where registered, what the number changes, the CCCD. */
void person_check(const struct card *card, const struct hospital *hospital, const char *today,
                  struct judgement *ret);

#endif
