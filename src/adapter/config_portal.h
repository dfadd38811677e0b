/* config_portal: [portal] of tiepdon.ini. Its names stand in config_key.c. */
#ifndef TIEPDON_CONFIG_PORTAL_H
#define TIEPDON_CONFIG_PORTAL_H
#include "adapter/config.h"

/* The defaults: the published addresses under a base that nobody named, so that nothing is asked. */
void config_portal_begin(struct config *config);
/* What other sections say of it; tells the hospital what can be asked. */
void config_portal_end(struct config *config);

#endif
