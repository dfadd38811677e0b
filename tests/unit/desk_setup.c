/* desk_setup: the known code at the counter: told, written at once, or after an armed Enter; nothing by accident. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static const struct device DEVICE = {.vendor = 0x05e0, .product = 0x1200, .name = "Bar Code Scanner"};

static struct wish hear(enum heard_road road, bool served)
{
    struct heard heard = {.road = road, .device = DEVICE};
    setup_try(&heard.setup, "us", WAY_AUTO, SETUP_TEXT, strlen(SETUP_TEXT));
    setup_end(&heard.setup, DEVICE_KEYS, NULL);
    return desk_heard(&world.desk, &heard, served, world.now);
}

static void open_setup(void)
{
    world_init(&world);
    world_keys(&world, "<F6>");
    cr_assert_eq(world.desk.mode, MODE_BIND);
    cr_assert_eq(world.desk.heard.stage, HEARD_NOTHING);
}

Test(desk_setup, a_stranger_is_written_at_once)
{
    open_setup();
    cr_assert_eq(hear(HEARD_STRANGER, false).kind, WISH_SETUP);
    desk_set_up(&world.desk, FAULT_NONE, "05e0-1200-0001", world.now);
    cr_assert_eq(world.desk.heard.stage, HEARD_TOLD);
    cr_assert_str_eq(world.desk.heard.profile, "05e0-1200-0001");
    cr_assert_eq(world.desk.mode, MODE_BIND, "another one may follow");
}

Test(desk_setup, our_scanner_is_changed_by_an_armed_enter_only)
{
    open_setup();
    cr_assert_eq(hear(HEARD_BOUND, false).kind, WISH_NONE);
    cr_assert_eq(world.desk.heard.stage, HEARD_OFFER);
    cr_assert(desk_key_writes(&world.desk, (struct key){PRESS_ENTER, 0}), "so burst holds it back");
    cr_assert_eq(desk_key(&world.desk, (struct key){PRESS_ENTER, 0}, world.now).kind, WISH_NONE);
    world_wait(&world, ARM_MS);
    cr_assert(desk_armed(&world.desk, world.now));
    cr_assert_eq(desk_key(&world.desk, (struct key){PRESS_ENTER, 0}, world.now).kind, WISH_SETUP);
    desk_set_up(&world.desk, FAULT_NONE, "05e0-1200-0001", world.now);
    cr_assert_eq(world.desk.heard.stage, HEARD_TOLD);
    cr_assert_not(desk_key_writes(&world.desk, (struct key){PRESS_ENTER, 0}));
}

Test(desk_setup, a_scanner_that_a_profile_names_is_ours_too)
{
    open_setup();
    cr_assert_eq(hear(HEARD_KNOWN, false).kind, WISH_NONE);
    cr_assert_eq(world.desk.heard.stage, HEARD_OFFER);
}

Test(desk_setup, a_profile_that_reads_it_stays)
{
    open_setup();
    cr_assert_eq(hear(HEARD_BOUND, true).kind, WISH_NONE);
    cr_assert_eq(world.desk.heard.stage, HEARD_TOLD);
    cr_assert_str_eq(world.desk.heard.profile, "");
}

Test(desk_setup, what_cannot_be_written_is_said)
{
    open_setup();
    hear(HEARD_STRANGER, false);
    desk_set_up(&world.desk, FAULT_SETTINGS_UNWRITABLE, "", world.now);
    cr_assert_eq(world.desk.notice, FAULT_SETTINGS_UNWRITABLE);
    cr_assert_str_eq(world.desk.heard.profile, "");
}

Test(desk_setup, the_terminal_is_told_what_it_had)
{
    struct scan scan = {.bytes = "Tiepdon|0123456789|aqwzym@#|dd d9|||||||"};
    scan.len = strlen(scan.bytes);
    open_setup();
    desk_garbled(&world.desk, &scan, FAULT_PAYLOAD_UNKNOWN, world.now);
    cr_assert_eq(world.desk.heard.stage, HEARD_TOLD);
    cr_assert_eq(world.desk.heard.road, HEARD_TERMINAL);
    cr_assert_eq(world.desk.heard.setup.sent, SETUP_LOST);
    cr_assert_eq(world.desk.notice, FAULT_NONE);
}

Test(desk_setup, the_echo_of_a_stranger_in_the_terminal_is_no_second_answer)
{
    struct scan scan = {.bytes = SETUP_TEXT, .len = strlen(SETUP_TEXT)};
    open_setup();
    hear(HEARD_STRANGER, false);
    world_wait(&world, 200);
    desk_garbled(&world.desk, &scan, FAULT_PAYLOAD_UNKNOWN, world.now);
    cr_assert_eq(world.desk.heard.road, HEARD_STRANGER);
    cr_assert_eq(world.desk.notice, FAULT_NONE);
    world_wait(&world, 2000);
    desk_garbled(&world.desk, &scan, FAULT_PAYLOAD_UNKNOWN, world.now);
    cr_assert_eq(world.desk.heard.road, HEARD_TERMINAL);
}

Test(desk_setup, elsewhere_the_known_code_is_garbage)
{
    struct scan scan = {.bytes = SETUP_TEXT, .len = strlen(SETUP_TEXT), .origin = ORIGIN_SCANNER};
    world_init(&world);
    desk_garbled(&world.desk, &scan, FAULT_PAYLOAD_UNKNOWN, world.now);
    cr_assert_eq(world.desk.notice, FAULT_PAYLOAD_UNKNOWN);
    cr_assert_eq(hear(HEARD_BOUND, false).kind, WISH_NONE);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    desk_scan(&world.desk, &scan, world.now);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    cr_assert_neq(world.desk.notice, FAULT_NONE);
}

Test(desk_setup, enter_asks_again_and_escape_goes_back)
{
    open_setup();
    hear(HEARD_BOUND, true);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_BIND);
    cr_assert_eq(world.desk.heard.stage, HEARD_NOTHING);
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_WAITING);
}

Test(desk_setup, a_card_still_opens_its_review)
{
    open_setup();
    struct member *hoa = world_add(&world, WORLD_HOA);
    world_scan_bhyt(&world, hoa);
    world_expect(&world, VERDICT_MATCH);
}
