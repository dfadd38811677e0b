/* tiepdon lookup [--data DIR] [--json] [--history] [--copayment] NUMBER NAME BIRTH
 *
 * Asks the portal about one person, within the quota that all counters share, and keeps the answer in the register as
 * the counter does. Exit status: 0 found (000 to 004, 130), 1 found but not valid, 2 not found, or a wrong number, name
 * or birth date, 69 the portal gave no answer; 64 usage; 74 the data directory; 78 the configuration. Neither token nor
 * password is ever printed. */
#include "adapter/config.h"
#include "adapter/place.h"
#include "adapter/store.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/person.h"
#include "command/usage.h"
#include "core/portal_report.h"
#include "core/text.h"
#include <getopt.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_FOUND, EXIT_INVALID, EXIT_NOT_FOUND };

struct options {
    const char *data;
    struct question question;
    bool json, history, copayment;
};

struct lookup {
    struct config config;
    struct store *store;
    struct portal *portal;
    struct reply member, history, copayment;
    enum fault unkept; /* why the register could not take the answer */
    char report[PORTAL_REPORT_SIZE];
};

static int complain(const struct lookup *lookup, enum fault fault, int status)
{
    fprintf(stderr, "tiepdon lookup: %s\n", fault_text(fault, lookup->config.hospital.language));
    return status;
}

/* NUMBER NAME BIRTH. */
static enum fault read_question(char **words, struct question *ret)
{
    enum number_kind kind;
    enum fault fault = number_read(words[0], ret->number, &kind);
    fault = fault ? fault : text_clean(ret->name, sizeof ret->name, words[1], strlen(words[1]));
    fault = fault ? fault : date_read(words[2], ret->birth_date);
    return fault ? fault : question_complete(ret) ? FAULT_NONE : FAULT_QUESTION_INCOMPLETE;
}

static bool read_options(int argc, char **argv, struct options *ret)
{
    static const struct option LONG[] = {{"data", required_argument, NULL, 'd'},
                                         {"json", no_argument, NULL, 'j'},
                                         {"history", no_argument, NULL, 'h'},
                                         {"copayment", no_argument, NULL, 'c'},
                                         {NULL, 0, NULL, 0}};
    *ret = (struct options){.json = false};
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, "", LONG, NULL)) != -1;) {
        switch (option) {
        case 'd': ret->data = optarg; break;
        case 'j': ret->json = true; break;
        case 'h': ret->history = true; break;
        case 'c': ret->copayment = true; break;
        default: return false;
        }
    }
    return optind + 3 == argc;
}

static int configure_lookup(struct lookup *lookup, const char *dir)
{
    int status = configure_in("tiepdon lookup", dir, &lookup->config);
    if (status != 0) {
        return status;
    }
    if (!lookup->config.hospital.portal) {
        return complain(lookup, FAULT_PORTAL_UNNAMED, EXIT_CONFIG);
    }
    enum fault fault = portal_open(&lookup->config.portal, &lookup->portal);
    return fault ? complain(lookup, fault, EXIT_CONFIG) : 0;
}

/* Without its directory there is no configuration either, and that is not what to mend. */
static int find_data(struct lookup *lookup, const char *option, char ret[PATH_SIZE])
{
    enum fault fault = place_data(option, ret);
    if (!fault && access(ret, R_OK | X_OK) != 0) {
        fault = FAULT_STORE_CLOSED;
    }
    return fault ? complain(lookup, fault, EXIT_STORE) : configure_lookup(lookup, ret);
}

static void wait_for_reply(struct portal *portal, struct reply *ret)
{
    while (!portal_next(portal, ret)) {
        struct pollfd waits = {.fd = portal_fd(portal), .events = POLLIN};
        poll(&waits, 1, portal_timeout(portal));
    }
}

/* A place of the quota, the question, and how it went. */
static enum fault ask(struct lookup *lookup, enum ask ask, const struct question *question, struct reply *ret)
{
    const struct pace_limits *limits = &lookup->config.portal.limits;
    long long now = config_now(&lookup->config);
    *ret = (struct reply){.ask = ask, .question = *question, .at = now};
    enum fault fault = store_pace_take(lookup->store, limits, URGENCY_CLERK, now, &ret->trouble);
    if (fault || ret->trouble) {
        return fault;
    }
    fault = portal_ask(lookup->portal, ask, question, NULL, 1);
    if (fault == FAULT_NONE) {
        wait_for_reply(lookup->portal, ret);
        reply_came(ret, config_now(&lookup->config));
        /* The answer is worth more than the count of failures. */
        (void)!store_pace_said(lookup->store, limits, ret->trouble, ret->at);
    }
    return fault;
}

