/* lookup: what register and journal know, in tests of the core: a card's look-up plan, and a question of the search box,
 * run over members and patients in memory. */
#ifndef TIEPDON_LOOKUP_H
#define TIEPDON_LOOKUP_H
#include "core/answer.h"
#include "core/find.h"

/* Adds the members found, with all rows of their persons, to an answer whose source is set. */
void lookup_run(const struct member *members, int count, const struct card *card, const struct asked *asked,
                struct answer *answer);

/* The patient who has a number of the card or of the members found, into answer->patient. */
void lookup_patient(const struct patient *patients, int count, const struct card *card,
                    struct answer *answer);

/* Whom a question of the search box means, patients first, a person once. */
struct known {
    const struct member *members;
    int member_count;
    const struct patient *patients;
    int patient_count;
};
void lookup_find(const struct known *known, const struct find *find, struct hit_list *ret);

#endif
