/* store_sql: SQLite's codes to faults, and databases that know whose they are. */
#include "adapter/store_sql.h"
#include "adapter/place.h"
#include "core/text.h"
#include <assert.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum fault fault_of_io(int extended)
{
    switch (extended) {
    case SQLITE_IOERR_SHMSIZE: return FAULT_STORE_SHARED;
    case SQLITE_IOERR_NOMEM: return FAULT_STORE_MEMORY;
    default: return FAULT_STORE_IO;
    }
}

enum fault sql_fault(sqlite3 *db, const struct sql_kind *kind, int code)
{
    switch (code & 0xFF) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE: return FAULT_NONE;
    case SQLITE_FULL: return FAULT_STORE_FULL;
    case SQLITE_IOERR: return fault_of_io(db ? sqlite3_extended_errcode(db) : code);
    case SQLITE_BUSY:
        return db && sqlite3_extended_errcode(db) == SQLITE_BUSY_SNAPSHOT ? FAULT_STORE_SNAPSHOT
                                                                          : FAULT_STORE_BUSY;
    case SQLITE_LOCKED: return FAULT_STORE_BUSY;
    case SQLITE_READONLY: return FAULT_STORE_READ_ONLY;
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: return FAULT_STORE_CLOSED;
    case SQLITE_CORRUPT: return kind->damaged;
    case SQLITE_NOTADB: return kind->notadb;
    case SQLITE_NOMEM: return FAULT_STORE_MEMORY;
    case SQLITE_INTERRUPT: return FAULT_IMPORT_STOPPED;
    default: return FAULT_STORE_FAILED;
    }
}

enum fault sql_run(sqlite3 *db, const struct sql_kind *kind, const char *sql)
{
    return sql_fault(db, kind, sqlite3_exec(db, sql, NULL, NULL, NULL));
}

enum fault sql_prepare(sqlite3 *db, const struct sql_kind *kind, const char *sql, sqlite3_stmt **ret)
{
    return sql_fault(db, kind, sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, ret, NULL));
}

void sql_bind(sqlite3_stmt *statement, int index, const char *text)
{
    int code = sqlite3_bind_text(statement, index, text, -1, SQLITE_STATIC);
    assert(code == SQLITE_OK);
    (void)code;
}

enum fault sql_text(sqlite3_stmt *statement, int column, const struct sql_kind *kind, char *out, size_t cap)
{
    const unsigned char *text = sqlite3_column_text(statement, column);
    size_t len = (size_t)sqlite3_column_bytes(statement, column);
    if (!text || len >= cap || memchr(text, '\0', len)) {
        return kind->damaged;
    }
    memcpy(out, text, len + 1);
    return FAULT_NONE;
}

enum fault sql_once(sqlite3_stmt *statement, const struct sql_kind *kind)
{
    int code = sqlite3_step(statement);
    enum fault fault = sql_fault(sqlite3_db_handle(statement), kind, code);
    sqlite3_reset(statement);
    return fault;
}

static enum fault read_number(sqlite3 *db, const struct sql_kind *kind, const char *pragma, int *ret)
{
    sqlite3_stmt *statement = NULL;
    enum fault fault = sql_prepare(db, kind, pragma, &statement);
    if (fault == FAULT_NONE) {
        int code = sqlite3_step(statement);
        fault = sql_fault(db, kind, code);
        *ret = code == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;
    }
    sqlite3_finalize(statement);
    return fault;
}

enum fault sql_step(sqlite3 *db, const struct sql_kind *kind, int number)
{
    assert(number >= 1 && number <= kind->version);
    char mark[96];
    snprintf(mark, sizeof mark, "PRAGMA main.application_id=%d; PRAGMA main.user_version=%d;",
             kind->application_id, number);
    enum fault fault = sql_run(db, kind, kind->steps[number - 1]);
    return fault == FAULT_NONE ? sql_run(db, kind, mark) : fault;
}

