/* tiepdon print slip ID | difficulty NUMBER | day DAY [--to -] [--data DIR]
 *
 * The papers of the counter (core/form.h), to the configured printer, or to standard output with `--to -`, which needs no
 * printer: UTF-8, in rows of [printer] columns. ID is an intake's, as exports name it.
 *
 * Exit status: 0; 64 usage; 66 there is no such intake or difficulty; 69 it was not printed; 74 the journal cannot be read or
 * written: whom a paper shows is journalled first; 78 the configuration is refused. */
#include "adapter/printer.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/papers.h"
#include "command/person.h"
#include "command/usage.h"
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct arguments {
    const char *what, *which, *data;
    bool standard; /* output, instead of the printer */
};

/* What both ways need; large, and so in memory of its own. */
struct printing {
    struct config config;
    struct forms forms;
    struct kept_intake kept;
    char text[PRINTOUT_SIZE], bytes[PRINTOUT_SIZE];
};

static bool read_arguments(int argc, char **argv, struct arguments *ret)
{
    static const struct option options[] = {
        {"to", required_argument, NULL, 't'}, {"data", required_argument, NULL, 'd'}, {0}};
    opterr = 0;
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (option == 'd') {
            ret->data = optarg;
        } else if (option == 't' && strcmp(optarg, "-") == 0) {
            ret->standard = true;
        } else {
            return false;
        }
    }
    if (argc - optind != 2) {
        return false;
    }
    ret->what = argv[optind];
    ret->which = argv[optind + 1];
    return true;
}

/* The status of what cannot be said of it; `ret_known` is false where no such paper is known. */
static enum fault make(struct store *store, struct printing *printing, const struct arguments *arguments,
                       bool *ret_known)
{
    date_text today, day;
    const struct papers papers = {store, &printing->forms, &printing->config.hospital, today};
    date_of_time(config_now(&printing->config), today);
    *ret_known = true;
    if (strcmp(arguments->what, "slip") == 0) {
        enum fault fault = store_record(store, arguments->which, &printing->kept);
        return fault ? fault : papers_slip(&papers, &printing->kept, printing->text, PRINTOUT_SIZE);
    }
    if (strcmp(arguments->what, "difficulty") == 0) {
        return papers_difficulty(&papers, strtol(arguments->which, NULL, 10), printing->text, PRINTOUT_SIZE);
    }
    *ret_known = strcmp(arguments->what, "day") == 0 && date_read(arguments->which, day) == FAULT_NONE &&
                 date_full(day);
    return *ret_known ? papers_day(&papers, day, printing->text, PRINTOUT_SIZE) : FAULT_NONE;
}

static enum fault write_out(struct printing *printing, const struct printout *printout, size_t *ret_len,
                            const char *address)
{
    static struct code none;
    return printout_make(printout, printing->text, address, &none, printing->bytes, PRINTOUT_SIZE, ret_len);
}

static int complain(enum fault fault, enum language language, int status)
{
    fprintf(stderr, "tiepdon print: %s\n", fault_text(fault, language));
    return status;
}

static int to_standard_output(struct printing *printing)
{
    struct printout printout = {.how = {LETTERS_UTF8, printing->config.printer.printout.how.columns, 0}};
    size_t len = 0;
    enum fault fault = write_out(printing, &printout, &len, "");
    if (fault) {
        return complain(fault, printing->config.hospital.language, EXIT_SILENT);
    }
    bool written = fwrite(printing->bytes, 1, len, stdout) == len && fflush(stdout) == 0;
    return written ? EXIT_SUCCESS : EXIT_STORE;
}

static int to_printer(struct printing *printing, bool slip)
{
    const struct printer_options *options = &printing->config.printer;
    struct printed printed = {FAULT_PRINTER_NONE, 0};
    size_t len = 0;
    enum fault fault =
        write_out(printing, &options->printout, &len, slip ? printing->config.hospital.guide : "");
    int file = !fault && printer_there(options) ? printer_file(printing->bytes, len) : -1;
    if (file >= 0) {
        printer_print(file, printer_kind(options), printer_name(options), options->printout.escpos, &printed);
        close(file);
    }
    fault = fault ? fault : printed.fault;
    return fault ? complain(fault, printing->config.hospital.language, EXIT_SILENT) : EXIT_SUCCESS;
}

/* By its id where it is an intake's, else by its kind and number or day. */
static enum fault look(const char *dir, const struct printing *printing, const struct arguments *arguments)
{
    bool slip = strcmp(arguments->what, "slip") == 0;
    char what[64];
    snprintf(what, sizeof what, "%s %s", arguments->what, arguments->which);
    return person_look(dir, &printing->config, PURPOSE_PRINT, slip ? "" : what, slip ? arguments->which : "");
}

static int print(const char *dir, struct printing *printing, const struct arguments *arguments)
{
    enum language language = printing->config.hospital.language;
    struct store *store = NULL;
    char wrong[FAULT_NAME_SIZE];
    bool known = true;
    enum fault fault = forms_load(dir, language, &printing->forms, wrong);
    fault = fault ? fault : store_open(dir, STORE_READ, &store);
    fault = fault ? fault : make(store, printing, arguments, &known);
    fault = fault ? fault : papers_mark(&printing->config.hospital, printing->text, PRINTOUT_SIZE);
    store_close(store);
    fault = fault || !known ? fault : look(dir, printing, arguments);
    if (fault == FAULT_RECORD_GONE) {
        return complain(fault, language, EXIT_NO_INPUT);
    }
    if (fault || !known) {
        return fault ? complain(fault, language, EXIT_STORE) : usage_refuse("print");
    }
    if (wrong[0]) {
        char sentence[FAULT_SENTENCE_SIZE];
        fault_sentence(FAULT_FORM_LINE, wrong, language, sentence);
        fprintf(stderr, "tiepdon print: %s\n", sentence);
    }
    return arguments->standard ? to_standard_output(printing)
                               : to_printer(printing, strcmp(arguments->what, "slip") == 0);
}

int command_print(int argc, char **argv)
{
    struct arguments arguments = {0};
    char dir[PATH_SIZE];
    if (!read_arguments(argc, argv, &arguments)) {
        return usage_refuse("print");
    }
    struct printing *printing = calloc(1, sizeof *printing);
    if (!printing) {
        return complain(FAULT_MEMORY, LANGUAGE_VI, EXIT_STORE);
    }
    int status = configure("tiepdon print", arguments.data, dir, &printing->config);
    status = status ? status : print(dir, printing, &arguments);
    explicit_bzero(printing, sizeof *printing);
    free(printing);
    return status;
}
