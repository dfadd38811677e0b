/* units_merge: provinces, then districts, then communes: first what ends, then what begins, last the
 * heirs. */
#include "adapter/units_merge.h"
#include <stdlib.h>
#include <string.h>

struct merging {
    struct draft *map;
    const struct draft *list;
    struct units_report *report;
    int step;
    size_t *place; /* of each unit of the list in the map; DRAFT_NONE: left out */
};

static struct draft_unit *in_map(const struct merging *merging, size_t index)
{
    return &merging->map->units[merging->place[index]];
}

static void leave_out(struct merging *merging, enum units_reason reason, const struct draft_unit *unit)
{
    units_leave_out(merging->report, reason, "%s %s", unit->from ? "today" : "before", unit->code);
}

static size_t place_of_parent(const struct merging *merging, const struct draft_unit *unit)
{
    return unit->parent == DRAFT_NONE ? DRAFT_NONE : merging->place[unit->parent];
}

static size_t add(struct merging *merging, const struct draft_unit *unit, int from, int to)
{
    struct draft_unit added = *unit;
    added.parent = place_of_parent(merging, unit);
    added.from = from;
    added.to = to;
    return draft_add(merging->map, &added) ? merging->map->count - 1 : DRAFT_NONE;
}

/* Only before the first change the list knows units that the map does not. */
static bool knows_before(const struct merging *merging)
{
    return merging->step == 1;
}

static void end_with(struct draft_unit *unit, const struct draft_unit *listed, int step)
{
    if (listed->heir_count == 0 && unit->to == step) {
        unit->more = unit->level != UNIT_PROVINCE;
        return;
    }
    memcpy(unit->heirs, listed->heirs, sizeof unit->heirs);
    unit->heir_count = listed->heir_count;
    unit->more = listed->more;
    unit->to = step;
}

static void go_on(struct draft_unit *unit)
{
    unit->to = 0;
    unit->heir_count = 0;
    unit->more = false;
}

/* Its one heir has its code and name, and, for a commune, its province goes on as well. */
static bool goes_on(const struct merging *merging, const struct draft_unit *listed,
                    const struct draft_unit *unit)
{
    if (listed->heir_count != 1 || listed->more || strcmp(listed->heirs[0], listed->code) != 0) {
        return false;
    }
    size_t heir = draft_code(merging->list, listed->heirs[0], 1);
    if (heir == DRAFT_NONE || !draft_same_name(merging->list->units[heir].name, unit->name)) {
        return false;
    }
    if (unit->level == UNIT_PROVINCE) {
        return true;
    }
    const struct draft_unit *parent = &merging->map->units[unit->parent];
    const char *province = merging->list->units[merging->list->units[heir].parent].code;
    return parent->level == UNIT_PROVINCE && parent->to == 0 && strcmp(parent->code, province) == 0;
}

/* A commune without a code is known by its name where it lay. */
static size_t find_uncoded(const struct merging *merging, const struct draft_unit *listed)
{
    size_t parent = place_of_parent(merging, listed);
    for (size_t i = 0; i < merging->map->count; i++) {
        const struct draft_unit *unit = &merging->map->units[i];
        if (unit->level == UNIT_COMMUNE && !unit->code[0] && unit->parent == parent &&
            draft_spans(unit, merging->step - 1) && draft_same_name(unit->name, listed->name)) {
            return i;
        }
    }
    return DRAFT_NONE;
}

static enum units_reason find_before(const struct merging *merging, const struct draft_unit *listed,
                                     size_t *ret)
{
    struct draft *map = merging->map;
    *ret = listed->code[0] ? draft_code(map, listed->code, merging->step - 1) : find_uncoded(merging, listed);
    if (*ret == DRAFT_NONE) {
        return knows_before(merging) ? UNITS_REASON_COUNT : UNITS_NO_OLD;
    }
    struct draft_unit *unit = &map->units[*ret];
    size_t parent = place_of_parent(merging, listed);
    if (unit->level == UNIT_COMMUNE &&
        (parent == DRAFT_NONE || draft_province(map, *ret) != draft_province(map, parent))) {
        return UNITS_CONTRADICTED;
    }
    if (!draft_same_name(unit->name, listed->name) && !knows_before(merging)) {
        return UNITS_OTHER_NAME;
    }
    strcpy(unit->name, listed->name);
    return UNITS_REASON_COUNT;
}

