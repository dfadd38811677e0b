/* moved: pairs of two places. A move shows in the texts to whoever reads them: the communes of today that
 * each text may mean have none in common, or the rest names another house, street or hamlet. */
#include "maker.h"
#include <stdlib.h>
#include <string.h>

static uint16_t pick_now(struct maker *maker)
{
    return country_pick(maker->country->now, maker->country->now_count, &maker->dice);
}

/* Any commune, of before or of today. */
static uint16_t pick_any(struct maker *maker)
{
    const struct country *country = maker->country;
    return country->before_count > 0 && maker_roll(maker, 2)
               ? country_pick(country->before, country->before_count, &maker->dice)
               : pick_now(maker);
}

static bool set_apart(struct maker *maker, uint16_t from, uint16_t to, bool marks)
{
    const struct country *country = maker->country;
    maker->card.named = named_in_full(country, from);
    maker->system.named = named_in_full(country, to);
    struct units_set card = country_readings(country, maker->card.named, marks),
                     system = country_readings(country, maker->system.named, marks);
    return !sets_meet(&card, &system);
}

static bool one_province(const struct maker *maker)
{
    return country_province(maker->country, maker->card.named.commune) ==
           country_province(maker->country, maker->system.named.commune);
}

/* Same house, street and hamlet elsewhere. */
static bool finish(struct maker *maker, struct manner manner, struct pair *ret)
{
    maker_rest(maker, maker->card.named.commune);
    ret->right = RIGHT_DIFFERENT;
    ret->commune_alone = one_province(maker);
    return maker_write(maker, manner, ret);
}

static bool move_province(struct maker *maker, struct pair *ret)
{
    return set_apart(maker, pick_any(maker), pick_any(maker), true) && !one_province(maker) &&
           finish(maker, MANNER_PLAIN, ret);
}

static uint16_t another_in_province(struct maker *maker, uint16_t from)
{
    for (int i = 0; i < TRIES; i++) {
        uint16_t to = pick_any(maker);
        if (to != from && country_province(maker->country, to) == country_province(maker->country, from)) {
            return to;
        }
    }
    return UNIT_NONE;
}

static bool move_commune(struct maker *maker, struct pair *ret)
{
    uint16_t from = pick_any(maker), to = another_in_province(maker, from);
    return to != UNIT_NONE && set_apart(maker, from, to, true) && finish(maker, MANNER_PLAIN, ret);
}

/* Named as of before, or as today where it has one heir. */
static uint16_t maybe_today(struct maker *maker, uint16_t before)
{
    struct units_set today = country_today(maker->country, before);
    return today.count == 1 && maker_roll(maker, 2) ? today.unit[0] : before;
}

static bool move_near(struct maker *maker, struct pair *ret)
{
    const struct country *country = maker->country;
    uint16_t from = maker_before(maker, false);
    if (from == UNIT_NONE || maker_unit(maker, maker_unit(maker, from)->parent)->level != UNIT_DISTRICT) {
        return false;
    }
    uint16_t near[512];
    unsigned count = 0;
    for (unsigned i = 0; i < country->before_count && count < 512; i++) {
        if (maker_unit(maker, country->before[i])->parent == maker_unit(maker, from)->parent) {
            near[count++] = country->before[i];
        }
    }
    uint16_t to = country_pick(near, count, &maker->dice);
    return set_apart(maker, maybe_today(maker, from), maybe_today(maker, to), true) &&
           finish(maker, MANNER_PLAIN, ret);
}

/* At most two letters apart, or one within the other. */
static bool alike(const char *a, const char *b)
{
    size_t len_a = strlen(a), len_b = strlen(b), front = 0, back = 0, least = len_a < len_b ? len_a : len_b;
    enum { APART = 2, LETTERS_LEAST = 4 };
    while (front < least && a[front] == b[front]) {
        front++;
    }
    while (back < least - front && a[len_a - 1 - back] == b[len_b - 1 - back]) {
        back++;
    }
    return least >= LETTERS_LEAST && (len_a > len_b ? len_a : len_b) - front - back <= APART;
}

static bool move_alike(struct maker *maker, struct pair *ret)
{
    const struct country *country = maker->country;
    uint16_t from = pick_any(maker), found = UNIT_NONE;
    unsigned seen = 0;
    for (unsigned i = 0; i < country->before_count + country->now_count; i++) {
        uint16_t to =
            i < country->before_count ? country->before[i] : country->now[i - country->before_count];
        if (country_province(country, to) == country_province(country, from) &&
            alike(maker_unit(maker, from)->key, maker_unit(maker, to)->key) &&
            set_apart(maker, from, to, true) && maker_roll(maker, ++seen) == 0) {
            found = to;
        }
    }
    return found != UNIT_NONE && set_apart(maker, from, found, true) && finish(maker, MANNER_PLAIN, ret);
}

