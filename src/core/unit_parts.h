/* unit_parts: how large the table of a map is, and what its memory is cut into. Inside of unit_read. */
#ifndef TIEPDON_UNIT_PARTS_H
#define TIEPDON_UNIT_PARTS_H
#include "core/unit_line.h"
#include "core/unit_read.h"

/* An heir that a line names, until all units stand. */
struct unit_claim {
    char code[UNIT_CODE_SIZE];
    int line;
};

/* At most so many. */
struct unit_counts {
    size_t units, heirs, text; /* entries, their heirs, bytes of names and keys with their NULs */
    uint32_t slots;            /* a power of two */
};

struct unit_parts {
    struct unit *units;
    struct unit_claim *claims;
    uint32_t *hashes;
    uint16_t *heirs, *slots, *next, *code_slots, *code_next;
    char *text;
};

/* Takes a line off the text, without its LF; false at the end. */
bool unit_next_line(struct unit_text *text, struct unit_text *ret);

struct unit_counts unit_parts_count(struct unit_text map, struct unit_text names);

/* `memory` has unit_memory bytes. */
void unit_parts_cut(const struct unit_counts *counts, void *memory, struct unit_parts *ret);

#endif