static void take_before(struct merging *merging, size_t index)
{
    const struct draft_unit *listed = &merging->list->units[index];
    size_t at;
    enum units_reason reason = find_before(merging, listed, &at);
    if (reason != UNITS_REASON_COUNT) {
        leave_out(merging, reason, listed);
        return;
    }
    at = at == DRAFT_NONE ? add(merging, listed, 0, merging->step) : at;
    merging->place[index] = at;
    if (at == DRAFT_NONE) {
        return;
    }
    struct draft_unit *unit = &merging->map->units[at];
    if (goes_on(merging, listed, unit)) {
        go_on(unit);
    } else {
        end_with(unit, listed, merging->step);
    }
}

static void take_district(struct merging *merging, size_t index)
{
    const struct draft_unit *listed = &merging->list->units[index];
    size_t parent = place_of_parent(merging, listed), at = DRAFT_NONE;
    if (parent == DRAFT_NONE || !knows_before(merging)) {
        return;
    }
    at = draft_district(merging->map, parent, listed->name, 0);
    merging->place[index] = at == DRAFT_NONE ? add(merging, listed, 0, 1) : at;
    if (merging->place[index] != DRAFT_NONE && listed->heir_count > 0) {
        end_with(in_map(merging, index), listed, 1);
    }
}

static void take_today(struct merging *merging, size_t index)
{
    const struct draft_unit *listed = &merging->list->units[index];
    size_t at = draft_code(merging->map, listed->code, merging->step);
    bool commune = listed->level == UNIT_COMMUNE;
    if (commune && place_of_parent(merging, listed) == DRAFT_NONE) {
        leave_out(merging, UNITS_HEIR_PROVINCE, listed);
        return;
    }
    if (at == DRAFT_NONE) {
        merging->place[index] = add(merging, listed, merging->step, 0);
        return;
    }
    struct draft_unit *unit = &merging->map->units[at];
    if (unit->from == merging->step) {
        strcpy(unit->name, listed->name);
        unit->parent = place_of_parent(merging, listed);
    } else if (!draft_same_name(unit->name, listed->name)) {
        leave_out(merging, UNITS_OTHER_NAME, listed);
        return;
    }
    merging->place[index] = at;
}

static void take_all(struct merging *merging, enum unit_level level, int from,
                     void (*take)(struct merging *, size_t))
{
    for (size_t i = 0; i < merging->list->count; i++) {
        const struct draft_unit *unit = &merging->list->units[i];
        if (unit->level == level && unit->from == from) {
            take(merging, i);
        }
    }
}

/* An heir that was left out is one the map does not know. */
static void check_heirs(struct merging *merging)
{
    for (size_t i = 0; i < merging->map->count; i++) {
        struct draft_unit *unit = &merging->map->units[i];
        int kept = 0;
        for (int h = 0; h < unit->heir_count && unit->to == merging->step; h++) {
            if (draft_code(merging->map, unit->heirs[h], merging->step) != DRAFT_NONE) {
                memmove(unit->heirs[kept++], unit->heirs[h], UNIT_CODE_SIZE);
            }
        }
        if (unit->to == merging->step && kept < unit->heir_count) {
            unit->heir_count = kept;
            unit->more = unit->level != UNIT_PROVINCE;
        }
    }
}

static enum fault find_step(struct draft *map, const char *day, int *ret)
{
    int last = map->day_count - 1;
    if (last > 0 && strcmp(day, map->days[last]) < 0) {
        return FAULT_UNITS_ORDER;
    }
    if (last == 0 || strcmp(day, map->days[last]) != 0) {
        if (map->day_count == UNIT_DAYS) {
            return FAULT_UNITS_MANY;
        }
        last = map->day_count++;
        memcpy(map->days[last], day, DATE_SIZE);
    }
    *ret = last;
    return FAULT_NONE;
}

enum fault units_merge(struct draft *map, const struct draft *list, const char *day,
                       struct units_report *report)
{
    struct merging merging = {map, list, report, 0, malloc((list->count + 1) * sizeof(size_t))};
    enum fault fault = merging.place ? find_step(map, day, &merging.step) : FAULT_MEMORY;
    if (fault != FAULT_NONE) {
        free(merging.place);
        return fault;
    }
    for (size_t i = 0; i < list->count; i++) {
        merging.place[i] = DRAFT_NONE;
    }
    take_all(&merging, UNIT_PROVINCE, 0, take_before);
    take_all(&merging, UNIT_PROVINCE, 1, take_today);
    take_all(&merging, UNIT_DISTRICT, 0, take_district);
    take_all(&merging, UNIT_COMMUNE, 0, take_before);
    take_all(&merging, UNIT_COMMUNE, 1, take_today);
    check_heirs(&merging);
    map->divided = knows_before(&merging) ? list->divided : map->divided;
    for (int i = 0; i < list->origin_count; i++) {
        draft_origin(map, list->origins[i]);
    }
    free(merging.place);
    return map->failed || list->failed ? FAULT_MEMORY : FAULT_NONE;
}
