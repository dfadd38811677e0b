/* backup: databases by SQLite's backup of one read transaction each, so that nothing a counter writes meanwhile starts it
 * anew; everything under a name that says .partial until it is proved and on disk. */
#include "adapter/backup_part.h"
#include "adapter/store_file.h"
#include "adapter/store_sql.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char PREFIX[] = "tiepdon-", PARTIAL[] = ".partial", STAMP[] = "backup.stamp";

/* ---- one database ---- */

static enum fault step_all(struct backup_work *work, sqlite3_backup *copy, sqlite3 *to, const char *name,
                           const struct sql_kind *kind)
{
    enum { PAGES = 1024 };
    int code;
    do {
        code = sqlite3_backup_step(copy, PAGES);
        int total = sqlite3_backup_pagecount(copy);
        if (work->watch.progress && total > 0) {
            work->watch.progress(work->watch.data, name, 100 - sqlite3_backup_remaining(copy) * 100 / total);
        }
    } while (code == SQLITE_OK);
    sqlite3_backup_finish(copy);
    return code == SQLITE_DONE ? FAULT_NONE : sql_fault(to, kind, code);
}

/* The copy needs no journal of its own: half of it is thrown away. */
static enum fault copy_pages(struct backup_work *work, sqlite3 *from, const char *path, const char *name,
                             const struct sql_kind *kind)
{
    sqlite3 *to = NULL;
    int code =
        sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    enum fault fault = sql_fault(to, kind, code);
    fault = fault ? fault : sql_run(to, kind, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
    sqlite3_backup *copy = fault ? NULL : sqlite3_backup_init(to, "main", from, "main");
    if (!fault) {
        fault = copy ? step_all(work, copy, to, name, kind) : sql_fault(to, kind, sqlite3_errcode(to));
    }
    sqlite3_close(to);
    return fault;
}

static bool sync_file(const char *path, mode_t mode, long long *bytes)
{
    struct stat st;
    int fd = open(path, O_RDWR | O_CLOEXEC);
    bool good = fd >= 0 && fchmod(fd, mode) == 0 && fsync(fd) == 0 && fstat(fd, &st) == 0;
    *bytes += good ? st.st_size : 0;
    int error = errno;
    close(fd);
    errno = error;
    return good;
}

static enum fault copy_database(struct backup_work *work, const char *name, const struct sql_kind *kind)
{
    char source[PATH_SIZE], target[PATH_SIZE];
    sqlite3 *from = NULL;
    if (place_join(work->from, name, source) || place_join(work->to, name, target)) {
        return FAULT_TOO_LONG;
    }
    if (access(source, F_OK) != 0) {
        return FAULT_NONE;
    }
    enum fault fault = sql_open(source, kind, SQL_READ, &from);
    fault = fault ? fault : sql_run(from, kind, "BEGIN; SELECT count(*) FROM main.sqlite_schema");
    fault = fault ? fault : copy_pages(work, from, target, name, kind);
    sqlite3_close(from);
    if (!fault && !sync_file(target, work->mode, &work->report->bytes)) {
        fault = backup_fault();
    }
    work->report->files += !fault;
    snprintf(work->report->culprit, PATH_SIZE, "%s", fault ? name : "");
    return fault == FAULT_STORE_FULL ? FAULT_BACKUP_FULL : fault;
}

/* ---- the copy ---- */

static enum fault copy_same_name(struct backup_work *work, const char *name)
{
    return backup_copy_file(work, name, name);
}

static enum fault copy_all(struct backup_work *work)
{
    enum fault fault = copy_database(work, "journal.db", &SQL_JOURNAL);
    fault = fault ? fault : copy_database(work, "register.db", &SQL_REGISTER);
    fault = fault ? fault : backup_copy_file(work, "reference.db", "reference.db");
    return fault ? fault : backup_each(work, copy_same_name);
}

static enum fault sum_up(struct backup_work *work)
{
    char path[PATH_SIZE];
    enum fault fault = place_join(work->to, BACKUP_SUMS, path);
    work->sums = fault ? NULL : fopen(path, "wxe");
    if (!work->sums) {
        return fault ? fault : backup_fault();
    }
    fault = backup_add_sum(work, "journal.db");
    fault = fault ? fault : backup_add_sum(work, "register.db");
    fault = fault ? fault : backup_add_sum(work, "reference.db");
    struct backup_work copied = *work;
    copied.from = work->to;
    fault = fault ? fault : backup_each(&copied, backup_add_sum);
    bool good = fflush(work->sums) == 0 && fsync(fileno(work->sums)) == 0;
    fault = fault || good ? fault : backup_fault();
    fclose(work->sums);
    return fault;
}

/* What SQLite made beside the copy while it was read. */
static void drop_traces(const char *dir)
{
    static const char *const names[] = {"journal.db-wal", "journal.db-shm", "register.db-wal",
                                        "register.db-shm"};
    char path[PATH_SIZE];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (place_join(dir, names[i], path) == FAULT_NONE) {
            unlink(path);
        }
    }
}

