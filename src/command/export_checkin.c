/* tiepdon export checkin [--day DAY] [--format xml|json|csv] [--data DIR]
 * tiepdon export checkin --owed [--data DIR]
 *
 * The check-in records of a day (today when not given) as [checkin] would write its file; in XML those that were cancelled
 * are left out. With --owed what is owed to the hospital's system is written into its directory now. Records that lack
 * something are told by their id on standard error, one thing a line: code and sentence, no value of a patient.
 *
 * Exit status: 0; 1 a record lacks something; 64 usage; 74 there is no journal, it cannot be read, or a file cannot be
 * written; 78 the configuration, or with --owed no [checkin] dir. */
#include "adapter/checkin.h"
#include "adapter/config.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/usage.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_WANTING = 1, PASS = 64 };

struct arguments {
    date_text day;
    enum checkin_format format;
    bool owed;
    const char *data;
};

static bool read_format(const char *word, enum checkin_format *ret)
{
    static const char *const words[CHECKIN_FORMATS] = {"xml", "json", "csv"};
    for (int i = 0; i < CHECKIN_FORMATS; i++) {
        if (strcmp(word, words[i]) == 0) {
            *ret = (enum checkin_format)i;
            return true;
        }
    }
    return false;
}

static bool read_option(int option, struct arguments *ret)
{
    switch (option) {
    case 'y': return date_read(optarg, ret->day) == FAULT_NONE && date_full(ret->day);
    case 'f': return read_format(optarg, &ret->format);
    case 'o': ret->owed = true; return true;
    case 'd': ret->data = optarg; return true;
    default: return false;
    }
}

/* argv[1] is "checkin". */
static bool read_arguments(int argc, char **argv, struct arguments *ret)
{
    static const struct option options[] = {
        {"day", required_argument, NULL, 'y'},
        {"format", required_argument, NULL, 'f'},
        {"data", required_argument, NULL, 'd'},
        {"owed", no_argument, NULL, 'o'},
        {0},
    };
    int option;
    bool well = true;
    opterr = 0;
    while (well && (option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        well = read_option(option, ret);
    }
    return well && argc - optind == 1;
}

struct telling {
    enum language language;
    int count;
};

static void want(void *data, const char *act, const struct checkin_problem *problems, int count)
{
    struct telling *telling = data;
    char code[CHECKIN_CODE_SIZE], text[CHECKIN_SENTENCE_SIZE];
    telling->count++;
    for (int i = 0; i < count; i++) {
        checkin_problem_code(problems[i], code);
        checkin_problem_text(problems[i], telling->language, text);
        fprintf(stderr, "%s\t%s\t%s\n", act, code, text);
    }
}

static enum fault hand_over(struct store *store, const char *dir, const struct checkin_options *options,
                            struct telling *telling)
{
    struct checkin_report report;
    long long cursor = 0;
    do {
        checkin_pass(store, dir, options, PASS, &cursor, &report);
    } while (report.more);
    return report.fault ? report.fault : checkin_tell(store, options, want, telling);
}

static enum fault run(const char *dir, const struct config *config, const struct arguments *arguments,
                      struct telling *telling)
{
    struct store *store = NULL;
    const struct checkin_options *options = &config->checkin;
    enum fault fault = store_open(dir, arguments->owed ? STORE_COUNTER : STORE_READ, &store);
    if (fault != FAULT_NONE) {
        return fault;
    }
    fault = arguments->owed ? hand_over(store, dir, options, telling)
                            : checkin_print(store, dir, arguments->day, arguments->format, options, want,
                                            telling, stdout);
    store_close(store);
    return fault;
}

static int refuse(enum fault fault, enum language language, int status)
{
    fprintf(stderr, "tiepdon export: %s\n", fault_text(fault, language));
    return status;
}

int command_export_checkin(int argc, char **argv)
{
    struct arguments arguments = {.format = CHECKIN_XML};
    struct config config;
    char dir[PATH_SIZE];
    if (!read_arguments(argc, argv, &arguments)) {
        return usage_refuse("export");
    }
    if (configure("tiepdon export", arguments.data, dir, &config) != 0) {
        return EXIT_CONFIG;
    }
    if (arguments.owed && !*config.checkin.dir) {
        return refuse(FAULT_CHECKIN_NOWHERE, config.hospital.language, EXIT_CONFIG);
    }
    if (!arguments.day[0]) {
        date_of_time(config_now(&config), arguments.day);
    }
    struct telling telling = {.language = config.hospital.language};
    enum fault fault = run(dir, &config, &arguments, &telling);
    if (fault != FAULT_NONE || fflush(stdout) != 0 || ferror(stdout)) {
        return refuse(fault ? fault : FAULT_CHECKIN_FAILED, config.hospital.language, EXIT_STORE);
    }
    return telling.count ? EXIT_WANTING : EXIT_SUCCESS;
}
