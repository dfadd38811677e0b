/* units_splits: splits.json says where every commune of before went, merges.json what every commune of today
 * is made of: only what both say is taken.
 *
 *     splits.json  {"data": [{"level1_id", "name", "splits": [{"new_id", "name"}],
 *                             "level3s": [{"level3_id", "name", "splits": [{"new_id", "name"}]}]}]}
 *     merges.json  {"data": [{"level1_id", "name", "level2s": [{"level2_id", "name",
 *                             "merges": [{"old_id", "name", "type": "full" | "partial"}]}]}]}
 *
 * An old_id of three digits is an island district that had no communes and became a special zone. */
#include "adapter/units_list.h"
#include <stdlib.h>
#include <string.h>

static const char SPLITS[] = "splits.json", MERGES[] = "merges.json";

/* A commune of before that went to one of today, as merges.json has it. */
struct merge {
    int before, today;
    bool full; /* all of it */
    bool seen; /* in splits.json too */
};

struct reader {
    struct draft *list;
    struct units_report *report;
    struct merge *merges;
    size_t count, capacity;
};

/* Where an element stands, for the report. */
struct at {
    const char *file;
    size_t data, element;
    const char *array; /* of the element, NULL for none */
};

static void leave_out(struct reader *reader, enum units_reason reason, const struct at *at)
{
    if (at->array) {
        units_leave_out(reader->report, reason, "%s: data[%zu].%s[%zu]", at->file, at->data, at->array,
                        at->element);
    } else {
        units_leave_out(reader->report, reason, "%s: data[%zu]", at->file, at->data);
    }
}

static struct draft_unit *add(struct reader *reader, const json_t *object, const char *key,
                              struct draft_unit unit, const struct at *at)
{
    const char *code = units_text(object, key);
    if (!unit_code_valid(code, unit.level)) {
        leave_out(reader, UNITS_CODE, at);
    } else if (!units_name(units_text(object, "name"), unit.level, UNIT_KIND_NONE, unit.name)) {
        leave_out(reader, UNITS_NAME, at);
    } else if (draft_code(reader->list, code, unit.from) != DRAFT_NONE) {
        leave_out(reader, UNITS_TWICE, at);
    } else {
        strcpy(unit.code, code);
        return draft_add(reader->list, &unit);
    }
    return NULL;
}

/* ---- merges.json ---- */

static void note_merge(struct reader *reader, const json_t *element, int today)
{
    if (reader->count == reader->capacity) {
        size_t capacity = reader->capacity ? 2 * reader->capacity : 4096;
        struct merge *merges = realloc(reader->merges, capacity * sizeof *merges);
        if (!merges) {
            reader->list->failed = true;
            return;
        }
        reader->merges = merges;
        reader->capacity = capacity;
    }
    bool full = strcmp(units_text(element, "type"), "full") == 0;
    reader->merges[reader->count++] = (struct merge){atoi(units_text(element, "old_id")), today, full, false};
}

/* "318": a district without communes, the heir's own name behind its kind. */
static bool read_island(struct reader *reader, const json_t *element, const struct draft_unit *heir)
{
    struct draft_unit island = {.level = UNIT_DISTRICT, .parent = DRAFT_NONE, .to = 1};
    const char *code = units_text(element, "old_id");
    bool taken = strlen(code) == 3 && strspn(code, "0123456789") == 3 &&
                 units_name(units_text(element, "name"), UNIT_DISTRICT, UNIT_KIND_NONE, island.name) &&
                 units_same_proper(island.name, heir->name) && units_add_heir(&island, heir->code);
    if (taken) {
        draft_add(reader->list, &island);
    }
    return taken;
}

static void read_merges_of(struct reader *reader, const json_t *commune, const struct draft_unit *today,
                           const struct at *at)
{
    struct draft_unit heir = *today;
    const json_t *element;
    size_t i;
    json_array_foreach(json_object_get(commune, "merges"), i, element)
    {
        if (unit_code_valid(units_text(element, "old_id"), UNIT_COMMUNE)) {
            note_merge(reader, element, atoi(heir.code));
        } else if (!read_island(reader, element, &heir)) {
            leave_out(reader, UNITS_CODE, at);
        }
    }
}

