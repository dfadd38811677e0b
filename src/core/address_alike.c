/* address_alike: exact words first, so that a slip takes no word from another. */
#include "core/address_alike.h"
#include "core/syllable.h"
#include <string.h>

/* Hook and tilde are one sound in the south, and are written for each other. */
static uint16_t heard(uint16_t marks)
{
    return marks & MARK_HOOK ? (uint16_t)((marks & ~MARK_HOOK) | MARK_TILDE) : marks;
}

enum {
    WORD_SAME,     /* or marks are missing */
    WORD_SLIP,     /* what stands there is no syllable */
    WORD_TONE,     /* another tone or hat */
    WORD_NEAR,     /* both are syllables, a key beside the right one or pressed twice or in the wrong order */
    WORD_DOUBTFUL, /* both are syllables, a letter more or another one: a slip, or another name */
    WORD_OTHER,
};
enum { SLIP_LETTERS = 3, LONG_LETTERS = 5 }; /* shorter words are too like each other */

static bool is_syllable(const struct words *words, const struct word *word)
{
    struct syllable syllable;
    return syllable_read(&syllable, words->base + word->key, word->count);
}

/* The rows of a keyboard; letters that stand side by side are typed for each other. */
static bool side_by_side(char a, char b)
{
    static const char KEYS[] = "qwertyuiop asdfghjkl zxcvbnm";
    const char *x = memchr(KEYS, a, sizeof KEYS - 1);
    return x && (x[1] == b || (x > KEYS && x[-1] == b));
}

/* Of words one slip apart. */
static bool is_near(const char *x, size_t x_len, const char *y, size_t y_len)
{
    size_t i = 0;
    while (i < x_len && i < y_len && x[i] == y[i]) {
        i++;
    }
    if (x_len == y_len) {
        return side_by_side(x[i], y[i]) || (i + 1 < x_len && x[i] == y[i + 1] && x[i + 1] == y[i]);
    }
    return i > 0 && (x_len > y_len ? x[i] == x[i - 1] : y[i] == y[i - 1]);
}

static int word_distance(const struct words *a, const struct word *p, const struct words *b,
                         const struct word *q)
{
    const char *x = a->base + p->key, *y = b->base + q->key;
    if (p->count != q->count || memcmp(x, y, p->count) != 0) {
        if ((p->count < SLIP_LETTERS && q->count < SLIP_LETTERS) || *x != *y ||
            !split_slip(x, p->count, y, q->count)) {
            return WORD_OTHER;
        }
        if (!is_syllable(a, p) || !is_syllable(b, q)) {
            return WORD_SLIP;
        }
        bool longer = p->count >= LONG_LETTERS || q->count >= LONG_LETTERS;
        return longer || is_near(x, p->count, y, q->count) ? WORD_NEAR : WORD_DOUBTFUL;
    }
    int wrong = 0;
    for (size_t k = 0; k < p->count && !a->bare && !b->bare; k++) {
        uint16_t has = heard(a->letters[p->at + k].marks), other = heard(b->letters[q->at + k].marks);
        wrong += (has & ~other) != 0 && (other & ~has) != 0;
    }
    return wrong == 0 ? WORD_SAME : wrong == 1 && p->count >= SLIP_LETTERS ? WORD_TONE : WORD_OTHER;
}

/* Names of `a` that stand in `b`; one that lost its marks may have been taken for a label there. */
static size_t match_names(struct items *a, struct items *b, int distance, size_t most)
{
    size_t matched = 0;
    for (size_t i = 0; i < a->count; i++) {
        for (size_t j = 0; j < b->count && matched < most; j++) {
            struct item *x = &a->list[i], *y = &b->list[j];
            bool names = x->what == ITEM_NAME && (y->what == ITEM_NAME || y->what == ITEM_SAID);
            if (names && !x->matched && !y->matched &&
                word_distance(a->words, &a->words->word[x->word], b->words, &b->words->word[y->word]) ==
                    distance) {
                x->matched = y->matched = true;
                matched++;
            }
        }
    }
    return matched;
}

static bool has_vowel(const struct words *words, const struct word *word)
{
    for (size_t i = 0; i < word->count; i++) {
        if (strchr("aeiouy", words->base[word->key + i])) {
            return true;
        }
    }
    return false;
}

/* Ng. Trãi, N. Trãi. */
static bool shortens(const struct words *a, size_t at, const struct words *b, const struct word *whole)
{
    const struct word *word = &a->word[at];
    bool dotted = at + 1 < a->count && a->word[at + 1].gap == '.';
    return word->count < whole->count && word->count <= SLIP_LETTERS &&
           (dotted || (word->count > 1 && !has_vowel(a, word))) &&
           memcmp(a->base + word->key, b->base + whole->key, word->count) == 0;
}

static void match_shortened(struct items *a, struct items *b)
{
    for (size_t i = 0; i < a->count; i++) {
        for (size_t j = 0; j < b->count && a->list[i].what == ITEM_NAME && !a->list[i].matched; j++) {
            struct item *y = &b->list[j];
            if (y->what == ITEM_NAME && !y->matched &&
                shortens(a->words, a->list[i].word, b->words, &b->words->word[y->word])) {
                a->list[i].matched = y->matched = true;
            }
        }
    }
}

/* How many letters of the word begin the names from `at` on. */
static size_t initials(const struct items *a, const struct word *word, const struct items *b, size_t at)
{
    size_t k = 0;
    while (k < word->count && at + k < b->count && b->list[at + k].what == ITEM_NAME &&
           !b->list[at + k].matched) {
        const struct word *name = &b->words->word[b->list[at + k].word];
        if (name->count == 1 || b->words->base[name->key] != a->words->base[word->key + k]) {
            break;
        }
        k++;
    }
    return k;
}

/* The first letters of a street's name: CMT 8, XVNT. */
static void match_initials(struct items *a, struct items *b)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct word *word = &a->words->word[a->list[i].word];
        for (size_t j = 0; j < b->count && a->list[i].what == ITEM_NAME && !a->list[i].matched; j++) {
            if (word->count > 1 && initials(a, word, b, j) == word->count) {
                a->list[i].matched = true;
                for (size_t k = 0; k < word->count; k++) {
                    b->list[j + k].matched = true;
                }
            }
        }
    }
}

size_t items_unmatched(const struct items *items)
{
    size_t count = 0;
    for (size_t i = 0; i < items->count; i++) {
        count += items->list[i].what == ITEM_NAME && !items->list[i].matched;
    }
    return count;
}

/* One slip in all. One that gives another word needs a word beside it that is the same, or more. */
static void match_slips(struct items *a, struct items *b, size_t same)
{
    int worst = same > 1 ? WORD_DOUBTFUL : same > 0 ? WORD_NEAR : WORD_SLIP;
    bool one = items_unmatched(a) == 1 && items_unmatched(b) == 1;
    for (int distance = WORD_SLIP; one && distance <= worst; distance++) {
        match_names(a, b, distance, 1);
    }
}

void items_match(struct items *a, struct items *b)
{
    size_t same = match_names(a, b, WORD_SAME, ITEMS_MAX);
    match_names(b, a, WORD_SAME, ITEMS_MAX);
    match_initials(a, b);
    match_initials(b, a);
    match_shortened(a, b);
    match_shortened(b, a);
    match_slips(a, b, same);
}
