/* desk_scan: scans that open, join, ask and wait. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static const struct member *hoa, *an, *baby, *mother, *binh;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
    an = world_add(&world, WORLD_AN);
    baby = world_add(&world, "LÊ MINH KHÔI|2025-02-03|male|TE1790123456781|79014|2026-01-01|2026-12-31|");
    mother = world_add(
        &world, "LÊ THỊ MAI|1995-05-05|female|DN4790123456782|79014|2026-01-01|2026-12-31|079195000003");
    binh = world_add(&world, "PHẠM VĂN BÌNH|1970-01-02|male|HT3790123456783|79014|2026-01-01|2026-12-31|");
}

TestSuite(desk_scan, .init = setup);

static bool beeped(void)
{
    bool beep = world.desk.beep;
    world.desk.beep = false;
    return beep;
}

Test(desk_scan, opens_from_every_mode_without_a_review)
{
    static const char *const roads[] = {"",     "D",    "DN4",  "<F1>", "<F3>",
                                        "<F4>", "<F5>", "<F6>", "<F8>", "<F10>"};
    for (size_t i = 0; i < sizeof roads / sizeof *roads; i++) {
        setup();
        world_keys(&world, roads[i]);
        world_scan_bhyt(&world, hoa);
        cr_assert_eq(world.desk.mode, MODE_REVIEW, "after %s", roads[i]);
        cr_assert_str_eq(world.desk.review.card.facts.name, hoa->facts.name);
    }
}

Test(desk_scan, asks_from_every_mode_with_a_review_and_returns_to_it)
{
    struct member card = *hoa;
    strcpy(card.facts.name, "NGUYỄN THỊ HÓA"); /* one identity row differs */
    static const char *const roads[] = {"",    "<F1>", "<F3>",  "<F4>",       "<F5>",           "v",
                                        "g",   "s12",  "v<F1>", "<Down>exyz", "<Down>e<Enter>", "vabc<Left>",
                                        "<F8>"};
    for (size_t i = 0; i < sizeof roads / sizeof *roads; i++) {
        setup();
        world_scan_bhyt(&world, &card);
        world_keys(&world, roads[i]);
        struct desk before = world.desk;
        enum mode mode = before.mode == MODE_HELP || before.mode >= MODE_TODAY ? before.back : before.mode;
        world_scan_bhyt(&world, an);
        cr_assert_eq(world.desk.mode, MODE_OTHER, "after %s", roads[i]);
        cr_assert_str_eq(world.desk.second_card.facts.name, an->facts.name);
        cr_assert(beeped());
        world_keys(&world, "1");
        cr_assert_eq(world.desk.mode, mode, "after %s", roads[i]);
        cr_assert_str_eq(world.desk.line.text, before.line.text);
        cr_assert_eq(world.desk.line.at, before.line.at);
        cr_assert_eq(world.desk.queue_count, 1);
        cr_assert_str_eq(world.desk.queue_names[0], an->facts.name);
        cr_assert_str_eq(world.desk.review.card.facts.name, card.facts.name);
    }
}

Test(desk_scan, the_same_scan_again_is_silent)
{
    world_scan_bhyt(&world, hoa);
    world_wait(&world, ARM_MS);
    struct desk before = world.desk;
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(memcmp(&before, &world.desk, sizeof before), 0);
}

Test(desk_scan, a_cccd_joins_the_card_of_the_same_person)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "<Down><Down>");
    enum field cursor = desk_field(&world.desk);
    world_scan_cccd(&world, hoa);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.review.scan_count, 2);
    cr_assert_eq(world.desk.review.card.kind, CARD_BHYT);
    cr_assert_str_eq(world.desk.review.card.facts.cccd, "079185000001");
    cr_assert_str_eq(world.desk.review.card.facts.number, "DN4790123456789");
    cr_assert_str_eq(world.desk.review.card.facts.address, "5 Lê Lợi, Bến Nghé",
                     "the residence is not the address");
    cr_assert_eq(desk_field(&world.desk), cursor);
    cr_assert_eq(world.desk.review.judgement.verdict, VERDICT_MATCH);
    cr_assert_not(desk_armed(&world.desk, world.now), "a joined card is a new proposal");
}

Test(desk_scan, a_card_joins_the_cccd_of_the_same_person)
{
    world_scan_cccd(&world, hoa);
    cr_assert_eq(world.desk.review.card.kind, CARD_CCCD);
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.review.card.kind, CARD_BHYT);
    cr_assert_str_eq(world.desk.review.card.facts.cccd, "079185000001");
    cr_assert_str_eq(world.desk.review.card.facts.valid_to, "2026-12-31");
}

Test(desk_scan, text_half_typed_survives_a_join)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "<Down>exyz");
    world_scan_cccd(&world, hoa);
    cr_assert_eq(world.desk.mode, MODE_EDIT);
    cr_assert(strstr(world.desk.line.text, "xyz"));
    cr_assert_eq(world.desk.field, FIELD_NAME);
}

Test(desk_scan, a_number_half_typed_comes_back_after_the_review)
{
    static char draft[DRAFT_MAX];
    struct wish wish;
    world_keys(&world, "01234");
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_gt(desk_draft(&world.desk, draft, sizeof draft), 0);
    cr_assert_eq(desk_restore(&world.desk, draft, world.now, &wish), FAULT_NONE);
    world_carry_out(&world, wish);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 1);
    cr_assert_eq(world.desk.mode, MODE_SEARCH);
    cr_assert_str_eq(world.desk.line.text, "01234");
}

