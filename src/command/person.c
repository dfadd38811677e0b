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
    return fault;
}
