/* recheck: somebody taken in unchecked, held against what the sources say by now: the card as it was presented is
 * judged anew, and what would be taken in now is compared with what was. Pure. */
#ifndef TIEPDON_RECHECK_H
#define TIEPDON_RECHECK_H
#include "core/desk.h"

enum recheck {
    RECHECK_UNKNOWN, /* the sources still cannot say: it stays on the list and is asked again */
    RECHECK_AGREES,  /* what was taken in stands: it leaves the list by itself */
    RECHECK_DIFFERS, /* something else would be taken in now: a clerk looks at it */
    RECHECK_STUCK,   /* the portal refuses number, name or birth date, or does not know it: a clerk looks at it */
};

/* The card as presented, for the look-up. */
void recheck_card(const struct kept_intake *kept, struct card *ret);

/* `answer` is the register's word about that card, the portal's included (answer_hear). */
enum recheck recheck(const struct kept_intake *kept, const struct answer *answer,
                     const struct hospital *hospital, const char *today);

#endif
