/* checkin_pass: what is owed becomes files; what cannot be written stays owed and is named. */
#include "adapter/checkin_back.h"
#include "adapter/checkin_batch.h"
#include "adapter/store_file.h"
#include "core/qd4750.h"
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { BATCH = 64 };

/* A handover that a day's file settles. */
struct settled {
    long long id;
    date_text day;
};

struct pass {
    struct store *store;
    const char *data;
    const struct checkin_options *options;
    struct settled settled[BATCH];
    int settled_count;
    struct checkin_report *report;
};

static enum fault settle(struct pass *pass, long long id)
{
    enum fault fault = store_handed(pass->store, id);
    pass->report->written += fault == FAULT_NONE;
    return fault;
}

static void want(struct pass *pass, const struct checkin_entry *entry, long long id)
{
    struct checkin_report *report = pass->report;
    report->wanting++;
    report->wanting_id = id;
    strcpy(report->act, entry->kept.id);
    report->problem = entry->problems[0];
}

/* 20261120-ID-00-new: in the order of their names as they happened. */
static enum fault put_alone(const struct pass *pass, const struct checkin_entry *entry,
                            enum handover_kind kind)
{
    struct checkin_batch batch = {.options = pass->options, .entries = entry, .count = 1};
    char minute[QD4750_MINUTE_SIZE], stem[ID_SIZE + 32];
    int number = kind == HANDOVER_NEW ? 0 : entry->kept.revision + (kind == HANDOVER_CANCEL);
    qd4750_minute(entry->kept.at, minute);
    snprintf(stem, sizeof stem, "%.8s-%s-%02d-%s", minute, entry->kept.id, number % 100,
             checkin_action_code(entry->action));
    return checkin_put_batch(&batch, stem);
}

/* A record that was undone meanwhile is told of by its cancellation alone, which is owed as well. */
static bool is_idle(const struct checkin_entry *entry, enum handover_kind kind)
{
    return !entry->concerns || (entry->kept.undone && kind != HANDOVER_CANCEL);
}

static enum fault hand_over(struct pass *pass, const struct handover *handover)
{
    struct checkin_entry entry = {.concerns = false};
    enum fault fault = store_record(pass->store, handover->act, &entry.kept);
    if (fault == FAULT_RECORD_GONE) {
        return settle(pass, handover->id);
    }
    if (fault != FAULT_NONE) {
        return fault;
    }
    checkin_judge_entry(&pass->options->place, &entry);
    if (is_idle(&entry, handover->kind)) {
        return settle(pass, handover->id);
    }
    if (entry.action == CHECKIN_REPLACE && handover->kind == HANDOVER_NEW) {
        entry.action = CHECKIN_NEW; /* the file of the revision follows it */
    }
    if (entry.problem_count > 0) {
        want(pass, &entry, handover->id);
        return FAULT_NONE;
    }
    if (pass->options->day) {
        struct settled *settled = &pass->settled[pass->settled_count++];
        settled->id = handover->id;
        snprintf(settled->day, sizeof settled->day, "%.10s", entry.kept.at);
        return FAULT_NONE;
    }
    fault = put_alone(pass, &entry, handover->kind);
    return fault == FAULT_NONE ? settle(pass, handover->id) : fault;
}

static enum fault put_day(const struct pass *pass, const char *day)
{
    struct checkin_entry *entries = NULL;
    struct checkin_batch batch = {.options = pass->options, .many = true};
    char stem[DATE_SIZE];
    enum fault fault =
        checkin_load_day(pass->store, pass->data, day, &pass->options->place, &entries, &batch.count);
    if (fault == FAULT_NONE) {
        batch.entries = entries;
        snprintf(stem, sizeof stem, "%.4s%.2s%.2s", day, day + 5, day + 8);
        fault = checkin_put_batch(&batch, stem);
    }
    free(entries);
    return fault;
}

