/* address_split: letters to words. */
#include "core/address_split.h"
#include <string.h>

enum { C = MARK_CIRCUMFLEX, B = MARK_BREVE, H = MARK_HORN, S = MARK_STROKE };
enum { KIND_LETTERS = 6 };

/* How the kinds are written; marks are those of settled letters. In a text with marks a word without any may
 * still be a kind, one with others is not (Quán Thánh, Phương Mai). */
static const struct kind_word {
    char text[KIND_LETTERS + 2],
        before[KIND_LETTERS + 2]; /* the word, and the one that must stand before it */
    uint16_t marks[KIND_LETTERS];
    enum unit_kind kind;
} KINDS[] = {
    {"tinh", "", {0, MARK_HOOK}, UNIT_KIND_TINH},
    {"pho", "thanh", {0, 0, C | MARK_ACUTE}, UNIT_KIND_THANH_PHO},
    {"tp", "", {0}, UNIT_KIND_THANH_PHO},
    {"p", "t", {0}, UNIT_KIND_THANH_PHO},
    {"quan", "", {0, MARK_DOT, C}, UNIT_KIND_QUAN},
    {"q", "", {0}, UNIT_KIND_QUAN},
    {"huyen", "", {0, MARK_DOT, 0, C}, UNIT_KIND_HUYEN},
    {"h", "", {0}, UNIT_KIND_HUYEN},
    {"xa", "thi", {0, MARK_TILDE}, UNIT_KIND_THI_XA},
    {"tx", "", {0}, UNIT_KIND_THI_XA},
    {"x", "t", {0}, UNIT_KIND_THI_XA},
    {"phuong", "", {0, 0, H | MARK_GRAVE, H}, UNIT_KIND_PHUONG},
    {"p", "", {0}, UNIT_KIND_PHUONG},
    {"f", "", {0}, UNIT_KIND_PHUONG},
    {"xa", "", {0, MARK_TILDE}, UNIT_KIND_XA},
    {"x", "", {0}, UNIT_KIND_XA},
    {"tran", "thi", {0, 0, C | MARK_ACUTE}, UNIT_KIND_THI_TRAN},
    {"tt", "", {0}, UNIT_KIND_THI_TRAN},
    {"ttr", "", {0}, UNIT_KIND_THI_TRAN},
    {"t", "t", {0}, UNIT_KIND_THI_TRAN},
    {"khu", "dac", {0}, UNIT_KIND_DAC_KHU},
    {"dk", "", {S}, UNIT_KIND_DAC_KHU},
};

static bool is_digit(int32_t base)
{
    return base >= '0' && base <= '9';
}

bool split_is(const struct words *words, size_t at, const char *bare)
{
    const struct word *word = &words->word[at];
    return strlen(bare) == word->count && memcmp(bare, words->base + word->key, word->count) == 0;
}

/* 1 with its marks, 0 without any, -1 with others. */
static int marked_as(const struct words *words, const struct word *word, const uint16_t marks[KIND_LETTERS])
{
    bool equal = true, none = true;
    for (size_t i = 0; i < word->count; i++) {
        uint16_t has = words->letters[word->at + i].marks;
        equal = equal && has == marks[i];
        none = none && has == 0;
    }
    return equal ? 1 : none ? 0 : -1;
}

/* A lone letter is a unit with a gap before it, or between two numbers (P4Q3). */
static bool stands_off(const struct words *words, size_t at)
{
    return words->word[at].gap || (at > 0 && words->word[at - 1].number);
}

static bool is_kind(const struct words *words, size_t at, const struct kind_word *kind, bool *ret_sure)
{
    if (!split_is(words, at, kind->text)) {
        return false;
    }
    if (*kind->before &&
        (at == 0 || !split_is(words, at - 1, kind->before) || strchr(",;", words->word[at].gap) ||
         (kind->text[1] == '\0' && words->word[at].gap == ' '))) {
        return false;
    }
    int marked = marked_as(words, &words->word[at], kind->marks);
    *ret_sure = marked == 1 || words->bare;
    return marked >= 0;
}

static void recognise(struct words *words, size_t at)
{
    struct word *word = &words->word[at];
    if (word->number || word->count > KIND_LETTERS || !stands_off(words, at)) {
        return;
    }
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        bool sure;
        if (KINDS[i].text[0] == words->base[word->key] && is_kind(words, at, &KINDS[i], &sure)) {
            word->kind = (uint8_t)KINDS[i].kind;
            word->kind_words = *KINDS[i].before ? 2 : 1;
            word->kind_sure = sure;
            return;
        }
    }
}

static size_t word_end(const struct words *words, size_t at, size_t count)
{
    bool digits = is_digit(words->letters[at].base);
    do {
        at++;
    } while (at < count && !words->letters[at].gap && is_digit(words->letters[at].base) == digits);
    return at;
}

static void add_word(struct words *words, size_t at, size_t end, size_t *key)
{
    bool number = is_digit(words->letters[at].base);
    char gap = words->letters[at].gap;
    while (number && at + 1 < end && words->letters[at].base == '0') {
        at++;
    }
    struct word *word = &words->word[words->count++];
    *word = (struct word){(uint16_t)at, (uint16_t)(end - at), (uint16_t)*key, gap, number, 0, 0, false};
    for (; at < end; at++) {
        int32_t base = words->letters[at].base;
        words->base[(*key)++] = base > 0 && base < 128 ? (char)base : '?';
        words->bare = words->bare && words->letters[at].marks == 0;
    }
}

bool split_read(struct words *words, const char *text)
{
    words->count = 0;
    words->bare = true;
    if (strlen(text) >= ADDRESS_SIZE) {
        return false;
    }
    size_t count = letters_read(words->letters, ADDRESS_SIZE, text), key = 0;
    letters_settle(words->letters, count);
    letters_simplify(words->letters, count);
    for (size_t at = 0, end; at < count; at = end) {
        end = word_end(words, at, count);
        if (words->count == WORDS_MAX) {
            return false;
        }
        add_word(words, at, end, &key);
    }
    for (size_t i = 0; i < words->count; i++) {
        recognise(words, i);
    }
    return true;
}

const char *split_key(const struct words *words, size_t at, size_t end, size_t *ret_len)
{
    const struct word *first = &words->word[at], *last = &words->word[end - 1];
    *ret_len = (size_t)(last->key + last->count - first->key);
    return words->base + first->key;
}

bool split_parted(const struct words *words, size_t at)
{
    char gap = words->word[at].gap;
    return at == 0 || (gap && gap != ' ' && gap != '\'');
}

static bool tail_equal(const char *a, size_t a_len, const char *b, size_t b_len)
{
    return a_len == b_len && memcmp(a, b, a_len) == 0;
}

bool split_slip(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t i = 0, least = a_len < b_len ? a_len : b_len;
    while (i < least && a[i] == b[i]) {
        i++;
    }
    a += i, b += i, a_len -= i, b_len -= i;
    if (a_len == b_len) {
        bool swapped =
            a_len > 1 && a[0] == b[1] && a[1] == b[0] && tail_equal(a + 2, a_len - 2, b + 2, b_len - 2);
        return a_len > 0 && (swapped || tail_equal(a + 1, a_len - 1, b + 1, b_len - 1));
    }
    return (a_len == b_len + 1 && tail_equal(a + 1, a_len - 1, b, b_len)) ||
           (b_len == a_len + 1 && tail_equal(a, a_len, b + 1, b_len - 1));
}
