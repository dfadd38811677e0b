#include "core/text.h"
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static const struct member *hoa, *an;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(
        &world, "NGUYỄN THỊ HÒA|1985-03-12|female|DN4790123456789|79014|2026-01-01|2026-12-31|079185000001");
    an = world_add(&world,
                   "TRẦN VĂN AN|1990-07-01|male|GD4790123456780|79014|2026-01-01|2026-12-31|079090000002");
}

TestSuite(desk, .init = setup);

Test(desk, a_match_takes_one_key)
{
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(world.desk.review.judgement.verdict, VERDICT_MATCH, "%s",
                 verdict_code(world.desk.review.judgement.verdict));
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 1);
    cr_assert_eq(world.keys, 1);
    cr_assert_eq(world.saved[0].status, INTAKE_ADMITTED);
    cr_assert_str_eq(world.saved[0].facts.name, "NGUYỄN THỊ HÒA");
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    cr_assert(strstr(world.desk.said, "NGUYỄN THỊ HÒA"));
}

Test(desk, a_wrong_facility_takes_one_key)
{
    struct member card = *hoa;
    strcpy(card.facts.facility, "79025");
    world_scan_bhyt(&world, &card);
    cr_assert_eq(world.desk.review.judgement.verdict, VERDICT_MISMATCH);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 1);
    cr_assert_eq(world.keys, 1);
    cr_assert_str_eq(world.saved[0].facts.facility, "79014");
    cr_assert_str_eq(world.saved[0].card.facility, "79025");
    bool fixed = false;
    for (int i = 0; i < world.saved[0].correction_count; i++) {
        fixed |= world.saved[0].corrections[i].field == FIELD_FACILITY;
    }
    cr_assert(fixed);
}

Test(desk, enter_waits_until_its_frame_was_seen)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "<Enter><Enter><Enter>");
    cr_assert_eq(world.saved_count, 0);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 1);
}