/* Every day once, however many of its records were owed. */
static enum fault put_days(struct pass *pass)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < pass->settled_count; i++) {
        bool done = false;
        for (int before = 0; before < i; before++) {
            done = done || strcmp(pass->settled[before].day, pass->settled[i].day) == 0;
        }
        fault = done ? FAULT_NONE : put_day(pass, pass->settled[i].day);
        fault = fault == FAULT_NONE ? settle(pass, pass->settled[i].id) : fault;
    }
    return fault;
}

static enum fault hand_over_all(struct pass *pass, int most, long long *cursor)
{
    struct handover handover = {.id = 0};
    enum fault fault = FAULT_NONE;
    most = most < BATCH ? most : BATCH;
    for (int i = 0; fault == FAULT_NONE && i < most; i++) {
        fault = store_handover(pass->store, *cursor, &handover);
        if (fault != FAULT_NONE || handover.id == 0) {
            break;
        }
        fault = hand_over(pass, &handover);
        if (fault == FAULT_NONE) {
            *cursor = handover.id;
        }
    }
    fault = fault == FAULT_NONE ? put_days(pass) : fault;
    pass->report->more = fault == FAULT_NONE && handover.id != 0;
    if (handover.id == 0 || fault != FAULT_NONE) {
        *cursor = 0;
    }
    return fault;
}

void checkin_pass(struct store *store, const char *data, const struct checkin_options *options, int most,
                  long long *cursor, struct checkin_report *ret)
{
    struct pass pass = {.store = store, .data = data, .options = options, .report = ret};
    memset(ret, 0, sizeof *ret);
    int lock = file_create(data, "checkin.lock");
    if (lock < 0 || flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ret->fault = lock < 0 ? FAULT_STORE_CLOSED : FAULT_NONE;
        if (lock >= 0) {
            close(lock);
        }
        return;
    }
    ret->fault = *options->dir ? hand_over_all(&pass, most, cursor) : FAULT_NONE;
    if (*options->back && options->send) {
        enum fault fault = checkin_take_back(store, data, options->back, most, ret);
        ret->fault = ret->fault ? ret->fault : fault;
    }
    close(lock);
}

enum fault checkin_tell(struct store *store, const struct checkin_options *options, checkin_want *want_one,
                        void *want_data)
{
    struct handover handover = {.id = 0};
    for (;;) {
        struct checkin_entry entry = {.concerns = false};
        enum fault fault = store_handover(store, handover.id, &handover);
        if (fault != FAULT_NONE || handover.id == 0) {
            return fault;
        }
        fault = store_record(store, handover.act, &entry.kept);
        if (fault != FAULT_NONE && fault != FAULT_RECORD_GONE) {
            return fault;
        }
        checkin_judge_entry(&options->place, &entry);
        if (fault == FAULT_NONE && !is_idle(&entry, handover.kind) && entry.problem_count > 0) {
            want_one(want_data, entry.kept.id, entry.problems, entry.problem_count);
        }
    }
}

enum fault checkin_print(struct store *store, const char *data, const char *day, enum checkin_format format,
                         const struct checkin_options *options, checkin_want *want_one, void *want_data,
                         FILE *out)
{
    struct checkin_entry *entries = NULL;
    struct checkin_batch batch = {.options = options, .many = true};
    enum fault fault = checkin_load_day(store, data, day, &options->place, &entries, &batch.count);
    if (fault != FAULT_NONE) {
        return fault;
    }
    batch.entries = entries;
    bool good = checkin_write_batch(out, &batch, checkin_form(format), CHECKIN_RECORDS);
    for (int i = 0; i < batch.count; i++) {
        if (entries[i].concerns && entries[i].problem_count > 0) {
            want_one(want_data, entries[i].kept.id, entries[i].problems, entries[i].problem_count);
        }
    }
    free(entries);
    return good ? FAULT_NONE : FAULT_CHECKIN_FAILED;
}