/* Runs the steps that are missing; another program may have run them while this one waited for the lock. */
static enum fault upgrade(sqlite3 *db, const struct sql_kind *kind)
{
    int version = 0;
    enum fault fault = sql_run(db, kind, "PRAGMA main.journal_mode=WAL; BEGIN IMMEDIATE");
    if (fault == FAULT_NONE) {
        fault = read_number(db, kind, "PRAGMA main.user_version", &version);
    }
    while (fault == FAULT_NONE && version < kind->version) {
        fault = sql_step(db, kind, ++version);
    }
    return fault == FAULT_NONE ? sql_run(db, kind, "COMMIT") : fault;
}

/* In one transaction: another program may be upgrading. */
static enum fault read_marks(sqlite3 *db, const struct sql_kind *kind, int *ret_id, int *ret_version,
                             int *ret_tables)
{
    enum fault fault = sql_run(db, kind, "BEGIN");
    fault = fault ? fault : read_number(db, kind, "SELECT count(*) FROM main.sqlite_schema", ret_tables);
    fault = fault ? fault : read_number(db, kind, "PRAGMA main.application_id", ret_id);
    fault = fault ? fault : read_number(db, kind, "PRAGMA main.user_version", ret_version);
    return fault ? fault : sql_run(db, kind, "COMMIT");
}

/* A reader leaves an older file as it is: its statements find empty tables instead of those of the later
 * steps. */
static enum fault stand_in(sqlite3 *db, const struct sql_kind *kind, int version)
{
    if (!kind->stand_ins) {
        return kind->foreign;
    }
    enum fault fault = sql_run(db, kind, "PRAGMA temp_store=MEMORY");
    for (int step = version; fault == FAULT_NONE && step < kind->version; step++) {
        fault = kind->stand_ins[step] ? sql_run(db, kind, kind->stand_ins[step]) : kind->foreign;
    }
    return fault;
}

static enum fault check(sqlite3 *db, const struct sql_kind *kind, enum sql_use use)
{
    int id = 0, version = 0, tables = 0;
    enum fault fault = read_marks(db, kind, &id, &version, &tables);
    if (fault != FAULT_NONE) {
        return fault;
    }
    bool empty = id == 0 && version == 0 && tables == 0;
    if (!empty && id != kind->application_id) {
        return kind->foreign;
    }
    if (version > kind->version) {
        return kind->newer;
    }
    if (use == SQL_WRITE) {
        return version < kind->version ? upgrade(db, kind) : FAULT_NONE;
    }
    return empty ? kind->missing : version < kind->version ? stand_in(db, kind, version) : FAULT_NONE;
}

/* Every byte of a path escaped as three fits. */
enum { URI_SIZE = (size_t)3 * PATH_SIZE + sizeof "file:?immutable=1" };

/* file:PATH?immutable=1, with what a URI would take otherwise escaped. */
static void immutable_uri(const char *path, char out[URI_SIZE])
{
    size_t len = (size_t)snprintf(out, URI_SIZE, "file:");
    for (; *path; path++) {
        if (strchr("%?#", *path)) {
            len += (size_t)snprintf(out + len, URI_SIZE - len, "%%%02X", (unsigned char)*path);
        } else {
            out[len++] = *path;
        }
    }
    snprintf(out + len, URI_SIZE - len, "?immutable=1");
}

static enum fault open_one(const char *name, const struct sql_kind *kind, enum sql_use use, int flags,
                           sqlite3 **ret_db)
{
    sqlite3 *db = NULL;
    int code = sqlite3_open_v2(name, &db, flags | SQLITE_OPEN_NOMUTEX, NULL);
    enum fault fault = sql_fault(db, kind, code);
    if (fault == FAULT_NONE) {
        sqlite3_extended_result_codes(db, 1);
        sqlite3_busy_timeout(db, SQL_BUSY_MS);
        fault = sql_run(db, kind, "PRAGMA trusted_schema=0");
    }
    if (fault == FAULT_NONE) {
        fault = check(db, kind, use);
    }
    if (fault == FAULT_NONE && use != SQL_WRITE) {
        fault = sql_run(db, kind, "PRAGMA query_only=1");
    }
    if (fault != FAULT_NONE) {
        sqlite3_close(db);
        return fault;
    }
    *ret_db = db;
    return FAULT_NONE;
}

