/* desk: the shortest roads, and the acts that are no decision. */
#include "core/text.h"
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

Test(desk, a_full_disk_leaves_the_review)
{
    world_scan_bhyt(&world, hoa);
    world.save_fault = FAULT_PLACE_DENIED;
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.notice, FAULT_PLACE_DENIED);
    world_calm(&world, "<Enter>");
    world_saved(&world, INTAKE_ADMITTED);
}

Test(desk, esc_twice_drops)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert(world.desk.said[0]);
    world_keys(&world, "<Down><Esc>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW, "another key came between");
    world_wait(&world, ESCAPE_MS);
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW, "too late");
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_WAITING);
}

Test(desk, a_difficulty_is_written_and_the_review_stays)
{
    struct member card = *hoa;
    strcpy(card.facts.facility, "79025");
    world_scan_bhyt(&world, &card);
    world_keys(&world, "v");
    cr_assert_eq(world.desk.kind, DIFFICULTY_FACILITY);
    world_keys(&world, "<Down>wrong on card");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.difficulties, 1);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.intake.difficulty, DIFFICULTY_ADDRESS);
    cr_assert_str_eq(world.desk.intake.difficulty_text, "wrong on card");
    cr_assert_eq(world.saved_count, 0);
}

Test(desk, a_phone_that_is_none_brings_the_cursor_to_it)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "v<Tab>12<Tab>no picture");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.difficulties, 0);
    cr_assert_eq(world.desk.step, DIFFICULTY_PHONE);
    world_keys(&world, "345678");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.difficulties, 1);
    cr_assert_str_eq(world.desk.intake.difficulty_text, "no picture");
}

Test(desk, undo_shows_whose_and_wants_a_calm_enter)
{
    world_scan_bhyt(&world, hoa);
    world_calm(&world, "<Enter>");
    world_keys(&world, "<F3>");
    cr_assert_eq(world.desk.mode, MODE_UNDO);
    cr_assert(world.desk.last.name[0]);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.undone, 0);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.undone, 1);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    world_keys(&world, "<F3>");
    cr_assert_eq(world.desk.mode, MODE_WAITING, "nothing is left to undo");
    cr_assert(world.desk.said[0]);
}

Test(desk, a_portal_answer_wants_a_fresh_key)
{
    struct answer answer = {.source = SOURCE_PORTAL, .member_count = 1};
    world.silent = true;
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "<Down>");
    world_wait(&world, ARM_MS);
    cr_assert(desk_armed(&world.desk, world.now));
    answer.members[0] = *hoa;
    strcpy(answer.as_of, "2026-11-22");
    desk_answer(&world.desk, &answer, world.now);
    world_expect(&world, VERDICT_MATCH);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
    world_calm(&world, "<Enter>");
    world_saved(&world, INTAKE_ADMITTED);
}

Test(desk, keys_wait_while_saving)
{
    world_scan_bhyt(&world, hoa);
    world_wait(&world, ARM_MS);
    struct wish wish = desk_key(&world.desk, (struct key){PRESS_ENTER, 0}, world.now);
    cr_assert_eq(wish.kind, WISH_SAVE);
    struct desk before = world.desk;
    wish = desk_key(&world.desk, (struct key){PRESS_ENTER, 0}, world.now + 1000);
    cr_assert_eq(wish.kind, WISH_NONE);
    wish = desk_key(&world.desk, (struct key){PRESS_ESCAPE, 0}, world.now + 1000);
    cr_assert_eq(wish.kind, WISH_NONE);
    cr_assert_eq(world.desk.mode, before.mode);
}

Test(desk, leaving_asks_once)
{
    world_keys(&world, "<F10>");
    cr_assert_eq(world.desk.mode, MODE_LEAVE);
    world_keys(&world, "<Enter>");
    cr_assert_neq(world.last.kind, WISH_LEAVE);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.last.kind, WISH_LEAVE);
}
