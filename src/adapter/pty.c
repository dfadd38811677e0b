/* pty: posix_spawn and not fork, for the scanner's thread may be running. */
#include "adapter/pty.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NAME_MAX_SIZE = 64, SIGNALLED = 128 };

/* The leader of a new session that opens a terminal gets it as its own. */
static int add_files(posix_spawn_file_actions_t *files, const char *terminal)
{
    int error = posix_spawn_file_actions_addopen(files, STDIN_FILENO, terminal, O_RDWR, 0);
    error = error ? error : posix_spawn_file_actions_adddup2(files, STDIN_FILENO, STDOUT_FILENO);
    return error ? error : posix_spawn_file_actions_adddup2(files, STDIN_FILENO, STDERR_FILENO);
}

static int add_attributes(posix_spawnattr_t *attributes)
{
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int error = posix_spawnattr_setsigmask(attributes, &none);
    error = error ? error : posix_spawnattr_setsigdefault(attributes, &all);
    return error ? error
                 : posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK |
                                                            POSIX_SPAWN_SETSIGDEF);
}

static enum fault fault_of(int error)
{
    switch (error) {
    case 0: return FAULT_NONE;
    case ENOENT:
    case ENOTDIR: return FAULT_COMMAND_MISSING;
    case EACCES:
    case ENOEXEC:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG: return FAULT_COMMAND_DENIED;
    default: return FAULT_COMMAND_FAILED;
    }
}

static enum fault spawn(struct pty *pty, char *const argv[], const char *terminal)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    if (posix_spawn_file_actions_init(&files) != 0) {
        return FAULT_MEMORY;
    }
    if (posix_spawnattr_init(&attributes) != 0) {
        posix_spawn_file_actions_destroy(&files);
        return FAULT_MEMORY;
    }
    int error = add_files(&files, terminal);
    error = error ? error : add_attributes(&attributes);
    extern char **environ;
    error = error ? error : posix_spawnp(&pty->pid, argv[0], &files, &attributes, argv, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return fault_of(error);
}

void pty_resized(const struct pty *pty)
{
    struct winsize size;
    if (ioctl(pty->outer, TIOCGWINSZ, &size) == 0) {
        ioctl(pty->inner, TIOCSWINSZ, &size);
    }
}

static enum fault open_inner(struct pty *pty, char name[NAME_MAX_SIZE])
{
    pty->inner = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (pty->inner < 0 || grantpt(pty->inner) != 0 || unlockpt(pty->inner) != 0 ||
        ptsname_r(pty->inner, name, NAME_MAX_SIZE) != 0) {
        return FAULT_COMMAND_FAILED;
    }
    pty_resized(pty);
    return tcsetattr(pty->inner, TCSANOW, &pty->modes) == 0 ? FAULT_NONE : FAULT_COMMAND_FAILED;
}

static void make_raw(struct pty *pty)
{
    struct termios raw = pty->modes;
    cfmakeraw(&raw);
    pty->raw = tcsetattr(pty->outer, TCSANOW, &raw) == 0;
}

enum fault pty_open(char *const argv[], struct pty *ret)
{
    struct pty pty = {.outer = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK), .inner = -1};
    char name[NAME_MAX_SIZE];
    enum fault fault =
        pty.outer < 0 || tcgetattr(pty.outer, &pty.modes) != 0 ? FAULT_TERMINAL_NONE : open_inner(&pty, name);
    fault = fault ? fault : spawn(&pty, argv, name);
    if (fault) {
        pty_close(&pty);
        return fault;
    }
    make_raw(&pty);
    *ret = pty;
    return FAULT_NONE;
}

void pty_close(struct pty *pty)
{
    if (pty->raw) {
        tcsetattr(pty->outer, TCSANOW, &pty->modes);
    }
    if (pty->inner >= 0) {
        close(pty->inner);
    }
    if (pty->outer >= 0) {
        close(pty->outer);
    }
    *pty = (struct pty){.outer = -1, .inner = -1};
}

bool pty_ended(const struct pty *pty, int *ret_status)
{
    int status;
    if (waitpid(pty->pid, &status, WNOHANG) != pty->pid) {
        return false;
    }
    *ret_status = WIFSIGNALED(status) ? SIGNALLED + WTERMSIG(status) : WEXITSTATUS(status);
    return true;
}
