/* journal_upgrade: journals of earlier steps, brought up whole or not at all; the chain over what steps 3 to 5 added. */
#include "../support/older.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define NOW 1795138865LL
#define TODAY "2026-11-20"

TestSuite(journal_upgrade, .init = (void (*)(void))place_begin, .fini = place_end, .timeout = 120);

static const struct writer lan = {"Quầy 3", "Lan", NOW};

static struct store *open_store(enum store_use use)
{
    struct store *store;
    enum fault fault = store_open(place_dir(), use, &store);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    return store;
}

static void save(struct store *store, const struct intake *intake, char id[ID_SIZE])
{
    struct repeat repeat;
    enum fault fault = store_save(store, intake, &lan, id, &repeat);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

static void verify(enum store_use use, enum fault want, long entries)
{
    long read = -1;
    struct store *store = open_store(use);
    cr_expect_eq(store_verify(store, &read), want);
    cr_expect_eq(read, entries, "%ld entries", read);
    store_close(store);
}

static void run_sql(const char *sql)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

/* A journal of step `version` with intakes, a difficulty and an undo. */
static void make_old(int version, int intakes)
{
    char id[ID_SIZE];
    struct store *store = open_store(STORE_COUNTER);
    for (int i = 1; i <= intakes; i++) {
        const struct intake intake = people_intake(i);
        save(store, &intake, id);
    }
    struct intake difficulty = people_intake(1);
    difficulty.difficulty = DIFFICULTY_READER;
    long number;
    cr_assert_eq(store_difficulty(store, &difficulty, &lan, &number), FAULT_NONE);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    store_close(store);
    older_journal(version);
}

Test(journal_upgrade, a_reader_takes_an_older_journal_as_it_is)
{
    for (int version = 1; version <= 5; version++) {
        place_begin();
        make_old(version, 3);
        verify(STORE_READ, FAULT_NONE, 5);
        struct store *store = open_store(STORE_READ);
        struct act acts[4];
        int count, total;
        cr_assert_eq(store_day(store, TODAY, ACT_ALL, 0, acts, 4, &count, &total), FAULT_NONE);
        cr_expect(count == 3 && acts[0].undone);
        store_close(store);
        cr_expect_eq(older_version("journal.db"), version);
    }
}

Test(journal_upgrade, a_counter_brings_it_up_and_goes_on_in_its_chain)
{
    for (int version = 1; version <= 5; version++) {
        place_begin();
        make_old(version, 3);
        verify(STORE_COUNTER, FAULT_NONE, 5);
        cr_expect_eq(older_version("journal.db"), 6);
        char id[ID_SIZE];
        struct intake late = people_intake(7);
        late.check = true;
        struct store *store = open_store(STORE_COUNTER);
        save(store, &late, id);
        cr_assert_eq(store_late_said(store, id, LATE_OUTCOME_AGREES, "000", TROUBLE_NONE, &lan), FAULT_NONE);
        store_close(store);
        verify(STORE_READ, FAULT_NONE, 7);
    }
}

/* What was append-only before the table was made anew is so afterwards. */
Test(journal_upgrade, entries_stay_append_only)
{
    static const char *const changes[] = {"UPDATE entry SET clerk = 'Khác'", "DELETE FROM entry"};
    sqlite3 *db;
    make_old(4, 1);
    verify(STORE_COUNTER, FAULT_NONE, 3);
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    for (int i = 0; i < 2; i++) {
        cr_expect_eq(sqlite3_exec(db, changes[i], NULL, NULL, NULL), SQLITE_CONSTRAINT, "%s", changes[i]);
    }
    cr_expect_eq(sqlite3_exec(db,
                              "INSERT INTO entry SELECT 9, kind, at, day, counter, clerk, act, digest, link"
                              " FROM entry WHERE id = 1",
                              NULL, NULL, NULL),
                 SQLITE_CONSTRAINT, "one act, one name");
    sqlite3_close(db);
}

enum { ENTRIES = 3000, MOMENTS = 30 };

/* Entries in such number that bringing them up takes long enough to be met; nobody proves their chain. */
static void fill_many(void)
{
    char sql[512];
    snprintf(
        sql, sizeof sql,
        "BEGIN; WITH RECURSIVE n(i) AS (SELECT max(id) + 1 FROM entry UNION ALL SELECT i + 1 FROM n LIMIT %d)"
        " INSERT INTO entry SELECT i, 'intake', '', '', '', '', 'act' || i, zeroblob(32), zeroblob(32) FROM "
        "n;"
        " COMMIT",
        ENTRIES);
    run_sql(sql);
}

/* How many entries there are, whoever may open it. */
static int count_entries(void)
{
    sqlite3 *db;
    sqlite3_stmt *statement;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_prepare_v2(db, "SELECT count(*) FROM entry", -1, &statement, NULL), SQLITE_OK);
    cr_assert_eq(sqlite3_step(statement), SQLITE_ROW);
    int count = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return count;
}

