/* printer_serve: the process that waits for lp or writes to the device. */
#include "adapter/printer.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 4096, NO_PROGRAM = 127 };

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int left(long long due)
{
    long long ms = due - now_ms();
    return ms > 0 ? (int)ms : 0;
}

/* ---- a queue ---- */

/* The title says nothing of a patient: it stands in the spooler's list. What lp says goes nowhere: the screen is the
 * counter's. */
static int start_lp(int bytes, const char *queue, bool raw, pid_t *ret_pid)
{
    char *const text[] = {"lp", "-d", (char *)queue, "-t", "tiepdon", "-s", NULL};
    char *const as_is[] = {"lp", "-d", (char *)queue, "-t", "tiepdon", "-s", "-o", "raw", NULL};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, bytes, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    int failed = posix_spawnp(ret_pid, "lp", &files, &attributes, raw ? as_is : text, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return failed;
}

static struct printed ended_lp(int status)
{
    if (!WIFEXITED(status)) {
        return (struct printed){FAULT_PRINTER_FAILED, 0};
    }
    int code = WEXITSTATUS(status);
    return (struct printed){code == 0            ? FAULT_NONE
                            : code == NO_PROGRAM ? FAULT_PRINTER_LP
                                                 : FAULT_PRINTER_REFUSED,
                            code};
}

static struct printed print_by_lp(int bytes, const char *queue, bool raw)
{
    pid_t pid = 0;
    int status = 0, failed = start_lp(bytes, queue, raw, &pid);
    if (failed) {
        return (struct printed){failed == ENOENT ? FAULT_PRINTER_LP : FAULT_PRINTER_FAILED, 0};
    }
    struct pollfd end = {pidfd_open(pid, 0), POLLIN, 0};
    bool slow = end.fd >= 0 && poll(&end, 1, PRINTER_MS) == 0;
    if (slow) {
        kill(pid, SIGKILL);
    }
    if (end.fd >= 0) {
        close(end.fd);
    }
    bool waited = waitpid(pid, &status, 0) == pid;
    return slow     ? (struct printed){FAULT_PRINTER_SLOW, 0}
           : waited ? ended_lp(status)
                    : (struct printed){FAULT_PRINTER_FAILED, 0};
}

/* ---- a device ---- */

static enum fault device_fault(int code)
{
    switch (code) {
    case ENOENT:
    case ENXIO: /* a FIFO that nobody reads */
    case ENODEV:
    case EPIPE:
    case ENOTDIR: return FAULT_PRINTER_GONE;
    case EACCES:
    case EPERM:
    case EROFS: return FAULT_PRINTER_DENIED;
    case ENOSPC: /* of a printer: out of paper */
    case EDQUOT: return FAULT_PRINTER_FULL;
    case EBUSY:
    case ETIMEDOUT: return FAULT_PRINTER_SLOW;
    default: return FAULT_PRINTER_FAILED;
    }
}

/* Writes all of it before `due`; 0 or an errno. */
static int write_all(int device, const char *bytes, size_t len, long long due)
{
    while (len > 0) {
        struct pollfd ready = {device, POLLOUT, 0};
        if (poll(&ready, 1, left(due)) == 0) {
            return ETIMEDOUT;
        }
        ssize_t written = write(device, bytes, len);
        if (written < 0 && errno != EAGAIN && errno != EINTR) {
            return errno;
        }
        bytes += written > 0 ? written : 0;
        len -= written > 0 ? (size_t)written : 0;
    }
    return 0;
}

/* It is opened without waiting: a FIFO that nobody reads, a line printer that is off. */
static struct printed print_to_device(int bytes, const char *name)
{
    char chunk[CHUNK];
    ssize_t got = 0;
    long long due = now_ms() + PRINTER_MS;
    int failed = 0, device = open(name, O_WRONLY | O_NONBLOCK | O_APPEND | O_NOCTTY | O_CLOEXEC);
    if (device < 0) {
        return (struct printed){device_fault(errno), 0};
    }
    while (!failed && (got = read(bytes, chunk, sizeof chunk)) > 0) {
        failed = write_all(device, chunk, (size_t)got, due);
    }
    explicit_bzero(chunk, sizeof chunk);
    failed = failed ? failed : got < 0 ? EIO : 0;
    failed = close(device) < 0 && !failed ? errno : failed;
    return (struct printed){failed ? device_fault(failed) : FAULT_NONE, 0};
}

/* ---- both ---- */

void printer_print(int bytes, const char *kind, const char *name, bool raw, struct printed *ret)
{
    signal(SIGPIPE, SIG_IGN);
    lseek(bytes, 0, SEEK_SET);
    *ret = strcmp(kind, "queue") == 0 ? print_by_lp(bytes, name, raw) : print_to_device(bytes, name);
}

/* The descriptor that the counter sent, or -1. */
static int take_over(int counter)
{
    char byte;
    struct iovec data = {&byte, 1};
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(sizeof(int))];
    } control;
    struct msghdr message = {.msg_iov = &data,
                             .msg_iovlen = 1,
                             .msg_control = control.room,
                             .msg_controllen = sizeof control.room};
    struct pollfd ready = {counter, POLLIN, 0};
    int file = -1;
    if (poll(&ready, 1, PRINTER_MS) != 1 || recvmsg(counter, &message, MSG_CMSG_CLOEXEC) != 1) {
        return -1;
    }
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    if (head && head->cmsg_type == SCM_RIGHTS && head->cmsg_len == CMSG_LEN(sizeof file)) {
        memcpy(&file, CMSG_DATA(head), sizeof file);
    }
    return file;
}

void printer_serve(int counter, const char *kind, const char *name, bool raw)
{
    struct printed printed = {FAULT_PRINTER_FAILED, 0};
    signal(SIGCHLD, SIG_DFL); /* inherited as ignored: lp's exit status would be lost */
    int file = take_over(counter);
    if (file >= 0) {
        printer_print(file, kind, name, raw, &printed);
        close(file);
    }
    send(counter, &printed, sizeof printed, MSG_NOSIGNAL);
}
