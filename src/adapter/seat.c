/* seat: an flock on a file of the counter's name. */
#include "adapter/seat.h"
#include "adapter/store_file.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

/* A program whose terminal was closed a moment ago may still be leaving: its seat
 * is waited for, not passed by. */
enum { SEATS_MAX = 99, LEAVING_TRIES = 6, LEAVING_MS = 50 };

typedef char lock_name[PLACE_SIZE + sizeof "counter-.lock"];

static void lock_of(const char *counter, lock_name ret)
{
    snprintf(ret, sizeof(lock_name), "counter-%s.lock", counter);
    for (char *slash = ret; (slash = strchr(slash, '/'));) {
        *slash = '-';
    }
}

static enum fault unopened(void)
{
    switch (errno) {
    case EROFS:
    case EACCES: return FAULT_STORE_READ_ONLY;
    case EDQUOT:
    case ENOSPC: return FAULT_STORE_SHARED;
    default: return FAULT_PLACE_DENIED;
    }
}

static enum fault take(const char *dir, const char *lock, int *ret_fd)
{
    int fd = file_create(dir, lock);
    if (fd < 0) {
        return unopened();
    }
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        enum fault fault = errno == EWOULDBLOCK ? FAULT_SEAT_TAKEN : FAULT_PLACE_DENIED;
        close(fd);
        return fault;
    }
    *ret_fd = fd;
    return FAULT_NONE;
}

static enum fault take_patiently(const char *dir, const char *lock, int *ret_fd)
{
    enum fault fault = take(dir, lock, ret_fd);
    for (int i = 0; i < LEAVING_TRIES && fault == FAULT_SEAT_TAKEN; i++) {
        nanosleep(&(struct timespec){.tv_nsec = LEAVING_MS * 1000000L}, NULL);
        fault = take(dir, lock, ret_fd);
    }
    return fault;
}

enum fault seat_take(const char *dir, char counter[PLACE_SIZE], int *ret_fd)
{
    char wanted[PLACE_SIZE];
    lock_name lock;
    snprintf(wanted, sizeof wanted, "%s", counter[0] ? counter : "Quầy 1");
    for (int seat = 1; seat <= SEATS_MAX; seat++) {
        int len = seat == 1 ? snprintf(counter, PLACE_SIZE, "%s", wanted)
                            : snprintf(counter, PLACE_SIZE, "%s (%d)", wanted, seat);
        if (len >= PLACE_SIZE) {
            return FAULT_TOO_LONG;
        }
        lock_of(counter, lock);
        enum fault fault = take_patiently(dir, lock, ret_fd);
        if (fault != FAULT_SEAT_TAKEN) {
            return fault;
        }
    }
    return FAULT_SEAT_TAKEN;
}
