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
    return desk_over(desk, MODE_BIND, WISH_BIND);
}

struct wish act_bind_end(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk_go(desk, desk->back);
    return wish_of(WISH_BIND_END);
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

struct wish desk_heard(struct desk *desk, enum heard_road road, const struct setup *setup,
                       const struct device *device, bool served, uint64_t now)
{
    struct heard *heard = &desk->heard;
    if (desk->mode != MODE_BIND || (road == HEARD_TERMINAL && heard->at && now < heard->at + ECHO_MS)) {
        return wish_of(WISH_NONE);
    }
    bool offered = road == HEARD_OURS && !served;
    *heard = (struct heard){.stage = offered ? HEARD_OFFER : HEARD_TOLD, .road = road, .setup = *setup};
    if (road != HEARD_TERMINAL) {
        heard->device = *device;
        heard->at = now;
    }
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
    struct setup setup = {0};
    if (desk->mode == MODE_BIND) {
        setup_try(&setup, "", WAY_AUTO, scan->bytes, scan->len);
    }
    if (setup.known) {
        setup_end(&setup, DEVICE_KEYS, NULL);
        desk_heard(desk, HEARD_TERMINAL, &setup, NULL, true, now);
    } else {
        desk_fault(desk, fault, now);
    }
}
