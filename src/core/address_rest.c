/* address_rest: each side becomes numbers of some class and names; the names are matched as a set. */
#include "core/address_rest.h"
#include "core/syllable.h"
#include <string.h>

enum item_class {
    ITEM_NAME,
    ITEM_HOUSE,
    ITEM_STREET, /* a number in a name: đường số 5, Mỹ Đình 2 */
    ITEM_GROUP,
    ITEM_HAMLET,
    ITEM_ROOM,
    ITEM_BLOCK,
    ITEM_FLOOR,
    ITEM_WARD,
    ITEM_DISTRICT,
    ITEM_ALLEY, /* ngõ 12 */
    ITEM_CLASSES,
    ITEM_NOTHING = ITEM_CLASSES,
    ITEM_STREET_WORD,
    ITEM_SAID, /* a word of the list below: where marks are lost it may as well be a name's (Phong, Ngo) */
};

enum { C = MARK_CIRCUMFLEX, H = MARK_HORN, S = MARK_STROKE };

/* Words that say what the number or name behind them is. `marks` are all those of the first word. */
static const struct label {
    char text[8], next[8], third[4];
    uint16_t marks;
    enum item_class what;
} LABELS[] = {
    {"to", "dan", "pho", C | MARK_HOOK, ITEM_GROUP},
    {"tdp", "", "", 0, ITEM_GROUP},
    {"to", "", "", C | MARK_HOOK, ITEM_GROUP},
    {"khu", "pho", "", 0, ITEM_HAMLET},
    {"kp", "", "", 0, ITEM_HAMLET},
    {"khu", "vuc", "", 0, ITEM_HAMLET},
    {"kv", "", "", 0, ITEM_HAMLET},
    {"khu", "dan", "cu", 0, ITEM_NOTHING},
    {"khu", "tap", "the", 0, ITEM_NOTHING},
    {"khu", "do", "thi", 0, ITEM_NOTHING},
    {"kdc", "", "", 0, ITEM_NOTHING},
    {"ktt", "", "", 0, ITEM_NOTHING},
    {"kdt", "", "", S, ITEM_NOTHING},
    {"khu", "", "", 0, ITEM_HAMLET},
    {"ap", "", "", C | MARK_ACUTE, ITEM_HAMLET},
    {"thon", "", "", C, ITEM_HAMLET},
    {"xom", "", "", MARK_ACUTE, ITEM_HAMLET},
    {"ban", "", "", MARK_HOOK, ITEM_HAMLET},
    {"buon", "", "", C, ITEM_HAMLET},
    {"bon", "", "", 0, ITEM_HAMLET},
    {"lang", "", "", MARK_GRAVE, ITEM_HAMLET},
    {"khom", "", "", MARK_ACUTE, ITEM_HAMLET},
    {"doi", "", "", S | C | MARK_DOT, ITEM_HAMLET},
    {"tieu", "khu", "", C | MARK_HOOK, ITEM_HAMLET},
    {"tk", "", "", 0, ITEM_HAMLET},
    {"plei", "", "", 0, ITEM_HAMLET},
    {"ngo", "", "", MARK_TILDE, ITEM_ALLEY},
    {"ngach", "", "", MARK_ACUTE, ITEM_ALLEY},
    {"hem", "", "", MARK_HOOK, ITEM_ALLEY},
    {"kiet", "", "", C | MARK_DOT, ITEM_ALLEY},
    {"can", "ho", "", MARK_BREVE, ITEM_ROOM},
    {"can", "", "", MARK_BREVE, ITEM_ROOM},
    {"phong", "", "", MARK_GRAVE, ITEM_ROOM},
    {"lo", "", "", C, ITEM_BLOCK},
    {"toa", "", "", MARK_GRAVE, ITEM_BLOCK},
    {"block", "", "", 0, ITEM_BLOCK},
    {"chung", "cu", "", 0, ITEM_BLOCK},
    {"cc", "", "", 0, ITEM_BLOCK},
    {"tang", "", "", C | MARK_GRAVE, ITEM_FLOOR},
    {"lau", "", "", C | MARK_GRAVE, ITEM_FLOOR},
    {"so", "nha", "", C | MARK_ACUTE, ITEM_HOUSE},
    {"so", "", "", C | MARK_ACUTE, ITEM_NOTHING},
    {"sn", "", "", 0, ITEM_HOUSE},
    {"nha", "", "", MARK_GRAVE, ITEM_NOTHING},
    {"duong", "", "", S | H | MARK_GRAVE, ITEM_STREET_WORD},
    {"d", "", "", S, ITEM_STREET_WORD},
    {"pho", "", "", C | MARK_ACUTE, ITEM_STREET_WORD},
    {"ql", "", "", 0, ITEM_STREET_WORD},
    {"quoc", "lo", "", C | MARK_ACUTE, ITEM_STREET_WORD},
    {"tl", "", "", 0, ITEM_STREET_WORD},
    {"dt", "", "", S, ITEM_STREET_WORD},
    {"tinh", "lo", "", MARK_HOOK, ITEM_STREET_WORD},
    {"hl", "", "", 0, ITEM_STREET_WORD},
    {"huong", "lo", "", H, ITEM_STREET_WORD},
};

