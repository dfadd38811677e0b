/* place: a temporary directory, and all of it removed. */
#include "place.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <ftw.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

static char dir[64];

const char *place_begin(void)
{
    snprintf(dir, sizeof dir, "%s/tiepdon-test-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    cr_assert(mkdtemp(dir));
    return dir;
}

static int drop(const char *path, const struct stat *st, int kind, struct FTW *walk)
{
    (void)st, (void)kind, (void)walk;
    return remove(path);
}

void place_end(void)
{
    nftw(dir, drop, 8, FTW_DEPTH | FTW_PHYS);
}

const char *place_dir(void)
{
    return dir;
}

const char *place_path(const char *name)
{
    static char paths[4][256];
    static int next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", dir, name);
    return path;
}

const char *place_write(const char *name, const char *text)
{
    const char *path = place_path(name);
    FILE *file = fopen(path, "w");
    cr_assert(file);
    cr_assert(fwrite(text, 1, strlen(text), file) == strlen(text));
    cr_assert(fclose(file) == 0);
    return path;
}

void place_copy(const char *from, const char *to)
{
    char command[512];
    snprintf(command, sizeof command, "cp %s %s", place_path(from), place_path(to));
    cr_assert_eq(system(command), 0, "%s", command);
}

bool place_mount(const char *options)
{
    return unshare(CLONE_NEWNS) == 0 && mount("", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("tmpfs", dir, "tmpfs", 0, options) == 0;
}

void place_fill(void)
{
    static const char page[4096];
    int fd = open(place_path("filler"), O_CREAT | O_WRONLY | O_APPEND, 0600);
    cr_assert(fd >= 0);
    while (write(fd, page, sizeof page) == sizeof page) {
    }
    close(fd);
}

const char *place_text(const char *name)
{
    static char text[1 << 16];
    FILE *file = fopen(place_path(name), "r");
    size_t len = file ? fread(text, 1, sizeof text - 1, file) : 0;
    text[len] = '\0';
    if (file) {
        fclose(file);
    }
    return text;
}
