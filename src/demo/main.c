/* tiepdon-demo [--portal PORT] DIR: makes a demonstration data directory of invented persons, for `tiepdon --data DIR`.
 *
 * It is made under another name beside DIR and renamed when it is whole. A demonstration directory that is
 * already there stays as it is; any other directory with something in it is refused. --portal adds the account of the
 * stand-in portal at that port of the loopback, also to one that is there. Exit status: 0; 64 usage; 73 it cannot be
 * made. */
#include "adapter/config.h"
#include "adapter/place.h"
#include "demo/account.h"
#include "demo/fill.h"
#include <dirent.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { EXIT_USAGE = 64, EXIT_CREATE = 73 };

/* True also for a directory that is not there. */
static bool is_empty(const char *dir)
{
    DIR *stream = opendir(dir);
    if (!stream) {
        return access(dir, F_OK) != 0;
    }
    int entries = 0;
    while (entries <= 2 && readdir(stream)) {
        entries++;
    }
    closedir(stream);
    return entries <= 2; /* . and .. */
}

static bool is_demo(const char *dir)
{
    struct config config;
    int line;
    return access(dir, F_OK) == 0 && config_load(dir, &config, &line) == FAULT_NONE && config.hospital.demo;
}

static int remove_entry(const char *path, const struct stat *about, int type, struct FTW *walk)
{
    (void)about;
    (void)type;
    (void)walk;
    return remove(path);
}

/* Ctrl-C waits for the second this takes, so that the part that is made is either whole or gone. */
static void hold_signals(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigprocmask(SIG_BLOCK, &set, NULL);
}

static enum fault make(const char *dir)
{
    enum { OPEN_DIRECTORIES = 8 };
    char part[PATH_SIZE];
    if (snprintf(part, sizeof part, "%s.XXXXXX", dir) >= (int)sizeof part) {
        return FAULT_TOO_LONG;
    }
    if (!mkdtemp(part)) {
        return FAULT_DEMO_WRITE;
    }
    enum fault fault = fill(part);
    if (!fault && rename(part, dir) != 0) {
        fault = FAULT_DEMO_WRITE;
    }
    if (fault) {
        nftw(part, remove_entry, OPEN_DIRECTORIES, FTW_DEPTH | FTW_PHYS);
    }
    return fault;
}

/* The port of "--portal PORT" in front of DIR, 0 without it; -1 for any other arguments. */
static int port_of(int argc, char **argv)
{
    enum { PORT_MAX = 65535 };
    bool named = argc == 4 && strcmp(argv[1], "--portal") == 0;
    const char *dir = argc > 1 ? argv[argc - 1] : "";
    if ((!named && argc != 2) || dir[0] == '-' || dir[0] == '\0') {
        return -1;
    }
    long port = named ? strtol(argv[2], NULL, 10) : 0;
    return named && (port < 1 || port > PORT_MAX) ? -1 : (int)port;
}

int main(int argc, char **argv)
{
    int port = port_of(argc, argv);
    if (port < 0) {
        fputs("tiepdon-demo [--portal CỔNG] THƯ-MỤC\n", stderr);
        return EXIT_USAGE;
    }
    char *dir = argv[argc - 1];
    for (size_t len = strlen(dir); len > 1 && dir[len - 1] == '/'; len--) {
        dir[len - 1] = '\0';
    }
    umask(077);
    hold_signals();
    enum fault fault = is_demo(dir) ? FAULT_NONE : is_empty(dir) ? make(dir) : FAULT_DEMO_FOREIGN;
    if (!fault && port > 0) {
        fault = account_add(dir, port);
    }
    if (fault) {
        fprintf(stderr, "tiepdon-demo: %s: %s\n", dir, fault_text(fault, LANGUAGE_VI));
        return EXIT_CREATE;
    }
    return 0;
}
