/* person: the name the system knows the user by, else the number. */
#include "command/person.h"
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
