/* portal: look-ups through the client beside libcurl alone; see portal_frames.c for the counter. */
#include "adapter/portal.h"
#include "bare.h"
#include "bench.h"
#include "measure.h"
#include "stood.h"
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROUNDS = 5, WIDE = 8, MS = 1000 };

struct asking {
    const struct stood *stood;
    struct portal *portal;
    double asked_at[STOOD_QUESTIONS], took_ms[STOOD_QUESTIONS];
};

static void open_portal(struct asking *asking)
{
    char path[PATH_SIZE];
    struct portal_options options = {.user = ACCOUNT_USER,
                                     .clerk = ACCOUNT_CLERK,
                                     .clerk_cccd = ACCOUNT_CLERK_CCCD,
                                     .path = {[ASK_MEMBER] = "/api/egw/KQNhanLichSuKCB2024"},
                                     .token_path = "/api/token/take",
                                     .connect_seconds = 3,
                                     .answer_seconds = 30};
    snprintf(options.base, sizeof options.base, "http://127.0.0.1:%d", asking->stood->port);
    bench_path(asking->stood->dir, "portal-password", path);
    memcpy(options.password_file, path, sizeof path);
    if (portal_open(&options, &asking->portal) != FAULT_NONE) {
        bench_fail("the portal's client does not open");
    }
}

static void ask(struct asking *asking, int i)
{
    asking->asked_at[i] = measure_now();
    if (portal_ask(asking->portal, ASK_MEMBER, &asking->stood->asked[i], NULL, i) != FAULT_NONE) {
        bench_fail("a question is not taken");
    }
}

static int take_replies(struct asking *asking)
{
    static struct reply reply;
    int count = 0;
    while (portal_next(asking->portal, &reply)) {
        if (reply.trouble || !reply.has_member) {
            bench_fail("a look-up is not answered");
        }
        asking->took_ms[reply.ticket] = (measure_now() - asking->asked_at[reply.ticket]) * MS;
        count++;
    }
    return count;
}

/* Seconds for all questions, `width` at a time; the token is there. */
static double ask_all(struct asking *asking, int width)
{
    double start = measure_now();
    for (int asked = 0, done = 0; done < STOOD_QUESTIONS;) {
        while (asked < STOOD_QUESTIONS && asked - done < width) {
            ask(asking, asked++);
        }
        struct pollfd fd = {.fd = portal_fd(asking->portal), .events = POLLIN};
        int timeout = portal_timeout(asking->portal);
        poll(&fd, 1, timeout < 0 || timeout > MS ? MS : timeout);
        done += take_replies(asking);
    }
    return measure_now() - start;
}

static double resident_mb(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    if (!file || fscanf(file, "%*d %ld", &pages) != 1) {
        bench_fail("/proc/self/statm");
    }
    fclose(file);
    return (double)pages * (double)sysconf(_SC_PAGESIZE) / (1024.0 * 1024);
}

static void ask_one(struct asking *asking)
{
    ask(asking, 0);
    while (take_replies(asking) == 0) {
        poll(&(struct pollfd){.fd = portal_fd(asking->portal), .events = POLLIN}, 1, 10);
    }
}

static void time_width(struct bench *bench, struct asking *asking, int width, const char *name)
{
    double ours[ROUNDS], bare[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        ours[i] = ask_all(asking, width) * MS;
        bare[i] = bare_ask(asking->stood, width) * MS;
    }
    struct ratio ratio = table_rounds(name, ours, bare, ROUNDS, "ms", 0.5);
    table_ratio(&bench->table, &ratio);
}

/* What is kept after the first look-up is not a leak; what grows with the next thousands is. */
static void time_lookups(struct bench *bench, const struct stood *stood)
{
    static struct asking asking;
    asking.stood = stood;
    open_portal(&asking);
    ask_one(&asking);
    double before = resident_mb();
    ask_all(&asking, 1);
    struct figure figure = {"a look-up alone, asked to answered", asking.took_ms[0], NAN, NAN, NAN, "ms"};
    figure.p99 = measure_percentile(asking.took_ms, STOOD_QUESTIONS, 99);
    figure.median = measure_median(asking.took_ms, STOOD_QUESTIONS);
    struct figure memory = {
        "resident memory added by 1,000 look-ups", NAN, resident_mb() - before, NAN, 1, "MB"};
    time_width(bench, &asking, 1, "1,000 look-ups, one at a time, beside libcurl alone");
    time_width(bench, &asking, WIDE, "1,000 look-ups, eight at a time, beside libcurl alone");
    portal_close(asking.portal);
    table_figure(&bench->table, &figure);
    table_figure(&bench->table, &memory);
}

void bench_portal(struct bench *bench)
{
    static struct stood stood;
    bench_say("look-ups at the stand-in portal");
    stood_open(bench, &stood);
    time_lookups(bench, &stood);
    bench_say("frames while the portal hangs");
    bench_portal_frames(bench, &stood);
    stood_close(&stood);
}
