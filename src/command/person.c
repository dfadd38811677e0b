/* person: the name the system knows the user by, else the number. */
#include "command/person.h"
#include "adapter/place.h"
#include "core/text.h"
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct writer person_writer(const struct config *config, struct person *person)
{
    const struct passwd *user = getpwuid(getuid());
    if (!user || text_clean(person->name, sizeof person->name, user->pw_name, strlen(user->pw_name))) {
        snprintf(person->name, sizeof person->name, "%lu", (unsigned long)getuid());
    }
    return (struct writer){"tiepdon", person->name, config_now(config)};
}

/* The disk is full, is read-only or is this account's to read alone, another program writes: nothing is wrong with what is
 * to be read, and on such a day it may be the only way to get at it. */
static bool gives_way(enum fault fault)
{
    return fault == FAULT_STORE_FULL || fault == FAULT_STORE_READ_ONLY || fault == FAULT_STORE_SHARED ||
           fault == FAULT_STORE_BUSY || fault == FAULT_STORE_CLOSED;
}

enum fault person_look(const char *dir, const struct config *config, enum purpose why, const char *what,
                       const char *act)
{
    struct person person;
    const struct writer writer = person_writer(config, &person);
    const struct facts nobody = {.name = ""};
    struct store *store = NULL;
    char journal[PATH_SIZE];
    enum fault fault = place_join(dir, "journal.db", journal);
    if (!fault && access(journal, F_OK) != 0) {
        return FAULT_JOURNAL_MISSING; /* opening it as a counter would make one */
    }
    fault = fault ? fault : store_open(dir, STORE_COUNTER, &store);
    fault = fault ? fault : store_look(store, why, &nobody, what, act, &writer);
    store_close(store);
    if (gives_way(fault)) {
        fprintf(stderr, "tiepdon: %s\n", fault_text(FAULT_LOOK_UNWRITTEN, config->hospital.language));
        return FAULT_NONE;
    }
    return fault;
}
