/* register_search: the search box over the register. Every statement has its order in one index and is left as soon as the
 * list is full; what is narrowed by a day is looked for day by day, so that no question walks through all of a name. */
#include "adapter/register_file.h"
#include <stdio.h>
#include <string.h>

/* The bound behind a prefix: the last of all letters, U+10FFFF. */
static const char BEHIND[] = "\xF4\x8F\xBF\xBF";
/* Behind a whole date and before the same date with more of it: a space sorts before the hyphen. */
static const char EXACT[] = " ";

enum {
    MONTHS = 12,
    MONTH_DAYS = 31,
    BOUND_SIZE = NAME_SIZE + sizeof BEHIND,
    CARD_BARE = 13,
    CARD_LONG_BARE = 15
};

#define FOUND "SELECT maSoBHXH, maThe, soCCCD, hoTen, ngaySinh, gioiTinh, diaChi FROM member WHERE "
static const char *const texts[SEARCHES] = {
    [SEARCH_BHXH] = FOUND "maSoBHXH >= ?1 AND maSoBHXH < ?2 ORDER BY maSoBHXH, maThe",
    [SEARCH_CCCD] = FOUND "soCCCD >= ?1 AND soCCCD < ?2 AND soCCCD <> '' ORDER BY soCCCD",
    [SEARCH_CARD] = FOUND "maThe >= ?1 AND maThe < ?2 AND maThe <> '' ORDER BY maThe",
    [SEARCH_NAME] = FOUND "tenGap >= ?1 AND tenGap < ?2 AND tenGap <> '' ORDER BY tenGap, ngaySinh",
    [SEARCH_DATED] =
        FOUND "tenGap = ?1 AND ngaySinh >= ?2 AND ngaySinh < ?3 AND tenGap <> '' ORDER BY ngaySinh",
    [SEARCH_DAY] = FOUND "ngaySinh = ?1 AND tenGap >= ?2 AND tenGap < ?3 AND tenGap <> '' ORDER BY tenGap",
    [SEARCH_DAY_WORD] =
        FOUND "ngaySinh = ?1 AND instr(' ' || tenGap, ' ' || ?2) AND tenGap <> '' ORDER BY tenGap",
    [SEARCH_INITIALS] =
        FOUND "chuDau = ?1 AND ngaySinh >= ?2 AND ngaySinh < ?3 AND chuDau <> '' ORDER BY ngaySinh, tenGap",
};
#undef FOUND

/* One search under way. */
struct hunt {
    struct register_file *file;
    const struct find *find;
    int most; /* rows that the list may have */
    struct hit_list *list;
};

const char *search_text(enum search search)
{
    return texts[search];
}

void search_drop(struct register_file *file)
{
    for (int i = 0; i < SEARCHES; i++) {
        sqlite3_finalize(file->searches[i]);
        file->searches[i] = NULL;
    }
}

static enum fault read_number(struct register_file *file, const char *sql, long *ret)
{
    sqlite3_stmt *statement = NULL;
    enum fault fault = sql_prepare(file->db, &SQL_REGISTER, sql, &statement);
    if (fault == FAULT_NONE) {
        int code = sqlite3_step(statement);
        fault = code == SQLITE_DONE ? FAULT_REGISTER_DAMAGED : sql_fault(file->db, &SQL_REGISTER, code);
        *ret = code == SQLITE_ROW ? (long)sqlite3_column_int64(statement, 0) : 0;
    }
    sqlite3_finalize(statement);
    return fault;
}

/* Asked anew as long as it is not so: another program may have brought the file up. */
static enum fault prepare(struct register_file *file)
{
    long searchable = 0;
    enum fault fault = register_refresh(file);
    if (fault != FAULT_NONE || (file->searches[0] && file->searchable)) {
        return fault;
    }
    search_drop(file);
    fault = read_number(file, "SELECT searchable FROM state", &searchable);
    file->searchable = searchable;
    for (int i = 0; fault == FAULT_NONE && i < (searchable ? SEARCHES : SEARCH_CARD); i++) {
        fault = sql_prepare(file->db, &SQL_REGISTER, texts[i], &file->searches[i]);
    }
    return fault;
}

