/* walk: the addresses are made from the map alone. */
#include "walk.h"
#include "core/address.h"
#include "core/text.h"
#include <stdio.h>
#include <string.h>

static const char STREET[] = "12 Hàng Trống";

static void fail(struct walk *walk, const char *card, const char *system, const char *why)
{
    if (walk->failed++ == 0) {
        snprintf(walk->first, sizeof walk->first, "%.900s | %.900s: %s", card, system, why);
    }
}

/* "12 Hàng Trống, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh" */
static void write(const struct units *units, uint16_t unit, const char *comma, char out[ADDRESS_SIZE])
{
    const struct unit *commune = &units->units[unit], *province = &units->units[commune->province];
    bool district = commune->parent != commune->province;
    snprintf(out, ADDRESS_SIZE, "%s%s%s%s%s%s%s", STREET, comma, commune->name, comma,
             district ? units->units[commune->parent].name : "", district ? comma : "", province->name);
}

static bool has(const uint16_t *list, int count, uint16_t unit)
{
    for (int i = 0; i < count; i++) {
        if (list[i] == unit) {
            return true;
        }
    }
    return false;
}

static void try_heir(const struct units *units, const char *today, uint16_t unit, uint16_t heir,
                     const uint16_t *heirs, int count, struct walk *walk)
{
    char card[ADDRESS_SIZE], system[ADDRESS_SIZE];
    struct address_match match;
    write(units, unit, ", ", card);
    write(units, heir, ", ", system);
    address_compare(units, today, card, system, &match);
    bool all = match.count == count;
    for (int i = 0; i < match.count; i++) {
        all = all && has(heirs, count, match.candidates[i]);
    }
    walk->tried++;
    if (match.level != ADDRESS_POSSIBLE || !all) {
        fail(walk, card, system, "not possible with exactly its heirs");
    }
}

/* A commune of before had the name too, and may be the one that is meant. */
static bool was_named(const struct units *units, const char *today, const char *key)
{
    for (uint16_t at = unit_find(units, key, strlen(key)); at != UNIT_NONE; at = unit_next(units, at)) {
        if (units->units[at].level == UNIT_COMMUNE && !unit_in_force(units, units->units[at].self, today)) {
            return true;
        }
    }
    return false;
}

/* The next commune of today of the province that is no heir. */
static void try_stranger(const struct units *units, const char *today, uint16_t unit, const uint16_t *heirs,
                         int count, struct walk *walk)
{
    char card[ADDRESS_SIZE], system[ADDRESS_SIZE];
    struct address_match match;
    for (uint16_t at = (uint16_t)(heirs[0] + 1); at < units->count; at++) {
        const struct unit *other = &units->units[at];
        bool stranger = other->level == UNIT_COMMUNE && other->province == units->units[heirs[0]].province &&
                        unit_in_force(units, at, today) && !has(heirs, count, at) &&
                        !was_named(units, today, other->key);
        if (stranger) {
            write(units, unit, ", ", card);
            write(units, at, ", ", system);
            address_compare(units, today, card, system, &match);
            walk->tried++;
            if (match.level != ADDRESS_DIFFERENT) {
                fail(walk, card, system, "not different");
            }
            return;
        }
    }
}

/* An heir kept name and province: the text means that one. */
static bool kept(const struct units *units, uint16_t unit, const uint16_t *heirs, int count)
{
    char card[ADDRESS_SIZE], system[ADDRESS_SIZE];
    write(units, unit, ", ", card);
    for (int i = 0; i < count; i++) {
        write(units, heirs[i], ", ", system);
        if (strcmp(card, system) == 0) {
            return true;
        }
    }
    return false;
}

struct walk walk_divided(const struct units *units, const char *today)
{
    struct walk walk = {0};
    for (uint16_t at = 0; at < units->count; at++) {
        uint16_t heirs[UNIT_HEIRS];
        int count = units->units[at].level == UNIT_COMMUNE ? unit_today(units, at, today, heirs) : 0;
        count = count > 1 && kept(units, at, heirs, count) ? 0 : count;
        for (int i = 0; i < count && count > 1; i++) {
            try_heir(units, today, at, heirs[i], heirs, count, &walk);
        }
        if (count > 1 && unit_sure(units, at, today)) {
            try_stranger(units, today, at, heirs, count, &walk);
        }
    }
    return walk;
}

static bool same_place(const struct units *units, const char *today, uint16_t a, uint16_t b)
{
    uint16_t x[UNIT_HEIRS], y[UNIT_HEIRS];
    int count = unit_today(units, a, today, x);
    return a == b || (count == unit_today(units, b, today, y) && count > 0 &&
                      memcmp(x, y, sizeof x[0] * (size_t)count) == 0);
}

static void try_reading(const struct units *units, const char *today, uint16_t unit, const char *text,
                        struct walk *walk)
{
    struct address address;
    address_read(units, today, text, &address);
    walk->tried++;
    if (address.commune == UNIT_NONE || !same_place(units, today, address.commune, unit)) {
        fail(walk, text, units->units[unit].name,
             address.commune == UNIT_NONE ? "not read" : units->units[address.commune].name);
    } else if (address.rest_count != 1 || address.rest[0].end != strlen(STREET)) {
        fail(walk, text, units->units[unit].name, "another rest");
    }
}

struct walk walk_names(const struct units *units, const char *today)
{
    struct walk walk = {0};
    for (uint16_t at = 0; at < units->count; at++) {
        const struct unit *unit = &units->units[at];
        bool begun = strcmp(units->days[unit->from], today) <= 0;
        char text[ADDRESS_SIZE], folded[ADDRESS_SIZE];
        if (unit->level != UNIT_COMMUNE || !begun) {
            continue;
        }
        write(units, at, ", ", text);
        try_reading(units, today, at, text, &walk);
        write(units, at, " - ", text);
        try_reading(units, today, at, text, &walk);
        if (text_fold(folded, sizeof folded, text) == FAULT_NONE) {
            struct address address;
            address_read(units, today, folded, &address);
            walk.tried++;
            if (address.commune == UNIT_NONE) {
                fail(&walk, folded, unit->name, "not read");
            }
        }
    }
    return walk;
}
