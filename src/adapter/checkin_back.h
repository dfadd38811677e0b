/* checkin_back: complete records that the hospital's system wrote into a directory, taken once each.
 *
 * Only regular files NAME.xml that have been still for a while are looked at; hidden names are somebody's half-written
 * ones. What is complete is copied into the data directory for sending and moved to BACK/taken; what is not is moved to
 * BACK/refused with NAME.xml.txt beside it, which says why. */
#ifndef TIEPDON_CHECKIN_BACK_H
#define TIEPDON_CHECKIN_BACK_H
#include "adapter/checkin.h"

/* Adds to ret->taken and ret->refused. Faults: CHECKIN_BACK, or the journal's. */
NEEDED enum fault checkin_take_back(struct store *store, const char *data, const char *back, int most,
                                    struct checkin_report *ret);

#endif
