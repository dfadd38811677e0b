/* kill: SIGKILL at many moments of an import and of saving: what is there afterwards is whole. */
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/import.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define NOW 1795138865LL
#define TODAY "2026-11-20"

/* Rows of an import, and moments at which it is killed: spread over its whole length. */
enum { ROWS = 4000, MOMENTS = 24 };

TestSuite(kill, .init = (void (*)(void))place_begin, .fini = place_end, .timeout = 120);

static void write_members(const char *name, const char *person)
{
    FILE *out = fopen(place_path(name), "w");
    cr_assert(out);
    fputs("maThe,hoTen,soCCCD\n", out);
    for (int i = 1; i <= ROWS; i++) {
        fprintf(out, "DN479%010d,%s,001185%06d\n", i, person, i);
    }
    cr_assert(fclose(out) == 0);
}

static enum fault import(const char *name)
{
    static struct import_report report;
    struct import_options options = {.dir = place_dir(), .file = place_path(name), .as_of = TODAY};
    return import_members(&options, &report);
}

/* The name every member has, "mixed" where two differ, "none" where one is missing. */
static const char *everyone(void)
{
    static char name[NAME_SIZE];
    static struct answer answer;
    struct store *store;
    cr_assert_eq(store_open(place_dir(), STORE_READ, &store), FAULT_NONE);
    for (int i = 1; i <= ROWS; i += 37) {
        struct card card = people_card(i);
        enum fault fault = store_answer(store, &card, TODAY, &answer);
        cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
        const char *found = answer.member_count == 1 ? answer.members[0].facts.name : "none";
        strcpy(name, i == 1 || strcmp(name, found) == 0 ? found : "mixed");
    }
    store_close(store);
    return name;
}

static long microseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* Runs `work` in a child and kills it after so long; true when it had ended by itself. */
static bool kill_after(void (*work)(void), long wait)
{
    pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    struct timespec pause = {wait / 1000000, wait % 1000000 * 1000};
    nanosleep(&pause, NULL);
    kill(child, SIGKILL);
    int status;
    cr_assert(waitpid(child, &status, 0) == child);
    return WIFEXITED(status);
}

static void import_new(void)
{
    if (import("new.csv") != FAULT_NONE) {
        _exit(1);
    }
}

Test(kill, an_import_killed_at_any_moment_changes_nothing)
{
    write_members("old.csv", "Cũ");
    write_members("new.csv", "Mới");
    long begun = microseconds();
    cr_assert_eq(import("old.csv"), FAULT_NONE);
    long whole = microseconds() - begun;
    for (int i = 0; i < MOMENTS; i++) {
        bool ended = kill_after(import_new, whole * 3 * i / (2 * MOMENTS));
        const char *name = everyone();
        cr_expect(strcmp(name, "Mới") == 0 || (!ended && strcmp(name, "Cũ") == 0), "moment %d: %s", i, name);
        cr_assert_eq(import("old.csv"), FAULT_NONE);
        cr_assert_str_eq(everyone(), "Cũ");
    }
}

/* Takes in unchecked, hears that it differs, revises, until it dies; says after each that it is on disk. */
static int told[2];

static void tell(enum fault fault, char what)
{
    if (fault != FAULT_NONE || write(told[1], &what, 1) != 1) {
        _exit(1);
    }
}

static void take_in(void)
{
    struct store *store;
    struct writer writer = {"Quầy 3", "Lan", NOW};
    if (store_open(place_dir(), STORE_COUNTER, &store) != FAULT_NONE) {
        _exit(1);
    }
    store_owe(store);
    for (int i = 1;; i++) {
        struct intake intake = people_intake(i);
        struct repeat repeat;
        char id[ID_SIZE], draft[32];
        intake.repeat = intake.check = true;
        snprintf(draft, sizeof draft, "%d", i);
        tell(store_draft_write(store, "Quầy 4", draft), 'd');
        tell(store_save(store, &intake, &writer, id, &repeat), 'i');
        tell(store_late_said(store, id, LATE_OUTCOME_DIFFERS, "000", TROUBLE_NONE, &writer), 'i');
        intake.check = false;
        strcpy(intake.of, id);
        tell(store_save(store, &intake, &writer, id, &repeat), 'i');
    }
}

/* One number from the journal. */
static long ask_journal(const char *sql)
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

/* What is still to be done fits what was done: an intake is on the list until its revision, waiting until its answer, and
 * each of the two owes one file. */
static void expect_belongings(void)
{
    long intakes = ask_journal("SELECT count(*) FROM entry WHERE kind = 'intake'");
    long revisions = ask_journal("SELECT count(*) FROM revision");
    cr_expect_eq(ask_journal("SELECT count(*) FROM late"), intakes - revisions);
    cr_expect_eq(ask_journal("SELECT count(*) FROM late WHERE (state = 'differs') <>"
                             " EXISTS (SELECT 1 FROM checked WHERE of = late.entry)"),
                 0);
    cr_expect_eq(ask_journal("SELECT count(*) FROM handover WHERE kind = 'new'"), intakes);
    cr_expect_eq(ask_journal("SELECT count(*) FROM handover WHERE kind = 'replace'"), revisions);
}

Test(kill, what_was_said_to_be_saved_is_there)
{
    long intakes = 0;
    cr_assert(pipe(told) == 0);
    for (int i = 0; i < MOMENTS; i++) {
        char heard[4096], draft[32];
        cr_assert_not(kill_after(take_in, 20000 + 1373 * i));
        cr_assert(write(told[1], ".", 1) == 1);
        ssize_t len = read(told[0], heard, sizeof heard);
        long saved = 0, drafts = 0;
        for (ssize_t at = 0; at < len; at++) {
            saved += heard[at] == 'i';
            drafts += heard[at] == 'd';
        }
        struct store *store;
        long entries;
        cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
        cr_assert_eq(store_verify(store, &entries), FAULT_NONE);
        cr_expect(entries == intakes + saved || entries == intakes + saved + 1, "%ld %ld", entries,
                  intakes + saved);
        cr_assert_eq(store_draft_read(store, "Quầy 4", draft, sizeof draft), FAULT_NONE);
        cr_expect(drafts == 0 || atol(draft) == drafts || atol(draft) == drafts + 1, "%s %ld", draft, drafts);
        intakes = entries;
        store_close(store);
        expect_belongings();
    }
    cr_expect_gt(intakes, MOMENTS);
}

Test(kill, look_ups_go_on_while_imports_replace_the_register)
{
    write_members("old.csv", "Cũ");
    cr_assert_eq(import("old.csv"), FAULT_NONE);
    write_members("new.csv", "Mới");
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < 8; i++) {
            if (import(i % 2 ? "old.csv" : "new.csv") != FAULT_NONE) {
                _exit(1);
            }
        }
        _exit(0);
    }
    struct store *store;
    static struct answer answer;
    int status, looked = 0;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    while (waitpid(child, &status, WNOHANG) == 0) {
        struct card card = people_card(1 + looked++ % ROWS);
        enum fault fault = store_answer(store, &card, TODAY, &answer);
        cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
        cr_assert_eq(answer.member_count, 1);
    }
    cr_expect_eq(status, 0);
    cr_expect_gt(looked, 100);
    store_close(store);
}
