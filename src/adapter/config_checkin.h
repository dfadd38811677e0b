/* config_checkin: [checkin] of tiepdon.ini. */
#ifndef TIEPDON_CONFIG_CHECKIN_H
#define TIEPDON_CONFIG_CHECKIN_H
#include "adapter/config.h"

/* The defaults; then each line, false for one that is not understood; then what other sections say of it, and
 * directories that do not begin with / are within `dir`. */
void config_checkin_begin(struct config *config);
bool config_checkin_set(struct config *config, const char *name, const char *value);
NEEDED enum fault config_checkin_end(struct config *config, const char *dir);

#endif
