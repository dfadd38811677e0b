#include "adapter/register_writer.h"
#include "adapter/store_file.h"
#include <string.h>
#include <unistd.h>

enum fault build_begin(struct register_writer *writer)
{
    int fd = file_create(writer->dir, writer->name);
    if (fd < 0) {
        return FAULT_STORE_READ_ONLY;
    }
    close(fd);
    enum fault fault = sql_build(writer->path, &SQL_REGISTER, &writer->db);
    return fault == FAULT_NONE ? writer_prepare(writer) : fault;
}

enum fault build_row(struct register_writer *writer, struct member *member, bool *ret_several)
{
    *ret_several = false;
    if (member->facts.number[0] == '\0' && writer->old) {
        long long row;
        char number[NUMBER_SIZE];
        int count;
        enum fault fault = writer_find_person(writer, member->bhxh_number, &row, number, &count);
        *ret_several = count > 1;
        if (fault != FAULT_NONE || *ret_several) {
            return fault;
        }
        if (count == 1) {
            strcpy(member->facts.number, number);
        }
    }
    writer->numberless |= member->facts.number[0] == '\0';
    writer->rows++;
    return writer_insert(writer, member);
}

/* A card that stands in the file twice: the later row holds. The index fails first, because nearly no file
 * has any. */
static enum fault index_key(struct register_writer *writer)
{
    if (sql_step(writer->db, &SQL_REGISTER, 2) == FAULT_NONE) {
        return FAULT_NONE;
    }
    int code = sqlite3_errcode(writer->db);
    if ((code & 0xFF) != SQLITE_CONSTRAINT) {
        return sql_fault(writer->db, &SQL_REGISTER, code);
    }
    enum fault fault = sql_run(writer->db, &SQL_REGISTER,
                               "DELETE FROM member WHERE rowid NOT IN"
                               " (SELECT max(rowid) FROM member GROUP BY maSoBHXH, maThe)");
    writer->rows -= sqlite3_changes(writer->db);
    return fault == FAULT_NONE ? sql_step(writer->db, &SQL_REGISTER, 2) : fault;
}

/* A person with and without maThe in one file is one card. */
static enum fault drop_numberless(struct register_writer *writer)
{
    if (!writer->numberless) {
        return FAULT_NONE;
    }
    enum fault fault = sql_run(writer->db, &SQL_REGISTER,
                               "DELETE FROM member WHERE maThe = '' AND EXISTS (SELECT 1 FROM member o"
                               " WHERE o.maSoBHXH = member.maSoBHXH AND o.maThe <> '')");
    writer->rows -= sqlite3_changes(writer->db);
    return fault;
}

/* A row of the present register meets what the file says about the same card. */
static enum fault merge_into(struct register_writer *writer, long long row, struct member *old)
{
    struct member now;
    enum fault fault = writer_read(writer, row, &now);
    if (fault != FAULT_NONE) {
        return fault;
    }
    unsigned keys = 1U << COLUMN_BHXH | 1U << COLUMN_NUMBER;
    if (strcmp(old->as_of, now.as_of) > 0) {
        writer->counts.older++;
        strcpy(old->facts.number, now.facts.number);
        return writer_update(writer, row, old);
    }
    writer->counts.updated++;
    if ((writer->plan.present | keys) == (1U << COLUMN_COUNT) - 1 && now.facts.cccd[0]) {
        return FAULT_NONE;
    }
    register_merge(&now, old, writer->plan.present | keys);
    return writer_update(writer, row, &now);
}

static enum fault merge_row(struct register_writer *writer, struct member *old)
{
    long long row;
    enum fault fault = writer_find(writer, old->bhxh_number, old->facts.number, &row);
    if (fault == FAULT_NONE && row == 0 && old->facts.number[0] == '\0') {
        fault = writer_first_card(writer, old->bhxh_number, &row);
    }
    if (fault != FAULT_NONE) {
        return fault;
    }
    return row ? merge_into(writer, row, old) : writer_insert(writer, old);
}

static enum fault merge_all(struct register_writer *writer)
{
    if (!writer->old) {
        return FAULT_NONE;
    }
    char sql[512];
    strcat(strcat(strcpy(sql, "SELECT "), REGISTER_COLUMNS), " FROM member");
    sqlite3_stmt *rows = NULL;
    enum fault fault = sql_prepare(writer->old, &SQL_REGISTER, sql, &rows);
    int code = SQLITE_DONE;
    struct member old;
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = register_read_row(rows, &old);
        if (fault == FAULT_NONE) {
            fault = merge_row(writer, &old);
        }
    }
    fault = fault == FAULT_NONE ? sql_fault(writer->old, &SQL_REGISTER, code) : fault;
    sqlite3_finalize(rows);
    return fault;
}

enum fault build_end(struct register_writer *writer)
{
    enum fault fault = index_key(writer);
    fault = fault == FAULT_NONE ? drop_numberless(writer) : fault;
    fault = fault == FAULT_NONE ? merge_all(writer) : fault;
    fault = fault == FAULT_NONE ? sql_step(writer->db, &SQL_REGISTER, 3) : fault;
    writer->counts.added = writer->rows - writer->counts.updated - writer->counts.older;
    return fault;
}
