/* store_file: the files of the data directory: their names, their modes, and the reserve for a full disk. */
#ifndef TIEPDON_STORE_FILE_H
#define TIEPDON_STORE_FILE_H
#include "core/fault.h"
#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>

/* Opens DIR/NAME for reading and writing and creates it when missing: 0600, or 0660 in a setgid directory,
 * where one group shares the data, whatever the umask. SQLite gives its -wal and -shm files the mode of the
 * database. Returns a descriptor, or -1 with errno. */
int file_create(const char *dir, const char *name);

/* Makes DIR with the permissions of the directory it lies in: 0700, or 0770 in a setgid one. True when it is
 * there. */
bool file_directory_make(const char *dir);

/* What `write` puts into a new file takes the place of DIR/NAME, which is whole at every moment and on disk
 * before. False with errno, and the old file as it was, when `write` says so or the disk does. */
bool file_replace(const char *dir, const char *name, bool (*write)(FILE *out, const void *data),
                  const void *data);

/* The same with the new file's name while it is written: one that begins with a dot no program that watches the
 * directory takes up. */
bool file_replace_by(const char *dir, const char *name, const char *next_name,
                     bool (*write)(FILE *out, const void *data), const void *data);

/* Which file stands behind a path now: two stamps are the same while nothing was renamed over it. */
struct stamp {
    dev_t device;
    ino_t inode; /* 0: there is none */
};

struct stamp file_stamp(const char *path);
bool file_same(struct stamp a, struct stamp b);

/* The renames made in a directory are on disk. */
NEEDED enum fault file_sync_directory(const char *dir);

/* DIR/reserve: 8 MB given up on a full disk, because a WAL database does not even open there for reading.
 * `make` is quiet when there is no room. `give_up` is true when there was something to give. */
void file_reserve_make(const char *dir);
bool file_reserve_give_up(const char *dir);

#endif
