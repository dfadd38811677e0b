/* legacy_capitals: each word judged by the letters whose case is certain, the rest by their neighbours. */
#include "core/legacy.h"
#include "core/text.h"
#include <string.h>
#include <utf8proc.h>

/* Words judged together; of more, which no name or address has, the later ones go by themselves. */
enum { WORDS_MAX = 64 };

enum verdict_of_word {
    WORD_OPEN,     /* one capital at its head, or marked letters alone */
    WORD_CAPITALS, /* certainly */
    WORD_OTHER,    /* certainly not */
};

struct word {
    size_t at, end;
    enum verdict_of_word verdict;
    bool marked_head; /* begins with a small letter that may stand for a capital */
    bool capital_head;
    bool parted; /* a sign stands between it and the word before */
};

static bool is_letter(int32_t rune)
{
    utf8proc_category_t category = rune < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(rune);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool is_small(int32_t rune)
{
    return utf8proc_toupper(rune) != rune;
}

/* Reads the word that begins at `at`. */
static struct word read_word(const char *text, size_t len, size_t at)
{
    struct word word = {.at = at, .end = at};
    size_t capitals = 0, small = 0, letters = 0, took;
    for (int32_t rune; (took = text_next(text + word.end, len - word.end, &rune)) && is_letter(rune);
         word.end += took) {
        bool marked = rune >= 0x80, capital = !is_small(rune);
        word.marked_head |= letters == 0 && marked && !capital;
        word.capital_head |= letters == 0 && capital;
        capitals += capital;
        small += !capital && !marked;
        letters++;
    }
    bool at_head_only = capitals == 0 || (capitals == 1 && word.capital_head);
    word.verdict = small ? WORD_OTHER : at_head_only ? WORD_OPEN : WORD_CAPITALS;
    return word;
}

/* Fills `words` from `*at` on and returns how many; *at goes behind them. */
static size_t read_words(const char *text, size_t len, size_t *at, struct word words[WORDS_MAX])
{
    size_t count = 0;
    bool parted = true;
    while (*at < len && count < WORDS_MAX) {
        int32_t rune;
        size_t took = text_next(text + *at, len - *at, &rune);
        if (!is_letter(rune)) {
            parted |= rune != ' ';
            *at += took;
            continue;
        }
        words[count] = read_word(text, len, *at);
        words[count].parted = parted;
        *at = words[count++].end;
        parted = false;
    }
    return count;
}

static enum verdict_of_word beside(const struct word *words, size_t count, size_t i, bool forward)
{
    while (forward ? ++i < count && !words[i].parted : !words[i].parted && i-- > 0) {
        if (words[i].verdict != WORD_OPEN) {
            return words[i].verdict;
        }
    }
    return WORD_OPEN;
}

static bool is_capitals(const struct word *words, size_t count, size_t i)
{
    enum verdict_of_word left = beside(words, count, i, false), right = beside(words, count, i, true);
    bool asked = words[i].verdict == WORD_OPEN && left != WORD_OTHER && right != WORD_OTHER;
    return words[i].verdict == WORD_CAPITALS || (asked && (left == WORD_CAPITALS || right == WORD_CAPITALS));
}

/* At least one other word begins with a capital, and none with a small letter whose case is certain. */
static bool all_headed(const struct word *words, size_t count)
{
    bool headed = false;
    for (size_t i = 0; i < count; i++) {
        headed |= words[i].capital_head;
        if (!words[i].capital_head && !words[i].marked_head) {
            return false;
        }
    }
    return headed;
}

/* The first letter, or all of them. */
static void raise(char *text, const struct word *word, bool all)
{
    size_t took;
    for (size_t at = word->at; at < word->end; at += took) {
        int32_t rune;
        char raised[4];
        took = text_next(text + at, word->end - at, &rune);
        if (text_put(raised, utf8proc_toupper(rune)) == took) {
            memcpy(text + at, raised, took);
        }
        if (!all) {
            return;
        }
    }
}

void legacy_capitals(char *text, size_t len)
{
    struct word words[WORDS_MAX];
    for (size_t at = 0; at < len;) {
        size_t count = read_words(text, len, &at, words);
        bool headed = all_headed(words, count);
        for (size_t i = 0; i < count; i++) {
            bool all = is_capitals(words, count, i);
            if (all || (headed && words[i].marked_head)) {
                raise(text, &words[i], all);
            }
        }
    }
}
