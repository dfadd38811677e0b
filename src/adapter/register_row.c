/* register_row: struct member from and to the columns of table member. */
#include "adapter/register_row.h"
#include "core/text.h"
#include <assert.h>
#include <stdbool.h>
#include <string.h>

#define X(code, name, place, other) name ","
const char *const REGISTER_COLUMNS = REGISTER_LIST(X) "tenGap,source,asOf";
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
    bool has_cccd = strlen(member->facts.cccd) == CCCD_SIZE - 1;
    if (has_cccd || text_fold(out, NAME_SIZE, member->facts.name) != FAULT_NONE) {
        out[0] = '\0';
    }
}

enum fault register_read_row(sqlite3_stmt *statement, struct member *ret)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < COLUMN_COUNT; i++) {
        fault = sql_text(statement, i, &SQL_REGISTER, column_of(ret, (enum column)i), columns[i].size);
    }
    if (fault == FAULT_NONE) {
        ret->source = sqlite3_column_int(statement, COLUMN_COUNT + 1) == 2 ? SOURCE_PORTAL : SOURCE_REGISTER;
        fault = sql_text(statement, COLUMN_COUNT + 2, &SQL_REGISTER, ret->as_of, sizeof ret->as_of);
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
    assert(code == SQLITE_OK);
    (void)code;
    sql_bind(statement, COLUMN_COUNT + 3, member->as_of);
}

void register_merge(struct member *now, const struct member *old, unsigned present)
{
    for (int i = 0; i < COLUMN_COUNT; i++) {
        bool kept = !(present & 1U << i) || (i == COLUMN_CCCD && now->facts.cccd[0] == '\0');
        if (kept) {
            memcpy(column_of(now, (enum column)i), column_get(old, (enum column)i), columns[i].size);
        }
    }
}
