/* doctor_machine: clock, locale, terminal, font and scanners of this machine. */
#include "adapter/console.h"
#include "adapter/journal_span.h"
#include "command/doctor.h"
#include "command/scanners.h"
#include "ui/terminal.h"
#include <grp.h>
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

/* The program is of 2026: a clock before that has lost its battery. */
enum { YEAR_LEAST = 2026, YEAR_MOST = 2100, TOLERANCE = 300 };

static void look_at_clock(struct doctor *doctor)
{
    enum { VIETNAM = 7 * 3600 };
    char shown[32];
    struct tm tm;
    struct timex kernel = {.modes = 0};
    long long first = 0, newest = 0;
    time_t now = time(NULL), there = now + VIETNAM;
    gmtime_r(&there, &tm);
    strftime(shown, sizeof shown, "%d/%m/%Y %H:%M", &tm);
    bool wrong = tm.tm_year + 1900 < YEAR_LEAST || tm.tm_year + 1900 > YEAR_MOST;
    enum fault fault = journal_span(doctor->dir, &first, &newest);
    if (wrong) {
        doctor_say(doctor, HEALTH_BAD, DOCTOR_CLOCK_WRONG, shown);
    } else if (!fault && newest > config_now(&doctor->config) + TOLERANCE) {
        doctor_say(doctor, HEALTH_BAD, DOCTOR_CLOCK_PAST, shown);
    } else if (adjtimex(&kernel) == TIME_ERROR) {
        doctor_say(doctor, HEALTH_WARN, DOCTOR_CLOCK_ALONE, shown);
    } else {
        doctor_say(doctor, HEALTH_GOOD, DOCTOR_CLOCK, shown);
    }
}

static void look_at_locale(struct doctor *doctor)
{
    const char *codeset = nl_langinfo(CODESET);
    bool good = strcmp(codeset, "UTF-8") == 0;
    doctor_say(doctor, good ? HEALTH_GOOD : HEALTH_BAD, good ? DOCTOR_LOCALE : DOCTOR_LOCALE_BAD, codeset);
}

static void look_at_font(struct doctor *doctor)
{
    char missing[CONSOLE_MISSING_SIZE];
    int count = console_is(STDOUT_FILENO) ? console_missing(STDOUT_FILENO, missing) : -1;
    if (count > 0) {
        doctor_say(doctor, HEALTH_WARN, DOCTOR_FONT_BAD, missing);
    } else {
        doctor_say(doctor, HEALTH_GOOD, count == 0 ? DOCTOR_FONT : DOCTOR_FONT_EYES);
    }
}

static void look_at_terminal(struct doctor *doctor)
{
    const char *name = getenv("TERM");
    name = name ? name : "";
    if (!isatty(STDOUT_FILENO)) {
        doctor_say(doctor, HEALTH_GOOD, DOCTOR_TERMINAL_NONE);
        return;
    }
    bool known = terminal_known(name);
    doctor_say(doctor, known ? HEALTH_GOOD : HEALTH_BAD, known ? DOCTOR_TERMINAL : DOCTOR_TERMINAL_BAD, name);
    look_at_font(doctor);
}

static bool member_of(gid_t group)
{
    enum { GROUPS_MAX = 1024 };
    static gid_t groups[GROUPS_MAX];
    int count = getgroups(GROUPS_MAX, groups);
    bool member = getegid() == group;
    for (int i = 0; i < count; i++) {
        member = member || groups[i] == group;
    }
    return member;
}

/* The group of the udev rule and of a shared data directory. Root needs none. */
static void look_at_groups(struct doctor *doctor)
{
    static const char NAME[] = "tiepdon";
    const struct group *group = getgrnam(NAME);
    if (geteuid() == 0) {
        doctor_say(doctor, HEALTH_GOOD, DOCTOR_GROUP, "root");
    } else if (!group) {
        doctor_say(doctor, HEALTH_WARN, DOCTOR_GROUP_NONE, NAME);
    } else {
        bool member = member_of(group->gr_gid);
        doctor_say(doctor, member ? HEALTH_GOOD : HEALTH_WARN, member ? DOCTOR_GROUP : DOCTOR_GROUP_OUT,
                   NAME);
    }
}

struct scanning {
    struct doctor *doctor;
    int ready, hindered;
};

static void take_device(const struct scanner_device *found, void *data)
{
    struct scanning *scanning = data;
    char sentence[FAULT_SENTENCE_SIZE],
        line[FAULT_SENTENCE_SIZE + sizeof found->node + sizeof found->device.name + 8];
    if (!claim_taken(found->claim.kind)) {
        return;
    }
    if (!found->hindrance.fault) {
        scanning->ready++;
        return;
    }
    fault_sentence(found->hindrance.fault, found->hindrance.name, scanning->doctor->language, sentence);
    snprintf(line, sizeof line, "%s %s: %s", found->node, found->device.name, sentence);
    doctor_say(scanning->doctor, HEALTH_WARN, DOCTOR_SCANNER_BAD, line);
    scanning->hindered++;
}

static void look_at_scanners(struct doctor *doctor)
{
    static struct profiles profiles;
    struct scanners scanners;
    struct scanning scanning = {.doctor = doctor};
    enum fault fault = scanners_find(doctor->dir, &doctor->config, &scanners);
    if (fault) {
        doctor_fault(doctor, HEALTH_BAD, DOCTOR_SCANNER_BAD, fault);
        return;
    }
    scanner_list(&scanners.options, &profiles, take_device, &scanning);
    for (int i = 0; i < profiles.broken_count; i++) {
        char line[PATH_SIZE + FAULT_SENTENCE_SIZE + 16];
        snprintf(line, sizeof line, "%s:%d: %s", profiles.broken[i].path, profiles.broken[i].line,
                 fault_text(profiles.broken[i].fault, doctor->language));
        doctor_say(doctor, HEALTH_WARN, DOCTOR_SCANNER_BAD, line);
    }
    if (scanning.ready > 0) {
        doctor_say(doctor, HEALTH_GOOD, DOCTOR_SCANNER, scanning.ready);
    } else if (!scanning.hindered) {
        doctor_say(doctor, HEALTH_WARN, DOCTOR_SCANNER_NONE);
    }
}

void doctor_machine(struct doctor *doctor)
{
    look_at_clock(doctor);
    look_at_locale(doctor);
    look_at_terminal(doctor);
    look_at_groups(doctor);
    look_at_scanners(doctor);
}
