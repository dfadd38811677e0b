/* journal_file: what the parts of the journal share: the connection, its statements, the chain. */
#ifndef TIEPDON_JOURNAL_FILE_H
#define TIEPDON_JOURNAL_FILE_H
#include "adapter/journal.h"
#include "adapter/place.h"
#include "adapter/store_file.h"
#include "adapter/store_sql.h"

/* X(NAME, sql): every statement of the journal, prepared once. */
#define JOURNAL_STATEMENTS(X)                                                                                \
    X(BEGIN, "BEGIN IMMEDIATE")                                                                              \
    X(COMMIT, "COMMIT")                                                                                      \
    X(ROLLBACK, "ROLLBACK")                                                                                  \
    X(LAST_LINK, "SELECT id, link FROM entry ORDER BY id DESC LIMIT 1")                                      \
    X(PUT_ENTRY, "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")                            \
    X(PUT_INTAKE, "INSERT INTO intake VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")                     \
    X(PUT_FIELD, "INSERT INTO field VALUES (?1, ?2, ?3, ?4, ?5)")                                            \
    X(PUT_CORRECTION, "INSERT INTO correction VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")                          \
    X(PUT_DIFFICULTY, "INSERT INTO difficulty VALUES (?1, ?2, ?3)")                                          \
    X(PUT_UNDO, "INSERT INTO undo VALUES (?1, ?2)")                                                          \
    X(PUT_ENTITLEMENT, "INSERT INTO entitlement VALUES (?1, ?2, ?3)")                                        \
    X(PUT_PAPER, "INSERT INTO paper VALUES (?1, ?2, ?3, ?4, ?5)")                                            \
    X(PUT_SEEN, "INSERT INTO seen VALUES (?1, ?2, ?3)")                                                      \
    X(PUT_OUTBOX, "INSERT INTO outbox (entry, bhxh, cccd, clear) VALUES (?1, ?2, ?3, ?4)")                   \
    X(PUT_DRAFT, "INSERT INTO draft VALUES (?1, ?2) ON CONFLICT (counter) DO UPDATE SET body = ?2")          \
    X(DROP_DRAFT, "DELETE FROM draft WHERE counter = ?1")                                                    \
    X(GET_DRAFT, "SELECT body FROM draft WHERE counter = ?1")                                                \
    X(GET_REPEAT, "SELECT act, at, counter, clerk FROM entry WHERE id = (SELECT max(s.entry)"                \
                  " FROM (VALUES (?2), (?3), (?4), (?5), (?6)) k CROSS JOIN seen s"                          \
                  " WHERE s.day = ?1 AND s.key = k.column1"                                                  \
                  " AND NOT EXISTS (SELECT 1 FROM undo WHERE undo.of = s.entry))")                           \
    X(FIND_ACT, "SELECT id, EXISTS (SELECT 1 FROM undo WHERE undo.of = entry.id) FROM entry"                 \
                " WHERE act = ?1 AND kind <> 'undo'")                                                        \
    X(GET_OUTBOX, "SELECT bhxh, cccd, done FROM outbox WHERE entry = ?1 AND clear = 0")                      \
    X(DROP_OUTBOX, "DELETE FROM outbox WHERE entry = ?1 AND done = 0")                                       \
    X(GET_WAITING, "SELECT id, bhxh, cccd, clear FROM outbox WHERE done = 0 ORDER BY id LIMIT 1")            \
    X(SET_DONE, "UPDATE outbox SET done = 1 WHERE id = ?1")                                                  \
    X(GET_LAST, JOURNAL_ACT " WHERE e.counter = ?1 AND e.day = ?2 AND e.kind <> 'undo'"                      \
                            " AND NOT EXISTS (SELECT 1 FROM undo WHERE undo.of = e.id)"                      \
                            " ORDER BY e.id DESC LIMIT 1")                                                   \
    X(GET_TODAY,                                                                                             \
      JOURNAL_ACT " WHERE e.day = ?1 AND e.kind = 'intake' ORDER BY e.id DESC LIMIT ?2 OFFSET ?3")           \
    X(GET_TOTALS, "SELECT count(*), count(*) FILTER (WHERE i.verdict = 'unchecked' AND NOT EXISTS"           \
                  " (SELECT 1 FROM undo WHERE undo.of = e.id))"                                              \
                  " FROM entry e JOIN intake i ON i.entry = e.id WHERE e.day = ?1")                          \
    X(GET_ENTRIES, "SELECT id, kind, at, day, act, counter, clerk, digest, link FROM entry ORDER BY id")     \
    X(HASH_INTAKE, "SELECT 'intake', status, card, verdict, bhxh, findings, reason, checked, as_of, repeat"  \
                   " FROM intake WHERE entry = ?1")                                                          \
    X(HASH_FIELD,                                                                                            \
      "SELECT 'field', field, value, presented, source FROM field WHERE entry = ?1 ORDER BY field")          \
    X(HASH_CORRECTION, "SELECT 'correction', field, kind, before, after, source, reason FROM correction"     \
                       " WHERE entry = ?1 ORDER BY field")                                                   \
    X(HASH_DIFFICULTY, "SELECT 'difficulty', kind, text FROM difficulty WHERE entry = ?1")                   \
    X(HASH_UNDO, "SELECT 'undo', of FROM undo WHERE entry = ?1")                                             \
    X(HASH_ENTITLEMENT, "SELECT 'entitlement', code, chosen FROM entitlement WHERE entry = ?1")              \
    X(HASH_PAPER, "SELECT 'paper', kind, number, first, last FROM paper WHERE entry = ?1 ORDER BY kind")

