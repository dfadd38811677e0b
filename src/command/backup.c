/* tiepdon backup TO [--data DIR]: copies the data directory into TO/tiepdon-DAY-TIME while counters run, and proves the copy.
 * Prints what it does and the copy's path. Exit status: 0; 64 usage; 73 it cannot be written there; 74 the data cannot be
 * read or is damaged. */
#include "adapter/backup.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/copying.h"
#include "command/usage.h"
#include <getopt.h>
#include <stdio.h>
#include <time.h>

static const char *const DONE[] = {
    "Đã sao lưu và kiểm tra %d tệp, %.1f MB; nhật ký %ld dòng nối nhau đúng.\n"
    "Mật khẩu cổng (password_file) không nằm trong bản sao lưu: cất riêng.\n",
    "%d files, %.1f MB copied and proved; the journal's %ld entries are one chain.\n"
    "The portal's password (password_file) is not in the copy: keep it elsewhere.\n"};

static bool read_options(int argc, char **argv, const char **ret_data, const char **ret_to)
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
    *ret_to = argv[optind];
    return optind + 1 == argc;
}

int command_backup(int argc, char **argv)
{
    const char *data, *to;
    char dir[PATH_SIZE];
    struct backup_report report;
    if (!read_options(argc, argv, &data, &to)) {
        return usage_refuse("backup");
    }
    enum fault fault = place_data(data, dir);
    if (fault) {
        return copying_refuse("tiepdon backup", fault, "", LANGUAGE_VI);
    }
    enum language language = configured_language(dir);
    struct copying copying = {.language = language};
    fault = backup_make(dir, to, (long long)time(NULL), copying_watch(&copying), &report);
    copying_end(&copying);
    if (fault) {
        return copying_refuse("tiepdon backup", fault, report.culprit, language);
    }
    printf("%s\n", report.path);
    fprintf(stderr, DONE[language], report.files, (double)report.bytes / 1e6, report.entries);
    return fflush(stdout) == 0 ? 0 : EXIT_STORE;
}
