/* register_update: a small import: row by row into the present file, in one transaction. */
#include "adapter/register_writer.h"
#include "adapter/store_file.h"
#include <string.h>

enum fault update_find(struct register_writer *writer, struct member *member, long long *ret_row,
                       bool *ret_several)
{
    char number[NUMBER_SIZE];
    int count = 0;
    bool has_cccd;
    *ret_several = false;
    *ret_row = 0;
    if (member->facts.number[0] == '\0') {
        enum fault fault = writer_find_person(writer, member->bhxh_number, ret_row, number, &count);
        *ret_several = count > 1;
        if (fault == FAULT_NONE && count == 1) {
            strcpy(member->facts.number, number);
        }
        return fault;
    }
    enum fault fault = writer_find(writer, member->bhxh_number, member->facts.number, ret_row, &has_cccd);
    if (fault == FAULT_NONE && *ret_row == 0 && member->bhxh_number[0]) {
        fault = writer_find(writer, member->bhxh_number, "", ret_row, &has_cccd);
    }
    return fault;
}

enum fault update_row(struct register_writer *writer, struct member *member, bool *ret_several)
{
    long long row;
    enum fault fault = update_find(writer, member, &row, ret_several);
    if (fault != FAULT_NONE || *ret_several) {
        return fault;
    }
    if (row == 0) {
        writer->counts.added++;
        return writer_insert(writer, member);
    }
    struct member old;
    fault = writer_read(writer->read, row, &old);
    if (fault != FAULT_NONE) {
        return fault;
    }
    if (strcmp(old.as_of, member->as_of) > 0) {
        writer->counts.older++;
        return FAULT_NONE;
    }
    unsigned keys = 1U << COLUMN_BHXH | 1U << COLUMN_NUMBER;
    register_merge(member, &old, writer->plan.present | keys);
    writer->counts.updated++;
    return writer_change(writer, row, &old, member);
}

static enum fault capture_row(struct register_writer *writer, long long row, const char *cccd, bool clear)
{
    struct member member;
    enum fault fault = writer_read(writer->read, row, &member);
    bool empty = strlen(member.facts.cccd) != CCCD_SIZE - 1;
    if (fault != FAULT_NONE || (clear ? strcmp(member.facts.cccd, cccd) != 0 : !empty)) {
        return fault;
    }
    strcpy(member.facts.cccd, clear ? "" : cccd);
    return writer_update(writer, row, &member);
}

static enum fault capture_rows(struct register_writer *writer, const char *bhxh, const char *cccd, bool clear)
{
    sqlite3_stmt *rows = NULL;
    enum fault fault =
        sql_prepare(writer->db, &SQL_REGISTER, "SELECT rowid FROM member WHERE maSoBHXH = ?1", &rows);
    if (fault != FAULT_NONE) {
        return fault;
    }
    sql_bind(rows, 1, bhxh);
    int code = SQLITE_ROW;
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = capture_row(writer, sqlite3_column_int64(rows, 0), cccd, clear);
    }
    fault = fault == FAULT_NONE ? sql_fault(writer->db, &SQL_REGISTER, code) : fault;
    sqlite3_finalize(rows);
    return fault;
}

enum fault register_capture(const char *dir, const char *bhxh_number, const char *cccd, bool clear)
{
    struct register_writer *writer = NULL;
    enum fault fault = register_write_in_place(dir, false, &writer);
    if (fault == FAULT_NONE) {
        fault = capture_rows(writer, bhxh_number, cccd, clear);
    }
    if (fault == FAULT_NONE) {
        fault = sql_run(writer->db, &SQL_REGISTER, "COMMIT");
    }
    register_write_close(writer);
    return fault;
}
