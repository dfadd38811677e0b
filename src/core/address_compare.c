/* address_compare: the places of two readings beside each other, then what stands before them. */
#include "core/address.h"
#include "core/address_reading.h"
#include "core/address_rest.h"
#include <string.h>

enum place_level {
    PLACE_SAME,     /* the same units named */
    PLACE_RENAMED,  /* the same commune of today */
    PLACE_LESS,     /* one side names less */
    PLACE_POSSIBLE, /* a divided commune, or one that the map does not know */
    PLACE_DIFFERENT,
};

struct list {
    uint16_t units[UNIT_HEIRS];
    int count;
};

struct comparison {
    const struct units *units;
    const char *today;
    const struct words *words[2];
    const struct reading *reading[2];
    struct list candidates;
};

struct side {
    struct words words;
    struct reading readings[READINGS_MAX];
    int count;
};

static bool has(const uint16_t *list, int count, uint16_t unit)
{
    for (int i = 0; i < count; i++) {
        if (list[i] == unit) {
            return true;
        }
    }
    return false;
}

/* Every one of `a` is in `b`. */
static bool within(const uint16_t *a, int a_count, const uint16_t *b, int b_count)
{
    for (int i = 0; i < a_count; i++) {
        if (!has(b, b_count, a[i])) {
            return false;
        }
    }
    return true;
}

static struct list common(const uint16_t *a, int a_count, const uint16_t *b, int b_count)
{
    struct list list = {.count = 0};
    for (int i = 0; i < a_count; i++) {
        if (has(b, b_count, a[i])) {
            list.units[list.count++] = a[i];
        }
    }
    return list;
}

static bool is_named(const struct named *named)
{
    return named->at < named->end;
}

static bool same_units(const struct named *a, const struct named *b)
{
    return a->count == b->count && !a->many && !b->many && within(a->units, a->count, b->units, b->count);
}

/* Units of no map, or of one name that too many have: the letters decide. */
static bool same_letters(const struct comparison *comparison, const struct named *a, const struct named *b)
{
    size_t a_len, b_len;
    const char *x = split_key(comparison->words[0], a->name, a->end, &a_len);
    const char *y = split_key(comparison->words[1], b->name, b->end, &b_len);
    bool kind = a->kind == UNIT_KIND_NONE || b->kind == UNIT_KIND_NONE || a->kind == b->kind;
    bool number = split_has_number(comparison->words[0], a->name, a->end) ||
                  split_has_number(comparison->words[1], b->name, b->end);
    bool equal = a_len == b_len && memcmp(x, y, a_len) == 0;
    return kind && (equal || (!number && a_len > 4 && split_slip(x, a_len, y, b_len)));
}

static enum place_level weigh_provinces(const struct comparison *comparison)
{
    const struct reading *a = comparison->reading[0], *b = comparison->reading[1];
    if (a->province_count == 0 || b->province_count == 0) {
        return is_named(&a->province) == is_named(&b->province) ? PLACE_SAME : PLACE_LESS;
    }
    if (common(a->provinces, a->province_count, b->provinces, b->province_count).count == 0) {
        return PLACE_DIFFERENT;
    }
    if (!is_named(&a->province) || !is_named(&b->province)) {
        return PLACE_LESS;
    }
    return same_units(&a->province, &b->province) ? PLACE_SAME : PLACE_RENAMED;
}

/* Both districts are in the map: districts of one time that are not the same. */
static bool districts_apart(const struct reading *a, const struct reading *b)
{
    if (a->district.count == 0 || b->district.count == 0) {
        return false;
    }
    return common(a->district.units, a->district.count < UNIT_HEIRS ? a->district.count : UNIT_HEIRS,
                  b->district.units, b->district.count)
               .count == 0;
}

/* No commune of the district went to any of these. Only a map that knows the divided ones can say it. */
static bool outside(const struct comparison *comparison, const struct named *district,
                    const struct reading *other)
{
    const struct units *units = comparison->units;
    if (!units->divided || district->count != 1 || other->commune_count == 0) {
        return false;
    }
    uint16_t self = district->units[0], today[UNIT_HEIRS];
    for (uint16_t at = (uint16_t)(self + 1); at < units->count && units->units[at].parent == self; at++) {
        int count = unit_today(units, at, comparison->today, today);
        if (count == 0 || common(today, count, other->communes, other->commune_count).count > 0) {
            return false;
        }
    }
    return units->units[self].heir_count == 0 && self + 1 < units->count &&
           units->units[self + 1].parent == self;
}

