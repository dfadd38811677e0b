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

#endif
