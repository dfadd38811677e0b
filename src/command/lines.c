/* lines: lines of any length from a descriptor, flushed before it would wait. */
#include "command/lines.h"
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

/* One byte more than a scan may have, so that a longer line is seen to be longer, and one for the CR. */
enum { KEPT = PAYLOAD_MAX + 2 };

void lines_begin(struct lines *lines, int descriptor)
{
    lines->descriptor = descriptor;
    lines->at = lines->filled = lines->len = 0;
    lines->ended = lines->failed = false;
}

static bool fill(struct lines *lines, void (*wait)(void))
{
    struct pollfd ready = {.fd = lines->descriptor, .events = POLLIN};
    if (poll(&ready, 1, 0) == 0) {
        wait();
    }
    ssize_t got;
    do {
        got = read(lines->descriptor, lines->chunk, sizeof lines->chunk);
    } while (got < 0 && errno == EINTR);
    lines->failed = got < 0;
    lines->ended = got <= 0;
    lines->at = 0;
    lines->filled = got > 0 ? (size_t)got : 0;
    return got > 0;
}

static void keep(struct lines *lines, const char *bytes, size_t len)
{
    size_t room = KEPT - lines->len;
    size_t kept = len < room ? len : room;
    memcpy(lines->line + lines->len, bytes, kept);
    lines->len += kept;
}

static void finish(struct lines *lines)
{
    if (lines->len > 0 && lines->len < KEPT && lines->line[lines->len - 1] == '\r') {
        lines->len--;
    }
    if (lines->len > PAYLOAD_MAX + 1) {
        lines->len = PAYLOAD_MAX + 1;
    }
    lines->line[lines->len] = '\0';
}

bool lines_next(struct lines *lines, void (*wait)(void))
{
    lines->len = 0;
    bool any = false;
    while (!lines->ended && (lines->at < lines->filled || fill(lines, wait))) {
        const char *start = lines->chunk + lines->at, *end = memchr(start, '\n', lines->filled - lines->at);
        size_t len = end ? (size_t)(end - start) : lines->filled - lines->at;
        keep(lines, start, len);
        lines->at += len + (end != NULL);
        any = true;
        if (end) {
            break;
        }
    }
    finish(lines);
    return any;
}
