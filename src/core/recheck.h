/* recheck: somebody taken in unchecked, held against what the sources say by now: the card as it was presented is
 * judged anew, and what would be taken in now is compared with what was. Pure. */
#ifndef TIEPDON_RECHECK_H
#define TIEPDON_RECHECK_H
#include "core/kept.h"

enum recheck {
    RECHECK_UNKNOWN, /* the sources still cannot say: it stays on the list and is asked again */
    RECHECK_AGREES,  /* what was taken in stands: it leaves the list by itself */
    RECHECK_DIFFERS, /* something else would be taken in now: a clerk looks at it */
    RECHECK_STUCK, /* the portal refuses number, name or birth date, or does not know it: a clerk looks at it */
};

/* The card as presented, for the look-up; with the number taken in where it stated none. */
void recheck_card(const struct kept_intake *kept, struct card *ret);

/* `answer` is the register's word about that card, the portal's included (answer_hear). Valid is what was valid on the
 * day of the visit; `today` stands for it where the record has none.
 *
 * AGREES: the sources say the same as what is held, in other words or less, or lack only address, five-year date or
 * citizen ID; a value that the clerk kept against the same difference stays decided, and so does a verdict invalid, not
 * found or not synced that the clerk had seen. Nothing of the record changes: an entry says that it was checked, also
 * of an intake that was provisional only because nobody answered.
 * DIFFERS: a value, or one that the check-in record needs and lacks; or the card is not valid.
 * STUCK: 050 to 053, 060 to 070 without a value, several persons, or an answer from which nothing follows. */
enum recheck recheck(const struct kept_intake *kept, const struct answer *answer,
                     const struct hospital *hospital, const char *today);

#endif
