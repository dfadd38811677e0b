/* journal_read: a line of the lists of acts, this counter's last act, an earlier intake of a person. */
#include "adapter/journal_file.h"
#include <string.h>

void journal_know(struct journal_person *person, const char *key)
{
    for (int i = 0; i < person->count; i++) {
        if (strcmp(person->keys[i], key) == 0) {
            return;
        }
    }
    if (*key && person->count < JOURNAL_KEYS) {
        strcpy(person->keys[person->count++], key);
    }
}

static enum fault read_repeat(sqlite3_stmt *statement, struct repeat *ret)
{
    char at[INSTANT_SIZE];
    enum fault fault = sql_text(statement, 0, &SQL_JOURNAL, ret->id, sizeof ret->id);
    fault = fault == FAULT_NONE ? sql_text(statement, 1, &SQL_JOURNAL, at, sizeof at) : fault;
    fault =
        fault == FAULT_NONE ? sql_text(statement, 2, &SQL_JOURNAL, ret->counter, sizeof ret->counter) : fault;
    fault = fault == FAULT_NONE ? sql_text(statement, 3, &SQL_JOURNAL, ret->clerk, sizeof ret->clerk) : fault;
    if (fault == FAULT_NONE) {
        instant_clock(at, ret->time);
        ret->found = true;
    }
    return fault;
}

enum fault journal_repeat(struct journal *journal, const char *day, const struct journal_person *person,
                          struct repeat *ret)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_GET_REPEAT];
    bool found;
    memset(ret, 0, sizeof *ret);
    if (person->count == 0) {
        return FAULT_NONE;
    }
    sqlite3_clear_bindings(statement);
    sql_bind(statement, 1, day);
    for (int i = 0; i < person->count; i++) {
        sql_bind(statement, i + 2, person->keys[i]);
    }
    enum fault fault = journal_row(journal, JOURNAL_GET_REPEAT, &found);
    if (fault == FAULT_NONE && found) {
        fault = read_repeat(statement, ret);
    }
    sqlite3_reset(statement);
    return fault;
}

static enum intake_status status_of(const char *code)
{
    for (int i = INTAKE_ADMITTED; i <= INTAKE_NOT_INSURED; i++) {
        if (strcmp(code, intake_status_code((enum intake_status)i)) == 0) {
            return (enum intake_status)i;
        }
    }
    return INTAKE_PROVISIONAL;
}

enum verdict verdict_named(const char *code)
{
    for (int i = 0; i < VERDICT_COUNT; i++) {
        if (strcmp(code, verdict_code((enum verdict)i)) == 0) {
            return (enum verdict)i;
        }
    }
    return VERDICT_UNCHECKED;
}

enum fault act_read(sqlite3_stmt *row, struct act *ret)
{
    char at[INSTANT_SIZE], kind[16], status[24], verdict[24];
    const struct {
        char *out;
        size_t cap;
    } texts[] = {
        {ret->id, sizeof ret->id},    {at, sizeof at},
        {ret->counter, PLACE_SIZE},   {ret->clerk, PLACE_SIZE},
        {kind, sizeof kind},          {status, sizeof status},
        {verdict, sizeof verdict},    {ret->name, sizeof ret->name},
        {ret->birth_date, DATE_SIZE},
    };
    int count = sizeof texts / sizeof *texts;
    for (int i = 0; i < count; i++) {
        enum fault fault = sql_text(row, i, &SQL_JOURNAL, texts[i].out, texts[i].cap);
        if (fault != FAULT_NONE) {
            return fault;
        }
    }
    instant_clock(at, ret->time);
    ret->alone = strcmp(kind, "difficulty") == 0;
    ret->status = status_of(status);
    ret->verdict = verdict_named(verdict);
    ret->corrections = sqlite3_column_int(row, count);
    ret->undone = sqlite3_column_int(row, count + 1);
    ret->difficulty = sqlite3_column_int(row, count + 2);
    ret->unchecked = sqlite3_column_int(row, count + 3);
    ret->nameless = sqlite3_column_int(row, count + 4);
    return FAULT_NONE;
}

enum fault journal_last(struct journal *journal, const char *counter, const char *today, struct act *ret)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_GET_LAST];
    bool found;
    *ret = (struct act){.id = ""};
    sql_bind(statement, 1, counter);
    sql_bind(statement, 2, today);
    enum fault fault = journal_row(journal, JOURNAL_GET_LAST, &found);
    if (fault == FAULT_NONE && found) {
        fault = act_read(statement, ret);
    }
    sqlite3_reset(statement);
    return fault;
}
