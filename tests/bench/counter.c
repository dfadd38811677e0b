/* counter: the program itself on a pseudo-terminal: its start, its echo, scans typed and pasted. */
#include "bench.h"
#include "measure.h"
#include "screen.h"
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* BETWEEN_MS: long enough for the program to have taken in what was sent, where nothing is measured. */
enum { SCANS = 300, KEYS = 300, STARTS = 15, ECHOES = 300, BETWEEN_MS = 12 };

static const char ESCAPE[] = "\033", DOWN[] = "\033OB", UP[] = "\033OA", PASTE[] = "\033[200~",
                  PASTE_END[] = "\033[201~", ENTER[] = "\r";

struct times {
    double ms[SCANS];
    double bytes[SCANS];
    int count;
};

static void add_times(struct bench *bench, const char *name, struct times *times, double aim)
{
    struct figure figure = {"", times->ms[0], NAN, NAN, aim, "ms"};
    snprintf(figure.name, sizeof figure.name, "%s", name);
    figure.median = measure_median(times->ms, times->count);
    figure.p99 = measure_percentile(times->ms, times->count, 99);
    table_figure(&bench->table, &figure);
}

static void add_bytes(struct bench *bench, const char *name, struct times *times, double aim)
{
    struct figure figure = {"", times->bytes[0], NAN, NAN, aim, "B"};
    snprintf(figure.name, sizeof figure.name, "%s", name);
    figure.median = measure_median(times->bytes, times->count);
    figure.p99 = measure_percentile(times->bytes, times->count, 99);
    table_figure(&bench->table, &figure);
}

static void open_counter(const struct bench *bench, struct screen *screen)
{
    screen_open(screen, (const char *[]){bench->program, "--data", bench->data, NULL}, false);
}

/* Sends what ends something and times the frame that answers. */
static void timed(struct screen *screen, const char *bytes, struct times *times)
{
    double start = measure_now();
    screen_send(screen, bytes, strlen(bytes));
    struct frame frame = screen_frame(screen, SCREEN_QUIET_MS);
    if (frame.bytes == 0) {
        bench_fail("the counter did not answer");
    }
    times->ms[times->count] = (frame.last - start) * 1e3;
    times->bytes[times->count++] = (double)frame.bytes;
}

static void send(struct screen *screen, const char *bytes)
{
    screen_send(screen, bytes, strlen(bytes));
}

static void payload_of(const struct bench *bench, int i, char out[MEMBERS_PAYLOAD_SIZE])
{
    struct insured insured;
    members_make(&bench->people, (long)i * 3331 % bench->members, &insured);
    members_payload(&insured, i % 2 ? MEMBERS_CARD_FACILITY : MEMBERS_CARD_SAME, out);
}

/* Out of the register's pages in memory: the first scan after a night. */
static void forget(const struct bench *bench)
{
    char path[PATH_SIZE];
    bench_path(bench->data, "register.db", path);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        bench_fail(path);
    }
    posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    close(fd);
}

/* Twice Esc drops the review. */
static void drop_review(struct screen *screen)
{
    for (int i = 0; i < 2; i++) {
        send(screen, ESCAPE);
        screen_frame(screen, BETWEEN_MS);
    }
}

/* A scanner that types, then its Enter, both without a gap that would end a burst. */
static void scan_typed(struct screen *screen, const char *payload, struct times *times)
{
    send(screen, payload);
    screen_drain(screen, BETWEEN_MS);
    timed(screen, ENTER, times);
}

static void scan_pasted(struct screen *screen, const char *payload, struct times *times)
{
    send(screen, PASTE);
    send(screen, payload);
    screen_drain(screen, BETWEEN_MS);
    timed(screen, PASTE_END, times);
}

static void time_scans(struct bench *bench, const char *name,
                       void scan(struct screen *, const char *, struct times *))
{
    struct screen screen;
    struct times times = {.count = 0};
    char payload[MEMBERS_PAYLOAD_SIZE], row[TABLE_NAME];
    forget(bench);
    open_counter(bench, &screen);
    screen_frame(&screen, 4 * SCREEN_QUIET_MS);
    while (times.count < SCANS) {
        payload_of(bench, times.count, payload);
        scan(&screen, payload, &times);
        drop_review(&screen);
    }
    screen_close(&screen);
    snprintf(row, sizeof row, "%s: its last byte to the frame's last", name);
    add_times(bench, row, &times, 2);
    snprintf(row, sizeof row, "%s: bytes to the terminal", name);
    add_bytes(bench, row, &times, 3 * 1024);
}

