/* tiepdon check [--data DIR] [--facility CODE] [--today DAY] [--json] PAYLOAD|-
 *
 * Judges one scan, or with `-` one a line of standard input, against the register, and writes nothing into
 * the data directory. Exit status: 0 match, 1 mismatch, 2 every other judgement, 3 unreadable, of several
 * lines the highest; 64 usage; 74 the register is missing or the data directory cannot be read (then nothing
 * is printed); 78 a line of tiepdon.ini is refused. */
#include "adapter/config.h"
#include "adapter/place.h"
#include "adapter/scheme_file.h"
#include "adapter/store.h"
#include "adapter/units.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/lines.h"
#include "command/usage.h"
#include "core/heir.h"
#include "core/report.h"
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { EXIT_MATCH, EXIT_MISMATCH, EXIT_OTHER, EXIT_UNREADABLE };

struct options {
    const char *data, *facility, *today, *payload;
    bool json;
};

struct check {
    struct config config;
    struct store *store;
    struct units_file *units;
    struct scheme scheme;
    date_text today;
    bool json;
    int status; /* the highest so far */
    struct card card;
    struct answer answer;
    struct judgement judgement;
    char report[REPORT_SIZE];
};

static bool read_options(int argc, char **argv, struct options *ret)
{
    static const struct option LONG[] = {{"data", required_argument, NULL, 'd'},
                                         {"facility", required_argument, NULL, 'f'},
                                         {"today", required_argument, NULL, 't'},
                                         {"json", no_argument, NULL, 'j'},
                                         {NULL, 0, NULL, 0}};
    *ret = (struct options){.json = false};
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, "", LONG, NULL)) != -1;) {
        switch (option) {
        case 'd': ret->data = optarg; break;
        case 'f': ret->facility = optarg; break;
        case 't': ret->today = optarg; break;
        case 'j': ret->json = true; break;
        default: return false;
        }
    }
    ret->payload = optind + 1 == argc ? argv[optind] : NULL;
    return ret->payload != NULL;
}

/* The day asked for, else the fixed day of a demonstration, else today in Vietnam. */
static enum fault set_today(struct check *check, const char *asked)
{
    if (asked) {
        enum fault fault = date_read(asked, check->today);
        return fault == FAULT_NONE && !date_full(check->today) ? FAULT_DATE_PARTIAL : fault;
    }
    if (*check->config.demo_day) {
        memcpy(check->today, check->config.demo_day, sizeof check->today);
    } else {
        date_of_time(time(NULL), check->today);
    }
    return FAULT_NONE;
}

static int complain(const struct check *check, enum fault fault, int status)
{
    fprintf(stderr, "tiepdon check: %s\n", fault_text(fault, check->config.hospital.language));
    return status;
}

static int configure_check(struct check *check, const struct options *options, const char *dir)
{
    int status = configure_in("tiepdon check", dir, &check->config);
    if (status != 0) {
        return status;
    }
    struct hospital *hospital = &check->config.hospital;
    if (options->facility && number_facility(options->facility, hospital->facility) != FAULT_NONE) {
        return complain(check, FAULT_VALUE_INVALID, EXIT_USAGE);
    }
    enum fault fault = set_today(check, options->today);
    if (fault != FAULT_NONE) {
        return complain(check, fault, EXIT_USAGE);
    }
    check->json = options->json;
    return 0;
}

static enum fault open_register(struct check *check, const char *dir)
{
    date_text as_of, complete;
    enum fault fault = store_open(dir, STORE_READ, &check->store);
    if (fault == FAULT_NONE) {
        store_heirs(check->store, check->today, &check->config.hospital);
        fault = store_register_state(check->store, as_of, complete);
    }
    return fault;
}

/* Without a table the judgement goes on, by the texts of the addresses. */
static void open_units(struct check *check, const char *dir)
{
    enum fault own;
    int line;
    enum fault fault = units_open(dir, &check->units, &own, &line);
    if (own != FAULT_NONE) {
        fprintf(stderr, "tiepdon check: units.map:%d: %s\n", line,
                fault_text(own, check->config.hospital.language));
    }
    if (fault != FAULT_NONE) {
        complain(check, fault, 0);
    }
    check->config.hospital.units = units_table(check->units);
}

