#include "country.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PROPER_LETTERS = 96 };

static const struct unit *at(const struct country *country, uint16_t unit)
{
    return &country->units->units[unit];
}

static void add(struct units_set *set, uint16_t unit)
{
    for (int i = 0; i < set->count; i++) {
        if (set->unit[i] == unit) {
            return;
        }
    }
    if (set->count < (int)(sizeof set->unit / sizeof *set->unit)) {
        set->unit[set->count++] = unit;
    }
}

bool sets_meet(const struct units_set *a, const struct units_set *b)
{
    for (int i = 0; i < a->count; i++) {
        for (int j = 0; j < b->count; j++) {
            if (a->unit[i] == b->unit[j]) {
                return true;
            }
        }
    }
    return false;
}

struct units_set country_today(const struct country *country, uint16_t unit)
{
    struct units_set ended = {{unit}, 1}, today = {{0}, 0};
    for (int i = 0; i < ended.count; i++) {
        const struct unit *now = at(country, ended.unit[i]);
        const char *last = country->units->days[now->to];
        if (now->to == 0 || strcmp(country->day, last) < 0) {
            add(&today, ended.unit[i]);
        }
        for (int k = 0; now->to != 0 && strcmp(country->day, last) >= 0 && k < now->heir_count; k++) {
            add(&ended, country->units->heirs[now->heir + k]);
        }
    }
    return today;
}

uint16_t country_province(const struct country *country, uint16_t unit)
{
    struct units_set today = country_today(country, at(country, unit)->province);
    return today.count == 1 ? today.unit[0] : UNIT_NONE;
}

static bool began(const struct country *country, const struct unit *unit)
{
    return unit->from == 0 || strcmp(country->units->days[unit->from], country->day) <= 0;
}

void country_open(const struct units *units, const char *day, struct country *ret)
{
    *ret = (struct country){
        units, day, calloc(units->count, sizeof *ret->before), calloc(units->count, sizeof *ret->now), 0, 0};
    if (!ret->before || !ret->now) {
        fputs("no memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    for (uint16_t i = 0; i < units->count; i++) {
        const struct unit *unit = &units->units[i];
        if (unit->level != UNIT_COMMUNE || !began(ret, unit)) {
            continue;
        }
        struct units_set today = country_today(ret, i);
        if (today.count == 1 && today.unit[0] == i) {
            ret->now[ret->now_count++] = i;
        } else if (today.count > 0 && !(units->divided && unit->more)) {
            ret->before[ret->before_count++] = i;
        }
    }
}

struct named named_in_full(const struct country *country, uint16_t commune)
{
    const struct unit *unit = at(country, commune);
    bool in_district = at(country, unit->parent)->level == UNIT_DISTRICT;
    return (struct named){commune, in_district ? unit->parent : UNIT_NONE, unit->province};
}

static size_t key_of(const char *proper, char out[UNIT_KEY_SIZE], struct letter letters[PROPER_LETTERS],
                     size_t *ret_count)
{
    *ret_count = letters_read(letters, PROPER_LETTERS, proper);
    letters_settle(letters, *ret_count);
    letters_simplify(letters, *ret_count);
    return unit_key(letters, *ret_count, out);
}

static bool same_marks(const char *a, const char *b)
{
    char key[UNIT_KEY_SIZE];
    struct letter of_a[PROPER_LETTERS], of_b[PROPER_LETTERS];
    size_t count_a, count_b;
    key_of(a, key, of_a, &count_a);
    key_of(b, key, of_b, &count_b);
    for (size_t i = 0; i < count_a && i < count_b; i++) {
        if (!letter_equal(&of_a[i], &of_b[i])) {
            return false;
        }
    }
    return count_a == count_b;
}

/* Could the text mean this commune? */
static bool may_mean(const struct country *country, struct named named, uint16_t other)
{
    const struct unit *unit = at(country, other);
    if (unit->level != UNIT_COMMUNE || unit->self != other || !began(country, unit)) {
        return false;
    }
    if (named.district != UNIT_NONE) {
        return at(country, unit->parent)->level == UNIT_DISTRICT &&
               strcmp(at(country, unit->parent)->key, at(country, named.district)->key) == 0;
    }
    return named.province == UNIT_NONE ||
           country_province(country, other) == country_province(country, named.province);
}

struct units_set country_readings(const struct country *country, struct named named, bool marks)
{
    const struct unit *unit = at(country, named.commune);
    struct units_set all = country_today(country, named.commune);
    for (uint16_t i = unit_find(country->units, unit->key, strlen(unit->key)); i != UNIT_NONE;
         i = unit_next(country->units, i)) {
        if (!may_mean(country, named, i) || (marks && !same_marks(unit->proper, at(country, i)->proper))) {
            continue;
        }
        struct units_set today = country_today(country, i);
        for (int k = 0; k < today.count; k++) {
            add(&all, today.unit[k]);
        }
    }
    return all;
}

bool country_clash(const struct country *country, uint16_t province, const char *proper,
                   const struct units_set *but)
{
    char key[UNIT_KEY_SIZE];
    struct letter letters[PROPER_LETTERS];
    size_t count, len = key_of(proper, key, letters, &count);
    uint16_t today = country_province(country, province);
    for (uint16_t i = unit_find(country->units, key, len); i != UNIT_NONE; i = unit_next(country->units, i)) {
        uint16_t self = at(country, i)->self;
        struct units_set set = country_today(country, self);
        if (at(country, self)->level == UNIT_COMMUNE && country_province(country, self) == today &&
            !sets_meet(&set, but)) {
            return true;
        }
    }
    return false;
}

bool country_reads_larger(const struct country *country, uint16_t commune)
{
    const char *key = at(country, commune)->key;
    for (uint16_t i = unit_find(country->units, key, strlen(key)); i != UNIT_NONE;
         i = unit_next(country->units, i)) {
        if (at(country, i)->level != UNIT_COMMUNE) {
            return true;
        }
    }
    return false;
}

uint16_t country_pick(const uint16_t *list, unsigned count, struct dice *dice)
{
    return list[dice_roll(dice, count)];
}
