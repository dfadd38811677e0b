/* reader: a thread that does nothing but read, so that no disk and no screen can make the kernel drop a
 * stroke. */
#include "adapter/reader.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

/* A megabyte is what an ordinary user may ask for; with less the kernel's default stays. */
enum { PIPE_BYTES = READER_DEPTH * (int)sizeof(struct record), BATCH = 64, QUIT = -1 };

/* hidraw keeps 64 reports less one and drops the newest without a word. */
enum { HIDRAW_KEEPS = 63 };

struct watched {
    bool used;
    struct feed feed;
    int id;
    bool syncing; /* after SYN_DROPPED, fetching what is down now */
};

struct reader {
    int poll, quit;
    int in, out; /* the pipe */
    bool running;
    pthread_t thread;
    pthread_mutex_t lock; /* of watched, never held while waiting */
    struct watched watched[READER_DEVICES];
};

static struct watched *find(struct reader *reader, int id)
{
    for (int i = 0; i < READER_DEVICES; i++) {
        if (reader->watched[i].used && reader->watched[i].id == id) {
            return &reader->watched[i];
        }
    }
    return NULL;
}

static void forget(struct reader *reader, struct watched *watched)
{
    epoll_ctl(reader->poll, EPOLL_CTL_DEL, watched->feed.fd, NULL);
    *watched = (struct watched){.used = false};
}

uint64_t reader_clock_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

/* One event of a keyboard; false when there is none for now. */
static bool read_event(struct reader *reader, struct watched *watched, struct record *ret)
{
    unsigned flag = watched->syncing ? LIBEVDEV_READ_FLAG_SYNC : LIBEVDEV_READ_FLAG_NORMAL;
    int status = libevdev_next_event(watched->feed.dev, flag, &ret->event);
    ret->id = watched->id;
    ret->what = RECORD_EVENT;
    if (status == -EAGAIN && watched->syncing) {
        watched->syncing = false;
        ret->event.type = EV_SYN;
        ret->event.code = SYN_REPORT;
        return true;
    }
    if (status == LIBEVDEV_READ_STATUS_SYNC) {
        watched->syncing = true;
    } else if (status != LIBEVDEV_READ_STATUS_SUCCESS && status != -EAGAIN && status != -EINTR) {
        ret->what = RECORD_GONE;
        forget(reader, watched);
        return true;
    }
    return status >= 0;
}

static int read_events(struct reader *reader, struct watched *watched, struct record batch[BATCH])
{
    int count = 0;
    while (count < BATCH && read_event(reader, watched, &batch[count])) {
        if (batch[count++].what == RECORD_GONE) {
            break;
        }
    }
    return count;
}

static int cut(const unsigned char *bytes, size_t len, bool report, struct record batch[BATCH])
{
    int count = 0;
    uint64_t us = reader_clock_us();
    for (size_t at = 0; at < len; at += RECORD_SIZE) {
        struct record *record = &batch[count++];
        size_t rest = len - at;
        record->what = RECORD_BYTES;
        record->len = (unsigned char)(rest < RECORD_SIZE ? rest : RECORD_SIZE);
        record->more = report && rest > RECORD_SIZE;
        record->raw.us = us;
        memcpy(record->raw.bytes, bytes + at, record->len);
    }
    return count;
}

/* What one read brings: some bytes of a line, or one report. */
static int read_raw(struct reader *reader, struct watched *watched, struct record batch[BATCH])
{
    unsigned char bytes[BATCH * RECORD_SIZE];
    ssize_t got = read(watched->feed.fd, bytes, sizeof bytes);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
        return 0;
    }
    int id = watched->id, count = 1;
    if (got <= 0) {
        batch[0].what = RECORD_GONE;
        forget(reader, watched);
    } else {
        count = cut(bytes, (size_t)got, watched->feed.kind == DEVICE_POS, batch);
    }
    for (int i = 0; i < count; i++) {
        batch[i].id = id;
    }
    explicit_bzero(bytes, sizeof bytes);
    return count;
}

static int read_batch(struct reader *reader, int id, enum device_kind *ret_kind, struct record batch[BATCH])
{
    int count = 0;
    pthread_mutex_lock(&reader->lock);
    struct watched *watched = find(reader, id);
    if (watched) {
        *ret_kind = watched->feed.kind;
        count =
            *ret_kind == DEVICE_KEYS ? read_events(reader, watched, batch) : read_raw(reader, watched, batch);
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

/* A keyboard until nothing is left, for libevdev keeps what it has fetched; the others in turns. */
static bool drain(struct reader *reader, int id)
{
    struct record batch[BATCH];
    enum device_kind kind = DEVICE_KEYS;
    int count, rounds = 0;
    bool going = true;
    memset(batch, 0, sizeof batch);
    while (going && (kind == DEVICE_KEYS || rounds < HIDRAW_KEEPS) &&
           (count = read_batch(reader, id, &kind, batch)) > 0) {
        going = pass_on(reader, batch, count);
        rounds++;
    }
    explicit_bzero(batch, sizeof batch);
    if (going && kind == DEVICE_POS && rounds == HIDRAW_KEEPS) {
        const struct record lost = {.id = id, .what = RECORD_LOST, .raw.us = reader_clock_us()};
        going = pass_on(reader, &lost, 1);
    }
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

enum fault reader_add(struct reader *reader, const struct feed *feed, int id)
{
    enum fault fault = FAULT_DEVICE_FAILED;
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = (uint32_t)id};
    pthread_mutex_lock(&reader->lock);
    for (int i = 0; i < READER_DEVICES && fault; i++) {
        if (!reader->watched[i].used && epoll_ctl(reader->poll, EPOLL_CTL_ADD, feed->fd, &event) == 0) {
            reader->watched[i] = (struct watched){true, *feed, id, false};
            fault = FAULT_NONE;
        }
    }
    pthread_mutex_unlock(&reader->lock);
    return fault;
}

void reader_remove(struct reader *reader, int id)
{
    pthread_mutex_lock(&reader->lock);
    struct watched *watched = find(reader, id);
    if (watched) {
        forget(reader, watched);
    }
    pthread_mutex_unlock(&reader->lock);
}

bool reader_next(struct reader *reader, struct record *ret)
{
    return read(reader->out, ret, sizeof *ret) == (ssize_t)sizeof *ret;
}
