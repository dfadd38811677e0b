/* desk_lists: the cursor of a list, today's filters, what its rows may be asked, difficulties and their answers. */
#include "core/desk_inside.h"
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;

static void setup(void)
{
    world_init(&world);
    for (int i = 0; i < DESK_LIST; i++) {
        struct act *act = &world.desk.list[i];
        act->id[0] = (char)('A' + i);
        strcpy(act->counter, i % 2 ? "2" : "1");
        world.desk.difficulties[i].number = 100 - i;
    }
    world.desk.list_count = world.desk.difficulties_count = DESK_LIST;
    world.desk.list_total = world.desk.difficulties_total = 100;
}

TestSuite(desk_lists, .init = setup);

Test(desk_lists, the_cursor_stays_within_and_asks_for_what_is_not_held)
{
    static const struct {
        int at;
        enum press press;
        int top, row;
        bool asks;
    } table[] = {{0, PRESS_UP, 0, 0, false},         {0, PRESS_DOWN, 0, 1, false},
                 {39, PRESS_DOWN, 40, 0, true},      {0, PRESS_PAGE_DOWN, 0, 15, false},
                 {30, PRESS_PAGE_DOWN, 40, 5, true}, {0, PRESS_END, 80, 19, true},
                 {20, PRESS_HOME, 0, 0, false},      {3, PRESS_PAGE_UP, 0, 0, false}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        int top = 0, row = table[i].at;
        bool asks = desk_scroll((struct scroll){&top, &row, DESK_LIST, 100}, table[i].press);
        cr_expect_eq(asks, table[i].asks, "%zu", i);
        cr_expect_eq(top, table[i].top, "%zu", i);
        cr_expect_eq(row, table[i].row, "%zu", i);
    }
}

Test(desk_lists, an_empty_list_has_its_cursor_at_the_head)
{
    int top = 0, row = 7;
    cr_assert_not(desk_scroll((struct scroll){&top, &row, 0, 0}, PRESS_DOWN));
    cr_assert_eq(row, 0);
    row = 7;
    desk_scroll_settle((struct scroll){&top, &row, 3, 3});
    cr_assert_eq(row, 2);
}

Test(desk_lists, a_digit_filters_from_the_head)
{
    world_keys(&world, "<F4><Down><Down>4");
    cr_assert_eq(world.desk.filter, ACT_PROVISIONAL);
    cr_assert_eq(world.desk.list_row, 0);
    cr_assert_eq(world.last.kind, WISH_TODAY);
    world_keys(&world, "<Tab><Tab>");
    cr_assert_eq(world.desk.filter, ACT_ALL);
}

Test(desk_lists, what_was_undone_or_has_no_record_is_not_opened)
{
    world.desk.list[0].undone = true;
    world.desk.list[1].alone = true;
    world_keys(&world, "<F4>");
    cr_assert_not(world_knows(&world.desk, "Enter"));
    cr_assert_not(world_knows(&world.desk, "u"));
    cr_assert_not(world_knows(&world.desk, "g"));
    world_keys(&world, "<Down>");
    cr_assert_not(world_knows(&world.desk, "Enter"));
    cr_assert(world_knows(&world.desk, "u"));
}

Test(desk_lists, undoes_the_row_chosen_when_armed_and_comes_back)
{
    world_keys(&world, "<F4><Down>u");
    cr_assert_eq(world.desk.mode, MODE_UNDO);
    cr_assert_str_eq(world.desk.last.id, "B");
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.undone, 0, "not armed yet");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.undone, 1);
    cr_assert_eq(world.desk.mode, MODE_TODAY);
    cr_assert_eq(world.desk.list_row, 1);
}

Test(desk_lists, a_record_waits_for_the_open_review)
{
    world_scan_bhyt(&world, world_add(&world, WORLD_HOA));
    world_keys(&world, "<F4><Enter>");
    cr_assert_eq(world.desk.mode, MODE_TODAY);
    cr_assert_eq(world.desk.notice, FAULT_REVIEW_OPEN);
}

static void open_record(const char *keys)
{
    struct member *hoa = world_add(&world, WORLD_HOA);
    strcpy(world.kept.at, "2026-11-22T08:41");
    world.kept.intake.kind = CARD_BHYT;
    world.kept.intake.card = world.kept.intake.facts = hoa->facts;
    world_keys(&world, keys);
}

