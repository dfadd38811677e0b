/* mend_ime: the keys that an input method took for marks, put back where a card can have had them. */
#include "core/letter.h"
#include "core/mend.h"
#include "core/mend_word.h"
#include "core/number.h"
#include "core/text.h"
#include <string.h>

enum {
    STEPS_MAX = 4000, /* of all searches of one payload: well under a millisecond */
    ITEMS_MAX = 640,  /* of one field */
    MADE_MAX = 2 * ITEMS_MAX,
    PENDING_MAX = 4,
};

/* A character as it arrived: the letter without marks, and the keys that gave it the marks. */
struct item {
    char base, keys[2];
};

/* So many items are taken and characters made; mark keys of this word that stand further behind. */
struct place {
    unsigned short taken, made;
    unsigned char moves; /* tried already */
    bool erased;         /* MOVE_ERASED was the last move */
    char pending[PENDING_MAX + 1];
};

/* What may come next: an item, a pending mark key, or what VNI erased: after a vowel 2 is a mark and 0 takes
 * it away, so that the space (20) behind N (4e) or n (6e) leaves no trace. In a number a mark key may be
 * lost: DN gives ĐN. */
enum move { MOVE_ITEM, MOVE_ERASED, MOVE_LOST, MOVE_PENDING, MOVE_END = MOVE_PENDING + PENDING_MAX };

enum holds { HOLDS_NUMBER, HOLDS_NAME, HOLDS_ADDRESS };

struct search {
    bool vni;
    enum holds holds;
    int steps;
    struct item items[ITEMS_MAX];
    size_t count, depth;
    struct place places[MADE_MAX + 1];
    char made[MADE_MAX], found[MADE_MAX];
    size_t found_len;
    int readings; /* that differ, at most 2 */
};

static char key_of(unsigned mark, char base, bool vni)
{
    switch (mark) {
    case MARK_ACUTE: return vni ? '1' : 's';
    case MARK_GRAVE: return vni ? '2' : 'f';
    case MARK_HOOK: return vni ? '3' : 'r';
    case MARK_TILDE: return vni ? '4' : 'x';
    case MARK_DOT: return vni ? '5' : 'j';
    case MARK_CIRCUMFLEX: return vni ? '6' : base;
    case MARK_HORN: return vni ? '7' : 'w';
    case MARK_BREVE: return vni ? '8' : 'w';
    case MARK_STROKE: return vni ? '9' : 'd';
    default: return '\0';
    }
}

static bool read_item(const char *bytes, size_t len, bool vni, struct item *ret)
{
    char text[5] = "";
    struct letter letter;
    memcpy(text, bytes, len);
    *ret = (struct item){.base = *bytes};
    if (letters_read(&letter, 1, text) == 0) {
        return len == 1;
    }
    ret->base = (char)letter.base;
    size_t keys = 0;
    for (unsigned mark = 1; mark <= letter.marks; mark <<= 1) {
        if (letter.marks & mark) {
            char key = key_of(mark, ret->base, vni);
            if (!key || keys == sizeof ret->keys) {
                return false;
            }
            ret->keys[keys++] = key;
        }
    }
    return letter.base < 0x80;
}

static bool read_items(struct search *search, const char *field, size_t len)
{
    search->count = 0;
    for (size_t at = 0, taken; at < len; at += taken) {
        int32_t rune;
        taken = text_next(field + at, len - at, &rune);
        if (rune < 0 || search->count == ITEMS_MAX ||
            !read_item(field + at, taken, search->vni, &search->items[search->count++])) {
            return false;
        }
    }
    return true;
}

static int digit(char c)
{
    return text_hex_digit((unsigned char)c);
}

static bool is_number(const char *made, size_t len)
{
    char number[NUMBER_SIZE];
    enum number_kind kind;
    if (len >= sizeof number) {
        return false;
    }
    memcpy(number, made, len);
    number[len] = '\0';
    return number_read(number, number, &kind) == FAULT_NONE && kind != NUMBER_CCCD;
}

/* Longer than any word with the sign before it. */
enum { WINDOW = 48 };

/* What is made, and fitted before the last character, can become, or (`whole`) is, what the field holds. */
static bool fits(const struct search *search, size_t len, bool whole)
{
    char text[WINDOW];
    size_t size = len / 2 < WINDOW ? len / 2 : WINDOW;
    if (search->holds == HOLDS_NUMBER) {
        return whole ? is_number(search->made, len) : len < NUMBER_SIZE;
    }
    if (len % 2) {
        return !whole && digit(search->made[len - 1]) >= 0;
    }
    for (size_t i = 0; i < size; i++) {
        const char *pair = search->made + len - 2 * (size - i);
        int high = digit(pair[0]), low = digit(pair[1]);
        if (high < 0 || low < 0) {
            return false;
        }
        text[i] = (char)(high << 4 | low);
    }
    return mend_goes_on(text, size, search->holds == HOLDS_NAME, whole);
}

