/* unit_parts: lines are counted without being read, since this is half of the work at every start. */
#include "core/unit_parts.h"
#include <string.h>

enum {
    KIND_BYTES = 16, /* more than the longest word for a kind and a space */
    SPARE = 2,       /* slots for each entry: most words of an address name no unit, and shall meet none */
};

bool unit_next_line(struct unit_text *text, struct unit_text *ret)
{
    if (text->len == 0) {
        return false;
    }
    const char *end = memchr(text->at, '\n', text->len);
    ret->at = text->at;
    ret->len = end ? (size_t)(end - text->at) : text->len;
    size_t used = ret->len + (end ? 1 : 0);
    text->at += used;
    text->len -= used;
    return true;
}

/* At most what the line needs. */
static void count_line(struct unit_counts *counts, const struct unit_text *line)
{
    const char *end = line->at + line->len, *tab = memchr(line->at, '\t', line->len);
    if (!tab) {
        return; /* no unit */
    }
    const char *heirs = memchr(tab + 1, '\t', (size_t)(end - tab - 1));
    size_t len = (size_t)((heirs ? heirs : end) - line->at);
    counts->units++;
    counts->text += KIND_BYTES + 2 * (len + 1); /* name and key, which is no longer than what it is of */
    for (const char *at = heirs; at && (at = memchr(at, ' ', (size_t)(end - at))); at++) {
        counts->heirs++;
    }
}

struct unit_counts unit_parts_count(struct unit_text map, struct unit_text names)
{
    struct unit_counts counts = {.slots = 1};
    struct unit_text line;
    while (unit_next_line(&map, &line) || unit_next_line(&names, &line)) {
        count_line(&counts, &line);
    }
    while (counts.slots < SPARE * counts.units && counts.slots <= UINT16_MAX) {
        counts.slots *= 2;
    }
    return counts;
}

void unit_parts_cut(const struct unit_counts *counts, void *memory, struct unit_parts *ret)
{
    ret->units = memory;
    ret->claims = (struct unit_claim *)(ret->units + counts->units);
    ret->hashes = (uint32_t *)(ret->claims + counts->heirs);
    ret->slots = (uint16_t *)(ret->hashes + counts->units);
    ret->code_slots = ret->slots + counts->slots;
    ret->next = ret->code_slots + counts->slots;
    ret->code_next = ret->next + counts->units;
    ret->heirs = ret->code_next + counts->units;
    ret->text = (char *)(ret->heirs + counts->heirs);
}

size_t unit_memory(struct unit_text map, struct unit_text names)
{
    struct unit_counts counts = unit_parts_count(map, names);
    struct unit_parts parts;
    size_t an_entry =
        sizeof *parts.units + sizeof *parts.hashes + sizeof *parts.next + sizeof *parts.code_next;
    size_t an_heir = sizeof *parts.claims + sizeof *parts.heirs;
    size_t a_slot = sizeof *parts.slots + sizeof *parts.code_slots;
    return counts.units * an_entry + counts.heirs * an_heir + counts.slots * a_slot + counts.text;
}
