/* store_file: files with the directory's permissions, the reserve, and what makes a rename last. */
#include "adapter/store_file.h"
#include "adapter/place.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { RESERVE_BYTES = 8 << 20 };

static mode_t mode_in(const char *dir)
{
    struct stat st;
    return stat(dir, &st) == 0 && (st.st_mode & S_ISGID) ? 0660 : 0600;
}

int file_create(const char *dir, const char *name)
{
    char path[PATH_SIZE];
    if (place_join(dir, name, path) != FAULT_NONE) {
        return -1;
    }
    int fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd >= 0) {
        return fd;
    }
    fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd >= 0 && fchmod(fd, mode_in(dir)) != 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}

bool file_directory_make(const char *dir)
{
    struct stat st;
    if (mkdir(dir, 0700) != 0) {
        return errno == EEXIST;
    }
    /* A directory made in a setgid one is setgid too. */
    return stat(dir, &st) == 0 && (!(st.st_mode & S_ISGID) || chmod(dir, 02770) == 0);
}

bool file_replace(const char *dir, const char *name, bool (*write)(FILE *out, const void *data),
                  const void *data)
{
    char next_name[NAME_MAX + 1];
    int len = snprintf(next_name, sizeof next_name, "%s.new", name);
    return len < (int)sizeof next_name && file_replace_by(dir, name, next_name, write, data);
}

bool file_replace_by(const char *dir, const char *name, const char *next_name,
                     bool (*write)(FILE *out, const void *data), const void *data)
{
    char path[PATH_SIZE], next[PATH_SIZE];
    if (place_join(dir, name, path) || place_join(dir, next_name, next)) {
        return false;
    }
    unlink(next); /* a program that was killed here may have left one */
    int fd = file_create(dir, next_name);
    FILE *out = fd < 0 ? NULL : fdopen(fd, "w");
    if (!out) {
        return false;
    }
    bool written = write(out, data) && fflush(out) == 0 && !ferror(out) && fsync(fd) == 0;
    int error = errno;
    fclose(out);
    errno = error;
    if (written && rename(next, path) == 0) {
        return true;
    }
    error = errno;
    unlink(next);
    errno = error;
    return false;
}

struct stamp file_stamp(const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0) {
        return (struct stamp){0};
    }
    return (struct stamp){st.st_dev, st.st_ino};
}

bool file_same(struct stamp a, struct stamp b)
{
    return a.device == b.device && a.inode == b.inode;
}

enum fault file_sync_directory(const char *dir)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return FAULT_STORE_IO;
    }
    enum fault fault = fsync(fd) == 0 ? FAULT_NONE : FAULT_STORE_IO;
    close(fd);
    return fault;
}

/* Only where twice its size is free: the reserve must not be what fills the disk. */
void file_reserve_make(const char *dir)
{
    struct statvfs disk;
    if (statvfs(dir, &disk) != 0 || disk.f_bavail * disk.f_frsize < 2UL * RESERVE_BYTES) {
        return;
    }
    int fd = file_create(dir, "reserve");
    if (fd >= 0) {
        (void)posix_fallocate(fd, 0, RESERVE_BYTES);
        close(fd);
    }
}

bool file_reserve_give_up(const char *dir)
{
    char path[PATH_SIZE];
    struct stat st;
    return place_join(dir, "reserve", path) == FAULT_NONE && stat(path, &st) == 0 && st.st_size > 0 &&
           truncate(path, 0) == 0;
}
