/* feed: opens a node; what each kind of device needs beyond that is with the kind. */
#include "adapter/feed.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

static enum fault fault_of(int error)
{
    switch (error) {
    case EACCES:
    case EPERM: return FAULT_DEVICE_DENIED;
    case EBUSY:
    case EWOULDBLOCK: return FAULT_DEVICE_BUSY;
    case ENOENT:
    case ENXIO:
    case EIO: /* a terminal that was hung up */
    case ENODEV: return FAULT_DEVICE_LOST;
    default: return FAULT_DEVICE_FAILED;
    }
}

/* The kernel lets everybody read along on a hidraw node; another counter does not. On the other kinds the lock only
 * tells who holds it: what another counter has open cannot be seen (hindrance.h). */
static int keep_others_out(int fd)
{
    return flock(fd, LOCK_EX | LOCK_NB) < 0 ? errno : 0;
}

static int prepare(struct feed *feed, enum feed_hold hold, bool *ret_keys_down)
{
    int error = hold == FEED_GRAB || feed->kind != DEVICE_KEYS ? keep_others_out(feed->fd) : 0;
    if (error) {
        return error;
    }
    switch (feed->kind) {
    case DEVICE_KEYS: return feed_keys(feed, hold, ret_keys_down);
    case DEVICE_SERIAL: return feed_serial(feed->fd);
    case DEVICE_POS: break;
    }
    return 0;
}

enum fault feed_open(const char *node, enum device_kind kind, enum feed_hold hold, struct feed *ret,
                     bool *ret_keys_down)
{
    *ret_keys_down = false;
    int way = kind == DEVICE_SERIAL ? O_RDWR : O_RDONLY; /* some drivers send nothing to a reader alone */
    struct feed feed = {kind, open(node, way | O_NONBLOCK | O_CLOEXEC | O_NOCTTY), NULL};
    if (feed.fd < 0) {
        return fault_of(errno);
    }
    int error = prepare(&feed, hold, ret_keys_down);
    if (error || *ret_keys_down) {
        feed_close(&feed);
        return error ? fault_of(error) : FAULT_NONE;
    }
    *ret = feed;
    return FAULT_NONE;
}

void feed_close(struct feed *feed)
{
    libevdev_free(feed->dev);
    close(feed->fd);
    *feed = (struct feed){.fd = -1};
}
