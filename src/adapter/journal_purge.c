/* journal_purge: content of old entries removed as the law on personal data asks. Entries stay with digest and link, so
 * the chain proves on; a `purge` entry says up to where, and how many, so that nothing else can go missing unseen. */
#include "adapter/journal_patient.h"
#include <stdio.h>

/* Which entries: of people, before the day, and no difficulty that is still open, with all its record says. */
#define OPEN_DOCKET                                                                                          \
    "SELECT k.entry FROM docket k WHERE k.gone = 0 AND k.state <> 'answered'"                                \
    " UNION SELECT k.of FROM docket k WHERE k.gone = 0 AND k.state <> 'answered'"                            \
    " UNION SELECT r.entry FROM revision r JOIN docket k ON k.of = r.of"                                     \
    " WHERE k.gone = 0 AND k.state <> 'answered'"                                                            \
    " UNION SELECT k.moved FROM docket k WHERE k.gone = 0 AND k.state <> 'answered'"

/* The tables of content, which are append-only but for this; revision goes last, it says what hangs together. */
#define CONTENT_LIST(X)                                                                                      \
    X(intake)                                                                                                \
    X(field)                                                                                                 \
    X(correction)                                                                                            \
    X(difficulty)                                                                                            \
    X(entitlement)                                                                                           \
    X(paper)                                                                                                 \
    X(contact)                                                                                               \
    X(reach)                                                                                                 \
    X(cmnd)                                                                                                  \
    X(checked)                                                                                               \
    X(closed)                                                                                                \
    X(receipt)                                                                                               \
    X(numbered)                                                                                              \
    X(observed)                                                                                              \
    X(stated)                                                                                                \
    X(progress)                                                                                              \
    X(look)                                                                                                  \
    X(revision)

/* Those that still have content: what an earlier purge emptied counts once. */
static const char CHOSEN[] =
    "CREATE TEMP TABLE purged AS SELECT id FROM entry WHERE day < ?1"
    " AND kind NOT IN ('undo', 'clerk', 'sign', 'purge', 'closed_day') AND id NOT IN (" OPEN_DOCKET ")"
    " AND id IN (SELECT -1"
#define X(name) " UNION SELECT entry FROM " #name
    CONTENT_LIST(X)
#undef X
        ")";

static const char *const EMPTY_CONTENT[] = {
#define X(name)                                                                                              \
    "DROP TRIGGER " #name "_delete; DELETE FROM " #name " WHERE entry IN (SELECT id FROM temp.purged);"      \
    "CREATE TRIGGER " #name "_delete BEFORE DELETE ON " #name                                                \
    " BEGIN SELECT raise(ABORT, 'append-only'); END",
    CONTENT_LIST(X)
#undef X
};

/* What was made of them, beside the patients: drafts that nobody came back to, what was handed over. */
static const char EMPTY_DERIVED[] =
    "DELETE FROM seen WHERE entry IN (SELECT id FROM temp.purged);"
    "DELETE FROM late WHERE entry IN (SELECT id FROM temp.purged);"
    "DELETE FROM outbox WHERE entry IN (SELECT id FROM temp.purged);"
    "DELETE FROM handover WHERE act IN (SELECT e.act FROM entry e JOIN temp.purged p ON p.id = e.id);"
    "DELETE FROM sending WHERE key IN (SELECT e.act FROM entry e JOIN temp.purged p ON p.id = e.id);"
    "DELETE FROM docket WHERE entry IN (SELECT id FROM temp.purged);"
    "DELETE FROM draft WHERE counter NOT IN"
    " (SELECT counter FROM entry WHERE id > (SELECT max(id) FROM temp.purged))";

static enum fault choose(struct journal *journal, const char *before)
{
    sqlite3_stmt *statement = NULL;
    enum fault fault = sql_prepare(journal->db, &SQL_JOURNAL, CHOSEN, &statement);
    if (fault == FAULT_NONE) {
        sql_bind(statement, 1, before);
        fault = sql_once(statement, &SQL_JOURNAL);
    }
    sqlite3_finalize(statement);
    return fault;
}

static enum fault read_chosen(struct journal *journal, long long *ret_upto, long long *ret_count)
{
    sqlite3_stmt *row = NULL;
    enum fault fault = sql_prepare(journal->db, &SQL_JOURNAL,
                                   "SELECT coalesce(max(id), 0), count(*) FROM temp.purged", &row);
    int code = fault == FAULT_NONE ? sqlite3_step(row) : SQLITE_OK;
    if (code == SQLITE_ROW) {
        *ret_upto = sqlite3_column_int64(row, 0);
        *ret_count = sqlite3_column_int64(row, 1);
    }
    fault = fault == FAULT_NONE ? sql_fault(journal->db, &SQL_JOURNAL, code) : fault;
    sqlite3_finalize(row);
    return fault;
}

