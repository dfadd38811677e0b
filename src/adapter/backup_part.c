/* backup_part: files one by one, in chunks, each on disk before the next. */
#include "adapter/backup_part.h"
#include "adapter/digest.h"
#include "adapter/journal.h"
#include "adapter/store_sql.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

const char BACKUP_SUMS[] = "SHA256SUMS";

enum fault backup_fault(void)
{
    switch (errno) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return FAULT_BACKUP_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
    case ENOENT:
    case ENOTDIR: return FAULT_BACKUP_PLACE;
    default: return FAULT_BACKUP_IO;
    }
}

bool backup_belongs(const char *name)
{
    static const char *const patterns[] = {
        "tiepdon.ini",   "units.map",     "entitlement.table", "*.vi.txt",  "*.en.txt",
        "checkin-*.xml", "keymaps/*.ini", "keymaps/*.xkb",     "cards.txt", "cards/*.png"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        if (fnmatch(patterns[i], name, FNM_PATHNAME | FNM_PERIOD) == 0) {
            return true;
        }
    }
    return false;
}

static enum fault each_in(struct backup_work *work, const char *below,
                          enum fault (*take)(struct backup_work *work, const char *name))
{
    char path[PATH_SIZE], name[BACKUP_NAME_SIZE];
    enum fault fault = place_join(work->from, below, path);
    DIR *entries = fault ? NULL : opendir(path);
    for (struct dirent *entry; !fault && entries && (entry = readdir(entries));) {
        int len = snprintf(name, sizeof name, "%s%s%s", below, *below ? "/" : "", entry->d_name);
        if (len < (int)sizeof name && backup_belongs(name)) {
            fault = take(work, name);
        }
    }
    if (entries) {
        closedir(entries);
    }
    return fault;
}

enum fault backup_each(struct backup_work *work,
                       enum fault (*take)(struct backup_work *work, const char *name))
{
    enum fault fault = each_in(work, "", take);
    fault = fault ? fault : each_in(work, "keymaps", take);
    return fault ? fault : each_in(work, "cards", take);
}

static bool write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t put = write(fd, bytes, len);
        if (put < 0 && errno != EINTR) {
            return false;
        }
        bytes += put > 0 ? put : 0;
        len -= put > 0 ? (size_t)put : 0;
    }
    return true;
}

static bool pour(struct backup_work *work, const char *name, int from, int to, long long size)
{
    enum { CHUNK = 1 << 18 };
    char *buffer = malloc(CHUNK);
    long long done = 0;
    ssize_t got = 0;
    bool good = buffer != NULL;
    while (good && (got = read(from, buffer, CHUNK)) > 0) {
        good = write_all(to, buffer, (size_t)got);
        done += got;
        if (work->watch.progress && size > 0) {
            work->watch.progress(work->watch.data, name, (int)(done < size ? done * 100 / size : 100));
        }
    }
    good = good && got == 0 && fsync(to) == 0;
    work->report->bytes += done;
    int error = errno;
    free(buffer);
    errno = error;
    return good;
}

/* The directory a name lies in, of the copy. */
static bool make_below(const char *dir, const char *name)
{
    char path[PATH_SIZE];
    const char *slash = strchr(name, '/');
    struct stat st;
    if (!slash) {
        return true;
    }
    int len = snprintf(path, sizeof path, "%s/%.*s", dir, (int)(slash - name), name);
    return len < (int)sizeof path && stat(dir, &st) == 0 &&
           (mkdir(path, 0700) == 0 ? chmod(path, st.st_mode & 07777) == 0 : errno == EEXIST);
}

static void blame(struct backup_work *work, const char *name)
{
    snprintf(work->report->culprit, sizeof work->report->culprit, "%s", name);
}

enum fault backup_copy_file(struct backup_work *work, const char *name, const char *to_name)
{
    char source[PATH_SIZE], target[PATH_SIZE];
    struct stat st;
    if (place_join(work->from, name, source) || place_join(work->to, to_name, target)) {
        return FAULT_TOO_LONG;
    }
    int from = open(source, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (from < 0 || fstat(from, &st) != 0 || !S_ISREG(st.st_mode)) {
        bool gone = from >= 0 || errno == ENOENT || errno == ELOOP;
        close(from);
        blame(work, gone ? "" : name);
        return gone ? FAULT_NONE : FAULT_BACKUP_SOURCE;
    }
    int to = make_below(work->to, to_name)
                 ? open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, work->mode)
                 : -1;
    bool good = to >= 0 && fchmod(to, work->mode) == 0 && pour(work, name, from, to, st.st_size);
    enum fault fault = good ? FAULT_NONE : backup_fault();
    work->report->files += good;
    blame(work, good ? "" : name);
    close(to);
    close(from);
    return fault;
}

enum fault backup_add_sum(struct backup_work *work, const char *name)
{
    char path[PATH_SIZE], digest[DIGEST_SIZE];
    if (place_join(work->to, name, path) != FAULT_NONE || access(path, F_OK) != 0) {
        return FAULT_NONE;
    }
    if (!digest_file(path, digest)) {
        blame(work, name);
        return FAULT_BACKUP_IO;
    }
    return fprintf(work->sums, "%s  %s\n", digest, name) > 0 ? FAULT_NONE : backup_fault();
}