enum { ITEMS_MAX = WORDS_MAX };

struct item {
    uint8_t what; /* enum item_class */
    uint8_t segment;
    bool matched;
    uint16_t word;
    uint16_t value; /* of a number in roman digits, else 0 */
};

struct items {
    const struct words *words;
    struct item list[ITEMS_MAX];
    size_t count, end;
    uint8_t segment, house_segment; /* segments are parted by commas; UINT8_MAX: no house number */
    enum item_class label;          /* of the next number */
};

/* Its marks are those; or it has none, in a text without any or before a number. */
static bool marked_so(const struct items *items, size_t at, size_t next, uint16_t marks)
{
    const struct words *words = items->words;
    uint16_t has = 0;
    for (size_t i = 0; i < words->word[at].count; i++) {
        has |= words->letters[words->word[at].at + i].marks;
    }
    bool plain = has == 0 && (words->bare || (next < items->end && words->word[next].number));
    return plain || has == marks || (has == MARK_TILDE && marks == MARK_HOOK);
}

static const struct label *label_at(const struct items *items, size_t at, size_t *ret_words)
{
    const struct words *words = items->words;
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
        const struct label *label = &LABELS[i];
        size_t count = *label->third ? 3 : *label->next ? 2 : 1;
        if (label->text[0] == words->base[words->word[at].key] && at + count <= items->end &&
            split_is(words, at, label->text) && (count < 2 || split_is(words, at + 1, label->next)) &&
            (count < 3 || split_is(words, at + 2, label->third)) &&
            marked_so(items, at, at + count, label->marks)) {
            *ret_words = count;
            return label;
        }
    }
    return NULL;
}

static uint16_t roman(const struct words *words, size_t at)
{
    static const char *const ROMAN[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                        "vii", "viii", "ix",  "x",  "xi", "xii"};
    for (uint16_t i = 0; i < sizeof ROMAN / sizeof *ROMAN; i++) {
        if (split_is(words, at, ROMAN[i])) {
            return (uint16_t)(i + 1);
        }
    }
    return 0;
}

/* Ba Tháng Hai, Tháng Tám: numbers in words beside tháng. */
static uint16_t spelt(const struct items *items, size_t at)
{
    static const char *const SPELT[] = {"mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"};
    bool month = (at > 0 && split_is(items->words, at - 1, "thang")) ||
                 (at + 1 < items->end && split_is(items->words, at + 1, "thang"));
    for (uint16_t i = 0; month && i < sizeof SPELT / sizeof *SPELT; i++) {
        if (split_is(items->words, at, SPELT[i])) {
            return (uint16_t)(i + 1);
        }
    }
    return 0;
}

static bool is_number(const struct items *items, size_t at)
{
    return items->words->word[at].number || spelt(items, at);
}

/* Tháng between two numbers is but a sign between them. */
static bool parts_numbers(const struct items *items, size_t at)
{
    return at > 0 && at + 1 < items->end && split_is(items->words, at, "thang") && is_number(items, at - 1) &&
           is_number(items, at + 1);
}

