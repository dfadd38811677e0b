/* desk_camera: what starts the camera's screen, what ends it, what stays behind. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static const struct member *hoa, *an;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
    an = world_add(&world, WORLD_AN);
}

TestSuite(desk_camera, .init = setup);

static void see_something(void)
{
    struct preview preview = {.width = 1, .height = 1, .codes = 1, .grey = {{200}}};
    desk_preview(&world.desk, &preview);
}

/* Of a patient's card nothing stays. */
static void expect_wiped(void)
{
    static const struct preview empty;
    cr_assert_eq(memcmp(&world.desk.preview, &empty, sizeof empty), 0);
}

Test(desk_camera, a_code_it_sees_goes_the_way_of_every_scan)
{
    char payload[1024];
    world_bhyt(hoa, payload);
    world_keys(&world, "<F8>");
    cr_assert_eq(world.desk.mode, MODE_CAMERA);
    see_something();
    cr_assert_eq(world.desk.preview.grey[0][0], 200);
    world_scan(&world, payload, ORIGIN_PICTURE);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_str_eq(world.desk.review.card.facts.name, hoa->facts.name);
    expect_wiped();
}

Test(desk_camera, escape_ends_it)
{
    world_keys(&world, "<^K>");
    see_something();
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    expect_wiped();
}

Test(desk_camera, a_code_that_is_no_card_ends_it_too)
{
    world_keys(&world, "<F8>");
    world_scan(&world, "https://example.org/pay", ORIGIN_PICTURE);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    cr_assert_eq(world.desk.notice, FAULT_PAYLOAD_UNKNOWN);
}

Test(desk_camera, the_open_code_seen_again_ends_it_and_changes_nothing)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "<F8>");
    cr_assert_eq(world.desk.mode, MODE_CAMERA);
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.review.scan_count, 1);
}

Test(desk_camera, another_person_seen_from_a_review_is_asked_about)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "<F8>");
    world_scan_bhyt(&world, an);
    cr_assert_eq(world.desk.mode, MODE_OTHER);
    world_keys(&world, "3");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
}

Test(desk_camera, what_stops_by_itself_is_said_where_the_clerk_was)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "<F8>");
    see_something();
    desk_camera_failed(&world.desk, FAULT_CAMERA_LOST, world.now);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.notice, FAULT_CAMERA_LOST);
    expect_wiped();
}

Test(desk_camera, frames_that_come_late_are_not_kept)
{
    see_something();
    expect_wiped();
    world_keys(&world, "<F8><Esc>");
    see_something();
    desk_camera_failed(&world.desk, FAULT_CAMERA_SILENT, world.now);
    expect_wiped();
    cr_assert_eq(world.desk.notice, FAULT_NONE);
}

Test(desk_camera, its_key_is_offered_where_there_is_one)
{
    struct hint hints[DESK_HINTS];
    for (int there = 0; there < 2; there++) {
        int offered = 0;
        world.desk.status.camera = there;
        int count = desk_hints(&world.desk, hints);
        for (int i = 0; i < count; i++) {
            offered += strcmp(hints[i].key, "F8") == 0;
        }
        cr_assert_eq(offered, there);
    }
}
