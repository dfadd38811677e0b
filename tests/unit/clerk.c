/* clerk: who may do what, and how long a wrong PIN makes wait. */
#include "core/clerk.h"
#include <criterion/criterion.h>
#include <string.h>

Test(clerk, an_auditor_only_looks)
{
    cr_assert(role_may(ROLE_AUDITOR, RIGHT_LISTS));
    cr_assert(role_may(ROLE_AUDITOR, RIGHT_STATISTICS));
    cr_assert_not(role_may(ROLE_AUDITOR, RIGHT_TAKE_IN));
    cr_assert_not(role_may(ROLE_AUDITOR, RIGHT_UNDO_OTHERS));
    cr_assert_not(role_may(ROLE_AUDITOR, RIGHT_ANSWER));
    cr_assert_not(role_may(ROLE_AUDITOR, RIGHT_CLOSE_DAY));
}

Test(clerk, what_is_anothers_or_the_whole_days_is_the_heads)
{
    cr_assert(role_may(ROLE_CLERK, RIGHT_TAKE_IN));
    cr_assert_not(role_may(ROLE_CLERK, RIGHT_UNDO_OTHERS));
    cr_assert_not(role_may(ROLE_CLERK, RIGHT_CLOSE_DAY));
    cr_assert_not(role_may(ROLE_CLERK, RIGHT_STATISTICS));
    for (enum right right = RIGHT_TAKE_IN; right <= RIGHT_LISTS; right++) {
        cr_assert(role_may(ROLE_HEAD, right), "right %d", right);
    }
}

Test(clerk, roles_are_read_by_the_name_they_are_written_by)
{
    for (enum role role = 0; role < ROLE_COUNT; role++) {
        enum role read = ROLE_COUNT;
        cr_assert(role_read(role_code(role), &read));
        cr_assert_eq(read, role);
    }
    enum role kept = ROLE_AUDITOR;
    cr_assert_not(role_read("root", &kept));
    cr_assert_eq(kept, ROLE_AUDITOR);
}

Test(clerk, a_name_is_small_letters_and_digits)
{
    cr_assert(clerk_login_valid("lan.nguyen-2_a"));
    cr_assert_not(clerk_login_valid(""));
    cr_assert_not(clerk_login_valid("Lan"));
    cr_assert_not(clerk_login_valid("lan nguyen"));
    cr_assert_not(clerk_login_valid("lân"));
    cr_assert(clerk_login_valid("a234567890123456789012345678901"));
    cr_assert_not(clerk_login_valid("a2345678901234567890123456789012"));
}

Test(clerk, a_pin_is_what_every_keyboard_types_alike)
{
    cr_assert(clerk_pin_valid("2468"));
    cr_assert(clerk_pin_valid("a-B~!"));
    cr_assert_not(clerk_pin_valid("246"));
    cr_assert_not(clerk_pin_valid("24 68"));
    cr_assert_not(clerk_pin_valid("24đ68"));
    cr_assert(clerk_pin_valid("12345678901234567890123456789012"));
    cr_assert_not(clerk_pin_valid("123456789012345678901234567890123"));
}

Test(clerk, two_wrong_pins_are_free_and_the_wait_doubles_to_five_minutes)
{
    static const int seconds[] = {0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300};
    for (int i = 0; i < (int)(sizeof seconds / sizeof *seconds); i++) {
        cr_assert_eq(clerk_delay(i), seconds[i], "%d wrong: %d", i, clerk_delay(i));
    }
    cr_assert_eq(clerk_delay(1000000), 300);
}