static void add_item(struct items *items, size_t word, enum item_class what, uint16_t value)
{
    if (what == ITEM_HOUSE) {
        items->house_segment = items->segment;
    }
    items->list[items->count++] = (struct item){(uint8_t)what, items->segment, false, (uint16_t)word, value};
}

/* Numbers and letters that belong to the number before them: 12/3, 12A, 12-14. */
static size_t add_number(struct items *items, size_t at, enum item_class what)
{
    const struct words *words = items->words;
    add_item(items, at++, what, 0);
    while (at < items->end) {
        const struct word *word = &words->word[at];
        bool joined = word->gap == 0 || word->gap == '/' || word->gap == '-';
        bool letter = !word->number && word->count == 1;
        bool apart = letter && word->gap == ' ' && words->word[at - 1].number &&
                     word->kind == UNIT_KIND_NONE && !split_is(words, at, "d") &&
                     !(at + 1 < items->end && words->word[at + 1].gap == '.');
        if (!(joined && (word->number || word->gap == 0 || letter)) && !apart) {
            break;
        }
        add_item(items, at++, what, 0);
    }
    return at;
}

/* What a number is that no label tells: after a name without a comma it is the name's. */
static enum item_class class_of_number(const struct items *items, size_t at)
{
    if (items->label != ITEM_NOTHING) {
        return items->label;
    }
    bool after_name = items->count > 0 && items->list[items->count - 1].what == ITEM_NAME &&
                      items->list[items->count - 1].word + 1U == at && !split_parted(items->words, at);
    return after_name ? ITEM_STREET : ITEM_HOUSE;
}

static enum item_class class_of_kind(enum unit_kind kind)
{
    switch (kind) {
    case UNIT_KIND_PHUONG:
    case UNIT_KIND_XA:
    case UNIT_KIND_THI_TRAN:
    case UNIT_KIND_DAC_KHU: return ITEM_WARD;
    default: return ITEM_DISTRICT;
    }
}

/* A kind of unit before a number; any other stays a word of the rest. */
static bool takes_kind(struct items *items, size_t at)
{
    const struct word *word = &items->words->word[at];
    if (word->kind == UNIT_KIND_NONE || at + 1 >= items->end || !items->words->word[at + 1].number) {
        return false;
    }
    items->label = class_of_kind(word->kind);
    return true;
}

static size_t add_label(struct items *items, const struct label *label, size_t at, size_t count)
{
    bool names_street = label->what == ITEM_STREET_WORD;
    size_t next = at + count;
    for (size_t i = at; i < next; i++) {
        add_item(items, i, ITEM_SAID, 0);
    }
    bool numbered = next < items->end &&
                    (items->words->word[next].number || (names_street && split_is(items->words, next, "so")));
    if (names_street) {
        items->label = numbered ? ITEM_STREET : ITEM_NOTHING;
    } else if (label->what != ITEM_NOTHING) {
        items->label = label->what;
    }
    return next;
}

static size_t add_next(struct items *items, size_t at)
{
    const struct words *words = items->words;
    const struct word *word = &words->word[at];
    size_t count = 0;
    items->segment = (uint8_t)(items->segment + (at > 0 && split_parted(words, at) && word->gap != '/' &&
                                                 items->segment < UINT8_MAX - 1));
    bool coded = at + 1 < items->end && !word->number && word->count == 1 && words->word[at + 1].number &&
                 words->word[at + 1].gap == 0;
    uint16_t value = items->label != ITEM_NOTHING ? roman(words, at) : 0;
    const struct label *label = word->number ? NULL : label_at(items, at, &count);
    bool code = coded && word->kind == UNIT_KIND_NONE && words->letters[word->at].marks == 0;
    if (word->number || code) {
        at = add_number(items, at, class_of_number(items, at));
    } else if (parts_numbers(items, at)) {
        items->label = ITEM_STREET;
        return at + 1;
    } else if (spelt(items, at)) {
        add_item(items, at, ITEM_STREET, spelt(items, at));
        at++;
    } else if (takes_kind(items, at)) {
        return at + 1;
    } else if (label) {
        return add_label(items, label, at, count);
    } else {
        add_item(items, at, value ? items->label : ITEM_NAME, value);
        at++;
    }
    items->label = ITEM_NOTHING;
    return at;
}