static void read_today(struct reader *reader, const json_t *data)
{
    const json_t *province, *commune;
    size_t p, c;
    json_array_foreach(data, p, province)
    {
        struct at at = {MERGES, p, 0, NULL};
        struct draft_unit unit = {.level = UNIT_PROVINCE, .parent = DRAFT_NONE, .from = 1};
        if (!add(reader, province, "level1_id", unit, &at)) {
            continue;
        }
        size_t parent = reader->list->count - 1;
        json_array_foreach(json_object_get(province, "level2s"), c, commune)
        {
            at = (struct at){MERGES, p, c, "level2s"};
            unit = (struct draft_unit){.level = UNIT_COMMUNE, .parent = parent, .from = 1};
            const struct draft_unit *added = add(reader, commune, "level2_id", unit, &at);
            if (added) {
                read_merges_of(reader, commune, added, &at);
            }
        }
    }
}

/* ---- splits.json ---- */

static int compare_merges(const void *a, const void *b)
{
    const struct merge *left = a, *right = b;
    return left->before != right->before ? left->before - right->before : left->today - right->today;
}

static struct merge *find_merge(const struct reader *reader, const char *before, const char *today)
{
    struct merge key = {.before = atoi(before), .today = atoi(today)};
    return reader->count == 0 ? NULL
                              : bsearch(&key, reader->merges, reader->count, sizeof key, compare_merges);
}

/* UNITS_REASON_COUNT when both files say that the unit went to this one. `province` is the code of the
 * province of today in which all its heirs must lie. */
static enum units_reason check_heir(struct reader *reader, const struct draft_unit *unit, const json_t *split,
                                    const char *province, bool only)
{
    const struct draft *list = reader->list;
    const char *code = units_text(split, "new_id");
    size_t heir = unit_code_valid(code, unit->level) ? draft_code(list, code, 1) : DRAFT_NONE;
    char name[UNIT_NAME_SIZE];
    struct merge *merge = find_merge(reader, unit->code, code);
    if (merge) {
        merge->seen = true;
    }
    if (heir == DRAFT_NONE) {
        return UNITS_HEIR_UNKNOWN;
    }
    /* Of provinces the kind is not always written: "Tuyên Quang". */
    bool province_level = unit->level == UNIT_PROVINCE;
    if (!units_name(units_text(split, "name"), unit->level, province_level ? UNIT_KIND_TINH : UNIT_KIND_NONE,
                    name) ||
        !(province_level ? units_same_proper : draft_same_name)(name, list->units[heir].name)) {
        return UNITS_HEIR_NAME;
    }
    if (province_level) {
        return UNITS_REASON_COUNT;
    }
    if (strcmp(list->units[draft_province(list, heir)].code, province) != 0) {
        return UNITS_HEIR_PROVINCE;
    }
    return merge && merge->full == only ? UNITS_REASON_COUNT : UNITS_CONTRADICTED;
}

static void read_heirs(struct reader *reader, const json_t *object, struct draft_unit *unit,
                       const char *province, const struct at *at)
{
    const json_t *splits = json_object_get(object, "splits"), *split;
    size_t i;
    json_array_foreach(splits, i, split)
    {
        enum units_reason reason = check_heir(reader, unit, split, province, json_array_size(splits) == 1);
        if (reason == UNITS_REASON_COUNT && !units_add_heir(unit, units_text(split, "new_id"))) {
            reason = UNITS_HEIR_MANY;
        }
        if (reason != UNITS_REASON_COUNT) {
            unit->more = true;
            leave_out(reader, reason, at);
        }
    }
    if (json_array_size(splits) == 0) {
        leave_out(reader, UNITS_NO_HEIR, at);
    }
    unit->more = unit->more || unit->heir_count == 0;
}

