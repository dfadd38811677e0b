/* journal_sql_day: the journal's statements about difficulties, days and looks; part of journal_sql.h. */
#ifndef TIEPDON_JOURNAL_SQL_DAY_H
#define TIEPDON_JOURNAL_SQL_DAY_H

/* The columns of struct difficulty_record: the difficulty as k and d, the entry that opened it as o; names and numbers
 * as the newest record has them, which is e.n. */
#define JOURNAL_DOCKET                                                                                                         \
    "SELECT k.number, iif(o.kind = 'difficulty', '', e.act), o.at, d.kind, d.text, " JOURNAL_FIELD("name") ", " JOURNAL_FIELD( \
        "birth_date") ", coalesce(nullif(" JOURNAL_FIELD("number") ", ''), "                                                   \
                                                                   "nullif(i.bhxh, ''), " JOURNAL_FIELD(                       \
                                                                       "cccd") "), " JOURNAL_PHONE                             \
                                                                               ", o.counter, o.clerk, "                        \
                                                                               "k.state, k.since, "                            \
                                                                               "coalesce(p.reply, '')"                         \
                                                                               " FROM docket k JOIN entry "                    \
                                                                               "o ON o.id = k.entry JOIN "                     \
                                                                               "difficulty d ON d.entry = "                    \
                                                                               "k.entry"                                       \
                                                                               " JOIN " JOURNAL_NEWEST                         \
                                                                               " ON e.id = k.of LEFT JOIN "                    \
                                                                               "intake i ON i.entry = e.n"                     \
                                                                               " LEFT JOIN progress p ON "                     \
                                                                               "p.entry = k.moved"

/* What a list of a day may be narrowed to, by enum act_filter; what was undone stands in the whole list alone. */
#define JOURNAL_FILTER                                                                                       \
    "(?2 = 0 OR (NOT " JOURNAL_UNDONE " AND CASE ?2 WHEN 1 THEN " JOURNAL_LATE                               \
    " WHEN 2 THEN " JOURNAL_CORRECTED                                                                        \
    " WHEN 3 THEN i.status = 'provisional' ELSE " JOURNAL_DIFFICULT("?1") " END))"

#define JOURNAL_OF_DAY JOURNAL_NEWEST " JOIN intake i ON i.entry = e.n WHERE e.day = ?1 AND e.kind = 'intake'"

/* ?1 rows behind the first ?2 of those that waited since ?3 or longer, then of the others, each newest first. The page is
 * chosen before anything is joined to it. */
#define JOURNAL_DOCKET_PAGE(such)                                                                            \
    " WHERE k.number IN (SELECT number FROM docket WHERE gone = 0" such                                      \
    " ORDER BY (state <> 'answered' AND since <= ?3) DESC, number DESC LIMIT ?1 OFFSET ?2) ORDER BY "        \
    "(k.state <> 'answered' AND k.since <= ?3) DESC, k.number DESC"

#define JOURNAL_DIFFICULTIES(X)                                                                              \
    X(PUT_NUMBERED, "INSERT INTO numbered VALUES (?1, ?2)")                                                  \
    X(PUT_OBSERVED, "INSERT INTO observed VALUES (?1, ?2, ?3)")                                              \
    X(PUT_STATED, "INSERT INTO stated VALUES (?1, ?2, ?3)")                                                  \
    X(PUT_PROGRESS, "INSERT INTO progress VALUES (?1, ?4, ?2, ?3)")                                          \
    X(PUT_DOCKET, "INSERT INTO docket (entry, of, day, state, since, moved, gone)"                           \
                  " VALUES (?1, ?3, ?2, 'open', ?2, 0, 0)")                                                  \
    X(FIND_SAME, "SELECT k.number FROM docket k JOIN difficulty d ON d.entry = k.entry WHERE k.of = ?1"      \
                 " AND k.state <> 'answered' AND d.kind = ?2 AND (?3 = '' OR d.text = ?3)"                   \
                 " ORDER BY k.number DESC LIMIT 1")                                                          \
    X(FIND_DOCKET, "SELECT k.entry, k.of, k.state, coalesce(p.reply, '') FROM docket k"                      \
                   " LEFT JOIN progress p ON p.entry = k.moved WHERE k.number = ?1 AND k.gone = 0")          \
    X(SET_DOCKET, "UPDATE docket SET state = ?2, since = ?3, moved = ?4 WHERE number = ?1")                  \
    X(DROP_DOCKET, "UPDATE docket SET gone = 1 WHERE of = ?1 AND moved = 0")                                 \
    X(GET_DOCKET, JOURNAL_DOCKET JOURNAL_DOCKET_PAGE(""))                                                    \
    X(GET_DOCKET_STATE, JOURNAL_DOCKET JOURNAL_DOCKET_PAGE(" AND state = ?4"))                               \
    X(GET_DOCKET_ONE, JOURNAL_DOCKET " WHERE k.gone = 0 AND k.number = ?1")                                  \
    X(COUNT_DOCKET, "SELECT count(*) FROM docket WHERE gone = 0")                                            \
    X(COUNT_DOCKET_STATE, "SELECT count(*) FROM docket WHERE gone = 0 AND state = ?1")                       \
    X(COUNT_DUE, "SELECT count(*), count(*) FILTER (WHERE since <= ?1) FROM docket"                          \
                 " WHERE gone = 0 AND state <> 'answered'")                                                  \
    X(GET_SEEN, "SELECT coalesce(i.verdict, o.verdict, ''), coalesce(i.findings, o.findings, '')"            \
                " FROM (SELECT ?1 AS entry) e LEFT JOIN intake i ON i.entry = e.entry"                       \
                " LEFT JOIN observed o ON o.entry = e.entry")                                                \
    X(GET_STATED, "SELECT field, value FROM stated WHERE entry = ?1")                                        \
    X(GET_NEWEST, "SELECT coalesce((SELECT max(entry) FROM revision WHERE of = ?1), ?1)")