static void read_items(struct items *items, const struct words *words, size_t end)
{
    items->words = words;
    items->end = end;
    items->count = 0;
    items->segment = 0;
    items->house_segment = UINT8_MAX;
    items->label = ITEM_NOTHING;
    for (size_t at = 0; at < end;) {
        at = add_next(items, at);
    }
}

static bool same_value(const struct items *a, const struct item *x, const struct items *b,
                       const struct item *y)
{
    const struct word *p = &a->words->word[x->word], *q = &b->words->word[y->word];
    if (x->value || y->value) {
        const struct items *plain = x->value ? b : a;
        const struct word *number = x->value ? q : p;
        uint16_t value = x->value ? x->value : y->value, other = 0;
        if (x->value && y->value) {
            return x->value == y->value;
        }
        for (size_t i = 0; number->number && i < number->count && i < 3; i++) {
            other = (uint16_t)(other * 10 + (plain->words->base[number->key + i] - '0'));
        }
        return value == other;
    }
    return p->count == q->count && memcmp(a->words->base + p->key, b->words->base + q->key, p->count) == 0;
}

/* Classes that nothing may tell apart. */
enum { ITEM_ANY_HOUSE = ITEM_SAID + 1, ITEM_ANY_ALLEY };

static bool is_house(const struct item *item)
{
    return item->what == ITEM_HOUSE || item->what == ITEM_STREET || item->what == ITEM_ALLEY;
}

static const struct item *next_of(const struct items *items, size_t *at, int what)
{
    while (*at < items->count) {
        const struct item *item = &items->list[(*at)++];
        bool wanted = item->what == what ||
                      (what == ITEM_ANY_HOUSE && is_house(item) && item->what != ITEM_ALLEY) ||
                      (what == ITEM_ANY_ALLEY && is_house(item) && item->what != ITEM_STREET);
        if (wanted) {
            return item;
        }
    }
    return NULL;
}

/* The numbers of a class in their order; ITEM_ANY_HOUSE: of house and street. */
static bool same_numbers(const struct items *a, const struct items *b, int what)
{
    size_t i = 0, j = 0;
    for (;;) {
        const struct item *x = next_of(a, &i, what), *y = next_of(b, &j, what);
        if (!x || !y) {
            return x == y;
        }
        if (!same_value(a, x, b, y)) {
            return false;
        }
    }
}

static size_t count_of(const struct items *items, int what)
{
    size_t at = 0, count = 0;
    while (next_of(items, &at, what)) {
        count++;
    }
    return count;
}

static bool holds(const struct items *items, const struct items *of, const struct item *item)
{
    size_t at = 0;
    const struct item *other = next_of(items, &at, ITEM_ANY_ALLEY);
    while (other && !same_value(of, item, items, other)) {
        other = next_of(items, &at, ITEM_ANY_ALLEY);
    }
    return other != NULL;
}

/* Ngõ 12 số 3 on one side, 12/3 or 3/12 on the other: as sets. */
static bool same_alley(const struct items *a, const struct items *b)
{
    size_t both = count_of(a, ITEM_ANY_ALLEY), i = 0;
    if ((count_of(a, ITEM_ALLEY) > 0) == (count_of(b, ITEM_ALLEY) > 0) ||
        both != count_of(b, ITEM_ANY_ALLEY)) {
        return false;
    }
    for (const struct item *x; (x = next_of(a, &i, ITEM_ANY_ALLEY));) {
        if (!holds(b, a, x)) {
            return false;
        }
    }
    return true;
}

/* What both sides come to, class by class. */
struct sums {
    bool different;          /* another number */
    size_t a_only, b_only;   /* names, and classes of numbers, that one side alone has */
    size_t a_names, b_names; /* of these the names */
    size_t shared;
    bool house; /* the same house number */
};

