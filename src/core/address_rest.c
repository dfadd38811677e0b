/* address_rest: numbers class by class, then names; what stands on one side alone contradicts nothing. */
#include "core/address_rest.h"
#include "core/address_alike.h"
#include <string.h>

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
};

static void compare_numbers(const struct items *a, const struct items *b, struct sums *sums)
{
    bool alley = same_alley(a, b);
    bool loose = alley || (count_of(a, ITEM_ANY_HOUSE) > 0 && same_numbers(a, b, ITEM_ANY_HOUSE));
    sums->shared += loose;
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
        } else {
            sums->different = true;
        }
    }
}

static void compare_names(struct items *a, struct items *b, struct sums *sums)
{
    items_match(a, b);
    for (size_t i = 0; i < a->count; i++) {
        sums->shared += a->list[i].what == ITEM_NAME && a->list[i].matched;
    }
    sums->a_names = items_unmatched(a);
    sums->b_names = items_unmatched(b);
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
    items_read(&x, a, a_end);
    items_read(&y, b, b_end);
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