static enum fault empty(struct journal *journal)
{
    enum fault fault = FAULT_NONE;
    for (size_t i = 0; fault == FAULT_NONE && i < sizeof EMPTY_CONTENT / sizeof *EMPTY_CONTENT; i++) {
        fault = sql_run(journal->db, &SQL_JOURNAL, EMPTY_CONTENT[i]);
    }
    return fault == FAULT_NONE ? sql_run(journal->db, &SQL_JOURNAL, EMPTY_DERIVED) : fault;
}

/* Whoever was here since is known by that alone: what only an emptied visit told of them goes as well. */
static enum fault empty_patients(struct journal *journal)
{
    sqlite3_stmt *row = NULL;
    enum fault fault = sql_prepare(journal->db, &SQL_JOURNAL,
                                   "SELECT v.entry FROM visit v JOIN temp.purged p ON p.id = v.entry"
                                   " WHERE v.entry > ?1 ORDER BY v.entry LIMIT 1",
                                   &row);
    int code = SQLITE_ROW;
    for (long long entry = 0; fault == FAULT_NONE && code == SQLITE_ROW;) {
        sqlite3_bind_int64(row, 1, entry);
        code = sqlite3_step(row);
        entry = code == SQLITE_ROW ? sqlite3_column_int64(row, 0) : entry;
        fault = sql_fault(journal->db, &SQL_JOURNAL, code);
        sqlite3_reset(row);
        if (fault == FAULT_NONE && code == SQLITE_ROW) {
            fault = patients_again(journal, entry);
        }
    }
    sqlite3_finalize(row);
    return fault;
}

static enum fault put_purge(struct journal *journal, const char *before, const struct writer *writer,
                            long long upto, long long count)
{
    struct place_in_chain place;
    char own[ID_SIZE];
    enum fault fault = entry_begin(journal, &place);
    sqlite3_bind_int64(journal->statements[JOURNAL_PUT_PURGE], 3, upto);
    sqlite3_bind_int64(journal->statements[JOURNAL_PUT_PURGE], 4, count);
    fault = fault == FAULT_NONE ? JOURNAL_PUT(journal, JOURNAL_PUT_PURGE, place.id, before) : fault;
    return fault == FAULT_NONE ? entry_end(journal, &place, "purge", writer, own) : fault;
}

/* Triggers are dropped and made again within the transaction: nobody ever sees the journal without them. */
static enum fault purge(struct journal *journal, const char *before, const struct writer *writer,
                        long *ret_entries)
{
    long long upto = 0, count = 0;
    enum fault fault = choose(journal, before);
    fault = fault == FAULT_NONE ? read_chosen(journal, &upto, &count) : fault;
    if (fault == FAULT_NONE && count > 0) {
        fault = empty(journal);
        fault = fault == FAULT_NONE ? empty_patients(journal) : fault;
        fault = fault == FAULT_NONE ? put_purge(journal, before, writer, upto, count) : fault;
    }
    *ret_entries = (long)count;
    fault = fault == FAULT_NONE ? sql_run(journal->db, &SQL_JOURNAL, "DROP TABLE temp.purged") : fault;
    return fault;
}

/* Deleted rows are overwritten, but copies of them lie where a page was split or rebuilt before: only writing the file
 * anew leaves none, and only an emptied -wal holds no page of before. */
static enum fault rewrite(struct journal *journal)
{
    enum fault fault = sql_run(journal->db, &SQL_JOURNAL, "VACUUM main");
    int code = fault == FAULT_NONE
                   ? sqlite3_wal_checkpoint_v2(journal->db, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL)
                   : SQLITE_OK;
    return fault == FAULT_NONE ? sql_fault(journal->db, &SQL_JOURNAL, code) : fault;
}

enum fault journal_purge(struct journal *journal, const char *before, const struct writer *writer,
                         long *ret_entries)
{
    enum fault fault = sql_run(journal->db, &SQL_JOURNAL, "PRAGMA main.secure_delete=ON");
    fault = fault == FAULT_NONE ? journal_begin(journal) : fault;
    fault = fault == FAULT_NONE ? journal_end(journal, purge(journal, before, writer, ret_entries)) : fault;
    return fault == FAULT_NONE ? rewrite(journal) : fault;
}

enum fault journal_purged(struct journal *journal, long *ret_entries)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_PURGED];
    bool found;
    enum fault fault = journal_row(journal, JOURNAL_GET_PURGED, &found);
    *ret_entries = fault == FAULT_NONE && found ? (long)sqlite3_column_int64(row, 1) : 0;
    sqlite3_reset(row);
    return fault;
}