/* "DIGEST  NAME" of a file that a backup may hold; a name from outside leads nowhere else. */
static bool read_line(char *line, char **ret_name)
{
    line[strcspn(line, "\n")] = '\0';
    if (strlen(line) < DIGEST_SIZE + 2 || strncmp(line + DIGEST_SIZE - 1, "  ", 2) != 0) {
        return false;
    }
    line[DIGEST_SIZE - 1] = '\0';
    *ret_name = line + DIGEST_SIZE + 1;
    static const char *const databases[] = {"journal.db", "register.db", "reference.db"};
    for (size_t i = 0; i < sizeof databases / sizeof *databases; i++) {
        if (strcmp(*ret_name, databases[i]) == 0) {
            return true;
        }
    }
    return backup_belongs(*ret_name);
}

static enum fault prove_line(struct backup_work *work, const char *dir, char *line)
{
    char path[PATH_SIZE], digest[DIGEST_SIZE], *name = line;
    bool good = read_line(line, &name) && place_join(dir, name, path) == FAULT_NONE &&
                digest_file(path, digest) && strcmp(digest, line) == 0;
    blame(work, good ? "" : name);
    return good ? FAULT_NONE : FAULT_BACKUP_DIFFERS;
}

enum fault backup_prove(struct backup_work *work, const char *dir,
                        enum fault (*take)(struct backup_work *work, const char *name))
{
    char path[PATH_SIZE] = "", line[DIGEST_SIZE + BACKUP_NAME_SIZE + 4];
    FILE *sums = NULL;
    int count = 0;
    enum fault fault = place_join(dir, BACKUP_SUMS, path);
    fault = fault ? fault : place_open(path, &sums);
    if (fault) {
        blame(work, BACKUP_SUMS);
        return access(path, F_OK) == 0 ? FAULT_BACKUP_DIFFERS : FAULT_BACKUP_NOT_ONE;
    }
    while (!fault && fgets(line, sizeof line, sums)) {
        fault = prove_line(work, dir, line);
        fault = fault || !take ? fault : take(work, line + DIGEST_SIZE + 1);
        count++;
    }
    bool whole = !ferror(sums) && count > 0;
    fclose(sums);
    return fault || whole ? fault : FAULT_BACKUP_DIFFERS;
}

static enum fault check_one(struct backup_work *work, const char *dir, const char *name,
                            const struct sql_kind *kind)
{
    char path[PATH_SIZE];
    sqlite3 *db = NULL;
    sqlite3_stmt *row = NULL;
    enum fault fault = place_join(dir, name, path);
    if (fault || access(path, F_OK) != 0) {
        return fault;
    }
    fault = sql_open(path, kind, SQL_STATIC, &db);
    fault = fault ? fault : sql_prepare(db, kind, "PRAGMA integrity_check(1)", &row);
    if (!fault &&
        (sqlite3_step(row) != SQLITE_ROW || strcmp((const char *)sqlite3_column_text(row, 0), "ok") != 0)) {
        fault = kind->damaged;
    }
    sqlite3_finalize(row);
    sqlite3_close(db);
    blame(work, fault ? name : "");
    return fault;
}

static enum fault check_chain(struct backup_work *work, const char *dir)
{
    struct journal *journal = NULL;
    enum fault fault = journal_open(dir, false, &journal);
    if (fault == FAULT_JOURNAL_MISSING) {
        return FAULT_NONE;
    }
    fault = fault ? fault : journal_verify(journal, &work->report->entries);
    journal_close(journal);
    blame(work, fault ? "journal.db" : "");
    return fault;
}

enum fault backup_check(struct backup_work *work, const char *dir)
{
    enum fault fault = check_one(work, dir, "journal.db", &SQL_JOURNAL);
    fault = fault ? fault : check_one(work, dir, "register.db", &SQL_REGISTER);
    fault = fault ? fault : check_one(work, dir, "reference.db", &SQL_REFERENCE);
    return fault ? fault : check_chain(work, dir);
}

static void empty(int parent, const char *name, int depth)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    DIR *entries = fd < 0 ? NULL : fdopendir(fd);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        bool self = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
        if (!self && unlinkat(fd, entry->d_name, 0) != 0 && depth > 0) {
            empty(fd, entry->d_name, depth - 1);
            unlinkat(fd, entry->d_name, AT_REMOVEDIR);
        }
    }
    if (entries) {
        closedir(entries);
    } else if (fd >= 0) {
        close(fd);
    }
}

void backup_remove(const char *path)
{
    empty(AT_FDCWD, path, 1);
    rmdir(path);
}

void backup_stamp(long long now, char out[BACKUP_STAMP_SIZE])
{
    enum { VIETNAM = 7 * 3600 };
    time_t there = (time_t)(now + VIETNAM);
    struct tm tm;
    gmtime_r(&there, &tm);
    strftime(out, BACKUP_STAMP_SIZE, "%Y%m%d-%H%M%S", &tm);
}
