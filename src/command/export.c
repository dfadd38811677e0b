/* tiepdon export journal|intakes|difficulties|cccd|day|statistics [--from DAY] [--to DAY] [--day DAY]
 *                [--csv|--json|--xlsx FILE] [--data DIR]
 *
 * Days are days in Vietnam, both included; without --from and --to today, with one of them that day alone; --day is both.
 * statistics take STATISTICS_DAYS days at most. The forms are those of adapter/sheet.h; CSV and JSON go to standard output,
 * XLSX to FILE, which takes its place when it is whole. An intake's corrections are in JSON an array of objects, else "field
 * kind before > after (source)" with "; " between. Who exported which days is journalled first, statistics apart: they name
 * nobody.
 *
 * Exit status: 0; 64 usage; 74 there is no journal, it cannot be read or written, or the output cannot be written. */
#include "adapter/config.h"
#include "adapter/place.h"
#include "command/command.h"
#include "command/export_rows.h"
#include "command/person.h"
#include "command/usage.h"
#include "core/kept.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Behind the kinds of rows: they have no cursor. */
enum { STATISTICS = EXPORT_KINDS };

struct arguments {
    int kind; /* enum export_kind, or STATISTICS */
    struct export_of of;
    enum sheet_kind format;
    const char *file, *data;
};

static const char *const NAMES[STATISTICS + 1] = {
    [EXPORT_JOURNAL] = "journal", [EXPORT_INTAKES] = "intakes", [EXPORT_DIFFICULTIES] = "difficulties",
    [EXPORT_CCCD] = "cccd",       [EXPORT_DAY] = "day",         [STATISTICS] = "statistics"};

/* Statistics name nobody. */
static enum fault look(const char *dir, const struct config *config, const struct arguments *arguments)
{
    char what[64];
    snprintf(what, sizeof what, "%s %s..%s", NAMES[arguments->kind], arguments->of.from, arguments->of.to);
    return arguments->kind == STATISTICS ? FAULT_NONE : person_look(dir, config, PURPOSE_EXPORT, what, "");
}

static enum fault run(const char *dir, const struct arguments *arguments)
{
    struct sheet *sheet = NULL;
    enum fault fault = sheet_open(arguments->format, arguments->file, &sheet);
    if (!fault) {
        fault = arguments->kind == STATISTICS ? export_statistics(dir, &arguments->of, sheet)
                                              : export_rows(dir, (enum export_kind)arguments->kind,
                                                            &arguments->of, arguments->format, sheet);
    }
    if (fault) {
        sheet_drop(sheet);
        return fault;
    }
    return sheet_finish(sheet);
}

static bool read_day(const char *in, date_text ret)
{
    return date_read(in, ret) == FAULT_NONE && date_full(ret);
}

static bool read_option(int option, struct arguments *ret)
{
    switch (option) {
    case 'f': return read_day(optarg, ret->of.from);
    case 't': return read_day(optarg, ret->of.to);
    case 'o': return read_day(optarg, ret->of.from) && read_day(optarg, ret->of.to);
    case 'c': ret->format = SHEET_CSV; return true;
    case 'j': ret->format = SHEET_JSON; return true;
    case 'x':
        ret->format = SHEET_XLSX;
        ret->file = optarg;
        return optarg[0] != '\0';
    case 'd': ret->data = optarg; return true;
    default: return false;
    }
}

static bool read_kind(const char *name, int *ret)
{
    for (int i = 0; i <= STATISTICS; i++) {
        if (strcmp(name, NAMES[i]) == 0) {
            *ret = i;
            return true;
        }
    }
    return false;
}

static bool read_arguments(int argc, char **argv, struct arguments *ret)
{
    static const struct option options[] = {
        {"from", required_argument, NULL, 'f'}, {"to", required_argument, NULL, 't'},
        {"day", required_argument, NULL, 'o'},  {"csv", no_argument, NULL, 'c'},
        {"json", no_argument, NULL, 'j'},       {"xlsx", required_argument, NULL, 'x'},
        {"data", required_argument, NULL, 'd'}, {0},
    };
    int option;
    bool well = true;
    opterr = 0;
    while (well && (option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        well = read_option(option, ret);
    }
    bool ordered = !ret->of.from[0] || !ret->of.to[0] || strcmp(ret->of.from, ret->of.to) <= 0;
    if (ret->format != SHEET_XLSX) {
        ret->file = NULL;
    }
    return well && ordered && argc - optind == 1 && read_kind(argv[optind], &ret->kind);
}

/* A demonstration stands still on its own day. */
static void settle_days(const struct config *config, struct arguments *arguments)
{
    date_text today;
    date_of_time((long long)time(NULL), today);
    if (config->demo_day[0]) {
        strcpy(today, config->demo_day);
    }
    if (!arguments->of.from[0]) {
        strcpy(arguments->of.from, arguments->of.to[0] ? arguments->of.to : today);
    }
    if (!arguments->of.to[0]) {
        strcpy(arguments->of.to, arguments->of.from);
    }
}

static bool is_too_long(const struct arguments *arguments)
{
    return arguments->kind == STATISTICS &&
           date_days(arguments->of.to) - date_days(arguments->of.from) >= STATISTICS_DAYS;
}

int command_export(int argc, char **argv)
{
    struct arguments arguments = {.kind = EXPORT_JOURNAL};
    struct config config = {.demo_day = ""};
    char dir[PATH_SIZE];
    int line;
    if (argc > 1 && strcmp(argv[1], "checkin") == 0) {
        return command_export_checkin(argc, argv);
    }
    if (!read_arguments(argc, argv, &arguments)) {
        return usage_refuse("export");
    }
    enum fault fault = place_data(arguments.data, dir);
    if (fault == FAULT_NONE && config_load(dir, &config, &line) != FAULT_NONE) {
        config =
            (struct config){.demo_day = ""}; /* a bad configuration is for the counter to complain about */
    }
    settle_days(&config, &arguments);
    if (is_too_long(&arguments)) {
        return usage_refuse("export");
    }
    strcpy(arguments.of.facility, config.hospital.facility);
    fault = fault ? fault : look(dir, &config, &arguments);
    fault = fault ? fault : run(dir, &arguments);
    if (fault != FAULT_NONE) {
        fprintf(stderr, "tiepdon export: %s\n", fault_text(fault, config.hospital.language));
        return EXIT_STORE;
    }
    return EXIT_SUCCESS;
}
