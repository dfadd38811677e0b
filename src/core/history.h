/* history: checks against abuse and double intake in what the portal told of visits and of who looked the card up. All
 * of it is advice, and silence proves nothing: a history that was not asked for, or does not answer, finds nothing.
 * Our own facility, sister codes and the codes they had before are not elsewhere.
 *
 *     stay_elsewhere     a visit elsewhere that is open, or ends later than the portal's answer
 *     left_today         a visit elsewhere that ended today
 *     checked_elsewhere  another facility looked the card up after the last discharge; where no discharge is known,
 *                        today. An account that does not begin with a facility's code is nobody's
 *     seven_days         the last visit, here or elsewhere, ended within the seven days before today */
#ifndef TIEPDON_HISTORY_H
#define TIEPDON_HISTORY_H
#include "core/finding.h"
#include "core/portal.h"

struct hospital;

/* Where and when; facility "" for nothing. */
struct seen {
    char facility[FACILITY_SIZE];
    minute_text at;
};
struct abuse {
    struct seen stay, left, check, last;
};

/* `today` is a full ISO day. Fills *ret and adds the findings. */
void history_find(const struct history *history, const struct hospital *hospital, const char *today,
                  struct abuse *ret, struct findings *findings);

#endif
