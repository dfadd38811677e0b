/* register: one prepared statement a kind of query; the file is opened anew
 * when an import has replaced it. */
#include "adapter/register.h"
#include "adapter/register_file.h"
#include "adapter/register_row.h"
#include "adapter/register_write.h"
#include <stdlib.h>
#include <string.h>

/* One look-up under way. */
struct look_up {
    struct register_file *file;
    const struct asked *asked;
    struct answer *answer;
};

/* The terms beside the keys repeat the partial indexes' conditions: SQLite uses such an index only where it
 * sees them. */
#define ODD "maThe = ?1 AND maThe <> '' AND substr(maThe, 6) <> maSoBHXH"
#define FIND "SELECT rowid, maSoBHXH FROM member WHERE "
static const char *const finders[] = {
    [LOOK_NUMBER] = FIND "maSoBHXH = ?2 AND maThe = ?1 UNION ALL " FIND ODD,
    [LOOK_LONG] = FIND ODD,
    [LOOK_NEW] = FIND "maTheMoi = ?1 AND maTheMoi <> ''",
    [LOOK_BHXH] = FIND "maSoBHXH = ?1 LIMIT 1",
    [LOOK_CCCD] = FIND "soCCCD = ?1 AND soCCCD <> ''",
    [LOOK_PERSON] = FIND "tenGap = ?1 AND ngaySinh = ?2 AND gioiTinh = ?3 AND tenGap <> ''"
                         " AND length(soCCCD) <> 12",
};
#undef FIND
#undef ODD

enum fault register_open(const char *dir, struct register_file **ret)
{
    struct register_file *file = calloc(1, sizeof *file);
    if (!file) {
        return FAULT_STORE_MEMORY;
    }
    enum fault fault = place_join(dir, "register.db", file->path);
    if (fault != FAULT_NONE) {
        free(file);
        return fault;
    }
    *ret = file;
    return FAULT_NONE;
}

void register_drop(struct register_file *file)
{
    for (int i = 0; i < STATEMENTS; i++) {
        sqlite3_finalize(file->statements[i]);
        file->statements[i] = NULL;
    }
    search_drop(file);
    sqlite3_close(file->db);
    file->db = NULL;
}

void register_close(struct register_file *file)
{
    if (file) {
        register_drop(file);
        free(file);
    }
}

static enum fault prepare_all(struct register_file *file)
{
    enum fault fault = FAULT_NONE;
    for (int i = LOOK_NUMBER; fault == FAULT_NONE && i <= LOOK_PERSON; i++) {
        fault = sql_prepare(file->db, &SQL_REGISTER, finders[i], &file->statements[i]);
    }
    const struct {
        enum statement statement;
        const char *head, *tail;
    } others[] = {
        {READ_ROW, "SELECT ", " FROM member WHERE rowid = ?1"},
        {READ_PERSON, "SELECT ", " FROM member WHERE maSoBHXH = ?1"},
        {READ_STATE, NULL, "SELECT asOf, completeAsOf FROM state"},
        {READ_WORD, NULL,
         "SELECT code, at, member FROM word WHERE number = ?1 AND name = ?2 AND birthDate = ?3"},
        {BEGIN, NULL, "BEGIN"},
        {END, NULL, "COMMIT"},
    };
    for (size_t i = 0; fault == FAULT_NONE && i < sizeof others / sizeof *others; i++) {
        char sql[512] = "";
        if (others[i].head) {
            strcat(strcpy(sql, others[i].head), REGISTER_COLUMNS);
        }
        fault = sql_prepare(file->db, &SQL_REGISTER, strcat(sql, others[i].tail),
                            &file->statements[others[i].statement]);
    }
    return fault;
}

enum fault register_refresh(struct register_file *file)
{
    struct stamp stamp = file_stamp(file->path);
    if (file->db && file_same(stamp, file->stamp)) {
        return FAULT_NONE;
    }
    register_drop(file);
    enum fault fault = sql_open(file->path, &SQL_REGISTER, SQL_READ, &file->db);
    if (fault == FAULT_NONE) {
        file->stamp = stamp;
        fault = prepare_all(file);
    }
    if (fault != FAULT_NONE) {
        register_drop(file);
    }
    return fault;
}

static enum statement statement_of(const struct query *query)
{
    switch (query->kind) {
    case QUERY_NUMBER: return number_kind(query->key) == NUMBER_CARD17 ? LOOK_LONG : LOOK_NUMBER;
    case QUERY_NEW_NUMBER: return LOOK_NEW;
    case QUERY_BHXH: return LOOK_BHXH;
    case QUERY_CCCD: return LOOK_CCCD;
    case QUERY_PERSON: break;
    }
    return LOOK_PERSON;
}

/* A row of which the portal spoke last is the portal's of that day, until a file with every member came without it. */
static void settle(const struct answer *answer, struct member *member)
{
    date_text heard = "";
    memcpy(heard, member->heard_at, member->heard_at[0] ? DATE_SIZE - 1 : 0);
    if (*heard && strcmp(heard, member->as_of) >= 0) {
        strcpy(member->rest_as_of, member->as_of);
        strcpy(member->as_of, heard);
        bool dropped = strcmp(heard, answer->complete_as_of) < 0;
        member->source = dropped ? SOURCE_REGISTER : SOURCE_PORTAL;
    }
}

/* Takes up what a bound statement brings. */
static enum fault take_rows(const struct look_up *look_up, sqlite3_stmt *statement)
{
    int code = SQLITE_ROW;
    enum fault fault = FAULT_NONE;
    while (fault == FAULT_NONE && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        struct member member;
        fault = register_read_row(statement, &member);
        if (fault == FAULT_NONE) {
            settle(look_up->answer, &member);
            answer_add(look_up->answer, &member, look_up->asked);
        }
    }
    fault = fault == FAULT_NONE ? sql_fault(look_up->file->db, &SQL_REGISTER, code) : fault;
    sqlite3_reset(statement);
    return fault;
}

