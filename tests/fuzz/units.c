/* What must hold of a table of units made of any bytes: the map, and behind a NUL the list of other names. */
#include "core/unit_index.h"
#include "core/unit_read.h"
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_name(const struct units *units, uint16_t entry)
{
    const struct unit *unit = &units->units[entry];
    size_t kind = strlen(unit_kind_word(unit->kind));
    uint16_t at = unit_find(units, unit->key, strlen(unit->key));
    assert(unit->key[0] && unit->proper[0] && (unit->self == entry || entry >= units->count));
    assert(unit->proper == unit->name || (size_t)(unit->proper - unit->name) <= kind + 1 ||
           entry >= units->count);
    while (at != UNIT_NONE && at != entry) {
        at = unit_next(units, at);
    }
    assert(at == entry);
    (void)kind;
}

static void check_unit(const struct units *units, uint16_t index)
{
    const struct unit *unit = &units->units[index];
    uint16_t list[UNIT_HEIRS];
    assert(unit->self == index && unit->province < units->count);
    assert(units->units[unit->province].level == UNIT_PROVINCE);
    assert((unit->level == UNIT_PROVINCE) == (unit->parent == UNIT_NONE));
    assert(unit->from < units->day_count && unit->to < units->day_count &&
           (!unit->to || unit->from < unit->to));
    assert(!unit->code[0] || unit_code_at(units, unit->code, unit->from) == index);
    for (int h = 0; h < unit->heir_count; h++) {
        assert(unit_spans(&units->units[units->heirs[unit->heir + h]], unit->to));
    }
    for (int day = 1; day < units->day_count; day++) {
        int count = unit_today(units, index, units->days[day], list);
        assert(count >= 0 && count <= UNIT_HEIRS);
        for (int i = 0; i < count; i++) {
            assert(list[i] == index || unit_in_force(units, list[i], units->days[day]));
        }
        assert(count > 0 || !unit_sure(units, index, units->days[day]));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data, *nul = size > 0 ? memchr(text, '\0', size) : NULL;
    struct unit_text map = {size > 0 ? text : "", nul ? (size_t)(nul - text) : size};
    struct unit_text names = {nul ? nul + 1 : "", nul ? size - map.len - 1 : 0};
    size_t memory_size = unit_memory(map, names);
    void *memory = malloc(memory_size ? memory_size : 1);
    struct units units;
    int line = 0;
    assert(memory);
    if (unit_read(map, names, memory, &units, &line) != FAULT_NONE) {
        free(memory);
        return 0;
    }
    for (uint16_t i = 0; i < units.names; i++) {
        check_name(&units, i);
    }
    for (uint16_t i = 0; i < units.count; i++) {
        check_unit(&units, i);
    }
    free(memory);
    return 0;
}
