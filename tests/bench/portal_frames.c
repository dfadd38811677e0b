/* portal_frames: what a frame of the counter costs while the portal hangs, beside a counter that draws the same and
 * asks nothing: two directories that are the same but for it. */
#include "bench.h"
#include "measure.h"
#include "screen.h"
#include "stood.h"
#include <math.h>
#include <string.h>

/* KEYS is as often down as up, in threes, so that each round ends where it began. */
enum { ROUNDS = 5, KEY_ROUNDS = 8, KEYS = 42, SCANS = 10, MS = 1000 };

struct counter {
    struct screen screen;
    double ms[KEYS > SCANS ? KEYS : SCANS];
};

static const char DOWN[] = "\033OB", UP[] = "\033OA", PASTE_END[] = "\033[201~";

static void send(struct counter *counter, const char *bytes)
{
    screen_send(&counter->screen, bytes, strlen(bytes));
}

static void timed(struct counter *counter, const char *bytes, int i)
{
    double start = measure_now();
    send(counter, bytes);
    struct frame frame = screen_frame(&counter->screen, SCREEN_QUIET_MS);
    if (frame.bytes == 0) {
        bench_fail("the counter did not answer");
    }
    counter->ms[i] = (frame.last - start) * MS;
}

/* A pasted number of ten digits: a review of `person`, whose question goes out by itself in one of the two. */
static void scan(struct counter *counter, const struct question *person, int i)
{
    static const char HEX[] = "0123456789abcdef";
    char name[2 * NAME_SIZE], birth[DATE_SIZE], payload[1024];
    size_t len = strlen(person->name);
    for (size_t at = 0; at < len; at++) {
        name[2 * at] = HEX[(unsigned char)person->name[at] >> 4];
        name[2 * at + 1] = HEX[(unsigned char)person->name[at] & 15];
    }
    name[2 * len] = '\0';
    date_show(person->birth_date, birth);
    snprintf(payload, sizeof payload,
             "\033[200~%s|%s|%s|1|-|79 - 014|01/01/2026|-|31/12/2025|79017999000008|-|4| "
             "01/10/2027|0123456789abcdef-1202|4|5175|$",
             person->number, name, birth);
    send(counter, payload);
    screen_drain(&counter->screen, 12);
    timed(counter, PASTE_END, i);
}

static void drop_review(struct counter *counter)
{
    for (int i = 0; i < 2; i++) {
        send(counter, "\033");
        screen_frame(&counter->screen, 2 * SCREEN_QUIET_MS);
    }
}

static void set_portal(const char *dir, const char *settings)
{
    char path[PATH_SIZE];
    bench_path(dir, "tiepdon.ini", path);
    FILE *file = fopen(path, "ae");
    if (!file || fputs(settings, file) < 0 || fclose(file) != 0) {
        bench_fail(path);
    }
}

static void open_counter(const struct bench *bench, const char *dir, struct counter *counter)
{
    screen_open(&counter->screen, (const char *[]){bench->program, "--data", dir, NULL}, false);
    screen_frame(&counter->screen, 4 * SCREEN_QUIET_MS);
}

struct pair {
    struct counter hangs, none;
};

/* Each round's p99 of both, keys in turn, so that what else the machine does meets both. */
static void time_keys(struct bench *bench, struct pair *pair, const struct stood *stood)
{
    double hangs[KEY_ROUNDS], none[KEY_ROUNDS];
    double all_hangs[KEY_ROUNDS * KEYS], all_none[KEY_ROUNDS * KEYS];
    scan(&pair->hangs, &stood->asked[0], 0);
    scan(&pair->none, &stood->asked[0], 0);
    screen_drain(&pair->hangs.screen, MS); /* Enter is armed, and looks it */
    screen_drain(&pair->none.screen, MS);
    for (int round = 0; round < KEY_ROUNDS; round++) {
        for (int i = 0; i < KEYS; i++) {
            timed(&pair->none, i / 3 % 2 ? UP : DOWN, i);
            timed(&pair->hangs, i / 3 % 2 ? UP : DOWN, i);
        }
        memcpy(all_hangs + round * KEYS, pair->hangs.ms, sizeof *all_hangs * KEYS);
        memcpy(all_none + round * KEYS, pair->none.ms, sizeof *all_none * KEYS);
        hangs[round] = measure_percentile(pair->hangs.ms, KEYS, 99);
        none[round] = measure_percentile(pair->none.ms, KEYS, 99);
    }
    struct ratio ratio =
        table_rounds("cursor key, p99: portal hangs, beside none asked", hangs, none, KEY_ROUNDS, "ms", 0.9);
    table_ratio(&bench->table, &ratio);
    struct figure added = {
        "p99 added to a cursor key's frame by a portal that hangs", NAN, NAN, NAN, 1, "ms"};
    added.median = measure_percentile(all_hangs, KEY_ROUNDS * KEYS, 99) -
                   measure_percentile(all_none, KEY_ROUNDS * KEYS, 99);
    table_figure(&bench->table, &added);
    drop_review(&pair->hangs);
    drop_review(&pair->none);
}

static void time_scans(struct bench *bench, struct pair *pair, const struct stood *stood)
{
    double hangs[ROUNDS], none[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < SCANS; i++) {
            const struct question *person = &stood->asked[40 + round * SCANS + i];
            scan(&pair->none, person, i);
            scan(&pair->hangs, person, i);
            drop_review(&pair->none);
            drop_review(&pair->hangs);
        }
        hangs[round] = measure_median(pair->hangs.ms, SCANS);
        none[round] = measure_median(pair->none.ms, SCANS);
    }
    struct ratio ratio = table_rounds("scan to its frame, median: portal hangs, beside none asked", hangs,
                                      none, ROUNDS, "ms", 0.9);
    table_ratio(&bench->table, &ratio);
}

void bench_portal_frames(struct bench *bench, const struct stood *stood)
{
    static struct pair pair;
    set_portal(stood->dir, "per_minute = 0\nper_day = 0\nanswer_seconds = 300\n");
    stood_control(stood, "forget&fault=hang");
    set_portal(stood->silent, "ask = key\n");
    open_counter(bench, stood->silent, &pair.none);
    open_counter(bench, stood->dir, &pair.hangs);
    time_keys(bench, &pair, stood);
    time_scans(bench, &pair, stood);
    stood_expect(stood, 1 + ROUNDS * SCANS);
    screen_close(&pair.hangs.screen);
    screen_close(&pair.none.screen);
}
