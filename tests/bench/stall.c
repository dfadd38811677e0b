/* stall: how much the reading thread takes while the rest of the program stands still, and that nothing of it
 * is lost or changes its order. A pipe that keeps its packets apart stands for hidraw; a keyboard needs a
 * kernel's own device, so its strokes are reckoned from the records. */
#include "adapter/reader.h"
#include "bench.h"
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

/* FULL_MS: what the thread has not taken by then, it cannot take. A keyboard sends a key and a SYN_REPORT. */
enum { FULL_MS = 300, REPORT = 64, STROKE_RECORDS = 2, KEPT_MAX = 2 * READER_DEPTH };

struct source {
    int in; /* write here */
    struct feed feed;
    size_t piece; /* bytes the reader gets at once */
};

static void need(bool holds, const char *what)
{
    if (!holds) {
        bench_fail(what);
    }
}

static struct source open_packets(size_t piece)
{
    int ends[2];
    need(pipe2(ends, O_DIRECT | O_NONBLOCK | O_CLOEXEC) == 0, "no pipe");
    return (struct source){ends[1], {.kind = DEVICE_POS, .fd = ends[0]}, piece};
}

/* Whether the thread takes all that lies there. */
static bool taken(const struct source *source)
{
    static const struct timespec MOMENT = {.tv_nsec = 20 * 1000};
    for (int waited = 0; waited < FULL_MS * 50; waited++) {
        int left = 0;
        need(ioctl(source->feed.fd, FIONREAD, &left) == 0, "a feed cannot be asked");
        if (left == 0) {
            return true;
        }
        nanosleep(&MOMENT, NULL);
    }
    return false;
}

static unsigned char nth(int piece, size_t at)
{
    return (unsigned char)('a' + ((size_t)piece + at) % 26);
}

/* Sends piece by piece until one is left lying; that one is sent too. */
static int fill(const struct source *source)
{
    unsigned char bytes[REPORT];
    for (int sent = 0; sent < KEPT_MAX; sent++) {
        for (size_t at = 0; at < source->piece; at++) {
            bytes[at] = nth(sent, at);
        }
        need(write(source->in, bytes, source->piece) == (ssize_t)source->piece, "a source is full");
        if (!taken(source)) {
            return sent + 1;
        }
    }
    bench_fail("the reader takes without end");
}

/* All that was sent is there, in order. A record of a loss has no bytes: the reader takes 63 reports in one go for
 * one, and here they come as fast as it reads. */
static void check(struct reader *reader, const struct source *source, int sent)
{
    struct record record;
    struct pollfd ready = {.fd = reader_fd(reader), .events = POLLIN};
    for (size_t at = 0; at < (size_t)sent * source->piece;) {
        need(poll(&ready, 1, FULL_MS * 10) == 1 && reader_next(reader, &record), "pieces were lost");
        need(record.what != RECORD_GONE, "the reader gave up");
        for (size_t i = 0; i < record.len; i++, at++) {
            need(record.raw.bytes[i] == nth((int)(at / source->piece), at % source->piece),
                 "pieces changed their order");
        }
    }
}

static void add(struct bench *bench, const char *name, double value, const char *unit)
{
    struct figure figure = {"", NAN, value, NAN, NAN, ""};
    snprintf(figure.name, sizeof figure.name, "%s", name);
    snprintf(figure.unit, sizeof figure.unit, "%s", unit);
    table_figure(&bench->table, &figure);
}

/* What the thread keeps. */
static int keep(struct source source)
{
    struct reader *reader;
    need(reader_open(&reader) == FAULT_NONE && reader_add(reader, &source.feed, 1) == FAULT_NONE,
         "no reader");
    int sent = fill(&source);
    check(reader, &source, sent);
    reader_close(reader);
    feed_close(&source.feed);
    close(source.in);
    return sent - 1; /* the last one lay with the kernel */
}

void bench_stall(struct bench *bench)
{
    bench_say("the reader while the rest stands still");
    int records = keep(open_packets(RECORD_SIZE)), reports = keep(open_packets(REPORT));
    int strokes = records / STROKE_RECORDS;
    add(bench, "program stands still: records kept", records, "");
    add(bench, "program stands still: reports of a HID POS scanner kept", reports, "");
    add(bench, "program stands still: strokes of a keyboard kept", strokes, "");
    add(bench, "longest stall without loss, HID POS, 1 ms a report", reports / 1e3, "s");
    add(bench, "longest stall without loss, keyboard, 1 ms a stroke", strokes / 1e3, "s");
}
