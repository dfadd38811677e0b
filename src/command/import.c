/* tiepdon import members FILE.csv --as-of DAY [--complete] [--encoding NAME] [--data DIR]
 * tiepdon import facilities FILE.csv [--encoding NAME] [--data DIR]
 * tiepdon import units DIR: import_units.c
 *
 * Exit status: 0 everything was taken; 1 the rejected rows are in FILE.rejected.csv, the others were taken;
 * 64 usage; 65 the file's header is of no use, or its bytes are not of the encoding; 66 it cannot be read; 73
 * the rejected rows cannot be kept, or the disk has no room; 74 the data directory cannot be written, or is
 * in use; 130 stopped. With any but 0 and 1 nothing has changed. */
#include "adapter/import.h"
#include "adapter/config.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/usage.h"
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { EXIT_REJECTED = 1, EXIT_STOPPED = 130, BAR_WIDTH = 30 };

struct watch {
    bool shown; /* standard error is a terminal */
    enum language language;
    struct timespec begun, drawn;
    sigset_t signals;
};

static double seconds_since(const struct timespec *then)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - then->tv_sec) + (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

static void draw(const struct watch *watch, const struct import_progress *progress)
{
    double passed = seconds_since(&watch->begun);
    double part = progress->total > 0 ? (double)progress->bytes / (double)progress->total : 1;
    double rate = passed > 0 ? (double)progress->rows / passed : 0;
    char bar[BAR_WIDTH + 1];
    int full = (int)(part * BAR_WIDTH);
    memset(bar, '-', BAR_WIDTH);
    memset(bar, '#', (size_t)(full < BAR_WIDTH ? full : BAR_WIDTH));
    bar[BAR_WIDTH] = '\0';
    bool vi = watch->language == LANGUAGE_VI;
    if (progress->bytes >= progress->total) {
        fprintf(stderr, "\r[%s] %ld %s\x1b[K", bar, progress->rows,
                vi ? "dòng, đang lập chỉ mục…" : "rows, making the indexes…");
    } else {
        fprintf(stderr,
                vi ? "\r[%s] %3.0f%%  %.0f dòng/s  còn %.0f s\x1b[K"
                   : "\r[%s] %3.0f%%  %.0f rows/s  %.0f s left\x1b[K",
                bar, 100 * part, rate, part > 0 ? passed / part - passed : 0);
    }
}

/* A signal is taken here, between two statements, so that nothing half made stays behind. */
static bool progress(void *context, const struct import_progress *now)
{
    static const struct timespec no_time = {0, 0};
    struct watch *watch = context;
    if (sigtimedwait(&watch->signals, NULL, &no_time) > 0) {
        return false;
    }
    if (watch->shown && seconds_since(&watch->drawn) > 0.1) {
        clock_gettime(CLOCK_MONOTONIC, &watch->drawn);
        draw(watch, now);
    }
    return true;
}

static void begin_watch(struct watch *watch, enum language language)
{
    watch->shown = isatty(STDERR_FILENO);
    watch->language = language;
    clock_gettime(CLOCK_MONOTONIC, &watch->begun);
    watch->drawn = watch->begun;
    sigemptyset(&watch->signals);
    sigaddset(&watch->signals, SIGINT);
    sigaddset(&watch->signals, SIGTERM);
    sigaddset(&watch->signals, SIGHUP);
    sigprocmask(SIG_BLOCK, &watch->signals, NULL);
}

static int status_of(enum fault fault)
{
    switch (fault) {
    case FAULT_IMPORT_HEADER:
    case FAULT_IMPORT_FACILITY_HEADER:
    case FAULT_IMPORT_NOTHING:
    case FAULT_IMPORT_TWICE:
    case FAULT_IMPORT_ENCODING_IS:
    case FAULT_IMPORT_BYTES:
    case FAULT_TEXT_INVALID: return EXIT_DATA;
    case FAULT_IMPORT_MISSING: return EXIT_NO_INPUT;
    case FAULT_IMPORT_REJECTED:
    case FAULT_IMPORT_SPACE:
    case FAULT_STORE_FULL:
    case FAULT_PLACE_DENIED: return EXIT_CREATE;
    case FAULT_IMPORT_STOPPED: return EXIT_STOPPED;
    default: return EXIT_STORE;
    }
}

static void print_room(FILE *out, const struct register_room *room, bool vi)
{
    fprintf(out,
            vi ? "Cần tối đa %lld MB trống, hiện có %lld MB.\n"
               : "Needs at most %lld MB free; there are %lld MB.\n",
            (room->need >> 20) + 1, room->free >> 20);
}

static void say_room(void *context, const struct register_room *room)
{
    const struct watch *watch = context;
    if (room->need > 0) {
        print_room(stdout, room, watch->language == LANGUAGE_VI);
        fflush(stdout);
    }
}

static int refuse(enum fault fault, const struct import_report *report, enum language language)
{
    char sentence[FAULT_SENTENCE_SIZE];
    const char *named = fault == FAULT_IMPORT_ENCODING_IS ? encoding_name(report->proposed) : "";
    fault_sentence(fault, named, language, sentence);
    fprintf(stderr, "tiepdon import: %s\n", sentence);
    if (fault == FAULT_IMPORT_BYTES) {
        fprintf(stderr, language == LANGUAGE_VI ? "  dòng %ld\n" : "  line %ld\n", report->line);
    }
    if (fault == FAULT_IMPORT_SPACE) {
        print_room(stderr, &report->room, language == LANGUAGE_VI);
    }
    if (report->holder[0]) {
        fprintf(stderr, "  %s\n", report->holder);
    }
    return status_of(fault);
}

static void summarise(const struct import_options *options, const struct import_report *report)
{
    const struct register_counts *counts = &report->counts;
    bool vi = options->language == LANGUAGE_VI;
    printf(vi ? "%ld dòng: %ld mới, %ld cập nhật, %ld bị từ chối\n"
              : "%ld rows: %ld new, %ld updated, %ld rejected\n",
           report->rows, counts->added, counts->updated, report->rejected);
    if (counts->older > 0) {
        printf(vi ? "%ld thẻ giữ dữ liệu mới hơn đã có trong sổ\n"
                  : "%ld cards keep newer data of the register\n",
               counts->older);
    }
    if (report->rejected > 0) {
        printf(vi ? "Sửa rồi nhập lại: %s\n" : "Mend and import again: %s\n", report->rejected_path);
    }
    if (report->ignored[0]) {
        printf(vi ? "Cột bỏ qua: %s\n" : "Columns ignored: %s\n", report->ignored);
    }
    if (options->complete && !report->complete) {
        puts(
            vi ? "Có dòng bị từ chối: sổ chưa được coi là đầy đủ, chưa kết luận \"không tìm thấy\"."
               : "Rows were rejected: the register does not count as complete and never says \"not found\".");
    }
}

/* A day that has not come is a slip or the fault of this machine's clock, and only the reader knows which. */
static void warn_of_future(const char *day, enum language language)
{
    date_text today, shown, shown_today;
    date_of_time((long long)time(NULL), today);
    if (strcmp(day, today) <= 0) {
        return;
    }
    date_show(day, shown);
    date_show(today, shown_today);
    fprintf(
        stderr,
        language == LANGUAGE_VI
            ? "tiepdon import: --as-of %s sau ngày của máy (%s): kiểm tra ngày của dữ liệu và đồng hồ máy.\n"
            : "tiepdon import: --as-of %s is later than this machine's day (%s): check both.\n",
        shown, shown_today);
}

static int usage(bool day, enum language language)
{
    static const char *const as_of[LANGUAGE_COUNT] = {
        "--as-of phải là ngày của dữ liệu (yyyy-mm-dd hay dd/mm/yyyy).",
        "--as-of must be the day of the data (yyyy-mm-dd or dd/mm/yyyy).",
    };
    if (day) {
        fprintf(stderr, "tiepdon import: %s\n", as_of[language]);
    }
    return usage_refuse("import");
}

struct arguments {
    const char *what, *file, *data, *as_of;
    enum encoding encoding;
    bool complete;
};

static bool read_arguments(int argc, char **argv, struct arguments *ret)
{
    static const struct option options[] = {
        {"as-of", required_argument, NULL, 'a'},
        {"complete", no_argument, NULL, 'c'},
        {"data", required_argument, NULL, 'd'},
        {"encoding", required_argument, NULL, 'e'},
        {0},
    };
    int option;
    opterr = 0;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (option) {
        case 'a': ret->as_of = optarg; break;
        case 'c': ret->complete = true; break;
        case 'd': ret->data = optarg; break;
        case 'e': ret->encoding = encoding_named(optarg); break;
        default: return false;
        }
    }
    if (argc - optind != 2 || ret->encoding == ENCODING_COUNT) {
        return false;
    }
    ret->what = argv[optind];
    ret->file = argv[optind + 1];
    return true;
}

