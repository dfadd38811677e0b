/* journal_find: own patients for the search box. */
#include "adapter/journal_file.h"
#include <stdio.h>
#include <string.h>

/* Behind every text that begins with the same letters: no character is above U+10FFFF. */
#define LAST "\xF4\x8F\xBF\xBF"

/* What is being searched, and which patients are in the list already. */
struct search {
    struct journal *journal;
    struct hit_list *list;
    int before; /* hits that were in the list */
    long long ids[FIND_MAX];
};

static struct hit *listed(struct search *search, long long id)
{
    for (int i = search->before; i < search->list->count; i++) {
        if (search->ids[i] == id) {
            return &search->list->rows[i];
        }
    }
    return NULL;
}

static enum fault read_hit(sqlite3_stmt *row, struct hit *ret)
{
    char card[NUMBER_SIZE], at[INSTANT_SIZE];
    *ret = (struct hit){.patient = true};
    const struct journal_text texts[] = {
        {card, NUMBER_SIZE},          {ret->bhxh_number, BHXH_SIZE},
        {ret->cccd, CCCD_SIZE},       {ret->name, NAME_SIZE},
        {ret->birth_date, DATE_SIZE}, {ret->gender, GENDER_SIZE},
        {ret->address, ADDRESS_SIZE}, {ret->phone, PHONE_SIZE},
        {ret->last_id, ID_SIZE},      {at, sizeof at},
    };
    enum fault fault = journal_texts(row, 1, texts, sizeof texts / sizeof *texts);
    if (fault == FAULT_NONE) {
        const char *number = *card ? card : *ret->bhxh_number ? ret->bhxh_number : ret->cccd;
        memcpy(ret->number, number, strlen(number) + 1);
        instant_minute(at, ret->last_at);
    }
    return fault;
}

/* One row: a patient who is listed only gets what is new about them. */
static enum fault take(struct search *search, sqlite3_stmt *row)
{
    enum { PHONE_COLUMN = 11 };
    long long id = sqlite3_column_int64(row, 0);
    bool by_phone = sqlite3_column_int(row, PHONE_COLUMN);
    struct hit *hit = listed(search, id);
    if (!hit && search->list->count == FIND_MAX) {
        search->list->more = true;
        return FAULT_NONE;
    }
    enum fault fault = FAULT_NONE;
    if (!hit) {
        hit = &search->list->rows[search->list->count];
        fault = read_hit(row, hit);
        search->ids[search->list->count] = id;
        search->list->count += fault == FAULT_NONE;
    }
    hit->by_phone = hit->by_phone || by_phone;
    return fault;
}

static enum fault run(struct search *search, enum journal_statement which, const char *text,
                      const char *birth)
{
    sqlite3_stmt *rows = search->journal->statements[which];
    char behind[NAME_SIZE + sizeof LAST];
    int code = SQLITE_DONE;
    enum fault fault = FAULT_NONE;
    snprintf(behind, sizeof behind, "%s%s", text, LAST);
    sql_bind(rows, 1, text);
    if (sqlite3_bind_parameter_count(rows) >= 2) {
        sql_bind(rows, 2, behind);
    }
    if (sqlite3_bind_parameter_count(rows) >= 3) {
        sql_bind(rows, 3, birth);
    }
    while (fault == FAULT_NONE && !search->list->more && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = take(search, rows);
    }
    fault = fault == FAULT_NONE && code != SQLITE_ROW ? sql_fault(search->journal->db, &SQL_JOURNAL, code)
                                                      : fault;
    sqlite3_reset(rows);
    return fault;
}

/* A day that is known whole before one of which less is. */
static enum fault by_birth(struct search *search, const char *name, const char *birth)
{
    enum { YEAR = 4, MONTH = 7 };
    size_t len = strlen(birth);
    date_text part;
    enum fault fault = FAULT_NONE;
    if (len < DATE_SIZE - 1) {
        fault = run(search, len == YEAR ? JOURNAL_FIND_YEAR : JOURNAL_FIND_MONTH, name, birth);
    } else {
        fault = run(search, JOURNAL_FIND_BIRTH, name, birth);
        snprintf(part, sizeof part, "%.*s", MONTH, birth);
        fault = fault == FAULT_NONE ? run(search, JOURNAL_FIND_BIRTH, name, part) : fault;
    }
    snprintf(part, sizeof part, "%.*s", YEAR, birth);
    return fault == FAULT_NONE && len > YEAR ? run(search, JOURNAL_FIND_BIRTH, name, part) : fault;
}

static enum fault by_name(struct search *search, const struct find *find)
{
    bool born = *find->birth;
    enum fault fault =
        born ? by_birth(search, find->name, find->birth) : run(search, JOURNAL_FIND_NAME, find->name, "");
    if (fault != FAULT_NONE || !*find->initials) {
        return fault;
    }
    return run(search, born ? JOURNAL_FIND_INITIALS_YEAR : JOURNAL_FIND_INITIALS, find->initials,
               find->birth);
}

enum fault journal_find(struct journal *journal, const struct find *find, struct hit_list *ret)
{
    struct search search = {.journal = journal, .list = ret, .before = ret->count};
    switch (find->kind) {
    case FIND_NUMBER: return run(&search, JOURNAL_FIND_KEY, find->number, "");
    case FIND_NAME: return by_name(&search, find);
    case FIND_NOTHING: break;
    }
    return FAULT_NONE;
}
