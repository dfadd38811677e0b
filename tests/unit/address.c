/* address: the pairs stand in address.case; here what no pair can say. */
#include "core/address.h"
#include "core/field.h"
#include <criterion/criterion.h>
#include <string.h>

static enum address_level level(const char *a, const char *b)
{
    struct address_match match;
    address_compare(NULL, "2026-11-20", a, b, &match);
    return match.level;
}

Test(address, order_of_the_sides_does_not_matter)
{
    static const char *const PAIRS[][2] = {
        {"5 Lê Lợi, P4, Q1, TP.HCM", "5 Lê Lợi, Phường 4, Quận 1, Thành phố Hồ Chí Minh"},
        {"Xã Tân Phú", "Phường Tân Phú"},
        {"Tân Phú", "Xã Tân Phú"},
        {"5 Le Loi", "5 Lê Lợi"},
        {"5 Lê Lợi", "15 Lê Lợi"}};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        cr_assert_eq(level(PAIRS[i][0], PAIRS[i][1]), level(PAIRS[i][1], PAIRS[i][0]), "%s", PAIRS[i][0]);
    }
}

Test(address, text_without_words_is_no_address)
{
    cr_assert_eq(level("-", ","), ADDRESS_DIFFERENT);
    cr_assert_eq(level(",,", ",,"), ADDRESS_SAME);
    cr_assert_eq(level("...", "5 Lê Lợi"), ADDRESS_DIFFERENT);
}

/* Digits and letters in turn make the most words a text can have. */
Test(address, the_longest_address_is_compared_whole)
{
    char a[ADDRESS_SIZE], b[ADDRESS_SIZE];
    for (size_t i = 0; i < sizeof a; i++) {
        a[i] = i % 2 ? '7' : 'a';
    }
    a[sizeof a - 1] = '\0';
    memcpy(b, a, sizeof b);
    cr_assert_eq(level(a, b), ADDRESS_SAME);
    b[501] = '8';
    cr_assert_eq(level(a, b), ADDRESS_DIFFERENT);
    b[501] = '7';
    b[502] = 'A';
    cr_assert_eq(level(a, b), ADDRESS_SAME);
    b[sizeof b - 2] = '\0';
    cr_assert_eq(level(a, b), ADDRESS_DIFFERENT);
}
