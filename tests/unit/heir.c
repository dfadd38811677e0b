/* heir: chains of facility codes. */
#include "core/heir.h"
#include <criterion/criterion.h>
#include <string.h>

TestSuite(heir);

#define COUNT(array) (sizeof(array) / sizeof *(array))

Test(heir, follows_a_chain_to_its_end_in_any_order)
{
    struct facility_heir heirs[] = {{"79003", "79004"}, {"79001", "79002"}, {"79002", "79003"}};
    struct hospital hospital = {.heirs = heirs, .heir_count = (int)heirs_settle(heirs, COUNT(heirs))};
    cr_assert_eq(hospital.heir_count, 3);
    cr_expect_str_eq(heir_of(&hospital, "79001"), "79004");
    cr_expect_str_eq(heir_of(&hospital, "79002"), "79004");
    cr_expect_str_eq(heir_of(&hospital, "79003"), "79004");
    cr_expect_str_eq(heir_of(&hospital, "79004"), "79004");
    cr_expect_str_eq(heir_of(&hospital, "01C54"), "01C54");
}

Test(heir, leaves_out_what_runs_in_a_circle)
{
    struct facility_heir heirs[] = {
        {"79001", "79002"}, {"79002", "79001"}, {"79003", "79001"}, {"79004", "79004"}, {"79005", "79006"}};
    struct hospital hospital = {.heirs = heirs, .heir_count = (int)heirs_settle(heirs, COUNT(heirs))};
    cr_assert_eq(hospital.heir_count, 1);
    cr_expect_str_eq(heir_of(&hospital, "79003"), "79003");
    cr_expect_str_eq(heir_of(&hospital, "79005"), "79006");
}

Test(heir, without_a_list_every_code_is_its_own)
{
    struct hospital hospital = {0};
    cr_expect_eq(heirs_settle(NULL, 0), 0);
    cr_expect_str_eq(heir_of(&hospital, "79001"), "79001");
    cr_expect_str_eq(heir_of(&hospital, ""), "");
}
