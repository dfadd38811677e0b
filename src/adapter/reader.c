/* reader: a thread that does nothing but read, so that no disk and no screen can
 * make the kernel drop a stroke. */
#include "adapter/reader.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* A megabyte is what an ordinary user may ask for; with less the kernel's default stays. */
enum { PIPE_BYTES = 1 << 20, BATCH = 64, QUIT = -1 };

struct source {
    struct libevdev *dev; /* NULL: free */
    int id;
    bool syncing; /* after SYN_DROPPED, fetching what is down now */
};

struct reader {
    int poll, quit;
    int in, out; /* the pipe */
    bool running;
    pthread_t thread;
    pthread_mutex_t lock; /* of source, never held while waiting */
    struct source source[READER_DEVICES];
};

static struct source *find(struct reader *reader, int id)
{
    for (int i = 0; i < READER_DEVICES; i++) {
        if (reader->source[i].dev && reader->source[i].id == id) {
            return &reader->source[i];
        }
    }
    return NULL;
}

static void forget(struct reader *reader, struct source *source)
{
    epoll_ctl(reader->poll, EPOLL_CTL_DEL, libevdev_get_fd(source->dev), NULL);
    *source = (struct source){0};
}

/* One event of the device; false when there is none for now. */
static bool read_one(struct reader *reader, struct source *source, struct record *ret)
{
    unsigned flag = source->syncing ? LIBEVDEV_READ_FLAG_SYNC : LIBEVDEV_READ_FLAG_NORMAL;
    int status = libevdev_next_event(source->dev, flag, &ret->event);
    ret->id = source->id;
    ret->gone = false;
    if (status == -EAGAIN && source->syncing) {
        source->syncing = false;
        ret->event.type = EV_SYN;
        ret->event.code = SYN_REPORT;
        return true;
    }
    if (status == LIBEVDEV_READ_STATUS_SYNC) {
        source->syncing = true;
    } else if (status != LIBEVDEV_READ_STATUS_SUCCESS && status != -EAGAIN && status != -EINTR) {
        ret->gone = true;
        forget(reader, source);
        return true;
    }
    return status >= 0;
}

static int read_batch(struct reader *reader, int id, struct record batch[BATCH])
{
    int count = 0;
    pthread_mutex_lock(&reader->lock);
    struct source *source = find(reader, id);
    while (source && count < BATCH && read_one(reader, source, &batch[count])) {
        source = batch[count++].gone ? NULL : source;
    }
    pthread_mutex_unlock(&reader->lock);
    return count;
}

/* A batch is less than PIPE_BUF, so it goes through whole. False when nobody reads any more. */
static bool pass_on(struct reader *reader, const struct record *batch, int count)
{
    _Static_assert(sizeof(struct record) * BATCH <= 4096, "PIPE_BUF");
    ssize_t wrote;
    do {
        wrote = write(reader->in, batch, (size_t)count * sizeof *batch);
    } while (wrote < 0 && errno == EINTR);
    return wrote > 0;
}

static bool drain(struct reader *reader, int id)
{
    struct record batch[BATCH];
    memset(batch, 0, sizeof batch);
    int count;
    bool going = true;
    do {
        count = read_batch(reader, id, batch);
        going = count == 0 || pass_on(reader, batch, count);
    } while (going && count == BATCH);
    explicit_bzero(batch, sizeof batch);
    return going;
}

static void *read_all(void *data)
{
    struct reader *reader = data;
    struct epoll_event ready[READER_DEVICES];
    for (;;) {
        int count = epoll_wait(reader->poll, ready, READER_DEVICES, -1);
        for (int i = 0; i < count; i++) {
            int id = (int)ready[i].data.u32;
            if (id == QUIT || !drain(reader, id)) {
                return NULL;
            }
        }
    }
}

/* Signals are for the main thread; a closed pipe is an error of write, not a SIGPIPE. */
static bool start(struct reader *reader)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    reader->running = pthread_create(&reader->thread, NULL, read_all, reader) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return reader->running;
}

enum fault reader_open(struct reader **ret)
{
    struct reader *reader = calloc(1, sizeof *reader);
    if (!reader) {
        return FAULT_MEMORY;
    }
    int ends[2] = {-1, -1};
    pthread_mutex_init(&reader->lock, NULL);
    int made = pipe2(ends, O_CLOEXEC);
    reader->out = ends[0];
    reader->in = ends[1];
    reader->poll = epoll_create1(EPOLL_CLOEXEC);
    reader->quit = eventfd(0, EFD_CLOEXEC);
    struct epoll_event quit = {.events = EPOLLIN, .data.u32 = (uint32_t)QUIT};
    if (made < 0 || fcntl(reader->out, F_SETFL, O_NONBLOCK) < 0 ||
        epoll_ctl(reader->poll, EPOLL_CTL_ADD, reader->quit, &quit) < 0 || !start(reader)) {
        reader_close(reader);
        return FAULT_DEVICE_FAILED;
    }
    fcntl(reader->in, F_SETPIPE_SZ, PIPE_BYTES);
    *ret = reader;
    return FAULT_NONE;
}

static void close_one(int fd)
{
    if (fd >= 0) {
        close(fd);
    }
}

void reader_close(struct reader *reader)
{
    if (!reader) {
        return;
    }
    close_one(reader->out); /* a thread that waits for room in the pipe wakes up */
    if (reader->running) {
        eventfd_write(reader->quit, 1);
        pthread_join(reader->thread, NULL);
    }
    close_one(reader->in);
    close_one(reader->poll);
    close_one(reader->quit);
    pthread_mutex_destroy(&reader->lock);
    free(reader);
}

int reader_fd(const struct reader *reader)
{
    return reader->out;
}

enum fault reader_add(struct reader *reader, struct libevdev *dev, int id)
{
    enum fault fault = FAULT_DEVICE_FAILED;
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = (uint32_t)id};
    pthread_mutex_lock(&reader->lock);
    for (int i = 0; i < READER_DEVICES && fault; i++) {
        if (!reader->source[i].dev &&
            epoll_ctl(reader->poll, EPOLL_CTL_ADD, libevdev_get_fd(dev), &event) == 0) {
            reader->source[i] = (struct source){dev, id, false};
            fault = FAULT_NONE;
        }
    }
    pthread_mutex_unlock(&reader->lock);
    return fault;
}

void reader_remove(struct reader *reader, int id)
{
    pthread_mutex_lock(&reader->lock);
    struct source *source = find(reader, id);
    if (source) {
        forget(reader, source);
    }
    pthread_mutex_unlock(&reader->lock);
}

bool reader_next(struct reader *reader, struct record *ret)
{
    return read(reader->out, ret, sizeof *ret) == (ssize_t)sizeof *ret;
}
