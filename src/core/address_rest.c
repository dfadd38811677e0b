/* address_rest: each side becomes numbers of some class and names; the names are matched as a set. */
#include "core/address_rest.h"
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
    ITEM_ALLEY, /* ngõ 12 số 3 is 12/3: a house number, in whatever order */
    ITEM_NOTHING,
    ITEM_STREET_WORD,
    ITEM_CLASSES = ITEM_ALLEY,
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
    bool alley;                     /* house numbers may stand in any order */
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

static void add_item(struct items *items, size_t word, enum item_class what, uint16_t value)
{
    if (what == ITEM_ALLEY) {
        items->alley = true;
        what = ITEM_HOUSE;
    }
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
                     word->kind == UNIT_KIND_NONE && !split_is(words, at, "d");
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
    if (word->number || (coded && word->kind == UNIT_KIND_NONE && !label)) {
        at = add_number(items, at, class_of_number(items, at));
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
    items->alley = false;
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

static const struct item *next_of(const struct items *items, size_t *at, int what)
{
    while (*at < items->count) {
        const struct item *item = &items->list[(*at)++];
        bool wanted =
            what == ITEM_CLASSES ? item->what == ITEM_HOUSE || item->what == ITEM_STREET : item->what == what;
        if (wanted) {
            return item;
        }
    }
    return NULL;
}

/* The numbers of a class in their order; ITEM_CLASSES: of house and street, which nothing may tell apart. */
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

/* As a set: ngõ 12 số 3 beside 3/12. */
static bool same_alley(const struct items *a, const struct items *b)
{
    if ((!a->alley && !b->alley) || count_of(a, ITEM_HOUSE) != count_of(b, ITEM_HOUSE)) {
        return false;
    }
    size_t i = 0;
    for (const struct item *x; (x = next_of(a, &i, ITEM_HOUSE));) {
        size_t j = 0;
        const struct item *y = next_of(b, &j, ITEM_HOUSE);
        while (y && !same_value(a, x, b, y)) {
            y = next_of(b, &j, ITEM_HOUSE);
        }
        if (!y) {
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
};

static void compare_numbers(const struct items *a, const struct items *b, struct sums *sums)
{
    bool loose = (count_of(a, ITEM_CLASSES) > 0 && same_numbers(a, b, ITEM_CLASSES)) || same_alley(a, b);
    sums->shared += loose;
    for (int what = ITEM_HOUSE; what < ITEM_CLASSES; what++) {
        size_t mine = count_of(a, what), yours = count_of(b, what);
        if ((loose && (what == ITEM_HOUSE || what == ITEM_STREET)) || (mine == 0 && yours == 0)) {
            continue;
        }
        if (mine == 0 || yours == 0) {
            sums->a_only += mine > 0;
            sums->b_only += yours > 0;
        } else if (same_numbers(a, b, what)) {
            sums->shared++;
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

enum { SLIP_LETTERS = 5 }; /* shorter words are too like each other */

/* 0: equal, or marks are missing; 1: one slip; -1: other words. */
static int word_distance(const struct words *a, const struct word *p, const struct words *b,
                         const struct word *q)
{
    bool longer = p->count >= SLIP_LETTERS || q->count >= SLIP_LETTERS;
    if (p->count != q->count || memcmp(a->base + p->key, b->base + q->key, p->count) != 0) {
        bool slip = longer && split_slip(a->base + p->key, p->count, b->base + q->key, q->count);
        return slip ? 1 : -1;
    }
    int wrong = 0;
    for (size_t k = 0; k < p->count && !a->bare && !b->bare; k++) {
        uint16_t x = heard(a->letters[p->at + k].marks), y = heard(b->letters[q->at + k].marks);
        wrong += (x & ~y) != 0 && (y & ~x) != 0;
    }
    return wrong == 0 ? 0 : wrong == 1 && longer ? 1 : -1;
}

/* Exact ones first, so that a slip takes no word from another; one slip in all. */
static void match_names(struct items *a, struct items *b, int distance, int *slips)
{
    for (size_t i = 0; i < a->count; i++) {
        for (size_t j = 0; j < b->count && a->list[i].what == ITEM_NAME && !a->list[i].matched; j++) {
            struct item *x = &a->list[i], *y = &b->list[j];
            if (y->what == ITEM_NAME && !y->matched && *slips <= 1 &&
                word_distance(a->words, &a->words->word[x->word], b->words, &b->words->word[y->word]) ==
                    distance) {
                x->matched = y->matched = true;
                *slips += distance;
                if (*slips > 1) {
                    x->matched = y->matched = false;
                }
            }
        }
    }
}

/* A word without vowels is the first letters of a street's name: CMT 8, XVNT. */
static void match_initials(struct items *a, struct items *b)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct word *word = &a->words->word[a->list[i].word];
        size_t count = word->count;
        if (a->list[i].what != ITEM_NAME || a->list[i].matched) {
            continue;
        }
        for (size_t j = 0; j + count <= b->count; j++) {
            size_t k = 0;
            while (k < count && b->list[j + k].what == ITEM_NAME && !b->list[j + k].matched &&
                   b->words->word[b->list[j + k].word].count > 1 &&
                   b->words->base[b->words->word[b->list[j + k].word].key] == a->words->base[word->key + k]) {
                k++;
            }
            bool alone = count == 1 && a->words->word[a->list[i].word].gap != 0;
            if (k == count && (count > 1 || alone)) {
                a->list[i].matched = true;
                for (k = 0; k < count; k++) {
                    b->list[j + k].matched = true;
                }
                break;
            }
        }
    }
}

static void compare_names(struct items *a, struct items *b, struct sums *sums)
{
    int slips = 0;
    match_names(a, b, 0, &slips);
    match_initials(a, b);
    match_initials(b, a);
    match_names(a, b, 1, &slips);
    for (size_t i = 0; i < a->count; i++) {
        sums->a_names += a->list[i].what == ITEM_NAME && !a->list[i].matched;
        sums->shared += a->list[i].what == ITEM_NAME && a->list[i].matched;
    }
    for (size_t i = 0; i < b->count; i++) {
        sums->b_names += b->list[i].what == ITEM_NAME && !b->list[i].matched;
    }
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
    bool apart = sums.shared == 0 && x.count > 0 && y.count > 0;
    bool different = sums.different || apart || (beside && !street);
    *ret = (struct rest_match){.a_within = !sums.different && sums.a_only == 0,
                               .b_within = !sums.different && sums.b_only == 0};
    ret->level = different ? REST_DIFFERENT : sums.a_only > 0 || sums.b_only > 0 ? REST_LESS : REST_SAME;
}