/* As the counter keeps it. */
static enum fault keep(struct lookup *lookup)
{
    const struct hospital *hospital = &lookup->config.hospital;
    const struct writer writer = {
        .counter = hospital->counter, .clerk = hospital->clerk, .now = lookup->member.at};
    struct member row;
    bool gave = !lookup->member.trouble && reply_lesson(&lookup->member, &row);
    return store_hear(lookup->store, &lookup->member, gave ? &row : NULL, &writer);
}

/* The Unix user saw what was answered. */
static enum fault journal_look(struct lookup *lookup, const struct question *question)
{
    struct person person;
    struct facts facts = {.name = ""};
    const struct writer writer = person_writer(&lookup->config, &person);
    enum fault fault = text_copy(facts.number, sizeof facts.number, question->number);
    return fault || lookup->member.trouble
               ? FAULT_NONE
               : store_look(lookup->store, PURPOSE_SEARCH, &facts, "", "", &writer);
}

/* After a trouble nothing more is asked; an answer that could not be kept is told all the same. */
static enum fault ask_all(struct lookup *lookup, struct options *options)
{
    const struct question *question = &options->question;
    enum fault fault = ask(lookup, ASK_MEMBER, question, &lookup->member);
    lookup->unkept = fault ? FAULT_NONE : keep(lookup);
    options->history = options->history && !lookup->member.trouble;
    options->copayment = options->copayment && !lookup->member.trouble;
    if (fault == FAULT_NONE && options->history) {
        fault = ask(lookup, ASK_HISTORY, question, &lookup->history);
    }
    if (fault == FAULT_NONE && options->copayment) {
        fault = ask(lookup, ASK_COPAYMENT, question, &lookup->copayment);
    }
    return fault;
}

static int exit_status(const struct lookup *lookup)
{
    if (lookup->member.trouble || lookup->history.trouble || lookup->copayment.trouble) {
        return EXIT_SILENT;
    }
    switch (code_way(lookup->member.code)) {
    case CODE_FOUND:
    case CODE_ARMED:
    case CODE_RENEWED:
    case CODE_KEPT:
    case CODE_CHILD: return EXIT_FOUND;
    case CODE_ENDED:
    case CODE_LEFT: return EXIT_INVALID;
    default: return EXIT_NOT_FOUND;
    }
}

static enum fault report(struct lookup *lookup, const struct options *options)
{
    const struct said said = {.member = &lookup->member,
                              .history = options->history ? &lookup->history : NULL,
                              .copayment = options->copayment ? &lookup->copayment : NULL};
    enum language language = lookup->config.hospital.language;
    enum fault fault = options->json ? portal_report_json(&said, language, lookup->report)
                                     : portal_report_text(&said, language, lookup->report);
    if (fault == FAULT_NONE) {
        fputs(lookup->report, stdout);
        fputs(options->json ? "\n" : "", stdout);
    }
    return fault;
}

static int run(struct lookup *lookup, struct options *options)
{
    char dir[PATH_SIZE];
    int status = find_data(lookup, options->data, dir);
    if (status != 0) {
        return status;
    }
    enum fault fault = store_open(dir, STORE_COUNTER, &lookup->store);
    fault = fault ? fault : ask_all(lookup, options);
    fault = fault ? fault : journal_look(lookup, &options->question);
    fault = fault ? fault : report(lookup, options);
    if (fflush(stdout) != 0) {
        fputs("tiepdon lookup: không ghi được kết quả ra: kiểm tra nơi nhận.\n", stderr);
        return EXIT_STORE;
    }
    fault = fault ? fault : lookup->unkept;
    return fault ? complain(lookup, fault, EXIT_STORE) : exit_status(lookup);
}

int command_lookup(int argc, char **argv)
{
    struct lookup lookup = {.store = NULL};
    struct options options;
    if (!read_options(argc, argv, &options)) {
        return usage_refuse("lookup");
    }
    enum fault fault = read_question(argv + optind, &options.question);
    if (fault != FAULT_NONE) {
        return complain(&lookup, fault, EXIT_USAGE);
    }
    int status = run(&lookup, &options);
    portal_close(lookup.portal);
    store_close(lookup.store);
    explicit_bzero(&lookup, sizeof lookup);
    explicit_bzero(&options, sizeof options);
    return status;
}