/* All rows of the person found, once; a row of an offer, or without a BHXH number, stands alone. */
static enum fault take_found(const struct look_up *look_up, const char *bhxh, bool alone, long long row)
{
    sqlite3_stmt **statements = look_up->file->statements;
    if (alone || !*bhxh) {
        sqlite3_bind_int64(statements[READ_ROW], 1, row);
        return take_rows(look_up, statements[READ_ROW]);
    }
    if (answer_knows(look_up->answer, bhxh)) {
        return FAULT_NONE;
    }
    sql_bind(statements[READ_PERSON], 1, bhxh);
    return take_rows(look_up, statements[READ_PERSON]);
}

static void bind_query(sqlite3_stmt *statement, enum statement which, const struct query *query,
                       char bhxh[BHXH_SIZE])
{
    sql_bind(statement, 1, query->key);
    if (which == LOOK_NUMBER) {
        number_bhxh(query->key, bhxh);
        sql_bind(statement, 2, bhxh);
    } else if (which == LOOK_PERSON) {
        sql_bind(statement, 2, query->birth_date);
        sql_bind(statement, 3, query->gender);
    }
}

static enum fault find(const struct look_up *look_up, const struct query *query)
{
    enum statement which = statement_of(query);
    sqlite3_stmt *statement = look_up->file->statements[which];
    char key[BHXH_SIZE], bhxh[BHXH_SIZE];
    bind_query(statement, which, query, key);
    int code = SQLITE_ROW;
    enum fault fault = FAULT_NONE;
    while (fault == FAULT_NONE && !look_up->answer->more && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        fault = sql_text(statement, 1, &SQL_REGISTER, bhxh, sizeof bhxh);
        if (fault == FAULT_NONE) {
            fault = take_found(look_up, bhxh, which == LOOK_PERSON, sqlite3_column_int64(statement, 0));
        }
    }
    fault = fault == FAULT_NONE ? sql_fault(look_up->file->db, &SQL_REGISTER, code) : fault;
    sqlite3_reset(statement);
    return fault;
}

static enum fault read_state(struct register_file *file, date_text ret_as_of, date_text ret_complete)
{
    sqlite3_stmt *statement = file->statements[READ_STATE];
    int code = sqlite3_step(statement);
    enum fault fault =
        code == SQLITE_DONE ? FAULT_REGISTER_DAMAGED : sql_fault(file->db, &SQL_REGISTER, code);
    if (fault == FAULT_NONE) {
        fault = sql_text(statement, 0, &SQL_REGISTER, ret_as_of, DATE_SIZE);
    }
    if (fault == FAULT_NONE) {
        fault = sql_text(statement, 1, &SQL_REGISTER, ret_complete, DATE_SIZE);
    }
    sqlite3_reset(statement);
    return fault;
}

static enum fault find_all(const struct look_up *look_up, const struct query *queries, int count)
{
    struct answer *answer = look_up->answer;
    enum fault fault = read_state(look_up->file, answer->as_of, answer->complete_as_of);
    for (int i = 0; fault == FAULT_NONE && i < count && answer->member_count == 0; i++) {
        fault = find(look_up, &queries[i]);
        answer->offered = queries[i].kind == QUERY_PERSON && answer->member_count > 0;
    }
    return fault;
}

enum fault register_find(struct register_file *file, const struct query *queries, int count,
                         const struct asked *asked, struct answer *ret_answer)
{
    const struct look_up look_up = {file, asked, ret_answer};
    ret_answer->member_count = 0;
    ret_answer->more = ret_answer->offered = false;
    ret_answer->source = SOURCE_NONE;
    ret_answer->as_of[0] = ret_answer->complete_as_of[0] = '\0';
    enum fault fault = register_refresh(file);
    if (fault == FAULT_NONE) {
        fault = sql_once(file->statements[BEGIN], &SQL_REGISTER);
    }
    if (fault != FAULT_NONE) {
        return fault;
    }
    fault = find_all(&look_up, queries, count);
    enum fault end = sql_once(file->statements[END], &SQL_REGISTER);
    fault = fault == FAULT_NONE ? end : fault;
    if (fault == FAULT_NONE) {
        ret_answer->source = SOURCE_REGISTER;
    } else {
        ret_answer->member_count = 0;
        register_drop(file);
    }
    return fault;
}

enum fault register_state(struct register_file *file, date_text ret_as_of, date_text ret_complete)
{
    enum fault fault = register_refresh(file);
    return fault == FAULT_NONE ? read_state(file, ret_as_of, ret_complete) : fault;
}

enum fault register_word(struct register_file *file, struct register_word *word, bool *ret_found)
{
    *ret_found = false;
    enum fault fault = register_refresh(file);
    if (fault != FAULT_NONE) {
        return fault == FAULT_REGISTER_MISSING ? FAULT_NONE : fault;
    }
    sqlite3_stmt *statement = file->statements[READ_WORD];
    sql_bind(statement, 1, word->number);
    sql_bind(statement, 2, word->name);
    sql_bind(statement, 3, word->birth_date);
    int code = sqlite3_step(statement);
    fault = sql_fault(file->db, &SQL_REGISTER, code);
    if (code == SQLITE_ROW) {
        fault = sql_text(statement, 0, &SQL_REGISTER, word->code, sizeof word->code);
        word->at = sqlite3_column_int64(statement, 1);
        word->has_member = sqlite3_column_int(statement, 2);
        *ret_found = fault == FAULT_NONE;
    }
    sqlite3_reset(statement);
    return fault;
}
