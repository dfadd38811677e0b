/* letter: the tables beside utf8proc; spellings that must come out alike. */
#include "core/letter.h"
#include "core/letter_known.h"
#include "core/text.h"
#include <criterion/criterion.h>
#include <string.h>
#include <utf8proc.h>

enum { MAX = 64 };

static void assert_alike(const char *a, const char *b)
{
    struct letter x[MAX], y[MAX];
    size_t count = letters_read(x, MAX, a);
    cr_assert_eq(letters_read(y, MAX, b), count, "%s", a);
    for (size_t i = 0; i < count; i++) {
        cr_assert(letter_equal(&x[i], &y[i]) && x[i].gap == y[i].gap, "%s beside %s", a, b);
    }
}

static void spell(const int32_t *runes, utf8proc_ssize_t count, char out[MAX])
{
    size_t len = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        len += text_put(out + len, runes[i]);
    }
    out[len] = '\0';
}

/* Every letter of the tables reads as what Unicode decomposes it into; đ it does not decompose. */
Test(letter, tables_say_what_unicode_says)
{
    int known = 0;
    for (int32_t rune = 128; rune < 0x3000; rune++) {
        int32_t part[8];
        int boundary = 0;
        char composed[MAX], apart[MAX];
        if (letter_known(rune).base == 0) {
            continue;
        }
        known++;
        spell(&rune, 1, composed);
        spell(part, utf8proc_decompose_char(rune, part, 8, UTF8PROC_DECOMPOSE, &boundary), apart);
        cr_assert(rune == 0x110 || rune == 0x111 || strlen(apart) > 2, "U+%04X", (unsigned)rune);
        assert_alike(composed, apart);
    }
    cr_assert_eq(known, 134);
}

Test(letter, beyond_the_tables_unicode_folds)
{
    assert_alike("ŰÑÇ", "űñç");
    assert_alike("Straße", "STRASSE");
    assert_alike("Ｑ１", "Ｑ１");
}

Test(letter, stroke_and_its_lookalikes_settle_alike)
{
    struct letter at[3];
    cr_assert_eq(letters_read(at, 3, "đðƉ"), 3);
    letters_settle(at, 3);
    cr_assert(letter_equal(&at[0], &at[1]) && letter_equal(&at[1], &at[2]));
}

Test(letter, the_last_sign_of_a_gap_counts_and_outranks_a_space)
{
    struct letter at[4];
    cr_assert_eq(letters_read(at, 4, "a , b - c…d"), 4);
    cr_assert_eq(at[0].gap, ' ');
    cr_assert_eq(at[1].gap, ',');
    cr_assert_eq(at[2].gap, '-');
    cr_assert_eq(at[3].gap, '?');
}

Test(letter, no_more_than_asked_and_broken_bytes_are_skipped)
{
    struct letter at[4];
    cr_assert_eq(letters_read(at, 2, "abc"), 2);
    cr_assert_eq(letters_read(at, 4,
                              "a\xC3"
                              "b\xE1\xBA"),
                 2);
    cr_assert_eq(at[1].base, 'b');
}

Test(letter, same_text_whatever_the_case)
{
    cr_assert(letters_same_text("ĐƯỜNG  số 5 ,Ấp", "đường số 5, ẤP"));
    cr_assert_not(letters_same_text("Ấp", "ấp a"));
    cr_assert_not(letters_same_text("hoà", "hòa"));
}

static uint32_t marks_of(const char *text)
{
    struct letter letters[32];
    return letters_marks(letters, letters_read(letters, 32, text));
}

Test(letter, marks_have_a_number_of_their_own)
{
    cr_assert_eq(marks_of("Văn Lang"), marks_of("văn bang"));
    cr_assert_neq(marks_of("Văn Lang"), marks_of("Văn Lăng"));
    cr_assert_neq(marks_of("Hòa"), marks_of("Hóa"));
    cr_assert_neq(marks_of("an"), marks_of("ban"));
}
