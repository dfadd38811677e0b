/* hindrance: /proc for who holds a node, its owner and mode for which right is missing. */
#include "adapter/hindrance.h"
#include <ctype.h>
#include <dirent.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

enum { PROC_PATH_SIZE = 64, LOCK_LINE_SIZE = 256, GROUP_BUFFER = 16 * 1024, GROUPS_MAX = 256 };

/* ---- Who holds it. ---- */

/* What takes keyboards or serial ports for itself; everything else may only be reading along. */
static bool takes(const char *program)
{
    static const char *const TAKERS[] = {"keyd",    "kanata",  "kmonad",       "intercept",     "xremap",
                                         "evremap", "tiepdon", "ModemManager", "input-remapper"};
    for (size_t i = 0; i < sizeof TAKERS / sizeof *TAKERS; i++) {
        if (!strncmp(program, TAKERS[i], strlen(TAKERS[i]))) {
            return true;
        }
    }
    return false;
}

static bool has_open(const char *process, const char *node)
{
    char path[PROC_PATH_SIZE], target[DEVICE_NODE_SIZE];
    snprintf(path, sizeof path, "/proc/%.20s/fd", process);
    DIR *fds = opendir(path);
    bool found = false;
    const struct dirent *entry;
    while (fds && !found && (entry = readdir(fds))) {
        ssize_t len = readlinkat(dirfd(fds), entry->d_name, target, sizeof target - 1);
        target[len > 0 ? len : 0] = '\0';
        found = !strcmp(target, node);
    }
    if (fds) {
        closedir(fds);
    }
    return found;
}

/* A program gives itself its name: what could not be shown is shown as `?`. */
static bool read_name(const char *process, char ret[FAULT_NAME_SIZE])
{
    char path[PROC_PATH_SIZE];
    snprintf(path, sizeof path, "/proc/%.20s/comm", process);
    FILE *file = fopen(path, "re");
    char *line = file ? fgets(ret, FAULT_NAME_SIZE, file) : NULL;
    if (file) {
        fclose(file);
    }
    if (!line) {
        return false;
    }
    ret[strcspn(ret, "\n")] = '\0';
    for (char *c = ret; *c; c++) {
        *c = (char)(isgraph((unsigned char)*c) ? *c : '?');
    }
    return ret[0] != '\0';
}

/* A counter hides what it has open from its own account too, for memory's sake; that it locked the node is public. */
static bool locker(const char *node, char ret[FAULT_NAME_SIZE])
{
    struct stat about;
    FILE *locks = stat(node, &about) == 0 ? fopen("/proc/locks", "re") : NULL;
    char line[LOCK_LINE_SIZE], process[PROC_PATH_SIZE];
    bool found = false;
    while (locks && !found && fgets(line, sizeof line, locks)) {
        unsigned on_major, on_minor;
        unsigned long inode;
        found =
            sscanf(line, "%*d: FLOCK %*s %*s %20s %x:%x:%lu", process, &on_major, &on_minor, &inode) == 4 &&
            makedev(on_major, on_minor) == about.st_dev && inode == about.st_ino && read_name(process, ret);
    }
    if (locks) {
        fclose(locks);
    }
    return found;
}

bool hindrance_holder(const char *node, char ret[FAULT_NAME_SIZE])
{
    if (locker(node, ret)) {
        return true;
    }
    char name[FAULT_NAME_SIZE];
    bool found = false, sure = false;
    DIR *processes = opendir("/proc");
    const struct dirent *entry;
    while (processes && !sure && (entry = readdir(processes))) {
        const char *process = entry->d_name;
        if (!isdigit((unsigned char)process[0]) || !has_open(process, node) || !read_name(process, name)) {
            continue;
        }
        sure = takes(name);
        if (sure || !found) {
            memcpy(ret, name, FAULT_NAME_SIZE);
        }
        found = true;
    }
    if (processes) {
        closedir(processes);
    }
    return found;
}

static struct hindrance busy(enum device_kind kind, const char *node)
{
    struct hindrance held = {.fault = FAULT_DEVICE_HELD};
    if (hindrance_holder(node, held.name)) {
        return held;
    }
    switch (kind) {
    case DEVICE_POS: return (struct hindrance){FAULT_DEVICE_HELD, "tiepdon"}; /* only we lock these */
    case DEVICE_SERIAL: return (struct hindrance){.fault = FAULT_DEVICE_PORT_BUSY};
    case DEVICE_KEYS: break;
    }
    return (struct hindrance){.fault = FAULT_DEVICE_BUSY};
}

/* ---- Which right is missing. ---- */

static bool among(gid_t gid, const gid_t *groups, int count)
{
    for (int i = 0; i < count; i++) {
        if (groups[i] == gid) {
            return true;
        }
    }
    return false;
}

/* Of this process, as it was when somebody logged in. */
static bool in_group(gid_t gid)
{
    gid_t groups[GROUPS_MAX];
    return getegid() == gid || among(gid, groups, getgroups(GROUPS_MAX, groups));
}

/* As the account stands now. */
static bool joined(gid_t gid)
{
    char buffer[GROUP_BUFFER];
    struct passwd entry, *user = NULL;
    gid_t groups[GROUPS_MAX];
    int count = GROUPS_MAX;
    return getpwuid_r(getuid(), &entry, buffer, sizeof buffer, &user) == 0 && user &&
           getgrouplist(user->pw_name, user->pw_gid, groups, &count) >= 0 && among(gid, groups, count);
}

static bool name_group(gid_t gid, char ret[FAULT_NAME_SIZE])
{
    char buffer[GROUP_BUFFER];
    struct group entry, *group = NULL;
    return getgrgid_r(gid, &entry, buffer, sizeof buffer, &group) == 0 && group &&
           snprintf(ret, FAULT_NAME_SIZE, "%s", group->gr_name) < FAULT_NAME_SIZE;
}

/* Who is in `input` reads every keyboard of the machine: no clerk should be told to join it. */
static bool of_everybody(const struct stat *node, const char *group)
{
    return node->st_gid == 0 || !(node->st_mode & S_IRGRP) || !strcmp(group, "input");
}

static struct hindrance denied(const char *node)
{
    struct hindrance why = {.fault = FAULT_DEVICE_DENIED};
    struct stat about;
    if (stat(node, &about) < 0 || in_group(about.st_gid)) {
        return why;
    }
    if (!name_group(about.st_gid, why.name) || of_everybody(&about, why.name)) {
        return (struct hindrance){.fault = FAULT_DEVICE_RULE};
    }
    why.fault = joined(about.st_gid) ? FAULT_DEVICE_LOGIN : FAULT_DEVICE_GROUP;
    return why;
}

struct hindrance hindrance_of(enum fault fault, enum device_kind kind, const char *node)
{
    switch (fault) {
    case FAULT_DEVICE_BUSY: return busy(kind, node);
    case FAULT_DEVICE_DENIED: return denied(node);
    default: return (struct hindrance){.fault = fault};
    }
}
