/* config_checkin: defaults, and what follows from several names. */
#include "adapter/config_checkin.h"
#include <string.h>

void config_checkin_begin(struct config *config)
{
    config->checkin = (struct checkin_options){.formats = 1U << CHECKIN_XML, .place = {.kind = "01"}};
}

void config_checkin_end(struct config *config)
{
    struct checkin_options *options = &config->checkin;
    memcpy(options->place.facility, config->hospital.facility, sizeof options->place.facility);
    memcpy(options->place.clerk, config->portal.clerk, sizeof options->place.clerk);
    memcpy(options->place.clerk_cccd, config->portal.clerk_cccd, sizeof options->place.clerk_cccd);
}

enum fault config_checkin_missing(const struct config *config)
{
    const struct checkin_options *options = &config->checkin;
    if (!options->send) {
        return FAULT_NONE;
    }
    if (!options->back[0]) {
        return FAULT_CHECKIN_SEND_BACK;
    }
    return config->portal.base[0] ? FAULT_NONE : FAULT_CHECKIN_SEND_PORTAL;
}
