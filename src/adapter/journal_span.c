/* journal_span: two rows by their key. */
#include "adapter/journal_span.h"
#include "adapter/place.h"
#include "adapter/store_sql.h"
#include <unistd.h>

static enum fault read_span(sqlite3 *db, long long *ret_first, long long *ret_newest)
{
    static const char QUERY[] = "SELECT coalesce((SELECT unixepoch(at) FROM entry ORDER BY id LIMIT 1), 0),"
                                " coalesce((SELECT unixepoch(at) FROM entry ORDER BY id DESC LIMIT 1), 0)";
    sqlite3_stmt *row = NULL;
    enum fault fault = sql_prepare(db, &SQL_JOURNAL, QUERY, &row);
    if (!fault && sqlite3_step(row) == SQLITE_ROW) {
        *ret_first = sqlite3_column_int64(row, 0);
        *ret_newest = sqlite3_column_int64(row, 1);
    } else if (!fault) {
        fault = FAULT_JOURNAL_DAMAGED;
    }
    sqlite3_finalize(row);
    return fault;
}

enum fault journal_span(const char *dir, long long *ret_first, long long *ret_newest)
{
    char path[PATH_SIZE];
    sqlite3 *db = NULL;
    *ret_first = *ret_newest = 0;
    enum fault fault = place_join(dir, "journal.db", path);
    if (fault || access(path, F_OK) != 0) {
        return fault;
    }
    fault = sql_open(path, &SQL_JOURNAL, SQL_READ, &db);
    fault = fault ? fault : read_span(db, ret_first, ret_newest);
    sqlite3_close(db);
    return fault;
}