Test(desk_lists, a_record_that_agrees_is_closed_without_an_entry)
{
    open_record("<F4>1<Enter>");
    cr_assert_eq(desk_enter(&world.desk), ENTER_DONE);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count + world.closed, 0);
    cr_assert_eq(world.desk.mode, MODE_TODAY);
    cr_assert_not(world.desk.open);
}

Test(desk_lists, a_provisional_record_may_be_taken_in_whole)
{
    world.kept.intake.status = INTAKE_PROVISIONAL;
    open_record("<F4><Enter>");
    cr_assert_eq(desk_enter(&world.desk), ENTER_REVISE);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 1);
    cr_assert_eq(world.saved[0].status, INTAKE_ADMITTED);
    cr_assert_str_eq(world.saved[0].of, "A");
    cr_assert_eq(world.desk.mode, MODE_TODAY);
}

Test(desk_lists, a_slip_leads_there_and_back)
{
    open_record("<F4><Down>g");
    cr_assert_eq(world.desk.mode, MODE_SLIP);
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_TODAY);
    cr_assert_eq(world.desk.list_row, 1);
    cr_assert_not(world.desk.open);
}

Test(desk_lists, the_day_is_closed_when_armed)
{
    world_keys(&world, "<F4>c<Enter>");
    cr_assert_eq(world.days_closed, 0);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.days_closed, 1);
    cr_assert_eq(world.desk.mode, MODE_TODAY);
}

Test(desk_lists, a_day_that_could_not_be_closed_says_so_and_stays)
{
    world.save_fault = FAULT_STORE_BUSY;
    world_keys(&world, "<F4>c");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_CLOSE);
    cr_assert_eq(world.desk.notice, FAULT_STORE_BUSY);
}

Test(desk_lists, charts_ask_for_the_days_they_show)
{
    world_keys(&world, "<F4>b");
    cr_assert_str_eq(world.desk.statistics.from, "2026-11-22");
    world_keys(&world, "<Left>");
    cr_assert_str_eq(world.desk.statistics.from, "2026-11-16");
    world_keys(&world, "<Left><Left><Left>");
    cr_assert_str_eq(world.desk.statistics.from, "2026-10-23", "31 days and no more");
    cr_assert_str_eq(world.desk.statistics.to, "2026-11-22");
}

Test(desk_lists, a_difficulty_is_sent_when_armed)
{
    world_keys(&world, "<F11><Down><Enter>");
    cr_assert_eq(world.desk.mode, MODE_ANSWER);
    cr_assert_eq(world.desk.answered.number, 99);
    world_keys(&world, "s<Enter>");
    cr_assert_eq(world.answered, 0, "not armed yet");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.answered, 1);
    cr_assert_eq(world.desk.answered.state, DIFFICULTY_SENT);
    cr_assert_eq(world.desk.mode, MODE_DIFFICULTIES);
}

Test(desk_lists, an_empty_answer_is_none)
{
    world_keys(&world, "<F11><Enter>a");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_LINE_EMPTY);
    cr_assert_eq(world.answered, 0);
}

Test(desk_lists, what_is_typed_of_an_answer_outlives_a_scan_but_is_no_others)
{
    world_keys(&world, "<F11><Enter>aso 12");
    world_scan_bhyt(&world, world_add(&world, WORLD_HOA));
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_str_eq(world.desk.line.text, "");
    world_keys(&world, "<F11><Enter>a");
    cr_assert_str_eq(world.desk.reply.text, "so 12");
    world_keys(&world, "<Esc><Esc><Down><Enter>a");
    cr_assert_str_eq(world.desk.reply.text, "");
}

Test(desk_lists, a_difficulty_asks_text_and_phone)
{
    world_scan_bhyt(&world, world_add(&world, WORLD_HOA));
    world_keys(&world, "vabc<Tab>09");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.notice, FAULT_PHONE_INVALID);
    world_keys(&world, "12345678");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.difficulties, 1);
    cr_assert_str_eq(world.desk.intake.difficulty_text, "abc");
    cr_assert_str_eq(world.desk.intake.contact.phone, "0912345678");
    cr_assert_str_eq(world.desk.review.contact.phone, "0912345678");
}
