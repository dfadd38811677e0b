/* rows: rows of the journal read by a connection of their own. */
#include "rows.h"
#include "adapter/store.h"
#include "place.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void rows_read(const char *sql, char out[ROWS_SIZE])
{
    sqlite3 *db;
    sqlite3_stmt *rows;
    size_t len = strlen(out);
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &rows, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    while (sqlite3_step(rows) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(rows); i++) {
            len += (size_t)snprintf(out + len, ROWS_SIZE - len, "%s|",
                                    (const char *)sqlite3_column_text(rows, i));
        }
        len += (size_t)snprintf(out + len, ROWS_SIZE - len, "\n");
        cr_assert_lt(len, ROWS_SIZE);
    }
    sqlite3_finalize(rows);
    sqlite3_close(db);
}

char *rows_patients(void)
{
    char *text = calloc(1, ROWS_SIZE);
    rows_read("SELECT * FROM visit ORDER BY 1", text);
    rows_read("SELECT * FROM patient ORDER BY 1", text);
    rows_read("SELECT * FROM patient_key ORDER BY 1, 2, 3", text);
    return text;
}

static void run_sql(const char *sql)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

void rows_rebuilt(const char *when)
{
    struct store *store;
    char *grown = rows_patients();
    run_sql(
        "DELETE FROM visit; DELETE FROM patient; DELETE FROM patient_key; UPDATE projected SET entry = 0");
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    store_close(store);
    char *made = rows_patients();
    cr_expect_str_eq(grown, made, "%s:\n%s---\n%s", when, grown, made);
    free(grown);
    free(made);
}
