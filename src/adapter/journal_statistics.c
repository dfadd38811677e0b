/* journal_statistics: the intakes of some days counted: one walk along the index of their days, and short lists. */
#include "adapter/journal_file.h"
#include "core/text.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

static void begin(struct statistics *ret)
{
    long first = date_days(ret->from), last = date_days(ret->to);
    struct statistics empty = {.day_count = (int)(last - first) + 1};
    assert(empty.day_count >= 1 && empty.day_count <= STATISTICS_DAYS);
    memcpy(empty.from, ret->from, DATE_SIZE);
    memcpy(empty.to, ret->to, DATE_SIZE);
    for (int i = 0; i < empty.day_count; i++) {
        date_from_days(first + i, empty.days[i].day);
    }
    *ret = empty;
}

/* Which of the days it is; a day that is none counts for the first. */
static int place_of(const struct statistics *statistics, const char *day)
{
    long place = date_full(day) ? date_days(day) - date_days(statistics->from) : 0;
    return place >= 0 && place < statistics->day_count ? (int)place : 0;
}

/* The present row of GET_COUNTED. */
static enum fault count_intake(sqlite3_stmt *row, struct statistics *ret)
{
    char day[DATE_SIZE], at[INSTANT_SIZE], status[24], findings[FINDINGS_TEXT_SIZE], clock[6];
    const struct journal_text texts[] = {
        {day, DATE_SIZE}, {at, sizeof at}, {status, sizeof status}, {findings, FINDINGS_TEXT_SIZE}};
    struct findings found = {.count = 0};
    enum fault fault = journal_texts(row, 0, texts, 4);
    if (fault != FAULT_NONE) {
        return fault;
    }
    int place = place_of(ret, day);
    instant_clock(at, clock);
    findings_read(findings, &found);
    ret->intakes++;
    ret->hours[atoi(clock) % STATISTICS_HOURS]++;
    ret->days[place].intakes++;
    ret->days[place].corrected += sqlite3_column_int(row, 4);
    ret->days[place].provisional += strcmp(status, intake_status_code(INTAKE_PROVISIONAL)) == 0;
    for (int i = 0; i < found.count; i++) {
        ret->findings[found.list[i]]++;
    }
    return FAULT_NONE;
}

static enum fault take_facility(sqlite3_stmt *row, struct statistics *ret)
{
    char code[ADDRESS_SIZE];
    enum fault fault = sql_text(row, 0, &SQL_JOURNAL, code, sizeof code);
    int place = ret->facility_count;
    if (fault == FAULT_NONE && place < STATISTICS_TOP) {
        fault = text_copy(ret->facilities[place].code, FACILITY_SIZE, code);
        ret->facilities[place].count = sqlite3_column_int(row, 1);
        ret->facility_count++;
    }
    return fault;
}

static enum fault count_opened(sqlite3_stmt *row, struct statistics *ret)
{
    char day[DATE_SIZE], kind[24];
    const struct journal_text texts[] = {{day, DATE_SIZE}, {kind, sizeof kind}};
    enum fault fault = journal_texts(row, 0, texts, 2);
    if (fault == FAULT_NONE) {
        int count = sqlite3_column_int(row, 2);
        ret->days[place_of(ret, day)].difficulties += count;
        ret->difficulties[difficulty_kept(kind)] += count;
    }
    return fault;
}

static enum fault take_counter(sqlite3_stmt *row, struct statistics *ret)
{
    int place = ret->counter_count;
    if (place >= STATISTICS_TOP) {
        return FAULT_NONE;
    }
    ret->counters[place].intakes = sqlite3_column_int(row, 1);
    ret->counters[place].difficulties = sqlite3_column_int(row, 2);
    ret->counter_count++;
    return sql_text(row, 0, &SQL_JOURNAL, ret->counters[place].name, PLACE_SIZE);
}

static enum fault walk(struct journal *journal, enum journal_statement which,
                       enum fault (*take)(sqlite3_stmt *, struct statistics *), struct statistics *ret)
{
    sqlite3_stmt *rows = journal->statements[which];
    enum fault fault = FAULT_NONE;
    int code = SQLITE_DONE;
    sql_bind(rows, 1, ret->from);
    sql_bind(rows, 2, ret->to);
    if (sqlite3_bind_parameter_count(rows) > 2) {
        sqlite3_bind_int(rows, 3, STATISTICS_TOP);
    }
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = take(rows, ret);
    }
    fault = fault == FAULT_NONE ? sql_fault(journal->db, &SQL_JOURNAL, code) : fault;
    sqlite3_reset(rows);
    return fault;
}

enum fault journal_statistics(struct journal *journal, struct statistics *ret)
{
    begin(ret);
    enum fault fault = walk(journal, JOURNAL_GET_COUNTED, count_intake, ret);
    fault = fault == FAULT_NONE ? walk(journal, JOURNAL_GET_FACILITIES, take_facility, ret) : fault;
    fault = fault == FAULT_NONE ? walk(journal, JOURNAL_GET_OPENED, count_opened, ret) : fault;
    return fault == FAULT_NONE ? walk(journal, JOURNAL_GET_COUNTERS, take_counter, ret) : fault;
}
