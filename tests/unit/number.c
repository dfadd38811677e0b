/* number: every shape, and what its digits say. */
#include "core/number.h"
#include <criterion/criterion.h>

static const struct {
    const char *in, *number;
    enum number_kind kind;
    const char *bhxh, *cccd;
    char benefit;
} numbers[] = {
    {"DN4790123456789", "DN4790123456789", NUMBER_CARD15, "0123456789", "", '4'},
    {"dn 4 79 0123456789", "DN4790123456789", NUMBER_CARD15, "0123456789", "", '4'},
    {" DN-4-79-01234.56789 ", "DN4790123456789", NUMBER_CARD15, "0123456789", "", '4'},
    {"QN5970000000001", "QN5970000000001", NUMBER_CARD15, "0000000001", "", '5'},
    {"TE1790123456789", "TE1790123456789", NUMBER_CARD15, "0123456789", "", '1'},
    {"GD479001095012345", "GD479001095012345", NUMBER_CARD17, "", "001095012345", '4'},
    {"0123456789", "0123456789", NUMBER_BHXH, "0123456789", "", 0},
    {"01 23.456-789", "0123456789", NUMBER_BHXH, "0123456789", "", 0},
    {"001 095 012 345", "001095012345", NUMBER_CCCD, "", "001095012345", 0},
    /* no kind fits */
    {.in = ""},
    {.in = "-"},
    {.in = "DN0790123456789"},
    {.in = "DN6790123456789"},
    {.in = "DN4000123456789"},
    {.in = "DN4980123456789"},
    {.in = "D14790123456789"},
    {.in = "DN479012345678"},
    {.in = "DN47901234567890"},
    {.in = "DN479012345678X"},
    {.in = "DN4A90123456789"},
    {.in = "ĐN479012345678"},
    {.in = "123456789"},
    {.in = "01234567890"},
    {.in = "01234567X9"},
    {.in = "0123456789012345678901234567890"},
    {.in = "0123456789\n"},
};

Test(number, reads_what_a_clerk_types)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char got[NUMBER_SIZE] = "before", bhxh[BHXH_SIZE], cccd[CCCD_SIZE];
        enum number_kind kind = NUMBER_NONE;
        enum fault fault = number_read(numbers[i].in, got, &kind);
        cr_assert_eq(kind, numbers[i].kind, "'%s'", numbers[i].in);
        if (!numbers[i].number) {
            cr_assert_eq(fault, FAULT_NUMBER_INVALID, "'%s'", numbers[i].in);
            cr_assert_str_eq(got, "before");
            continue;
        }
        cr_assert_eq(fault, FAULT_NONE, "'%s'", numbers[i].in);
        cr_assert_str_eq(got, numbers[i].number);
        number_bhxh(got, bhxh);
        number_cccd(got, cccd);
        cr_assert_str_eq(bhxh, numbers[i].bhxh);
        cr_assert_str_eq(cccd, numbers[i].cccd);
        cr_assert_eq(number_benefit(got), numbers[i].benefit);
    }
}

Test(number, parts_of_no_number_are_empty)
{
    char bhxh[BHXH_SIZE], cccd[CCCD_SIZE];
    number_bhxh("DN9", bhxh);
    number_cccd("", cccd);
    cr_assert_str_eq(bhxh, "");
    cr_assert_str_eq(cccd, "");
    cr_assert_eq(number_benefit(""), 0);
}

Test(number, facility_is_five_characters_of_text)
{
    static const char *const table[][2] = {
        {"79 - 014", "79014"}, {"01 - C54", "01C54"}, {"01-c54", "01C54"}, {"79000", "79000"},
        {" 01 043 ", "01043"}, {"1043", NULL},        {"790145", NULL},    {"", NULL},
        {"C1054", NULL},       {"7A014", NULL},       {"79/014", NULL},    {"79Đ14", NULL},
        {"79 BV Mẫu", NULL},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char got[FACILITY_SIZE] = "kept";
        enum fault fault = number_facility(table[i][0], got);
        cr_assert_eq(fault, table[i][1] ? FAULT_NONE : FAULT_VALUE_INVALID, "'%s'", table[i][0]);
        cr_assert_str_eq(got, table[i][1] ? table[i][1] : "kept");
    }
}

Test(number, shows_cards_in_groups)
{
    static const char *const table[][2] = {
        {"DN4790123456789", "DN 4 79 0123456789"},
        {"GD479001095012345", "GD 4 79 001095012345"},
        {"0123456789", "0123456789"},
        {"001095012345", "001095012345"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char out[NUMBER_SIZE + 3];
        number_show(table[i][0], out);
        cr_assert_str_eq(out, table[i][1]);
    }
}

Test(number, cccd_tells_birth_year_and_gender)
{
    static const struct {
        const char *cccd;
        int year;
        const char *gender;
    } table[] = {
        {"001095012345", 1995, "male"},   {"079185012345", 1985, "female"}, {"079203012345", 2003, "male"},
        {"079310012345", 2010, "female"}, {"079400012345", 2100, "male"},   {"079599012345", 2199, "female"},
        {"079985012345", 2385, "female"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        cr_assert_eq(number_cccd_year(table[i].cccd), table[i].year);
        cr_assert_str_eq(number_cccd_gender(table[i].cccd), table[i].gender);
    }
}
