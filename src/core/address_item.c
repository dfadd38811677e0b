/* address_item: what a number is the word before it tells. */
#include "core/address_item.h"

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

static bool is_label(const struct items *items, size_t at, const struct label *label, size_t *ret_words)
{
    const struct words *words = items->words;
    size_t count = *label->third ? 3 : *label->next ? 2 : 1;
    *ret_words = count;
    return at + count <= items->end && split_is(words, at, label->text) &&
           (count < 2 || split_is(words, at + 1, label->next)) &&
           (count < 3 || split_is(words, at + 2, label->third)) &&
           marked_so(items, at, at + count, label->marks);
}

static const struct label *label_at(const struct items *items, size_t at, size_t *ret_words)
{
    char first = items->words->base[items->words->word[at].key];
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
        if (LABELS[i].text[0] == first && is_label(items, at, &LABELS[i], ret_words)) {
            return &LABELS[i];
        }
    }
    return NULL;
}

static uint16_t roman(const struct words *words, size_t at)
{
    static const char *const ROMAN[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                        "vii", "viii", "ix",  "x",  "xi", "xii"};
    for (size_t i = 0; i < sizeof ROMAN / sizeof *ROMAN; i++) {
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

void items_read(struct items *items, const struct words *words, size_t end)
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
