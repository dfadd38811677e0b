/* address: both sides as words with their units named in one way, compared one by one. */
#include "core/address.h"
#include "core/field.h"
#include "core/letter.h"
#include <string.h>

enum word_unit {
    WORD_NONE,
    WORD_PROVINCE,
    WORD_CITY,
    WORD_QUARTER,
    WORD_DISTRICT,
    WORD_TOWN,
    WORD_WARD,
    WORD_COMMUNE,
    WORD_TOWNSHIP,
    WORD_ZONE,
};

/* How the administrative units are written; `bare` for an address that has no diacritics at all, where they
 * would otherwise not be told from street names (Quán Thánh, Phương Mai). */
static const struct {
    const char *text, *bare;
    enum word_unit unit;
} UNITS[] = {
    {"tỉnh", "tinh", WORD_PROVINCE}, {"thành phố", "thanh pho", WORD_CITY},
    {"tp", "tp", WORD_CITY},         {"quận", "quan", WORD_QUARTER},
    {"q", "q", WORD_QUARTER},        {"huyện", "huyen", WORD_DISTRICT},
    {"h", "h", WORD_DISTRICT},       {"thị xã", "thi xa", WORD_TOWN},
    {"tx", "tx", WORD_TOWN},         {"phường", "phuong", WORD_WARD},
    {"p", "p", WORD_WARD},           {"xã", "xa", WORD_COMMUNE},
    {"x", "x", WORD_COMMUNE},        {"thị trấn", "thi tran", WORD_TOWNSHIP},
    {"tt", "tt", WORD_TOWNSHIP},     {"đặc khu", "dac khu", WORD_ZONE},
};

static const char HCM[] = "hồ chí minh";
enum { HCM_LETTERS = 9, WORD_LETTERS = 16 };

struct word {
    uint16_t at, count; /* its letters */
    uint8_t unit;       /* enum word_unit when it names a kind of unit, not a place */
    bool number;
    bool doubtful; /* the unit may as well be part of a house number (12 H Lê Lợi) */
};

struct side {
    struct letter letters[HCM_LETTERS + ADDRESS_SIZE]; /* the first are HCM's, for those who abbreviate */
    struct word words[ADDRESS_SIZE];
    size_t letter_count, word_count;
    bool bare; /* no letter of it carries a mark */
};

static bool is_digit(const struct letter *letter)
{
    return letter->base >= '0' && letter->base <= '9';
}

/* The end of the word at `i`: words end at a gap and where digits meet letters (P4, 12A). */
static size_t word_end(const struct side *side, size_t i)
{
    bool digits = is_digit(&side->letters[i]);
    do {
        i++;
    } while (i < side->letter_count && !side->letters[i].gap && is_digit(&side->letters[i]) == digits);
    return i;
}

/* How many letters from `i` on spell the ASCII text `bare`, as whole words; 0 when they do not. */
static size_t spells(const struct side *side, size_t i, const char *bare)
{
    size_t start = i;
    bool gap = false;
    for (; *bare; bare++) {
        if (*bare == ' ') {
            gap = true;
            continue;
        }
        if (i >= side->letter_count || side->letters[i].base != *bare) {
            return 0;
        }
        if (i > start && gap != (side->letters[i].gap != 0)) {
            return 0;
        }
        gap = false;
        i++;
    }
    return word_end(side, i - 1) == i ? i - start : 0;
}

static bool marked_as(const struct side *side, size_t i, const char *text)
{
    struct letter want[WORD_LETTERS];
    size_t count = letters_read(want, WORD_LETTERS, text);
    letters_settle(want, count);
    for (size_t k = 0; k < count; k++) {
        if (want[k].marks != side->letters[i + k].marks) {
            return false;
        }
    }
    return true;
}

/* The unit that is written at letter `i`, and how many letters that takes. */
static enum word_unit unit_at(const struct side *side, size_t i, size_t *ret_count)
{
    for (size_t k = 0; k < sizeof UNITS / sizeof *UNITS; k++) {
        size_t count = spells(side, i, UNITS[k].bare);
        if (count > 0 && (side->bare || marked_as(side, i, UNITS[k].text))) {
            *ret_count = count;
            return UNITS[k].unit;
        }
    }
    return WORD_NONE;
}

static struct word *add_word(struct side *side, size_t at, size_t count, enum word_unit unit)
{
    struct word *word = &side->words[side->word_count++];
    *word = (struct word){(uint16_t)at, (uint16_t)count, (uint8_t)unit, false, false};
    return word;
}

