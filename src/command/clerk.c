/* tiepdon clerk add LOGIN --name NAME [--role clerk|head|auditor] [--portal-name NAME] [--cccd NUMBER] [--data DIR]
 * tiepdon clerk pin|on|off LOGIN, clerk role LOGIN ROLE, clerk list [--data DIR]
 *
 * The PIN is asked twice on the terminal and not shown; where standard input is no terminal its first two lines are it. It
 * never stands on a command line, which every user of the machine may read.
 *
 * Exit status: 0; 64 usage, a login, PIN or CCCD that may not be; 65 no such clerk, or one that is there already; 74 the
 * journal cannot be read or written. */
#include "adapter/pin.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/person.h"
#include "command/usage.h"
#include "core/number.h"
#include "core/text.h"
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

struct change {
    const char *verb;
    struct clerk clerk; /* as asked for */
    const char *data;
};

static int complain(enum fault fault, int status)
{
    fprintf(stderr, "tiepdon clerk: %s\n", fault_text(fault, LANGUAGE_VI));
    return status;
}

static bool copy_clean(char *out, size_t cap, const char *text)
{
    return text_clean(out, cap, text, strlen(text)) == FAULT_NONE;
}

static bool read_option(int option, struct change *ret)
{
    switch (option) {
    case 'n': return copy_clean(ret->clerk.name, PLACE_SIZE, optarg);
    case 'p': return copy_clean(ret->clerk.portal_name, NAME_SIZE, optarg);
    case 'r': return role_read(optarg, &ret->clerk.role);
    case 'c': return number_kind(optarg) == NUMBER_CCCD && copy_clean(ret->clerk.cccd, CCCD_SIZE, optarg);
    case 'd': ret->data = optarg; return true;
    default: return false;
    }
}

/* The words behind the verb: none for list, two for role, else the login. */
static bool read_words(int argc, char **argv, struct change *ret)
{
    int wanted = strcmp(ret->verb, "list") == 0 ? 0 : strcmp(ret->verb, "role") == 0 ? 2 : 1;
    if (argc != wanted) {
        return false;
    }
    return wanted == 0 ||
           (clerk_login_valid(argv[0]) && text_copy(ret->clerk.login, LOGIN_SIZE, argv[0]) == FAULT_NONE &&
            (wanted == 1 || role_read(argv[1], &ret->clerk.role)));
}

static bool read_change(int argc, char **argv, struct change *ret)
{
    static const struct option options[] = {
        {"name", required_argument, NULL, 'n'}, {"portal-name", required_argument, NULL, 'p'},
        {"role", required_argument, NULL, 'r'}, {"cccd", required_argument, NULL, 'c'},
        {"data", required_argument, NULL, 'd'}, {NULL, 0, NULL, 0}};
    *ret = (struct change){.verb = argc > 1 ? argv[1] : "", .clerk.active = true};
    optind = 2;
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (!read_option(option, ret)) {
            return false;
        }
    }
    bool named = strcmp(ret->verb, "add") != 0 || ret->clerk.name[0];
    return argc > 1 && named && read_words(argc - optind, argv + optind, ret);
}

/* One line without its end; false at the end of the input or when it is too long. */
static bool read_line(char *out, int cap)
{
    bool got = fgets(out, cap, stdin) != NULL;
    size_t len = got ? strcspn(out, "\r\n") : 0;
    got = got && out[len] != '\0';
    out[got ? len : 0] = '\0';
    return got;
}

static bool ask_line(const char *question, char *out, int cap)
{
    struct termios before, hidden;
    if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &before) != 0) {
        return read_line(out, cap);
    }
    fputs(question, stderr);
    hidden = before;
    hidden.c_lflag &= ~(tcflag_t)(ECHO | ISIG); /* ended by a signal the terminal would stay mute */
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    bool got = read_line(out, cap);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    fputs("\n", stderr);
    return got;
}

