/* journal_file: opening, one transaction an act, checkpoints between acts. */
#include "adapter/journal_patient.h"
#include "adapter/place.h"
#include "adapter/store_file.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Pages of -wal after which the next act or journal_sync checkpoints; a draft never waits for that. */
enum { CHECKPOINT_PAGES = 1000 };

/* What may be done again waits no longer than a clerk notices. */
enum { LIGHT_BUSY_MS = 500 };

static const char *const sql[JOURNAL_STATEMENT_COUNT] = {
#define X(name, text) text,
    JOURNAL_STATEMENTS(X)
#undef X
};

static int count_pages(void *context, sqlite3 *db, const char *schema, int pages)
{
    (void)db, (void)schema;
    struct journal *journal = context;
    journal->wal_pages = pages;
    return SQLITE_OK;
}

/* Every step at once: a new journal is never an older one. */
static enum fault finish(sqlite3 *db, const char *path)
{
    enum fault fault = FAULT_NONE;
    for (int step = 2; !fault && step <= SQL_JOURNAL.version; step++) {
        fault = sql_step(db, &SQL_JOURNAL, step);
    }
    if (fault) {
        sqlite3_close(db);
        return fault;
    }
    return sql_build_end(db, &SQL_JOURNAL, path, "WAL");
}

/* A whole, empty journal under a name of our own; `path` is never seen half made by another program. */
static enum fault make_new(const char *dir, const char *path, const char *name)
{
    char part[PATH_SIZE];
    sqlite3 *db = NULL;
    enum fault fault = place_join(dir, name, part);
    int fd = fault ? -1 : file_create(dir, name);
    if (fd < 0) {
        return fault ? fault : FAULT_STORE_READ_ONLY;
    }
    close(fd);
    fault = sql_build(part, &SQL_JOURNAL, &db);
    fault = fault ? fault : finish(db, part);
    if (!fault && link(part, path) != 0 && errno != EEXIST) {
        fault = FAULT_STORE_IO;
    }
    unlink(part);
    return fault;
}

static enum fault create(const char *dir, const char *path)
{
    if (access(path, F_OK) == 0) {
        return FAULT_NONE;
    }
    char name[64];
    snprintf(name, sizeof name, "journal.db.%ld", (long)getpid());
    enum fault fault = make_new(dir, path, name);
    return fault ? fault : file_sync_directory(dir);
}

static enum fault prepare(struct journal *journal)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < JOURNAL_STATEMENT_COUNT; i++) {
        fault = sql_prepare(journal->db, &SQL_JOURNAL, sql[i], &journal->statements[i]);
    }
    return fault;
}

enum fault journal_open(const char *dir, bool make, struct journal **ret)
{
    char path[PATH_SIZE];
    enum fault fault = place_join(dir, "journal.db", path);
    if (fault == FAULT_NONE && make) {
        fault = create(dir, path);
    }
    if (fault != FAULT_NONE) {
        return fault;
    }
    struct journal *journal = calloc(1, sizeof *journal);
    if (!journal) {
        return FAULT_STORE_MEMORY;
    }
    snprintf(journal->path, sizeof journal->path, "%s", path);
    journal->stamp = file_stamp(path);
    fault = sql_open(path, &SQL_JOURNAL, make ? SQL_WRITE : SQL_READ, &journal->db);
    if (make && fault == FAULT_STORE_CLOSED && access(dir, W_OK) != 0) {
        fault = FAULT_STORE_READ_ONLY; /* SQLite could not make its -wal */
    }
    fault = fault == FAULT_NONE ? sql_run(journal->db, &SQL_JOURNAL, "PRAGMA main.synchronous=FULL") : fault;
    fault = fault == FAULT_NONE ? prepare(journal) : fault;
    fault = fault == FAULT_NONE && make ? patients_catch_up(journal) : fault;
    if (fault != FAULT_NONE) {
        journal_close(journal);
        return fault;
    }
    sqlite3_wal_hook(journal->db, count_pages, journal);
    *ret = journal;
    return FAULT_NONE;
}

void journal_close(struct journal *journal)
{
    if (!journal) {
        return;
    }
    for (int i = 0; i < JOURNAL_STATEMENT_COUNT; i++) {
        sqlite3_finalize(journal->statements[i]);
    }
    sqlite3_close(journal->db);
    free(journal);
}

enum fault journal_once(struct journal *journal, enum journal_statement statement)
{
    return sql_once(journal->statements[statement], &SQL_JOURNAL);
}

enum fault journal_row(struct journal *journal, enum journal_statement statement, bool *ret_found)
{
    int code = sqlite3_step(journal->statements[statement]);
    *ret_found = code == SQLITE_ROW;
    return sql_fault(journal->db, &SQL_JOURNAL, code);
}

