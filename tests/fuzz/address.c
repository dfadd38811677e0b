/* What must hold of address.h for every two texts. */
#include "core/address.h"
#include "../support/map.h"
#include "core/text.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char TODAY[] = "2026-11-20";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void is_read(const struct units *units, const char *text)
{
    struct address address;
    char out[ADDRESS_SIZE];
    address_read(units, TODAY, text, &address);
    for (int i = 0; i < address.rest_count; i++) {
        const struct address_part *part = &address.rest[i];
        assert(part->at <= part->end && part->end <= strlen(text));
        assert(text_valid(text + part->at, (size_t)(part->end - part->at)));
    }
    assert(address.today_count >= 0 && address.today_count <= UNIT_HEIRS);
    for (int i = 0; i < address.today_count; i++) {
        assert(unit_in_force(units, address.today[i], TODAY));
        assert(!address_modern(units, text, &address, address.today[i], out) || text_valid(out, strlen(out)));
    }
}

/* The input is two addresses with a | between. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct units *units = map_small();
    const uint8_t *bar = memchr(data, '|', size);
    size_t first = bar ? (size_t)(bar - data) : size, second = bar ? size - first - 1 : 0;
    char card[ADDRESS_SIZE], system[ADDRESS_SIZE];
    struct address_match match, turned;
    if (text_clean(card, sizeof card, (const char *)data, first) ||
        text_clean(system, sizeof system, bar ? (const char *)bar + 1 : "", second)) {
        return 0;
    }
    is_read(units, card);
    address_compare(units, TODAY, card, system, &match);
    address_compare(units, TODAY, system, card, &turned);
    assert(match.level == turned.level && match.count == turned.count);
    assert(match.count >= 0 && match.count <= UNIT_HEIRS);
    assert(match.count == 0 || match.level == ADDRESS_POSSIBLE);
    address_compare(units, TODAY, card, card, &match);
    assert(match.level == ADDRESS_SAME);
    return 0;
}