static enum place_level weigh_districts(const struct comparison *comparison)
{
    const struct reading *a = comparison->reading[0], *b = comparison->reading[1];
    const struct named *x = &a->district, *y = &b->district;
    if (!is_named(x) || !is_named(y)) {
        return is_named(x) == is_named(y) ? PLACE_SAME : PLACE_LESS;
    }
    if (x->count > 0 && y->count > 0) {
        return districts_apart(a, b) ? PLACE_DIFFERENT : PLACE_SAME;
    }
    return same_letters(comparison, x, y) ? PLACE_SAME : PLACE_POSSIBLE;
}

/* At most one side names a commune. */
static enum place_level weigh_less(const struct comparison *comparison)
{
    const struct reading *a = comparison->reading[0], *b = comparison->reading[1];
    if (is_named(&a->commune) == is_named(&b->commune)) {
        return weigh_districts(comparison);
    }
    const struct reading *full = is_named(&a->commune) ? a : b, *less = full == a ? b : a;
    bool apart =
        districts_apart(a, b) || (is_named(&less->district) && outside(comparison, &less->district, full));
    return apart ? PLACE_DIFFERENT : PLACE_LESS;
}

/* Of before, by the code of a list: two of them were two places. */
static bool all_ended(const struct comparison *comparison, const struct named *named)
{
    for (int i = 0; i < named->count; i++) {
        const struct unit *unit = &comparison->units->units[named->units[i]];
        if (unit->code[0] == '\0' || unit_in_force(comparison->units, unit->self, comparison->today)) {
            return false;
        }
    }
    return true;
}

static uint16_t district_of(const struct comparison *comparison, uint16_t commune)
{
    const struct unit *unit = &comparison->units->units[commune];
    return unit->parent != unit->province ? unit->parent : (uint16_t)UNIT_NONE;
}

/* Communes of before in districts that are not the same. */
static bool in_other_districts(const struct comparison *comparison, const struct named *a,
                               const struct named *b)
{
    for (int i = 0; i < a->count; i++) {
        uint16_t district = district_of(comparison, a->units[i]);
        for (int k = 0; k < b->count; k++) {
            uint16_t other = district_of(comparison, b->units[k]);
            if (district == UNIT_NONE || other == UNIT_NONE || district == other) {
                return false;
            }
        }
    }
    return true;
}

/* Where the map does not know all heirs of a commune, no other commune can be ruled out. */
static bool map_knows(const struct comparison *comparison)
{
    const struct reading *a = comparison->reading[0], *b = comparison->reading[1];
    return (a->sure && b->sure) || in_other_districts(comparison, &a->commune, &b->commune) ||
           (all_ended(comparison, &a->commune) && all_ended(comparison, &b->commune));
}

/* The communes are in the map, and what became of them. */
static enum place_level weigh_today(struct comparison *comparison)
{
    const struct reading *a = comparison->reading[0], *b = comparison->reading[1];
    struct list both = common(a->communes, a->commune_count, b->communes, b->commune_count);
    if (both.count == 0) {
        return map_knows(comparison) ? PLACE_DIFFERENT : PLACE_POSSIBLE;
    }
    if (a->commune_count == 1 && b->commune_count == 1) {
        return PLACE_RENAMED;
    }
    const struct reading *more = a->commune_count >= b->commune_count ? a : b, *less = more == a ? b : a;
    if (both.count == less->commune_count) {
        memcpy(both.units, more->communes, sizeof both.units);
        both.count = more->commune_count;
    }
    comparison->candidates = both;
    return PLACE_POSSIBLE;
}

static enum place_level weigh_communes(struct comparison *comparison)
{
    const struct reading *a = comparison->reading[0], *b = comparison->reading[1];
    const struct named *x = &a->commune, *y = &b->commune;
    if (x->count > 0 && same_units(x, y)) {
        return PLACE_SAME;
    }
    bool stray = x->doubt >= DOUBT_PLACE || y->doubt >= DOUBT_PLACE || x->count == 0 || y->count == 0;
    if (stray && districts_apart(a, b)) {
        return PLACE_DIFFERENT;
    }
    if (a->commune_count > 0 && b->commune_count > 0) {
        return weigh_today(comparison);
    }
    return same_letters(comparison, x, y) ? PLACE_SAME : PLACE_POSSIBLE;
}

/* Something beside the commune says where it lies. */
static bool placed(const struct reading *reading)
{
    return is_named(&reading->province) || is_named(&reading->district);
}

