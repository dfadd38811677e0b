/* counter: `tiepdon` without a subcommand: opens everything, waits for events, closes everything. */
#include "adapter/config_checkin.h"
#include "adapter/demo.h"
#include "adapter/qr.h"
#include "adapter/seat.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/scanners.h"
#include "command/shell.h"
#include "command/shell_camera.h"
#include "command/shell_checkin.h"
#include "command/shell_portal.h"
#include "command/shell_print.h"
#include "command/shell_sign.h"
#include "command/shell_wish.h"
#include "command/usage.h"
#include "command/wait.h"
#include "core/text.h"
#include <errno.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

struct options {
    const char *data, *counter, *clerk;
};

static int complain(enum fault fault, int status)
{
    fprintf(stderr, "tiepdon: %s\n", fault_text(fault, LANGUAGE_VI));
    return status;
}

static bool read_options(int argc, char **argv, struct options *ret)
{
    static const struct option options[] = {{"data", required_argument, NULL, 'd'},
                                            {"counter", required_argument, NULL, 'c'},
                                            {"clerk", required_argument, NULL, 'k'},
                                            {NULL, 0, NULL, 0}};
    for (int option = 0; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        switch (option) {
        case 'd': ret->data = optarg; break;
        case 'c': ret->counter = optarg; break;
        case 'k': ret->clerk = optarg; break;
        default: return false;
        }
    }
    return optind == argc;
}

static int load(struct shell *shell, const struct options *options)
{
    enum fault fault = place_data(options->data, shell->dir);
    fault = fault ? fault : place_make(shell->dir);
    return fault ? complain(fault, EXIT_STORE) : configure_in("tiepdon", shell->dir, &shell->config);
}

/* What the call says besides the configuration. */
static enum fault take_options(struct shell *shell, const struct options *options)
{
    struct hospital *hospital = &shell->config.hospital;
    enum fault fault = FAULT_NONE;
    if (options->counter) {
        fault = text_clean(hospital->counter, sizeof hospital->counter, options->counter,
                           strlen(options->counter));
    }
    if (!fault && options->clerk) {
        fault = text_clean(hospital->clerk, sizeof hospital->clerk, options->clerk, strlen(options->clerk));
    }
    return fault;
}

/* Without a table nothing is offered and nothing proposed: wrong rates would be worse. The counter goes
 * on. */
static void load_scheme(struct shell *shell)
{
    shell->scheme_fault = scheme_load(shell->dir, &shell->scheme, shell->scheme_name);
    if (!shell->scheme_fault) {
        shell->config.hospital.scheme = &shell->scheme;
    }
}

static bool honours_no_color(void)
{
    const char *value = getenv("NO_COLOR");
    return value && value[0];
}

static enum fault open_scanner(struct shell *shell)
{
    struct scanners scanners;
    enum fault fault = scanners_find(shell->dir, &shell->config, &scanners);
    return fault ? fault : scanner_open(&scanners.options, &shell->scanner);
}

static int open_signals(void)
{
    static const int SIGNALS[] = {SIGWINCH, SIGHUP, SIGINT, SIGTERM};
    signal(SIGPIPE, SIG_IGN);
    signal(SIGCHLD, SIG_IGN); /* see camera_open */
    return wait_signals(SIGNALS, sizeof SIGNALS / sizeof *SIGNALS);
}

static void take_signals(struct shell *shell, int signals)
{
    struct signalfd_siginfo info;
    while (read(signals, &info, sizeof info) == (ssize_t)sizeof info) {
        if (info.ssi_signo == SIGWINCH) {
            terminal_resized(shell->terminal);
        } else {
            shell->leaving = true;
        }
    }
}

/* What lies ready together came together: it has one time, or slow work for its first key would
 * look like a pause within a scan. */
static void take_terminal(struct shell *shell)
{
    struct key key;
    struct scan paste;
    uint64_t now = wait_now();
    for (;;) {
        switch (terminal_read(shell->terminal, &key, &paste)) {
        case TERMINAL_NOTHING: explicit_bzero(&paste, sizeof paste); return;
        case TERMINAL_KEY: shell_key(shell, key, now); break;
        case TERMINAL_PASTE: shell_paste(shell, &paste, now); break;
        case TERMINAL_CLOSED: shell->leaving = true; return;
        }
    }
}

static void wait_for_events(struct shell *shell, int signals)
{
    struct pollfd fds[] = {{signals, POLLIN, 0},
                           {STDIN_FILENO, POLLIN, 0},
                           {shell->scanner ? scanner_fd(shell->scanner) : -1, POLLIN, 0},
                           {shell->camera ? camera_fd(shell->camera) : -1, POLLIN, 0},
                           {checkin_child_fd(&shell->checkin), POLLIN, 0},
                           {shell_portal_fd(shell), POLLIN, 0},
                           {printer_fd(&shell->printer), POLLIN, 0}};
    int ready = poll(fds, sizeof fds / sizeof fds[0], shell_timeout(shell, wait_now()));
    if (ready < 0 && errno != EINTR) {
        shell->leaving = true;
        return;
    }
    if (fds[0].revents) {
        take_signals(shell, signals);
    }
    if (fds[1].revents) {
        take_terminal(shell);
    }
    shell_scanner(shell, wait_now());
    shell_pass(shell, wait_now());
    shell_camera(shell, wait_now());
    shell_checkin(shell, wait_now());
    shell_portal(shell, wait_now());
    shell_printer(shell, wait_now());
}

