/* letter: code points taken apart into base letter, marks and tone. */
#include "core/letter.h"
#include "core/letter_known.h"
#include "core/text.h"
#include <string.h>
#include <utf8proc.h>

enum {
    TONES = MARK_ACUTE | MARK_GRAVE | MARK_HOOK | MARK_TILDE | MARK_DOT,
    DECOMPOSED_MAX = 8, /* no code point folds and decomposes into more than four */
};

static bool is_vowel(int32_t base)
{
    return base == 'a' || base == 'e' || base == 'i' || base == 'o' || base == 'u' || base == 'y';
}

static bool is_space(int32_t rune)
{
    return rune == ' ' || rune == '\t' || rune == 0xA0;
}

static bool is_mark(int32_t rune)
{
    utf8proc_category_t category = utf8proc_category(rune);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

/* Letters, marks and digits belong to words; the apostrophes that Unicode counts as letters do not. */
static bool in_word(int32_t rune)
{
    if (rune < 128) {
        return (rune >= '0' && rune <= '9') || ((rune | 32) >= 'a' && (rune | 32) <= 'z');
    }
    utf8proc_category_t category = utf8proc_category(rune);
    bool apostrophe = rune >= 0x2B9 && rune <= 0x2C8;
    return !apostrophe && category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

static char sign_of(int32_t rune)
{
    if (is_space(rune)) {
        return ' ';
    }
    if (rune == 0x2018 || rune == 0x2019 || rune == 0x2BC || rune == '`' || rune == 0xB4) {
        return '\'';
    }
    if (rune >= 0x2010 && rune <= 0x2015) {
        return '-';
    }
    return rune > ' ' && rune < 127 ? (char)rune : '?';
}

static uint16_t mark_of(int32_t rune)
{
    switch (rune) {
    case 0x302: return MARK_CIRCUMFLEX;
    case 0x306: return MARK_BREVE;
    case 0x31B: return MARK_HORN;
    case 0x301:
    case 0x341: return MARK_ACUTE;
    case 0x300:
    case 0x340: return MARK_GRAVE;
    case 0x309: return MARK_HOOK;
    case 0x303: return MARK_TILDE;
    case 0x323: return MARK_DOT;
    default: return MARK_OTHER;
    }
}

/* The barred letters have no decomposition in Unicode. */
static struct letter barred(int32_t rune)
{
    switch (rune) {
    case 0x111: return (struct letter){'d', MARK_STROKE, 0};
    case 0xF0:
    case 0x256: return (struct letter){'d', MARK_STROKE | MARK_LOOKALIKE, 0};
    case 0x180: return (struct letter){'b', MARK_STROKE, 0};
    default: return (struct letter){rune, 0, 0};
    }
}

static size_t decompose(int32_t rune, int32_t out[DECOMPOSED_MAX])
{
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char(rune, out, DECOMPOSED_MAX, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    return count > 0 && count <= DECOMPOSED_MAX ? (size_t)count : 0;
}

struct letters {
    struct letter *at;
    size_t count, max;
    char gap; /* before the next one */
};

static inline void add_letter(struct letters *out, struct letter letter)
{
    if (out->count < out->max) {
        letter.gap = out->gap;
        out->at[out->count++] = letter;
        out->gap = 0;
    }
}

static void add_mark(struct letters *out, int32_t rune)
{
    if (out->count > 0) {
        out->at[out->count - 1].marks |= mark_of(rune);
    }
}

/* A code point that is in neither table. */
static void add_foreign(struct letters *out, int32_t rune)
{
    int32_t part[DECOMPOSED_MAX];
    size_t parts = decompose(rune, part);
    for (size_t i = 0; i < parts; i++) {
        if (is_mark(part[i])) {
            add_mark(out, part[i]);
        } else {
            add_letter(out, barred(part[i]));
        }
    }
}

static void add_sign(struct letters *out, int32_t rune)
{
    if (!out->gap || !is_space(rune)) {
        out->gap = sign_of(rune);
    }
}

static void add_rune(struct letters *out, int32_t rune)
{
    struct letter_known known = letter_known(rune);
    if (known.base) {
        add_letter(out, (struct letter){known.base, known.marks, 0});
    } else if (rune >= 0x300 && rune <= 0x36F) {
        add_mark(out, rune);
    } else if (in_word(rune)) {
        add_foreign(out, rune);
    } else {
        add_sign(out, rune);
    }
}

static void add_ascii(struct letters *out, char c)
{
    int small = c | 32; /* of digits too: they have that bit */
    if ((small >= 'a' && small <= 'z') || (c >= '0' && c <= '9')) {
        add_letter(out, (struct letter){small, 0, 0});
    } else {
        add_sign(out, c);
    }
}

size_t letters_read(struct letter *out, size_t max, const char *text)
{
    struct letters letters = {out, 0, max, ' '};
    while (*text) {
        if ((unsigned char)*text < 128) {
            add_ascii(&letters, *text++);
            continue;
        }
        int32_t rune;
        text += text_next(text, 4, &rune);
        if (rune >= 0) {
            add_rune(&letters, rune);
        }
    }
    return letters.count;
}

size_t letters_place(const char *text, size_t n)
{
    struct letter out[DECOMPOSED_MAX];
    struct letters letters = {out, 0, DECOMPOSED_MAX, ' '};
    for (const char *at = text; *at;) {
        int32_t rune;
        size_t took = text_next(at, 4, &rune);
        letters.count = 0;
        if (rune >= 0 && rune < 128) {
            add_ascii(&letters, (char)rune);
        } else if (rune >= 0) {
            add_rune(&letters, rune);
        }
        if (n < letters.count) {
            return (size_t)(at - text);
        }
        n -= letters.count;
        at += took;
    }
    return strlen(text);
}

void letters_settle(struct letter *letters, size_t count)
{
    struct letter *first = NULL;
    for (struct letter *at = letters; at < letters + count; at++) {
        at->marks &= (uint16_t)~MARK_LOOKALIKE;
        if (!is_vowel(at->base)) {
            first = NULL;
        } else if (!first || at->gap) {
            first = at;
        } else {
            first->marks |= at->marks & TONES;
            at->marks &= (uint16_t)~TONES;
        }
    }
}

static uint16_t vietnamese_marks(const struct letter *letter)
{
    switch (letter->base) {
    case 'a': return letter->marks & MARK_CIRCUMFLEX ? MARK_CIRCUMFLEX | TONES : MARK_BREVE | TONES;
    case 'e': return MARK_CIRCUMFLEX | TONES;
    case 'o': return MARK_CIRCUMFLEX | MARK_HORN | TONES;
    case 'u': return MARK_HORN | TONES;
    case 'i':
    case 'y': return TONES;
    case 'd': return MARK_STROKE;
    default: return 0;
    }
}

static bool after_qu(const struct letter *letters, size_t i)
{
    return i >= 2 && !letters[i].gap && !letters[i - 1].gap && letters[i - 1].base == 'u' &&
           letters[i - 2].base == 'q';
}

/* The letter is the whole vowel of its syllable and ends it. */
static bool stands_alone(const struct letter *letters, size_t count, size_t i)
{
    bool ends = i + 1 == count || letters[i + 1].gap;
    return ends && (letters[i].gap || !is_vowel(letters[i - 1].base));
}

/* At the head of a word yê and iê are one sound (Yên), of which only the first is a right spelling. */
static bool heads_ye(const struct letter *letters, size_t count, size_t i)
{
    return letters[i].gap && i + 1 < count && !letters[i + 1].gap && letters[i + 1].base == 'e';
}

void letters_simplify(struct letter *letters, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct letter *at = &letters[i];
        at->marks &= at->marks ? vietnamese_marks(at) : 0;
        if (at->base == 'y' &&
            (after_qu(letters, i) || stands_alone(letters, count, i) || heads_ye(letters, count, i))) {
            at->base = 'i';
        }
    }
}

uint32_t letters_marks(const struct letter *letters, size_t count)
{
    uint32_t sum = (uint32_t)count;
    for (size_t i = 0; i < count; i++) {
        sum = sum * 31 + letters[i].marks;
    }
    return sum;
}

bool letter_equal(const struct letter *a, const struct letter *b)
{
    return a->base == b->base && a->marks == b->marks;
}

struct reader {
    const char *at;
    size_t left;
    bool after_word; /* the code point before was part of a word */
};

/* The next code point in lower case, 0 at the end; spaces count only between words, and there once. */
static int32_t next_plain(struct reader *reader)
{
    bool spaced = false;
    int32_t rune = 0;
    size_t took = 0;
    for (;;) {
        took = text_next(reader->at, reader->left, &rune);
        if (took == 0 || !is_space(rune)) {
            break;
        }
        reader->at += took;
        reader->left -= took;
        spaced = true;
    }
    if (took == 0) {
        return 0;
    }
    struct letter_known known = letter_known(rune);
    bool word = rune >= 0 && (known.base || in_word(rune));
    if (spaced && word && reader->after_word) {
        reader->after_word = false;
        return ' ';
    }
    reader->at += took;
    reader->left -= took;
    reader->after_word = word;
    if (rune < 128) {
        return rune >= 'A' && rune <= 'Z' ? rune + 32 : rune;
    }
    /* letters of the table by base and marks, below every code point */
    return known.base ? -(known.base + 256 * (int32_t)known.marks) : utf8proc_tolower(rune);
}

bool letters_same_text(const char *a, const char *b)
{
    if (strcmp(a, b) == 0) {
        return true;
    }
    struct reader left = {a, strlen(a), false}, right = {b, strlen(b), false};
    for (;;) {
        int32_t rune = next_plain(&left);
        if (rune != next_plain(&right)) {
            return false;
        }
        if (rune == 0) {
            return true;
        }
    }
}
