/* telex: the words stand in telex.case; here what no word can say. */
#include "core/telex.h"
#include "core/text.h"
#include <criterion/criterion.h>
#include <string.h>

TestSuite(telex);

static void type(char *text, size_t cap, size_t *at, const char *keys, enum typing typing)
{
    for (; *keys; keys++) {
        cr_assert_eq(telex_press(text, cap, at, *keys, typing), FAULT_NONE);
    }
}

Test(telex, plain_typing_changes_nothing)
{
    char text[32] = "";
    size_t at = 0;
    type(text, sizeof text, &at, "ddaas a1", TYPING_PLAIN);
    cr_assert_str_eq(text, "ddaas a1");
    cr_assert_eq(at, 8);
}

Test(telex, the_word_before_the_cursor_is_rewritten_and_the_rest_kept)
{
    char text[64] = "Lê  An, Huế";
    size_t at = strlen("Lê ");
    type(text, sizeof text, &at, "hoaf", TYPING_TELEX);
    cr_assert_str_eq(text, "Lê hòa An, Huế");
    cr_assert_eq(at, strlen("Lê hòa"));
    at = strlen("Lê ho\xC3\xB2") - strlen("o");
    cr_assert_eq(telex_press(text, sizeof text, &at, 's', TYPING_TELEX), FAULT_NONE);
    cr_assert_str_eq(text, "Lê hóa An, Huế");
    cr_assert_eq(at, strlen("Lê hó"));
}

Test(telex, a_word_of_foreign_letters_is_left_alone)
{
    char text[64] = "Ña";
    size_t at = strlen(text);
    type(text, sizeof text, &at, "s", TYPING_TELEX);
    cr_assert_str_eq(text, "Ñas");
    strcpy(text, "e\xCC\x86");
    at = strlen(text);
    type(text, sizeof text, &at, "s", TYPING_TELEX);
    cr_assert_str_eq(text, "e\xCC\x86s");
    strcpy(text, "abcdefgho");
    at = strlen(text);
    type(text, sizeof text, &at, "s", TYPING_TELEX);
    cr_assert_str_eq(text, "abcdefghos");
    strcpy(text, "nghiêngs");
    at = strlen(text);
    type(text, sizeof text, &at, "a", TYPING_TELEX);
    cr_assert_str_eq(text, "nghiêngsa");
}

Test(telex, letters_beyond_ascii_are_typed_as_they_are)
{
    char text[16] = "";
    size_t at = 0;
    cr_assert_eq(telex_press(text, sizeof text, &at, 0x1EC5, TYPING_TELEX), FAULT_NONE);
    cr_assert_eq(telex_press(text, sizeof text, &at, 0x1F600, TYPING_TELEX), FAULT_NONE);
    cr_assert_str_eq(text, "ễ😀");
    cr_assert_eq(at, 7);
}

Test(telex, what_does_not_fit_changes_nothing)
{
    char text[] = "nguyên";
    size_t at = strlen(text);
    cr_assert_eq(telex_press(text, sizeof text, &at, 'x', TYPING_TELEX), FAULT_TOO_LONG);
    cr_assert_str_eq(text, "nguyên");
    cr_assert_eq(at, sizeof text - 1);
    cr_assert_eq(telex_press(text, sizeof text, &at, '!', TYPING_TELEX), FAULT_TOO_LONG);
    cr_assert_str_eq(text, "nguyên");
    cr_assert_eq(telex_press(text, sizeof text, &at, 'e', TYPING_TELEX), FAULT_NONE, "one byte less fits");
    cr_assert_str_eq(text, "nguyene");
}

static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

/* One random key at a random place; most are those that mean something to Telex or VNI. */
static void press_random(char *text, size_t cap, size_t *at, unsigned *state)
{
    static const char KEYS[] = "aeiouyaeiouywwdsfrxjzhngctpmqgk0123456789DAEOUW '-";
    static const int32_t OTHERS[] = {0x1EA4, 0x1B0, 0x302, 0x111, 0xD0, 0x1F600, 0x4E00, 0xF1};
    char before[64];
    size_t was = *at;
    memcpy(before, text, strlen(text) + 1);
    unsigned pick = next_random(state);
    int32_t rune = pick % 16 ? KEYS[pick / 16 % (sizeof KEYS - 1)] : OTHERS[pick / 16 % 8];
    enum typing typing = next_random(state) % 2 ? TYPING_TELEX : TYPING_VNI;
    if (telex_press(text, cap, at, rune, typing)) {
        cr_assert_str_eq(text, before);
        cr_assert_eq(*at, was);
    }
}

Test(telex, random_keys_never_break_the_text)
{
    unsigned state = 20251120;
    for (int round = 0; round < 4000; round++) {
        char text[66] = "";
        size_t cap = 1 + next_random(&state) % 64, at = 0;
        memset(text + cap, '!', sizeof text - cap);
        for (int i = 0; i < 60; i++) {
            press_random(text, cap, &at, &state);
            cr_assert(text_valid(text, strlen(text)));
            cr_assert_lt(strlen(text), cap);
            cr_assert_eq(text[cap], '!', "nothing is written behind the buffer");
            cr_assert_leq(at, strlen(text));
            cr_assert_neq(text[at] & 0xC0, 0x80, "the cursor stands between two characters");
            if (next_random(&state) % 8 == 0) {
                at = next_random(&state) % 2 ? text_before(text, at) : text_after(text, at);
            }
        }
    }
}