Test(desk_scan, a_parents_cccd_never_joins_the_baby)
{
    world_scan_bhyt(&world, baby);
    world_scan_cccd(&world, mother);
    cr_assert_eq(world.desk.mode, MODE_OTHER);
    cr_assert(beeped());
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_OTHER);
    world_keys(&world, "2");
    cr_assert_eq(world.desk.mode, MODE_OTHER);
    cr_assert_eq(world.desk.notice, FAULT_NOT_SAME);
    world_keys(&world, "3");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert(strstr(world.desk.said, mother->facts.name), "nothing is dropped in silence");
    cr_assert_str_eq(world.desk.review.card.facts.cccd, "");
    cr_assert_eq(world.desk.queue_count, 0);
}

/* The system holds the mother's number as the baby's: the numbers fit, the person does not. */
Test(desk_scan, a_wrong_cccd_in_the_system_does_not_join_either)
{
    strcpy(world.members[2].facts.cccd, mother->facts.cccd);
    world_scan_bhyt(&world, baby);
    world_scan_cccd(&world, mother);
    cr_assert_eq(world.desk.mode, MODE_OTHER);
}

Test(desk_scan, the_same_person_by_the_clerks_word_brings_the_missing_cccd)
{
    struct member shown = *binh;
    strcpy(shown.facts.cccd, "079070000004");
    world_scan_bhyt(&world, binh);
    world_scan_cccd(&world, &shown);
    cr_assert_eq(world.desk.mode, MODE_OTHER);
    world_keys(&world, "2");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.review.judgement.verdict, VERDICT_MATCH);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 1);
    cr_assert_str_eq(world.saved[0].facts.cccd, "079070000004");
    const struct correction *last = &world.saved[0].corrections[world.saved[0].correction_count - 1];
    cr_assert_eq(last->field, FIELD_CCCD);
    cr_assert_eq(last->kind, CORRECTION_FILL);
    cr_assert_eq(last->source, SOURCE_CARD);
}

Test(desk_scan, a_twin_with_another_number_is_refused)
{
    struct member twin = *hoa;
    strcpy(twin.facts.cccd, "079185000009");
    world_scan_bhyt(&world, hoa);
    world_scan_cccd(&world, &twin);
    cr_assert_eq(world.desk.mode, MODE_OTHER);
    world_keys(&world, "2");
    cr_assert_eq(world.desk.notice, FAULT_NOT_SAME);
}

Test(desk_scan, three_wait_and_a_fourth_is_refused_aloud)
{
    world_scan_bhyt(&world, hoa);
    world_scan_bhyt(&world, an);
    world_keys(&world, "1");
    world_scan_bhyt(&world, baby);
    world_scan_bhyt(&world, mother); /* while OTHER asks: straight to the queue */
    cr_assert_eq(world.desk.mode, MODE_OTHER);
    cr_assert_eq(world.desk.queue_count, 2);
    world_scan_bhyt(&world, mother);
    cr_assert_eq(world.desk.queue_count, 2, "the trigger was pulled twice");
    world_keys(&world, "1");
    cr_assert_eq(world.desk.queue_count, 3);
    world_scan_bhyt(&world, binh);
    beeped();
    world_keys(&world, "1");
    cr_assert_eq(world.desk.mode, MODE_OTHER, "nothing is dropped in silence");
    cr_assert_eq(world.desk.notice, FAULT_QUEUE_FULL);
    cr_assert(beeped());
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.queue_count, 3);
    cr_assert_str_eq(world.desk.queue_names[1], mother->facts.name);
}

Test(desk_scan, the_next_opens_by_itself_and_a_bounced_enter_does_nothing)
{
    world_scan_bhyt(&world, hoa);
    world_scan_bhyt(&world, an);
    world_keys(&world, "1");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 1);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_str_eq(world.desk.review.card.facts.name, an->facts.name);
    world_keys(&world, "<Enter><Enter><Enter>");
    cr_assert_eq(world.saved_count, 1);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 2);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
}

Test(desk_scan, what_cannot_be_read_is_said_and_changes_nothing)
{
    world_scan(&world, "https://example.org/", ORIGIN_SCANNER);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    cr_assert_neq(world.desk.notice, FAULT_NONE);
    cr_assert(beeped());
    world_scan_bhyt(&world, hoa);
    world_wait(&world, ARM_MS);
    world_scan(&world, "DN4790123456789|zz|", ORIGIN_SCANNER);
    cr_assert_neq(world.desk.notice, FAULT_NONE);
    cr_assert(beeped());
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert(desk_armed(&world.desk, world.now));
}

Test(desk_scan, a_notice_goes_after_its_time)
{
    world_scan(&world, "?", ORIGIN_SCANNER);
    int ms = desk_timeout(&world.desk, world.now);
    cr_assert(ms > 0 && ms <= NOTICE_MS, "%d", ms);
    world_wait(&world, (uint64_t)ms);
    cr_assert_eq(world.desk.notice, FAULT_NONE);
    cr_assert_eq(desk_timeout(&world.desk, world.now), -1);
}
