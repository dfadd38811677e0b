/* text: UTF-8 well-formed and not, cleaned, folded, measured. */
#include "core/text.h"
#include "../fuzz/rounds.h"
#include <criterion/criterion.h>

#include "../fuzz/text.c"

#define COUNT(table) (sizeof table / sizeof *table)

Test(text, reader_takes_one_code_point_or_one_bad_byte)
{
    static const struct {
        const char *bytes;
        size_t took;
        int32_t rune;
    } table[] = {
        {"A", 1, 'A'},
        {"\x7f", 1, 0x7F},
        {"\xc2\x80", 2, 0x80},
        {"\xdf\xbf", 2, 0x7FF},
        {"\xe0\xa0\x80", 3, 0x800},
        {"\xe1\xba\xad", 3, 0x1EAD},
        {"\xed\x9f\xbf", 3, 0xD7FF},
        {"\xee\x80\x80", 3, 0xE000},
        {"\xef\xbf\xbf", 3, 0xFFFF},
        {"\xf0\x90\x80\x80", 4, 0x10000},
        {"\xf4\x8f\xbf\xbf", 4, 0x10FFFF},
        /* overlong */
        {"\xc0\x80", 1, -1},
        {"\xc1\xbf", 1, -1},
        {"\xe0\x9f\xbf", 1, -1},
        {"\xf0\x8f\xbf\xbf", 1, -1},
        /* surrogates, above U+10FFFF, no first byte */
        {"\xed\xa0\x80", 1, -1},
        {"\xed\xbf\xbf", 1, -1},
        {"\xf4\x90\x80\x80", 1, -1},
        {"\xf5\x80\x80\x80", 1, -1},
        {"\x80", 1, -1},
        {"\xff", 1, -1},
        /* cut short */
        {"\xc3", 1, -1},
        {"\xe1\xba", 1, -1},
        {"\xe1\xba|", 1, -1},
        {"\xf0\x90\x80", 1, -1},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        int32_t rune = 0;
        size_t len = strlen(table[i].bytes);
        cr_assert_eq(text_next(table[i].bytes, len, &rune), table[i].took, "row %zu", i);
        cr_assert_eq(rune, table[i].rune, "row %zu", i);
        cr_assert_eq(text_valid(table[i].bytes, len), table[i].rune >= 0, "row %zu", i);
        cr_assert_eq(text_next(table[i].bytes, 4, &rune), table[i].took, "row %zu reads past its NUL", i);
    }
    int32_t rune = 0;
    cr_assert_eq(text_next("A", 0, &rune), 0);
    cr_assert_eq(rune, -1);
    cr_assert(text_valid("", 0));
    cr_assert_not(text_valid("ab\xff", 3));
    cr_assert_not(text_valid("\xff"
                             "ab",
                             3));
}

Test(text, copy_is_whole_or_nothing)
{
    char out[4] = "?";
    cr_assert_eq(text_copy(out, sizeof out, "abc"), FAULT_NONE);
    cr_assert_str_eq(out, "abc");
    cr_assert_eq(text_copy(out, sizeof out, "abcd"), FAULT_TOO_LONG);
    cr_assert_str_eq(out, "");
    cr_assert_eq(text_copy(out, 0, ""), FAULT_TOO_LONG);
}

