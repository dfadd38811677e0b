/* tiepdon checks [--data DIR]
 *
 * Every finding by name, one a line, parted by tabs: code, listed severity, severity in force at this data
 * directory (or off), then what is so and what to do about it, in Vietnamese and in English; on a terminal
 * aligned for the eyes, in the language of the configuration alone. Exit status: 0; 64 usage; 74 the data
 * directory cannot be read; 78 a line of tiepdon.ini is refused. */
#include "command/command.h"
#include "command/configure.h"
#include "command/usage.h"
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool read_options(int argc, char **argv, const char **ret_data)
{
    static const struct option LONG[] = {{"data", required_argument, NULL, 'd'}, {NULL, 0, NULL, 0}};
    *ret_data = NULL;
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, "", LONG, NULL)) != -1;) {
        if (option != 'd') {
            return false;
        }
        *ret_data = optarg;
    }
    return optind == argc;
}

static const char *in_force(const struct checks *checks, enum finding finding)
{
    return checks_off(checks, finding) ? "off" : severity_code(checks_severity(checks, finding));
}

static void print_row(const struct checks *checks, enum finding finding)
{
    printf("%s\t%s\t%s", finding_code(finding), severity_code(finding_severity(finding)),
           in_force(checks, finding));
    for (enum language language = LANGUAGE_VI; language < LANGUAGE_COUNT; language++) {
        printf("\t%s\t%s", finding_what(finding, language), finding_act(finding, language));
    }
    putchar('\n');
}

/* "expires_soon              note > warn  Thẻ còn giá trị đến …: nhắc người bệnh gia hạn" */
static void print_for_eyes(const struct checks *checks, enum finding finding, enum language language)
{
    const char *listed = severity_code(finding_severity(finding)), *now = in_force(checks, finding);
    char severity[32];
    snprintf(severity, sizeof severity, "%s%s%s", listed, strcmp(listed, now) ? " > " : "",
             strcmp(listed, now) ? now : "");
    printf("%-25s %-11s  %s: %s\n", finding_code(finding), severity, finding_what(finding, language),
           finding_act(finding, language));
}

int command_checks(int argc, char **argv)
{
    const char *data;
    char dir[PATH_SIZE];
    struct config config;
    if (!read_options(argc, argv, &data)) {
        return usage_refuse("checks");
    }
    int status = configure("tiepdon checks", data, dir, &config);
    if (status != 0) {
        return status;
    }
    bool eyes = isatty(STDOUT_FILENO);
    for (enum finding finding = 0; finding < FINDING_COUNT; finding++) {
        if (eyes) {
            print_for_eyes(&config.hospital.checks, finding, config.hospital.language);
        } else {
            print_row(&config.hospital.checks, finding);
        }
    }
    return fflush(stdout) == 0 ? 0 : EXIT_STORE;
}