/* Without a table the judgement goes on, and does not know what a card pays. */
static void open_scheme(struct check *check, const char *dir)
{
    char name[SCHEME_NAME_SIZE], sentence[FAULT_SENTENCE_SIZE];
    enum fault fault = scheme_load(dir, &check->scheme, name);
    if (fault == FAULT_NONE) {
        check->config.hospital.scheme = &check->scheme;
        return;
    }
    fault_sentence(fault, name, check->config.hospital.language, sentence);
    fprintf(stderr, "tiepdon check: %s\n", sentence);
}

static int exit_status(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_MATCH: return EXIT_MATCH;
    case VERDICT_MISMATCH: return EXIT_MISMATCH;
    case VERDICT_UNREADABLE: return EXIT_UNREADABLE;
    default: return EXIT_OTHER;
    }
}

static enum fault judge(struct check *check, const char *bytes, size_t len)
{
    enum fault unreadable = card_read(bytes, len, ORIGIN_PICTURE, &check->card);
    check->answer.member_count = 0;
    if (unreadable != FAULT_NONE) {
        assess_unreadable(unreadable, &check->config.hospital, &check->judgement);
        return FAULT_NONE;
    }
    enum fault fault = store_answer(check->store, &check->card, check->today, &check->answer);
    if (fault == FAULT_NONE) {
        assess(&check->card, &check->answer, &check->config.hospital, check->today, &check->judgement);
    }
    return fault;
}

static enum fault report(struct check *check)
{
    const struct hospital *hospital = &check->config.hospital;
    if (check->json) {
        return report_json(&check->card, &check->answer, &check->judgement, hospital, check->report);
    }
    char names[2][PLACE_SIZE];
    const char *codes[] = {check->card.facts.facility, check->judgement.system.facility};
    for (int i = 0; i < 2; i++) {
        store_facility_name(check->store, heir_of(hospital, codes[i]), names[i], sizeof names[i]);
    }
    return report_text(&check->card, &check->answer, &check->judgement, hospital,
                       (const char *const[]){names[0], names[1]}, check->report);
}

static enum fault judge_line(struct check *check, const char *bytes, size_t len)
{
    enum fault fault = judge(check, bytes, len);
    fault = fault ? fault : report(check);
    if (fault == FAULT_NONE) {
        fputs(check->report, stdout);
        fputs(check->json ? "\n" : "", stdout);
        int status = exit_status(check->judgement.verdict);
        check->status = status > check->status ? status : check->status;
    }
    return fault;
}

/* Who reads our output line by line must not wait for what stands in our buffer. */
static void flush_output(void)
{
    fflush(stdout);
}

static enum fault judge_input(struct check *check)
{
    struct lines lines;
    enum fault fault = FAULT_NONE;
    lines_begin(&lines, STDIN_FILENO);
    while (fault == FAULT_NONE && lines_next(&lines, flush_output)) {
        if (lines.len > 0) {
            fault = judge_line(check, lines.line, lines.len);
        }
    }
    if (lines.failed) {
        fault = FAULT_SETTINGS_UNREADABLE;
    }
    explicit_bzero(&lines, sizeof lines);
    return fault;
}

static int run(struct check *check, const struct options *options)
{
    char dir[PATH_SIZE];
    enum fault fault = place_data(options->data, dir);
    if (fault != FAULT_NONE) {
        return complain(check, fault, EXIT_STORE);
    }
    int status = configure_check(check, options, dir);
    if (status != 0) {
        return status;
    }
    fault = open_register(check, dir);
    if (fault == FAULT_NONE) {
        open_units(check, dir);
        open_scheme(check, dir);
        fault = strcmp(options->payload, "-") == 0
                    ? judge_input(check)
                    : judge_line(check, options->payload, strlen(options->payload));
    }
    if (fflush(stdout) != 0) {
        fputs("tiepdon check: không ghi được kết quả ra: kiểm tra nơi nhận.\n", stderr);
        return EXIT_STORE;
    }
    return fault == FAULT_NONE ? check->status : complain(check, fault, EXIT_STORE);
}

int command_check(int argc, char **argv)
{
    struct check check = {.store = NULL};
    struct options options;
    if (!read_options(argc, argv, &options)) {
        return usage_refuse("check");
    }
    int status = run(&check, &options);
    store_close(check.store);
    units_close(check.units);
    explicit_bzero(&check, sizeof check);
    return status;
}
