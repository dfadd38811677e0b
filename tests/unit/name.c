#include "core/name.h"
#include "core/field.h"
#include <criterion/criterion.h>
#include <string.h>

TestSuite(name);

Test(name, decomposed_letters_are_the_same_letters)
{
    cr_assert_eq(name_compare("H'Me\u0302\u0306 Niê", "H'M\u00CA\u0306 NIÊ"), NAME_SAME);
    cr_assert_eq(name_compare("Nguye\u0302\u0303n", "Nguyễn"), NAME_SAME);
    cr_assert_eq(name_compare("C\u030Cam", "\u010Cam"), NAME_SAME);
}

Test(name, only_incomplete_depends_on_the_order)
{
    static const char *const PAIRS[][2] = {{"Nguyễn Thị Hoà", "NGUYỄN THỊ HÒA"},
                                           {"Lý Mỹ", "LÍ MĨ"},
                                           {"Nguyen Van An", "NGUYỄN VĂN AN"},
                                           {"Nguyễn An", "NGUYỄN VĂN AN"},
                                           {"Trần Văn An", "LÊ THỊ BÌNH"}};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        cr_assert_eq(name_compare(PAIRS[i][0], PAIRS[i][1]), name_compare(PAIRS[i][1], PAIRS[i][0]), "%s",
                     PAIRS[i][0]);
    cr_assert_eq(name_compare("Nguyn", "Nguyễn"), NAME_INCOMPLETE);
    cr_assert_neq(name_compare("Nguyễn", "Nguyn"), NAME_INCOMPLETE);
}

Test(name, text_without_letters_is_no_name)
{
    cr_assert_eq(name_compare("...", "..."), NAME_SAME);
    cr_assert_eq(name_compare("...", "Nguyễn Văn An"), NAME_DIFFERENT);
    cr_assert_eq(name_compare("Nguyễn Văn An", "-"), NAME_DIFFERENT);
    cr_assert_eq(name_compare("\u0301", "Nguyễn Văn An"), NAME_DIFFERENT);
}

Test(name, the_longest_name_is_compared_whole)
{
    char a[NAME_SIZE], b[NAME_SIZE];
    memset(a, 'a', sizeof a - 1);
    a[sizeof a - 1] = '\0';
    memcpy(b, a, sizeof b);
    cr_assert_eq(name_compare(a, b), NAME_SAME);
    b[0] = 'b';
    cr_assert_eq(name_compare(a, b), NAME_DIFFERENT);
    memcpy(b, a, sizeof b);
    b[100] = '-';
    cr_assert_eq(name_compare(a, b), NAME_DIFFERENT);
}

/* A folded letter can be two: a name full of them must still fit. */
Test(name, letters_that_unfold_fit)
{
    char a[NAME_SIZE] = "", b[NAME_SIZE];
    for (size_t i = 0; i + 2 < sizeof a; i += 2)
        memcpy(a + i, "ß", 3);
    memset(b, 's', sizeof b - 2);
    b[sizeof b - 2] = '\0';
    cr_assert_eq(name_compare(a, b), NAME_SAME);
}
