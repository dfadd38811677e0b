/* journal_difficulty: difficulties get a number, move from open to sent and answered, and stand on a list. */
#include "adapter/journal_file.h"
#include <string.h>

const char *difficulty_state_code(enum difficulty_state state)
{
    static const char *const codes[] = {"open", "sent", "answered", ""};
    return codes[state];
}

enum difficulty difficulty_kept(const char *code)
{
    enum difficulty difficulty = difficulty_named(code);
    return difficulty < DIFFICULTY_COUNT ? difficulty : DIFFICULTY_OTHER;
}

/* The number of the difficulty that a revision only says again, 0 for none. */
static enum fault find_same(struct journal *journal, long long of, const struct intake *intake, long *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_FIND_SAME];
    bool found;
    sqlite3_bind_int64(row, 1, of);
    sql_bind(row, 2, difficulty_code(intake->difficulty));
    sql_bind(row, 3, intake->difficulty_text);
    enum fault fault = journal_row(journal, JOURNAL_FIND_SAME, &found);
    *ret = fault == FAULT_NONE && found ? (long)sqlite3_column_int64(row, 0) : 0;
    sqlite3_reset(row);
    return fault;
}

static enum fault put_stated(struct journal *journal, long long id, const struct intake *intake)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < FIELD_COUNT; i++) {
        enum field field = (enum field)i;
        const char *system = facts_get(&intake->system, field);
        if (*system && strcmp(system, facts_get(&intake->card, field)) != 0) {
            fault = JOURNAL_PUT(journal, JOURNAL_PUT_STATED, id, field_code(field), system);
        }
    }
    return fault;
}

enum fault docket_put(struct journal *journal, long long id, long long of, const char *day,
                      const struct intake *intake, long *ret_number)
{
    long number = 0;
    enum fault fault = FAULT_NONE;
    if (intake->difficulty == DIFFICULTY_NONE) {
        *ret_number = 0;
        return FAULT_NONE;
    }
    if (of != id) {
        fault = find_same(journal, of, intake, &number);
    }
    if (fault == FAULT_NONE && number == 0) {
        sqlite3_bind_int64(journal->statements[JOURNAL_PUT_DOCKET], 3, of);
        fault = JOURNAL_PUT(journal, JOURNAL_PUT_DOCKET, id, day);
        number = (long)sqlite3_last_insert_rowid(journal->db);
        sqlite3_bind_int64(journal->statements[JOURNAL_PUT_NUMBERED], 2, number);
        fault = fault == FAULT_NONE ? journal_set(journal, JOURNAL_PUT_NUMBERED, id) : fault;
    }
    fault = fault == FAULT_NONE ? put_stated(journal, id, intake) : fault;
    if (fault == FAULT_NONE) {
        *ret_number = number;
    }
    return fault;
}

enum fault docket_drop(struct journal *journal, long long of)
{
    return journal_set(journal, JOURNAL_DROP_DOCKET, of);
}

/* Where a difficulty stands; number 0: it is not on the list. */
struct standing {
    long number;
    long long entry, of;
    char state[16], reply[REASON_SIZE];
};

static enum fault find(struct journal *journal, long number, struct standing *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_FIND_DOCKET];
    bool found;
    *ret = (struct standing){.number = 0};
    sqlite3_bind_int64(row, 1, number);
    enum fault fault = journal_row(journal, JOURNAL_FIND_DOCKET, &found);
    if (fault == FAULT_NONE && found) {
        const struct journal_text texts[] = {{ret->state, sizeof ret->state}, {ret->reply, REASON_SIZE}};
        ret->number = number;
        ret->entry = sqlite3_column_int64(row, 0);
        ret->of = sqlite3_column_int64(row, 1);
        fault = journal_texts(row, 2, texts, 2);
    }
    sqlite3_reset(row);
    return fault == FAULT_NONE && !found ? FAULT_RECORD_GONE : fault;
}

static enum fault put_progress(struct journal *journal, const struct difficulty_record *record,
                               const struct writer *writer)
{
    struct place_in_chain place;
    char own[ID_SIZE];
    date_text day;
    const char *state = difficulty_state_code(record->state);
    sqlite3_stmt *docket = journal->statements[JOURNAL_SET_DOCKET];
    date_of_time(writer->now, day);
    enum fault fault = entry_begin(journal, &place);
    sqlite3_bind_int64(journal->statements[JOURNAL_PUT_PROGRESS], 4, record->number);
    fault = fault == FAULT_NONE ? JOURNAL_PUT(journal, JOURNAL_PUT_PROGRESS, place.id, state, record->reply)
                                : fault;
    fault = fault == FAULT_NONE ? entry_end(journal, &place, "progress", writer, own) : fault;
    sqlite3_bind_int64(docket, 4, place.id);
    return fault == FAULT_NONE ? JOURNAL_PUT(journal, JOURNAL_SET_DOCKET, record->number, state, day) : fault;
}

static enum fault move(struct journal *journal, const struct difficulty_record *record,
                       const struct writer *writer)
{
    struct standing standing;
    enum fault fault = find(journal, record->number, &standing);
    bool so = strcmp(standing.state, difficulty_state_code(record->state)) == 0 &&
              strcmp(standing.reply, record->reply) == 0;
    return fault == FAULT_NONE && !so ? put_progress(journal, record, writer) : fault;
}

