/* register_learn: what the portal said, into the present register: a row that joins its card's, and the bare word. */
#include "adapter/register_writer.h"
#include <string.h>

enum { WORD_SECONDS = 86400 };

static bool go_on(void *context)
{
    (void)context;
    return true;
}

/* A register without anybody: what the portal tells has a place, and nothing says it held every member. */
static enum fault make_empty(const char *dir)
{
    const struct register_plan plan = {.as_of = "", .go_on = go_on};
    struct register_writer *writer = NULL;
    struct register_room room;
    struct register_counts counts;
    enum fault fault = register_write_open(dir, &plan, &writer, &room);
    fault = fault == FAULT_NONE ? register_write_end(writer, false, &counts) : fault;
    register_write_close(writer);
    return fault;
}

static enum fault open_present(const char *dir, struct register_writer **ret)
{
    *ret = NULL;
    enum fault fault = register_write_in_place(dir, true, ret);
    if (fault != FAULT_REGISTER_MISSING) {
        return fault;
    }
    register_write_close(*ret);
    *ret = NULL;
    fault = make_empty(dir);
    return fault == FAULT_NONE ? register_write_in_place(dir, true, ret) : fault;
}

static enum fault close_present(struct register_writer *writer, enum fault fault)
{
    if (fault == FAULT_NONE) {
        fault = sql_run(writer->db, &SQL_REGISTER, "COMMIT");
    }
    register_write_close(writer);
    return fault;
}

/* As an import settles its keys: ten digits are the BHXH number, and a card number holds it. */
static bool settle_key(struct member *member)
{
    char *number = member->facts.number;
    enum number_kind kind = number_kind(number);
    if (!member->bhxh_number[0]) {
        number_bhxh(number, member->bhxh_number);
    }
    if (kind == NUMBER_BHXH || kind == NUMBER_CCCD) {
        *number = '\0';
    }
    return *number || member->bhxh_number[0];
}

static enum fault learn(struct register_writer *writer, struct member *heard)
{
    long long row = 0;
    bool several = false;
    struct member old, now;
    enum fault fault = update_find(writer, heard, &row, &several);
    if (fault != FAULT_NONE || several) {
        return fault;
    }
    if (row == 0 && (heard->heard & ~(1U << FIELD_NUMBER)) == 0) {
        return FAULT_NONE; /* a code alone, and whose card it is nobody said */
    }
    if (row == 0) {
        now = (struct member){.source = SOURCE_PORTAL};
        register_hear(&now, heard);
        return writer_insert(writer, &now);
    }
    fault = writer_read(writer->read, row, &old);
    now = old;
    register_hear(&now, heard);
    return fault == FAULT_NONE ? writer_change(writer, row, &old, &now) : fault;
}

static enum fault put_word(struct register_writer *writer, const struct register_word *word)
{
    sqlite3_stmt *statement = NULL;
    enum fault fault = sql_prepare(writer->db, &SQL_REGISTER,
                                   "INSERT OR REPLACE INTO word VALUES (?1, ?2, ?3, ?4, ?5, ?6)", &statement);
    if (fault != FAULT_NONE) {
        return fault;
    }
    const char *const texts[] = {word->number, word->name, word->birth_date, word->code};
    for (int i = 0; i < 4; i++) {
        sql_bind(statement, i + 1, texts[i]);
    }
    sqlite3_bind_int64(statement, 5, word->at);
    sqlite3_bind_int(statement, 6, word->has_member);
    fault = sql_once(statement, &SQL_REGISTER);
    sqlite3_finalize(statement);
    return fault;
}

static enum fault purge(struct register_writer *writer, long long before)
{
    sqlite3_stmt *statement = NULL;
    enum fault fault = sql_prepare(writer->db, &SQL_REGISTER, "DELETE FROM word WHERE at < ?1", &statement);
    if (fault == FAULT_NONE) {
        sqlite3_bind_int64(statement, 1, before);
        fault = sql_once(statement, &SQL_REGISTER);
    }
    sqlite3_finalize(statement);
    return fault;
}

enum fault register_learn(const char *dir, const struct member *heard, const struct register_word *word)
{
    struct register_writer *writer;
    struct member member;
    bool keyed = false; /* else nobody could find it again */
    if (heard) {
        member = *heard;
        keyed = settle_key(&member);
    }
    if (!keyed && !word) {
        return FAULT_NONE;
    }
    enum fault fault = open_present(dir, &writer);
    fault = fault == FAULT_NONE && keyed ? learn(writer, &member) : fault;
    fault = fault == FAULT_NONE && word ? put_word(writer, word) : fault;
    fault = fault == FAULT_NONE && word ? purge(writer, word->at - WORD_SECONDS) : fault;
    return close_present(writer, fault);
}