static bool move_from_divided(struct maker *maker, struct pair *ret)
{
    uint16_t from = maker_before(maker, true), to = pick_now(maker);
    return from != UNIT_NONE && set_apart(maker, from, to, true) && one_province(maker) &&
           finish(maker, MANNER_PLAIN, ret);
}

static bool rests_differ(const struct rest *a, const struct rest *b)
{
    if (a->kind != b->kind) {
        return false; /* a house and a hamlet may be one place */
    }
    return a->kind == REST_HAMLET || rest_on_street(a) ? strcmp(a->name, b->name) != 0
                                                       : a->a != b->a && a->word == b->word;
}

static bool move_both(struct maker *maker, struct pair *ret)
{
    if (!move_commune(maker, ret)) {
        return false;
    }
    ret->commune_alone = false;
    maker->system.rest = rest_make(maker_unit(maker, maker->card.named.commune)->kind, &maker->dice);
    return rests_differ(&maker->card.rest, &maker->system.rest) && maker_write(maker, MANNER_PLAIN, ret);
}

static bool move_house(struct maker *maker, struct pair *ret)
{
    if (!maker_place(maker) || !rest_on_street(&maker->card.rest)) {
        return false;
    }
    struct rest *rest = &maker->system.rest;
    int *number = rest->kind != REST_HOUSE && maker_roll(maker, 2) ? &rest->b : &rest->a;
    *number += 1 + (int)maker_roll(maker, 40);
    ret->right = RIGHT_DIFFERENT;
    return maker_write(maker, MANNER_PLAIN, ret);
}

static bool move_street(struct maker *maker, struct pair *ret)
{
    if (!maker_place(maker) || (maker->card.rest.kind != REST_HAMLET && !rest_on_street(&maker->card.rest))) {
        return false;
    }
    maker->system.rest.name =
        maker->card.rest.kind == REST_HAMLET ? hamlet_pick(&maker->dice) : street_pick(&maker->dice);
    ret->right = RIGHT_DIFFERENT;
    return strcmp(maker->card.rest.name, maker->system.rest.name) != 0 &&
           maker_write(maker, MANNER_PLAIN, ret);
}

static bool move_namesake(struct maker *maker, struct pair *ret)
{
    const char *names[2];
    if (!maker_place(maker) || (maker->card.rest.kind != REST_HAMLET && !rest_on_street(&maker->card.rest))) {
        return false;
    }
    namesakes_pick(maker->card.rest.kind != REST_HAMLET, &maker->dice, names);
    maker->card.rest.name = names[0];
    maker->system.rest.name = names[1];
    ret->right = RIGHT_DIFFERENT;
    return maker_write(maker, MANNER_PLAIN, ret);
}

static bool move_number(struct maker *maker, struct pair *ret)
{
    if (!maker_place(maker) || maker->card.rest.kind < REST_NUMBER) {
        return false;
    }
    maker->system.rest.a += 1 + (int)maker_roll(maker, 5);
    ret->right = RIGHT_DIFFERENT;
    return maker_write(maker, MANNER_PLAIN, ret);
}

/* Any of these, written in another manner or without diacritics. */
static bool move_written(struct maker *maker, struct pair *ret)
{
    static const enum made MOVES[] = {MADE_MOVED,       MADE_MOVED_COMMUNE, MADE_MOVED_NEAR,  MADE_MOVED_BOTH,
                                      MADE_MOVED_HOUSE, MADE_MOVED_STREET,  MADE_MOVED_NUMBER};
    enum made move = MOVES[maker_roll(maker, 7)];
    if (!make_moved(maker, move, ret)) {
        return false;
    }
    struct manner manner = maker_manner(maker);
    bool in_place = move >= MADE_MOVED_HOUSE;
    if (!in_place && !set_apart(maker, maker->card.named.commune, maker->system.named.commune, false)) {
        return false;
    }
    if (!maker_manner_fits(maker, &maker->system, manner) || !maker_write(maker, manner, ret)) {
        return false;
    }
    if (maker_roll(maker, 2)) {
        char plain[ADDRESS_SIZE];
        change_marks(ret->system, plain);
        memcpy(ret->system, plain, sizeof plain);
    }
    return true;
}

bool make_moved(struct maker *maker, enum made made, struct pair *ret)
{
    switch (made) {
    case MADE_MOVED: return move_province(maker, ret);
    case MADE_MOVED_COMMUNE: return move_commune(maker, ret);
    case MADE_MOVED_NEAR: return move_near(maker, ret);
    case MADE_MOVED_ALIKE: return move_alike(maker, ret);
    case MADE_MOVED_FROM_DIVIDED: return move_from_divided(maker, ret);
    case MADE_MOVED_BOTH: return move_both(maker, ret);
    case MADE_MOVED_HOUSE: return move_house(maker, ret);
    case MADE_MOVED_STREET: return move_street(maker, ret);
    case MADE_MOVED_NUMBER: return move_number(maker, ret);
    case MADE_MOVED_NAMESAKE: return move_namesake(maker, ret);
    default: return move_written(maker, ret);
    }
}
