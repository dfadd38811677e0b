/* facility: names by code from reference.db, opened as a file that never changes. */
#include "adapter/facility.h"
#include "adapter/place.h"
#include "adapter/store_file.h"
#include "adapter/store_sql.h"
#include "core/heir.h"
#include <stdlib.h>

struct facility_list {
    char path[PATH_SIZE];
    struct stamp stamp; /* of the file that was opened, or found unreadable */
    sqlite3 *db;
    sqlite3_stmt *find;
    struct facility_heir *heirs; /* NULL: not read, or none */
    int heir_count;
};

enum fault facility_open(const char *dir, struct facility_list **ret)
{
    struct facility_list *list = calloc(1, sizeof *list);
    if (!list) {
        return FAULT_STORE_MEMORY;
    }
    enum fault fault = place_join(dir, "reference.db", list->path);
    if (fault != FAULT_NONE) {
        free(list);
        return fault;
    }
    *ret = list;
    return FAULT_NONE;
}

static void drop(struct facility_list *list)
{
    sqlite3_finalize(list->find);
    sqlite3_close(list->db);
    list->find = NULL;
    list->db = NULL;
}

void facility_close(struct facility_list *list)
{
    if (list) {
        drop(list);
        free(list->heirs);
        free(list);
    }
}

/* An unreadable file is tried again when another takes its place. */
static void refresh(struct facility_list *list)
{
    struct stamp stamp = file_stamp(list->path);
    if (file_same(stamp, list->stamp)) {
        return;
    }
    drop(list);
    list->stamp = stamp;
    enum fault fault = sql_open(list->path, &SQL_REFERENCE, SQL_STATIC, &list->db);
    if (fault == FAULT_NONE) {
        fault =
            sql_prepare(list->db, &SQL_REFERENCE, "SELECT name FROM facility WHERE code = ?1", &list->find);
    }
    if (fault != FAULT_NONE) {
        drop(list);
    }
}

void facility_name(struct facility_list *list, const char *code, char *out, size_t cap)
{
    out[0] = '\0';
    refresh(list);
    if (!list->find) {
        return;
    }
    sql_bind(list->find, 1, code);
    if (sqlite3_step(list->find) == SQLITE_ROW &&
        sql_text(list->find, 0, &SQL_REFERENCE, out, cap) != FAULT_NONE) {
        out[0] = '\0';
    }
    sqlite3_reset(list->find);
}

/* As many as there is memory for: what is left out is shown under the code it has. */
static void read_pairs(struct facility_list *list, sqlite3_stmt *pairs)
{
    size_t count = 0, room = 0;
    while (sqlite3_step(pairs) == SQLITE_ROW) {
        if (count == room) {
            room = room ? 2 * room : 64;
            void *more = realloc(list->heirs, room * sizeof *list->heirs);
            if (!more) {
                break;
            }
            list->heirs = more;
        }
        struct facility_heir *pair = &list->heirs[count];
        count += sql_text(pairs, 0, &SQL_REFERENCE, pair->code, sizeof pair->code) == FAULT_NONE &&
                 sql_text(pairs, 1, &SQL_REFERENCE, pair->heir, sizeof pair->heir) == FAULT_NONE;
    }
    list->heir_count = (int)heirs_settle(list->heirs, count);
}

void facility_heirs(struct facility_list *list, const char *today, const struct facility_heir **ret_heirs,
                    int *ret_count)
{
    sqlite3_stmt *pairs = NULL;
    refresh(list);
    if (!list->heirs && list->db &&
        sql_prepare(list->db, &SQL_REFERENCE,
                    "SELECT code, successor FROM facility WHERE successor <> '' AND"
                    " (validTo = '' OR validTo < ?1)",
                    &pairs) == FAULT_NONE) {
        sql_bind(pairs, 1, today);
        read_pairs(list, pairs);
        sqlite3_finalize(pairs);
    }
    *ret_heirs = list->heirs;
    *ret_count = list->heir_count;
}
