/* tiepdon relay [--data DIR] [--bind LINE]... [--] COMMAND [ARGUMENT...]: a thin client's end. Runs the
 * command (ssh to the host where the counter runs) in a terminal of its own and hands each scan of this
 * machine's scanner through it as one bracketed paste. Exit status: the command's, 128 + n after signal n,
 * 126 and 127 as a shell when it cannot be run; 64 usage; 78 the configuration. */
#include "adapter/place.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/scanners.h"
#include "command/session.h"
#include "command/usage.h"
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_DENIED = 126, EXIT_MISSING = 127 };

/* Of --bind: every line of the configuration keeps its place beside them. */
enum { BINDS = (int)SCANNER_BINDS - (int)CONFIG_BINDS };

struct options {
    const char *data;
    const char *binds[BINDS];
    int bind_count;
    char **command;
};

static void complain(enum language language, const char *what, enum fault fault)
{
    fprintf(stderr, "tiepdon relay: %s%s%s\n", what, what[0] ? ": " : "", fault_text(fault, language));
}

static void complain_of_scanner(enum language language, const struct scanner_event *event)
{
    char sentence[FAULT_SENTENCE_SIZE];
    fault_sentence(event->fault, event->culprit, language, sentence);
    fprintf(stderr, "tiepdon relay: %s: %s\n", event->name, sentence);
}

/* "+": what stands behind the command's name is the command's. */
static bool read_options(int argc, char **argv, struct options *ret)
{
    static const struct option options[] = {
        {"data", required_argument, NULL, 'd'}, {"bind", required_argument, NULL, 'b'}, {0}};
    opterr = 0;
    optind = 1;
    for (int option = 0; (option = getopt_long(argc, argv, "+", options, NULL)) != -1;) {
        if (option == 'd') {
            ret->data = optarg;
        } else if (option == 'b' && ret->bind_count < BINDS) {
            ret->binds[ret->bind_count++] = optarg;
        } else {
            return false;
        }
    }
    ret->command = argv + optind;
    return optind < argc;
}

/* A thin client need not have a data directory; one that it has must be understood. */
static int load(const struct options *options, struct config *config, struct scanners *scanners)
{
    char dir[PATH_SIZE];
    bool nowhere = place_data(options->data, dir) == FAULT_PLACE_NONE;
    int status = nowhere ? 0 : configure("tiepdon relay", options->data, dir, config);
    enum fault fault = status ? FAULT_NONE : scanners_find(nowhere ? NULL : dir, config, scanners);
    if (fault) {
        complain(config->hospital.language, "", fault);
    }
    return status || fault ? EXIT_CONFIG : 0;
}

/* What hinders, while the terminal is still ours to write on. */
static void report(struct scanner *scanner, enum fault opened, enum language language)
{
    struct scanner_event event;
    bool said = opened != FAULT_NONE;
    if (opened) {
        complain(language, "", opened);
    }
    while (scanner && scanner_next(scanner, &event)) {
        if (event.what == SCANNER_FAULT) {
            complain_of_scanner(language, &event);
            said = true;
        }
        explicit_bzero(&event, sizeof event);
    }
    int ready;
    if (scanner_state(scanner, &ready) != SCANNER_READY && !said) {
        complain(language, "", FAULT_SCANNER_MISSING);
    }
}

static void take_scanner(struct session *session, struct scanner *scanner)
{
    struct scanner_event event;
    while (scanner && session_ready(session) && scanner_next(scanner, &event)) {
        if (event.what == SCANNER_SCAN) {
            session_scan(session, &event.scan);
        } else if (event.what == SCANNER_FAULT) {
            session_fault(session, event.fault);
        }
        explicit_bzero(&event, sizeof event);
    }
}

static int serve(struct session *session, struct scanner *scanner)
{
    int status;
    while (!session_over(session, &status)) {
        bool ready = scanner && session_ready(session);
        session_step(session, ready ? scanner_fd(scanner) : -1, ready ? scanner_timeout(scanner) : -1);
        take_scanner(session, scanner);
    }
    return status;
}

static int status_of(enum fault fault)
{
    return fault == FAULT_COMMAND_MISSING  ? EXIT_MISSING
           : fault == FAULT_COMMAND_DENIED ? EXIT_DENIED
           : fault == FAULT_TERMINAL_NONE  ? EXIT_USAGE
                                           : EXIT_STORE;
}

static int run(struct session *session, char **command, const struct scanners *scanners,
               enum language language)
{
    struct scanner *scanner = NULL;
    session_open(session);
    enum fault opened = scanner_open(&scanners->options, &scanner);
    report(scanner, opened, language);
    enum fault fault = session_run(session, command);
    int status = fault ? status_of(fault) : serve(session, scanner);
    scanner_close(scanner);
    session_close(session);
    if (fault) {
        complain(language, fault == FAULT_TERMINAL_NONE ? "" : command[0], fault);
    }
    return status;
}

int command_relay(int argc, char **argv)
{
    static struct session session;
    static struct config config;
    struct options options = {0};
    struct scanners scanners;
    if (!read_options(argc, argv, &options)) {
        return usage_refuse("relay");
    }
    int status = load(&options, &config, &scanners);
    if (status != 0) {
        return status;
    }
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        complain(config.hospital.language, "", FAULT_TERMINAL_NONE);
        return EXIT_USAGE;
    }
    for (int i = 0; i < options.bind_count; i++) {
        scanners_bind(&scanners, options.binds[i]);
    }
    return run(&session, options.command, &scanners, config.hospital.language);
}
