/* register_fill: a register of before becomes searchable: folded names and initials of every row, then the indexes. */
#include "adapter/register_writer.h"
#include "core/find.h"
#include "core/text.h"

enum fault fill_is_done(sqlite3 *db, bool *ret)
{
    sqlite3_stmt *statement = NULL;
    enum fault fault = sql_prepare(db, &SQL_REGISTER, "SELECT searchable FROM state", &statement);
    if (fault == FAULT_NONE) {
        int code = sqlite3_step(statement);
        fault = code == SQLITE_DONE ? FAULT_REGISTER_DAMAGED : sql_fault(db, &SQL_REGISTER, code);
        *ret = code == SQLITE_ROW && sqlite3_column_int(statement, 0);
    }
    sqlite3_finalize(statement);
    return fault;
}

static enum fault fill_row(sqlite3_stmt *rows, sqlite3_stmt *update)
{
    char name[NAME_SIZE], folded[NAME_SIZE], initials[INITIALS_SIZE];
    enum fault fault = sql_text(rows, 1, &SQL_REGISTER, name, sizeof name);
    if (fault != FAULT_NONE) {
        return fault;
    }
    if (text_fold(folded, sizeof folded, name) != FAULT_NONE) {
        folded[0] = '\0';
    }
    find_initials(folded, initials);
    sqlite3_bind_int64(update, 1, sqlite3_column_int64(rows, 0));
    sql_bind(update, 2, folded);
    sql_bind(update, 3, initials);
    return sql_once(update, &SQL_REGISTER);
}

static enum fault fill_rows(sqlite3 *db)
{
    sqlite3_stmt *rows = NULL, *update = NULL;
    enum fault fault =
        sql_prepare(db, &SQL_REGISTER, "SELECT rowid, hoTen FROM member ORDER BY rowid", &rows);
    if (fault == FAULT_NONE) {
        fault = sql_prepare(db, &SQL_REGISTER, "UPDATE member SET tenGap = ?2, chuDau = ?3 WHERE rowid = ?1",
                            &update);
    }
    int code = SQLITE_DONE;
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = fill_row(rows, update);
    }
    fault = fault == FAULT_NONE ? sql_fault(db, &SQL_REGISTER, code) : fault;
    sqlite3_finalize(update);
    sqlite3_finalize(rows);
    return fault;
}

enum fault fill_search(sqlite3 *db)
{
    bool done;
    enum fault fault = fill_is_done(db, &done);
    if (fault != FAULT_NONE || done) {
        return fault;
    }
    fault = fill_rows(db);
    return fault == FAULT_NONE ? sql_run(db, &SQL_REGISTER, REGISTER_SEARCH) : fault;
}
