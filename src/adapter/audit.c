/* audit: three questions to the journal, each row to the sheet as it is read. */
#include "adapter/audit.h"
#include "adapter/place.h"
#include "adapter/store_sql.h"

enum { COLUMNS_MAX = 10 };

/* Of a look the name is that of the record, where there is one and its content was not purged. */
static const struct table {
    const char *name, *sql;
    struct sheet_column columns[COLUMNS_MAX];
    int count;
} TABLES[] = {
    {"entries",
     "SELECT id, kind, at, day, counter, clerk, act, lower(hex(digest)), lower(hex(link)) FROM entry"
     " WHERE day BETWEEN ?1 AND ?2 ORDER BY id",
     {{.name = "entry", .kind = CELL_NUMBER},
      {.name = "kind"},
      {.name = "time"},
      {.name = "day", .kind = CELL_DAY},
      {.name = "counter"},
      {.name = "clerk"},
      {.name = "act"},
      {.name = "digest"},
      {.name = "link"}},
     9},
    {"looks",
     "SELECT e.id, e.at, e.counter, e.clerk, l.why, coalesce(o.act, ''), l.number, coalesce((SELECT value "
     "FROM"
     " field WHERE entry = l.of AND field = 'name'), '') FROM look l JOIN entry e ON e.id = l.entry"
     " LEFT JOIN entry o ON o.id = l.of WHERE e.day BETWEEN ?1 AND ?2 ORDER BY e.id",
     {{.name = "entry", .kind = CELL_NUMBER},
      {.name = "time"},
      {.name = "counter"},
      {.name = "clerk"},
      {.name = "why"},
      {.name = "act"},
      {.name = "number"},
      {.name = "name"}},
     8},
    {"signs",
     "SELECT e.id, e.at, e.counter, s.login, s.what FROM sign s JOIN entry e ON e.id = s.entry"
     " WHERE e.day BETWEEN ?1 AND ?2 ORDER BY e.id",
     {{.name = "entry", .kind = CELL_NUMBER},
      {.name = "time"},
      {.name = "counter"},
      {.name = "login"},
      {.name = "what"}},
     5},
};

static enum fault write_row(sqlite3_stmt *row, int count, struct sheet *sheet)
{
    const char *values[COLUMNS_MAX];
    for (int i = 0; i < count; i++) {
        values[i] = (const char *)sqlite3_column_text(row, i);
        if (!values[i]) {
            return FAULT_STORE_MEMORY;
        }
    }
    return sheet_row(sheet, values);
}

static enum fault write_table(sqlite3 *db, const struct table *table, const char *from, const char *to,
                              struct sheet *sheet)
{
    sqlite3_stmt *rows = NULL;
    int code = SQLITE_DONE;
    enum fault fault = sql_prepare(db, &SQL_JOURNAL, table->sql, &rows);
    fault = fault ? fault : sheet_table(sheet, table->name, table->columns, table->count);
    if (fault == FAULT_NONE) {
        sql_bind(rows, 1, from);
        sql_bind(rows, 2, to);
    }
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = write_row(rows, table->count, sheet);
    }
    fault = fault ? fault : sql_fault(db, &SQL_JOURNAL, code);
    sqlite3_finalize(rows);
    return fault;
}

enum fault audit_write(const char *dir, const char *from, const char *to, struct sheet *sheet)
{
    char path[PATH_SIZE];
    sqlite3 *db = NULL;
    enum fault fault = place_join(dir, "journal.db", path);
    fault = fault ? fault : sql_open(path, &SQL_JOURNAL, SQL_READ, &db);
    for (size_t i = 0; fault == FAULT_NONE && i < sizeof TABLES / sizeof *TABLES; i++) {
        fault = write_table(db, &TABLES[i], from, to, sheet);
    }
    sqlite3_close(db);
    return fault;
}
