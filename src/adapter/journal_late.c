/* journal_late: the list chưa kiểm tra: who is on it, and whose turn it is. */
#include "adapter/journal_file.h"
#include <assert.h>
#include <string.h>

const char *late_state_code(enum late_state state)
{
    static const char *const codes[] = {"waits", "differs", "stuck"};
    assert(state <= LATE_STUCK);
    return codes[state];
}

enum fault late_put(struct journal *journal, long long id, const struct question *question, long long leased)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_PUT_LATE];
    sqlite3_bind_int(statement, 5, question_complete(question));
    sqlite3_bind_int64(statement, 6, leased);
    return JOURNAL_PUT(journal, JOURNAL_PUT_LATE, id, question->number, question->name, question->birth_date);
}

enum fault late_drop(struct journal *journal, long long id)
{
    return journal_set(journal, JOURNAL_DROP_LATE, id);
}

static enum late_state state_of(const char *code)
{
    return strcmp(code, late_state_code(LATE_DIFFERS)) == 0 ? LATE_DIFFERS
           : strcmp(code, late_state_code(LATE_STUCK)) == 0 ? LATE_STUCK
                                                            : LATE_WAITS;
}

static enum trouble trouble_of(const char *code)
{
    for (int i = 0; i < TROUBLE_COUNT; i++) {
        if (strcmp(code, trouble_code((enum trouble)i)) == 0) {
            return (enum trouble)i;
        }
    }
    return TROUBLE_NONE;
}

static enum fault read_late(sqlite3_stmt *row, struct late *ret)
{
    char at[INSTANT_SIZE], state[8], trouble[16];
    const struct journal_text texts[] = {
        {ret->id, ID_SIZE},
        {ret->day, DATE_SIZE},
        {at, sizeof at},
        {ret->name, NAME_SIZE},
        {ret->phone, PHONE_SIZE},
        {state, sizeof state},
        {ret->code, sizeof ret->code},
        {trouble, sizeof trouble},
    };
    int count = sizeof texts / sizeof *texts;
    enum fault fault = journal_texts(row, 0, texts, count);
    if (fault == FAULT_NONE) {
        instant_clock(at, ret->time);
        ret->state = state_of(state);
        ret->trouble = trouble_of(trouble);
        ret->tries = sqlite3_column_int(row, count);
    }
    return fault;
}

static enum fault read_totals(struct journal *journal, int *ret_total, int *ret_differing)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_LATES];
    bool found;
    enum fault fault = journal_row(journal, JOURNAL_GET_LATES, &found);
    if (fault == FAULT_NONE && found) {
        *ret_total = sqlite3_column_int(row, 0);
        *ret_differing = sqlite3_column_int(row, 1);
    }
    sqlite3_reset(row);
    return fault;
}

enum fault journal_late(struct journal *journal, int top, struct late *ret, int max, int *ret_count,
                        int *ret_total, int *ret_differing)
{
    sqlite3_stmt *rows = journal->statements[JOURNAL_GET_LATE];
    int code = SQLITE_DONE, count = 0;
    enum fault fault = FAULT_NONE;
    sqlite3_bind_int(rows, 1, max);
    sqlite3_bind_int(rows, 2, top);
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = read_late(rows, &ret[count]);
        count += fault == FAULT_NONE;
    }
    fault = fault == FAULT_NONE ? sql_fault(journal->db, &SQL_JOURNAL, code) : fault;
    sqlite3_reset(rows);
    fault = fault == FAULT_NONE ? read_totals(journal, ret_total, ret_differing) : fault;
    if (fault == FAULT_NONE) {
        *ret_count = count;
    }
    return fault;
}

enum fault journal_lease(struct journal *journal, enum journal_statement which, long long id, long long until)
{
    sqlite3_bind_int64(journal->statements[which], 2, until);
    return journal_set(journal, which, id);
}

enum fault journal_when(struct journal *journal, enum journal_statement which, long long *ret)
{
    enum fault fault = journal_number(journal, which, ret);
    if (fault == FAULT_NONE) {
        *ret = *ret < 0 ? 0 : *ret > 0 ? *ret : 1;
    }
    return fault;
}

enum fault late_question(struct journal *journal, long long id, struct question *ret, bool *ret_listed)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_QUESTION];
    *ret = (struct question){.number = ""};
    sqlite3_bind_int64(row, 1, id);
    enum fault fault = journal_row(journal, JOURNAL_GET_QUESTION, ret_listed);
    if (fault == FAULT_NONE && *ret_listed) {
        const struct journal_text texts[] = {
            {ret->number, NUMBER_SIZE}, {ret->name, NAME_SIZE}, {ret->birth_date, DATE_SIZE}};
        fault = journal_texts(row, 0, texts, 3);
    }
    sqlite3_reset(row);
    return fault;
}

static enum fault take(struct journal *journal, long long now, int lease, char ret_id[ID_SIZE],
                       struct question *ret_question, long long *ret_next)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_NEXT_LATE];
    long long id = 0;
    bool found;
    sqlite3_bind_int64(row, 1, now);
    enum fault fault = journal_row(journal, JOURNAL_NEXT_LATE, &found);
    if (fault == FAULT_NONE && found) {
        id = sqlite3_column_int64(row, 0);
        fault = sql_text(row, 1, &SQL_JOURNAL, ret_id, ID_SIZE);
    }
    sqlite3_reset(row);
    if (fault == FAULT_NONE && id) {
        fault = late_question(journal, id, ret_question, &found);
        fault = fault == FAULT_NONE ? journal_lease(journal, JOURNAL_LEASE_LATE, id, now + lease) : fault;
    }
    return fault == FAULT_NONE ? journal_when(journal, JOURNAL_WHEN_LATE, ret_next) : fault;
}

enum fault journal_late_take(struct journal *journal, long long now, int lease, char ret_id[ID_SIZE],
                             struct question *ret_question, long long *ret_next)
{
    ret_id[0] = '\0';
    enum fault fault = journal_begin_light(journal);
    if (fault == FAULT_NONE) {
        fault = journal_end_light(journal, take(journal, now, lease, ret_id, ret_question, ret_next));
    }
    if (fault != FAULT_NONE) {
        ret_id[0] = '\0';
    }
    return fault;
}
