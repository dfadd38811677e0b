/* desk_setup: a scanner is set up: the known code is shown, what comes of it is told, written, or asked about. */
#include "core/desk_inside.h"
#include <stdio.h>
#include <string.h>

/* A stranger is not grabbed yet, so what it sends also arrives in this terminal, a moment before or after. */
enum { ECHO_MS = 1500 };

struct wish act_bind(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->heard = (struct heard){.stage = HEARD_NOTHING};
    return desk_over(desk, MODE_BIND, WISH_NONE);
}

struct wish act_setup_again(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->heard = (struct heard){.stage = HEARD_NOTHING};
    return wish_of(WISH_NONE);
}

struct wish act_setup_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (!desk_armed(desk, now)) {
        return wish_of(WISH_NONE);
    }
    desk_rearm(desk);
    return wish_of(WISH_SETUP);
}

struct wish desk_bound(struct desk *desk, enum fault fault, const char *device, uint64_t now)
{
    if (desk->mode == MODE_BIND) {
        desk_go(desk, desk->back);
    }
    if (fault == FAULT_NONE) {
        desk_say(desk, SAID_BOUND, device, now);
    } else {
        desk_fault(desk, fault, now);
    }
    return wish_of(WISH_NONE);
}

/* What the terminal has a moment after a device was heard is the echo of that. */
static bool echo(const struct desk *desk, enum heard_road road, uint64_t now)
{
    return road == HEARD_TERMINAL && desk->heard.at && now < desk->heard.at + ECHO_MS;
}

struct wish desk_heard(struct desk *desk, const struct heard *heard, bool served, uint64_t now)
{
    enum heard_road road = heard->road;
    bool ours = road == HEARD_BOUND || road == HEARD_KNOWN;
    if (desk->mode != MODE_BIND || echo(desk, road, now)) {
        return wish_of(WISH_NONE);
    }
    desk->heard = *heard;
    desk->heard.stage = ours && !served ? HEARD_OFFER : HEARD_TOLD;
    desk->heard.at = road == HEARD_TERMINAL ? 0 : now;
    desk->beep = true;
    desk_hush(desk);
    desk_rearm(desk);
    return wish_of(road == HEARD_STRANGER ? WISH_SETUP : WISH_NONE);
}

void desk_set_up(struct desk *desk, enum fault fault, const char *profile, uint64_t now)
{
    if (fault) {
        desk_fault(desk, fault, now);
        return;
    }
    desk->heard.stage = HEARD_TOLD;
    snprintf(desk->heard.profile, sizeof desk->heard.profile, "%s", profile);
    desk_rearm(desk);
}

void desk_garbled(struct desk *desk, const struct scan *scan, enum fault fault, uint64_t now)
{
    struct heard heard = {.road = HEARD_TERMINAL};
    if (desk->mode == MODE_BIND) {
        setup_try(&heard.setup, "", WAY_AUTO, scan->bytes, scan->len);
    }
    if (heard.setup.known) {
        setup_end(&heard.setup, DEVICE_KEYS, NULL);
        desk_heard(desk, &heard, true, now);
    } else {
        desk_fault(desk, fault, now);
    }
}