static enum fault ask_pin(char hash[PIN_HASH_SIZE])
{
    char pin[PIN_SIZE + 2], again[PIN_SIZE + 2];
    setvbuf(stdin, NULL, _IONBF, 0); /* no copy of it in a buffer */
    bool got = ask_line("Mã PIN mới: ", pin, sizeof pin) && clerk_pin_valid(pin);
    enum fault fault = got ? FAULT_NONE : FAULT_PIN_INVALID;
    if (fault == FAULT_NONE &&
        (!ask_line("Gõ lại mã PIN: ", again, sizeof again) || strcmp(pin, again) != 0)) {
        fault = FAULT_PIN_DIFFERS;
    }
    fault = fault ? fault : pin_hash(pin, hash);
    explicit_bzero(pin, sizeof pin);
    explicit_bzero(again, sizeof again);
    return fault;
}

static enum fault list(struct store *store)
{
    enum { PAGE = 16 };
    struct clerk clerks[PAGE];
    int count = PAGE, total;
    enum fault fault = FAULT_NONE;
    for (int top = 0; fault == FAULT_NONE && count == PAGE; top += PAGE) {
        count = 0;
        fault = store_clerks(store, top, clerks, PAGE, &count, &total);
        for (int i = 0; i < count; i++) {
            const struct clerk *clerk = &clerks[i];
            printf("%s\t%s\t%s\t%s\n", clerk->login, role_code(clerk->role), clerk->active ? "on" : "off",
                   clerk->name);
        }
    }
    return fault;
}

/* What is asked for, over what the journal holds. */
static enum fault compose(const struct change *change, const struct clerk *held, bool found,
                          struct clerk *ret)
{
    bool add = strcmp(change->verb, "add") == 0;
    if (add == found) {
        return found ? FAULT_CLERK_KNOWN : FAULT_CLERK_UNKNOWN;
    }
    *ret = add ? change->clerk : *held;
    if (strcmp(change->verb, "role") == 0) {
        ret->role = change->clerk.role;
    } else if (strcmp(change->verb, "on") == 0 || strcmp(change->verb, "off") == 0) {
        ret->active = change->verb[1] == 'n';
    }
    return FAULT_NONE;
}

static enum fault put(struct store *store, const struct change *change, const struct writer *writer)
{
    char hash[PIN_HASH_SIZE] = "";
    struct clerk held, clerk;
    int failures;
    long long failed_at;
    bool found, pin = strcmp(change->verb, "add") == 0 || strcmp(change->verb, "pin") == 0;
    enum fault fault = store_clerk(store, change->clerk.login, &held, hash, &failures, &failed_at, &found);
    /* A PIN that was put in from outside is what a new one mends. */
    fault = fault == FAULT_CHAIN_BROKEN && pin ? FAULT_NONE : fault;
    hash[0] = '\0';
    fault = fault ? fault : compose(change, &held, found, &clerk);
    fault = fault || !pin ? fault : ask_pin(hash);
    fault = fault ? fault : store_clerk_put(store, &clerk, hash, writer);
    explicit_bzero(hash, sizeof hash);
    return fault;
}

static int status_of(enum fault fault)
{
    switch (fault) {
    case FAULT_NONE: return 0;
    case FAULT_PIN_INVALID:
    case FAULT_PIN_DIFFERS: return EXIT_USAGE;
    case FAULT_CLERK_KNOWN:
    case FAULT_CLERK_UNKNOWN: return EXIT_DATA;
    default: return EXIT_STORE;
    }
}

static bool known_verb(const char *verb)
{
    static const char *const verbs[] = {"add", "pin", "role", "on", "off", "list"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (strcmp(verbs[i], verb) == 0) {
            return true;
        }
    }
    return false;
}

int command_clerk(int argc, char **argv)
{
    struct change change;
    struct config config;
    struct person person;
    struct store *store = NULL;
    char dir[PATH_SIZE];
    if (!read_change(argc, argv, &change) || !known_verb(change.verb)) {
        return usage_refuse("clerk");
    }
    int status = configure("tiepdon clerk", change.data, dir, &config);
    if (status != 0) {
        return status;
    }
    bool listing = strcmp(change.verb, "list") == 0;
    enum fault fault = store_open(dir, listing ? STORE_READ : STORE_COUNTER, &store);
    if (fault == FAULT_NONE) {
        const struct writer writer = person_writer(&config, &person);
        fault = listing ? list(store) : put(store, &change, &writer);
    }
    store_close(store);
    return fault ? complain(fault, status_of(fault)) : 0;
}
