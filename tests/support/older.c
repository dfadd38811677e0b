/* older: a file of the schema's first steps, filled from the present one. */
#include "older.h"
#include "adapter/journal_file.h"
#include "place.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <unistd.h>

static void run(sqlite3 *db, const char *sql)
{
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
}

/* `fill` copies from the schema `now` into `main`. */
static void rebuild(const char *name, const struct sql_kind *kind, int version, const char *const fill[])
{
    sqlite3 *db;
    char sql[512], old[32];
    snprintf(old, sizeof old, "%s.old", name);
    cr_assert_eq(sqlite3_open(place_path(old), &db), SQLITE_OK);
    for (int i = 0; i < version; i++) {
        run(db, kind->steps[i]);
    }
    snprintf(sql, sizeof sql, "ATTACH '%s' AS now", place_path(name));
    run(db, sql);
    for (int i = 0; fill[i]; i++) {
        run(db, fill[i]);
    }
    snprintf(sql, sizeof sql,
             "DETACH now; PRAGMA application_id=%d; PRAGMA user_version=%d; PRAGMA journal_mode=WAL",
             kind->application_id, version);
    run(db, sql);
    cr_assert_eq(sqlite3_close(db), SQLITE_OK);
    place_copy(old, name);
    unlink(place_path(old));
}

/* What the step did not know was in the digests that were copied. The journal is read as such a one is, and the entries
 * are written by another connection, because readers may not. */
static void chain_anew(void)
{
    struct journal *journal;
    sqlite3 *db;
    sqlite3_stmt *put;
    unsigned char link[HASH_BYTES] = {0}, digest[HASH_BYTES];
    cr_assert_eq(journal_open(place_dir(), false, &journal), FAULT_NONE);
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_ENTRIES];
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    run(db, "BEGIN; DROP TRIGGER entry_update");
    cr_assert_eq(
        sqlite3_prepare_v2(db, "UPDATE entry SET digest = ?2, link = ?3 WHERE id = ?1", -1, &put, NULL),
        SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW) {
        const struct entry entry = {
            sqlite3_column_int64(row, 0),
            (const char *)sqlite3_column_text(row, 1),
            (const char *)sqlite3_column_text(row, 2),
            (const char *)sqlite3_column_text(row, 3),
            (const char *)sqlite3_column_text(row, 4),
            (const char *)sqlite3_column_text(row, 5),
            (const char *)sqlite3_column_text(row, 6),
        };
        cr_assert_eq(chain_digest(journal, entry.id, digest), FAULT_NONE);
        cr_assert_eq(chain_link(link, &entry, digest, link), FAULT_NONE);
        sqlite3_bind_int64(put, 1, entry.id);
        sqlite3_bind_blob(put, 2, digest, HASH_BYTES, SQLITE_STATIC);
        sqlite3_bind_blob(put, 3, link, HASH_BYTES, SQLITE_STATIC);
        cr_assert_eq(sqlite3_step(put), SQLITE_DONE);
        sqlite3_reset(put);
    }
    sqlite3_finalize(put);
    journal_close(journal);
    run(db,
        "CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'append-only'); END;"
        "COMMIT; PRAGMA journal_mode=WAL");
    sqlite3_close(db);
}

void older_journal(int version)
{
    static const char *const first[] = {
        "INSERT INTO main.entry SELECT * FROM now.entry",
        "INSERT INTO main.intake SELECT * FROM now.intake",
        "INSERT INTO main.field SELECT * FROM now.field",
        "INSERT INTO main.correction SELECT * FROM now.correction",
        "INSERT INTO main.difficulty SELECT * FROM now.difficulty",
        "INSERT INTO main.undo SELECT * FROM now.undo",
        "INSERT INTO main.seen SELECT * FROM now.seen",
        "INSERT INTO main.outbox SELECT * FROM now.outbox",
        "INSERT INTO main.draft SELECT * FROM now.draft",
        NULL,
    };
    static const char *const third[] = {"contact", "revision", "checked", "closed", "receipt",
                                        "late",    "handover", "sending", "learned"};
    static const char *const fourth[] = {"reach", "cmnd", "visit", "patient", "patient_key"};
    static const char *const fifth[] = {"numbered",   "observed", "stated", "progress",
                                        "closed_day", "look",     "docket"};
    static char last[sizeof fifth / sizeof *fifth][96];
    static char more[sizeof fourth / sizeof *fourth][96];
    static char copies[sizeof third / sizeof *third][96];
    const char *second[sizeof first / sizeof *first + 2 + sizeof third / sizeof *third +
                       sizeof fourth / sizeof *fourth + sizeof fifth / sizeof *fifth];
    int count = 0;
    for (; first[count]; count++) {
        second[count] = first[count];
    }
    if (version > 1) {
        second[count++] = "INSERT INTO main.entitlement SELECT * FROM now.entitlement";
        second[count++] = "INSERT INTO main.paper SELECT * FROM now.paper";
    }
    for (size_t i = 0; version > 2 && i < sizeof third / sizeof *third; i++) {
        snprintf(copies[i], sizeof copies[i], "INSERT INTO main.%s SELECT * FROM now.%s", third[i], third[i]);
        second[count++] = copies[i];
    }
    for (size_t i = 0; version > 3 && i < sizeof fourth / sizeof *fourth; i++) {
        snprintf(more[i], sizeof more[i], "INSERT INTO main.%s SELECT * FROM now.%s", fourth[i], fourth[i]);
        second[count++] = more[i];
    }
    for (size_t i = 0; version > 4 && i < sizeof fifth / sizeof *fifth; i++) {
        snprintf(last[i], sizeof last[i], "INSERT INTO main.%s SELECT * FROM now.%s", fifth[i], fifth[i]);
        second[count++] = last[i];
    }
    second[count] = NULL;
    rebuild("journal.db", &SQL_JOURNAL, version, second);
    chain_anew();
}

/* Of a register of before tenGap is empty where there is a CCCD. */
#define MEMBER_OF_THREE                                                                                      \
    "maSoBHXH, maThe, hoTen, ngaySinh, gioiTinh, diaChi, maDKBD, gtTheTu, gtTheDen, ngayDu5Nam, maKV,"       \
    " soCCCD, maTheMoi, gtTheTuMoi, gtTheDenMoi, maDKBDMoi, trangThai,"                                      \
    " CASE length(soCCCD) WHEN 12 THEN '' ELSE tenGap END, source, asOf"

void older_register(int version)
{
    static const char *const third[] = {
        "INSERT INTO main.member SELECT " MEMBER_OF_THREE " FROM now.member",
        "UPDATE main.state SET (asOf, completeAsOf) = (SELECT asOf, completeAsOf FROM now.state)",
        NULL,
    };
    static const char *const fourth[] = {
        "INSERT INTO main.member SELECT " MEMBER_OF_THREE ", heard, heardAt, heardBy FROM now.member",
        "INSERT INTO main.word SELECT * FROM now.word",
        "UPDATE main.state SET (asOf, completeAsOf) = (SELECT asOf, completeAsOf FROM now.state)",
        NULL,
    };
    rebuild("register.db", &SQL_REGISTER, version, version == 3 ? third : fourth);
}

int older_version(const char *name)
{
    sqlite3 *db;
    sqlite3_stmt *statement = NULL;
    cr_assert_eq(sqlite3_open(place_path(name), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &statement, NULL), SQLITE_OK);
    cr_assert_eq(sqlite3_step(statement), SQLITE_ROW);
    int version = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return version;
}