static bool is_vowel(const struct item *item)
{
    return !item->keys[0] && (item->base == 'a' || item->base == 'e');
}

/* The next place by a move; false where there is no such move. */
static bool go(struct search *search, const struct place *from, int move, struct place *ret)
{
    const struct item *item = &search->items[from->taken];
    size_t pending = strlen(from->pending);
    *ret = *from;
    ret->moves = 0;
    ret->erased = move == MOVE_ERASED;
    if (move == MOVE_ITEM) {
        bool in_word = item->base >= 'a' && item->base <= 'z';
        if (from->taken == search->count || (!in_word && pending > 0) || pending > PENDING_MAX - 2) {
            return false;
        }
        memcpy(ret->pending + pending, item->keys, sizeof item->keys);
        search->made[ret->made++] = item->base;
        ret->taken++;
        return true;
    }
    if (move == MOVE_ERASED) {
        bool vowel = from->taken > 0 && is_vowel(item - 1) && pending == 0 && !from->erased;
        memcpy(search->made + from->made, "20", 2);
        ret->made = (unsigned short)(from->made + 2);
        return vowel && search->vni && from->made % 2 == 0 && search->holds != HOLDS_NUMBER;
    }
    if (move == MOVE_LOST) {
        memset(ret->pending, 0, sizeof ret->pending);
        return pending > 0 && search->holds == HOLDS_NUMBER;
    }
    size_t key = (size_t)(move - MOVE_PENDING);
    if (key >= pending) {
        return false;
    }
    search->made[ret->made++] = from->pending[key];
    memmove(ret->pending + key, ret->pending + key + 1, pending - key);
    return true;
}

static void keep(struct search *search, size_t len)
{
    bool other =
        search->readings == 0 || search->found_len != len || memcmp(search->found, search->made, len) != 0;
    if (other) {
        search->readings++;
        search->found_len = len;
        memcpy(search->found, search->made, len);
    }
}

/* True when exactly one reading is found and nothing was left unsearched. */
static bool run(struct search *search)
{
    search->depth = 1;
    search->readings = 0;
    search->places[0] = (struct place){.taken = 0};
    while (search->depth > 0 && search->readings < 2 && search->steps < STEPS_MAX) {
        struct place *here = &search->places[search->depth - 1], next;
        if (here->moves == MOVE_END) {
            search->depth--;
            continue;
        }
        search->steps++;
        if (!go(search, here, here->moves++, &next) || next.made > MADE_MAX - 2 ||
            !fits(search, next.made, false)) {
            continue;
        }
        if (next.taken == search->count && !*next.pending && fits(search, next.made, true)) {
            keep(search, next.made);
        }
        if (search->depth <= MADE_MAX) {
            search->places[search->depth++] = next;
        }
    }
    return search->depth == 0 && search->readings == 1;
}

/* A field that is not stated, or holds no text, stays as it is. */
static bool put_field(struct search *search, int index, const char *field, size_t len, struct mended *text)
{
    bool hex = index == 1 || index == 4 || index == 10;
    if ((!hex && index != 0) || len == 0 || (len == 1 && *field == '-')) {
        return mend_put(text, field, len);
    }
    search->holds = index == 0 ? HOLDS_NUMBER : index == 4 ? HOLDS_ADDRESS : HOLDS_NAME;
    return read_items(search, field, len) && run(search) && mend_put(text, search->found, search->found_len);
}

/* Some letter beyond ASCII stands where a card has none. */
bool mend_typed(const char *bytes, size_t len)
{
    size_t field0 = 0, at = 0;
    while (field0 < len && bytes[field0] != '|') {
        field0++;
    }
    bool cccd = field0 > 2 && bytes[0] >= '0' && bytes[0] <= '9' && field0 == CCCD_SIZE - 1;
    for (int32_t rune; !cccd && at < len;) {
        at += text_next(bytes + at, len - at, &rune);
        if (mend_is_letter(rune)) {
            return true;
        }
    }
    return false;
}

bool mend_ime(const char *bytes, size_t len, int nth, struct mended *ret)
{
    char clean[MEND_MAX + 1];
    struct search search = {.vni = nth == 1};
    if (nth >= MEND_IMES || len > MEND_MAX || !mend_typed(bytes, len) ||
        text_clean(clean, sizeof clean, bytes, len) != FAULT_NONE) {
        return false;
    }
    ret->len = 0;
    bool good = true;
    const char *field = clean;
    for (int index = 0; good && field; index++) {
        size_t size = strcspn(field, "|");
        good = put_field(&search, index, field, size, ret) && (!field[size] || mend_put(ret, "|", 1));
        field = field[size] ? field + size + 1 : NULL;
    }
    explicit_bzero(clean, sizeof clean);
    explicit_bzero(&search, sizeof search);
    return good;
}