enum fault journal_difficulty_move(struct journal *journal, const struct difficulty_record *record,
                                   const struct writer *writer)
{
    enum fault fault = journal_begin(journal);
    return fault == FAULT_NONE ? journal_end(journal, move(journal, record, writer)) : fault;
}

static enum difficulty_state state_of(const char *code)
{
    return strcmp(code, difficulty_state_code(DIFFICULTY_SENT)) == 0       ? DIFFICULTY_SENT
           : strcmp(code, difficulty_state_code(DIFFICULTY_ANSWERED)) == 0 ? DIFFICULTY_ANSWERED
                                                                           : DIFFICULTY_OPEN;
}

/* The present row of JOURNAL_DOCKET. */
static enum fault read_record(sqlite3_stmt *row, struct difficulty_record *ret)
{
    char at[INSTANT_SIZE], kind[24], state[16];
    const struct journal_text texts[] = {
        {ret->act, ID_SIZE},
        {at, sizeof at},
        {kind, sizeof kind},
        {ret->text, REASON_SIZE},
        {ret->name, NAME_SIZE},
        {ret->birth_date, DATE_SIZE},
        {ret->number_shown, NUMBER_SIZE},
        {ret->phone, PHONE_SIZE},
        {ret->counter, PLACE_SIZE},
        {ret->clerk, PLACE_SIZE},
        {state, sizeof state},
        {ret->state_day, DATE_SIZE},
        {ret->reply, REASON_SIZE},
    };
    enum fault fault = journal_texts(row, 1, texts, sizeof texts / sizeof *texts);
    if (fault == FAULT_NONE) {
        ret->number = (long)sqlite3_column_int64(row, 0);
        ret->kind = difficulty_kept(kind);
        ret->state = state_of(state);
        instant_minute(at, ret->at);
    }
    return fault;
}

static enum fault count(struct journal *journal, enum difficulty_state state, int *ret)
{
    bool all = state == DIFFICULTY_STATES, found;
    enum journal_statement which = all ? JOURNAL_COUNT_DOCKET : JOURNAL_COUNT_DOCKET_STATE;
    sqlite3_stmt *row = journal->statements[which];
    if (!all) {
        sql_bind(row, 1, difficulty_state_code(state));
    }
    enum fault fault = journal_row(journal, which, &found);
    if (fault == FAULT_NONE && found) {
        *ret = sqlite3_column_int(row, 0);
    }
    sqlite3_reset(row);
    return fault;
}

enum fault journal_difficulties(struct journal *journal, enum difficulty_state state, const char *due,
                                int top, struct difficulty_record *ret, int max, int *ret_count,
                                int *ret_total)
{
    bool all = state == DIFFICULTY_STATES;
    sqlite3_stmt *rows = journal->statements[all ? JOURNAL_GET_DOCKET : JOURNAL_GET_DOCKET_STATE];
    int code = SQLITE_DONE, read = 0, total = 0;
    enum fault fault = FAULT_NONE;
    sqlite3_bind_int(rows, 1, max);
    sqlite3_bind_int(rows, 2, top);
    sql_bind(rows, 3, due);
    if (!all) {
        sql_bind(rows, 4, difficulty_state_code(state));
    }
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = read_record(rows, &ret[read]);
        read += fault == FAULT_NONE;
    }
    fault = fault == FAULT_NONE ? sql_fault(journal->db, &SQL_JOURNAL, code) : fault;
    sqlite3_reset(rows);
    fault = fault == FAULT_NONE ? count(journal, state, &total) : fault;
    if (fault == FAULT_NONE) {
        *ret_count = read;
        *ret_total = total;
    }
    return fault;
}

enum fault journal_difficulties_due(struct journal *journal, const char *today, int days, int *ret_open,
                                    int *ret_due)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_COUNT_DUE];
    date_text last = "";
    bool found;
    if (days > 0) {
        date_from_days(date_days(today) - days, last);
    }
    sql_bind(row, 1, last);
    enum fault fault = journal_row(journal, JOURNAL_COUNT_DUE, &found);
    if (fault == FAULT_NONE && found) {
        *ret_open = sqlite3_column_int(row, 0);
        *ret_due = sqlite3_column_int(row, 1);
    }
    sqlite3_reset(row);
    return fault;
}

static enum fault read_one(struct journal *journal, long number, struct difficulty_record *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_DOCKET_ONE];
    bool found;
    sqlite3_bind_int64(row, 1, number);
    enum fault fault = journal_row(journal, JOURNAL_GET_DOCKET_ONE, &found);
    if (fault == FAULT_NONE) {
        fault = found ? read_record(row, ret) : FAULT_RECORD_GONE;
    }
    sqlite3_reset(row);
    return fault;
}

enum fault journal_difficulty_read(struct journal *journal, long number, struct difficulty_record *ret,
                                   struct difficulty_detail *ret_detail)
{
    struct standing standing;
    enum fault fault = read_one(journal, number, ret);
    if (fault != FAULT_NONE || !ret_detail) {
        return fault;
    }
    fault = find(journal, number, &standing);
    return fault == FAULT_NONE ? difficulty_detail(journal, standing.entry, standing.of, ret_detail) : fault;
}
