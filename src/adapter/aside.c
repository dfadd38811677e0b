/* aside: posix_spawn, because threads may be running. */
#include "adapter/aside.h"
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <unistd.h>

static int run(const char *program, char *const argv[], int socket, pid_t *ret_pid)
{
    sigset_t none;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t files;
    sigemptyset(&none);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    posix_spawn_file_actions_adddup2(&files, socket, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    int failed = posix_spawn(ret_pid, program, &files, &attributes, argv, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return failed;
}

bool aside_start(const char *program, char *const argv[], int bytes, struct aside *ret)
{
    int ends[2];
    pid_t pid = 0;
    *ret = (struct aside){-1, -1};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) < 0) {
        return false;
    }
    setsockopt(ends[1], SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
    ret->socket = ends[0];
    bool started = run(program, argv, ends[1], &pid) == 0;
    close(ends[1]);
    ret->process = started ? pidfd_open(pid, 0) : -1;
    if (!started) {
        aside_stop(ret);
    }
    return started;
}

void aside_stop(struct aside *aside)
{
    if (aside->process >= 0) {
        pidfd_send_signal(aside->process, SIGKILL, NULL, 0);
        close(aside->process);
    }
    if (aside->socket >= 0) {
        close(aside->socket);
    }
    *aside = (struct aside){-1, -1};
}
