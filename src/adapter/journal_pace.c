/* journal_pace: quota and circuit breaker, which all counters of the data directory share: one row, no fsync. */
#include "adapter/journal_file.h"

enum fault journal_pace(struct journal *journal, struct pace *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_PACE];
    bool found;
    enum fault fault = journal_row(journal, JOURNAL_GET_PACE, &found);
    if (fault == FAULT_NONE && found) {
        *ret = (struct pace){
            .minute = sqlite3_column_int64(row, 0),
            .day = sqlite3_column_int64(row, 1),
            .minute_count = sqlite3_column_int(row, 2),
            .day_count = sqlite3_column_int(row, 3),
            .failures = sqlite3_column_int(row, 4),
            .pause = sqlite3_column_int(row, 5),
            .open_until = sqlite3_column_int64(row, 6),
            .trial_at = sqlite3_column_int64(row, 7),
        };
    }
    sqlite3_reset(row);
    return fault == FAULT_NONE && !found ? FAULT_JOURNAL_DAMAGED : fault;
}

static enum fault write_pace(struct journal *journal, const struct pace *pace)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_SET_PACE];
    const long long values[] = {pace->minute,   pace->day,   pace->minute_count, pace->day_count,
                                pace->failures, pace->pause, pace->open_until,   pace->trial_at};
    for (int i = 0; i < (int)(sizeof values / sizeof *values); i++) {
        sqlite3_bind_int64(statement, i + 1, values[i]);
    }
    return journal_once(journal, JOURNAL_SET_PACE);
}

enum fault journal_pace_take(struct journal *journal, const struct pace_limits *limits, enum urgency urgency,
                             long long now, enum trouble *ret)
{
    struct pace pace;
    enum trouble trouble = TROUBLE_NONE;
    enum fault fault = journal_begin_light(journal);
    if (fault != FAULT_NONE) {
        return fault;
    }
    fault = journal_pace(journal, &pace);
    if (fault == FAULT_NONE) {
        trouble = pace_take(&pace, limits, urgency, now);
        fault = trouble == TROUBLE_NONE ? write_pace(journal, &pace) : FAULT_NONE;
    }
    fault = journal_end_light(journal, fault);
    if (fault == FAULT_NONE) {
        *ret = trouble;
    }
    return fault;
}

enum fault journal_pace_said(struct journal *journal, const struct pace_limits *limits, enum trouble trouble,
                             long long now)
{
    struct pace pace;
    int failures = 0;
    enum fault fault = journal_begin_light(journal);
    if (fault != FAULT_NONE) {
        return fault;
    }
    fault = journal_pace(journal, &pace);
    if (fault == FAULT_NONE) {
        failures = pace.failures;
        pace_said(&pace, limits, trouble, now);
        fault = write_pace(journal, &pace);
    }
    if (fault == FAULT_NONE && pace.failures == 0) {
        fault = late_pull_up(journal, failures);
    }
    return journal_end_light(journal, fault);
}
