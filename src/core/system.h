/* system: what the assessment data says of a member on one day: which card counts, and whether it is valid.
 *
 * A row may name the card that replaces it (maTheMoi). That card counts on the days it covers, and always
 * when it is the one in the patient's hand, so that it is never corrected back to the old one. Result codes:
 * domain of the portal's maKetQua. */
#ifndef TIEPDON_SYSTEM_H
#define TIEPDON_SYSTEM_H
#include "core/answer.h"
#include "core/finding.h"

struct system_view {
    struct facts facts;   /* the old card's, or with `fresh` the new card's number, dates and facility */
    bool fresh;           /* facts are those of maTheMoi */
    bool in_hand;         /* maTheMoi is the number presented */
    enum finding invalid; /* EXPIRED, NOT_YET_VALID, WITHDRAWN, REDUCED, ENDED; FINDING_COUNT when valid */
    enum finding note;    /* valid, and a new card: NEW_CARD_LATER (not begun), NEW_CARD_ENDED (in hand); or
                             FINDING_COUNT */
    date_text day;        /* the day that `invalid` or `note` names, "" for none */
};

/* `number` is the one presented, "" for none; `today` is a full ISO day. */
void system_view(const struct member *member, const char *number, const char *today, struct system_view *ret);

/* True when row `a` of a person counts more today than row `b`: rows the newest complete file holds before
 * others, then valid rows, then the newest data (of one day what the portal said), then the exact number, then
 * the latest first day, or among ended rows the latest last day. */
bool system_prefers(const struct answer *answer, const struct member *a, const struct member *b,
                    const struct asked *asked);

/* The row that counts most of members (indices in rows[0..count)). */
int system_choose(const struct answer *answer, const int *rows, int count, const struct asked *asked);

/* The finding that a result code calls for by itself, FINDING_COUNT for none. */
enum finding system_status(const char *status);

#endif
