/* portal_fault: what goes wrong on demand, and what was asked. */
#include "portal_inside.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const PATHS[PATH_CONTROL] = {
    [PATH_TOKEN] = "token",         [PATH_MEMBER] = "member",     [PATH_HISTORY] = "history",
    [PATH_COPAYMENT] = "copayment", [PATH_FACILITY] = "facility", [PATH_RECORD] = "record",
};

enum { QUESTIONS = (1 << PATH_CONTROL) - 1 - (1 << PATH_TOKEN), TOKEN_SECONDS = 600 };

static long long clock_ms(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static long long now_ms(void)
{
    return clock_ms(CLOCK_MONOTONIC);
}

void faults_open(struct standin_faults *faults)
{
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&faults->changed, &attributes);
    pthread_condattr_destroy(&attributes);
    pthread_mutex_init(&faults->lock, NULL);
    faults->left = -1;
    faults->on = QUESTIONS;
    faults->token_seconds = TOKEN_SECONDS;
    faults->begin_ms = now_ms();
}

void faults_stop(struct standin_faults *faults)
{
    pthread_mutex_lock(&faults->lock);
    faults->stopping = true;
    pthread_cond_broadcast(&faults->changed);
    pthread_mutex_unlock(&faults->lock);
}

void faults_close(struct standin_faults *faults)
{
    pthread_cond_destroy(&faults->changed);
    pthread_mutex_destroy(&faults->lock);
}

static bool read_number(const char *text, int *ret)
{
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (end == text || *end || errno || value < 0 || value > 100000000) {
        return false;
    }
    *ret = (int)value;
    return true;
}

static bool read_fault(const char *name, struct standin_fault *ret)
{
    static const struct {
        const char *name;
        enum standin_act act;
    } acts[] = {{"none", ACT_NONE}, {"hang", ACT_HANG}, {"hold", ACT_HOLD},   {"reset", ACT_RESET},
                {"cut", ACT_CUT},   {"half", ACT_HALF}, {"text", ACT_TEXT},   {"html", ACT_HTML},
                {"huge", ACT_HUGE}, {"deep", ACT_DEEP}, {"storm", ACT_STORM}, {"refused", ACT_REFUSED}};
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        if (strcmp(name, acts[i].name) == 0) {
            *ret = (struct standin_fault){acts[i].act, 0};
            return true;
        }
    }
    bool status = strncmp(name, "http", 4) == 0;
    const char *digits = status ? name + 4 : name;
    ret->act = status ? ACT_STATUS : ACT_CODE;
    return strlen(digits) == 3 && read_number(digits, &ret->value);
}

static bool read_paths(const char *name, unsigned *ret)
{
    for (int i = 0; i < PATH_CONTROL; i++) {
        if (strcmp(name, PATHS[i]) == 0) {
            *ret = 1U << i;
            return true;
        }
    }
    *ret = QUESTIONS | 1U << PATH_TOKEN;
    return strcmp(name, "all") == 0;
}

static bool set(struct standin_faults *faults, const char *name, const char *value)
{
    if (strcmp(name, "fault") == 0) {
        faults->left = -1;
        bool known = read_fault(value, &faults->fault);
        faults->on = faults->fault.act == ACT_REFUSED ? 1U << PATH_TOKEN : QUESTIONS;
        return known;
    }
    if (strcmp(name, "forget") == 0) {
        memset(faults->counts, 0, sizeof faults->counts);
        faults->asked_count = 0;
        return true;
    }
    return strcmp(name, "count") == 0           ? read_number(value, &faults->left)
           : strcmp(name, "delay_ms") == 0      ? read_number(value, &faults->delay_ms)
           : strcmp(name, "token_seconds") == 0 ? read_number(value, &faults->token_seconds)
           : strcmp(name, "on") == 0            ? read_paths(value, &faults->on)
                                                : strcmp(name, "stats") == 0;
}

