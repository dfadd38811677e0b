/* main: picks the subcommand; without one it opens the counter. */
#include "adapter/camera_feed.h"
#include "adapter/checkin_child.h"
#include "adapter/printer.h"
#include "command/command.h"
#include "command/usage.h"
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
} COMMANDS[] = {
    {"backup", command_backup},
    {"audit", command_audit},
    {"check", command_check},
    {"checks", command_checks},
    {"clerk", command_clerk},
    {"devices", command_devices},
    {"doctor", command_doctor},
    {"export", command_export},
    {"import", command_import},
    {"lookup", command_lookup},
    {"print", command_print},
    {"read", command_read},
    {"relay", command_relay},
    {"restore", command_restore},
    {CAMERA_FEED, command_camera_feed},
    {CHECKIN_PASS, command_checkin_pass},
    {PRINTER_PASS, command_printer_pass},
};

static const char HELP_HEAD[] = "tiepdon - quầy tiếp đón BHYT (health-insurance intake counter)\n"
                                "\n";
static const char HELP_END[] =
    "  tiepdon --version | --help | COMMAND --help\n"
    "\n"
    "The data directory is --data, else $TIEPDON_DATA, else /var/lib/tiepdon, else ~/.local/share/tiepdon.\n"
    "More: man tiepdon\n";

/* Memory holds patients' data: it must not land in a core file, nor be read by
 * another process of the same user. */
static void forbid_core_dumps(void)
{
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__ /* the leak checker attaches to its own process */
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

static int help(void)
{
    fputs(HELP_HEAD, stdout);
    usage_print_all(stdout);
    fputs(HELP_END, stdout);
    return 0;
}

static int run_command(int (*run)(int argc, char **argv), int argc, char **argv)
{
    bool helped = usage_asked(argc, argv) && usage_print(stdout, argv[0]);
    return helped ? 0 : run(argc, argv);
}

int main(int argc, char **argv)
{
    /* ncurses needs a UTF-8 locale; C.UTF-8 is always there on Debian. */
    if (!setlocale(LC_CTYPE, "") || strcmp(setlocale(LC_CTYPE, NULL), "C") == 0) {
        setlocale(LC_CTYPE, "C.UTF-8");
    }
    forbid_core_dumps();
    if (argc > 1 && strcmp(argv[1], "--version") == 0) {
        puts("tiepdon " VERSION);
        return 0;
    }
    if (argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)) {
        return help();
    }
    for (size_t i = 0; argc > 1 && i < sizeof COMMANDS / sizeof COMMANDS[0]; i++) {
        if (strcmp(argv[1], COMMANDS[i].name) == 0) {
            return run_command(COMMANDS[i].run, argc - 1, argv + 1);
        }
    }
    if (argc > 1 && argv[1][0] != '-') {
        fprintf(stderr, "tiepdon: no command \"%s\": see tiepdon --help\n", argv[1]);
        return EXIT_USAGE;
    }
    return command_counter(argc, argv);
}
