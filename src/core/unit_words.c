/* unit_words: words of a name compared by their beginnings. */
#include "core/unit_words.h"
#include "core/letter.h"
#include <string.h>

static bool is_digit(const struct letter *letter)
{
    return letter->base >= '0' && letter->base <= '9';
}

static bool begins_word(const struct letter *letters, size_t i)
{
    return i == 0 || letters[i].gap || is_digit(&letters[i]) != is_digit(&letters[i - 1]);
}

/* A zero before another digit of the same number, at its head. */
static bool leading_zero(const struct letter *letters, size_t i, size_t count, bool begins)
{
    return begins && letters[i].base == '0' && i + 1 < count && is_digit(&letters[i + 1]) &&
           !letters[i + 1].gap;
}

static char base_of(int32_t base)
{
    return base == 'y' ? 'i' : base > 0 && base < 0x80 ? (char)base : '?';
}

bool unit_words_read(const char *text, struct unit_words *ret)
{
    struct letter letters[UNIT_WORDS_LETTERS + 1];
    size_t count = letters_read(letters, UNIT_WORDS_LETTERS + 1, text), len = 0;
    bool begins = false;
    ret->count = 0;
    if (count > UNIT_WORDS_LETTERS) {
        return false;
    }
    letters_settle(letters, count);
    for (size_t i = 0; i < count; i++) {
        begins = begins || begins_word(letters, i);
        if (leading_zero(letters, i, count, begins)) {
            continue;
        }
        if (begins && ret->count == UNIT_WORDS_MAX) {
            return false;
        }
        if (begins) {
            ret->start[ret->count++] = (unsigned char)len;
        }
        ret->marks[len] = letters[i].marks;
        ret->base[len++] = base_of(letters[i].base);
        begins = false;
    }
    ret->start[ret->count] = (unsigned char)len;
    return true;
}

/* The keys of one letter behind its base. */
static size_t put_marks(const struct letter *letter, char out[4])
{
    static const struct {
        uint16_t mark;
        char key;
    } MARKS[] = {{MARK_BREVE, 'w'}, {MARK_HORN, 'w'}, {MARK_STROKE, 'd'}, {MARK_ACUTE, 's'},
                 {MARK_GRAVE, 'f'}, {MARK_HOOK, 'r'}, {MARK_TILDE, 'x'},  {MARK_DOT, 'j'}};
    size_t len = 0;
    if (letter->marks & MARK_CIRCUMFLEX) {
        out[len++] = (char)letter->base;
    }
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS && len < 4; i++) {
        if (letter->marks & MARKS[i].mark) {
            out[len++] = MARKS[i].key;
        }
    }
    return len;
}

bool unit_words_keys(const char *text, struct unit_words *ret)
{
    enum { KEYS = 5 };
    struct letter letters[UNIT_WORDS_LETTERS / KEYS + 1];
    size_t count = letters_read(letters, UNIT_WORDS_LETTERS / KEYS + 1, text), len = 0;
    if (count == 0 || count > UNIT_WORDS_LETTERS / KEYS) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && begins_word(letters, i)) {
            return false;
        }
        ret->base[len++] = base_of(letters[i].base);
        len += put_marks(&letters[i], ret->base + len);
    }
    memset(ret->marks, 0, sizeof ret->marks);
    ret->count = 1;
    ret->start[0] = 0;
    ret->start[1] = (unsigned char)len;
    return true;
}

struct unit_words unit_words_skip(const struct unit_words *words, int skipped, int letters)
{
    struct unit_words rest = {.count = words->count - skipped};
    int from = words->start[skipped] + letters;
    size_t len = (size_t)(words->start[words->count] - from);
    memcpy(rest.base, words->base + from, len);
    memcpy(rest.marks, words->marks + from, len * sizeof rest.marks[0]);
    for (int i = 1; i <= rest.count; i++) {
        rest.start[i] = (unsigned char)(words->start[skipped + i] - from);
    }
    return rest;
}

int unit_words_length(const struct unit_words *words, int word)
{
    return words->start[word + 1] - words->start[word];
}

bool unit_words_is(const struct unit_words *words, int word, const char *text)
{
    size_t len = strlen(text);
    return word < words->count && (size_t)unit_words_length(words, word) == len &&
           memcmp(words->base + words->start[word], text, len) == 0;
}

/* `len` letters of what was typed beside those of the name; false when they differ. */
static bool agree(const struct unit_words *typed, int at, const struct unit_words *name, int from, int len,
                  struct unit_said *said)
{
    if (memcmp(typed->base + at, name->base + from, (size_t)len) != 0) {
        return false;
    }
    for (int i = 0; i < len; i++) {
        said->unmarked = said->unmarked || (typed->marks[at + i] & ~name->marks[from + i]);
    }
    return true;
}

/* One word that says the beginning of several. */
static struct unit_said joined(const struct unit_words *typed, int from, const struct unit_words *name,
                               int at)
{
    struct unit_said said = {0}, nothing = {0};
    int len = unit_words_length(typed, from), all = name->start[name->count] - name->start[at];
    if (len > all || !agree(typed, typed->start[from], name, name->start[at], len, &said)) {
        return nothing;
    }
    said.whole = len == all;
    said.words = said.whole || from + 1 == typed->count ? 1 : 0;
    return said;
}

struct unit_said unit_words_begin(const struct unit_words *typed, int from, const struct unit_words *name,
                                  int at)
{
    struct unit_said said = {.whole = true};
    int i = from, j = at;
    for (; i < typed->count && j < name->count; i++, j++) {
        int len = unit_words_length(typed, i), all = unit_words_length(name, j);
        if (len > all || !agree(typed, typed->start[i], name, name->start[j], len, &said)) {
            break;
        }
        said.whole = said.whole && len == all;
    }
    if (i > from && (i == typed->count || j == name->count)) {
        said.whole = said.whole && j == name->count;
        said.words = i - from;
        return said;
    }
    return joined(typed, from, name, at);
}

struct unit_said unit_words_initials(const struct unit_words *typed, int from, const struct unit_words *name)
{
    struct unit_said nothing = {0};
    int len = unit_words_length(typed, from);
    if (len < 2 || len > name->count) {
        return nothing;
    }
    for (int i = 0; i < len; i++) {
        if (typed->base[typed->start[from] + i] != name->base[name->start[i]]) {
            return nothing;
        }
    }
    return (struct unit_said){.words = 1, .whole = len == name->count};
}
