/* Every syllable of Vietnamese, typed by every common way of typing it. */
#include "core/telex.h"
#include "core/text.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

TestSuite(syllable);

static const char *const INITIALS[] = {"",   "b",  "c",  "ch", "d", "đ",  "g",  "gh",  "gi",
                                       "h",  "k",  "kh", "l",  "m", "n",  "ng", "ngh", "nh",
                                       "ph", "qu", "r",  "s",  "t", "th", "tr", "v",   "x"};

/* Every rhyme with the acute, which is spoken with all of them. */
static const char RHYMES[] =
    "á ác ách ái ám án áng ánh áo áp át áu áy ắc ắm ắn ắng ắp ắt ấc ấm ấn ấng ấp ất ấu ấy é éc ém én éng éo "
    "ép ét "
    "ế ếch ếm ến ếnh ếp ết ếu í ích ím ín ính íp ít íu ía iếc iếm iến iếng iếp iết iếu ó óc ói óm ón óng óp "
    "ót "
    "óa oác oách oái oám oán oáng oánh oáo oáp oát oáy oắc oắm oắn oắng oắt óe oén oéo oét ố ốc ối ốm ốn ống "
    "ốp ốt "
    "ớ ới ớm ớn ớp ớt ú úc úi úm ún úng úp út úa uấn uấng uất uấy uế uếch uếnh uốc uối uốm uốn uống uốt úy "
    "uých uýt "
    "uýnh uýp uýu uýa uyến uyết ứ ức ứng ứt ứu ứi ứm ứa ước ưới ướm ướn ướng ướp ướt ướu ý yếm yến yết yếu";

/* How a letter is typed: its base, the mark keys of Telex and VNI, the tone apart. */
static const struct {
    const char *letter, *base, *telex, *vni;
} LETTERS[] = {{"á", "a", "", ""},   {"ắ", "a", "w", "8"}, {"ấ", "a", "a", "6"}, {"é", "e", "", ""},
               {"ế", "e", "e", "6"}, {"í", "i", "", ""},   {"ó", "o", "", ""},   {"ố", "o", "o", "6"},
               {"ớ", "o", "w", "7"}, {"ú", "u", "", ""},   {"ứ", "u", "w", "7"}, {"ý", "y", "", ""},
               {"ư", "u", "w", "7"}, {"đ", "d", "d", "9"}};

enum way { TONE_LAST, TONE_AFTER_VOWEL, ALL_MARKS_LAST, WAY_COUNT };

enum { KEYS_SIZE = 32 };

static void add(char keys[KEYS_SIZE], const char *more)
{
    cr_assert_lt(strlen(keys) + strlen(more), KEYS_SIZE);
    strcat(keys, more);
}

/* The keys for a syllable whose tone, where it has one, is the acute. */
static void keys_of(const char *syllable, enum typing typing, enum way way, char keys[KEYS_SIZE])
{
    const char *tone = typing == TYPING_TELEX ? "s" : "1";
    char late[KEYS_SIZE] = "";
    for (size_t took; *syllable; syllable += took) {
        int32_t rune;
        char one[5] = "";
        took = text_next(syllable, strlen(syllable), &rune);
        memcpy(one, syllable, took);
        const char *base = one, *mark = "";
        for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++) {
            if (strcmp(LETTERS[i].letter, one) == 0) {
                base = LETTERS[i].base;
                mark = typing == TYPING_TELEX ? LETTERS[i].telex : LETTERS[i].vni;
            }
        }
        add(keys, base);
        if (way != ALL_MARKS_LAST) {
            add(keys, mark);
        } else if (!strstr(late, mark)) {
            add(late, mark);
        }
        if (way == TONE_AFTER_VOWEL && took > 1 && rune != 0x1B0 && rune != 0x111) {
            add(keys, tone);
        }
    }
    add(keys, late);
    if (way != TONE_AFTER_VOWEL) {
        add(keys, tone);
    }
}

static void expect_typed(const char *syllable, enum typing typing, enum way way)
{
    char keys[KEYS_SIZE] = "", text[KEYS_SIZE] = "";
    size_t at = 0;
    keys_of(syllable, typing, way, keys);
    for (const char *key = keys; *key; key++) {
        cr_assert_eq(telex_press(text, sizeof text, &at, *key, typing), FAULT_NONE);
    }
    cr_expect_str_eq(text, syllable, "%s typed as %s gives %s", syllable, keys, text);
}

/* gi swallows the i of a rhyme (g + ía is giá), and qu the u. */
static bool spelled_together(const char *initial, const char *rhyme)
{
    bool i_first = rhyme[0] == 'i' || strncmp(rhyme, "í", strlen("í")) == 0;
    bool ia = strcmp(rhyme, "ía") == 0 || strcmp(rhyme, "íu") == 0;
    return !(strcmp(initial, "gi") == 0 && i_first) && !(strcmp(initial, "g") == 0 && ia);
}

static void type_rhyme(const char *rhyme)
{
    for (size_t i = 0; i < sizeof INITIALS / sizeof *INITIALS; i++) {
        char syllable[KEYS_SIZE];
        snprintf(syllable, sizeof syllable, "%s%s", INITIALS[i], rhyme);
        for (enum way way = 0; way < WAY_COUNT && spelled_together(INITIALS[i], rhyme); way++) {
            expect_typed(syllable, TYPING_TELEX, way);
            expect_typed(syllable, TYPING_VNI, way);
        }
    }
}

Test(syllable, every_one_can_be_typed)
{
    char rhymes[sizeof RHYMES], *rest = rhymes;
    memcpy(rhymes, RHYMES, sizeof rhymes);
    for (char *rhyme; (rhyme = strsep(&rest, " "));) {
        type_rhyme(rhyme);
    }
}
