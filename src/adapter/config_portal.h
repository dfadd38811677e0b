/* config_portal: [portal] of tiepdon.ini. Names and defaults stand in config.h. */
#ifndef TIEPDON_CONFIG_PORTAL_H
#define TIEPDON_CONFIG_PORTAL_H
#include "adapter/config.h"

/* The defaults: the published addresses under a base that nobody named, so that nothing is asked. */
void config_portal_begin(struct config *config);
/* False refuses the name or the value. */
bool config_portal_set(struct config *config, const char *name, const char *value);
/* Files that are not absolute are within `dir`; tells the hospital what can be asked. */
NEEDED enum fault config_portal_end(struct config *config, const char *dir);

#endif
