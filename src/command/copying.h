/* copying: what `backup` and `restore` print while they work and when they cannot. */
#ifndef TIEPDON_COPYING_H
#define TIEPDON_COPYING_H
#include "adapter/backup.h"
#include "core/language.h"

/* Begins as {.language = ...}. */
struct copying {
    enum language language;
    char name[160]; /* the file at hand, "" for none yet */
    int percent;    /* as last printed */
};

/* A line a file on standard error, its percentage rewritten in place on a terminal. */
struct backup_watch copying_watch(struct copying *copying);
void copying_end(struct copying *copying);

/* Says the fault and the file it is about; the exit status. */
int copying_refuse(const char *command, enum fault fault, const char *culprit, enum language language);

#endif
