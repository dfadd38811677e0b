/* tiepdon restore COPY [--data DIR] [--replace]: makes DIR of a copy that `tiepdon backup` made, after proving it. Exit status:
 * 0; 64 usage; 65 the copy is not whole; 73 DIR cannot be made, holds data or is in use; 74 the data is damaged. */
#include "adapter/backup.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/copying.h"
#include "command/usage.h"
#include <getopt.h>
#include <stdio.h>
#include <time.h>

struct options {
    const char *data, *copy;
    bool replace;
};

static const char *const DONE[] = {
    "Đã phục hồi %d tệp vào %s; nhật ký %ld dòng nối nhau đúng.\n"
    "Chép lại tệp mật khẩu cổng (password_file), chmod 600, rồi chạy tiepdon doctor.\n",
    "%d files restored into %s; the journal's %ld entries are one chain.\n"
    "Put the portal's password (password_file) back, chmod 600, then run tiepdon doctor.\n"};
static const char *const ASIDE[] = {"Dữ liệu cũ được cất ở %s.\n", "The data that was there is in %s.\n"};

static bool read_options(int argc, char **argv, struct options *ret)
{
    static const struct option LONG[] = {
        {"data", required_argument, NULL, 'd'}, {"replace", no_argument, NULL, 'r'}, {NULL, 0, NULL, 0}};
    *ret = (struct options){.data = NULL};
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, "", LONG, NULL)) != -1;) {
        switch (option) {
        case 'd': ret->data = optarg; break;
        case 'r': ret->replace = true; break;
        default: return false;
        }
    }
    ret->copy = argv[optind];
    return optind + 1 == argc;
}

int command_restore(int argc, char **argv)
{
    struct options options;
    char dir[PATH_SIZE], aside[PATH_SIZE];
    struct backup_report report;
    if (!read_options(argc, argv, &options)) {
        return usage_refuse("restore");
    }
    enum fault fault = place_data(options.data, dir);
    if (fault) {
        return copying_refuse("tiepdon restore", fault, "", LANGUAGE_VI);
    }
    enum language language = configured_language(options.copy);
    struct copying copying = {.language = language};
    fault = backup_restore(options.copy, dir, options.replace, (long long)time(NULL), copying_watch(&copying),
                           &report, aside);
    copying_end(&copying);
    if (fault) {
        return copying_refuse("tiepdon restore", fault, report.culprit, language);
    }
    fprintf(stderr, DONE[language], report.files, report.path, report.entries);
    if (aside[0]) {
        fprintf(stderr, ASIDE[language], aside);
    }
    return 0;
}
