/* register_build: a large import: a new file is filled without indexes, meets
 * the old rows, is indexed last. */
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
    fault =
        fault == FAULT_NONE ? sql_step(writer->db, &SQL_REGISTER, 4) : fault; /* columns; indexes come last */
    fault = fault == FAULT_NONE ? sql_step(writer->db, &SQL_REGISTER, 5) : fault;
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

/* What decides about a row of the present register, read without the rest of it: most rows need no more. */
struct glance {
    long long row;
    char bhxh[BHXH_SIZE], number[NUMBER_SIZE];
    date_text as_of;
    bool has_cccd, heard;
};

static const char GLANCE[] = "SELECT rowid, maSoBHXH, maThe, asOf, soCCCD <> '', heardAt <> '' FROM member";

static enum fault read_glance(sqlite3_stmt *rows, struct glance *ret)
{
    ret->row = sqlite3_column_int64(rows, 0);
    ret->has_cccd = sqlite3_column_int(rows, 4);
    ret->heard = sqlite3_column_int(rows, 5);
    enum fault fault = sql_text(rows, 1, &SQL_REGISTER, ret->bhxh, sizeof ret->bhxh);
    fault = fault == FAULT_NONE ? sql_text(rows, 2, &SQL_REGISTER, ret->number, sizeof ret->number) : fault;
    return fault == FAULT_NONE ? sql_text(rows, 3, &SQL_REGISTER, ret->as_of, sizeof ret->as_of) : fault;
}

/* The file says all that the old row could say about this card. */
static bool supersedes(const struct register_writer *writer, const struct glance *old, bool has_cccd)
{
    unsigned all = (1U << COLUMN_COUNT) - 1, keys = 1U << COLUMN_BHXH | 1U << COLUMN_NUMBER;
    return (writer->plan.present | keys) == all && (has_cccd || !old->has_cccd) && !old->heard &&
           strcmp(old->as_of, writer->as_of) <= 0;
}

/* A row of the present register meets what the file says about the same card. */
static enum fault merge_into(struct register_writer *writer, long long row, struct member *old)
{
    struct member now;
    enum fault fault = writer_read(writer->read, row, &now);
    if (fault != FAULT_NONE) {
        return fault;
    }
    if (strcmp(old->as_of, now.as_of) > 0) {
        writer->counts.older++;
        strcpy(old->facts.number, now.facts.number);
        return writer_update(writer, row, old);
    }
    writer->counts.updated++;
    register_merge(&now, old, writer->plan.present | 1U << COLUMN_BHXH | 1U << COLUMN_NUMBER);
    return writer_update(writer, row, &now);
}

static enum fault merge_row(struct register_writer *writer, const struct glance *glance)
{
    long long row;
    bool has_cccd;
    struct member old;
    enum fault fault = writer_find(writer, glance->bhxh, glance->number, &row, &has_cccd);
    if (fault == FAULT_NONE && row == 0 && glance->number[0] == '\0') {
        fault = writer_first_card(writer, glance->bhxh, &row, &has_cccd);
    }
    if (fault != FAULT_NONE) {
        return fault;
    }
    if (row && supersedes(writer, glance, has_cccd)) {
        writer->counts.updated++;
        return FAULT_NONE;
    }
    fault = writer_read(writer->read_old, glance->row, &old);
    if (fault != FAULT_NONE) {
        return fault;
    }
    return row ? merge_into(writer, row, &old) : writer_insert(writer, &old);
}

static enum fault merge_all(struct register_writer *writer)
{
    if (!writer->old) {
        return FAULT_NONE;
    }
    sqlite3_stmt *rows = NULL;
    enum fault fault = sql_prepare(writer->old, &SQL_REGISTER, GLANCE, &rows);
    int code = SQLITE_DONE;
    struct glance glance;
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = read_glance(rows, &glance);
        fault = fault == FAULT_NONE ? merge_row(writer, &glance) : fault;
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
    fault = fault == FAULT_NONE ? sql_run(writer->db, &SQL_REGISTER, REGISTER_SEARCH) : fault;
    writer->counts.added = writer->rows - writer->counts.updated - writer->counts.older;
    return fault;
}
