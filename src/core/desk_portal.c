/* desk_portal: what the open review asks of the portal, and what its replies change. */
#include "core/desk_inside.h"
#include <string.h>

struct wish act_history(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->page = 0;
    desk_go(desk, MODE_HISTORY);
    return wish_of(WISH_NONE);
}

struct wish act_copayment(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->page = 0;
    desk_go(desk, MODE_COPAYMENT);
    return wish_of(WISH_NONE);
}

struct wish desk_portal(struct desk *desk, const struct reply *reply, uint64_t now)
{
    (void)now;
    struct inquiry *inquiry = &desk->review.inquiry;
    if (!desk->open || reply->ask != ASK_MEMBER || reply->ticket != inquiry->ticket ||
        inquiry->state != INQUIRY_OUT) {
        return wish_of(WISH_NONE);
    }
    inquiry->state = reply->trouble == TROUBLE_NONE ? INQUIRY_ANSWERED : INQUIRY_FAILED;
    return wish_of(WISH_NONE);
}
