/* journal_day: the intakes of a day, its totals, and that it was closed. */
#include "adapter/journal_file.h"
#include <string.h>

static void bind_filter(sqlite3_stmt *statement, const char *day, enum act_filter filter)
{
    sql_bind(statement, 1, day);
    sqlite3_bind_int(statement, 2, (int)filter);
}

static enum fault count(struct journal *journal, const char *day, enum act_filter filter, int *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_COUNT_DAY];
    bool found;
    bind_filter(row, day, filter);
    enum fault fault = journal_row(journal, JOURNAL_COUNT_DAY, &found);
    *ret = fault == FAULT_NONE && found ? sqlite3_column_int(row, 0) : 0;
    sqlite3_reset(row);
    return fault;
}

enum fault journal_day(struct journal *journal, const char *day, enum act_filter filter, int top,
                       struct act *ret, int max, int *ret_count, int *ret_total)
{
    sqlite3_stmt *rows = journal->statements[JOURNAL_GET_DAY];
    int code = SQLITE_DONE, read = 0, total = 0;
    enum fault fault = FAULT_NONE;
    bind_filter(rows, day, filter);
    sqlite3_bind_int(rows, 3, max);
    sqlite3_bind_int(rows, 4, top);
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = act_read(rows, &ret[read]);
        read += fault == FAULT_NONE;
    }
    fault = fault == FAULT_NONE ? sql_fault(journal->db, &SQL_JOURNAL, code) : fault;
    sqlite3_reset(rows);
    fault = fault == FAULT_NONE ? count(journal, day, filter, &total) : fault;
    if (fault == FAULT_NONE) {
        *ret_count = read;
        *ret_total = total;
    }
    return fault;
}

static enum fault read_totals(struct journal *journal, const char *day, struct day_totals *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_TOTALS];
    int *const columns[] = {
        &ret->intakes,
        &ret->admitted,
        &ret->provisional,
        &ret->not_insured,
        &ret->by_filter[ACT_UNCHECKED],
        &ret->by_filter[ACT_CORRECTED],
        &ret->by_filter[ACT_DIFFICULTY],
        &ret->undone,
    };
    bool found;
    sql_bind(row, 1, day);
    enum fault fault = journal_row(journal, JOURNAL_GET_TOTALS, &found);
    for (int i = 0; fault == FAULT_NONE && found && i < (int)(sizeof columns / sizeof *columns); i++) {
        *columns[i] = sqlite3_column_int(row, i);
    }
    sqlite3_reset(row);
    ret->by_filter[ACT_ALL] = ret->intakes;
    ret->by_filter[ACT_PROVISIONAL] = ret->provisional;
    return fault;
}

static enum fault read_closed(struct journal *journal, const char *day, struct day_totals *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_CLOSED_DAY];
    char at[INSTANT_SIZE];
    bool found;
    sql_bind(row, 1, day);
    enum fault fault = journal_row(journal, JOURNAL_GET_CLOSED_DAY, &found);
    if (fault == FAULT_NONE && found) {
        const struct journal_text texts[] = {{at, sizeof at}, {ret->closed_by, PLACE_SIZE}};
        fault = journal_texts(row, 0, texts, 2);
    }
    sqlite3_reset(row);
    if (fault == FAULT_NONE && found) {
        instant_minute(at, ret->closed_at);
    }
    return fault;
}

enum fault journal_totals(struct journal *journal, const char *day, struct day_totals *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_COUNT_OPENED];
    struct day_totals totals = {.closed_at = ""};
    long long opened = 0;
    enum fault fault = read_totals(journal, day, &totals);
    sql_bind(row, 1, day);
    fault = fault == FAULT_NONE ? journal_number(journal, JOURNAL_COUNT_OPENED, &opened) : fault;
    fault = fault == FAULT_NONE ? read_closed(journal, day, &totals) : fault;
    if (fault == FAULT_NONE) {
        totals.difficulties = (int)opened;
        *ret = totals;
    }
    return fault;
}

static enum fault close_day(struct journal *journal, const char *day, const struct day_totals *totals,
                            const struct writer *writer)
{
    const int counts[] = {
        totals->intakes,
        totals->admitted,
        totals->provisional,
        totals->not_insured,
        totals->by_filter[ACT_UNCHECKED],
        totals->by_filter[ACT_CORRECTED],
        totals->undone,
        totals->difficulties,
    };
    struct place_in_chain place;
    char own[ID_SIZE];
    enum fault fault = entry_begin(journal, &place);
    for (int i = 0; i < (int)(sizeof counts / sizeof *counts); i++) {
        sqlite3_bind_int(journal->statements[JOURNAL_PUT_CLOSED_DAY], i + 3, counts[i]);
    }
    fault = fault == FAULT_NONE ? JOURNAL_PUT(journal, JOURNAL_PUT_CLOSED_DAY, place.id, day) : fault;
    return fault == FAULT_NONE ? entry_end(journal, &place, "closed_day", writer, own) : fault;
}

enum fault journal_close_day(struct journal *journal, const char *day, const struct day_totals *totals,
                             const struct writer *writer)
{
    enum fault fault = journal_begin(journal);
    return fault == FAULT_NONE ? journal_end(journal, close_day(journal, day, totals, writer)) : fault;
}