bool faults_control(struct standin_faults *faults, const char *name, const char *value)
{
    pthread_mutex_lock(&faults->lock);
    bool known = set(faults, name, value);
    faults->turn += strcmp(name, "stats") != 0;
    pthread_cond_broadcast(&faults->changed);
    pthread_mutex_unlock(&faults->lock);
    return known;
}

/* Until `until_ms`, the next control or the end, whichever is first; hanging only the end. */
static void wait_for(struct standin_faults *faults, enum standin_act act, long long until_ms)
{
    unsigned turn = faults->turn;
    struct timespec until = {until_ms / 1000, until_ms % 1000 * 1000000};
    while (!faults->stopping && (act == ACT_HANG || (act == ACT_HOLD && turn == faults->turn))) {
        pthread_cond_wait(&faults->changed, &faults->lock);
    }
    while (!faults->stopping && act == ACT_NONE && turn == faults->turn && now_ms() < until_ms) {
        pthread_cond_timedwait(&faults->changed, &faults->lock, &until);
    }
}

struct standin_fault faults_take(struct standin_faults *faults, enum standin_path path)
{
    struct standin_fault fault = {ACT_NONE, 0};
    pthread_mutex_lock(&faults->lock);
    faults->counts[path]++;
    bool meant = faults->on & 1U << path;
    if (meant && faults->left != 0) {
        fault = faults->fault;
        faults->left -= faults->left > 0;
    }
    if (meant && faults->delay_ms > 0) {
        wait_for(faults, ACT_NONE, now_ms() + faults->delay_ms);
    }
    if (fault.act == ACT_HANG || fault.act == ACT_HOLD) {
        wait_for(faults, fault.act, 0);
    }
    pthread_mutex_unlock(&faults->lock);
    return fault.act == ACT_HOLD ? (struct standin_fault){ACT_NONE, 0} : fault;
}

void faults_note(struct standin_faults *faults, enum standin_path path, const char *number, const char *code)
{
    pthread_mutex_lock(&faults->lock);
    if (faults->asked_count < ASKED_MAX) {
        struct asked_once *asked = &faults->asked[faults->asked_count++];
        asked->path = path;
        asked->at_ms = now_ms() - faults->begin_ms;
        snprintf(asked->number, sizeof asked->number, "%s", number);
        snprintf(asked->code, sizeof asked->code, "%s", code);
    }
    pthread_mutex_unlock(&faults->lock);
}

json_t *faults_stats(struct standin_faults *faults)
{
    json_t *stats = json_object(), *list = json_array();
    pthread_mutex_lock(&faults->lock);
    for (int i = 0; i < PATH_CONTROL; i++) {
        json_object_set_new(stats, PATHS[i], json_integer(faults->counts[i]));
    }
    for (int i = 0; i < faults->asked_count; i++) {
        const struct asked_once *asked = &faults->asked[i];
        json_array_append_new(list, json_pack("{s:s, s:I, s:s, s:s}", "path", PATHS[asked->path], "at_ms",
                                              (json_int_t)asked->at_ms, "number", asked->number, "code",
                                              asked->code));
    }
    json_object_set_new(stats, "began_ms",
                        json_integer(clock_ms(CLOCK_REALTIME) - now_ms() + faults->begin_ms));
    pthread_mutex_unlock(&faults->lock);
    json_object_set_new(stats, "questions", list);
    return stats;
}

int faults_asked(struct standin_faults *faults, const char *path)
{
    unsigned paths = QUESTIONS;
    int count = 0;
    if (strcmp(path, "all") != 0 && !read_paths(path, &paths)) {
        return -1;
    }
    pthread_mutex_lock(&faults->lock);
    for (int i = 0; i < PATH_CONTROL; i++) {
        count += paths & 1U << i ? faults->counts[i] : 0;
    }
    pthread_mutex_unlock(&faults->lock);
    return count;
}
