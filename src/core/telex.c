/* telex: the word before the cursor taken apart, the key applied, the word written again. */
#include "core/telex.h"
#include "core/syllable.h"
#include "core/text.h"
#include <string.h>
#include <utf8proc.h>

/* What a key does to the syllable before it. */
enum effect { EFFECT_NONE, EFFECT_CHANGED, EFFECT_UNDONE };

/* A key that gives a vowel group its hat or horn, where the group then has one of the letters in `must`. */
struct mark_key {
    char key;
    enum shape shape;
    const char32_t *must;
};

static const struct mark_key TELEX_MARKS[] = {
    {'a', SHAPE_HAT, U"â"}, {'e', SHAPE_HAT, U"ê"}, {'o', SHAPE_HAT, U"ô"}, {'w', SHAPE_HORN, U"ăơư"}};
static const struct mark_key VNI_MARKS[] = {
    {'6', SHAPE_HAT, U"âêô"}, {'7', SHAPE_HORN, U"ơư"}, {'8', SHAPE_HORN, U"ă"}};

/* In the order of enum tone: the key at 0 takes the tone away. */
static const char TELEX_TONES[] = "zsfrxj", VNI_TONES[] = "012345";

static bool share_letter(const char32_t *a, const char32_t *b)
{
    for (; *a; a++) {
        for (const char32_t *c = b; *c; c++) {
            if (*a == *c) {
                return true;
            }
        }
    }
    return false;
}

/* Huơ, thuở, khuơ have one horn; after every other consonant, and before any letter, uo takes two. */
static const char32_t *horned(const struct syllable *syllable, const char32_t *form)
{
    const char32_t *letter = syllable->letter;
    bool alone = syllable->count == syllable->vowel + 2 && syllable_has_vowels(syllable, U"uo");
    bool breathed = (syllable->vowel == 1 && letter[0] == U'h') ||
                    (syllable->vowel == 2 && letter[1] == U'h' && (letter[0] == U't' || letter[0] == U'k'));
    return alone && breathed ? U"uơ" : form;
}

static enum effect mark(struct syllable *syllable, const struct mark_key *key)
{
    const char32_t *form = syllable_form(syllable, key->shape);
    if (!share_letter(form, key->must)) {
        return EFFECT_NONE;
    }
    bool undo = syllable_has_vowels(syllable, form);
    if (key->shape == SHAPE_HORN) {
        form = horned(syllable, form);
    }
    syllable_set_vowels(syllable, undo ? syllable_form(syllable, SHAPE_NONE) : form);
    return undo ? EFFECT_UNDONE : EFFECT_CHANGED;
}

static enum effect stroke(struct syllable *syllable)
{
    char32_t *first = &syllable->letter[0];
    if (*first != U'd' && *first != U'đ') {
        return EFFECT_NONE;
    }
    bool undo = *first == U'đ';
    *first = undo ? U'd' : U'đ';
    return undo ? EFFECT_UNDONE : EFFECT_CHANGED;
}

static enum effect set_tone(struct syllable *syllable, enum tone tone)
{
    bool undo = syllable->tone == tone;
    if (!syllable_takes(syllable, tone) || (undo && tone == TONE_LEVEL)) {
        return EFFECT_NONE;
    }
    syllable->tone = undo ? TONE_LEVEL : tone;
    return undo ? EFFECT_UNDONE : EFFECT_CHANGED;
}

static enum effect press(struct syllable *syllable, char key, enum typing typing)
{
    bool telex = typing == TYPING_TELEX;
    const char *tones = telex ? TELEX_TONES : VNI_TONES, *found = strchr(tones, key);
    if (found) {
        return set_tone(syllable, (enum tone)(found - tones));
    }
    if (key == (telex ? 'd' : '9')) {
        return stroke(syllable);
    }
    const struct mark_key *marks = telex ? TELEX_MARKS : VNI_MARKS;
    size_t count = telex ? sizeof TELEX_MARKS / sizeof *marks : sizeof VNI_MARKS / sizeof *marks;
    for (size_t i = 0; i < count; i++) {
        if (marks[i].key == key) {
            return mark(syllable, &marks[i]);
        }
    }
    return EFFECT_NONE;
}

static bool is_letter(int32_t rune)
{
    utf8proc_category_t category = rune < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(rune);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

/* The start of the word that ends at `at`; one too long for a syllable is given one letter too long. */
static size_t word_start(const char *text, size_t at)
{
    for (int letters = 0; at > 0 && letters <= SYLLABLE_MAX; letters++) {
        size_t before = text_before(text, at);
        int32_t rune;
        text_next(text + before, at - before, &rune);
        if (!is_letter(rune)) {
            break;
        }
        at = before;
    }
    return at;
}

/* The syllable at word[0..len) with the key typed behind it; 0 when the key is only to be put there. */
static size_t rewrite(const char *word, size_t len, int32_t rune, enum typing typing,
                      char out[SYLLABLE_BYTES])
{
    struct syllable syllable;
    if (rune <= 0 || rune > 126 || !syllable_read(&syllable, word, len)) {
        return 0;
    }
    char key = (char)(rune >= 'A' && rune <= 'Z' ? rune + 32 : rune);
    enum effect effect = press(&syllable, key, typing);
    if (effect == EFFECT_NONE && !syllable_append(&syllable, rune)) {
        return 0;
    }
    size_t written = syllable_write(&syllable, out);
    if (effect == EFFECT_UNDONE) {
        out[written++] = (char)rune;
    }
    return written;
}

/* Puts `in` in place of text[start..*at). */
static enum fault replace(char *text, size_t cap, size_t start, size_t *at, const char *in, size_t len)
{
    size_t tail = strlen(text + *at);
    if (start + len + tail + 1 > cap) {
        return FAULT_TOO_LONG;
    }
    memmove(text + start + len, text + *at, tail + 1);
    memcpy(text + start, in, len);
    *at = start + len;
    return FAULT_NONE;
}

enum fault telex_press(char *text, size_t cap, size_t *at, int32_t rune, enum typing typing)
{
    char out[SYLLABLE_BYTES + 4];
    size_t start = typing == TYPING_PLAIN ? *at : word_start(text, *at);
    size_t len = start < *at ? rewrite(text + start, *at - start, rune, typing, out) : 0;
    if (len > 0) {
        return replace(text, cap, start, at, out, len);
    }
    return replace(text, cap, *at, at, out, text_put(out, rune));
}
