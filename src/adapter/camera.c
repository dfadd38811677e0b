/* camera: the counter's side: starts the feed, hears it, kills it. */
#include "adapter/camera.h"
#include "adapter/camera_feed.h"
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct camera {
    int feed;    /* its messages, whole or not at all */
    int process; /* a pidfd: a number may be another process's when this one has ended */
    int silence_ms;
    uint64_t due_ms; /* when it is silent */
    bool ended;
};

static uint64_t clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* The feed gets the socket, and nothing else of what is open here: no terminal, no journal. */
static int run(const struct camera_options *options, int socket, pid_t *ret_pid)
{
    char *const argv[] = {"tiepdon", CAMERA_FEED, (char *)options->device, NULL};
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
    int failed = posix_spawn(ret_pid, options->program, &files, &attributes, argv, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return failed;
}

static enum fault start(struct camera *camera, const struct camera_options *options)
{
    int ends[2], bytes = sizeof(struct camera_event);
    pid_t pid = 0;
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) < 0) {
        return FAULT_CAMERA_FAILED;
    }
    /* No more than a frame or two waits; the feed drops what finds no room. */
    setsockopt(ends[1], SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
    camera->feed = ends[0];
    bool failed = run(options, ends[1], &pid) != 0;
    close(ends[1]);
    camera->process = failed ? -1 : pidfd_open(pid, 0);
    return failed ? FAULT_CAMERA_FAILED : FAULT_NONE;
}

enum fault camera_open(const struct camera_options *options, struct camera **ret)
{
    struct camera *camera = calloc(1, sizeof *camera);
    if (!camera) {
        return FAULT_MEMORY;
    }
    camera->feed = camera->process = -1;
    camera->silence_ms = options->silence_ms;
    camera->due_ms = clock_ms() + (uint64_t)options->opening_ms;
    enum fault fault = start(camera, options);
    if (fault) {
        camera_close(camera);
        return fault;
    }
    *ret = camera;
    return FAULT_NONE;
}

void camera_close(struct camera *camera)
{
    if (!camera) {
        return;
    }
    if (camera->process >= 0) {
        pidfd_send_signal(camera->process, SIGKILL, NULL, 0);
        close(camera->process);
    }
    if (camera->feed >= 0) {
        close(camera->feed);
    }
    free(camera);
}

int camera_fd(const struct camera *camera)
{
    return camera->ended ? -1 : camera->feed;
}

int camera_timeout(const struct camera *camera)
{
    uint64_t now = clock_ms();
    return camera->ended ? -1 : camera->due_ms > now ? (int)(camera->due_ms - now) : 0;
}

static bool fail(struct camera *camera, enum fault fault, struct camera_event *ret)
{
    *ret = (struct camera_event){.what = CAMERA_FAULT, .fault = fault};
    camera->ended = true;
    return true;
}

/* A message from a process that parses foreign pictures is itself foreign. */
static bool sound(const struct camera_event *event, size_t len)
{
    const struct preview *preview = &event->preview;
    return len == sizeof *event && event->what <= CAMERA_FAULT && event->fault < FAULT_COUNT &&
           preview->width >= 0 && preview->width <= PREVIEW_WIDTH && preview->height >= 0 &&
           preview->height <= PREVIEW_HEIGHT && event->scan.len <= PAYLOAD_MAX;
}

bool camera_next(struct camera *camera, struct camera_event *ret)
{
    if (camera->ended) {
        return false;
    }
    ssize_t len = recv(camera->feed, ret, sizeof *ret, 0);
    if (len < 0) {
        return camera_timeout(camera) == 0 && fail(camera, FAULT_CAMERA_SILENT, ret);
    }
    if (!sound(ret, (size_t)len)) { /* it ended without a word, or spoke nonsense */
        return fail(camera, FAULT_CAMERA_FAILED, ret);
    }
    camera->due_ms = clock_ms() + (uint64_t)camera->silence_ms;
    camera->ended = ret->what != CAMERA_FRAME;
    return true;
}
