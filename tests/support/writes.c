/* writes: SQLite's file system with its writing turned aside. */
#include "writes.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <unistd.h>

enum { KINDS = 4 }; /* of files: databases, their journals ... */

static struct {
    sqlite3_vfs vfs, *system;
    const sqlite3_io_methods *of[KINDS];
    sqlite3_io_methods methods[KINDS]; /* the same but for the writing */
    int (*write)(sqlite3_file *, const void *, int, sqlite3_int64);
    int count, at;
    bool dies;
} writes;

static int write_counted(sqlite3_file *file, const void *bytes, int len, sqlite3_int64 offset)
{
    if (++writes.count == writes.at && writes.dies) {
        _exit(0);
    }
    return writes.count == writes.at ? SQLITE_IOERR_WRITE : writes.write(file, bytes, len, offset);
}

/* The methods of a kind of files, whose writing is the same for all. */
static const sqlite3_io_methods *counted(const sqlite3_io_methods *system)
{
    int kind = 0;
    while (writes.of[kind] && writes.of[kind] != system) {
        kind++;
        cr_assert_lt(kind, KINDS);
    }
    writes.of[kind] = system;
    writes.write = writes.write ? writes.write : system->xWrite;
    cr_assert_eq(system->xWrite, writes.write);
    writes.methods[kind] = *system;
    writes.methods[kind].xWrite = write_counted;
    return &writes.methods[kind];
}

static int open_counted(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
    (void)vfs;
    int code = writes.system->xOpen(writes.system, name, file, flags, out);
    if (code == SQLITE_OK && file->pMethods) {
        file->pMethods = counted(file->pMethods);
    }
    return code;
}

static void begin(int n, bool dies)
{
    if (!writes.system) {
        writes.system = sqlite3_vfs_find(NULL);
        writes.vfs = *writes.system;
        writes.vfs.zName = "counted";
        writes.vfs.xOpen = open_counted;
        cr_assert_eq(sqlite3_vfs_register(&writes.vfs, 1), SQLITE_OK);
    }
    writes.count = 0;
    writes.at = n;
    writes.dies = dies;
}

void writes_fail_at(int n)
{
    begin(n, false);
}

void writes_die_at(int n)
{
    begin(n, true);
}

int writes_count(void)
{
    return writes.count;
}