static void time_keys(struct bench *bench)
{
    struct screen screen;
    struct times times = {.count = 0}, scan = {.count = 0};
    char payload[MEMBERS_PAYLOAD_SIZE];
    open_counter(bench, &screen);
    screen_frame(&screen, 4 * SCREEN_QUIET_MS);
    payload_of(bench, 1, payload);
    scan_pasted(&screen, payload, &scan);
    screen_frame(&screen, SCREEN_QUIET_MS); /* Enter is armed, and looks it */
    while (times.count < KEYS) {
        timed(&screen, times.count / 3 % 2 ? UP : DOWN, &times);
    }
    drop_review(&screen); /* or it is found again at the next start */
    screen_close(&screen);
    add_times(bench, "cursor key to the frame's last byte", &times, 2);
    add_bytes(bench, "cursor key: bytes to the terminal", &times, 200);
}

static void time_starts(struct bench *bench)
{
    struct times times = {.count = 0};
    while (times.count < STARTS) {
        struct screen screen;
        double start = measure_now();
        open_counter(bench, &screen);
        struct frame frame = screen_frame(&screen, 4 * SCREEN_QUIET_MS);
        times.ms[times.count] = (frame.last - start) * 1e3;
        times.bytes[times.count++] = (double)frame.bytes;
        screen_close(&screen);
    }
    struct figure figure = {"start to the last byte of the first frame", times.ms[0], NAN, NAN, 30, "ms"};
    figure.median = measure_median(times.ms, times.count);
    table_figure(&bench->table, &figure);
}

/* What the way through the pseudo-terminal costs without us: `cat` gives a byte back. */
static void time_echo(struct bench *bench)
{
    struct screen screen;
    struct times times = {.count = 0};
    screen_open(&screen, (const char *[]){"cat", NULL}, true);
    usleep(100000);
    while (times.count < ECHOES) {
        double start = measure_now();
        screen_send(&screen, "x", 1);
        struct frame frame = screen_frame(&screen, BETWEEN_MS);
        times.ms[times.count] = (frame.last - start) * 1e3;
        times.bytes[times.count++] = (double)frame.bytes;
    }
    screen_close(&screen);
    add_times(bench, "the pseudo-terminal itself: a byte through cat", &times, NAN);
}

/* A figure of /proc/PID/FILE in kilobytes, as MB; NAN where it cannot be read. */
static double proc_mb(pid_t pid, const char *file, const char *key)
{
    char path[64], line[256];
    double kb = NAN;
    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
    FILE *stream = fopen(path, "re");
    while (stream && fgets(line, sizeof line, stream)) {
        if (strncmp(line, key, strlen(key)) == 0) {
            kb = strtod(line + strlen(key), NULL);
        }
    }
    if (stream) {
        fclose(stream);
    }
    return kb / 1024;
}

static void weigh(struct bench *bench)
{
    struct screen screen;
    open_counter(bench, &screen);
    screen_frame(&screen, 4 * SCREEN_QUIET_MS);
    struct figure rss = {"waiting screen: resident memory", NAN, NAN, NAN, 12, "MB"};
    struct figure pss = {"waiting screen: of it ours alone (Pss)", NAN, NAN, NAN, NAN, "MB"};
    rss.median = proc_mb(screen.pid, "status", "VmRSS:");
    pss.median = proc_mb(screen.pid, "smaps_rollup", "Pss:");
    screen_close(&screen);
    table_figure(&bench->table, &rss);
    table_figure(&bench->table, &pss);
}

void bench_counter(struct bench *bench)
{
    bench_say("scans and keys on a pseudo-terminal");
    time_scans(bench, "scan, typed burst", scan_typed);
    time_scans(bench, "scan, bracketed paste", scan_pasted);
    time_keys(bench);
    time_echo(bench);
    time_starts(bench);
    weigh(bench);
}
