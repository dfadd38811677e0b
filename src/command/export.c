/* tiepdon export journal|intakes [--from DAY] [--to DAY] [--csv|--json] [--data DIR]
 *
 * Days are days in Vietnam, both included; without --from and --to today, with one of them that day alone.
 * CSV has a header line, commas, and CRLF ends (RFC 4180); a value that a spreadsheet would take for a
 * formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe before it. JSON is exact:
 * one object a line, null for nothing; an intake's corrections are an array of objects, in CSV "field kind
 * before > after (source)" with "; " between.
 *
 * Exit status: 0; 64 usage; 74 there is no journal, it cannot be read, or the output cannot be written. */
#include "adapter/export.h"
#include "adapter/config.h"
#include "adapter/csv.h"
#include "adapter/place.h"
#include "command/command.h"
#include "command/usage.h"
#include "core/json.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A control character becomes six bytes; beside the row's values stand the corrections. */
enum { LINE_SIZE = 6 * (EXPORT_WIDTH * EXPORT_TEXT_SIZE + FIELD_COUNT * 2 * ADDRESS_SIZE) + 65536 };

struct arguments {
    enum export_kind kind;
    struct export_of of;
    bool json;
    const char *data;
};

static void put_corrections(const struct export_row *row)
{
    char text[EXPORT_TEXT_SIZE * 8] = "";
    size_t len = 0;
    for (int i = 0; i < row->correction_count; i++) {
        const struct export_correction *c = &row->corrections[i];
        len += (size_t)snprintf(text + len, sizeof text - len, "%s%s %s %s > %s (%s)", i ? "; " : "",
                                c->field, c->kind, c->before, c->after, c->source);
    }
    csv_write(stdout, text, len, ',');
}

static void put_csv_header(const struct export *export, bool corrections)
{
    for (int i = 0; i < export_width(export); i++) {
        printf("%s%s", i ? "," : "", export_name(export, i));
    }
    fputs(corrections ? ",corrections\r\n" : "\r\n", stdout);
}

static void put_csv_row(const struct export *export, const struct export_row *row, bool corrections)
{
    for (int i = 0; i < export_width(export); i++) {
        if (i) {
            putchar(',');
        }
        csv_write_guarded(stdout, row->values[i], ',');
    }
    if (corrections) {
        putchar(',');
        put_corrections(row);
    }
    fputs("\r\n", stdout);
}

static void put_json_corrections(struct json *json, const struct export_row *row)
{
    json_key(json, "corrections");
    json_array_begin(json);
    for (int i = 0; i < row->correction_count; i++) {
        const struct export_correction *c = &row->corrections[i];
        json_object_begin(json);
        json_pair(json, "field", c->field);
        json_pair(json, "kind", c->kind);
        json_pair(json, "before", c->before);
        json_pair(json, "after", c->after);
        json_pair(json, "source", c->source);
        json_pair(json, "reason", c->reason);
        json_object_end(json);
    }
    json_array_end(json);
}

static enum fault put_json_row(const struct export *export, const struct export_row *row, bool corrections,
                               char *line)
{
    struct json json;
    json_begin(&json, line, LINE_SIZE);
    json_object_begin(&json);
    for (int i = 0; i < export_width(export); i++) {
        json_pair(&json, export_name(export, i), row->values[i]);
    }
    if (corrections) {
        put_json_corrections(&json, row);
    }
    json_object_end(&json);
    enum fault fault = json_end(&json);
    if (fault == FAULT_NONE) {
        puts(line);
    }
    return fault;
}

static enum fault put_rows(struct export *export, const struct arguments *arguments, char *line)
{
    bool corrections = arguments->kind == EXPORT_INTAKES;
    const struct export_row *row;
    enum fault fault;
    if (!arguments->json) {
        put_csv_header(export, corrections);
    }
    while ((fault = export_next(export, &row)) == FAULT_NONE && row && !ferror(stdout)) {
        if (!arguments->json) {
            put_csv_row(export, row, corrections);
        } else if ((fault = put_json_row(export, row, corrections, line)) != FAULT_NONE) {
            break;
        }
    }
    return fault;
}

static enum fault run(const char *dir, const struct arguments *arguments)
{
    struct export *export = NULL;
    char *line = malloc(LINE_SIZE);
    enum fault fault = line ? export_open(dir, arguments->kind, &arguments->of, &export) : FAULT_STORE_MEMORY;
    if (fault == FAULT_NONE) {
        fault = put_rows(export, arguments, line);
    }
    export_close(export);
    free(line);
    return fault;
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
    case 'c': ret->json = false; return true;
    case 'j': ret->json = true; return true;
    case 'd': ret->data = optarg; return true;
    default: return false;
    }
}

static bool read_arguments(int argc, char **argv, struct arguments *ret)
{
    static const struct option options[] = {
        {"from", required_argument, NULL, 'f'}, {"to", required_argument, NULL, 't'},
        {"csv", no_argument, NULL, 'c'},        {"json", no_argument, NULL, 'j'},
        {"data", required_argument, NULL, 'd'}, {0},
    };
    int option;
    bool well = true;
    opterr = 0;
    while (well && (option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        well = read_option(option, ret);
    }
    if (!well || argc - optind != 1) {
        return false;
    }
    bool ordered = !ret->of.from[0] || !ret->of.to[0] || strcmp(ret->of.from, ret->of.to) <= 0;
    ret->kind = strcmp(argv[optind], "journal") == 0 ? EXPORT_JOURNAL : EXPORT_INTAKES;
    return ordered && (ret->kind == EXPORT_JOURNAL || strcmp(argv[optind], "intakes") == 0);
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
    strcpy(arguments.of.facility, config.hospital.facility);
    fault = fault == FAULT_NONE ? run(dir, &arguments) : fault;
    if (fault != FAULT_NONE) {
        fprintf(stderr, "tiepdon export: %s\n", fault_text(fault, config.hospital.language));
        return EXIT_STORE;
    }
    return fflush(stdout) != 0 || ferror(stdout) ? EXIT_STORE : EXIT_SUCCESS;
}
