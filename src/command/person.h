/* person: who gives a command: the Unix user, at no counter. */
#ifndef TIEPDON_PERSON_H
#define TIEPDON_PERSON_H
#include "adapter/config.h"
#include "adapter/store.h"

struct person {
    char name[PLACE_SIZE];
};

/* The writer's texts are the person's and the program's. */
struct writer person_writer(const struct config *config, struct person *person);

/* Journals that the person saw a record (`act`) or a list (`what`, see store_look), the other one is "". What a command
 * gives out is journalled first. Where the journal can be read and not be written now this is said on standard error and
 * hinders nothing; JOURNAL_MISSING and the rest is for the command to refuse. */
NEEDED enum fault person_look(const char *dir, const struct config *config, enum purpose why,
                              const char *what, const char *act);

#endif
