/* heir: chains of codes, settled once and then found by halving. */
#include "core/heir.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int by_code(const void *a, const void *b)
{
    return strcmp(((const struct facility_heir *)a)->code, ((const struct facility_heir *)b)->code);
}

static const struct facility_heir *find(const struct facility_heir *heirs, size_t count, const char *code)
{
    struct facility_heir key;
    assert(strlen(code) < sizeof key.code);
    memcpy(key.code, code, strlen(code) + 1);
    return count ? bsearch(&key, heirs, count, sizeof *heirs, by_code) : NULL;
}

/* The end of the chain that begins with `code`, NULL when it has none: no chain is longer than the list. */
static const char *last_of(const struct facility_heir *heirs, size_t count, const char *code)
{
    const struct facility_heir *pair = NULL;
    for (size_t steps = 0; steps <= count; steps++) {
        pair = find(heirs, count, code);
        if (!pair) {
            return code;
        }
        code = pair->heir;
    }
    return NULL;
}

size_t heirs_settle(struct facility_heir *heirs, size_t count)
{
    size_t kept = 0;
    if (count > 0) {
        qsort(heirs, count, sizeof *heirs, by_code);
    }
    /* A pair already settled leads to the same end in fewer steps. */
    for (size_t i = 0; i < count; i++) {
        const char *last = last_of(heirs, count, heirs[i].code);
        if (last) {
            memmove(heirs[i].heir, last, FACILITY_SIZE);
        } else {
            heirs[i].heir[0] = '\0';
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (heirs[i].heir[0]) {
            heirs[kept++] = heirs[i];
        }
    }
    return kept;
}

const char *heir_of(const struct hospital *hospital, const char *code)
{
    const struct facility_heir *pair = find(hospital->heirs, (size_t)hospital->heir_count, code);
    return pair ? pair->heir : code;
}

void heir_show(const struct hospital *hospital, const char *code, const char *name, char *out, size_t cap)
{
    const char *heir = heir_of(hospital, code);
    bool moved = strcmp(heir, code) != 0;
    snprintf(out, cap, "%s%s%s%s%s", code, moved ? " → " : "", moved ? heir : "", *name ? " " : "", name);
}
