/* store_sql: SQLite as the data directory uses it: opening with its checks, one fault
 * a trouble, short statements. */
#ifndef TIEPDON_STORE_SQL_H
#define TIEPDON_STORE_SQL_H
#include "core/fault.h"
#include <sqlite3.h>
#include <stddef.h>

/* How long a writer waits for another one before FAULT_STORE_BUSY. */
enum { SQL_BUSY_MS = 3000 };

/* One kind of database file: what marks it as ours, its schema in numbered steps, and its own faults. */
struct sql_kind {
    int application_id;
    int version; /* user_version once every step ran */
    const char *const *steps;
    const char *const
        *stand_ins; /* by step, from the second on: temporary tables and views for who only reads a file
                                     without it; NULL, or no entry: such a file is refused */
    enum fault missing, foreign, newer, damaged, notadb;
};

extern const struct sql_kind SQL_REGISTER, SQL_JOURNAL, SQL_REFERENCE;

/* The indexes of the search box, beside the register's steps: data/schema/register-search.sql. */
extern const char *const REGISTER_SEARCH;

enum sql_use {
    SQL_READ,   /* query_only; without any -wal and where SQLite's own files cannot be made, as an immutable
                   file */
    SQL_WRITE,  /* missing steps of an older version are run */
    SQL_STATIC, /* immutable: a file that is only ever replaced as a whole */
};

/* Opens an existing file. application_id and user_version are checked: a foreign or newer file is refused. An
 * empty file is `missing` to readers and gets its schema from SQL_WRITE. *ret_db is set on success only. */
NEEDED enum fault sql_open(const char *path, const struct sql_kind *kind, enum sql_use use, sqlite3 **ret_db);

/* A new file without journal for a bulk load, in one open transaction with step 1 done; the caller deletes it
 * on a fault. */
NEEDED enum fault sql_build(const char *path, const struct sql_kind *kind, sqlite3 **ret_db);
/* Runs step `number` (from 1) within a transaction; a new file may get its steps in any order. */
NEEDED enum fault sql_step(sqlite3 *db, const struct sql_kind *kind, int number);
/* Commits what sql_build began, sets journal_mode, closes the file and waits until it is on disk. */
NEEDED enum fault sql_build_end(sqlite3 *db, const struct sql_kind *kind, const char *path,
                                const char *journal_mode);

/* What SQLite's last trouble on this connection means; SQLITE_OK, ROW and DONE are FAULT_NONE. */
enum fault sql_fault(sqlite3 *db, const struct sql_kind *kind, int code);

NEEDED enum fault sql_run(sqlite3 *db, const struct sql_kind *kind, const char *sql);
/* A statement that lives as long as its connection. */
NEEDED enum fault sql_prepare(sqlite3 *db, const struct sql_kind *kind, const char *sql, sqlite3_stmt **ret);

/* The text is the caller's until the statement is reset. */
void sql_bind(sqlite3_stmt *statement, int index, const char *text);
/* Copies a text column of the present row; what does not fit is `damaged`, it never came from us. */
NEEDED enum fault sql_text(sqlite3_stmt *statement, int column, const struct sql_kind *kind, char *out,
                           size_t cap);
/* One step of a statement that returns no rows, then a reset. */
NEEDED enum fault sql_once(sqlite3_stmt *statement, const struct sql_kind *kind);

#endif