static void add_hcm(struct side *side)
{
    size_t end = 0;
    for (size_t at = 0; at < HCM_LETTERS; at = end) {
        end = at + 1;
        while (end < HCM_LETTERS && !side->letters[end].gap) {
            end++;
        }
        add_word(side, at, end - at, WORD_NONE);
    }
}

/* Numbers are compared by value: P.04 is P4. */
static void add_plain(struct side *side, size_t at, size_t end)
{
    bool number = is_digit(&side->letters[at]);
    while (number && at + 1 < end && side->letters[at].base == '0') {
        at++;
    }
    add_word(side, at, end - at, WORD_NONE)->number = number;
}

/* A lone letter after a number is a unit for certain only with a dot or a comma: "Ấp 5, X. Tân Phú". */
static bool doubtful(const struct side *side, size_t at, size_t end)
{
    bool after_number = side->word_count > 0 && side->words[side->word_count - 1].number;
    bool dotted =
        end < side->letter_count && (side->letters[end].gap == '.' || is_digit(&side->letters[end]));
    return end == at + 1 && after_number && !dotted && side->letters[at].gap == ' ';
}

/* Adds the word or the unit at letter `at` and returns the letter behind it. */
static size_t add_next(struct side *side, size_t at)
{
    size_t count;
    bool after_unit = side->word_count > 0 && side->words[side->word_count - 1].unit != WORD_NONE;
    enum word_unit unit = side->letters[at].gap && !after_unit ? unit_at(side, at, &count) : WORD_NONE;
    if (unit != WORD_NONE) {
        bool doubt = doubtful(side, at, at + count);
        add_word(side, at, count, unit)->doubtful = doubt;
        return at + count;
    }
    if (spells(side, at, "tphcm")) {
        add_word(side, at, 2, WORD_CITY);
    }
    if (spells(side, at, "hcm") || spells(side, at, "tphcm")) {
        add_hcm(side);
    } else {
        add_plain(side, at, word_end(side, at));
    }
    return word_end(side, at);
}

static void read_side(struct side *side, const char *text)
{
    side->word_count = 0;
    side->bare = true;
    letters_read(side->letters, HCM_LETTERS, HCM);
    side->letter_count = HCM_LETTERS + letters_read(side->letters + HCM_LETTERS, ADDRESS_SIZE, text);
    letters_settle(side->letters, side->letter_count);
    letters_simplify(side->letters, side->letter_count);
    for (size_t i = HCM_LETTERS; i < side->letter_count; i++) {
        side->bare = side->bare && side->letters[i].marks == 0;
    }
    for (size_t at = HCM_LETTERS; at < side->letter_count;) {
        at = add_next(side, at);
    }
}

static bool same_word(const struct side *a, const struct word *x, const struct side *b, const struct word *y)
{
    if (x->unit && x->unit == y->unit) {
        return true;
    }
    if (x->count != y->count) {
        return false;
    }
    for (size_t k = 0; k < x->count; k++) {
        const struct letter *p = &a->letters[x->at + k], *q = &b->letters[y->at + k];
        if (p->base != q->base || (p->marks != q->marks && !a->bare && !b->bare)) {
            return false;
        }
    }
    return true;
}

/* A unit may be left unsaid before a name, not before a number, which would then say something else (P4, Q4,
 * 4). */
static bool may_lack(const struct side *side, size_t i)
{
    return i + 1 < side->word_count && side->words[i].unit && !side->words[i].doubtful &&
           !side->words[i + 1].number;
}

static bool same_words(const struct side *a, const struct side *b)
{
    size_t i = 0, j = 0;
    while (i < a->word_count && j < b->word_count) {
        if (same_word(a, &a->words[i], b, &b->words[j])) {
            i++, j++;
        } else if (may_lack(a, i) && !b->words[j].unit) {
            i++;
        } else if (may_lack(b, j) && !a->words[i].unit) {
            j++;
        } else {
            return false;
        }
    }
    return i == a->word_count && j == b->word_count;
}

static enum address_level compare_words(const char *card, const char *system)
{
    if (letters_same_text(card, system)) {
        return ADDRESS_SAME;
    }
    if (strlen(card) >= ADDRESS_SIZE || strlen(system) >= ADDRESS_SIZE) {
        return ADDRESS_DIFFERENT;
    }
    struct side a, b;
    read_side(&a, card);
    read_side(&b, system);
    return a.word_count > 0 && same_words(&a, &b) ? ADDRESS_EQUIVALENT : ADDRESS_DIFFERENT;
}

void address_compare(const struct units *units, const char *today, const char *card, const char *system,
                     struct address_match *ret)
{
    (void)units;
    (void)today;
    *ret = (struct address_match){.level = compare_words(card, system)};
}
