/* store_inside: what the parts of the store share. */
#ifndef TIEPDON_STORE_INSIDE_H
#define TIEPDON_STORE_INSIDE_H
#include "adapter/journal.h"
#include "adapter/place.h"
#include "adapter/register.h"
#include "adapter/store.h"

struct store {
    char dir[PATH_SIZE];
    struct register_file *members;
    struct facility_list *facilities;
    struct journal *journal; /* NULL: opened for reading where there is none */
    enum fault warning;
};

/* True when the reserve made room after `fault`, so that what failed can be tried once more. */
bool store_made_room(struct store *store, enum fault fault);

#endif
