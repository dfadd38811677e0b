/* advice: what the day of the visit makes worth telling of a person and their card: it ends soon, five
 * continuous years are reached, another card is valid as well, a child has none yet. None of it decides
 * anything. */
#ifndef TIEPDON_ADVICE_H
#define TIEPDON_ADVICE_H
#include "core/assess.h"
#include "core/system.h"

struct advice {
    const struct card *card;
    const struct answer *answer;
    const struct hospital *hospital;
    const char *today;              /* full ISO day */
    const struct system_view *view; /* of judgement.member */
    bool sure;                      /* the member is this person, and the data may speak of the card */
};

/* Adds the findings; of the person as the intake would hold it. */
void advice_find(const struct advice *advice, struct judgement *ret);

/* A child below six years by the birth date, so that a birth certificate may stand for the card: a child's
 * card is valid until 72 months of age (Luật BHYT, điều 16 khoản 3). */
bool advice_child(const struct facts *person, const char *today);

#endif