static int import(const struct import_options *options,
                  enum fault (*run)(const struct import_options *, struct import_report *))
{
    struct import_report report;
    enum fault fault = run(options, &report);
    if (isatty(STDERR_FILENO)) {
        fputs("\r\x1b[K", stderr);
    }
    if (fault != FAULT_NONE) {
        return refuse(fault, &report, options->language);
    }
    summarise(options, &report);
    return fflush(stdout) != 0 ? EXIT_STORE : report.rejected > 0 ? EXIT_REJECTED : EXIT_SUCCESS;
}

int command_import(int argc, char **argv)
{
    struct arguments arguments = {0};
    struct watch watch;
    char dir[PATH_SIZE];
    date_text as_of = "";
    if (argc > 1 && strcmp(argv[1], "units") == 0) {
        return command_import_units(argc, argv);
    }
    if (!read_arguments(argc, argv, &arguments)) {
        return usage(false, LANGUAGE_VI);
    }
    enum fault fault = place_data(arguments.data, dir);
    fault = fault == FAULT_NONE ? place_make(dir) : fault;
    if (fault != FAULT_NONE) {
        return refuse(fault, &(struct import_report){0}, LANGUAGE_VI);
    }
    struct import_options options = {
        .dir = dir,
        .file = arguments.file,
        .encoding = arguments.encoding,
        .as_of = as_of,
        .complete = arguments.complete,
        .language = configured_language(dir),
        .room = say_room,
        .progress = progress,
        .context = &watch,
    };
    bool members = strcmp(arguments.what, "members") == 0;
    if (!members && (strcmp(arguments.what, "facilities") != 0 || arguments.as_of || arguments.complete)) {
        return usage(false, options.language);
    }
    if (members &&
        (!arguments.as_of || date_read(arguments.as_of, as_of) != FAULT_NONE || !date_full(as_of))) {
        return usage(true, options.language);
    }
    if (members) {
        warn_of_future(as_of, options.language);
    }
    /* What SQLite sorts on disk is patients' data: it stays in the data directory. */
    setenv("SQLITE_TMPDIR", dir, 1);
    begin_watch(&watch, options.language);
    return import(&options, members ? import_members : import_facilities);
}
