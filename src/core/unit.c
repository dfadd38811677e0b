/* unit: looking into the table of administrative units. */
#include "core/unit.h"
#include "core/text.h"
#include "core/unit_index.h"
#include <assert.h>

static bool is_digit(const struct letter *letter)
{
    return letter->base >= '0' && letter->base <= '9';
}

/* A zero that begins a number and is not all of it. */
static bool leads(const struct letter *letters, size_t count, size_t i, bool begins)
{
    return begins && letters[i].base == '0' && i + 1 < count && !letters[i + 1].gap &&
           is_digit(&letters[i + 1]);
}

size_t unit_key(const struct letter *letters, size_t count, char out[UNIT_KEY_SIZE])
{
    size_t len = 0;
    bool begins = true; /* a number would begin here */
    for (size_t i = 0; i < count; i++) {
        char bytes[4];
        begins = begins || letters[i].gap || !is_digit(&letters[i]);
        if (leads(letters, count, i, begins)) {
            continue;
        }
        size_t took = text_put(bytes, letters[i].base);
        if (len + took >= UNIT_KEY_SIZE) {
            out[0] = '\0';
            return 0;
        }
        memcpy(out + len, bytes, took);
        len += took;
        begins = !is_digit(&letters[i]);
    }
    out[len] = '\0';
    return len;
}

static bool has_key(const struct unit *unit, const char *key, size_t len)
{
    return strncmp(unit->key, key, len) == 0 && unit->key[len] == '\0';
}

uint16_t unit_find(const struct units *units, const char *key, size_t len)
{
    uint32_t hash = unit_hash(key, len);
    uint16_t at = units->slots[hash & (units->slot_count - 1)];
    while (at != UNIT_NONE && (units->hashes[at] != hash || !has_key(&units->units[at], key, len))) {
        at = units->next[at];
    }
    return at;
}

uint16_t unit_next(const struct units *units, uint16_t entry)
{
    uint32_t hash = units->hashes[entry];
    uint16_t at = units->next[entry];
    while (at != UNIT_NONE &&
           (units->hashes[at] != hash || units->units[at].key != units->units[entry].key)) {
        at = units->next[at];
    }
    return at;
}

uint16_t unit_code(const struct units *units, const char *code, const char *day)
{
    return code[0] ? unit_code_at(units, code, unit_step(units, day)) : (uint16_t)UNIT_NONE;
}

bool unit_in_force(const struct units *units, uint16_t unit, const char *day)
{
    return unit_spans(&units->units[unit], unit_step(units, day));
}

/* What a unit became, up to a change. */
struct heirs {
    uint16_t list[UNIT_HEIRS];
    int count;
    bool sure;
};

static bool add(struct heirs *heirs, uint16_t unit)
{
    for (int i = 0; i < heirs->count; i++) {
        if (heirs->list[i] == unit) {
            return true;
        }
    }
    if (heirs->count == UNIT_HEIRS) {
        return false;
    }
    heirs->list[heirs->count++] = unit;
    return true;
}

/* Replaces every unit that a change up to `step` ended by its heirs. False when the map does not know them,
 * or when there are more than fit. *ret_ended: something was replaced. */
static bool pass_on(const struct units *units, int step, struct heirs *heirs, bool *ret_ended)
{
    struct heirs after = {.sure = heirs->sure};
    *ret_ended = false;
    for (int i = 0; i < heirs->count; i++) {
        const struct unit *unit = &units->units[heirs->list[i]];
        bool ended = unit->to != 0 && unit->to <= step, fits = true;
        for (int h = 0; ended && fits && h < unit->heir_count; h++) {
            fits = add(&after, units->heirs[unit->heir + h]);
        }
        if (!fits || (ended ? unit->heir_count == 0 : !add(&after, unit->self))) {
            return false;
        }
        after.sure = after.sure && !(ended && unit->more);
        *ret_ended = *ret_ended || ended;
    }
    *heirs = after;
    return true;
}

static struct heirs follow(const struct units *units, uint16_t unit, const char *day)
{
    struct heirs heirs = {{unit}, 1, true};
    int step = unit_step(units, day);
    assert(unit < units->count);
    bool ended = units->units[unit].to != 0;
    while (ended) { /* at most day_count times: an heir outlives its change */
        if (!pass_on(units, step, &heirs, &ended)) {
            return (struct heirs){.sure = false};
        }
    }
    return heirs;
}

int unit_today(const struct units *units, uint16_t unit, const char *day, uint16_t ret[UNIT_HEIRS])
{
    struct heirs heirs = follow(units, unit, day);
    memcpy(ret, heirs.list, sizeof heirs.list[0] * (size_t)heirs.count);
    return heirs.count;
}

bool unit_sure(const struct units *units, uint16_t unit, const char *day)
{
    return follow(units, unit, day).sure;
}
