/* Printing at the desk: one at a time, and what hinders is said. */
#include "core/desk.h"
#include <criterion/criterion.h>
#include <string.h>

static struct desk desk;

static struct wish press(uint64_t now)
{
    return desk_key(&desk, (struct key){PRESS_TEXT, 'p'}, now);
}

static void show_slip(bool printer)
{
    const struct hospital hospital = {.facility = "79014", .printer = printer};
    desk_init(&desk, &hospital);
    desk.open = true;
    desk.mode = MODE_SLIP;
}

Test(desk_print, without_a_printer_it_is_said)
{
    show_slip(false);
    cr_expect_eq(press(1000).kind, WISH_NONE);
    cr_expect_eq(desk.notice, FAULT_PRINTER_NONE);
    cr_expect_not(desk.print_out);
}

Test(desk_print, one_paper_at_a_time)
{
    show_slip(true);
    cr_expect_eq(press(1000).kind, WISH_PRINT);
    cr_expect_eq(desk.printing, PRINT_SLIP);
    cr_expect_eq(press(2000).kind, WISH_NONE);
    cr_expect_eq(desk.notice, FAULT_PRINTER_BUSY);
    desk_printed(&desk, FAULT_NONE, 3000);
    cr_expect(strstr(desk.said, "giấy hướng dẫn"));
    cr_expect_eq(press(4000).kind, WISH_PRINT);
    desk_printed(&desk, FAULT_PRINTER_GONE, 5000);
    cr_expect_eq(desk.notice, FAULT_PRINTER_GONE);
    cr_expect_eq(press(6000).kind, WISH_PRINT);
}

Test(desk_print, a_key_that_bounces_prints_once)
{
    show_slip(true);
    cr_expect_eq(press(1000).kind, WISH_PRINT);
    desk_printed(&desk, FAULT_NONE, 1005);
    cr_expect_eq(press(1010).kind, WISH_NONE);
}

Test(desk_print, the_row_of_the_list_is_printed)
{
    show_slip(true);
    desk.open = false;
    desk.mode = MODE_DIFFICULTIES;
    desk.difficulties_count = 2;
    desk.difficulties_row = 1;
    desk.difficulties[1].number = 7;
    cr_expect_eq(press(1000).kind, WISH_PRINT);
    cr_expect_eq(desk.printing, PRINT_DIFFICULTY);
    cr_expect_eq(desk.answered.number, 7);
}
