/* usage: the calls, with what each does in the right half. */
#include "command/usage.h"
#include "command/command.h"
#include <string.h>

static const struct {
    const char *command, *text;
} USAGES[] = {
    {"", "  tiepdon [--data DIR] [--counter NAME] [--clerk NAME]   open the counter\n"},
    {"check", "  tiepdon check [--data DIR] [--facility CODE] [--today DAY] [--json] PAYLOAD|-\n"
              "                                                         judge scans; - reads one a line\n"},
    {"lookup", "  tiepdon lookup [--json] [--history] [--copayment] [--data DIR] NUMBER NAME BIRTH\n"
               "                                                         ask the portal about one person\n"},
    {"read",
     "  tiepdon read [--json] PICTURE...                       the QR payloads in PNG and JPEG pictures\n"
     "                                                         - is a picture from standard input\n"},
    {"import",
     "  tiepdon import members FILE.csv --as-of DAY [--complete] [--encoding NAME] [--data DIR]\n"
     "  tiepdon import facilities FILE.csv [--encoding NAME] [--data DIR]\n"
     "                                                         NAME: utf-8, utf-16, tcvn3, vni, cp1258\n"
     "  tiepdon import units DIR [--effective DAY] [--data DIR]\n"},
    {"export",
     "  tiepdon export journal|intakes|difficulties|cccd|day|statistics [--from DAY] [--to DAY] [--day DAY]\n"
     "                 [--csv|--json|--xlsx FILE] [--data DIR]     statistics: 31 days at most\n"
     "  tiepdon export checkin [--day DAY] [--format xml|json|csv] [--data DIR]\n"
     "  tiepdon export checkin --owed [--data DIR]             write what the hospital's system waits for\n"},
    {"print", "  tiepdon print slip ID | difficulty NUMBER | day DAY [--to -] [--data DIR]\n"
              "                                                         what the counter prints; - is standard output\n"},
    {"devices", "  tiepdon devices [--test|--rule] [--data DIR]           scanners: which and why; live "
                "test; udev rule\n"},
    {"relay",
     "  tiepdon relay [--data DIR] [--bind LINE]... [--] COMMAND [ARGUMENT...]\n"
     "                                                         hand this machine's scanner to a counter\n"},
    {"doctor",
     "  tiepdon doctor [--data DIR] [--full] [--portal]        looks at everything a counter needs, with "
     "remedies\n"},
    {"backup", "  tiepdon backup TO [--data DIR]                         a proved copy below TO, while "
               "counters run\n"},
    {"restore", "  tiepdon restore COPY [--data DIR] [--replace]          makes the data directory of a "
                "copy\n"},
    {"clerk",
     "  tiepdon clerk add LOGIN --name NAME [--role clerk|head|auditor] [--portal-name NAME] [--cccd NUMBER]\n"
     "  tiepdon clerk pin|on|off LOGIN                         the PIN is asked for; nobody signs in by one\n"
     "                                                         that is off\n"
     "  tiepdon clerk role LOGIN clerk|head|auditor\n"
     "  tiepdon clerk list [--data DIR]                        who may sign in at the counters\n"},
    {"audit",
     "  tiepdon audit verify [--data DIR]                      prove that the journal was not changed\n"
     "  tiepdon audit export [--from DAY] [--to DAY] [--csv|--json] [--data DIR]\n"
     "                                                         entries with digests; who looked at whom\n"
     "  tiepdon audit purge --before DAY [--yes] [--data DIR]  remove content by age, the chain proves on\n"},
    {"checks", "  tiepdon checks [--data DIR]                            every finding by name\n"},
};
enum { USAGE_COUNT = sizeof USAGES / sizeof *USAGES };

bool usage_print(FILE *out, const char *command)
{
    for (int i = 0; i < USAGE_COUNT; i++) {
        if (strcmp(USAGES[i].command, command) == 0) {
            fputs(USAGES[i].text, out);
            return true;
        }
    }
    return false;
}

void usage_print_all(FILE *out)
{
    for (int i = 0; i < USAGE_COUNT; i++) {
        fputs(USAGES[i].text, out);
    }
}

int usage_refuse(const char *command)
{
    usage_print(stderr, command);
    return EXIT_USAGE;
}

bool usage_asked(int argc, char **argv)
{
    int end = strcmp(argv[0], "relay") == 0 && argc > 2 ? 2 : argc;
    for (int i = 1; i < end && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "--help") == 0) {
            return true;
        }
    }
    return false;
}