static enum place_level weigh_place(struct comparison *comparison)
{
    const struct reading *a = comparison->reading[0], *b = comparison->reading[1];
    enum place_level province = weigh_provinces(comparison);
    if (province == PLACE_DIFFERENT) {
        return PLACE_DIFFERENT;
    }
    if (!is_named(&a->commune) || !is_named(&b->commune)) {
        enum place_level level = weigh_less(comparison);
        return level > province ? level : province;
    }
    enum place_level level = weigh_communes(comparison);
    if (level <= PLACE_LESS && placed(a) != placed(b)) {
        return PLACE_LESS;
    }
    return level == PLACE_SAME && province == PLACE_RENAMED ? PLACE_RENAMED : level;
}

static enum address_level join(enum place_level place, enum rest_level rest)
{
    if (place == PLACE_DIFFERENT || rest == REST_DIFFERENT) {
        return ADDRESS_DIFFERENT;
    }
    if (place == PLACE_POSSIBLE) {
        return ADDRESS_POSSIBLE;
    }
    if (place == PLACE_LESS || rest == REST_LESS) {
        return ADDRESS_PARTIAL;
    }
    return place == PLACE_RENAMED ? ADDRESS_RENAMED : ADDRESS_EQUIVALENT;
}

static bool understood(const struct reading *reading)
{
    return reading->province.count > 0 || reading->district.count > 0 || reading->commune.count > 0;
}

/* A side without any unit that is known: it may say less, or the same; else nothing can be said. */
static enum address_level join_raw(const struct comparison *comparison, const struct rest_match *rest)
{
    bool a = understood(comparison->reading[0]), b = understood(comparison->reading[1]);
    bool within_other = (rest->a_within && !a) || (rest->b_within && !b);
    if (rest->level == REST_SAME && !a && !b) {
        return ADDRESS_EQUIVALENT;
    }
    return rest->level != REST_DIFFERENT && within_other ? ADDRESS_PARTIAL : ADDRESS_UNCLEAR;
}

static enum address_level compare_readings(struct comparison *comparison)
{
    const struct reading *a = comparison->reading[0], *b = comparison->reading[1];
    struct rest_match rest;
    rest_compare(comparison->words[0], a->rest, comparison->words[1], b->rest, &rest);
    if (!understood(a) || !understood(b)) {
        return join_raw(comparison, &rest);
    }
    return join(weigh_place(comparison), rest.level);
}

/* Who names a unit of before on the other side would have named this one's district: the name of today is
 * meant. */
static bool far_fetched(const struct comparison *comparison, const struct reading *reading,
                        const struct reading *other)
{
    return reading->parted && other->commune.count > 0 && all_ended(comparison, &other->commune);
}

/* Another reading of a side may tell how both can be one place. */
static void compare_others(struct comparison *comparison, const struct side *a, const struct side *b,
                           struct address_match *ret)
{
    for (int i = 0; i < a->count && ret->level == ADDRESS_DIFFERENT; i++) {
        for (int k = 0; k < b->count && ret->level == ADDRESS_DIFFERENT; k++) {
            const struct reading *x = &a->readings[i], *y = &b->readings[k];
            if (far_fetched(comparison, x, y) || far_fetched(comparison, y, x)) {
                continue;
            }
            comparison->reading[0] = x;
            comparison->reading[1] = y;
            comparison->candidates.count = 0;
            enum address_level level = compare_readings(comparison);
            ret->level = level >= ADDRESS_PARTIAL || (i == 0 && k == 0) ? level : ADDRESS_POSSIBLE;
        }
    }
}

static void compare_sides(const struct units *units, const char *today, struct side *a, struct side *b,
                          struct address_match *ret)
{
    struct comparison comparison = {.units = units, .today = today, .words = {&a->words, &b->words}};
    a->count = readings_find(units, today, &a->words, a->readings);
    b->count = readings_find(units, today, &b->words, b->readings);
    ret->level = ADDRESS_DIFFERENT;
    compare_others(&comparison, a, b, ret);
    if (ret->level == ADDRESS_POSSIBLE) {
        ret->count = comparison.candidates.count;
        memcpy(ret->candidates, comparison.candidates.units, sizeof ret->candidates);
    }
}

void address_compare(const struct units *units, const char *today, const char *card, const char *system,
                     struct address_match *ret)
{
    struct side a, b;
    *ret = (struct address_match){.level = ADDRESS_SAME};
    if (letters_same_text(card, system)) {
        return;
    }
    ret->level = ADDRESS_UNCLEAR;
    /* Names are matched one after the other, so the order of the sides is always the same. */
    bool turned = strcmp(card, system) > 0;
    if (split_read(&a.words, turned ? system : card) && split_read(&b.words, turned ? card : system)) {
        compare_sides(units, today, &a, &b, ret);
    }
}
