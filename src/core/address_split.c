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
    {"t", "", {0}, UNIT_KIND_TINH},
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
    const char *base = words->base + word->key;
    size_t i = 0;
    while (i < word->count && bare[i] == base[i]) {
        i++;
    }
    return i == word->count && bare[i] == '\0';
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

static bool is_kind(const struct words *words, size_t at, const struct kind_word *kind, int *ret_marked)
{
    if (!split_is(words, at, kind->text)) {
        return false;
    }
    if (*kind->before &&
        (at == 0 || !split_is(words, at - 1, kind->before) || strchr(",;", words->word[at].gap) ||
         (kind->text[1] == '\0' && words->word[at].gap == ' '))) {
        return false;
    }
    bool dotted = at + 1 < words->count && words->word[at + 1].gap == '.' && words->word[at + 1].count > 1;
    if (kind->kind == UNIT_KIND_TINH && kind->text[1] == '\0' && !dotted) {
        return false;
    }
    *ret_marked = marked_as(words, &words->word[at], kind->marks);
    return true;
}

static void recognise(struct words *words, size_t at)
{
    struct word *word = &words->word[at];
    if (word->number || word->count > KIND_LETTERS || !strchr("tpqhfxkd", words->base[word->key]) ||
        !stands_off(words, at)) {
        return;
    }
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        int marked;
        if (KINDS[i].text[0] == words->base[word->key] && is_kind(words, at, &KINDS[i], &marked)) {
            word->kind = (uint8_t)KINDS[i].kind;
            word->kind_words = *KINDS[i].before ? 2 : 1;
            word->kind_sure = marked == 1 || words->bare;
            word->kind_wrong = marked < 0;
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
    *word =
        (struct word){(uint16_t)at, (uint16_t)(end - at), (uint16_t)*key, gap, number, 0, 0, false, false};
    for (; at < end; at++) {
        int32_t base = words->letters[at].base;
        words->base[(*key)++] = base > 0 && base < 128 ? (char)base : '?';
        words->bare = words->bare && words->letters[at].marks == 0;
    }
}

/* What an aside begins with: (nay là P. Sài Gòn). */
static bool begins_aside(const struct words *words, size_t at)
{
    return split_is(words, at, "nay") || split_is(words, at, "truoc") || split_is(words, at, "cu") ||
           split_is(words, at, "ten");
}

/* The word behind the aside that begins with the word, or the word itself when it is none: (Phường Bến Nghé
 * cũ). */
static size_t aside_end(const struct words *words, size_t at)
{
    size_t end = at + 1;
    while (end < words->count && words->word[end].gap != ')' && words->word[end].gap != '(' &&
           !split_is(words, end - 1, "cu") && !(begins_aside(words, at) && words->word[end].gap == ',')) {
        end++;
    }
    return begins_aside(words, at) || split_is(words, end - 1, "cu") ? end : at;
}

/* Names of before or of today in brackets say the same once more. */
static void drop_asides(struct words *words)
{
    for (size_t at = 1; at < words->count; at++) {
        size_t end = words->word[at].gap == '(' ? aside_end(words, at) : at;
        if (end > at) {
            memmove(&words->word[at], &words->word[end], (words->count - end) * sizeof words->word[0]);
            words->count -= end - at;
            at--;
        }
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
    drop_asides(words);
    for (size_t i = 0; i < words->count; i++) {
        recognise(words, i);
    }
    return true;
}

/* Where a part begins: at a comma; without any, at another sign but that of an abbreviation. */
static bool begins_part(const struct words *words, size_t at, bool commas)
{
    char gap = words->word[at].gap;
    if (at == 0 || commas || strchr(",;", gap ? gap : ' ')) {
        return at == 0 || gap == ',' || gap == ';';
    }
    bool house = words->word[at].number && words->word[at - 1].number; /* 12/3, 12-3 */
    return (!house && (gap == '-' || gap == '/')) ||
           (gap == '.' && words->word[at - 1].kind == UNIT_KIND_NONE && words->word[at - 1].count > 1);
}

/* The farther right the higher. */
static int rank(const struct words *words, size_t at, size_t end)
{
    for (size_t i = at; i < end && i < at + 2; i++) {
        if (words->word[i].kind != UNIT_KIND_NONE && i + 1 == at + words->word[i].kind_words) {
            switch ((enum unit_kind)words->word[i].kind) {
            case UNIT_KIND_TINH: return 3;
            case UNIT_KIND_THANH_PHO:
            case UNIT_KIND_QUAN:
            case UNIT_KIND_HUYEN:
            case UNIT_KIND_THI_XA: return 2;
            default: return 1;
            }
        }
    }
    return 0;
}

/* A kind of two words that the parts come between (T-T) is none. */
static void append(struct words *ret, const struct words *words, size_t at, size_t end)
{
    for (size_t i = at; i < end; i++) {
        struct word *word = &ret->word[ret->count++];
        *word = words->word[i];
        if (i == at) {
            word->gap = ',';
        }
        if (i == at && word->kind_words > 1) {
            word->kind = UNIT_KIND_NONE;
            word->kind_words = 0;
        }
    }
}

bool split_reorder(const struct words *words, enum split_order order, struct words *ret)
{
    uint16_t begin[WORDS_MAX + 1];
    size_t parts = 0;
    bool commas = false;
    for (size_t i = 1; i < words->count; i++) {
        commas = commas || words->word[i].gap == ',' || words->word[i].gap == ';';
    }
    for (size_t i = 0; i < words->count; i++) {
        if (begins_part(words, i, commas)) {
            begin[parts++] = (uint16_t)i;
        }
    }
    begin[parts] = (uint16_t)words->count;
    memcpy(ret->letters, words->letters, sizeof ret->letters);
    memcpy(ret->base, words->base, sizeof ret->base);
    ret->bare = words->bare;
    ret->count = 0;
    for (size_t i = parts; order == SPLIT_TURNED && i-- > 0;) {
        append(ret, words, begin[i], begin[i + 1]);
    }
    for (int r = 0; order == SPLIT_BY_KIND && r <= 3; r++) {
        for (size_t i = 0; i < parts; i++) {
            int has = rank(words, begin[i], begin[i + 1]);
            /* the province stands last, with or without its kind */
            if ((has == 0 && i > 0 && i + 1 == parts ? 3 : has) == r) {
                append(ret, words, begin[i], begin[i + 1]);
            }
        }
    }
    return parts > 1;
}

enum { POSTCODE_LEAST = 5, POSTCODE_MOST = 6 };

static bool is_postcode(const struct word *word)
{
    return word->number && word->count >= POSTCODE_LEAST && word->count <= POSTCODE_MOST;
}

static bool is_country(const struct words *words, size_t at)
{
    static const char *const COUNTRY[] = {"vn", "vietnam", "nuoc", "chxhcn"};
    for (size_t i = 0; i < sizeof COUNTRY / sizeof *COUNTRY; i++) {
        if (split_is(words, at, COUNTRY[i])) {
            return true;
        }
    }
    return false;
}

size_t split_end(const struct words *words)
{
    size_t end = words->count;
    while (end >= 2) {
        bool viet_nam = split_is(words, end - 1, "nam") && split_is(words, end - 2, "viet");
        if (!viet_nam && !is_country(words, end - 1) && !is_postcode(&words->word[end - 1])) {
            break;
        }
        end -= viet_nam ? 2 : 1;
    }
    return end;
}

const char *split_key(const struct words *words, size_t at, size_t end, size_t *ret_len)
{
    const struct word *first = &words->word[at], *last = &words->word[end - 1];
    *ret_len = (size_t)(last->key + last->count - first->key);
    return words->base + first->key;
}

bool split_has_number(const struct words *words, size_t at, size_t end)
{
    while (at < end && !words->word[at].number) {
        at++;
    }
    return at < end;
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
