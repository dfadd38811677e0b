/* lock: flock, and a line in the file that says who holds it. */
#include "adapter/lock.h"
#include "adapter/store_file.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

static void read_holder(int fd, char out[LOCK_HOLDER_SIZE])
{
    ssize_t len = pread(fd, out, LOCK_HOLDER_SIZE - 1, 0);
    out[len > 0 ? len : 0] = '\0';
    for (char *at = out; *at; at++) {
        if (*at < ' ' || *at > '~') {
            *at = '\0';
            break;
        }
    }
}

/* Only a note for people: without it the lock holds just as well. The name is the session's: to ask the directory of
 * accounts could wait for a server, and the portal's answers are kept under this lock. */
static void write_holder(int fd)
{
    char note[LOCK_HOLDER_SIZE], clock[32];
    time_t now = time(NULL);
    struct tm tm;
    localtime_r(&now, &tm);
    strftime(clock, sizeof clock, "%Y-%m-%d %H:%M", &tm);
    const char *user = getenv("LOGNAME");
    int len = snprintf(note, sizeof note, "%ld %.32s %s\n", (long)getpid(), user ? user : "?", clock);
    if (ftruncate(fd, 0) == 0 && pwrite(fd, note, (size_t)len, 0) < 0) {
        return;
    }
}

enum fault lock_take(const char *dir, int *ret_fd, char ret_holder[LOCK_HOLDER_SIZE])
{
    ret_holder[0] = '\0';
    int fd = file_create(dir, "register.lock");
    if (fd < 0) {
        return FAULT_STORE_READ_ONLY;
    }
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        read_holder(fd, ret_holder);
        close(fd);
        return FAULT_REGISTER_LOCKED;
    }
    write_holder(fd);
    *ret_fd = fd;
    return FAULT_NONE;
}

void lock_drop(int fd)
{
    if (fd >= 0) {
        close(fd);
    }
}