static enum fault read_hit(sqlite3_stmt *row, struct hit *ret)
{
    const struct {
        char *at;
        size_t size;
    } columns[] = {
        {ret->bhxh_number, sizeof ret->bhxh_number},
        {ret->number, sizeof ret->number},
        {ret->cccd, sizeof ret->cccd},
        {ret->name, sizeof ret->name},
        {ret->birth_date, sizeof ret->birth_date},
        {ret->gender, sizeof ret->gender},
        {ret->address, sizeof ret->address},
    };
    *ret = (struct hit){.member = true};
    enum fault fault = FAULT_NONE;
    for (size_t i = 0; fault == FAULT_NONE && i < sizeof columns / sizeof *columns; i++) {
        fault = sql_text(row, (int)i, &SQL_REGISTER, columns[i].at, columns[i].size);
    }
    if (!*ret->number) {
        strcpy(ret->number, *ret->bhxh_number ? ret->bhxh_number : ret->cccd);
    }
    return fault;
}

/* Rows of one person have one BHXH number; without it they are told apart by the card. */
static bool knows(const struct hit_list *list, const struct hit *hit)
{
    bool known = false;
    for (int i = 0; !known && i < list->count; i++) {
        const struct hit *row = &list->rows[i];
        known = *hit->bhxh_number ? strcmp(row->bhxh_number, hit->bhxh_number) == 0
                                  : strcmp(row->number, hit->number) == 0;
    }
    return known;
}

static bool has_room(const struct hunt *hunt)
{
    return hunt->list->count < hunt->most && !hunt->list->more;
}

/* Takes what a statement bound with these texts brings; NULL for a parameter it has not. */
static enum fault take(const struct hunt *hunt, enum search search, const char *a, const char *b,
                       const char *c)
{
    sqlite3_stmt *rows = hunt->file->searches[search];
    const char *const bound[] = {a, b, c};
    struct hit hit;
    if (!rows) {
        return FAULT_REGISTER_NAMES;
    }
    for (int i = 0; i < 3 && bound[i]; i++) {
        sql_bind(rows, i + 1, bound[i]);
    }
    int code = SQLITE_ROW;
    enum fault fault = FAULT_NONE;
    while (fault == FAULT_NONE && !hunt->list->more && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = read_hit(rows, &hit);
        if (fault != FAULT_NONE || knows(hunt->list, &hit)) {
            continue;
        }
        hunt->list->more = !has_room(hunt);
        if (!hunt->list->more) {
            hunt->list->rows[hunt->list->count++] = hit;
        }
    }
    fault = fault == FAULT_NONE ? sql_fault(hunt->file->db, &SQL_REGISTER, code) : fault;
    sqlite3_reset(rows);
    return fault;
}

static enum fault from_beginning(const struct hunt *hunt, enum search search, const char *prefix)
{
    char behind[BOUND_SIZE];
    snprintf(behind, sizeof behind, "%s%s", prefix, BEHIND);
    return take(hunt, search, prefix, behind, NULL);
}

static enum fault by_number(const struct hunt *hunt)
{
    const char *number = hunt->find->number;
    size_t len = strlen(number);
    bool card = number[0] >= 'A';
    if (card) {
        return from_beginning(hunt, SEARCH_CARD, number);
    }
    enum fault fault = from_beginning(hunt, SEARCH_BHXH, number);
    fault = fault == FAULT_NONE ? from_beginning(hunt, SEARCH_CCCD, number) : fault;
    if (fault == FAULT_NONE && len == CARD_BARE) {
        fault = from_beginning(hunt, SEARCH_BHXH, number + len - (BHXH_SIZE - 1));
    }
    if (fault == FAULT_NONE && len == CARD_LONG_BARE) {
        fault = from_beginning(hunt, SEARCH_CCCD, number + len - (CCCD_SIZE - 1));
    }
    return fault;
}

/* With `search` taking text ?1 and a span of birth dates ?2 to ?3: those that agree with the one typed, whole ones
 * before those of which less is known. */
static enum fault by_spans(const struct hunt *hunt, enum search search, const char *text)
{
    const char *birth = hunt->find->birth;
    char from[DATE_SIZE], to[DATE_SIZE + sizeof BEHIND];
    enum fault fault = FAULT_NONE;
    size_t len = strlen(birth);
    snprintf(to, sizeof to, "%s%s", birth, BEHIND);
    fault = take(hunt, search, text, birth, to);
    while (fault == FAULT_NONE && len > 4) {
        len -= 3;
        snprintf(from, sizeof from, "%.*s", (int)len, birth);
        snprintf(to, sizeof to, "%s%s", from, EXACT);
        fault = take(hunt, search, text, from, to);
    }
    return fault;
}

static enum fault on_day(const struct hunt *hunt, const char *day)
{
    char behind[BOUND_SIZE];
    snprintf(behind, sizeof behind, "%s%s", hunt->find->name, BEHIND);
    return take(hunt, SEARCH_DAY, day, hunt->find->name, behind);
}

