/* stage_lists: the journal's lists of a script: today's acts by filter, difficulties, statistics. */
#include "core/text.h"
#include "stage.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool copy(char *out, size_t size, const char *text)
{
    return text_copy(out, size, text) == FAULT_NONE;
}

static bool takes(enum act_filter filter, const struct act *act)
{
    switch (filter) {
    case ACT_UNCHECKED: return !act->undone && act->unchecked;
    case ACT_CORRECTED: return !act->undone && act->corrections > 0;
    case ACT_PROVISIONAL: return !act->undone && !act->alone && act->status == INTAKE_PROVISIONAL;
    case ACT_DIFFICULTY: return !act->undone && act->difficulty;
    default: return true;
    }
}

static void count(struct day_totals *totals, const struct act *act)
{
    totals->undone += act->undone;
    totals->intakes += !act->undone && !act->alone;
    totals->admitted += !act->undone && !act->alone && act->status == INTAKE_ADMITTED;
    totals->provisional += !act->undone && !act->alone && act->status == INTAKE_PROVISIONAL;
    totals->not_insured += !act->undone && !act->alone && act->status == INTAKE_NOT_INSURED;
    totals->difficulties += !act->undone && act->difficulty;
    for (int filter = 0; filter < ACT_FILTER_COUNT; filter++) {
        totals->by_filter[filter] += takes((enum act_filter)filter, act);
    }
}

/* What the waiting screen shows is the stage's whole journal of today. */
struct wish stage_today(struct stage *stage)
{
    struct desk *desk = &stage->desk;
    struct day_totals *totals = &desk->totals;
    *totals = (struct day_totals){.intakes = 0};
    memcpy(totals->closed_at, stage->closed_at, sizeof totals->closed_at);
    memcpy(totals->closed_by, desk->hospital.clerk, sizeof totals->closed_by);
    desk->list_count = 0;
    for (int i = 0; i < desk->latest_count; i++) {
        count(totals, &desk->latest[i]);
        if (takes(desk->filter, &desk->latest[i])) {
            desk->list[desk->list_count++] = desk->latest[i];
        }
    }
    desk->list_total = desk->list_count;
    return desk_listed(desk, stage->now);
}

void stage_undo(struct stage *stage)
{
    struct desk *desk = &stage->desk;
    for (int i = 0; i < desk->latest_count; i++) {
        if (strcmp(desk->latest[i].id, desk->last.id) == 0) {
            desk->latest[i].undone = true;
        }
    }
    (void)stage_today(stage);
}

void stage_close_day(struct stage *stage)
{
    const struct status *status = &stage->desk.status;
    snprintf(stage->closed_at, sizeof stage->closed_at, "%.10sT%.5s", status->today, status->clock);
    (void)stage_today(stage);
}

static void count_open(struct stage *stage)
{
    struct status *status = &stage->desk.status;
    status->difficulties = 0;
    for (int i = 0; i < stage->difficulty_count; i++) {
        status->difficulties += stage->difficulties[i].state != DIFFICULTY_ANSWERED;
    }
}

struct wish stage_difficulties(struct stage *stage)
{
    struct desk *desk = &stage->desk;
    desk->difficulties_count = 0;
    for (int i = stage->difficulty_count - 1; i >= 0; i--) {
        bool all = desk->difficulty_filter == DIFFICULTY_STATES;
        if (all || stage->difficulties[i].state == desk->difficulty_filter) {
            desk->difficulties[desk->difficulties_count++] = stage->difficulties[i];
        }
    }
    desk->difficulties_total = desk->difficulties_count;
    return desk_difficulties_listed(desk, stage->now);
}

void stage_answer(struct stage *stage)
{
    struct difficulty_record *record = &stage->difficulties[stage->desk.answered.number - 1];
    *record = stage->desk.answered;
    memcpy(record->state_day, stage->desk.status.today, sizeof record->state_day);
    count_open(stage);
    (void)stage_difficulties(stage);
}

struct wish stage_difficulty_read(struct stage *stage)
{
    const struct difficulty_record *record = &stage->difficulties[stage->desk.answered.number - 1];
    struct difficulty_detail detail = {.verdict = VERDICT_MISMATCH};
    memcpy(detail.card.facility, "79014", FACILITY_SIZE);
    memcpy(detail.system.facility, "79025", FACILITY_SIZE);
    finding_add(&detail.findings, FINDING_FACILITY_DIFFERENT);
    return desk_difficulty_open(&stage->desk, FAULT_NONE, record, &detail, stage->now);
}

/* The open review's, beside it. */
void stage_difficulty(struct stage *stage)
{
    struct desk *desk = &stage->desk;
    const struct intake *intake = &desk->intake;
    struct difficulty_record *record = &stage->difficulties[stage->difficulty_count];
    *record = (struct difficulty_record){.number = ++stage->difficulty_count, .kind = intake->difficulty};
    snprintf(record->at, sizeof record->at, "%.10sT%.5s", desk->status.today, desk->status.clock);
    memcpy(record->state_day, desk->status.today, sizeof record->state_day);
    memcpy(record->name, intake->facts.name, sizeof record->name);
    memcpy(record->number_shown, intake->facts.number, sizeof record->number_shown);
    memcpy(record->phone, intake->contact.phone, sizeof record->phone);
    memcpy(record->text, intake->difficulty_text, sizeof record->text);
    desk->answered.number = record->number;
    count_open(stage);
}

