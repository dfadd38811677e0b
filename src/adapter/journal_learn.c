/* journal_learn: what the counter learned for the register and waits there while an import holds it. */
#include "adapter/journal_file.h"
#include "adapter/register_row.h"
#include <stdio.h>

enum fault journal_waiting(struct journal *journal, struct capture *ret)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_GET_WAITING];
    bool found;
    *ret = (struct capture){.id = 0};
    enum fault fault = journal_row(journal, JOURNAL_GET_WAITING, &found);
    if (fault == FAULT_NONE && found) {
        ret->id = sqlite3_column_int64(statement, 0);
        ret->clear = sqlite3_column_int(statement, 3);
        fault = sql_text(statement, 1, &SQL_JOURNAL, ret->bhxh, sizeof ret->bhxh);
        fault =
            fault == FAULT_NONE ? sql_text(statement, 2, &SQL_JOURNAL, ret->cccd, sizeof ret->cccd) : fault;
    }
    sqlite3_reset(statement);
    return fault;
}

enum fault journal_applied(struct journal *journal, long long id)
{
    sqlite3_bind_int64(journal->statements[JOURNAL_SET_DONE], 1, id);
    return journal_once(journal, JOURNAL_SET_DONE);
}

/* These two are prepared when needed: it is seldom, while an import runs. */
enum fault journal_learn(struct journal *journal, const struct member *member)
{
    sqlite3_stmt *statement = NULL;
    char folded[NAME_SIZE], sql[1024];
    size_t len = (size_t)snprintf(sql, sizeof sql, "INSERT INTO learned (%s) VALUES (", REGISTER_COLUMNS);
    for (int i = 0; i < REGISTER_WIDTH; i++) {
        len += (size_t)snprintf(sql + len, sizeof sql - len, "?%s", i + 1 < REGISTER_WIDTH ? "," : ")");
    }
    enum fault fault = sql_prepare(journal->db, &SQL_JOURNAL, sql, &statement);
    if (fault == FAULT_NONE) {
        register_fold(member, folded);
        register_bind_row(statement, member, folded);
        fault = sql_once(statement, &SQL_JOURNAL);
    }
    sqlite3_finalize(statement);
    return fault;
}

enum fault journal_learned(struct journal *journal, long long *ret_id, struct member *ret)
{
    sqlite3_stmt *row = NULL;
    char sql[1024];
    enum fault fault = journal_number(journal, JOURNAL_GET_LEARNED, ret_id);
    if (fault != FAULT_NONE || *ret_id == 0) {
        return fault;
    }
    snprintf(sql, sizeof sql, "SELECT %s FROM learned WHERE id = ?", REGISTER_COLUMNS);
    fault = sql_prepare(journal->db, &SQL_JOURNAL, sql, &row);
    if (fault == FAULT_NONE) {
        sqlite3_bind_int64(row, 1, *ret_id);
        int code = sqlite3_step(row);
        fault = sql_fault(journal->db, &SQL_JOURNAL, code);
        fault = code == SQLITE_ROW    ? register_read_row(row, ret)
                : fault == FAULT_NONE ? FAULT_JOURNAL_DAMAGED
                                      : fault;
    }
    sqlite3_finalize(row);
    return fault;
}

enum fault journal_taught(struct journal *journal, long long id)
{
    return journal_set(journal, JOURNAL_DROP_LEARNED, id);
}
