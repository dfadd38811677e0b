/* history: visits and looks held against today. */
#include "core/history.h"
#include "core/assess.h"
#include <stdio.h>
#include <string.h>

enum { WEEK = 7, DAY_LEN = DATE_SIZE - 1 };

static bool on(const char *minute, const char *day)
{
    return strncmp(minute, day, DAY_LEN) == 0;
}

/* Without a facility of our own nobody is elsewhere. */
static bool elsewhere(const struct hospital *hospital, const char *facility)
{
    return *facility && !assess_own(hospital, facility);
}

static void see(struct seen *seen, const char *facility, const char *at)
{
    snprintf(seen->facility, sizeof seen->facility, "%s", facility);
    snprintf(seen->at, sizeof seen->at, "%s", at);
}

/* "79025_BV" is 79025's. False for an account that is no facility's. */
static bool facility_of(const char *user, char ret[FACILITY_SIZE])
{
    enum { LEN = FACILITY_SIZE - 1 };
    char code[FACILITY_SIZE] = "";
    if (strlen(user) < LEN || (user[LEN] && !strchr("_-. ", user[LEN]))) {
        return false;
    }
    memcpy(code, user, LEN);
    return number_facility(code, ret) == FAULT_NONE;
}

/* The minute at which the portal answered stands for now; a day alone cannot say whether its hour has passed. */
static bool open_stay(const struct visit *visit, const char *now, const char *today)
{
    bool hour = strlen(visit->to) > DAY_LEN;
    return !*visit->to || strncmp(visit->to, today, DAY_LEN) > 0 ||
           (hour && on(visit->to, today) && on(now, today) && strcmp(visit->to, now) > 0);
}

static void find_visits(const struct history *history, const struct hospital *hospital, const char *today,
                        struct abuse *ret)
{
    for (int i = 0; i < history->visit_count; i++) {
        const struct visit *visit = &history->visits[i];
        if (!elsewhere(hospital, visit->facility)) {
            continue;
        }
        if (open_stay(visit, history->at, today)) {
            if (!*ret->stay.facility) {
                see(&ret->stay, visit->facility, *visit->to ? visit->to : visit->from);
            }
        } else if (on(visit->to, today) && !*ret->left.facility) {
            see(&ret->left, visit->facility, visit->to);
        }
    }
}

/* The last visit that is over, wherever it was. */
static const struct visit *last_visit(const struct history *history, const char *today)
{
    const struct visit *last = NULL;
    for (int i = 0; i < history->visit_count; i++) {
        const struct visit *visit = &history->visits[i];
        if (!open_stay(visit, history->at, today) && (!last || strcmp(visit->to, last->to) > 0)) {
            last = visit;
        }
    }
    return last;
}

static void find_week(const struct visit *last, const char *today, struct abuse *ret)
{
    date_text day = "";
    if (!last || on(last->to, today)) {
        return;
    }
    memcpy(day, last->to, DAY_LEN);
    if (date_full(day) && date_days(today) - date_days(day) <= WEEK) {
        see(&ret->last, last->facility, last->to);
    }
}

/* After a discharge of which the day alone is known, looks of that day are not yet after it. */
static bool after(const char *at, const struct visit *last, const char *today)
{
    if (!last) {
        return on(at, today);
    }
    return strlen(last->to) > DAY_LEN ? strcmp(at, last->to) > 0 : strncmp(at, last->to, DAY_LEN) > 0;
}

static void find_look(const struct history *history, const struct hospital *hospital,
                      const struct visit *last, const char *today, struct abuse *ret)
{
    for (int i = 0; i < history->check_count; i++) {
        const struct card_check *check = &history->checks[i];
        char facility[FACILITY_SIZE];
        bool other = facility_of(check->user, facility) && elsewhere(hospital, facility);
        if (other && after(check->at, last, today) && strcmp(check->at, ret->check.at) > 0) {
            see(&ret->check, facility, check->at);
        }
    }
}

void history_find(const struct history *history, const struct hospital *hospital, const char *today,
                  struct abuse *ret, struct findings *findings)
{
    const struct visit *last = last_visit(history, today);
    *ret = (struct abuse){0};
    find_visits(history, hospital, today, ret);
    find_week(last, today, ret);
    find_look(history, hospital, last, today, ret);
    const struct {
        const struct seen *seen;
        enum finding finding;
    } FOUND[] = {{&ret->stay, FINDING_STAY_ELSEWHERE},
                 {&ret->left, FINDING_LEFT_TODAY},
                 {&ret->check, FINDING_CHECKED_ELSEWHERE},
                 {&ret->last, FINDING_SEVEN_DAYS}};
    for (size_t i = 0; i < sizeof FOUND / sizeof *FOUND; i++) {
        if (*FOUND[i].seen->facility) {
            finding_add(findings, FOUND[i].finding);
        }
    }
}
