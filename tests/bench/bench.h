/* bench: the parts of the benchmark; each adds its rows to the table. A failure stops the benchmark. */
#ifndef TIEPDON_BENCH_H
#define TIEPDON_BENCH_H
#include "../support/members.h"
#include "adapter/place.h"
#include "table.h"

struct bench {
    const char *program;  /* the real tiepdon */
    const char *dir;      /* empty, ours, on a real disk */
    char data[PATH_SIZE]; /* the data directory, filled by bench_import */
    char day[11];         /* the day of its newest data, which is also today */
    long members;
    struct members people;
    struct table table;
};

/* tiepdon import beside sqlite3 .import: the first one, all members again, some
 * members. Leaves bench->data. */
void bench_import(struct bench *bench);

/* Judgement with look-up beside the look-up's statements alone; with JSON; the core by itself. */
void bench_check(struct bench *bench);

/* The program on a pseudo-terminal: scans, keys, start, memory. */
void bench_counter(struct bench *bench);

/* Addresses compared and cards judged by the core alone. Needs bench->people. */
void bench_judge(struct bench *bench);

/* What a keyboard scanner sends made into scans, beside loops that only copy; repairs; then bench_stall. */
void bench_strokes(struct bench *bench);
/* What the reading thread keeps while nobody takes it. */
void bench_stall(struct bench *bench);

/* Look-ups at the stand-in portal, and the counter's frames while it hangs. */
void bench_portal(struct bench *bench);
struct stood;
void bench_portal_frames(struct bench *bench, const struct stood *stood);

/* Keys typed into the search box over a register of its own. */
void bench_search(struct bench *bench);

/* How many members are wanted: BENCH_MEMBERS. */
long bench_members(void);

/* DIR/NAME; the path fits or the benchmark stops. */
void bench_path(const char *dir, const char *name, char out[PATH_SIZE]);
/* Says on stderr what goes on. */
void bench_say(const char *what);
void bench_fail(const char *what) __attribute__((noreturn));

#endif