#define JOURNAL_DAYS(X)                                                                                      \
    X(GET_DAY, JOURNAL_ACT("?1") " WHERE e.day = ?1 AND e.kind = 'intake' AND " JOURNAL_FILTER               \
                                 " ORDER BY e.id DESC LIMIT ?3 OFFSET ?4")                                   \
    X(COUNT_DAY, "SELECT count(*) FROM " JOURNAL_OF_DAY " AND " JOURNAL_FILTER)                              \
    X(GET_TOTALS,                                                                                            \
      "SELECT count(*) FILTER (WHERE NOT gone), count(*) FILTER (WHERE NOT gone AND status = 'admitted')"    \
      ", count(*) FILTER (WHERE NOT gone AND status = 'provisional')"                                        \
      ", count(*) FILTER (WHERE NOT gone AND status = 'not_insured'), total(late AND NOT gone)"              \
      ", total(fixed AND NOT gone), total(difficult AND NOT gone), count(*) FILTER (WHERE gone)"             \
      " FROM (SELECT i.status, " JOURNAL_UNDONE " AS gone, " JOURNAL_LATE " AS late, " JOURNAL_CORRECTED     \
      " AS fixed, " JOURNAL_DIFFICULT("?1") " AS difficult FROM " JOURNAL_OF_DAY ")")                        \
    X(COUNT_OPENED, "SELECT count(*) FROM docket WHERE gone = 0 AND day = ?1")                               \
    X(GET_CLOSED_DAY, "SELECT e.at, e.clerk FROM closed_day c JOIN entry e ON e.id = c.entry"                \
                      " WHERE c.day = ?1 ORDER BY c.entry DESC LIMIT 1")                                     \
    X(PUT_CLOSED_DAY, "INSERT INTO closed_day VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")             \
    X(PUT_LOOK, "INSERT INTO look SELECT ?1, ?2, coalesce((SELECT id FROM entry WHERE act = ?3), 0), ?4")

/* Of the days from ?1 to ?2. What was undone counts nowhere. */
#define JOURNAL_COUNTS(X)                                                                                    \
    X(GET_COUNTED, "SELECT e.day, e.at, i.status, i.findings, EXISTS (SELECT 1 FROM correction WHERE entry"  \
                   " = i.entry AND kind = 'fix') FROM " JOURNAL_NEWEST " JOIN intake i ON i.entry = e.n"     \
                   " WHERE e.day BETWEEN ?1 AND ?2 AND e.kind = 'intake' AND NOT " JOURNAL_UNDONE)           \
    X(GET_FACILITIES, "SELECT c.before, count(*) AS n FROM " JOURNAL_NEWEST                                  \
                      " JOIN correction c ON c.entry = e.n AND c.field = 'facility' AND c.kind = 'fix'"      \
                      " WHERE e.day BETWEEN ?1 AND ?2 AND e.kind = 'intake' AND NOT " JOURNAL_UNDONE         \
                      " GROUP BY c.before ORDER BY n DESC, c.before LIMIT ?3")                               \
    X(GET_OPENED, "SELECT k.day, d.kind, count(*) FROM docket k JOIN difficulty d ON d.entry = k.entry"      \
                  " WHERE k.gone = 0 AND k.day BETWEEN ?1 AND ?2 GROUP BY k.day, d.kind")                    \
    X(GET_COUNTERS, "SELECT name, total(intake) AS n, total(difficulty) FROM"                                \
                    " (SELECT e.counter AS name, 1 AS intake, 0 AS difficulty FROM entry e"                  \
                    "  WHERE e.day BETWEEN ?1 AND ?2 AND e.kind = 'intake' AND NOT " JOURNAL_UNDONE          \
                    "  UNION ALL SELECT o.counter, 0, 1 FROM docket k JOIN entry o ON o.id = k.entry"        \
                    "  WHERE k.gone = 0 AND k.day BETWEEN ?1 AND ?2)"                                        \
                    " GROUP BY name ORDER BY n DESC, name LIMIT ?3")

#define JOURNAL_DAY_HASHES(X)                                                                                \
    X(HASH_NUMBERED, "SELECT 'numbered', number FROM numbered WHERE entry = ?1")                             \
    X(HASH_OBSERVED, "SELECT 'observed', verdict, findings FROM observed WHERE entry = ?1")                  \
    X(HASH_STATED, "SELECT 'stated', field, value FROM stated WHERE entry = ?1 ORDER BY field")              \
    X(HASH_PROGRESS, "SELECT 'progress', number, state, reply FROM progress WHERE entry = ?1")               \
    X(HASH_CLOSED_DAY, "SELECT 'closed_day', day, intakes, admitted, provisional, not_insured, unchecked"    \
                       ", corrected, undone, difficulties FROM closed_day WHERE entry = ?1")                 \
    X(HASH_LOOK, "SELECT 'look', why, of, number FROM look WHERE entry = ?1")

#endif
