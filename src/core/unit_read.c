/* unit_read: the lines one after the other into the table; heirs are found when all units stand. */
#include "core/unit_read.h"
#include "core/unit_index.h"
#include "core/unit_line.h"
#include "core/unit_parts.h"

struct reader {
    struct units table;
    struct unit_parts parts;
    size_t heirs;
    int step, line;
    bool begun;
    uint16_t province, district;
};

static const char *put(struct reader *reader, const char *text, size_t len)
{
    char *at = reader->parts.text;
    memcpy(at, text, len);
    at[len] = '\0';
    reader->parts.text += len + 1;
    return at;
}

static bool name_unit(struct reader *reader, const struct unit_line *line, struct unit *unit)
{
    struct letter letters[UNIT_NAME_SIZE];
    char name[UNIT_NAME_SIZE], key[UNIT_KEY_SIZE];
    const char *word = unit_kind_word(line->kind);
    size_t kind = strlen(word);
    memcpy(name, word, kind);
    if (kind > 0) {
        name[kind++] = ' ';
    }
    memcpy(name + kind, line->proper, line->proper_len);
    unit->name = put(reader, name, kind + line->proper_len);
    unit->proper = unit->name + kind;
    size_t count = letters_read(letters, UNIT_NAME_SIZE, unit->proper);
    letters_settle(letters, count);
    letters_simplify(letters, count);
    unit->marks = letters_marks(letters, count);
    size_t len = unit_key(letters, count, key);
    /* only as many bytes were counted */
    if (len == 0 || len > line->proper_len) {
        return false;
    }
    uint16_t same = unit_find(&reader->table, key, len);
    unit->key = same == UNIT_NONE ? put(reader, key, len) : reader->parts.units[same].key;
    return true;
}

static void index_key(struct reader *reader, uint16_t entry)
{
    const char *key = reader->parts.units[entry].key;
    uint32_t hash = unit_hash(key, strlen(key));
    uint16_t *slot = &reader->parts.slots[hash & (reader->table.slot_count - 1)];
    reader->parts.hashes[entry] = hash;
    reader->parts.next[entry] = *slot;
    *slot = entry;
}

static void index_code(struct reader *reader, uint16_t unit)
{
    const char *code = reader->parts.units[unit].code;
    uint16_t *slot =
        &reader->parts.code_slots[unit_hash(code, strlen(code)) & (reader->table.slot_count - 1)];
    reader->parts.code_next[unit] = *slot;
    *slot = unit;
}

/* A code has one unit at a time. */
static bool code_free(const struct reader *reader, const struct unit *unit)
{
    int last = unit->to ? unit->to : reader->table.day_count;
    for (int step = unit->from; step < last; step++) {
        if (unit_code_at(&reader->table, unit->code, step) != UNIT_NONE) {
            return false;
        }
    }
    return true;
}

static bool place_unit(struct reader *reader, const struct unit_line *line, struct unit *unit)
{
    unit->from = (uint8_t)reader->step;
    unit->to = (uint8_t)line->step;
    unit->level = (uint8_t)line->level;
    unit->kind = (uint8_t)line->kind;
    memcpy(unit->code, line->code, sizeof unit->code);
    if (line->step != 0 && (line->step <= reader->step || line->step >= reader->table.day_count)) {
        return false;
    }
    switch (line->level) {
    case UNIT_PROVINCE:
        reader->province = unit->self;
        reader->district = UNIT_NONE;
        unit->parent = UNIT_NONE;
        break;
    case UNIT_DISTRICT:
        reader->district = unit->self;
        unit->parent = reader->province;
        break;
    case UNIT_COMMUNE:
        unit->parent = reader->district != UNIT_NONE ? reader->district : reader->province;
        break;
    }
    unit->province = reader->province;
    return reader->province != UNIT_NONE && (!unit->code[0] || code_free(reader, unit));
}

static void claim_heirs(struct reader *reader, const struct unit_line *line, struct unit *unit)
{
    unit->heir = (uint16_t)reader->heirs;
    unit->heir_count = (uint8_t)line->heir_count;
    unit->more = line->more || (unit->to != 0 && unit->level != UNIT_PROVINCE && !reader->table.divided);
    for (int i = 0; i < line->heir_count; i++) {
        struct unit_claim *claim = &reader->parts.claims[reader->heirs++];
        memcpy(claim->code, line->heirs[i], sizeof claim->code);
        claim->line = reader->line;
    }
}

static bool add_unit(struct reader *reader, const struct unit_line *line)
{
    uint16_t index = reader->table.count;
    struct unit *unit = &reader->parts.units[index];
    *unit = (struct unit){.self = index};
    if (!place_unit(reader, line, unit) || !name_unit(reader, line, unit)) {
        return false;
    }
    claim_heirs(reader, line, unit);
    index_key(reader, index);
    if (unit->code[0]) {
        index_code(reader, index);
    }
    reader->table.count++;
    return true;
}

static bool go_on(struct reader *reader, const struct unit_line *line)
{
    reader->province = unit_code_at(&reader->table, line->code, reader->step);
    reader->district = UNIT_NONE;
    return reader->province != UNIT_NONE;
}

