/* reader: one thread that only reads scanners and passes on what they send, so that no stroke waits for the
 * disk.
 *
 * The kernel keeps 64 events a keyboard and 64 reports a hidraw node; at one report a millisecond that is gone
 * in 22 ms or 64 ms, less than an fsync. The pipe behind this thread holds READER_DEPTH records. When even
 * that is full the thread waits, the kernel drops, and that is told (SYN_DROPPED, RECORD_LOST): the scan is
 * refused, never a silent loss. A serial port makes its sender wait and loses nothing. */
#ifndef TIEPDON_READER_H
#define TIEPDON_READER_H
#include "adapter/feed.h"
#include <stdbool.h>
#include <stdint.h>

enum { READER_DEVICES = 32, READER_DEPTH = 32 * 1024, RECORD_SIZE = 16 };

struct reader;

enum record_what {
    RECORD_EVENT, /* of a keyboard: event */
    RECORD_BYTES, /* of the others: raw */
    RECORD_LOST,  /* reports may have been dropped before this; raw.us */
    RECORD_GONE,  /* the device went: the last record of this id */
};

struct record {
    int id; /* as reader_add was told */
    unsigned char what;
    unsigned char len; /* RECORD_BYTES: 1 to RECORD_SIZE of raw.bytes; else 0 */
    bool more;         /* the next record goes on with the same report */
    union {
        struct input_event event; /* CLOCK_MONOTONIC */
        struct {
            uint64_t us; /* of the same clock, when it was read */
            unsigned char bytes[RECORD_SIZE];
        } raw;
    };
};

/* The clock of the records, in microseconds. */
uint64_t reader_clock_us(void);

NEEDED enum fault reader_open(struct reader **ret);
void reader_close(struct reader *reader);

/* Readable when a record waits. */
int reader_fd(const struct reader *reader);

/* Begins to read `feed`, which stays the caller's but must not be touched until reader_remove. `id` must be
 * new. */
NEEDED enum fault reader_add(struct reader *reader, const struct feed *feed, int id);
/* Afterwards the device is not touched any more; records already under way may still come. */
void reader_remove(struct reader *reader, int id);

/* The next record, false when none waits. */
bool reader_next(struct reader *reader, struct record *ret);

#endif