static enum fault fill(struct backup_work *work)
{
    char keymaps[PATH_SIZE];
    enum fault fault = copy_all(work);
    fault = fault ? fault : backup_check(work, work->to);
    drop_traces(work->to);
    fault = fault ? fault : sum_up(work);
    fault = fault ? fault : place_join(work->to, "keymaps", keymaps);
    if (!fault && access(keymaps, F_OK) == 0) {
        fault = file_sync_directory(keymaps);
    }
    return fault ? fault : file_sync_directory(work->to);
}

/* ---- its directory ---- */

static bool ends_partial(const char *name)
{
    size_t len = strlen(name), tail = sizeof PARTIAL - 1;
    return strncmp(name, PREFIX, sizeof PREFIX - 1) == 0 && len > tail &&
           strcmp(name + len - tail, PARTIAL) == 0;
}

/* Whoever fills one holds its lock: one that can be had belongs to nobody any more. */
static void clear_partials(const char *to)
{
    char path[PATH_SIZE];
    DIR *entries = opendir(to);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        if (!ends_partial(entry->d_name) || place_join(to, entry->d_name, path) != FAULT_NONE) {
            continue;
        }
        int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
        if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0) {
            backup_remove(path);
        }
        if (fd >= 0) {
            close(fd);
        }
    }
    if (entries) {
        closedir(entries);
    }
}

/* Makes and locks TO/tiepdon-STAMP.partial; its descriptor, or -1 with errno. */
static int make_partial(const char *to, const char *stamp, char partial[PATH_SIZE], char whole[PATH_SIZE])
{
    int len = snprintf(partial, PATH_SIZE, "%s/%s%s%s", to, PREFIX, stamp, PARTIAL);
    snprintf(whole, PATH_SIZE, "%s/%s%s", to, PREFIX, stamp);
    if (len >= PATH_SIZE || access(whole, F_OK) == 0) {
        errno = len >= PATH_SIZE ? ENAMETOOLONG : EEXIST;
        return -1;
    }
    int fd = mkdir(partial, 0700) == 0 ? open(partial, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    return fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0 ? fd : -1;
}

static bool write_stamp(FILE *out, const void *data)
{
    return fprintf(out, "%lld\n", *(const long long *)data) > 0;
}

enum fault backup_make(const char *dir, const char *to, long long now, struct backup_watch watch,
                       struct backup_report *ret)
{
    char partial[PATH_SIZE], whole[PATH_SIZE], stamp[BACKUP_STAMP_SIZE];
    *ret = (struct backup_report){.files = 0};
    if (access(dir, R_OK | X_OK) != 0) {
        return FAULT_STORE_CLOSED;
    }
    if (place_make(to) != FAULT_NONE) {
        return FAULT_BACKUP_PLACE;
    }
    clear_partials(to);
    backup_stamp(now, stamp);
    int fd = make_partial(to, stamp, partial, whole);
    if (fd < 0) {
        return errno == EEXIST ? FAULT_BACKUP_RUNS : backup_fault();
    }
    struct backup_work work = {.from = dir, .to = partial, .watch = watch, .report = ret, .mode = 0600};
    enum fault fault = fill(&work);
    if (!fault && rename(partial, whole) != 0) {
        fault = backup_fault();
    }
    if (fault) {
        backup_remove(partial);
    }
    close(fd);
    fault = fault ? fault : file_sync_directory(to);
    snprintf(ret->path, PATH_SIZE, "%s", fault ? "" : whole);
    /* The copy is there whether or not the data directory can be written. */
    (void)(fault || file_replace(dir, STAMP, write_stamp, &now));
    return fault;
}

long long backup_newest(const char *dir)
{
    char path[PATH_SIZE], text[32];
    bool there =
        place_join(dir, STAMP, path) == FAULT_NONE && place_read(path, text, sizeof text) == FAULT_NONE;
    return there ? atoll(text) : 0;
}
