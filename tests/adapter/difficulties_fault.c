/* difficulties_fault: a full disk, a busy journal and SIGKILL: the list of difficulties is what the entries say. */
#include "../support/people.h"
#include "../support/place.h"
#include "../support/writes.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define NOW 1795138865LL
#define TODAY "2026-11-20"

TestSuite(difficulties_fault, .init = (void (*)(void))place_begin, .fini = place_end, .timeout = 120);

static const struct writer lan = {"Quầy 3", "Lan", NOW};

static struct store *open_store(void)
{
    struct store *store;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    return store;
}

static long ask(const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *statement;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    cr_assert_eq(sqlite3_step(statement), SQLITE_ROW);
    long number = (long)sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return number;
}

static void expect_whole(void)
{
    long entries;
    struct store *store = open_store();
    cr_expect_eq(store_verify(store, &entries), FAULT_NONE);
    store_close(store);
    cr_expect_eq(ask("SELECT (SELECT count(*) FROM docket) - (SELECT count(*) FROM numbered)"), 0);
    cr_expect_eq(ask("SELECT count(*) FROM docket WHERE number NOT IN (SELECT number FROM numbered"
                     " WHERE numbered.entry = docket.entry)"
                     " OR moved <> coalesce((SELECT max(entry) FROM progress WHERE progress.number ="
                     " docket.number), 0)"
                     " OR state <> coalesce((SELECT state FROM progress WHERE entry = docket.moved), 'open')"
                     " OR gone <> (moved = 0 AND of IN (SELECT of FROM undo))"),
                 0);
}

/* Every act that writes, in the order of a difficulty's life. */
enum { ACTS = 5 };

static void do_all(struct store *store, enum fault ret[ACTS])
{
    struct intake intake = people_intake(1);
    struct repeat repeat;
    struct difficulty_record record = {.number = 1, .state = DIFFICULTY_SENT, .reply = "hẹn"};
    const struct day_totals totals = {.intakes = 1};
    char id[ID_SIZE];
    long number;
    intake.difficulty = DIFFICULTY_ADDRESS;
    intake.repeat = true;
    memset(intake.difficulty_text, 'x', sizeof intake.difficulty_text - 1);
    ret[0] = store_difficulty(store, &intake, &lan, &number);
    ret[1] = store_save(store, &intake, &lan, id, &repeat);
    ret[2] = store_difficulty_move(store, &record, &lan);
    ret[3] = store_close_day(store, TODAY, &totals, &lan);
    ret[4] = store_look(store, PURPOSE_SCAN, &intake.facts, intake.bhxh_number, "", &lan);
}

Test(difficulties_fault, a_full_disk_changes_nothing_and_then_goes_on)
{
    if (!place_mount("size=24m")) {
        cr_skip_test("a small tmpfs needs root");
    }
    enum fault faults[ACTS];
    struct store *store = open_store();
    do_all(store, faults);
    place_fill();
    bool full = false;
    for (int round = 0; round < 400 && !full; round++) {
        do_all(store, faults);
        for (int i = 0; i < ACTS; i++) {
            bool room = faults[i] == FAULT_STORE_FULL || faults[i] == FAULT_STORE_SHARED;
            cr_assert(room || faults[i] == FAULT_NONE, "act %d: %s", i, fault_code(faults[i]));
            full = full || room;
        }
        place_fill();
    }
    cr_expect(full, "the disk was never full");
    unlink(place_path("filler"));
    do_all(store, faults);
    for (int i = 0; i < ACTS; i++) {
        cr_expect_eq(faults[i], FAULT_NONE, "act %d: %s", i, fault_code(faults[i]));
    }
    store_close(store);
    expect_whole();
}

/* Opens one beside an intake, and moves the first. */
static enum fault open_and_move(struct store *store)
{
    struct intake intake = people_intake(2);
    struct difficulty_record record = {.number = 1, .state = DIFFICULTY_ANSWERED, .reply = "xong"};
    struct repeat repeat;
    char id[ID_SIZE];
    intake.difficulty = DIFFICULTY_ADDRESS;
    intake.repeat = true;
    enum fault fault = store_save(store, &intake, &lan, id, &repeat);
    return fault ? fault : store_difficulty_move(store, &record, &lan);
}

Test(difficulties_fault, every_write_that_fails_leaves_the_list_whole)
{
    int failed = 0;
    enum fault fault = FAULT_STORE_IO, faults[ACTS];
    writes_fail_at(0);
    struct store *store = open_store();
    do_all(store, faults);
    store_close(store);
    for (int n = 1; fault != FAULT_NONE; n++) {
        store = open_store();
        writes_fail_at(n);
        fault = open_and_move(store);
        writes_fail_at(0);
        store_close(store);
        cr_expect(fault == FAULT_NONE || fault == FAULT_STORE_IO, "write %d: %s", n, fault_code(fault));
        failed += fault != FAULT_NONE;
        expect_whole();
    }
    cr_expect_gt(failed, 5, "%d writes", failed);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

Test(difficulties_fault, a_busy_journal_is_said_and_a_look_waits_shortly)
{
    sqlite3 *other;
    struct facts whom = {.cccd = "079185000001"};
    struct difficulty_record record = {.number = 1, .state = DIFFICULTY_SENT};
    enum fault faults[ACTS];
    struct store *store = open_store();
    do_all(store, faults);
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &other), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    double begun = seconds();
    cr_expect_eq(store_look(store, PURPOSE_SCAN, &whom, "", "", &lan), FAULT_STORE_BUSY);
    cr_expect_lt(seconds() - begun, 2.0);
    cr_expect_eq(store_difficulty_move(store, &record, &lan), FAULT_STORE_BUSY);
    sqlite3_close(other);
    cr_expect_eq(store_difficulty_move(store, &record, &lan), FAULT_NONE);
    cr_expect_eq(store_look(store, PURPOSE_SCAN, &whom, "", "", &lan), FAULT_NONE);
    store_close(store);
    expect_whole();
}

/* Opens, sends, answers and undoes until it dies. */
static void work(void)
{
    struct store *store;
    if (store_open(place_dir(), STORE_COUNTER, &store) != FAULT_NONE) {
        _exit(1);
    }
    for (int i = 1;; i++) {
        struct intake intake = people_intake(i);
        struct difficulty_record record = {.state = DIFFICULTY_SENT};
        struct repeat repeat;
        char id[ID_SIZE];
        intake.difficulty = DIFFICULTY_ADDRESS;
        intake.repeat = true;
        enum fault fault = store_difficulty(store, &intake, &lan, &record.number);
        fault = fault ? fault : store_difficulty_move(store, &record, &lan);
        fault = fault ? fault : store_save(store, &intake, &lan, id, &repeat);
        record.number += i % 2;
        record.state = DIFFICULTY_ANSWERED;
        fault = fault ? fault : store_difficulty_move(store, &record, &lan);
        fault = fault ? fault : store_undo(store, id, &lan);
        if (fault) {
            _exit(1);
        }
    }
}

Test(difficulties_fault, killed_at_any_moment_the_list_is_what_the_entries_say)
{
    store_close(open_store());
    for (int i = 0; i < 12; i++) {
        int status;
        pid_t child = fork();
        if (child == 0) {
            work();
        }
        struct timespec pause = {0, 20000000L + 7000001L * i};
        nanosleep(&pause, NULL);
        kill(child, SIGKILL);
        cr_assert(waitpid(child, &status, 0) == child);
        cr_expect(WIFSIGNALED(status), "it gave up");
        expect_whole();
    }
    cr_expect_gt(ask("SELECT count(*) FROM progress"), 0);
}
