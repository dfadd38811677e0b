/* export_list: the difficulties, the CCCDs captured, and the lists of days: columns as their statement has them. */
#include "adapter/export_file.h"
#include "adapter/journal_sql.h"
#include "core/intake.h"
#include <stdio.h>
#include <string.h>

/* Of the newest record. */
#define WHO                                                                                                  \
    JOURNAL_FIELD("name")                                                                                    \
    ", " JOURNAL_FIELD("birth_date") ", " JOURNAL_FIELD("gender") ", " JOURNAL_FIELD(                        \
        "number") ", coalesce(i.bhxh, ''), " JOURNAL_FIELD("cccd")

/* What the card said, and what the assessment data said where that was not it: kept beside the difficulty, or taken over
 * into the record. */
#define BOTH(name)                                                                                           \
    "coalesce((SELECT presented FROM field WHERE entry = k.entry AND field = '" name "'), '')"               \
    ", coalesce((SELECT value FROM stated WHERE entry = k.entry AND field = '" name "'), (SELECT value FROM" \
    " field WHERE entry = k.entry AND field = '" name "' AND source IN ('register', 'portal')"               \
    " AND value <> presented), '')"

#define FACILITY BOTH("facility")
#define ADDRESS BOTH("address")

/* Runs along docket_day. */
static const char DIFFICULTIES_SQL[] =
    "SELECT k.number, o.at, d.kind, '', d.text, " WHO ", " JOURNAL_PHONE ", " FACILITY ", " ADDRESS
    ", coalesce(w.verdict, s.verdict, ''), coalesce(w.findings, s.findings, ''), o.counter, o.clerk, k.state"
    ", k.since, coalesce(p.reply, ''), iif(o.kind = 'difficulty', '', e.act)"
    " FROM docket k JOIN entry o ON o.id = k.entry JOIN difficulty d ON d.entry = k.entry"
    " JOIN " JOURNAL_NEWEST " ON e.id = k.of LEFT JOIN intake i ON i.entry = e.n"
    " LEFT JOIN progress p ON p.entry = k.moved"
    " LEFT JOIN intake w ON w.entry = k.entry LEFT JOIN observed s ON s.entry = k.entry"
    " WHERE k.gone = 0 AND k.day BETWEEN ?1 AND ?2 ORDER BY k.day, k.number";
static const struct export_column DIFFICULTIES[] = {
    {"number", EXPORT_PLAIN},        {"opened", EXPORT_TIME},
    {"kind", EXPORT_PLAIN},          {"kind_text", EXPORT_KIND_TEXT},
    {"text", EXPORT_PLAIN},          {"name", EXPORT_PLAIN},
    {"birth_date", EXPORT_PLAIN},    {"gender", EXPORT_PLAIN},
    {"card", EXPORT_PLAIN},          {"bhxh", EXPORT_PLAIN},
    {"cccd", EXPORT_PLAIN},          {"phone", EXPORT_PLAIN},
    {"facility_card", EXPORT_PLAIN}, {"facility_system", EXPORT_PLAIN},
    {"address_card", EXPORT_PLAIN},  {"address_system", EXPORT_PLAIN},
    {"verdict", EXPORT_PLAIN},       {"findings", EXPORT_PLAIN},
    {"counter", EXPORT_PLAIN},       {"clerk", EXPORT_PLAIN},
    {"state", EXPORT_PLAIN},         {"state_day", EXPORT_PLAIN},
    {"reply", EXPORT_PLAIN},         {"act", EXPORT_PLAIN},
};

/* A capture counts on the day of the record that holds it, which may be a revision: what comes later is in no export of
 * before. Runs along entry_day. */
static const char CCCD_SQL[] =
    "SELECT e.at, " WHO ", c.source, e.counter, e.clerk, a.act"
    " FROM (SELECT o.*, o.id AS n, coalesce(r.of, o.id) AS of FROM entry o"
    "  LEFT JOIN revision r ON r.entry = o.id) e"
    " JOIN entry a ON a.id = e.of JOIN intake i ON i.entry = e.id JOIN correction c ON c.entry = e.id"
    " WHERE e.day BETWEEN ?1 AND ?2 AND e.kind IN ('intake', 'revision')"
    " AND c.field = 'cccd' AND c.kind = 'fill' AND c.source IN ('card', 'papers', 'page')"
    " AND length(c.after) = 12 AND i.status = 'admitted' AND i.bhxh <> ''"
    " AND i.checked IN ('register', 'portal') AND NOT EXISTS (SELECT 1 FROM undo WHERE undo.of = e.of)"
    " AND NOT EXISTS (SELECT 1 FROM revision l WHERE l.of = e.of AND l.entry > e.id)"
    " ORDER BY e.day, e.id";
