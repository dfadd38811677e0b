/* country: a map of units seen as a list of places to draw addresses from, with what the names say and what
 * they leave open: the ground on which the truth of a generated pair stands. Knows nothing of how addresses
 * are compared. */
#ifndef TIEPDON_ACCURACY_COUNTRY_H
#define TIEPDON_ACCURACY_COUNTRY_H
#include "core/unit.h"
#include "demo/words.h"

struct country {
    const struct units *units;
    const char *day;
    uint16_t *before,
        *now; /* communes that ended by that day, whose heirs are known as far as the map knows any; communes in force */
    unsigned before_count, now_count;
};

/* Lists kept to the end of the process. */
void country_open(const struct units *units, const char *day, struct country *ret);

/* The units of that day which hold what the unit was, and the province of that day. */
struct units_set {
    uint16_t unit[64];
    int count;
};
struct units_set country_today(const struct country *country, uint16_t unit);
uint16_t country_province(const struct country *country, uint16_t unit);

/* What is named in a text; UNIT_NONE where nothing is. */
struct named {
    uint16_t commune, district, province;
};

/* As before the mergers, with district; as on that day. */
struct named named_in_full(const struct country *country, uint16_t commune);

/* The communes of that day that the named ones may mean to whoever reads them: a name without its district
 * means each of that name in the province of that day; without marks each that is alike without them. The
 * kind of unit does not tell them apart. */
struct units_set country_readings(const struct country *country, struct named named, bool marks);

bool sets_meet(const struct units_set *a, const struct units_set *b);

/* A commune of any time in the province of that day has this name, marks aside, and is not one of `but`. */
bool country_clash(const struct country *country, uint16_t province, const char *proper,
                   const struct units_set *but);
/* A province or district bears the name of the commune: without its kind it could be read as one. */
bool country_reads_larger(const struct country *country, uint16_t commune);

/* Any of `count`. */
uint16_t country_pick(const uint16_t *list, unsigned count, struct dice *dice);

#endif