static void compare_numbers(const struct items *a, const struct items *b, struct sums *sums)
{
    bool alley = same_alley(a, b);
    bool loose = alley || (count_of(a, ITEM_ANY_HOUSE) > 0 && same_numbers(a, b, ITEM_ANY_HOUSE));
    sums->shared += loose;
    sums->house = loose;
    for (int what = ITEM_HOUSE; what < ITEM_CLASSES; what++) {
        size_t mine = count_of(a, what), yours = count_of(b, what);
        bool done = (loose && (what == ITEM_HOUSE || what == ITEM_STREET)) || (alley && what == ITEM_ALLEY);
        if (done || (mine == 0 && yours == 0)) {
            continue;
        }
        if (mine == 0 || yours == 0) {
            sums->a_only += mine > 0;
            sums->b_only += yours > 0;
        } else if (same_numbers(a, b, what)) {
            sums->shared++;
            sums->house = sums->house || what == ITEM_HOUSE;
        } else {
            sums->different = true;
        }
    }
}

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
enum { SLIP_LETTERS = 3 }; /* shorter words are too like each other */

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
        bool longer = p->count >= SLIP_LETTERS || q->count >= SLIP_LETTERS;
        if (!longer || *x != *y || !split_slip(x, p->count, y, q->count)) {
            return WORD_OTHER;
        }
        if (!is_syllable(a, p) || !is_syllable(b, q)) {
            return WORD_SLIP;
        }
        return is_near(x, p->count, y, q->count) ? WORD_NEAR : WORD_DOUBTFUL;
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

static size_t unmatched(const struct items *items)
{
    size_t count = 0;
    for (size_t i = 0; i < items->count; i++) {
        count += items->list[i].what == ITEM_NAME && !items->list[i].matched;
    }
    return count;
}

/* One slip in all. One that gives another word needs a word beside it that is the same, or more. */
static void match_slips(struct items *a, struct items *b, size_t same, bool house)
{
    int worst = same > 1 || (same > 0 && house) ? WORD_DOUBTFUL : same > 0 ? WORD_NEAR : WORD_SLIP;
    bool one = unmatched(a) == 1 && unmatched(b) == 1;
    for (int distance = WORD_SLIP; one && distance <= worst; distance++) {
        match_names(a, b, distance, 1);
    }
}

static void compare_names(struct items *a, struct items *b, struct sums *sums)
{
    size_t same = match_names(a, b, WORD_SAME, ITEMS_MAX);
    match_names(b, a, WORD_SAME, ITEMS_MAX);
    match_initials(a, b);
    match_initials(b, a);
    match_shortened(a, b);
    match_shortened(b, a);
    match_slips(a, b, same, sums->house);
    for (size_t i = 0; i < a->count; i++) {
        sums->shared += a->list[i].what == ITEM_NAME && a->list[i].matched;
    }
    sums->a_names = unmatched(a);
    sums->b_names = unmatched(b);
    sums->a_only += sums->a_names;
    sums->b_only += sums->b_names;
}

/* The house's own street is wholly matched: what differs beyond it is only said otherwise. */
static bool street_matched(const struct items *items)
{
    size_t names = 0;
    for (size_t i = 0; i < items->count; i++) {
        const struct item *item = &items->list[i];
        if (item->what == ITEM_NAME && item->segment == items->house_segment) {
            if (!item->matched) {
                return false;
            }
            names++;
        }
    }
    return names > 0;
}

static bool says(const struct items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        if (items->list[i].what != ITEM_SAID) {
            return true;
        }
    }
    return false;
}

void rest_compare(const struct words *a, size_t a_end, const struct words *b, size_t b_end,
                  struct rest_match *ret)
{
    struct items x, y;
    struct sums sums = {0};
    read_items(&x, a, a_end);
    read_items(&y, b, b_end);
    compare_numbers(&x, &y, &sums);
    compare_names(&x, &y, &sums);
    bool beside = sums.a_names > 0 && sums.b_names > 0;
    bool street = street_matched(&x) && street_matched(&y);
    bool apart = sums.shared == 0 && says(&x) && says(&y);
    bool different = sums.different || apart || (beside && !street);
    *ret = (struct rest_match){.a_within = !sums.different && sums.a_only == 0,
                               .b_within = !sums.different && sums.b_only == 0};
    ret->level = different ? REST_DIFFERENT : sums.a_only > 0 || sums.b_only > 0 ? REST_LESS : REST_SAME;
}