static const struct export_column CCCDS[] = {
    {"time", EXPORT_TIME},    {"name", EXPORT_PLAIN},   {"birth_date", EXPORT_PLAIN},
    {"gender", EXPORT_PLAIN}, {"card", EXPORT_PLAIN},   {"bhxh", EXPORT_PLAIN},
    {"cccd", EXPORT_PLAIN},   {"source", EXPORT_PLAIN}, {"counter", EXPORT_PLAIN},
    {"clerk", EXPORT_PLAIN},  {"act", EXPORT_PLAIN},
};

#define TAKEN JOURNAL_FIELD("facility")
static const char DAY_SQL[] =
    "SELECT e.at, " WHO ", " TAKEN ", i.status, i.verdict"
    ", (SELECT count(*) FROM correction WHERE entry = e.n AND kind = 'fix')"
    ", iif(" JOURNAL_LATE ", 'unchecked', ''), iif(" JOURNAL_NAMELESS ", 'nameless', '')"
    ", coalesce((SELECT group_concat(number, ' ') FROM docket WHERE of = e.id AND gone = 0), '')"
    ", e.counter, e.clerk"
    ", coalesce((SELECT u.at FROM undo JOIN entry u ON u.id = undo.entry WHERE undo.of = e.id), ''), e.act"
    " FROM " JOURNAL_NEWEST " JOIN intake i ON i.entry = e.n"
    " WHERE e.day BETWEEN ?1 AND ?2 AND e.kind = 'intake' ORDER BY e.day, e.id";
static const struct export_column DAYS[] = {
    {"time", EXPORT_TIME},      {"name", EXPORT_PLAIN},         {"birth_date", EXPORT_PLAIN},
    {"gender", EXPORT_PLAIN},   {"card", EXPORT_PLAIN},         {"bhxh", EXPORT_PLAIN},
    {"cccd", EXPORT_PLAIN},     {"facility", EXPORT_PLAIN},     {"status", EXPORT_PLAIN},
    {"verdict", EXPORT_PLAIN},  {"corrections", EXPORT_PLAIN},  {"unchecked", EXPORT_PLAIN},
    {"nameless", EXPORT_PLAIN}, {"difficulties", EXPORT_PLAIN}, {"counter", EXPORT_PLAIN},
    {"clerk", EXPORT_PLAIN},    {"undone", EXPORT_TIME},        {"act", EXPORT_PLAIN},
};

#define LIST(kind, sql, columns) [kind] = {sql, columns, sizeof columns / sizeof *columns}
const struct export_list EXPORT_LISTS[EXPORT_KINDS] = {
    LIST(EXPORT_DIFFICULTIES, DIFFICULTIES_SQL, DIFFICULTIES),
    LIST(EXPORT_CCCD, CCCD_SQL, CCCDS),
    LIST(EXPORT_DAY, DAY_SQL, DAYS),
};

void export_name_list(struct export *export)
{
    const struct export_list *list = &EXPORT_LISTS[export->kind];
    for (int i = 0; i < list->count; i++) {
        export_add_name(export, list->columns[i].name, "");
    }
}

static void rewrite(struct export *export, int column)
{
    const struct export_list *list = &EXPORT_LISTS[export->kind];
    char *value = export->row.values[column];
    char instant[EXPORT_CODE_SIZE];
    if (list->columns[column].form == EXPORT_TIME) {
        snprintf(instant, sizeof instant, "%.*s", (int)sizeof instant - 1, value);
        export_time(instant, value);
    } else if (list->columns[column].form == EXPORT_KIND_TEXT) {
        enum difficulty kind = difficulty_named(export->row.values[column - 1]);
        strcpy(value, difficulty_text(kind < DIFFICULTY_COUNT ? kind : DIFFICULTY_OTHER, LANGUAGE_VI));
    }
}

enum fault export_next_list(struct export *export, bool *ret_found)
{
    enum fault fault = export_step(export, export->rows, ret_found);
    for (int i = 0; fault == FAULT_NONE && *ret_found && i < export->width; i++) {
        fault = export_text(export->rows, i, export->row.values[i], EXPORT_TEXT_SIZE);
        rewrite(export, i);
    }
    return fault;
}