static enum fault in_month(const struct hunt *hunt, const char *year, int month)
{
    char day[32];
    snprintf(day, sizeof day, "%s-%02d", year, month);
    enum fault fault = on_day(hunt, day);
    for (int i = 1; fault == FAULT_NONE && !hunt->list->more && i <= MONTH_DAYS; i++) {
        snprintf(day, sizeof day, "%s-%02d-%02d", year, month, i);
        fault = on_day(hunt, day);
    }
    return fault;
}

static enum fault in_year(const struct hunt *hunt)
{
    enum fault fault = on_day(hunt, hunt->find->birth);
    for (int i = 1; fault == FAULT_NONE && !hunt->list->more && i <= MONTHS; i++) {
        fault = in_month(hunt, hunt->find->birth, i);
    }
    return fault;
}

/* Of one day also those whose given name was typed: they are few. */
static enum fault on_date(const struct hunt *hunt)
{
    char less[DATE_SIZE];
    enum fault fault = on_day(hunt, hunt->find->birth);
    for (int len = 7; fault == FAULT_NONE && len >= 4; len -= 3) {
        snprintf(less, sizeof less, "%.*s", len, hunt->find->birth);
        fault = on_day(hunt, less);
    }
    return fault == FAULT_NONE ? take(hunt, SEARCH_DAY_WORD, hunt->find->birth, hunt->find->name, NULL)
                               : fault;
}

static enum fault by_dated_name(const struct hunt *hunt)
{
    const char *birth = hunt->find->birth;
    char year[5];
    enum fault fault = by_spans(hunt, SEARCH_DATED, hunt->find->name);
    if (fault != FAULT_NONE || hunt->list->more) {
        return fault;
    }
    snprintf(year, sizeof year, "%.4s", birth);
    switch (strlen(birth)) {
    case 4: return in_year(hunt);
    case 7:
        fault = in_month(hunt, year, (birth[5] - '0') * 10 + birth[6] - '0');
        return fault == FAULT_NONE ? on_day(hunt, year) : fault;
    default: return on_date(hunt);
    }
}

static enum fault by_initials(const struct hunt *hunt)
{
    return *hunt->find->birth ? by_spans(hunt, SEARCH_INITIALS, hunt->find->initials)
                              : take(hunt, SEARCH_INITIALS, hunt->find->initials, "", BEHIND);
}

static enum fault by_names(const struct hunt *hunt)
{
    return *hunt->find->birth ? by_dated_name(hunt) : from_beginning(hunt, SEARCH_NAME, hunt->find->name);
}

/* Where one word may be both, initials get half of the list, and either what the other leaves. */
static enum fault by_either(struct hunt *hunt)
{
    int most = hunt->most;
    hunt->most = hunt->list->count + (most - hunt->list->count) / 2;
    enum fault fault = by_names(hunt);
    bool more = hunt->list->more;
    hunt->list->more = false;
    hunt->most = most;
    fault = fault == FAULT_NONE ? by_initials(hunt) : fault;
    if (fault == FAULT_NONE && more && !hunt->list->more) {
        return by_names(hunt);
    }
    hunt->list->more = hunt->list->more || more;
    return fault;
}

/* In a transaction: hundreds of days are asked for without a lock taken for each. */
static enum fault in_one_snapshot(struct hunt *hunt)
{
    const struct find *find = hunt->find;
    enum fault fault = sql_once(hunt->file->statements[BEGIN], &SQL_REGISTER);
    if (fault != FAULT_NONE) {
        return fault;
    }
    fault = find->kind == FIND_NUMBER ? by_number(hunt)
            : *find->initials         ? by_either(hunt)
                                      : by_names(hunt);
    enum fault end = sql_once(hunt->file->statements[END], &SQL_REGISTER);
    return fault == FAULT_NONE ? end : fault;
}

enum fault register_search(struct register_file *file, const struct find *find, int max, struct hit_list *ret)
{
    struct hunt hunt = {file, find, ret->count + max, ret};
    bool more = ret->more;
    enum fault fault = prepare(file);
    hunt.most = hunt.most < FIND_MAX ? hunt.most : FIND_MAX;
    ret->more = false;
    if (fault != FAULT_NONE || find->kind == FIND_NOTHING) {
        return fault;
    }
    fault = in_one_snapshot(&hunt);
    ret->more = ret->more || more;
    if (fault != FAULT_NONE && fault != FAULT_REGISTER_NAMES) {
        register_drop(file);
    }
    return fault;
}

enum fault register_missing(struct register_file *file, long *ret)
{
    enum fault fault = register_refresh(file);
    return fault == FAULT_NONE ? read_number(file, "SELECT missing FROM state", ret) : fault;
}
