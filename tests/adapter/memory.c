/* memory: an import and an export of ten times as many rows take hardly more of it. */
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/export.h"
#include "adapter/import.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL
#define TODAY "2026-11-20"

enum { FEW_ROWS = 10000, MANY_ROWS = 100000 };

TestSuite(memory, .init = (void (*)(void))place_begin, .fini = place_end, .timeout = 300);

/* What `work` takes at most in a process of its own, in KB. */
static long memory_of(bool (*work)(int rows), int rows)
{
    struct rusage usage;
    int status;
    pid_t child = fork();
    if (child == 0) {
        _exit(work(rows) ? 0 : 1);
    }
    cr_assert_eq(wait4(child, &status, 0, &usage), child);
    cr_assert_eq(status, 0);
    return usage.ru_maxrss;
}

static void write_members(int rows)
{
    FILE *file = fopen(place_path("in.csv"), "we");
    cr_assert(file);
    fputs("maThe,hoTen,ngaySinh,diaChi,soCCCD\n", file);
    for (int i = 0; i < rows; i++) {
        fprintf(file, "DN479%010d,Nguyễn Văn An,%d-03-12,%d Phố Huế,%012d\n", i, 1940 + i % 80, i, i);
    }
    cr_assert_eq(fclose(file), 0);
}

static bool import(int rows)
{
    struct import_report report;
    struct import_options options = {
        .dir = place_dir(), .file = place_path("in.csv"), .as_of = TODAY, .complete = true};
    return import_members(&options, &report) == FAULT_NONE && report.rows == rows;
}

Test(memory, import_of_members)
{
    write_members(FEW_ROWS);
    long few = memory_of(import, FEW_ROWS);
    unlink(place_path("register.db"));
    write_members(MANY_ROWS);
    long many = memory_of(import, MANY_ROWS);
    cr_expect_lt(many, few * 3 / 2, "%ld KB for %d rows, %ld KB for %d", few, FEW_ROWS, many, MANY_ROWS);
}

/* An intake, as often as wanted: only reading is measured, which asks for no digest. */
static void write_intakes(int rows)
{
    static const char more[] =
        "WITH RECURSIVE n(i) AS (SELECT max(id) + 1 FROM entry UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
        " INSERT INTO entry SELECT i, kind, at, day, counter, clerk, printf('%%036d', i), digest, link"
        " FROM n JOIN entry ON id = 1;"
        "INSERT INTO intake SELECT e.id, i.status, i.card, i.verdict, i.bhxh, i.findings, i.reason, "
        "i.checked,"
        " i.as_of, i.repeat FROM entry e JOIN intake i ON i.entry = 1"
        " WHERE e.id NOT IN (SELECT entry FROM intake);"
        "INSERT INTO field SELECT e.id, f.field, f.value, f.presented, f.source FROM entry e"
        " JOIN field f ON f.entry = 1 WHERE e.id NOT IN (SELECT entry FROM field)";
    char sql[1024];
    sqlite3 *db;
    snprintf(sql, sizeof sql, more, rows);
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

static bool export_intakes(int rows)
{
    const struct export_of of = {.from = TODAY, .to = TODAY};
    const struct export_row *row;
    struct export *export;
    enum fault fault = export_open(place_dir(), EXPORT_INTAKES, &of, &export);
    bool more = fault == FAULT_NONE;
    int count = 0;
    while (more && (fault = export_next(export, &row)) == FAULT_NONE && row) {
        count++;
    }
    if (more) {
        export_close(export);
    }
    return fault == FAULT_NONE && count == rows;
}

Test(memory, export_of_intakes)
{
    const struct writer lan = {"Quầy 3", "Lan", NOW};
    const struct intake intake = people_intake(1);
    struct repeat repeat;
    struct store *store;
    char id[ID_SIZE];
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    cr_assert_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
    store_close(store);
    write_intakes(FEW_ROWS);
    long few = memory_of(export_intakes, FEW_ROWS);
    write_intakes(MANY_ROWS);
    long many = memory_of(export_intakes, MANY_ROWS);
    cr_expect_lt(many, few * 3 / 2, "%ld KB for %d rows, %ld KB for %d", few, FEW_ROWS, many, MANY_ROWS);
}
