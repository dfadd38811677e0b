/* feed_keys: a keyboard-like scanner: events with the clock the wedge counts in, grabbed between strokes. */
#include "adapter/feed.h"
#include <errno.h>
#include <limits.h>
#include <sys/ioctl.h>
#include <time.h>

/* Scan codes double the events of every key and are not used; without them the kernel's buffer holds half as
 * many keys more. Older kernels cannot, which does no harm. The kernel takes masks of whole longs only. */
static void mask_scan_codes(int fd)
{
    unsigned long none[MSC_CNT / (CHAR_BIT * sizeof(unsigned long)) + 1] = {0};
    struct input_mask mask = {
        .type = EV_MSC, .codes_size = sizeof none, .codes_ptr = (uint64_t)(uintptr_t)none};
    ioctl(fd, EVIOCSMASK, &mask);
}

static bool keys_down(const struct libevdev *dev)
{
    for (unsigned code = 0; code < KEY_CNT; code++) {
        if (libevdev_get_event_value(dev, EV_KEY, code)) {
            return true;
        }
    }
    return false;
}

/* libevdev writes to stderr by itself, which is the clerk's screen. */
static void say_nothing(const struct libevdev *dev, enum libevdev_log_priority priority, void *data,
                        const char *file, int line, const char *func, const char *format, va_list args)
{
    (void)dev, (void)priority, (void)data, (void)file, (void)line, (void)func, (void)format, (void)args;
}

int feed_keys(struct feed *feed, enum feed_hold hold, bool *ret_keys_down)
{
    feed->dev = libevdev_new();
    if (!feed->dev) {
        return ENOMEM;
    }
    libevdev_set_device_log_function(feed->dev, say_nothing, LIBEVDEV_LOG_ERROR, NULL);
    int status = libevdev_set_fd(feed->dev, feed->fd);
    if (status == 0) {
        mask_scan_codes(feed->fd);
        status = libevdev_set_clock_id(feed->dev, CLOCK_MONOTONIC);
    }
    if (status == 0 && hold == FEED_GRAB) {
        *ret_keys_down = keys_down(feed->dev);
        status = *ret_keys_down ? 0 : libevdev_grab(feed->dev, LIBEVDEV_GRAB);
    }
    return -status;
}
