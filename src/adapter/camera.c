/* camera: the counter's side: starts the feed, hears it, kills it. */
#include "adapter/camera.h"
#include "adapter/aside.h"
#include "adapter/camera_feed.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

struct camera {
    struct aside feed;
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

static enum fault start(struct camera *camera, const struct camera_options *options)
{
    char *const argv[] = {"tiepdon", CAMERA_FEED, (char *)options->device, NULL};
    /* No more than a frame or two waits; the feed drops what finds no room. */
    bool started = aside_start(options->program, argv, sizeof(struct camera_event), &camera->feed);
    return started ? FAULT_NONE : FAULT_CAMERA_FAILED;
}

enum fault camera_open(const struct camera_options *options, struct camera **ret)
{
    struct camera *camera = calloc(1, sizeof *camera);
    if (!camera) {
        return FAULT_MEMORY;
    }
    camera->feed = (struct aside){-1, -1};
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
    aside_stop(&camera->feed);
    free(camera);
}

int camera_fd(const struct camera *camera)
{
    return camera->ended ? -1 : camera->feed.socket;
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
    ssize_t len = recv(camera->feed.socket, ret, sizeof *ret, 0);
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
