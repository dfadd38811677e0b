/* desk_raised: what a hospital raised to stop makes Enter ask once more, and nothing else. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static struct member *hoa, *late;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, "NGUYỄN THỊ HÒA|1985-03-12|female|DN4790123456789|79014|2026-01-01|2026-12-31|");
    late = world_add(&world, "BÙI VĂN TRỄ|1980-09-09|male|DN4790123456784|79014|2025-01-01|2025-12-31|");
}

TestSuite(desk_raised, .init = setup);

static void raise(const char *code)
{
    cr_assert(checks_set(&world.desk.hospital.checks, code, "stop"));
}

Test(desk_raised, enter_asks_once_more_then_takes_in)
{
    raise("cccd_missing");
    world_scan_bhyt(&world, hoa);
    world_expect(&world, VERDICT_MATCH);
    cr_assert_eq(desk_enter(&world.desk), ENTER_CONFIRM);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_CONFIRM);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0, "the question needs an Enter of its own");
    world_calm(&world, "<Enter>");
    world_saved(&world, INTAKE_ADMITTED);
}

Test(desk_raised, escape_goes_back_and_asks_again)
{
    raise("cccd_missing");
    world_scan_bhyt(&world, hoa);
    world_calm(&world, "<Enter>");
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(desk_enter(&world.desk), ENTER_CONFIRM);
}

Test(desk_raised, a_provisional_intake_is_asked_about_too)
{
    struct member nobody = *hoa;
    strcpy(nobody.facts.number, "DN4790999999999");
    raise("not_found");
    world_scan_bhyt(&world, &nobody);
    world_expect(&world, VERDICT_NOT_FOUND);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_CONFIRM);
    world_calm(&world, "<Enter>");
    world_saved(&world, INTAKE_PROVISIONAL);
}

Test(desk_raised, what_else_has_to_be_asked_comes_after_it)
{
    raise("repeat_today");
    world.repeat = (struct repeat){.found = true, .time = "08:41", .counter = "3"};
    world_scan_bhyt(&world, hoa);
    world_expect(&world, VERDICT_REPEAT);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_CONFIRM);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_REASON);
    world_calm(&world, "again<Enter>");
    world_saved(&world, INTAKE_ADMITTED);
}

/* A later answer brings another finding: that one was not asked about. */
Test(desk_raised, another_finding_is_asked_about_anew)
{
    raise("cccd_missing");
    raise("facility_different");
    world_scan_bhyt(&world, hoa);
    world.save_fault = FAULT_STORE_BUSY;
    world_calm(&world, "<Enter>");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
    cr_assert_eq(desk_enter(&world.desk), ENTER_ADMIT, "asked, answered, and not written");
    struct answer answer = world.desk.review.answer;
    strcpy(answer.members[0].facts.facility, "79025");
    desk_answer(&world.desk, &answer, world.now);
    cr_assert_eq(desk_enter(&world.desk), ENTER_CONFIRM);
}

/* What stops by the list has its own choices: nothing is asked twice. */
Test(desk_raised, a_verdict_that_stops_asks_as_ever)
{
    raise("cccd_missing");
    world_scan_bhyt(&world, late);
    world_expect(&world, VERDICT_INVALID);
    world_enter_does_nothing(&world);
    world_keys(&world, "2");
    cr_assert_eq(world.desk.mode, MODE_CONFIRM);
    world_calm(&world, "<Enter>");
    world_saved(&world, INTAKE_NOT_INSURED);
}

Test(desk_raised, nothing_raised_is_one_key)
{
    cr_assert(checks_set(&world.desk.hospital.checks, "cccd_missing", "note"));
    cr_assert(checks_set(&world.desk.hospital.checks, "expired", "stop"));
    world_scan_bhyt(&world, hoa);
    world_calm(&world, "<Enter>");
    world_saved(&world, INTAKE_ADMITTED);
}
