/* camera_feed: zbar's video brings frames, picture_grey looks at them. */
#include "adapter/camera_feed.h"
#include "adapter/camera.h"
#include "adapter/camera_device.h"
#include "adapter/picture.h"
#include "adapter/picture_grey.h"
#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <zbar.h>

enum {
    /* The modules of a BHYT card's code that fills half the height are four pixels wide then. */
    ASKED_WIDTH = 1280,
    ASKED_HEIGHT = 720,
    LOOK_MS = 100, /* ten looks a second are more than a hand moves */
    RETRIES = 50,  /* a driver may lose a frame (EIO), but not for a whole second */
    RETRY_MS = 20,
};

struct feed {
    zbar_video_t *video;
    int out;
    struct camera_event event;
    struct symbols symbols;
    int codes;          /* in the last frame searched */
    uint64_t search_at; /* not before */
};

static uint64_t clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* zbar's own errors (ZBAR_ERR_UNSUPPORTED, ZBAR_ERR_INVALID) are about forms of pictures. */
static enum fault why(const zbar_video_t *video, int error)
{
    zbar_error_t code = zbar_video_get_error_code(video);
    bool form = code == ZBAR_ERR_UNSUPPORTED || code == ZBAR_ERR_INVALID;
    return form ? FAULT_CAMERA_FORMAT : camera_fault(error);
}

/* The form that costs the least of those the camera has; the last one libv4l makes of any other. zbar's own
 * choice (zbar_negotiate_format) needs a window: without one version 0.23.92 crashes. */
static bool agree(zbar_video_t *video)
{
    static const unsigned long forms[] = {zbar_fourcc('G', 'R', 'E', 'Y'), zbar_fourcc('N', 'V', '1', '2'),
                                          zbar_fourcc('Y', 'U', 'Y', 'V'), zbar_fourcc('U', 'Y', 'V', 'Y'),
                                          zbar_fourcc('M', 'J', 'P', 'G'), zbar_fourcc('Y', 'U', '1', '2')};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (zbar_video_init(video, forms[i]) == 0) {
            return true;
        }
        if (errno == EBUSY) {
            return false;
        }
    }
    return false;
}

static enum fault open_video(struct feed *feed, const char *device)
{
    feed->video = zbar_video_create();
    if (!feed->video) {
        return FAULT_MEMORY;
    }
    zbar_video_request_size(feed->video, ASKED_WIDTH, ASKED_HEIGHT);
    errno = 0;
    if (zbar_video_open(feed->video, device) || !agree(feed->video) || zbar_video_enable(feed->video, 1)) {
        return why(feed->video, errno);
    }
    return FAULT_NONE;
}

/* A frame that finds no room is dropped, for the next one is newer; everything else waits for it. */
static bool tell(const struct feed *feed)
{
    struct pollfd room = {feed->out, POLLOUT, 0};
    ssize_t sent = write(feed->out, &feed->event, sizeof feed->event);
    while (sent < 0 && errno == EAGAIN && feed->event.what != CAMERA_FRAME && poll(&room, 1, -1) > 0) {
        sent = write(feed->out, &feed->event, sizeof feed->event);
    }
    return sent > 0 || errno == EAGAIN;
}

static bool is_jpeg(const zbar_image_t *image)
{
    unsigned long format = zbar_image_get_format(image);
    return format == zbar_fourcc('M', 'J', 'P', 'G') || format == zbar_fourcc('J', 'P', 'E', 'G');
}

/* zbar ends the program at a broken JPEG; the reader of pictures leaves the frame out. */
static enum fault grey_of(const zbar_image_t *image, struct grey *ret)
{
    if (is_jpeg(image)) {
        return grey_read_jpeg(zbar_image_get_data(image), zbar_image_get_data_length(image), ret);
    }
    zbar_image_t *plain = zbar_image_convert(image, zbar_fourcc('Y', '8', '0', '0'));
    if (!plain) {
        return FAULT_CAMERA_FORMAT;
    }
    unsigned width = zbar_image_get_width(plain), height = zbar_image_get_height(plain);
    size_t size = (size_t)width * height;
    enum fault fault = FAULT_CAMERA_FORMAT;
    if (zbar_image_get_data_length(plain) >= size) {
        fault = grey_alloc(width, height, ret);
    }
    if (!fault) {
        memcpy(ret->pixels, zbar_image_get_data(plain), size);
    }
    zbar_image_destroy(plain);
    return fault;
}

static int count_codes(struct feed *feed, struct grey *grey)
{
    switch (grey_glance(grey, &feed->symbols)) {
    case FAULT_NONE: return feed->symbols.count;
    case FAULT_PICTURE_CROWDED: return PICTURE_SYMBOLS + 1;
    default: return 0;
    }
}

/* At most half the time is spent on looking for codes. False when there was one: the last message. */
static bool search(struct feed *feed, struct grey *grey)
{
    uint64_t begun = clock_ms();
    feed->codes = count_codes(feed, grey);
    uint64_t done = clock_ms();
    feed->search_at = done + (done - begun);
    if (feed->codes == 1) {
        feed->event.what = CAMERA_SCAN;
        feed->event.scan = feed->symbols.scan[0];
        tell(feed);
    }
    return feed->codes != 1;
}

static bool show(struct feed *feed, const struct grey *grey)
{
    preview_make(grey->pixels, grey->width, grey->height, &feed->event.preview);
    feed->event.preview.codes = feed->codes;
    return tell(feed);
}

/* False after the last message. A broken frame is as good as none. */
static bool look(struct feed *feed, const zbar_image_t *image)
{
    struct grey grey = {0};
    enum fault fault = grey_of(image, &grey);
    if (fault == FAULT_CAMERA_FORMAT) {
        feed->event = (struct camera_event){.what = CAMERA_FAULT, .fault = fault};
        tell(feed);
        return false;
    }
    bool going = fault || show(feed, &grey);
    if (!fault && going && clock_ms() >= feed->search_at) {
        going = search(feed, &grey);
    }
    grey_free(&grey);
    return going;
}

/* The frames in between are given back unseen, so that the one looked at is the newest. */
static enum fault watch(struct feed *feed)
{
    uint64_t due = 0;
    for (int failures = 0; failures < RETRIES; failures++) {
        zbar_image_t *image = zbar_video_next_image(feed->video);
        uint64_t now = clock_ms();
        if (!image && errno != EIO && errno != EAGAIN && errno != EINTR) {
            return FAULT_CAMERA_LOST;
        }
        if (!image) {
            poll(NULL, 0, RETRY_MS);
            continue;
        }
        failures = 0;
        bool going = now < due || look(feed, image);
        zbar_image_destroy(image);
        if (!going) {
            return FAULT_NONE;
        }
        due = now < due ? due : now + LOOK_MS;
    }
    return FAULT_CAMERA_LOST;
}

void camera_feed(const char *device, int out)
{
    static struct feed feed;
    char node[CAMERA_NODE_SIZE];
    feed.out = out;
    enum fault fault = camera_find(device, node);
    fault = fault ? fault : open_video(&feed, node);
    if (!fault && tell(&feed)) { /* an empty preview: it has opened */
        fault = watch(&feed);
    }
    if (fault) {
        feed.event = (struct camera_event){.what = CAMERA_FAULT, .fault = fault};
        tell(&feed);
    }
}
