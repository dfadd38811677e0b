/* import: our import beside `sqlite3 .import` of the same file. */
#include "bench.h"
#include "child.h"
#include "measure.h"
#include <fcntl.h>
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The baseline is `sqlite3 .import` of the same rows in the register's own form, so it neither reads dates
 * nor folds names, into the register's own table and indexes without its triggers; the unique index replaces
 * on conflict, as plain .import knows no upsert. */

enum { SOME = 10000, ROUNDS = 3, SOME_ROUNDS = 5 };

struct rounds {
    double ours[SOME_ROUNDS], baseline[SOME_ROUNDS];
};

/* The days of the imports: each later than the one before, or an import would
 * leave newer rows as they are. */
static void next_day(struct bench *bench)
{
    date_from_days(date_days(bench->day) + 1, bench->day);
}

static void write_file(const struct bench *bench, const char *path, bool later, long count)
{
    FILE *file = fopen(path, "we");
    if (!file) {
        bench_fail(path);
    }
    members_write_header(file);
    long stride = bench->members / count;
    for (long i = 0; i < count; i++) {
        struct insured insured;
        members_make(&bench->people, i * stride, &insured);
        if (later) {
            members_later(&bench->people, i * stride, &insured);
        }
        members_write(file, &insured);
    }
    if (fclose(file) != 0) {
        bench_fail(path);
    }
}

/* What one run left to be written shall not be the next one's burden. */
static double timed(const char *const argv[])
{
    sync();
    return child_run(argv, NULL, NULL, 0);
}

static double ours(const struct bench *bench, const char *file)
{
    return timed((const char *[]){bench->program, "import", "members", file, "--as-of", bench->day,
                                  "--complete", "--data", bench->data, NULL});
}

static double baseline(const char *db, const char *rows)
{
    char import[PATH_SIZE + 32];
    snprintf(import, sizeof import, ".import %s member", rows);
    return timed((const char *[]){"sqlite3", "-csv", db, import, NULL});
}

/* The rows of the newest day, as the register holds them, in its order. */
static void dump(const struct bench *bench, const char *rows)
{
    char db[PATH_SIZE], select[128];
    bench_path(bench->data, "register.db", db);
    snprintf(select, sizeof select, "SELECT * FROM member WHERE asOf = '%s' ORDER BY rowid", bench->day);
    child_run((const char *[]){"sqlite3", "-csv", "-readonly", db, select, NULL}, NULL, rows, 0);
}

static void copy_schema(sqlite3 *to, const char *sql)
{
    char *replacing = NULL;
    if (strncmp(sql, "CREATE TABLE", 12) == 0) {
        int head = (int)(strrchr(sql, ')') - sql);
        replacing =
            sqlite3_mprintf("%.*s, UNIQUE (maSoBHXH, maThe) ON CONFLICT REPLACE%s", head, sql, sql + head);
    }
    if (!strstr(sql, "UNIQUE INDEX") &&
        sqlite3_exec(to, replacing ? replacing : sql, NULL, NULL, NULL) != SQLITE_OK) {
        bench_fail(sqlite3_errmsg(to));
    }
    sqlite3_free(replacing);
}

/* An empty database with the register's table and indexes. */
static void make_baseline(const struct bench *bench, const char *path)
{
    char db[PATH_SIZE];
    sqlite3 *from, *to;
    sqlite3_stmt *schema;
    bench_path(bench->data, "register.db", db);
    unlink(path);
    if (sqlite3_open_v2(db, &from, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_open(path, &to) != SQLITE_OK ||
        sqlite3_prepare_v2(from,
                           "SELECT sql FROM sqlite_master WHERE tbl_name = 'member' AND type <> 'trigger'",
                           -1, &schema, NULL) != SQLITE_OK) {
        bench_fail("the register cannot be read");
    }
    while (sqlite3_step(schema) == SQLITE_ROW) {
        copy_schema(to, (const char *)sqlite3_column_text(schema, 0));
    }
    sqlite3_finalize(schema);
    sqlite3_close(from);
    sqlite3_close(to);
}

static void new_directory(struct bench *bench, int round)
{
    char name[32];
    if (round > 0) {
        child_run((const char *[]){"rm", "-rf", bench->data, NULL}, NULL, NULL, 0);
    }
    snprintf(name, sizeof name, "data-%d", round);
    bench_path(bench->dir, name, bench->data);
    if (mkdir(bench->data, 0700) != 0) {
        bench_fail(bench->data);
    }
}

static void add(struct bench *bench, const char *what, struct rounds *rounds, int count, double aim)
{
    char name[TABLE_NAME];
    struct ratio ratio = table_rounds("", rounds->ours, rounds->baseline, count, "s", aim);
    snprintf(name, sizeof name, "import beside .import: %s", what);
    strcpy(ratio.name, name);
    table_ratio(&bench->table, &ratio);
}

static void first_imports(struct bench *bench, const char *file, const char *rows, const char *db)
{
    struct rounds rounds;
    int count = bench->members > 1000000 ? 1 : ROUNDS;
    for (int i = 0; i < count; i++) {
        bench_say("first import");
        new_directory(bench, i);
        rounds.ours[i] = ours(bench, file);
        dump(bench, rows);
        make_baseline(bench, db);
        rounds.baseline[i] = baseline(db, rows);
    }
    add(bench, "all members, first", &rounds, count, 2.0);
}

static void later_imports(struct bench *bench, const char *what, const char *file, const char *rows,
                          const char *db, int count)
{
    struct rounds rounds;
    for (int i = 0; i < count; i++) {
        bench_say("later import");
        next_day(bench);
        rounds.ours[i] = ours(bench, file);
        dump(bench, rows);
        rounds.baseline[i] = baseline(db, rows);
    }
    add(bench, what, &rounds, count, 1.0);
}

void bench_import(struct bench *bench)
{
    char file[PATH_SIZE], rows[PATH_SIZE], db[PATH_SIZE];
    bench_path(bench->dir, "members.csv", file);
    bench_path(bench->dir, "rows.csv", rows);
    bench_path(bench->dir, "baseline.db", db);
    strcpy(bench->day, "2026-11-16");
    bench_say("writing members");
    write_file(bench, file, false, bench->members);
    first_imports(bench, file, rows, db);
    write_file(bench, file, true, bench->members);
    later_imports(bench, "all members again", file, rows, db, 1);
    write_file(bench, file, true, SOME);
    later_imports(bench, "10,000 members again", file, rows, db, SOME_ROUNDS);
    unlink(file);
    unlink(rows);
    unlink(db);
}
