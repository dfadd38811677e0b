/* place: paths only; the one thing created is a data directory somebody asked for. */
#include "adapter/place.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char SYSTEM_DIR[] = "/var/lib/tiepdon";

static enum fault format(char ret[PATH_SIZE], const char *first, const char *second)
{
    int len = snprintf(ret, PATH_SIZE, "%s%s", first, second);
    if (len < 0 || len >= PATH_SIZE) {
        ret[0] = '\0';
        return FAULT_TOO_LONG;
    }
    return FAULT_NONE;
}

static const char *environment(const char *name)
{
    const char *value = getenv(name);
    return value && value[0] ? value : NULL;
}

static bool is_directory(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

enum fault place_data(const char *option, char ret[PATH_SIZE])
{
    const char *named = option ? option : environment("TIEPDON_DATA");
    if (named) {
        return format(ret, named, "");
    }
    if (is_directory(SYSTEM_DIR)) {
        return format(ret, SYSTEM_DIR, "");
    }
    const char *xdg = environment("XDG_DATA_HOME");
    if (xdg) {
        return format(ret, xdg, "/tiepdon");
    }
    const char *home = environment("HOME");
    return home ? format(ret, home, "/.local/share/tiepdon") : FAULT_PLACE_NONE;
}

enum fault place_make(const char *path)
{
    char part[PATH_SIZE];
    enum fault fault = format(part, path, "");
    if (fault) {
        return fault;
    }
    for (char *slash = part + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        if (mkdir(part, 0700) != 0 && errno != EEXIST) {
            return FAULT_PLACE_DENIED;
        }
        *slash = '/';
    }
    if (mkdir(part, 0700) != 0 && (errno != EEXIST || !is_directory(part))) {
        return FAULT_PLACE_DENIED;
    }
    return FAULT_NONE;
}

enum fault place_join(const char *dir, const char *name, char ret[PATH_SIZE])
{
    int len = snprintf(ret, PATH_SIZE, "%s/%s", dir, name);
    if (len < 0 || len >= PATH_SIZE) {
        ret[0] = '\0';
        return FAULT_TOO_LONG;
    }
    return FAULT_NONE;
}

/* The tree the running program lies in: PREFIX/bin/tiepdon has PREFIX/share/tiepdon, build/release/tiepdon
 * the source tree two above it. */
static bool beside_program(const char *below, const char *name, char ret[PATH_SIZE])
{
    char program[PATH_SIZE];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    if (len <= 0) {
        return false;
    }
    program[len] = '\0';
    char *slash = strrchr(program, '/');
    int written = snprintf(ret, PATH_SIZE, "%.*s/%s/%s", (int)(slash - program), program, below, name);
    return written > 0 && written < PATH_SIZE && access(ret, F_OK) == 0;
}

enum fault place_share(const char *name, char ret[PATH_SIZE])
{
    const char *share = environment("TIEPDON_SHARE");
    if (share) {
        return place_join(share, name, ret);
    }
    if (beside_program("../share/tiepdon", name, ret) || beside_program("../..", name, ret)) {
        return FAULT_NONE;
    }
    return place_join(SHARE_DIR, name, ret);
}

enum fault place_open(const char *path, FILE **ret)
{
    struct stat status;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        return errno == ENOENT ? FAULT_SETTINGS_MISSING : FAULT_SETTINGS_UNREADABLE;
    }
    FILE *file = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) ? fdopen(fd, "r") : NULL;
    if (!file) {
        close(fd);
        return FAULT_SETTINGS_UNREADABLE;
    }
    *ret = file;
    return FAULT_NONE;
}

enum fault place_read(const char *path, char *out, size_t cap)
{
    FILE *file;
    enum fault fault = place_open(path, &file);
    if (fault != FAULT_NONE) {
        return fault;
    }
    size_t len = fread(out, 1, cap, file);
    bool unreadable = ferror(file) != 0;
    fclose(file);
    if (unreadable) {
        return FAULT_SETTINGS_UNREADABLE;
    }
    if (len == cap) {
        return FAULT_TOO_LONG;
    }
    out[len] = '\0';
    return FAULT_NONE;
}
