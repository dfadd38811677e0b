/* backup: a data directory copied while counters run, and brought back.
 *
 *     backup_make ─▶ TO/tiepdon-20261122-084100.partial ─ databases, files, verified, SHA256SUMS, on disk ─▶ rename
 *     backup_restore ─▶ SHA256SUMS proved ─▶ DIR.restoring ─ copied, proved again, chain proved ─▶ rename to DIR
 *
 * A copy is a directory that is whole from the moment it has its name. It holds journal.db, register.db (the file behind the
 * link), reference.db, tiepdon.ini, units.map, entitlement.table, templates (*.vi.txt, *.en.txt), keymaps, check-in
 * records on their way and demonstration cards. It never holds passwords: the portal's password file stays where it is and is put back by hand. */
#ifndef TIEPDON_BACKUP_H
#define TIEPDON_BACKUP_H
#include "adapter/place.h"
#include <stdbool.h>

/* What happens, for who watches: a file's name and how much of it is done, 0 to 100. */
typedef void backup_progress(void *data, const char *name, int percent);

struct backup_watch {
    backup_progress *progress; /* NULL: nobody watches */
    void *data;
};

struct backup_report {
    char path[PATH_SIZE]; /* of the copy */
    int files;
    long long bytes;
    long entries;            /* of the journal, each proved in the copy */
    char culprit[PATH_SIZE]; /* the file a fault is about, "" for none */
};

/* Copies DIR into a new directory of `to`, named by `now` (Unix seconds), then proves the copy: integrity_check and
 * application_id of each database, the journal's chain, the digests as read back. On a fault nothing of it is left. Copies
 * that were killed half way (.partial) are removed by the next one. DIR/backup.stamp then says when it was.
 * BACKUP_PLACE, BACKUP_FULL, BACKUP_RUNS, BACKUP_IO, and the faults of the databases. */
NEEDED enum fault backup_make(const char *dir, const char *to, long long now, struct backup_watch watch,
                              struct backup_report *ret);

/* The Unix second of the newest backup of DIR, 0 when there is none. */
long long backup_newest(const char *dir);

/* Proves a copy, then makes DIR of it. A directory with something in it is refused (RESTORE_NOT_EMPTY); with `replace` it is
 * moved aside to ret_aside ("" where there was none), unless a program works in it (RESTORE_IN_USE). PLACE_DENIED: it cannot be made. BACKUP_NOT_ONE: there is
 * no SHA256SUMS in the copy. BACKUP_DIFFERS: the
 * copy is not what its SHA256SUMS says. Until the last rename DIR is as it was. */
NEEDED enum fault backup_restore(const char *copy, const char *dir, bool replace, long long now,
                                 struct backup_watch watch, struct backup_report *ret,
                                 char ret_aside[PATH_SIZE]);

#endif
