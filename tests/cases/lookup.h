/* lookup: the register's part in tests of the core: a card's look-up plan run over members in memory. */
#ifndef TIEPDON_LOOKUP_H
#define TIEPDON_LOOKUP_H
#include "core/answer.h"

/* Adds the members found, with all rows of their persons, to an answer whose source is set. */
void lookup_run(const struct member *members, int count, const struct card *card, const struct asked *asked,
                struct answer *answer);

#endif
