/* name: the pairs stand in name.case; here what no pair can say. */
#include "core/name.h"
#include "core/field.h"
#include "core/text.h"
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
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        cr_assert_eq(name_compare(PAIRS[i][0], PAIRS[i][1]), name_compare(PAIRS[i][1], PAIRS[i][0]), "%s",
                     PAIRS[i][0]);
    }
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
    for (size_t i = 0; i + 2 < sizeof a; i += 2) {
        memcpy(a + i, "ß", 3);
    }
    memset(b, 's', sizeof b - 2);
    b[sizeof b - 2] = '\0';
    cr_assert_eq(name_compare(a, b), NAME_SAME);
}

static const char *const NAMES[] = {"Nguyễn Thị Ánh Đào", "LÊ THỊ HÒA",    "Lê Thị Hoà",
                                    "Đặng Đình Đức",      "Hồ Ý Ái",       "VÕ THÚY QUỲNH ÂU",
                                    "H'Hen Niê",          "Phạm Quý Khoẻ", "Trương Ơn"};
enum { NAME_COUNT = sizeof NAMES / sizeof *NAMES };

/* `name` without those of its letters beyond ASCII that `chosen` has a bit for; returns how many went. */
static int drop_untypable(const char *name, unsigned chosen, char out[NAME_SIZE])
{
    char raw[NAME_SIZE];
    size_t len = 0;
    int dropped = 0, seen = 0;
    for (size_t took; *name; name += took) {
        int32_t rune;
        took = text_next(name, strlen(name), &rune);
        if (rune >= 128 && chosen >> seen++ & 1) {
            dropped++;
            continue;
        }
        memcpy(raw + len, name, took);
        len += took;
    }
    cr_assert_eq(text_clean(out, NAME_SIZE, raw, len), FAULT_NONE);
    return dropped;
}

Test(name, any_letters_beyond_ascii_may_be_missing)
{
    for (int i = 0; i < NAME_COUNT; i++) {
        for (unsigned chosen = 0; chosen < 64; chosen++) {
            char card[NAME_SIZE];
            int dropped = drop_untypable(NAMES[i], chosen, card);
            cr_expect_eq(name_compare(card, NAMES[i]), dropped ? NAME_INCOMPLETE : NAME_SAME, "%s", card);
        }
    }
}

Test(name, a_letter_of_ascii_is_never_missing)
{
    for (int i = 0; i < NAME_COUNT; i++) {
        size_t len = strlen(NAMES[i]);
        for (size_t k = 0; k < len; k++) {
            char card[NAME_SIZE];
            memcpy(card, NAMES[i], k);
            memcpy(card + k, NAMES[i] + k + 1, len - k);
            bool letter =
                ((unsigned char)NAMES[i][k] | 32) >= 'a' && ((unsigned char)NAMES[i][k] | 32) <= 'z';
            if (letter) {
                cr_expect_geq(name_compare(card, NAMES[i]), NAME_PARTIAL, "%s", card);
            }
        }
    }
}

Test(name, a_folded_name_has_lost_its_marks)
{
    for (int i = 0; i < NAME_COUNT; i++) {
        char card[NAME_SIZE];
        cr_assert_eq(text_fold(card, sizeof card, NAMES[i]), FAULT_NONE);
        cr_expect_eq(name_compare(card, NAMES[i]), NAME_DIACRITICS, "%s", card);
    }
}
