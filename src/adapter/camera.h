/* camera: a webcam looked at for a QR code, by a process of its own.
 *
 * The picture comes through a driver that may hang, through libraries that speak to stderr, and that end the
 * program at what they did not expect. So another process (`tiepdon camera-feed`, camera_feed.h) does it all,
 * and is killed when it is no longer wanted: the counter never waits for it, the terminal stays clean, and
 * the kernel wipes the frames with the rest of its memory. */
#ifndef TIEPDON_CAMERA_H
#define TIEPDON_CAMERA_H
#include "core/preview.h"
#include "core/scan.h"
#include <stdbool.h>

struct camera;

struct camera_options {
    const char *program; /* run as `PROGRAM camera-feed DEVICE` */
    const char *device;  /* "" for the first camera */
    int opening_ms;      /* so long without a word from the feed is CAMERA_SILENT */
    int silence_ms;      /* and so long without a frame, once it has opened */
};

enum camera_what {
    CAMERA_FRAME, /* preview; an empty one when the camera has opened */
    CAMERA_SCAN,  /* scan: the one code of a frame; the last event */
    CAMERA_FAULT, /* fault: CAMERA_NONE, _BUSY, _DENIED, _LOST, _SILENT, _FORMAT or _FAILED; the last event */
};

/* Also what the other process sends, one message each. */
struct camera_event {
    enum camera_what what;
    enum fault fault;
    struct preview preview;
    struct scan scan;
};

/* Starts to look; whether there is a camera comes as an event. CAMERA_FAILED when no process can be had. The
 * caller has set SIGCHLD to SIG_IGN: nobody waits for the process to end. */
NEEDED enum fault camera_open(const struct camera_options *options, struct camera **ret);
/* Stops at once, whatever the driver does. NULL is fine. */
void camera_close(struct camera *camera);

int camera_fd(const struct camera *camera);
/* Milliseconds until camera_next may say CAMERA_SILENT; -1 after the last event. */
int camera_timeout(const struct camera *camera);
/* The next event, false when none waits. The caller wipes it. */
bool camera_next(struct camera *camera, struct camera_event *ret);

#endif
