/* reader: one thread that only reads input devices and passes their events on, so that no stroke waits for
 * the disk.
 *
 * The kernel keeps 64 events a device; at one report a millisecond that is gone in 22 ms, less than an fsync.
 * The pipe behind this thread holds some thirty thousand. When even that is full the thread waits, the kernel
 * drops events, says so, and the scan is refused: never a silent loss. */
#ifndef TIEPDON_READER_H
#define TIEPDON_READER_H
#include "core/fault.h"
#include <libevdev/libevdev.h>
#include <stdbool.h>

enum { READER_DEVICES = 32 };

struct reader;

struct record {
    int id;                   /* as reader_add was told */
    bool gone;                /* the device went: the last record of this id */
    struct input_event event; /* CLOCK_MONOTONIC; else */
};

NEEDED enum fault reader_open(struct reader **ret);
void reader_close(struct reader *reader);

/* Readable when a record waits. */
int reader_fd(const struct reader *reader);

/* Begins to read `dev`, which stays the caller's but must not be touched until
 * reader_remove. `id` must be new. */
NEEDED enum fault reader_add(struct reader *reader, struct libevdev *dev, int id);
/* Afterwards the device is not touched any more; records already under way may still come. */
void reader_remove(struct reader *reader, int id);

/* The next record, false when none waits. */
bool reader_next(struct reader *reader, struct record *ret);

#endif