/* The columns of struct act; corrections are those that replaced something. */
#define JOURNAL_ACT                                                                                          \
    "SELECT e.act, e.at, e.counter, e.clerk, e.kind, coalesce(i.status, ''), coalesce(i.verdict, ''),"       \
    " coalesce((SELECT value FROM field WHERE entry = e.id AND field = 'name'), ''),"                        \
    " coalesce((SELECT value FROM field WHERE entry = e.id AND field = 'birth_date'), ''),"                  \
    " (SELECT count(*) FROM correction WHERE entry = e.id AND kind = 'fix'),"                                \
    " EXISTS (SELECT 1 FROM undo WHERE undo.of = e.id),"                                                     \
    " EXISTS (SELECT 1 FROM difficulty WHERE entry = e.id)"                                                  \
    " FROM entry e LEFT JOIN intake i ON i.entry = e.id"

enum journal_statement {
#define X(name, sql) JOURNAL_##name,
    JOURNAL_STATEMENTS(X)
#undef X
        JOURNAL_STATEMENT_COUNT
};

struct journal {
    char path[PATH_SIZE];
    struct stamp stamp; /* of the file that was opened */
    sqlite3 *db;
    sqlite3_stmt *statements[JOURNAL_STATEMENT_COUNT];
    int wal_pages; /* in the -wal after our last commit */
};

/* Begins and ends a transaction that writes; journal_end commits when `fault` is FAULT_NONE and returns what
 * came of it, else it rolls back and returns `fault`. Where the file was removed or replaced meanwhile, what
 * is committed would be in no directory: STORE_REPLACED. */
NEEDED enum fault journal_begin(struct journal *journal);
NEEDED enum fault journal_end(struct journal *journal, enum fault fault);

/* One step of a statement without rows, its text parameters bound to what the caller keeps alive. */
NEEDED enum fault journal_once(struct journal *journal, enum journal_statement statement);
/* One step of a statement with one row at most; the caller reads the row and resets. */
NEEDED enum fault journal_row(struct journal *journal, enum journal_statement statement, bool *ret_found);

enum { HASH_BYTES = 32 };

/* An entry's own columns. */
struct entry {
    long long id;
    const char *kind, *at, *day, *act, *counter, *clerk;
};

/* The digest of the content that stands in the tables under this id. */
NEEDED enum fault chain_digest(struct journal *journal, long long id, unsigned char ret[HASH_BYTES]);
NEEDED enum fault chain_link(const unsigned char previous[HASH_BYTES], const struct entry *entry,
                             const unsigned char digest[HASH_BYTES], unsigned char ret[HASH_BYTES]);

/* "2026-11-20T01:41:05Z" of Unix seconds, and the clock in Vietnam ("08:41") of such a text. */
enum { INSTANT_SIZE = 24 };
void instant_write(long long unix_seconds, char out[INSTANT_SIZE]);
void instant_clock(const char *instant, char out[6]);

#endif
