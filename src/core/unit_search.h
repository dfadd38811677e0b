/* unit_search: the communes that what a clerk has typed so far may mean, the likeliest first.
 *
 *     "bn" "pbn"            by its initials, with or without its kind's
 *     "ben ng" "saig"       by the first letters of its words, with or without gaps
 *     "p ben ngh" "p4"      behind its kind
 *     "tan phu dn"          followed by district or province, in the same ways
 *
 * Diacritics are ignored. What Telex has made of a key stands for the key as well: "á" is also "as". A
 * commune of before is found too and stands for each commune of today that took it over.
 *
 * Pure; a scan over the table, about a millisecond at most for all units of Vietnam. */
#ifndef TIEPDON_UNIT_SEARCH_H
#define TIEPDON_UNIT_SEARCH_H
#include "core/unit.h"

enum { UNIT_CHOICES = 9 }; /* one digit key each */

struct unit_choice {
    uint16_t commune; /* in force on the day */
    uint16_t before;  /* the commune of before that was found and lies in it; UNIT_NONE: itself was found */
};

/* The choices for `typed`, at most UNIT_CHOICES: communes of the province `home` (UNIT_NONE for none) before
 * all others; then by how they were found: whole names, first letters, initials, a later word of the name.
 * Nothing is found by less than two letters. `day` is a full ISO day. */
int unit_search(const struct units *units, const char *day, uint16_t home, const char *typed,
                struct unit_choice ret[UNIT_CHOICES]);

/* The province in force on `day` in which a facility lies: its code begins with that of a province of before
 * the mergers. UNIT_NONE when it is not known. */
uint16_t unit_home(const struct units *units, const char *day, const char *facility);

#endif
