/* restore: what stood there stays as it was until the last rename. */
#include "adapter/backup_part.h"
#include "adapter/store_file.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LOCKS_MAX = 128 };

/* The locks of what stood there, held until it is moved. */
struct locks {
    int fds[LOCKS_MAX];
    int count;
};

static bool is_lock(const char *name)
{
    size_t len = strlen(name);
    return len > 5 && strcmp(name + len - 5, ".lock") == 0;
}

/* Counters and imports hold a lock each. More locks than can be held are not free. */
static bool take_locks(const char *dir, struct locks *locks)
{
    bool free = true;
    DIR *entries = opendir(dir);
    for (struct dirent *entry; free && entries && (entry = readdir(entries));) {
        int fd = is_lock(entry->d_name) && locks->count < LOCKS_MAX
                     ? openat(dirfd(entries), entry->d_name, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
                     : -1;
        free = !is_lock(entry->d_name) || (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0);
        if (fd >= 0) {
            locks->fds[locks->count++] = fd;
        }
    }
    if (entries) {
        closedir(entries);
    }
    return free;
}

static void drop_locks(struct locks *locks)
{
    while (locks->count > 0) {
        close(locks->fds[--locks->count]);
    }
}

static bool is_empty(const char *dir)
{
    int count = 0;
    DIR *entries = opendir(dir);
    for (struct dirent *entry; entries && count == 0 && (entry = readdir(entries));) {
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    }
    if (entries) {
        closedir(entries);
    }
    return count == 0;
}

/* The register's file lies behind a link that an import moves. */
static enum fault take_file(struct backup_work *work, const char *name)
{
    char link[PATH_SIZE];
    if (strcmp(name, "register.db") != 0) {
        return backup_copy_file(work, name, name);
    }
    enum fault fault = backup_copy_file(work, name, "register-1.db");
    fault = fault ? fault : place_join(work->to, name, link);
    return fault || symlink("register-1.db", link) == 0 ? fault : backup_fault();
}

/* Mode and owner are those of the directory that stood there: one group may share it. */
static bool make_like(const char *path, const char *model, mode_t *ret_file_mode)
{
    struct stat st;
    bool known = stat(model, &st) == 0;
    *ret_file_mode = known && (st.st_mode & S_ISGID) ? 0660 : 0600;
    if (mkdir(path, 0700) != 0) {
        return false;
    }
    return !known || ((chown(path, st.st_uid, st.st_gid) == 0 || errno == EPERM) &&
                      chmod(path, st.st_mode & 07777) == 0);
}

static void own_file(int dir, const char *name, const struct stat *like)
{
    /* Only root gives files away; who else restores owns them. */
    if (fchownat(dir, name, like->st_uid, like->st_gid, AT_SYMLINK_NOFOLLOW) != 0) {
        return;
    }
}

static void own_below(const char *path, int depth)
{
    struct stat st;
    DIR *entries = opendir(path);
    for (struct dirent *entry; entries && fstat(dirfd(entries), &st) == 0 && (entry = readdir(entries));) {
        char below[PATH_SIZE];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        own_file(dirfd(entries), entry->d_name, &st);
        if (depth > 0 && entry->d_type == DT_DIR && place_join(path, entry->d_name, below) == FAULT_NONE) {
            own_below(below, depth - 1);
        }
    }
    if (entries) {
        closedir(entries);
    }
}

static enum fault fill(struct backup_work *work)
{
    enum fault fault = backup_prove(work, work->from, take_file);
    fault = fault ? fault : backup_check(work, work->to);
    own_below(work->to, 1);
    return fault ? fault : file_sync_directory(work->to);
}

/* Whether what stands there may give way. */
static enum fault look(const char *dir, bool replace, struct locks *locks)
{
    if (access(dir, F_OK) != 0 || is_empty(dir)) {
        return FAULT_NONE;
    }
    if (!take_locks(dir, locks)) {
        return FAULT_RESTORE_IN_USE;
    }
    return replace ? FAULT_NONE : FAULT_RESTORE_NOT_EMPTY;
}

static enum fault put_in_place(const char *fresh, const char *dir, long long now, char ret_aside[PATH_SIZE])
{
    char stamp[BACKUP_STAMP_SIZE], aside[PATH_SIZE];
    bool full = access(dir, F_OK) == 0 && !is_empty(dir);
    backup_stamp(now, stamp);
    if (snprintf(aside, PATH_SIZE, "%s.replaced-%s", dir, stamp) >= PATH_SIZE) {
        return FAULT_TOO_LONG;
    }
    if (full && rename(dir, aside) != 0) {
        return backup_fault();
    }
    if (rename(fresh, dir) != 0) {
        enum fault fault = backup_fault();
        return full && rename(aside, dir) != 0 ? FAULT_BACKUP_IO : fault;
    }
    snprintf(ret_aside, PATH_SIZE, "%s", full ? aside : "");
    return FAULT_NONE;
}

static enum fault sync_parent(const char *dir)
{
    char parent[PATH_SIZE];
    enum fault fault = place_join(dir, "..", parent);
    return fault ? fault : file_sync_directory(parent);
}

enum fault backup_restore(const char *copy, const char *dir, bool replace, long long now,
                          struct backup_watch watch, struct backup_report *ret, char ret_aside[PATH_SIZE])
{
    char fresh[PATH_SIZE], target[PATH_SIZE];
    struct locks locks = {.count = 0};
    *ret = (struct backup_report){.files = 0};
    ret_aside[0] = '\0';
    size_t len = strlen(dir);
    while (len > 1 && dir[len - 1] == '/') {
        len--;
    }
    if (snprintf(target, PATH_SIZE, "%.*s", (int)len, dir) >= PATH_SIZE ||
        snprintf(fresh, PATH_SIZE, "%s.restoring", target) >= PATH_SIZE) {
        return FAULT_TOO_LONG;
    }
    struct backup_work work = {.from = copy, .to = fresh, .watch = watch, .report = ret};
    enum fault fault = backup_prove(&work, copy, NULL);
    fault = fault ? fault : look(target, replace, &locks);
    if (!fault) {
        backup_remove(fresh); /* of one that was killed */
        fault = make_like(fresh, target, &work.mode) ? fill(&work) : backup_fault();
        fault = fault ? fault : put_in_place(fresh, target, now, ret_aside);
        if (fault) {
            backup_remove(fresh);
        }
    }
    drop_locks(&locks);
    snprintf(ret->path, PATH_SIZE, "%s", fault ? "" : target);
    fault = fault ? fault : sync_parent(target);
    return fault == FAULT_BACKUP_PLACE ? FAULT_PLACE_DENIED : fault;
}
