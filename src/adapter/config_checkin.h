/* config_checkin: [checkin] of tiepdon.ini. */
#ifndef TIEPDON_CONFIG_CHECKIN_H
#define TIEPDON_CONFIG_CHECKIN_H
#include "adapter/config.h"

/* The defaults; then what other sections say of it. */
void config_checkin_begin(struct config *config);
void config_checkin_end(struct config *config);

/* `send = yes` without what it needs: CHECKIN_SEND_BACK where no directory is named from which anything could be sent,
 * CHECKIN_SEND_PORTAL where no portal is. The counter works without; FAULT_NONE where nothing is missing. */
enum fault config_checkin_missing(const struct config *config);

#endif
