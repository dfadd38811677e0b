/* facility: names by code from reference.db, opened as a file that never changes. */
#include "adapter/facility.h"
#include "adapter/place.h"
#include "adapter/store_file.h"
#include "adapter/store_sql.h"
#include <stdlib.h>

struct facility_list {
    char path[PATH_SIZE];
    struct stamp stamp; /* of the file that was opened, or found unreadable */
    sqlite3 *db;
    sqlite3_stmt *find;
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
