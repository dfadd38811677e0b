/* register_row: struct member from and to the columns of table member. */
#include "adapter/register_row.h"
#include "core/text.h"
#include <assert.h>
#include <stdbool.h>
#include <string.h>

#define X(code, name, place, other) name ","
const char *const REGISTER_COLUMNS = REGISTER_LIST(X) "tenGap,source,asOf,heard,heardAt,heardBy";
#undef X

static const struct {
    const char *name, *other;
    size_t at, size;
} columns[COLUMN_COUNT] = {
#define X(code, name, place, other)                                                                          \
    {name, other, offsetof(struct member, place), sizeof(((struct member *)0)->place)},
    REGISTER_LIST(X)
#undef X
};

const char *column_name(enum column column)
{
    assert(column < COLUMN_COUNT);
    return columns[column].name;
}

const char *column_other(enum column column)
{
    assert(column < COLUMN_COUNT);
    return columns[column].other;
}

char *column_of(struct member *member, enum column column)
{
    assert(column < COLUMN_COUNT);
    return (char *)member + columns[column].at;
}

size_t column_size(enum column column)
{
    assert(column < COLUMN_COUNT);
    return columns[column].size;
}

const char *column_get(const struct member *member, enum column column)
{
    assert(column < COLUMN_COUNT);
    return (const char *)member + columns[column].at;
}

void register_fold(const struct member *member, char out[NAME_SIZE])
{
    if (text_fold(out, NAME_SIZE, member->facts.name) != FAULT_NONE) {
        out[0] = '\0';
    }
}

enum fault register_read_row(sqlite3_stmt *statement, struct member *ret)
{
    enum fault fault = FAULT_NONE;
    *ret = (struct member){0}; /* what is no column is not known */
    for (int i = 0; fault == FAULT_NONE && i < COLUMN_COUNT; i++) {
        fault = sql_text(statement, i, &SQL_REGISTER, column_of(ret, (enum column)i), columns[i].size);
    }
    if (fault == FAULT_NONE) {
        ret->source = sqlite3_column_int(statement, COLUMN_COUNT + 1) == 2 ? SOURCE_PORTAL : SOURCE_REGISTER;
        ret->heard = (unsigned)sqlite3_column_int(statement, COLUMN_COUNT + 3);
        fault = sql_text(statement, COLUMN_COUNT + 2, &SQL_REGISTER, ret->as_of, sizeof ret->as_of);
    }
    if (fault == FAULT_NONE) {
        fault = sql_text(statement, COLUMN_COUNT + 4, &SQL_REGISTER, ret->heard_at, sizeof ret->heard_at);
    }
    if (fault == FAULT_NONE) {
        fault = sql_text(statement, COLUMN_COUNT + 5, &SQL_REGISTER, ret->heard_by, sizeof ret->heard_by);
    }
    return fault;
}

void register_bind_row(sqlite3_stmt *statement, const struct member *member, const char *folded)
{
    for (int i = 0; i < COLUMN_COUNT; i++) {
        sql_bind(statement, i + 1, column_get(member, (enum column)i));
    }
    sql_bind(statement, COLUMN_COUNT + 1, folded);
    int code = sqlite3_bind_int(statement, COLUMN_COUNT + 2, member->source == SOURCE_PORTAL ? 2 : 1);
    code = code == SQLITE_OK ? sqlite3_bind_int(statement, COLUMN_COUNT + 4, (int)member->heard) : code;
    assert(code == SQLITE_OK);
    (void)code;
    sql_bind(statement, COLUMN_COUNT + 3, member->as_of);
    sql_bind(statement, COLUMN_COUNT + 5, member->heard_at);
    sql_bind(statement, COLUMN_COUNT + 6, member->heard_by);
}

/* The field whose value a column holds, FIELD_COUNT for none. */
static enum field field_of(enum column column)
{
    struct member member;
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (column_of(&member, column) == facts_at(&member.facts, (enum field)i)) {
            return (enum field)i;
        }
    }
    return FIELD_COUNT;
}

static void copy_column(struct member *to, const struct member *from, enum column column)
{
    memcpy(column_of(to, column), column_get(from, column), columns[column].size);
}

static unsigned bit_of(enum column column)
{
    enum field field = field_of(column);
    return field == FIELD_COUNT ? 0 : 1U << field;
}

/* The day of heard_at reaches `day`. */
static bool heard_since(const struct member *heard, const char *day)
{
    return heard->heard_at[0] && strncmp(heard->heard_at, day, DATE_SIZE - 1) >= 0;
}

/* What the portal said that day or later outlives a file; it always says a result, and of a new card all or nothing. */
static bool outlives(const struct member *old, enum column column)
{
    bool renewed = column == COLUMN_NEW_NUMBER || column == COLUMN_NEW_FROM || column == COLUMN_NEW_TO ||
                   column == COLUMN_NEW_FACILITY;
    return column == COLUMN_STATUS || (renewed && old->new_number[0]) || (old->heard & bit_of(column));
}

static void keep_heard(struct member *now, const struct member *old)
{
    now->heard = 0;
    now->heard_at[0] = now->heard_by[0] = '\0';
    if (!heard_since(old, now->as_of)) {
        return;
    }
    now->heard = old->heard;
    strcpy(now->heard_at, old->heard_at);
    strcpy(now->heard_by, old->heard_by);
    for (int i = COLUMN_NAME; i < COLUMN_COUNT; i++) {
        if (outlives(old, (enum column)i)) {
            copy_column(now, old, (enum column)i);
        }
    }
}

void register_merge(struct member *now, const struct member *old, unsigned present)
{
    for (int i = 0; i < COLUMN_COUNT; i++) {
        bool kept = !(present & 1U << i) || (i == COLUMN_CCCD && now->facts.cccd[0] == '\0');
        if (kept) {
            copy_column(now, old, (enum column)i);
        }
    }
    keep_heard(now, old);
}

/* A key has no say in what was heard; of a result there always is one. */
static bool says(const struct member *heard, enum column column)
{
    unsigned bit = column == COLUMN_NUMBER ? 0 : bit_of(column);
    return column == COLUMN_STATUS || (bit ? heard->heard & bit : column_get(heard, column)[0] != '\0');
}

/* Empty, where that says nothing: no status is 000, and no last day is open. */
static bool silent(const struct member *row, enum column column)
{
    return column != COLUMN_STATUS && column != COLUMN_VALID_TO && column_get(row, column)[0] == '\0';
}

void register_hear(struct member *row, const struct member *heard)
{
    bool newest = heard_since(heard, row->as_of);
    if (strcmp(row->heard_at, heard->heard_at) > 0) {
        return;
    }
    if (strncmp(row->heard_at, heard->heard_at, DATE_SIZE - 1) != 0) {
        row->heard = 0; /* heard_at is one for all: what an earlier day's answer said is the row's rest */
    }
    for (int i = 0; i < COLUMN_COUNT; i++) {
        enum column column = (enum column)i;
        if (says(heard, column) && (newest || silent(row, column))) {
            copy_column(row, heard, column);
            row->heard |= heard->heard & bit_of(column);
        }
    }
    strcpy(row->heard_at, heard->heard_at);
    strcpy(row->heard_by, heard->heard_by);
}