enum fault journal_set(struct journal *journal, enum journal_statement statement, long long id)
{
    sqlite3_bind_int64(journal->statements[statement], 1, id);
    return journal_once(journal, statement);
}

enum fault journal_number(struct journal *journal, enum journal_statement statement, long long *ret)
{
    bool found;
    enum fault fault = journal_row(journal, statement, &found);
    if (fault == FAULT_NONE && found) {
        *ret = sqlite3_column_int64(journal->statements[statement], 0);
    } else if (fault == FAULT_NONE) {
        fault = FAULT_JOURNAL_DAMAGED;
    }
    sqlite3_reset(journal->statements[statement]);
    return fault;
}

enum fault journal_texts(sqlite3_stmt *row, int column, const struct journal_text texts[], int count)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < count; i++) {
        fault = sql_text(row, column + i, &SQL_JOURNAL, texts[i].out, texts[i].cap);
    }
    return fault;
}

enum fault journal_begin(struct journal *journal)
{
    return journal_once(journal, JOURNAL_BEGIN);
}

/* Busy readers make it do less; the next one catches up. */
static void checkpoint(struct journal *journal)
{
    if (journal->wal_pages >= CHECKPOINT_PAGES) {
        sqlite3_wal_checkpoint_v2(journal->db, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
        journal->wal_pages = 0;
    }
}

static enum fault end(struct journal *journal, enum fault fault)
{
    if (fault == FAULT_NONE && !file_same(file_stamp(journal->path), journal->stamp)) {
        fault = FAULT_STORE_REPLACED;
    }
    if (fault == FAULT_NONE) {
        fault = journal_once(journal, JOURNAL_COMMIT);
    }
    if (fault != FAULT_NONE && !sqlite3_get_autocommit(journal->db) &&
        journal_once(journal, JOURNAL_ROLLBACK) != FAULT_NONE) {
        return fault; /* SQLite rolls back by itself where even that fails */
    }
    return fault;
}

enum fault journal_end(struct journal *journal, enum fault fault)
{
    fault = end(journal, fault);
    if (fault == FAULT_NONE) {
        checkpoint(journal);
    }
    return fault;
}

enum fault journal_light(struct journal *journal, int busy_ms)
{
    sqlite3_busy_timeout(journal->db, busy_ms);
    return sql_run(journal->db, &SQL_JOURNAL, "PRAGMA main.synchronous=NORMAL");
}

enum fault journal_heavy(struct journal *journal, enum fault fault)
{
    sqlite3_busy_timeout(journal->db, SQL_BUSY_MS);
    enum fault back = sql_run(journal->db, &SQL_JOURNAL, "PRAGMA main.synchronous=FULL");
    return fault == FAULT_NONE ? back : fault;
}

enum fault journal_begin_light(struct journal *journal)
{
    enum fault fault = journal_light(journal, LIGHT_BUSY_MS);
    fault = fault == FAULT_NONE ? journal_begin(journal) : fault;
    return fault == FAULT_NONE ? fault : journal_heavy(journal, fault);
}

enum fault journal_end_light(struct journal *journal, enum fault fault)
{
    return journal_heavy(journal, end(journal, fault));
}

enum fault journal_sync(struct journal *journal)
{
    sqlite3_file *wal = NULL;
    int code = sqlite3_file_control(journal->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &wal);
    if (code == SQLITE_OK && wal && wal->pMethods) {
        code = wal->pMethods->xSync(wal, SQLITE_SYNC_NORMAL);
    }
    checkpoint(journal);
    return sql_fault(NULL, &SQL_JOURNAL, code);
}

void instant_write(long long unix_seconds, char out[INSTANT_SIZE])
{
    time_t time = (time_t)unix_seconds;
    struct tm tm;
    gmtime_r(&time, &tm);
    strftime(out, INSTANT_SIZE, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

void instant_clock(const char *instant, char out[6])
{
    unsigned hour = 0, minute = 0;
    if (sscanf(instant, "%*4u-%*2u-%*2uT%2u:%2u", &hour, &minute) != 2) {
        hour = minute = 0;
    }
    snprintf(out, 6, "%02u:%02u", (hour + 7) % 24, minute % 60);
}

void instant_minute(const char *instant, minute_text out)
{
    unsigned year = 0, month = 0, day = 0, hour = 0, minute = 0;
    date_text iso = "";
    if (sscanf(instant, "%4u-%2u-%2uT%2u:%2u", &year, &month, &day, &hour, &minute) == 5) {
        snprintf(iso, sizeof iso, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
    }
    out[0] = '\0';
    if (date_full(iso)) {
        date_from_days(date_days(iso) + (hour + 7) / 24, iso);
        snprintf(out, MINUTE_SIZE, "%.10sT%02u:%02u", iso, (hour + 7) % 24, minute % 60);
    }
}