static bool add_line(struct reader *reader, const struct unit_line *line)
{
    bool head = reader->table.day_count > 0 && !reader->begun;
    switch (line->line) {
    case UNIT_LINE_NOTHING: return true;
    case UNIT_LINE_FORM: return reader->table.day_count == 0;
    case UNIT_LINE_DIVIDED: reader->table.divided = true; return !reader->begun;
    case UNIT_LINE_DAYS:
        memcpy(reader->table.days, line->days, sizeof reader->table.days);
        reader->table.day_count = line->day_count;
        return !head && !reader->begun;
    case UNIT_LINE_FROM: {
        bool follows = reader->begun ? line->step > reader->step : head;
        reader->begun = true;
        reader->step = line->step;
        reader->province = reader->district = UNIT_NONE;
        return follows && line->step < reader->table.day_count;
    }
    case UNIT_LINE_GO_ON: return reader->begun && go_on(reader, line);
    case UNIT_LINE_UNIT: return reader->begun && add_unit(reader, line);
    case UNIT_LINE_BAD: break;
    }
    return false;
}

static bool add_alias(struct reader *reader, const struct unit_line *line)
{
    uint16_t unit = line->line == UNIT_LINE_UNIT ? unit_code_at(&reader->table, line->code, 0) : UNIT_NONE;
    if (unit == UNIT_NONE) {
        return line->line != UNIT_LINE_BAD;
    }
    uint16_t entry = reader->table.names;
    reader->parts.units[entry] = reader->parts.units[unit];
    if (!name_unit(reader, line, &reader->parts.units[entry])) {
        return false;
    }
    if (line->kind != UNIT_KIND_NONE) {
        reader->parts.units[entry].kind = (uint8_t)line->kind;
    }
    index_key(reader, entry);
    reader->table.names++;
    return true;
}

static bool read_map(struct reader *reader, struct unit_text map)
{
    struct unit_text text;
    struct unit_line line;
    bool formed = false;
    while (unit_next_line(&map, &text)) {
        reader->line++;
        unit_line_read(text.at, text.len, &line);
        formed = formed || line.line == UNIT_LINE_FORM;
        if ((!formed && line.line != UNIT_LINE_NOTHING) || !add_line(reader, &line)) {
            return false;
        }
    }
    reader->line = 0;
    return reader->begun;
}

static bool read_names(struct reader *reader, struct unit_text names)
{
    struct unit_text text;
    struct unit_line line;
    reader->line = 0;
    reader->table.names = reader->table.count;
    while (unit_next_line(&names, &text)) {
        reader->line++;
        unit_line_read_alias(text.at, text.len, &line);
        if (!add_alias(reader, &line)) {
            return false;
        }
    }
    return true;
}

/* Every heir is in force after the change that named it, and named once. */
static bool find_heirs(struct reader *reader)
{
    for (uint16_t i = 0; i < reader->table.count; i++) {
        const struct unit *unit = &reader->parts.units[i];
        uint16_t *heirs = reader->parts.heirs + unit->heir;
        for (int h = 0; h < unit->heir_count; h++) {
            const struct unit_claim *claim = &reader->parts.claims[unit->heir + h];
            heirs[h] = unit_code_at(&reader->table, claim->code, unit->to);
            reader->line = claim->line;
            for (int before = 0; before < h; before++) {
                if (heirs[before] == heirs[h]) {
                    return false;
                }
            }
            if (heirs[h] == UNIT_NONE) {
                return false;
            }
        }
    }
    return true;
}

static void begin(struct reader *reader, const struct unit_counts *counts, void *memory)
{
    *reader = (struct reader){.province = UNIT_NONE, .district = UNIT_NONE};
    unit_parts_cut(counts, memory, &reader->parts);
    memset(reader->parts.slots, 0xFF, counts->slots * sizeof *reader->parts.slots);
    memset(reader->parts.code_slots, 0xFF, counts->slots * sizeof *reader->parts.code_slots);
    reader->table.units = reader->parts.units;
    reader->table.heirs = reader->parts.heirs;
    reader->table.hashes = reader->parts.hashes;
    reader->table.slots = reader->parts.slots;
    reader->table.next = reader->parts.next;
    reader->table.code_slots = reader->parts.code_slots;
    reader->table.code_next = reader->parts.code_next;
    reader->table.slot_count = counts->slots;
}

enum fault unit_read(struct unit_text map, struct unit_text names, void *memory, struct units *ret,
                     int *ret_line)
{
    struct unit_counts counts = unit_parts_count(map, names);
    struct reader reader;
    enum fault fault = FAULT_NONE;
    if (counts.units >= UNIT_NONE || counts.heirs >= UINT16_MAX) {
        *ret_line = 0;
        return FAULT_UNITS_MAP;
    }
    begin(&reader, &counts, memory);
    if (!read_map(&reader, map) || !find_heirs(&reader)) {
        fault = FAULT_UNITS_MAP;
    } else if (!read_names(&reader, names)) {
        fault = FAULT_UNITS_NAMES;
    }
    *ret_line = fault == FAULT_NONE ? *ret_line : reader.line;
    *ret = fault == FAULT_NONE ? reader.table : *ret;
    return fault;
}
