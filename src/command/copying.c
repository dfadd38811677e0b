/* copying: percentages on a terminal, names elsewhere. */
#include "command/copying.h"
#include "command/command.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void show(void *data, const char *name, int percent)
{
    struct copying *copying = data;
    bool terminal = isatty(STDERR_FILENO), fresh = strcmp(name, copying->name) != 0;
    if (fresh) {
        copying_end(copying);
        snprintf(copying->name, sizeof copying->name, "%s", name);
    }
    if (terminal && (fresh || percent != copying->percent)) {
        fprintf(stderr, "\r  %s %3d %%", copying->name, percent);
        copying->percent = percent;
    } else if (fresh) {
        fprintf(stderr, "  %s\n", copying->name);
    }
}

struct backup_watch copying_watch(struct copying *copying)
{
    return (struct backup_watch){show, copying};
}

void copying_end(struct copying *copying)
{
    if (copying->name[0] && isatty(STDERR_FILENO)) {
        fputc('\n', stderr);
    }
    copying->name[0] = '\0';
}

int copying_refuse(const char *command, enum fault fault, const char *culprit, enum language language)
{
    fprintf(stderr, "%s: %s%s%s\n", command, culprit, culprit[0] ? ": " : "", fault_text(fault, language));
    switch (fault) {
    case FAULT_BACKUP_NOT_ONE:
    case FAULT_BACKUP_DIFFERS: return EXIT_DATA;
    case FAULT_PLACE_DENIED:
    case FAULT_BACKUP_PLACE:
    case FAULT_BACKUP_FULL:
    case FAULT_BACKUP_RUNS:
    case FAULT_BACKUP_IO:
    case FAULT_RESTORE_NOT_EMPTY:
    case FAULT_RESTORE_IN_USE: return EXIT_CREATE;
    default: return EXIT_STORE;
    }
}
