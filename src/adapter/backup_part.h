/* backup_part: what backup.c and restore.c share: the files a copy is made of, copying one, the list of their digests. */
#ifndef TIEPDON_BACKUP_PART_H
#define TIEPDON_BACKUP_PART_H
#include "adapter/backup.h"
#include <stdio.h>
#include <sys/types.h>

enum { BACKUP_NAME_SIZE = 160 };
extern const char BACKUP_SUMS[]; /* "SHA256SUMS", in the form of sha256sum(1) */

struct backup_work {
    const char *from, *to;
    struct backup_watch watch;
    struct backup_report *report;
    mode_t mode; /* of the files made */
    FILE *sums;  /* of the copy being made */
};

/* What errno says about a file that could not be written. */
enum fault backup_fault(void);

/* A file that is copied as it is: by its name, as within DIR or DIR/keymaps. */
bool backup_belongs(const char *name);
/* Calls `take` with "tiepdon.ini", "keymaps/NAME.ini" ... of `dir` until one gives a fault. */
NEEDED enum fault backup_each(struct backup_work *work,
                              enum fault (*take)(struct backup_work *work, const char *name));

/* Copies a regular file of that name, on disk before it returns; what is gone is nothing to copy. */
NEEDED enum fault backup_copy_file(struct backup_work *work, const char *name, const char *to_name);
/* Reads the file back and adds its line to the sums. */
NEEDED enum fault backup_add_sum(struct backup_work *work, const char *name);
/* Each line of DIR/SHA256SUMS: the file is there and is what it was, then `take`, where not NULL. BACKUP_DIFFERS with the
 * culprit. */
NEEDED enum fault backup_prove(struct backup_work *work, const char *dir,
                               enum fault (*take)(struct backup_work *work, const char *name));

/* Opens journal.db, register.db and reference.db of `dir` as far as they are there; integrity_check, the chain. */
NEEDED enum fault backup_check(struct backup_work *work, const char *dir);

/* Removes a directory of ours with its files and the one level of directories within. */
void backup_remove(const char *path);

/* "20261122-084100" in Vietnam. */
enum { BACKUP_STAMP_SIZE = 16 };
void backup_stamp(long long now, char out[BACKUP_STAMP_SIZE]);

#endif