static void read_communes(struct reader *reader, const json_t *province, size_t p, size_t parent)
{
    const json_t *commune;
    size_t c;
    char today[UNIT_CODE_SIZE];
    memcpy(today, reader->list->units[parent].heirs[0], sizeof today);
    json_array_foreach(json_object_get(province, "level3s"), c, commune)
    {
        struct at at = {SPLITS, p, c, "level3s"};
        struct draft_unit unit = {.level = UNIT_COMMUNE, .parent = parent, .to = 1};
        struct draft_unit *added = add(reader, commune, "level3_id", unit, &at);
        if (added) {
            read_heirs(reader, commune, added, today, &at);
        }
    }
}

static void read_before(struct reader *reader, const json_t *data)
{
    const json_t *province;
    size_t p;
    json_array_foreach(data, p, province)
    {
        struct at at = {SPLITS, p, 0, NULL};
        struct draft_unit unit = {.level = UNIT_PROVINCE, .parent = DRAFT_NONE, .to = 1};
        struct draft_unit *added = add(reader, province, "level1_id", unit, &at);
        if (!added) {
            continue;
        }
        read_heirs(reader, province, added, "", &at);
        added->more = false;
        /* No province was divided; communes of one that went nowhere would all be left out. */
        if (added->heir_count == 1) {
            read_communes(reader, province, p, reader->list->count - 1);
        }
    }
}

/* ---- together ---- */

static void count_unseen(struct reader *reader)
{
    for (size_t i = 0; i < reader->count; i++) {
        if (!reader->merges[i].seen) {
            char code[16];
            snprintf(code, sizeof code, "%05d", reader->merges[i].before);
            units_leave_out(reader->report, UNITS_CONTRADICTED, "%s: old_id %s", MERGES, code);
            size_t unit = draft_code(reader->list, code, 0);
            if (unit != DRAFT_NONE) {
                reader->list->units[unit].more = true;
            }
        }
    }
}

/* Codes run on within a province: an island lies in the one whose last code below its own is the nearest. */
static void place_islands(struct reader *reader)
{
    struct draft *list = reader->list;
    for (size_t i = 0; i < list->count; i++) {
        struct draft_unit *island = &list->units[i];
        int code = island->level == UNIT_DISTRICT ? atoi(island->heirs[0]) : -1, nearest = -1;
        for (size_t u = 0; code >= 0 && u < list->count; u++) {
            const struct draft_unit *unit = &list->units[u];
            int number = unit->level == UNIT_COMMUNE && unit->from == 0 ? atoi(unit->code) : -1;
            if (number > nearest && number <= code) {
                nearest = number;
                island->parent = unit->parent;
            }
        }
    }
}

static enum fault read_lists(struct reader *reader, const json_t *splits, const json_t *merges)
{
    const json_t *today = json_object_get(merges, "data"), *before = json_object_get(splits, "data");
    if (json_array_size(today) == 0 || json_array_size(before) == 0) {
        snprintf(reader->report->file, sizeof reader->report->file, "%s",
                 json_array_size(today) ? SPLITS : MERGES);
        return FAULT_UNITS_JSON;
    }
    read_today(reader, today);
    if (reader->count > 0) {
        qsort(reader->merges, reader->count, sizeof *reader->merges, compare_merges);
    }
    read_before(reader, before);
    count_unseen(reader);
    place_islands(reader);
    return reader->list->failed ? FAULT_MEMORY : FAULT_NONE;
}

enum fault units_list_splits(const char *dir, struct draft *ret, struct units_report *report)
{
    json_t *splits = NULL, *merges = NULL;
    struct reader reader = {.list = ret, .report = report};
    enum fault fault = units_json(dir, SPLITS, &splits, report);
    fault = fault == FAULT_NONE ? units_json(dir, MERGES, &merges, report) : fault;
    if (fault == FAULT_NONE) {
        draft_begin(ret);
        fault = read_lists(&reader, splits, merges);
        units_count(ret, report);
        ret->divided = true;
        draft_origin(
            ret,
            "Origin: splits.json and merges.json as github.com/dvhcvn/20250701 publishes them (MIT License)");
        if (fault != FAULT_NONE) {
            draft_end(ret);
        }
    }
    free(reader.merges);
    json_decref(splits);
    json_decref(merges);
    return fault;
}
