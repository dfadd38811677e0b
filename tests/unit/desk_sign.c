/* desk_sign: signing in, the lock, and roles: whoever may not, writes nothing by any key. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static const struct clerk LAN = {.login = "lan", .name = "Nguyễn Thị Lan", .active = true};
static const struct clerk AUDITOR = {
    .login = "kiem", .name = "Lê Văn Kiểm", .role = ROLE_AUDITOR, .active = true};

static void sign_in(const struct clerk *clerk)
{
    world_carry_out(&world, desk_signed(&world.desk, clerk, 0, world.now));
}

static void setup(void)
{
    world_init(&world);
    world_add(&world, WORLD_HOA);
    world_add(&world, WORLD_AN);
    desk_sign_out(&world.desk);
}

TestSuite(desk_sign, .init = setup);

Test(desk_sign, where_nobody_need_sign_in_there_is_no_lock_and_every_right)
{
    world_init(&world);
    cr_assert_not(desk_hidden(&world.desk));
    cr_assert(desk_may(&world.desk, RIGHT_CLOSE_DAY));
    world.desk.hospital.lock_minutes = 1;
    world_wait(&world, 600000);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    cr_assert_not(desk_key_known(&world.desk, (struct key){PRESS_FUNCTION, 12}));
}

Test(desk_sign, name_then_pin_then_the_waiting_screen)
{
    cr_assert_eq(world.desk.mode, MODE_SIGN_IN);
    world_keys(&world, "LAN<Enter>2468<Enter>");
    cr_assert_eq(world.last.kind, WISH_SIGN_IN);
    cr_assert_str_eq(world.desk.sign.login, "lan");
    cr_assert_str_eq(world.desk.sign.line.text, "2468");
    sign_in(&LAN);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
    cr_assert_str_eq(world.desk.hospital.clerk, "Nguyễn Thị Lan");
    cr_assert_str_empty(world.desk.sign.line.text);
    cr_assert_str_empty(world.desk.sign.login);
}

Test(desk_sign, a_name_that_can_be_nobodys_is_refused_before_the_pin)
{
    world_keys(&world, "lan nguyen<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_LOGIN_INVALID);
    world_keys(&world, "<Enter>");
    cr_assert_str_empty(world.desk.sign.login);
}

Test(desk_sign, a_wrong_pin_wipes_the_line_and_waits)
{
    world_keys(&world, "lan<Enter>1111<Enter>");
    desk_signed(&world.desk, NULL, 4000, world.now);
    cr_assert_eq(world.desk.notice, FAULT_SIGN_WRONG);
    cr_assert_str_empty(world.desk.sign.line.text);
    world.last = (struct wish){WISH_NONE, 0};
    world_keys(&world, "2468<Enter>");
    cr_assert_eq(world.last.kind, WISH_NONE, "asked before the wait was over");
    cr_assert_eq(world.desk.notice, FAULT_SIGN_WAIT);
    cr_assert_leq(desk_timeout(&world.desk, world.now), 1000, "the seconds are counted down");
    world_wait(&world, 4000);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.last.kind, WISH_SIGN_IN);
}

Test(desk_sign, a_scan_is_refused_aloud_and_not_taken)
{
    world_scan_bhyt(&world, &world.members[0]);
    cr_assert_eq(world.desk.notice, FAULT_SIGN_FIRST);
    cr_assert(world.desk.beep);
    cr_assert_not(world.desk.open);
    sign_in(&LAN);
    cr_assert_not(world.desk.open);
    cr_assert_eq(world.desk.queue_count, 0);
}

Test(desk_sign, what_was_open_lies_behind_the_lock_and_comes_back)
{
    static char before[DRAFT_MAX], behind[DRAFT_MAX], after[DRAFT_MAX];
    sign_in(&LAN);
    world_scan_bhyt(&world, &world.members[0]);
    world_keys(&world, "v máy");
    desk_draft(&world.desk, before, sizeof before);
    world_keys(&world, "<^X>");
    cr_assert_eq(world.last.kind, WISH_LOCK);
    cr_assert_eq(world.desk.mode, MODE_SIGN_IN);
    cr_assert(desk_hidden(&world.desk));
    world_keys(&world, "13");
    desk_draft(&world.desk, behind, sizeof behind);
    cr_assert_str_eq(behind, before, "the draft is the work's, without the PIN");
    sign_in(&LAN);
    cr_assert_eq(world.desk.mode, MODE_DIFFICULTY);
    cr_assert_str_eq(world.desk.line.text, " máy");
    desk_draft(&world.desk, after, sizeof after);
    cr_assert_str_eq(after, before);
}

Test(desk_sign, a_list_that_lay_over_a_review_lies_over_it_again)
{
    sign_in(&LAN);
    world_scan_bhyt(&world, &world.members[0]);
    world_keys(&world, "<F4><^X><F10><Esc>");
    cr_assert_eq(world.desk.mode, MODE_SIGN_IN);
    sign_in(&LAN);
    cr_assert_eq(world.desk.mode, MODE_TODAY);
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
}

Test(desk_sign, another_clerk_goes_on_with_what_was_open)
{
    sign_in(&LAN);
    world_scan_bhyt(&world, &world.members[0]);
    world_keys(&world, "<^X>");
    cr_assert_str_eq(world.desk.sign.login, "lan");
    world_keys(&world, "<Tab>hoa<Enter>");
    cr_assert_str_eq(world.desk.sign.login, "hoa");
    world_keys(&world, "<Esc>");
    cr_assert_str_eq(world.desk.sign.login, "lan", "Esc goes back to whoever locked");
    sign_in(&(struct clerk){.login = "hoa", .name = "Hoa", .active = true});
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_str_eq(world.desk.hospital.clerk, "Hoa");
}

Test(desk_sign, the_camera_stops)
{
    sign_in(&LAN);
    world.desk.status.camera = true;
    world_keys(&world, "<F8>");
    cr_assert_eq(world.desk.mode, MODE_CAMERA);
    world_keys(&world, "<^X>");
    sign_in(&LAN);
    cr_assert_eq(world.desk.mode, MODE_WAITING);
}

Test(desk_sign, a_counter_that_nobody_touches_locks_itself)
{
    world.desk.hospital.lock_minutes = 2;
    sign_in(&LAN);
    uint64_t began = world.now;
    cr_assert_eq(desk_tick(&world.desk, began + 119999).kind, WISH_NONE);
    cr_assert_leq(desk_timeout(&world.desk, began + 119000), 1000);
    world.now = began + 119000;
    world_keys(&world, "<F1>");
    cr_assert_eq(desk_tick(&world.desk, began + 120001).kind, WISH_NONE, "a key puts it off");
    cr_assert_eq(desk_tick(&world.desk, world.now + 120000).kind, WISH_LOCK);
    cr_assert(world.desk.sign.locked);
    cr_assert_eq(desk_tick(&world.desk, world.now + 480000).kind, WISH_NONE, "once");
}

Test(desk_sign, a_draft_comes_back_behind_the_question_who_works_here)
{
    static char draft[DRAFT_MAX];
    struct wish wish;
    sign_in(&LAN);
    world_scan_bhyt(&world, &world.members[0]);
    world_keys(&world, "<^X>");
    desk_draft(&world.desk, draft, sizeof draft);
    struct hospital hospital = world.desk.hospital;
    desk_init(&world.desk, &hospital);
    strcpy(world.desk.status.today, "2026-11-22");
    cr_assert_eq(desk_restore(&world.desk, draft, world.now, &wish), FAULT_NONE);
    desk_sign_out(&world.desk);
    world_carry_out(&world, wish);
    cr_assert_eq(world.desk.mode, MODE_SIGN_IN);
    sign_in(&LAN);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    world_calm(&world, "<Enter>");
    world_saved(&world, INTAKE_ADMITTED);
}

Test(desk_sign, a_reply_of_the_portal_finds_the_review_behind_the_lock)
{
    sign_in(&LAN);
    world_portal(&world);
    world_scan_bhyt(&world, &world.members[0]);
    world_keys(&world, "<^X>");
    world_hear(&world, "000", WORLD_HOA);
    cr_assert_eq(world.desk.mode, MODE_SIGN_IN);
    sign_in(&LAN);
    cr_assert_eq(world.desk.review.inquiry.state, INQUIRY_ANSWERED);
    world_calm(&world, "<Enter>");
    world_saved(&world, INTAKE_ADMITTED);
}

Test(desk_sign, enter_is_armed_anew_behind_the_lock)
{
    sign_in(&LAN);
    world_scan_bhyt(&world, &world.members[0]);
    world_wait(&world, ARM_MS);
    world_keys(&world, "<^X>");
    sign_in(&LAN);
    cr_assert_not(desk_armed(&world.desk, world.now));
    cr_assert_not(desk_key(&world.desk, (struct key){PRESS_ENTER, 0}, world.now).kind);
}

static bool writes(enum wish_kind kind)
{
    switch (kind) {
    case WISH_SAVE:
    case WISH_DIFFICULTY:
    case WISH_UNDO:
    case WISH_LATE_CLOSE:
    case WISH_ANSWER:
    case WISH_CLOSE_DAY:
    case WISH_SETUP: return true;
    default: return false;
    }
}

static struct key any_key(uint64_t *state)
{
    static const enum press presses[] = {PRESS_ENTER, PRESS_TEXT,     PRESS_TEXT, PRESS_TAB,
                                         PRESS_ENTER, PRESS_FUNCTION, PRESS_DOWN, PRESS_ESCAPE};
    enum press press = presses[world_random(state, sizeof presses / sizeof *presses)];
    int32_t rune = press == PRESS_TEXT       ? (int32_t)(' ' + world_random(state, '~' - ' '))
                   : press == PRESS_FUNCTION ? (int32_t)(1 + world_random(state, 12))
                                             : 0;
    return (struct key){press, rune};
}

static void act_for(const struct clerk *clerk, uint64_t seed, int *ret_wrote)
{
    uint64_t state = seed;
    sign_in(clerk);
    for (int i = 0; i < 20000; i++) {
        world_wait(&world, ARM_MS + BOUNCE_MS);
        if (world_random(&state, 12) == 0) {
            world_scan_bhyt(&world, &world.members[world_random(&state, 2)]);
            continue;
        }
        struct wish wish = desk_key(&world.desk, any_key(&state), world.now);
        *ret_wrote += writes(wish.kind);
        cr_assert(clerk != &AUDITOR || !writes(wish.kind), "wish %d in mode %d", wish.kind, world.desk.mode);
        world.saved_count = 0;
        world_carry_out(&world, wish);
        if (world.desk.mode == MODE_SIGN_IN) {
            sign_in(clerk);
        }
    }
}

Test(desk_sign, no_key_writes_for_an_auditor)
{
    int wrote = 0, for_a_clerk = 0;
    act_for(&AUDITOR, 7, &wrote);
    cr_assert_eq(wrote, 0);
    setup();
    act_for(&LAN, 7, &for_a_clerk);
    cr_assert_gt(for_a_clerk, 20, "the same keys would write: %d", for_a_clerk);
}

Test(desk_sign, an_auditor_is_told_why)
{
    sign_in(&AUDITOR);
    world_scan_bhyt(&world, &world.members[0]);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
    cr_assert_eq(world.desk.notice, FAULT_RIGHT_MISSING);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
}

/* Paper writes nothing but a look. */
Test(desk_sign, an_auditor_prints)
{
    world.desk.hospital.printer = true;
    sign_in(&AUDITOR);
    world_scan_bhyt(&world, &world.members[0]);
    world_keys(&world, "g");
    cr_assert_eq(world.desk.mode, MODE_SLIP);
    world_wait(&world, ARM_MS);
    struct wish wish = desk_key(&world.desk, (struct key){PRESS_TEXT, 'p'}, world.now);
    cr_assert_eq(wish.kind, WISH_PRINT);
}
