/* journal_file: what the parts of the journal share: the connection, its statements, the chain. */
#ifndef TIEPDON_JOURNAL_FILE_H
#define TIEPDON_JOURNAL_FILE_H
#include "adapter/journal.h"
#include "adapter/journal_sql.h"
#include "adapter/place.h"
#include "adapter/store_file.h"
#include "adapter/store_sql.h"

struct journal {
    char path[PATH_SIZE];
    struct stamp stamp; /* of the file that was opened */
    sqlite3 *db;
    sqlite3_stmt *statements[JOURNAL_STATEMENT_COUNT];
    int wal_pages; /* in the -wal after our last commit */
    bool owes;     /* a check-in file for every intake, revision and undo */
};

/* Begins and ends a transaction that writes; journal_end commits when `fault` is FAULT_NONE and returns what
 * came of it, else it rolls back and returns `fault`. Where the file was removed or replaced meanwhile, what
 * is committed would be in no directory: STORE_REPLACED. */
NEEDED enum fault journal_begin(struct journal *journal);
NEEDED enum fault journal_end(struct journal *journal, enum fault fault);
/* What is written from journal_light to journal_heavy has no fsync: kill -9 keeps it, a power cut need not. It waits
 * so long for another counter. journal_heavy returns `fault`, or its own. */
NEEDED enum fault journal_light(struct journal *journal, int busy_ms);
NEEDED enum fault journal_heavy(struct journal *journal, enum fault fault);
/* A transaction of that kind, for what may be done again. */
NEEDED enum fault journal_begin_light(struct journal *journal);
NEEDED enum fault journal_end_light(struct journal *journal, enum fault fault);

/* One step of a statement without rows, its text parameters bound to what the caller keeps alive. */
NEEDED enum fault journal_once(struct journal *journal, enum journal_statement statement);
/* One step of a statement with one row at most; the caller reads the row and resets. */
NEEDED enum fault journal_row(struct journal *journal, enum journal_statement statement, bool *ret_found);

/* Binds the id and the texts behind it, then one step. */
NEEDED enum fault journal_put(struct journal *journal, enum journal_statement which, long long id,
                              const char *const texts[], int count);
#define JOURNAL_PUT(journal, which, id, ...)                                                                 \
    journal_put(journal, which, id, (const char *const[]){__VA_ARGS__},                                      \
                (int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)))
/* The same with a number alone. */
NEEDED enum fault journal_set(struct journal *journal, enum journal_statement which, long long id);
/* The first column of the one row of a statement without parameters. */
NEEDED enum fault journal_number(struct journal *journal, enum journal_statement which, long long *ret);

/* Copies the first `count` columns of a row. */
struct journal_text {
    char *out;
    size_t cap;
};
NEEDED enum fault journal_texts(sqlite3_stmt *row, int column, const struct journal_text texts[], int count);

enum { HASH_BYTES = 32, FINDINGS_TEXT_SIZE = 4096 };

/* An entry's own columns. */
struct entry {
    long long id;
    const char *kind, *at, *day, *act, *counter, *clerk;
};

/* The digest of the content that stands in the tables under this id. */
NEEDED enum fault chain_digest(struct journal *journal, long long id, unsigned char ret[HASH_BYTES]);
NEEDED enum fault chain_link(const unsigned char previous[HASH_BYTES], const struct entry *entry,
                             const unsigned char digest[HASH_BYTES], unsigned char ret[HASH_BYTES]);

/* Where the next entry stands: its content is written under `id`, then entry_end closes it. */
struct place_in_chain {
    long long id;
    unsigned char link[HASH_BYTES]; /* of the entry before it */
};
NEEDED enum fault entry_begin(struct journal *journal, struct place_in_chain *ret);
NEEDED enum fault entry_end(struct journal *journal, const struct place_in_chain *place, const char *kind,
                            const struct writer *writer, char ret_act[ID_SIZE]);

/* The rows of an intake, or of a difficulty alone. */
NEEDED enum fault content_put(struct journal *journal, long long id, const struct intake *intake);
NEEDED enum fault content_fields(struct journal *journal, long long id, const struct intake *intake);
NEEDED enum fault content_difficulty(struct journal *journal, long long id, const struct intake *intake);
NEEDED enum fault content_contact(struct journal *journal, long long id, const struct contact *contact);

/* Within a transaction, before entry_end: what the intake opens gets a number and stands on the list, with what the
 * assessment data said; `of` is the intake's entry, `id` itself for what is no revision. *ret_number is 0 where it opens
 * nothing, and the number of before where a revision says the same again. */
NEEDED enum fault docket_put(struct journal *journal, long long id, long long of, const char *day,
                             const struct intake *intake, long *ret_number);
/* Off the list, unless it was sent. */
NEEDED enum fault docket_drop(struct journal *journal, long long of);
/* What the clerk saw who opened it under `entry`. */
NEEDED enum fault difficulty_detail(struct journal *journal, long long entry, long long of,
                                    struct difficulty_detail *ret);

/* Values as the columns have them; what a later version wrote is UNCHECKED and OTHER, or left out. */
enum verdict verdict_named(const char *code);
enum difficulty difficulty_kept(const char *code);
void findings_read(char *codes, struct findings *ret); /* cuts `codes` */
void findings_write(const struct findings *findings, char out[FINDINGS_TEXT_SIZE]);
const char *difficulty_state_code(enum difficulty_state state);
/* The present row of JOURNAL_ACT. */
NEEDED enum fault act_read(sqlite3_stmt *row, struct act *ret);
/* card, facts and source of an entry. */
NEEDED enum fault record_fields(struct journal *journal, long long entry, struct intake *ret);

/* Within a transaction: onto the list chưa kiểm tra, where nobody gets it until `leased`, and off it; a check-in file is
 * owed. */
NEEDED enum fault late_put(struct journal *journal, long long id, const struct question *question,
                           long long leased);
NEEDED enum fault late_drop(struct journal *journal, long long id);
/* The portal answered after so many failures in a row: were they an outage, everybody's turn comes again. */
NEEDED enum fault late_pull_up(struct journal *journal, long long failures);
/* What shall be asked; *ret_listed is false when it is not on the list. */
NEEDED enum fault late_question(struct journal *journal, long long id, struct question *ret,
                                bool *ret_listed);
/* As the column has it. */
const char *late_state_code(enum late_state state);
NEEDED enum fault handover_put(struct journal *journal, const char *act, enum handover_kind kind);

/* Of a list that works itself off: nobody else gets `id` until then; the second at which the next is due, 0 for none. */
NEEDED enum fault journal_lease(struct journal *journal, enum journal_statement which, long long id,
                                long long until);
NEEDED enum fault journal_when(struct journal *journal, enum journal_statement which, long long *ret);

/* Seconds until a try after `tries` that failed: 1, 2, 5, 10, 20, 40 minutes, then an hour. */
int journal_patience(int tries);

/* "2026-11-20T01:41:05Z" of Unix seconds, and the clock in Vietnam ("08:41") of such a text. */
enum { INSTANT_SIZE = 24 };
void instant_write(long long unix_seconds, char out[INSTANT_SIZE]);
void instant_clock(const char *instant, char out[6]);
/* "2026-11-20T08:41" in Vietnam. */
void instant_minute(const char *instant, minute_text out);

#endif
