/* stood: the stand-in portal as a program of its own beside the benchmark, with a demonstration directory, so that
 * neither its work nor its memory counts as ours. */
#ifndef TIEPDON_BENCH_STOOD_H
#define TIEPDON_BENCH_STOOD_H
#include "bench.h"
#include "core/portal.h"
#include "demo/account.h"
#include <sys/types.h>

enum { STOOD_QUESTIONS = 1000 };

struct stood {
    pid_t pid;
    int port;
    char dir[PATH_SIZE];                    /* a demonstration directory that knows it */
    char silent[PATH_SIZE];                 /* the same, for a counter that shall ask nothing */
    struct question asked[STOOD_QUESTIONS]; /* about its members, each another one */
};

void stood_open(const struct bench *bench, struct stood *ret);
void stood_close(const struct stood *stood);
/* A control of tests/support/portal.h: "fault=hang". */
void stood_control(const struct stood *stood, const char *query);
/* Look-ups it was asked for; the benchmark stops unless there were that many. */
void stood_expect(const struct stood *stood, int lookups);

#endif