static void serve(struct shell *shell, int signals)
{
    shell_begin(shell, wait_now());
    while (!shell->leaving) {
        shell_settle(shell, wait_now());
        wait_for_events(shell, signals);
    }
    shell_settle(shell, wait_now());
    shell_sign_off(shell);
}

/* Without a table addresses are compared as text; a table of the hospital's own that is broken gives way to
 * the installed one. Either is said, nothing stops for it. */
static enum fault open_units(struct shell *shell)
{
    enum fault own;
    int line;
    enum fault fault = units_open(shell->dir, &shell->units, &own, &line);
    shell->config.hospital.units = units_table(shell->units);
    return fault ? fault : own;
}

/* Everything that can be refused before the terminal is taken over, so that the sentence stays readable. */
static enum fault prepare(struct shell *shell, const struct options *options, enum fault *ret_no_units)
{
    enum fault fault = take_options(shell, options);
    fault = fault
                ? fault
                : forms_load(shell->dir, shell->config.hospital.language, &shell->forms, shell->forms_wrong);
    fault = fault ? fault : seat_take(shell->dir, shell->config.hospital.counter, &shell->seat);
    fault = fault ? fault : store_open(shell->dir, STORE_COUNTER, &shell->store);
    if (fault) {
        return fault;
    }
    load_scheme(shell);
    shell_checkin_open(shell);
    struct desk *desk = &shell->desk;
    date_text today;
    date_of_time(shell_wall(shell), today);
    store_heirs(shell->store, today, &shell->config.hospital);
    *ret_no_units = open_units(shell);
    desk_init(desk, &shell->config.hospital);
    shell_portal_open(shell);
    const char *guide = shell->config.hospital.guide;
    fault = qr_make(SETUP_TEXT, &desk->code);
    fault = fault || !guide[0] ? fault : qr_make(guide, &desk->guide);
    return fault                       ? fault
           : shell->config.demo_day[0] ? demo_cards(shell->dir, shell->config.hospital.language, desk->cards,
                                                    DESK_CARDS, &desk->card_count)
                                       : FAULT_NONE;
}

static enum fault run(struct shell *shell, const struct options *options)
{
    int signals = open_signals();
    shell->remote = getenv("SSH_CONNECTION") != NULL;
    enum fault no_units = FAULT_NONE, fault = prepare(shell, options, &no_units);
    if (!fault) {
        enum fault no_scanner = open_scanner(shell);
        fault = terminal_open(honours_no_color(), &shell->terminal);
        if (!fault && (no_scanner || no_units)) {
            desk_fault(&shell->desk, no_scanner ? no_scanner : no_units, wait_now());
        }
        enum fault missing = config_checkin_missing(&shell->config);
        if (!fault && (shell->portal_fault || missing)) {
            desk_fault(&shell->desk, shell->portal_fault ? shell->portal_fault : missing, wait_now());
        }
        if (shell->forms_wrong[0]) {
            desk_fault_named(&shell->desk, FAULT_FORM_LINE, shell->forms_wrong, wait_now());
        }
        desk_fault_named(&shell->desk, shell->scheme_fault, shell->scheme_name, wait_now());
    }
    if (!fault) {
        serve(shell, signals);
    }
    terminal_close(shell->terminal);
    scanner_close(shell->scanner);
    camera_close(shell->camera);
    checkin_child_stop(&shell->checkin);
    shell_portal_close(shell);
    printer_stop(&shell->printer);
    store_close(shell->store);
    units_close(shell->units);
    close(shell->seat);
    close(signals);
    return fault;
}

int command_counter(int argc, char **argv)
{
    struct options options = {0};
    if (!read_options(argc, argv, &options)) {
        return usage_refuse("");
    }
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        return complain(FAULT_TERMINAL_NONE, EXIT_USAGE);
    }
    struct shell *shell = calloc(1, sizeof *shell);
    if (!shell) {
        return complain(FAULT_MEMORY, EXIT_STORE);
    }
    shell->seat = -1;
    shell->checkin.aside = shell->printer.aside = (struct aside){-1, -1};
    int status = load(shell, &options);
    enum fault fault = status ? FAULT_NONE : run(shell, &options);
    burst_wipe(&shell->burst);
    explicit_bzero(shell, sizeof *shell);
    free(shell);
    return fault ? complain(fault, EXIT_STORE) : status;
}
