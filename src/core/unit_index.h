/* unit_index: hash, days and spans of units, shared by what reads a table of units and what looks into it. */
#ifndef TIEPDON_UNIT_INDEX_H
#define TIEPDON_UNIT_INDEX_H
#include "core/unit.h"
#include <string.h>

/* FNV-1a: short keys, and a table that is built at every start. */
static inline uint32_t unit_hash(const char *key, size_t len)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < len; i++) {
        hash = (hash ^ (uint8_t)key[i]) * 16777619U;
    }
    return hash ^ hash >> 15;
}

/* The last change before or on the day. */
static inline int unit_step(const struct units *units, const char *day)
{
    int step = units->day_count - 1;
    while (step > 0 && strcmp(day, units->days[step]) < 0) {
        step--;
    }
    return step;
}

/* In force after the change `step` (an index into units.days). */
static inline bool unit_spans(const struct unit *unit, int step)
{
    return unit->from <= step && (unit->to == 0 || step < unit->to);
}

/* The unit of that code in force after that change. */
static inline uint16_t unit_code_at(const struct units *units, const char *code, int step)
{
    uint16_t at = units->code_slots[unit_hash(code, strlen(code)) & (units->slot_count - 1)];
    while (at != UNIT_NONE &&
           (strcmp(units->units[at].code, code) != 0 || !unit_spans(&units->units[at], step))) {
        at = units->code_next[at];
    }
    return at;
}

#endif