static long microseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* Opens the journal in a child that is killed after so long. */
static void open_and_die(long wait)
{
    pid_t child = fork();
    if (child == 0) {
        struct store *store;
        _exit(store_open(place_dir(), STORE_COUNTER, &store) == FAULT_NONE ? 0 : 1);
    }
    struct timespec pause = {wait / 1000000, wait % 1000000 * 1000};
    nanosleep(&pause, NULL);
    kill(child, SIGKILL);
    int status;
    cr_assert(waitpid(child, &status, 0) == child);
}

Test(journal_upgrade, killed_at_any_moment_it_is_old_or_new_and_whole)
{
    int old = 0;
    make_old(2, 3);
    fill_many();
    place_copy("journal.db", "old.db");
    long begun = microseconds();
    store_close(open_store(STORE_COUNTER));
    long whole = microseconds() - begun;
    for (int i = 0; i < MOMENTS; i++) {
        unlink(place_path("journal.db-wal"));
        unlink(place_path("journal.db-shm"));
        place_copy("old.db", "journal.db");
        open_and_die(whole * i / MOMENTS + 2000);
        int version = older_version("journal.db");
        old += version == 2;
        cr_assert(version == 2 || version == 6, "%d", version);
        cr_assert_eq(count_entries(), 5 + ENTRIES);
        store_close(open_store(STORE_COUNTER));
        cr_assert_eq(older_version("journal.db"), 6);
        cr_assert_eq(count_entries(), 5 + ENTRIES);
    }
    cr_expect_gt(old, 0, "no moment before the end was met");
}

static void fill_difficulty(struct store *store, const struct intake *like)
{
    long number;
    struct intake intake = *like;
    struct difficulty_record record = {.number = 1, .state = DIFFICULTY_SENT, .reply = "hẹn thứ hai"};
    const struct day_totals totals = {.intakes = 2, .difficulties = 1};
    intake.difficulty = DIFFICULTY_FACILITY;
    strcpy(intake.system.facility, "79025");
    finding_add(&intake.findings, FINDING_FACILITY_DIFFERENT);
    cr_assert_eq(store_difficulty(store, &intake, &lan, &number), FAULT_NONE);
    cr_assert_eq(store_difficulty_move(store, &record, &lan), FAULT_NONE);
    cr_assert_eq(store_close_day(store, TODAY, &totals, &lan), FAULT_NONE);
    cr_assert_eq(store_look(store, PURPOSE_SCAN, &intake.facts, intake.bhxh_number, "", &lan), FAULT_NONE);
}

/* Entries: 1 and 2 intakes, 3 a check, 4 a revision, 5 a check, 6 a close, 7 a receipt, 8 a difficulty, 9 its progress,
 * 10 a closed day, 11 a look. */
static void fill_all_kinds(void)
{
    char first[ID_SIZE], second[ID_SIZE];
    bool fresh;
    long long next;
    struct sending sending;
    struct store *store = open_store(STORE_COUNTER);
    struct intake intake = people_intake(1), other = people_intake(2);
    intake.check = other.check = true;
    strcpy(intake.contact.phone, "0912345678");
    strcpy(intake.contact.relative, "Trần Văn Cha");
    save(store, &intake, first);
    save(store, &other, second);
    cr_assert_eq(store_late_said(store, first, LATE_OUTCOME_DIFFERS, "000", TROUBLE_NONE, &lan), FAULT_NONE);
    intake.check = false;
    strcpy(intake.of, first);
    save(store, &intake, first);
    cr_assert_eq(store_late_said(store, second, LATE_OUTCOME_STUCK, "060", TROUBLE_NONE, &lan), FAULT_NONE);
    cr_assert_eq(store_late_close(store, second, "gọi rồi", &lan), FAULT_NONE);
    cr_assert_eq(store_send_add(store, first, "d", "f", &fresh), FAULT_NONE);
    cr_assert_eq(store_send_take(store, NOW, 60, &sending, &next), FAULT_NONE);
    cr_assert_eq(store_sent(store, sending.id, SENT_RECEIVED, "MGD", "200", &lan), FAULT_NONE);
    fill_difficulty(store, &other);
    store_close(store);
}

