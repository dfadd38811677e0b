/* export: one prepared statement at a time, a row handed out as it is read: memory does not
 * grow with the days asked for. */
#include "adapter/export.h"
#include "adapter/export_file.h"
#include "adapter/journal_sql.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What an entry says of a person, else what the intake it is about does. */
#define WHOSE(field_name)                                                                                    \
    "coalesce((SELECT value FROM field WHERE field = '" field_name "'"                                       \
    " AND entry IN (e.id, u.of, v.of, c.of, z.of, q.of, k.of, l.of) ORDER BY entry DESC LIMIT 1), '')"
#define ACT(of) "coalesce((SELECT o.act FROM entry o WHERE o.id = " of "), '')"
#define CHANGE                                                                                               \
    "coalesce(c.outcome, iif(q.refused, 'refused', iif(q.refused = 0, 'accepted', NULL)), g.state, y.day"    \
    ", l.why, '')"
#define TOTALS                                                                                               \
    "printf('intakes %d, admitted %d, provisional %d, not_insured %d, unchecked %d, corrected %d"            \
    ", undone %d, difficulties %d', y.intakes, y.admitted, y.provisional, y.not_insured, y.unchecked"        \
    ", y.corrected, y.undone, y.difficulties)"
#define REASON "coalesce(i.reason, z.reason, c.code, q.code, g.reply, iif(y.entry, " TOTALS ", NULL), '')"

#define NUMBER "coalesce(nullif(l.number, ''), " WHOSE("number") ")"
#define NAME WHOSE("name")
#define UNDOES ACT("u.of")
#define OF ACT("coalesce(v.of, c.of, z.of, q.of, k.of, l.of)")

/* Both run along entry_day, so the rows come in order without a sort. */
static const char JOURNAL_SQL[] =
    "SELECT e.id, e.kind, e.at, e.counter, e.clerk, e.act, " NUMBER ", " NAME ", '', " CHANGE
    ", coalesce(q.key, ''), coalesce(q.receipt, ''), '', " REASON ", " UNDOES ", " OF
    ", coalesce(g.number, ''), lower(hex(e.digest))"
    " FROM entry e LEFT JOIN intake i ON i.entry = e.id LEFT JOIN undo u ON u.entry = e.id"
    " LEFT JOIN revision v ON v.entry = e.id LEFT JOIN checked c ON c.entry = e.id"
    " LEFT JOIN closed z ON z.entry = e.id LEFT JOIN receipt q ON q.entry = e.id"
    " LEFT JOIN progress g ON g.entry = e.id LEFT JOIN docket k ON k.number = g.number"
    " LEFT JOIN closed_day y ON y.entry = e.id LEFT JOIN look l ON l.entry = e.id"
    " WHERE e.day BETWEEN ?1 AND ?2 ORDER BY e.day, e.id";

/* An answer that agreed later is what the record was checked by. */
#define AGREED "FROM checked k JOIN entry a ON a.id = k.entry WHERE k.of = e.id AND k.outcome = 'agrees'"
static const char INTAKES_SQL[] =
    "SELECT e.n, e.act, e.at, e.counter, e.clerk, i.status, i.card, i.verdict, i.bhxh, i.findings, i.reason,"
    " coalesce(d.kind, ''), coalesce(d.text, ''), coalesce((SELECT 'portal' " AGREED "), i.checked),"
    " coalesce((SELECT a.day " AGREED "), i.as_of),"
    " coalesce((SELECT u.at FROM undo JOIN entry u ON u.id = undo.entry WHERE undo.of = e.id), ''),"
    " coalesce(t.code, ''), coalesce(t.chosen, ''), coalesce(p.kind, ''), coalesce(p.number, ''),"
    " coalesce(p.first, ''), coalesce(p.last, ''), coalesce(b.number, ''), " JOURNAL_PHONE ","
    " (SELECT count(*) FROM revision WHERE of = e.id),"
    " coalesce((SELECT state FROM late WHERE entry = e.id), (SELECT 'agrees' " AGREED "),"
    "  (SELECT 'closed' FROM closed WHERE of = e.id), iif(e.n <> e.id, 'revised', '')),"
    " coalesce((SELECT code FROM checked WHERE of = e.id ORDER BY entry DESC LIMIT 1), ''), " JOURNAL_RECEIPT
    " FROM " JOURNAL_NEWEST " JOIN intake i ON i.entry = e.n"
    " LEFT JOIN difficulty d ON d.entry = (SELECT max(entry) FROM difficulty WHERE entry IN (e.id, e.n))"
    " LEFT JOIN entitlement t ON t.entry = e.n"
    " LEFT JOIN paper p ON p.entry = e.n AND p.kind <> 'birth_certificate'"
    " LEFT JOIN paper b ON b.entry = e.n AND b.kind = 'birth_certificate'"
    " WHERE e.day BETWEEN ?1 AND ?2 AND e.kind = 'intake' ORDER BY e.day, e.id";

