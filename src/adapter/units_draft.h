/* units_draft: a map of administrative units (core/unit.h) while lists are put into it: units can be added
 * and changed, and it is written as the text that unit_read reads.
 *
 * Units are named by their index, which never changes. Memory that is lacking is told once, at the end, by
 * draft->failed. */
#ifndef TIEPDON_UNITS_DRAFT_H
#define TIEPDON_UNITS_DRAFT_H
#include "core/unit_line.h"
#include <stdio.h>

#define DRAFT_NONE SIZE_MAX

struct draft_unit {
    char name[UNIT_NAME_SIZE]; /* with its kind in full */
    char code[UNIT_CODE_SIZE]; /* "" for a district, or unknown */
    enum unit_level level;
    size_t parent; /* DRAFT_NONE for a province */
    int from, to;  /* as in struct unit */
    char heirs[UNIT_HEIRS][UNIT_CODE_SIZE];
    int heir_count;
    bool more;
    size_t same_code; /* the next unit of this code, DRAFT_NONE at the end */
};

enum { DRAFT_ORIGINS = UNIT_DAYS, DRAFT_ORIGIN_SIZE = 256 };

struct draft {
    struct draft_unit *units;
    size_t count, capacity;
    size_t *first; /* of each code, by its number */
    date_text days[UNIT_DAYS];
    int day_count;
    bool divided;
    char origins[DRAFT_ORIGINS][DRAFT_ORIGIN_SIZE]; /* the comment lines that are kept, without "# " */
    int origin_count;
    bool failed;
};

/* A draft with no units and no change. */
void draft_begin(struct draft *draft);
void draft_end(struct draft *draft);

/* Takes over the units of a table; `text` is the map it was read from, whose comment lines "# Origin" and "#
 * Licence" are kept. */
void draft_take(struct draft *draft, const struct units *units, const char *text);

/* Notes where the units come from, unless it is noted already. */
void draft_origin(struct draft *draft, const char *line);

/* Adds a unit; the pointer is good until the next one is added. NULL when there is no memory. */
struct draft_unit *draft_add(struct draft *draft, const struct draft_unit *unit);

/* In force after the change `step`. */
bool draft_spans(const struct draft_unit *unit, int step);

/* The unit of that code in force after the change `step`, DRAFT_NONE when there is none. */
size_t draft_code(const struct draft *draft, const char *code, int step);

/* The district of that name, kind included, in force after `step` in the province; DRAFT_NONE when there is
 * none. */
size_t draft_district(const struct draft *draft, size_t province, const char *name, int step);

/* The province a unit lies in; its own index for a province. */
size_t draft_province(const struct draft *draft, size_t unit);

/* Two names that every reader takes for one: case, spaces, apostrophes and the place of the tone apart. */
bool draft_same_name(const char *a, const char *b);

/* The text of the map, NUL-terminated, the caller's to free; NULL when there is no memory. */
char *draft_text(const struct draft *draft);

#endif
