/* config_portal: defaults, and what follows from several names. */
#include "adapter/config_portal.h"
#include <string.h>

void config_portal_begin(struct config *config)
{
    config->portal = (struct portal_options){
        .token_path = "/api/token/take",
        .path = {[ASK_MEMBER] = "/api/egw/KQNhanLichSuKCB2024",
                 [ASK_HISTORY] = "/api/egw/Lskcb2025",
                 [ASK_COPAYMENT] = "/api/TraCuuCCT/TraCuuTienMCCT",
                 [ASK_RECORD] = "/api/qd130/checkInKcbQd4750"},
        .connect_seconds = 3,
        .answer_seconds = 30,
        .fresh_minutes = 10,
        .limits =
            {.per_minute = 30, .per_day = 5000, .reserve = 10, .failures = 5, .pause = 30, .pause_max = 600},
    };
}

void config_portal_end(struct config *config)
{
    struct portal_options *options = &config->portal;
    struct hospital *hospital = &config->hospital;
    memcpy(options->facility, hospital->facility, sizeof options->facility);
    hospital->portal = *options->base;
    hospital->history = hospital->portal && *options->path[ASK_HISTORY];
    hospital->copayment = hospital->portal && *options->path[ASK_COPAYMENT];
}