/* With a -wal the file alone is not the whole truth. */
static bool has_wal(const char *path)
{
    char wal[PATH_SIZE + 4];
    struct stat st;
    snprintf(wal, sizeof wal, "%s-wal", path);
    return stat(wal, &st) == 0 && st.st_size > 0;
}

static bool wants_immutable(enum fault fault)
{
    return fault == FAULT_STORE_SHARED || fault == FAULT_STORE_CLOSED || fault == FAULT_STORE_READ_ONLY ||
           fault == FAULT_STORE_FULL;
}

/* The register's name is a link; the -wal stands beside the file it points to. */
static enum fault follow_link(const char *path, char out[PATH_SIZE])
{
    char *real = realpath(path, NULL);
    enum fault fault =
        real && text_copy(out, PATH_SIZE, real) == FAULT_NONE ? FAULT_NONE : FAULT_STORE_CLOSED;
    free(real);
    return fault;
}

enum fault sql_open(const char *path, const struct sql_kind *kind, enum sql_use use, sqlite3 **ret_db)
{
    char uri[URI_SIZE], real[PATH_SIZE];
    if (access(path, F_OK) != 0) {
        return kind->missing;
    }
    enum fault fault = follow_link(path, real);
    if (fault != FAULT_NONE) {
        return fault;
    }
    if (use != SQL_STATIC) {
        fault = open_one(real, kind, use, SQLITE_OPEN_READWRITE, ret_db);
    }
    bool again = use == SQL_STATIC || (use == SQL_READ && wants_immutable(fault) && !has_wal(real));
    if (again) {
        immutable_uri(real, uri);
        fault = open_one(uri, kind, use, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, ret_db);
    }
    return fault;
}

enum fault sql_build(const char *path, const struct sql_kind *kind, sqlite3 **ret_db)
{
    sqlite3 *db = NULL;
    enum fault fault =
        sql_fault(NULL, kind, sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
    if (fault == FAULT_NONE) {
        sqlite3_extended_result_codes(db, 1);
        /* Rolling back is deleting the file; the journal in memory only lets a unique index
         * fail and be tried again. */
        fault = sql_run(db, kind,
                        "PRAGMA main.journal_mode=MEMORY; PRAGMA main.synchronous=OFF;"
                        "PRAGMA main.cache_size=-4096; PRAGMA threads=2; BEGIN");
    }
    if (fault == FAULT_NONE) {
        fault = sql_step(db, kind, 1);
    }
    if (fault != FAULT_NONE) {
        sqlite3_close(db);
        return fault;
    }
    *ret_db = db;
    return FAULT_NONE;
}

static enum fault sync_file(const char *path)
{
    int fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0) {
        return FAULT_STORE_CLOSED;
    }
    enum fault fault = fsync(fd) == 0 ? FAULT_NONE : FAULT_STORE_IO;
    close(fd);
    return fault;
}

enum fault sql_build_end(sqlite3 *db, const struct sql_kind *kind, const char *path, const char *journal_mode)
{
    char last[128];
    snprintf(last, sizeof last, "PRAGMA main.user_version=%d; COMMIT; PRAGMA main.journal_mode=%s",
             kind->version, journal_mode);
    enum fault fault = sql_run(db, kind, last);
    int code = sqlite3_close(db);
    if (fault == FAULT_NONE) {
        fault = sql_fault(NULL, kind, code);
    }
    return fault == FAULT_NONE ? sync_file(path) : fault;
}