static bool add_difficulty(struct stage *stage, char *text)
{
    static const char *const states[] = {"open", "sent", "answered"};
    struct difficulty_record *record = &stage->difficulties[stage->difficulty_count];
    if (stage->difficulty_count == DESK_LIST || !copy(record->at, sizeof record->at, stage_part(&text)) ||
        !copy(record->name, NAME_SIZE, stage_part(&text))) {
        return false;
    }
    record->kind = difficulty_named(stage_part(&text));
    const char *state = stage_part(&text);
    for (int i = 0; i < DIFFICULTY_STATES; i++) {
        record->state = strcmp(state, states[i]) == 0 ? (enum difficulty_state)i : record->state;
    }
    memcpy(record->birth_date, "1985-03-12", sizeof record->birth_date);
    memcpy(record->counter, stage->desk.hospital.counter, sizeof record->counter);
    memcpy(record->clerk, stage->desk.hospital.clerk, sizeof record->clerk);
    record->number = ++stage->difficulty_count;
    count_open(stage);
    return record->kind < DIFFICULTY_COUNT && copy(record->state_day, DATE_SIZE, stage_part(&text)) &&
           copy(record->number_shown, NUMBER_SIZE, stage_part(&text)) &&
           copy(record->phone, PHONE_SIZE, stage_part(&text)) &&
           copy(record->text, REASON_SIZE, stage_part(&text)) &&
           copy(record->reply, REASON_SIZE, stage_part(&text));
}

static bool add_day(struct statistics *counted, char *text)
{
    int i = counted->day_count++;
    return i < STATISTICS_DAYS && copy(counted->days[i].day, DATE_SIZE, stage_part(&text)) &&
           sscanf(text, "%d %d %d %d", &counted->days[i].intakes, &counted->days[i].corrected,
                  &counted->days[i].provisional, &counted->days[i].difficulties) == 4;
}

static bool add_facility(struct statistics *counted, char *text)
{
    int i = counted->facility_count++;
    return i < STATISTICS_TOP && copy(counted->facilities[i].code, FACILITY_SIZE, stage_part(&text)) &&
           sscanf(text, "%d", &counted->facilities[i].count) == 1;
}

static bool add_counter(struct statistics *counted, char *text)
{
    int i = counted->counter_count++;
    return i < STATISTICS_TOP && copy(counted->counters[i].name, PLACE_SIZE, stage_part(&text)) &&
           sscanf(text, "%d %d", &counted->counters[i].intakes, &counted->counters[i].difficulties) == 2;
}

static bool add_counted(struct statistics *counted, char *text)
{
    const char *what = stage_part(&text);
    if (strcmp(what, "day") == 0) {
        return add_day(counted, text);
    }
    if (strcmp(what, "facility") == 0) {
        return add_facility(counted, text);
    }
    if (strcmp(what, "counter") == 0) {
        return add_counter(counted, text);
    }
    const char *which = stage_part(&text);
    int value = (int)strtol(stage_part(&text), NULL, 10);
    if (strcmp(what, "hour") == 0) {
        counted->hours[strtol(which, NULL, 10) % STATISTICS_HOURS] = value;
        counted->intakes += value;
    } else if (strcmp(what, "finding") == 0 && finding_named(which) < FINDING_COUNT) {
        counted->findings[finding_named(which)] = value;
    } else if (strcmp(what, "difficulty") == 0 && difficulty_named(which) < DIFFICULTY_COUNT) {
        counted->difficulties[difficulty_named(which)] = value;
    } else {
        return false;
    }
    return true;
}

struct wish stage_statistics(struct stage *stage)
{
    struct statistics *shown = &stage->desk.statistics, asked = *shown;
    *shown = stage->counted;
    memcpy(shown->from, asked.from, sizeof shown->from);
    memcpy(shown->to, asked.to, sizeof shown->to);
    return desk_statistics(&stage->desk, stage->now);
}

bool stage_lists(struct stage *stage, const char *name, char *text, bool *ret_known)
{
    *ret_known = true;
    if (strcmp(name, "difficulty") == 0) {
        return add_difficulty(stage, text);
    }
    if (strcmp(name, "counted") == 0) {
        return add_counted(&stage->counted, text);
    }
    if (strcmp(name, "remind") == 0) {
        int *days = &stage->desk.hospital.remind_days;
        *days = (int)strtol(text, NULL, 10);
        return *days > 0;
    }
    if (strcmp(name, "due") == 0) {
        return stage->desk.status.difficulties_due = (int)strtol(text, NULL, 10), true;
    }
    return *ret_known = false;
}