static const char CORRECTIONS_SQL[] =
    "SELECT field, kind, before, after, source, reason FROM correction WHERE entry = ?1 ORDER BY field";

static const char DIFFICULTY_SQL[] =
    "SELECT kind, text, coalesce((SELECT number FROM docket WHERE docket.entry = ?1), '')"
    " FROM difficulty WHERE entry = ?1";

static const char FIELDS_SQL[] = "SELECT field, value, presented, source FROM field WHERE entry = ?1";

/* What a kind is made of; without a statement here it is one of EXPORT_LISTS. */
static const struct {
    const char *sql;
    void (*name)(struct export *);
    enum fault (*next)(struct export *, bool *);
} ways[EXPORT_KINDS] = {
    [EXPORT_JOURNAL] = {JOURNAL_SQL, export_name_journal, export_next_journal},
    [EXPORT_INTAKES] = {INTAKES_SQL, export_name_intakes, export_next_intake},
    [EXPORT_DIFFICULTIES] = {NULL, export_name_list, export_next_list},
    [EXPORT_CCCD] = {NULL, export_name_list, export_next_list},
    [EXPORT_DAY] = {NULL, export_name_list, export_next_list},
};

enum fault export_open(const char *dir, enum export_kind kind, const struct export_of *of,
                       struct export **ret)
{
    char path[PATH_SIZE];
    assert(date_full(of->from) && date_full(of->to));
    enum fault fault = place_join(dir, "journal.db", path);
    struct export *export = fault == FAULT_NONE ? calloc(1, sizeof *export) : NULL;
    if (!export) {
        return fault == FAULT_NONE ? FAULT_STORE_MEMORY : fault;
    }
    export->kind = kind;
    export->of = *of;
    fault = sql_open(path, &SQL_JOURNAL, SQL_READ, &export->db);
    const struct {
        const char *sql;
        sqlite3_stmt **ret;
    } statements[] = {
        {ways[kind].sql ? ways[kind].sql : EXPORT_LISTS[kind].sql, &export->rows},
        {CORRECTIONS_SQL, &export->corrections},
        {DIFFICULTY_SQL, &export->difficulty},
        {FIELDS_SQL, &export->fields},
    };
    for (size_t i = 0; fault == FAULT_NONE && i < sizeof statements / sizeof *statements; i++) {
        fault = sql_prepare(export->db, &SQL_JOURNAL, statements[i].sql, statements[i].ret);
    }
    if (fault != FAULT_NONE) {
        export_close(export);
        return fault;
    }
    sql_bind(export->rows, 1, export->of.from);
    sql_bind(export->rows, 2, export->of.to);
    ways[kind].name(export);
    *ret = export;
    return FAULT_NONE;
}

void export_close(struct export *export)
{
    if (!export) {
        return;
    }
    sqlite3_finalize(export->rows);
    sqlite3_finalize(export->corrections);
    sqlite3_finalize(export->difficulty);
    sqlite3_finalize(export->fields);
    sqlite3_close(export->db);
    explicit_bzero(export, sizeof *export);
    free(export);
}

int export_width(const struct export *export)
{
    return export->width;
}

const char *export_name(const struct export *export, int column)
{
    assert(column >= 0 && column < export->width);
    return export->names[column];
}

void export_add_name(struct export *export, const char *name, const char *suffix)
{
    assert(export->width < EXPORT_WIDTH);
    int len = snprintf(export->names[export->width++], EXPORT_NAME_SIZE, "%s%s", name, suffix);
    assert(len < EXPORT_NAME_SIZE);
    (void)len;
}

enum fault export_text(sqlite3_stmt *statement, int column, char *out, size_t cap)
{
    return sql_text(statement, column, &SQL_JOURNAL, out, cap);
}

enum fault export_step(struct export *export, sqlite3_stmt *statement, bool *ret_found)
{
    int code = sqlite3_step(statement);
    *ret_found = code == SQLITE_ROW;
    if (!*ret_found) {
        sqlite3_reset(statement);
    }
    return sql_fault(export->db, &SQL_JOURNAL, code);
}

enum fault export_read_correction(sqlite3_stmt *row, struct export_correction *ret)
{
    const struct {
        char *out;
        size_t cap;
    } texts[] = {
        {ret->field, EXPORT_CODE_SIZE}, {ret->kind, EXPORT_CODE_SIZE},   {ret->before, ADDRESS_SIZE},
        {ret->after, ADDRESS_SIZE},     {ret->source, EXPORT_CODE_SIZE}, {ret->reason, EXPORT_CODE_SIZE},
    };
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < (int)(sizeof texts / sizeof *texts); i++) {
        fault = export_text(row, i, texts[i].out, texts[i].cap);
    }
    return fault;
}

enum fault export_next(struct export *export, const struct export_row **ret)
{
    bool found = false;
    enum fault fault = ways[export->kind].next(export, &found);
    if (fault == FAULT_NONE) {
        *ret = found ? &export->row : NULL;
    }
    return fault;
}