Test(text, clean_is_what_may_be_shown)
{
    static const char *const table[][2] = {
        {"Nguyễn Thị Hòa", "Nguyễn Thị Hòa"},
        {"  Nguyễn \t Thị\r\n", "Nguyễn Thị"},
        {"", ""},
        {" \t\n", ""},
        {"a\u00A0b\u2003c\u3000d\u2028e\u2029f", "a b c d e f"},
        /* composed, whatever the order of the marks */
        {"Nguye\u0302\u0303n", "Nguyễn"},
        {"e\u0323\u0302", "ệ"},
        {"e\u0302\u0323", "ệ"},
        {"u\u031B\u0323", "ự"},
        {"\u0340a\u0340", "\u0300à"},
        {"H'\u1E2Ar\u00CA\u0306", "H'Ḫr\u00CA\u0306"},
        {"\u212B", "\u00C5"},
        /* what drives a terminal becomes a space */
        {"a\x1b[31mb", "a [31mb"},
        {"a\x07\x7f\xc2\x85\xc2\x9b"
         "b",
         "a b"},
        /* what deceives the eye vanishes */
        {"\uFEFF"
         "An\u200B Bình\u00AD",
         "An Bình"},
        {"A\u202En\u202C\u2066\u2069", "An"},
        {"a\u200D\u0301", "á"},
        {"a\uFE0F\u034F\U000E0041", "a"},
        {"\u200B \u200B", ""},
        /* spaces around what vanished are one */
        {"a \u200B b", "a b"},
        {"\u1100\u1161", "가"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        char out[64];
        cr_assert_eq(text_clean(out, sizeof out, table[i][0], strlen(table[i][0])), FAULT_NONE, "row %zu", i);
        cr_assert_str_eq(out, table[i][1], "row %zu: '%s'", i, out);
    }
}

Test(text, clean_takes_a_nul_for_a_control)
{
    char out[8];
    cr_assert_eq(text_clean(out, sizeof out, "a\0b", 3), FAULT_NONE);
    cr_assert_str_eq(out, "a b");
    cr_assert_eq(text_clean(out, sizeof out, "\u0302\0b", 4), FAULT_NONE);
    cr_assert_str_eq(out, "\u0302 b");
}

Test(text, clean_refuses_broken_bytes)
{
    static const char *const table[] = {"a\xff", "\xe1\xba", "Nguye\u0302\u0303n\xc0\x80", "\xed\xa0\x80"};
    for (size_t i = 0; i < COUNT(table); i++) {
        char out[8] = "?";
        cr_assert_eq(text_clean(out, sizeof out, table[i], strlen(table[i])), FAULT_TEXT_INVALID, "row %zu",
                     i);
        cr_assert_str_eq(out, "");
    }
}

Test(text, clean_never_cuts)
{
    char out[16] = "?";
    cr_assert_eq(text_clean(out, 4, " abc ", 5), FAULT_NONE);
    cr_assert_eq(text_clean(out, 4, " abcd ", 6), FAULT_TOO_LONG);
    cr_assert_str_eq(out, "");
    cr_assert_eq(text_clean(out, 4, "a be\u0302", 6), FAULT_TOO_LONG);
    cr_assert_eq(text_clean(out, 0, "", 0), FAULT_TOO_LONG);
    static char marks[TEXT_RUNES_MAX * 2 + 3], wide[sizeof marks];
    for (size_t i = 0; i + 2 < sizeof marks; i += 2) {
        memcpy(marks + i, "\u0301", 2);
    }
    cr_assert_eq(text_clean(wide, sizeof wide, marks, TEXT_RUNES_MAX * 2), FAULT_NONE);
    cr_assert_eq(strlen(wide), TEXT_RUNES_MAX * 2);
    cr_assert_eq(text_clean(wide, sizeof wide, marks, TEXT_RUNES_MAX * 2 + 2), FAULT_TOO_LONG);
}

Test(text, fold_leaves_letters_and_digits)
{
    static const char *const table[][2] = {
        {"NGUYỄN THỊ HÒA", "nguyen thi hoa"},
        {"Nguyễn Thị Hoà", "nguyen thi hoa"},
        {"Nguye\u0302\u0303n", "nguyen"},
        {"Đặng \u00D0ặng \u0189ặng đ\u00F0\u0256", "dang dang dang ddd"},
        {"Y Ê\u0306 Ŏ Č Ƀƀ Ơ\u0306 Ñ H'Ŭ", "y e o c bb o n h u"},
        {"5/12A Lê Lợi, P. Bến-Nghé", "5 12a le loi p ben nghe"},
        {"  -- An -- ", "an"},
        {"...", ""},
        {"", ""},
        {"ư ứ ừ ử ữ ự ơ ớ ờ ở ỡ ợ", "u u u u u u o o o o o o"},
        {"ắ ằ ẳ ẵ ặ ấ ầ ẩ ẫ ậ ế ề ể ễ ệ ố ồ ổ ỗ ộ", "a a a a a a a a a a e e e e e o o o o o"},
        {"í ì ỉ ĩ ị ý ỳ ỷ ỹ ỵ", "i i i i i y y y y y"},
        {"Straße Ǽ ʼn", "straße æ n"},
        {"ΐ Ж 漢字 가", "ι ж 漢字 가"},
        {"a\xff"
         "b",
         "a b"},
        {"a\u200Bb", "ab"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        char out[128];
        cr_assert_eq(text_fold(out, sizeof out, table[i][0]), FAULT_NONE);
        cr_assert_str_eq(out, table[i][1], "'%s' gives '%s'", table[i][0], out);
    }
    char out[3] = "?";
    cr_assert_eq(text_fold(out, sizeof out, "Hòa"), FAULT_TOO_LONG);
    cr_assert_str_eq(out, "");
}

/* Folding by the table and folding by Unicode's decompositions agree wherever
 * Unicode decomposes to a letter. */
Test(text, fold_agrees_with_unicode)
{
    for (int32_t rune = 0xA0; rune < 0x1F00; rune = rune == 0x24F ? 0x1E00 : rune + 1) {
        char in[5] = "", out[8];
        text_put(in, rune);
        utf8proc_uint8_t *base = NULL;
        utf8proc_ssize_t len =
            utf8proc_map((const utf8proc_uint8_t *)in, 0, &base,
                         UTF8PROC_NULLTERM | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
        cr_assert(len > 0 && text_fold(out, sizeof out, in) == FAULT_NONE);
        if (len == 1 && base[0] >= 'a' && base[0] <= 'z') {
            cr_assert_str_eq(out, (char *)base, "U+%04X", (unsigned)rune);
        } else if (out[0] && !out[1]) {
            cr_assert(strstr("ÐðĐđĦħıŁłØøŦŧƀƁƉƊƗƚƵƶǤǥȡȺȻȼȽȾɃɄɆɇɈɉɌɍɎɏǾǿ", in),
                      "U+%04X is no letter with a stroke", (unsigned)rune);
        }
        free(base);
    }
}

/* Each code point alone: the promises of the header that a sample could miss. */
Test(text, every_code_point_keeps_the_promises)
{
    for (int32_t rune = 1; rune <= 0x10FFFF; rune = rune == 0xD7FF ? 0xE000 : rune + 1) {
        char in[5] = "", folded[16], again[16], clean[16], cleaner[16];
        size_t len = text_put(in, rune);
        cr_assert_eq(text_clean(clean, sizeof clean, in, len), FAULT_NONE, "U+%04X", (unsigned)rune);
        cr_assert(text_clean(cleaner, sizeof cleaner, clean, strlen(clean)) == FAULT_NONE &&
                      strcmp(clean, cleaner) == 0,
                  "U+%04X", (unsigned)rune);
        cr_assert(text_fold(folded, strlen(clean) + 1, clean) == FAULT_NONE, "U+%04X folds longer",
                  (unsigned)rune);
        cr_assert(text_fold(again, sizeof again, folded) == FAULT_NONE && strcmp(folded, again) == 0,
                  "U+%04X", (unsigned)rune);
    }
}

Test(text, columns_of_a_terminal)
{
    static const struct {
        const char *text;
        int columns;
    } table[] = {
        {"", 0},  {"Hòa", 3},    {"Nguyễn", 6}, {"e\u0323\u0302", 1}, {"漢字", 4}, {"\u0301", 0},
        {"…", 1}, {"✓ khớp", 6}, {"가", 2},     {"\uE000", 1},        {"ＡＢ", 4}, {"a\xff", 2},
        {"●", 1}, {"─", 1},      {"😀", 2},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        cr_assert_eq(text_columns(table[i].text), table[i].columns, "'%s'", table[i].text);
    }
}

Test(text, clip_marks_what_it_left_out)
{
    static const struct {
        const char *in;
        size_t cap;
        int columns;
        const char *out;
    } table[] = {
        {"Nguyễn Thị Hòa", 64, 14, "Nguyễn Thị Hòa"},
        {"Nguyễn Thị Hòa", 64, 13, "Nguyễn Thị H…"},
        {"Nguyễn Thị Hòa", 64, 6, "Nguyễ…"},
        {"Nguyễn", 64, 1, "…"},
        {"Nguyễn", 64, 0, ""},
        {"Nguyễn", 64, -1, ""},
        {"", 64, 0, ""},
        {"e\u0323\u0302a", 64, 1, "…"},
        {"e\u0323\u0302ab", 64, 2, "e\u0323\u0302…"},
        {"e\u0323\u0302", 64, 1, "e\u0323\u0302"},
        {"漢字漢", 64, 4, "漢…"},
        {"漢字漢", 64, 5, "漢字…"},
        {"漢字", 64, 1, "…"},
        /* the buffer is the limit */
        {"Nguyễn", 9, 64, "Nguyễn"},
        {"Nguyễn", 8, 64, "Nguy…"},
        {"Nguyễn", 4, 64, "…"},
        {"Nguyễn", 3, 64, ""},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        char out[64] = "?";
        text_clip(out, table[i].cap, table[i].in, table[i].columns);
        cr_assert_str_eq(out, table[i].out, "row %zu: '%s'", i, out);
    }
}

Test(text, a_step_is_a_letter_with_its_marks)
{
    static const char text[] = "Be\u0323\u0302n\u1EC7";
    static const size_t stops[] = {0, 1, 6, 7, 10};
    for (size_t i = 0; i + 1 < COUNT(stops); i++) {
        cr_assert_eq(text_after(text, stops[i]), stops[i + 1]);
        cr_assert_eq(text_before(text, stops[i + 1]), stops[i]);
    }
    cr_assert_eq(text_before(text, 0), 0);
    cr_assert_eq(text_after(text, 10), 10);
}

Test(text, holds_for_mutated_bytes)
{
    static const char *const samples[] = {
        "",
        "Nguyễn Thị Hòa",
        "Nguye\u0302\u0303n  Thi\u0323 Hoa\u0300",
        "5/12A Lê Lợi, P. Bến Nghé,\u00A0Q.1\r\n",
        "\u00CA\u0306 \u014E \u010C \u0243 \u0189 \u00D0 \u0149 \u0390 \u1E9E \uFB03",
        "\uFEFFa\u200B\u200D\u202E\u2066\u00AD\uFE0F\u0340\u0344\u0600\u115F",
        "\u1100\u1161\u11A8 \u0915\u094D\u0937 \u09C7\u09BE 漢字 ＡＢ \U0001F600\U000E0041\uFFFF",
        "\x1b[31m\x07\x7f\xc2\x85\xc2\x9b \xe1\xba \xc0\x80 \xed\xa0\x80 \xf4\x90\x80\x80 \xff",
    };
    rounds_run(LLVMFuzzerTestOneInput, samples, COUNT(samples), 4000);
}
