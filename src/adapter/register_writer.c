/* register_writer: the statements both ways of writing share. */
#include "adapter/register_writer.h"
#include "core/find.h"
#include <stdio.h>
#include <string.h>

/* "?,?,?" for WRITER_WIDTH columns. */
static void placeholders(char out[2 * WRITER_WIDTH])
{
    for (size_t i = 0; i < WRITER_WIDTH; i++) {
        out[2 * i] = '?';
        out[2 * i + 1] = ',';
    }
    out[2 * WRITER_WIDTH - 1] = '\0';
}

/* The columns that stand in no index: with their numbers they take the parameters of register_bind_row. */
static void facts_update(char *out, size_t cap)
{
    size_t len = (size_t)snprintf(out, cap,
                                  "UPDATE member SET (source, asOf, heard, heardAt, heardBy) ="
                                  " (?%d, ?%d, ?%d, ?%d, ?%d)",
                                  COLUMN_COUNT + 2, COLUMN_COUNT + 3, COLUMN_COUNT + 4, COLUMN_COUNT + 5,
                                  COLUMN_COUNT + 6);
    for (int i = 0; i < COLUMN_COUNT; i++) {
        if (!(REGISTER_INDEXED & 1U << i)) {
            len += (size_t)snprintf(out + len, cap - len, ", %s = ?%d", column_name((enum column)i), i + 1);
        }
    }
    snprintf(out + len, cap - len, " WHERE rowid = ?%d", WRITER_WIDTH + 1);
}

enum fault writer_prepare(struct register_writer *writer)
{
    char marks[2 * WRITER_WIDTH], insert[1024], update[1024], facts[1024], read[1024];
    placeholders(marks);
    facts_update(facts, sizeof facts);
    snprintf(insert, sizeof insert, "INSERT INTO member (%s, chuDau) VALUES (%s)", REGISTER_COLUMNS, marks);
    snprintf(update, sizeof update, "UPDATE member SET (%s, chuDau) = (%s) WHERE rowid = ?", REGISTER_COLUMNS,
             marks);
    snprintf(read, sizeof read, "SELECT %s FROM member WHERE rowid = ?", REGISTER_COLUMNS);
    const struct {
        sqlite3 *db;
        const char *sql;
        sqlite3_stmt **ret;
    } statements[] = {
        {writer->db, insert, &writer->insert},
        {writer->db, update, &writer->update},
        {writer->db, facts, &writer->update_facts},
        {writer->db, read, &writer->read},
        {writer->db, "SELECT rowid, soCCCD <> '' FROM member WHERE maSoBHXH = ?1 AND maThe = ?2",
         &writer->find_key},
        {writer->db, "SELECT rowid, soCCCD <> '' FROM member WHERE maSoBHXH = ?1 AND maThe > '' LIMIT 1",
         &writer->find_card},
        {writer->old ? writer->old : writer->db,
         "SELECT rowid, maThe FROM member WHERE maSoBHXH = ?1 LIMIT 2", &writer->find_person},
    };
    enum fault fault = FAULT_NONE;
    for (size_t i = 0; fault == FAULT_NONE && i < sizeof statements / sizeof *statements; i++) {
        fault = sql_prepare(statements[i].db, &SQL_REGISTER, statements[i].sql, statements[i].ret);
    }
    if (fault == FAULT_NONE && writer->old) {
        fault = sql_prepare(writer->old, &SQL_REGISTER, read, &writer->read_old);
    }
    return fault;
}

/* `row` 0: the statement has no such parameter. */
static enum fault write_row(sqlite3_stmt *statement, long long row, const struct member *member)
{
    char folded[NAME_SIZE], initials[INITIALS_SIZE];
    register_fold(member, folded);
    find_initials(folded, initials);
    register_bind_row(statement, member, folded);
    sql_bind(statement, WRITER_WIDTH, initials);
    if (row) {
        sqlite3_bind_int64(statement, WRITER_WIDTH + 1, row);
    }
    return sql_once(statement, &SQL_REGISTER);
}

enum fault writer_insert(struct register_writer *writer, const struct member *member)
{
    return write_row(writer->insert, 0, member);
}

enum fault writer_update(struct register_writer *writer, long long row, const struct member *member)
{
    return write_row(writer->update, row, member);
}

/* True when every index would hold the same entry for both. */
static bool indexed_same(const struct member *a, const struct member *b)
{
    bool same = true;
    for (int i = 0; same && i < COLUMN_COUNT; i++) {
        same = !(REGISTER_INDEXED & 1U << i) ||
               strcmp(column_get(a, (enum column)i), column_get(b, (enum column)i)) == 0;
    }
    return same;
}

enum fault writer_change(struct register_writer *writer, long long row, const struct member *old,
                         const struct member *member)
{
    return write_row(indexed_same(old, member) ? writer->update_facts : writer->update, row, member);
}

enum fault writer_read(sqlite3_stmt *statement, long long row, struct member *ret)
{
    sqlite3_bind_int64(statement, 1, row);
    int code = sqlite3_step(statement);
    enum fault fault = sql_fault(sqlite3_db_handle(statement), &SQL_REGISTER, code);
    if (code == SQLITE_ROW) {
        fault = register_read_row(statement, ret);
    } else if (fault == FAULT_NONE) {
        fault = FAULT_REGISTER_DAMAGED;
    }
    sqlite3_reset(statement);
    return fault;
}

static enum fault find_row(sqlite3_stmt *statement, long long *ret_row, bool *ret_has_cccd)
{
    int code = sqlite3_step(statement);
    *ret_row = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    *ret_has_cccd = code == SQLITE_ROW && sqlite3_column_int(statement, 1);
    enum fault fault = sql_fault(sqlite3_db_handle(statement), &SQL_REGISTER, code);
    sqlite3_reset(statement);
    return fault;
}

enum fault writer_find(struct register_writer *writer, const char *bhxh, const char *number,
                       long long *ret_row, bool *ret_has_cccd)
{
    sql_bind(writer->find_key, 1, bhxh);
    sql_bind(writer->find_key, 2, number);
    return find_row(writer->find_key, ret_row, ret_has_cccd);
}

enum fault writer_first_card(struct register_writer *writer, const char *bhxh, long long *ret_row,
                             bool *ret_has_cccd)
{
    sql_bind(writer->find_card, 1, bhxh);
    return find_row(writer->find_card, ret_row, ret_has_cccd);
}

enum fault writer_find_person(struct register_writer *writer, const char *bhxh, long long *ret_row,
                              char ret_number[NUMBER_SIZE], int *ret_count)
{
    sqlite3_stmt *statement = writer->find_person;
    enum fault fault = FAULT_NONE;
    int code = SQLITE_DONE;
    *ret_count = 0;
    sql_bind(statement, 1, bhxh);
    while (fault == FAULT_NONE && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        if ((*ret_count)++ == 0) {
            *ret_row = sqlite3_column_int64(statement, 0);
            fault = sql_text(statement, 1, &SQL_REGISTER, ret_number, NUMBER_SIZE);
        }
    }
    if (fault == FAULT_NONE) {
        fault = sql_fault(sqlite3_db_handle(statement), &SQL_REGISTER, code);
    }
    sqlite3_reset(statement);
    return fault;
}