Test(journal_upgrade, the_chain_covers_every_new_kind)
{
    static const struct {
        const char *sql;
        long entry;
    } changes[] = {
        {"UPDATE contact SET phone = '0900000000' WHERE entry = 1", 1},
        {"DELETE FROM contact WHERE entry = 4", 4},
        {"INSERT INTO contact VALUES (2, '0900000000')", 2},
        {"UPDATE reach SET address = 'ở đâu đó' WHERE entry = 1", 1},
        {"UPDATE reach SET relative = '' WHERE entry = 1", 1},
        {"UPDATE reach SET relative_phone = '0900000000' WHERE entry = 4", 4},
        {"UPDATE reach SET whole = 1 WHERE entry = 4", 4},
        {"INSERT INTO reach VALUES (2, '', '', '', 1)", 2},
        {"INSERT INTO cmnd VALUES (2, '012345678')", 2},
        {"UPDATE checked SET outcome = 'agrees' WHERE entry = 3", 3},
        {"UPDATE checked SET of = 2 WHERE entry = 3", 3},
        {"UPDATE checked SET code = '000' WHERE entry = 5", 5},
        {"UPDATE revision SET of = 2", 4},
        {"DELETE FROM revision", 4},
        {"UPDATE closed SET reason = ''", 6},
        {"DELETE FROM closed", 6},
        {"UPDATE receipt SET receipt = 'MGD2'", 7},
        {"UPDATE receipt SET key = ''", 7},
        {"UPDATE receipt SET of = 0", 7},
        {"UPDATE receipt SET refused = 1", 7},
        {"INSERT INTO revision VALUES (2, 1)", 2},
        {"UPDATE numbered SET number = 2", 8},
        {"UPDATE observed SET findings = ''", 8},
        {"UPDATE observed SET verdict = 'match'", 8},
        {"UPDATE stated SET value = '79014'", 8},
        {"DELETE FROM stated", 8},
        {"UPDATE progress SET number = 2", 9},
        {"UPDATE progress SET state = 'answered'", 9},
        {"UPDATE progress SET reply = ''", 9},
        {"UPDATE closed_day SET day = '2026-11-19'", 10},
        {"UPDATE closed_day SET intakes = 3", 10},
        {"UPDATE closed_day SET difficulties = 0", 10},
        {"UPDATE look SET why = 'record'", 11},
        {"UPDATE look SET of = 1", 11},
        {"UPDATE look SET number = ''", 11},
        {"DELETE FROM look", 11},
    };
    static const char *const tables[] = {"contact", "reach",    "revision",   "checked",
                                         "closed",  "receipt",  "numbered",   "observed",
                                         "stated",  "progress", "closed_day", "look"};
    char sql[128];
    sqlite3 *db;
    fill_all_kinds();
    verify(STORE_READ, FAULT_NONE, 11);
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        snprintf(sql, sizeof sql, "DELETE FROM %s", tables[i]);
        cr_expect_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_CONSTRAINT, "%s", tables[i]);
    }
    sqlite3_close(db);
    run_sql("PRAGMA journal_mode=DELETE");
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        snprintf(sql, sizeof sql, "DROP TRIGGER %s_update; DROP TRIGGER %s_delete", tables[i], tables[i]);
        run_sql(sql);
    }
    place_copy("journal.db", "whole.db");
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        place_copy("whole.db", "journal.db");
        run_sql(changes[i].sql);
        verify(STORE_READ, FAULT_CHAIN_BROKEN, changes[i].entry);
    }
}
