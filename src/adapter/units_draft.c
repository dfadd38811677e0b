/* units_draft: units in one growing array, found by their codes. */
#include "adapter/units_draft.h"
#include "core/letter.h"
#include <stdlib.h>
#include <string.h>

enum { CODES = 100000, PROVINCES = 100 }; /* five digits, then two */

static size_t number_of(const char *code)
{
    size_t number = (size_t)atoi(code);
    return strlen(code) == 2 ? CODES + number : number;
}

void draft_begin(struct draft *draft)
{
    *draft = (struct draft){.day_count = 1, .first = malloc((CODES + PROVINCES) * sizeof *draft->first)};
    draft->failed = !draft->first;
    for (size_t i = 0; draft->first && i < CODES + PROVINCES; i++) {
        draft->first[i] = DRAFT_NONE;
    }
}

void draft_end(struct draft *draft)
{
    free(draft->units);
    free(draft->first);
    *draft = (struct draft){.failed = true};
}

static bool grow(struct draft *draft)
{
    size_t capacity = draft->capacity ? 2 * draft->capacity : 1024;
    struct draft_unit *units = realloc(draft->units, capacity * sizeof *units);
    if (!units || !draft->first) {
        free(units ? NULL : draft->units);
        draft->units = units;
        draft->failed = true;
        return false;
    }
    draft->units = units;
    draft->capacity = capacity;
    return true;
}

struct draft_unit *draft_add(struct draft *draft, const struct draft_unit *unit)
{
    if (draft->failed || (draft->count == draft->capacity && !grow(draft))) {
        return NULL;
    }
    struct draft_unit *added = &draft->units[draft->count];
    *added = *unit;
    added->same_code = DRAFT_NONE;
    if (unit->code[0]) {
        size_t *first = &draft->first[number_of(unit->code)];
        added->same_code = *first;
        *first = draft->count;
    }
    draft->count++;
    return added;
}

static void take_heirs(struct draft_unit *out, const struct units *units, const struct unit *unit)
{
    out->heir_count = unit->heir_count;
    out->more = unit->more;
    for (int i = 0; i < unit->heir_count; i++) {
        memcpy(out->heirs[i], units->units[units->heirs[unit->heir + i]].code, UNIT_CODE_SIZE);
    }
}

static void take_origins(struct draft *draft, const char *text)
{
    char line[DRAFT_ORIGIN_SIZE];
    while (*text && strncmp(text, "days", 4) != 0) {
        size_t len = strcspn(text, "\n");
        if ((strncmp(text, "# Origin", 8) == 0 || strncmp(text, "# Licence", 9) == 0) &&
            len - 2 < sizeof line) {
            memcpy(line, text + 2, len - 2);
            line[len - 2] = '\0';
            draft_origin(draft, line);
        }
        text += len + (text[len] == '\n');
    }
}

void draft_take(struct draft *draft, const struct units *units, const char *text)
{
    memcpy(draft->days, units->days, sizeof draft->days);
    draft->day_count = units->day_count;
    draft->divided = units->divided;
    take_origins(draft, text);
    for (size_t i = 0; i < units->count; i++) {
        const struct unit *unit = &units->units[i];
        struct draft_unit taken = {.level = unit->level, .from = unit->from, .to = unit->to};
        strcpy(taken.name, unit->name);
        memcpy(taken.code, unit->code, sizeof taken.code);
        taken.parent = unit->parent == UNIT_NONE ? DRAFT_NONE : unit->parent;
        take_heirs(&taken, units, unit);
        draft_add(draft, &taken);
    }
}

void draft_origin(struct draft *draft, const char *line)
{
    for (int i = 0; i < draft->origin_count; i++) {
        if (strcmp(draft->origins[i], line) == 0) {
            return;
        }
    }
    if (draft->origin_count < DRAFT_ORIGINS && strlen(line) < DRAFT_ORIGIN_SIZE) {
        strcpy(draft->origins[draft->origin_count++], line);
    }
}

bool draft_spans(const struct draft_unit *unit, int step)
{
    return unit->from <= step && (unit->to == 0 || step < unit->to);
}

size_t draft_code(const struct draft *draft, const char *code, int step)
{
    size_t at = draft->failed || !code[0] ? DRAFT_NONE : draft->first[number_of(code)];
    while (at != DRAFT_NONE && !draft_spans(&draft->units[at], step)) {
        at = draft->units[at].same_code;
    }
    return at;
}

size_t draft_district(const struct draft *draft, size_t province, const char *name, int step)
{
    for (size_t i = 0; i < draft->count; i++) {
        const struct draft_unit *unit = &draft->units[i];
        if (unit->level == UNIT_DISTRICT && unit->parent == province && draft_spans(unit, step) &&
            draft_same_name(unit->name, name)) {
            return i;
        }
    }
    return DRAFT_NONE;
}

size_t draft_province(const struct draft *draft, size_t unit)
{
    while (draft->units[unit].parent != DRAFT_NONE) {
        unit = draft->units[unit].parent;
    }
    return unit;
}

bool draft_same_name(const char *a, const char *b)
{
    struct letter left[UNIT_NAME_SIZE], right[UNIT_NAME_SIZE];
    if (strcmp(a, b) == 0) {
        return true;
    }
    size_t count = letters_read(left, UNIT_NAME_SIZE, a);
    if (letters_read(right, UNIT_NAME_SIZE, b) != count) {
        return false;
    }
    letters_settle(left, count);
    letters_settle(right, count);
    size_t same = 0;
    while (same < count && letter_equal(&left[same], &right[same])) {
        same++;
    }
    return same == count;
}
