/* journal_sql: every statement of the journal, prepared once. X(NAME, sql). */
#ifndef TIEPDON_JOURNAL_SQL_H
#define TIEPDON_JOURNAL_SQL_H
#include "adapter/journal_sql_clerk.h"
#include "adapter/journal_sql_day.h"

/* Entries as e, with the entry that holds the present record as e.n: an intake's newest revision, else itself. */
#define JOURNAL_NEWEST                                                                                       \
    "(SELECT o.*, coalesce((SELECT max(r.entry) FROM revision r WHERE r.of = o.id), o.id) AS n"              \
    " FROM entry o) e"

#define JOURNAL_UNDONE "EXISTS (SELECT 1 FROM undo WHERE undo.of = e.id)"
/* How often a record was settled since the intake: struct intake, settled. */
#define JOURNAL_SETTLED                                                                                      \
    "(SELECT count(*) FROM revision WHERE of = e.id) + (SELECT count(*) FROM closed WHERE of = e.id)"        \
    " + (SELECT count(*) FROM checked WHERE of = e.id AND outcome = 'agrees')"
#define JOURNAL_FIELD(name) "coalesce((SELECT value FROM field WHERE entry = e.n AND field = '" name "'), '')"
#define JOURNAL_PHONE "coalesce((SELECT phone FROM contact WHERE entry = e.n), '')"

#define JOURNAL_RECEIPT                                                                                      \
    "coalesce((SELECT receipt FROM receipt WHERE of = e.id AND refused = 0 ORDER BY entry DESC LIMIT 1), "   \
    "'')"

#define JOURNAL_LATE "EXISTS (SELECT 1 FROM late WHERE late.entry = e.id)"
#define JOURNAL_CORRECTED "EXISTS (SELECT 1 FROM correction WHERE entry = e.n AND kind = 'fix')"
/* A difficulty was opened with the record, or without one, that day, for somebody of its card number or CCCD: written down
 * in a review that was taken in afterwards. `day` is a parameter, so that the numbers are gathered once a statement. */
#define JOURNAL_DIFFICULT(day)                                                                               \
    "(EXISTS (SELECT 1 FROM docket WHERE docket.of = e.id) OR EXISTS (SELECT 1 FROM field s"                 \
    " WHERE s.entry = e.n AND s.field IN ('number', 'cccd') AND s.value IN (SELECT f.value FROM docket k"    \
    " JOIN field f ON f.entry = k.entry AND f.field IN ('number', 'cccd') WHERE k.gone = 0"                  \
    " AND k.day = " day " AND k.of = k.entry AND f.value <> '')))"
#define JOURNAL_NAMELESS                                                                                     \
    "(i.bhxh = '' AND NOT EXISTS (SELECT 1 FROM field WHERE entry = e.n AND field IN ('number', 'cccd')"     \
    " AND value <> ''))"

/* The columns of struct act; corrections are those that replaced something. */
#define JOURNAL_ACT(day)                                                                                     \
    "SELECT e.act, e.at, e.counter, e.clerk, e.kind, coalesce(i.status, ''), coalesce(i.verdict, '')"        \
    ", " JOURNAL_FIELD("name") ", " JOURNAL_FIELD(                                                           \
        "birth_date") ", "                                                                                   \
                      "(SELECT count(*) FROM correction WHERE entry = e.n AND kind = "                       \
                      "'fix'), " JOURNAL_UNDONE                                                              \
                      ", " JOURNAL_DIFFICULT(day) ", " JOURNAL_LATE ", " JOURNAL_NAMELESS                    \
                                                  " FROM " JOURNAL_NEWEST                                    \
                                                  " LEFT JOIN intake i ON i.entry = e.n"

#define JOURNAL_ACTS(X)                                                                                      \
    X(BEGIN, "BEGIN IMMEDIATE")                                                                              \
    X(COMMIT, "COMMIT")                                                                                      \
    X(ROLLBACK, "ROLLBACK")                                                                                  \
    X(LAST_LINK, "SELECT id, link FROM entry ORDER BY id DESC LIMIT 1")                                      \
    X(PUT_ENTRY, "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")                            \
    X(PUT_INTAKE, "INSERT INTO intake VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")                     \
    X(PUT_FIELD, "INSERT INTO field VALUES (?1, ?2, ?3, ?4, ?5)")                                            \
    X(PUT_CORRECTION, "INSERT INTO correction VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")                          \
    X(PUT_DIFFICULTY, "INSERT INTO difficulty VALUES (?1, ?2, ?3)")                                          \
    X(PUT_UNDO, "INSERT INTO undo VALUES (?1, ?2)")                                                          \
    X(PUT_ENTITLEMENT, "INSERT INTO entitlement VALUES (?1, ?2, ?3)")                                        \
    X(PUT_PAPER, "INSERT INTO paper VALUES (?1, ?2, ?3, ?4, ?5)")                                            \
    X(PUT_CONTACT, "INSERT INTO contact VALUES (?1, ?2)")                                                    \
    X(PUT_CMND, "INSERT INTO cmnd VALUES (?1, ?2)")                                                          \
    X(PUT_REACH, "INSERT INTO reach VALUES (?1, ?2, ?3, ?4, ?5)")                                            \
    X(PUT_REVISION, "INSERT INTO revision VALUES (?1, ?2)")                                                  \
    X(PUT_CHECKED, "INSERT INTO checked VALUES (?1, ?4, ?2, ?3)")                                            \
    X(PUT_CLOSED, "INSERT INTO closed VALUES (?1, ?3, ?2)")                                                  \
    X(PUT_RECEIPT, "INSERT INTO receipt VALUES (?1, coalesce((SELECT id FROM entry WHERE act = ?2"           \
                   " AND kind = 'intake'), 0), ?2, ?3, ?4, ?5)")                                             \
    X(PUT_SEEN, "INSERT OR IGNORE INTO seen VALUES (?1, ?2, ?3)")                                            \
    X(DROP_SEEN, "DELETE FROM seen WHERE entry = ?1")                                                        \
    X(PUT_OUTBOX, "INSERT INTO outbox (entry, bhxh, cccd, clear) VALUES (?1, ?2, ?3, ?4)")                   \
    X(FIND_ACT, "SELECT e.id, " JOURNAL_UNDONE ", e.kind, e.day, " JOURNAL_SETTLED " FROM entry e"           \
                " WHERE e.act = ?1 AND e.kind IN ('intake', 'difficulty')")                                  \
    X(GET_OUTBOX,                                                                                            \
      "SELECT bhxh, cccd, done FROM outbox WHERE entry = ?1 AND clear = 0 ORDER BY id DESC LIMIT 1")         \
    X(DROP_OUTBOX, "DELETE FROM outbox WHERE entry = ?1 AND done = 0 AND clear = 0")                         \
    X(GET_WAITING, "SELECT id, bhxh, cccd, clear FROM outbox WHERE done = 0 ORDER BY id LIMIT 1")            \
    X(SET_DONE, "UPDATE outbox SET done = 1 WHERE id = ?1")

#define JOURNAL_READS(X)                                                                                     \
    X(PUT_DRAFT, "INSERT INTO draft VALUES (?1, ?2) ON CONFLICT (counter) DO UPDATE SET body = ?2")          \
    X(DROP_DRAFT, "DELETE FROM draft WHERE counter = ?1")                                                    \
    X(GET_DRAFT, "SELECT body FROM draft WHERE counter = ?1")                                                \
    X(GET_REPEAT, "SELECT act, at, counter, clerk FROM entry WHERE id = (SELECT max(s.entry)"                \
                  " FROM (VALUES (?2), (?3), (?4), (?5), (?6)) k CROSS JOIN seen s"                          \
                  " WHERE s.day = ?1 AND s.key = k.column1"                                                  \
                  " AND NOT EXISTS (SELECT 1 FROM undo WHERE undo.of = s.entry))")                           \
    X(GET_LAST,                                                                                              \
      JOURNAL_ACT("?2") " WHERE e.counter = ?1 AND e.day = ?2 AND e.kind IN ('intake', 'difficulty')"        \
                        " AND NOT " JOURNAL_UNDONE " ORDER BY e.id DESC LIMIT 1")                            \
    X(GET_RECORD,                                                                                            \
      "SELECT e.id, e.n, e.at, e.counter, e.clerk, " JOURNAL_UNDONE                                          \
      ", (SELECT count(*) FROM revision WHERE of = e.id), " JOURNAL_RECEIPT ", " JOURNAL_PHONE               \
      ", i.status, i.card, i.verdict, i.bhxh, i.findings, i.reason, i.checked"                               \
      ", i.as_of, i.repeat, " JOURNAL_SETTLED " FROM " JOURNAL_NEWEST " JOIN intake i ON i.entry = e.n"      \
      " WHERE e.act = ?1 AND e.kind = 'intake'")                                                             \
    X(GET_FIELDS, "SELECT field, value, presented, source FROM field WHERE entry = ?1")                      \
    X(GET_CORRECTIONS, "SELECT field, kind, source, reason FROM correction WHERE entry = ?1")                \
    X(GET_DIFFICULTY, "SELECT kind, text FROM difficulty WHERE entry = ?1")                                  \
    X(GET_ENTITLEMENT, "SELECT code, chosen FROM entitlement WHERE entry = ?1")                              \
    X(GET_PAPERS, "SELECT kind, number, first, last FROM paper WHERE entry = ?1")                            \
    X(GET_CMND, "SELECT number FROM cmnd WHERE entry = ?1")                                                  \
    X(GET_REACH, "SELECT address, relative, relative_phone, whole FROM reach WHERE entry = ?1")              \
    X(GET_ENTRIES, "SELECT id, kind, at, day, act, counter, clerk, digest, link FROM entry ORDER BY id")

/* One fact of an intake's newest revision as it was presented. */
#define JOURNAL_PRESENTED(name)                                                                              \
    "coalesce((SELECT presented FROM field WHERE entry = e.n AND field = '" name "'), '')"

/* What a visit says of the person, in the order of told_read. */
#define JOURNAL_TOLD                                                                                         \
    JOURNAL_FIELD("number")                                                                                  \
    ", " JOURNAL_FIELD("name") ", " JOURNAL_FIELD("birth_date") ", " JOURNAL_FIELD(                          \
        "gender") ", " JOURNAL_FIELD("address") ", " JOURNAL_FIELD("cccd") ", " JOURNAL_PRESENTED("number") ", " JOURNAL_PRESENTED("cccd") ", " JOURNAL_PHONE

/* The patients of the same component as ?1: everybody who is linked to them by a number, however far. */
#define JOURNAL_LINKED                                                                                       \
    "WITH RECURSIVE linked(id) AS (VALUES (?1) UNION SELECT b.patient FROM linked l"                         \
    " JOIN patient_key a ON a.patient = l.id AND a.kind = 'number'"                                          \
    " JOIN patient_key b ON b.key = a.key AND b.kind = 'number') "

#define JOURNAL_PATIENTS(X)                                                                                  \
    X(GET_PROJECTED, "SELECT entry FROM projected")                                                          \
    X(SET_PROJECTED, "UPDATE projected SET entry = ?1")                                                      \
    X(NEXT_PROJECTED, "SELECT e.id, e.kind, coalesce(r.of, u.of, 0) FROM entry e"                            \
                      " LEFT JOIN revision r ON r.entry = e.id LEFT JOIN undo u ON u.entry = e.id"           \
                      " WHERE e.id > ?1 AND e.kind IN ('intake', 'revision', 'undo') ORDER BY e.id LIMIT 1") \
    X(GET_VISIT,                                                                                             \
      "SELECT coalesce(i.bhxh, ''), " JOURNAL_TOLD ", coalesce(r.address, ''), coalesce(r.relative, '')"     \
      ", coalesce(r.relative_phone, ''), coalesce(c.number, ''), coalesce(r.whole, 0), i.entry IS NOT NULL"  \
      " FROM " JOURNAL_NEWEST " LEFT JOIN intake i ON i.entry = e.n LEFT JOIN reach r ON r.entry = e.n"      \
      " LEFT JOIN cmnd c ON c.entry = e.n WHERE e.id = ?1")                                                  \
    X(PUT_VISIT, "INSERT OR IGNORE INTO visit VALUES (?1, 0)")                                               \
    X(SET_VISIT, "UPDATE visit SET patient = ?2 WHERE entry = ?1")                                           \
    X(DROP_VISIT, "DELETE FROM visit WHERE entry = ?1")                                                      \
    X(GET_VISITOR, "SELECT patient FROM visit WHERE entry = ?1")                                             \
    X(MOVE_VISITS, "UPDATE visit SET patient = ?2 WHERE patient = ?1")                                       \
    X(NEXT_VISIT, "SELECT entry FROM visit WHERE patient = ?1 AND entry > ?2 ORDER BY entry LIMIT 1")        \
    X(RECENT_VISITS, "SELECT e.act, e.at FROM visit v JOIN entry e ON e.id = v.entry WHERE v.patient = ?1"   \
                     " ORDER BY v.entry DESC LIMIT ?2")                                                      \
    X(LOOSEN, JOURNAL_LINKED "UPDATE visit SET patient = 0 WHERE patient IN (SELECT id FROM linked)")        \
    X(DROP_LOOSE_KEYS,                                                                                       \
      "DELETE FROM patient_key WHERE patient IN (SELECT entry FROM visit WHERE patient = 0)")                \
    X(DROP_LOOSE, "DELETE FROM patient WHERE id IN (SELECT entry FROM visit WHERE patient = 0)")             \
    X(GET_PATIENT, "SELECT bhxh, number, name, birth_date, gender, address, cccd, phone, contact_address"    \
                   ", relative, relative_phone, visits, last FROM patient WHERE id = ?1")                    \
    X(PUT_PATIENT, "INSERT OR REPLACE INTO patient (id, bhxh, number, name, birth_date, gender, address"     \
                   ", cccd, phone, contact_address, relative, relative_phone, folded, initials, visits"      \
                   ", last) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)") \
    X(DROP_PATIENT, "DELETE FROM patient WHERE id = ?1")                                                     \
    X(PUT_KEY, "INSERT OR IGNORE INTO patient_key (patient, key, kind) VALUES (?1, ?2, ?3)")                 \
    X(MOVE_KEYS,                                                                                             \
      "INSERT OR IGNORE INTO patient_key SELECT key, kind, ?2 FROM patient_key WHERE patient = ?1")          \
    X(DROP_KEYS, "DELETE FROM patient_key WHERE patient = ?1")                                               \
    X(DROP_PHONES, "DELETE FROM patient_key WHERE patient = ?1 AND kind = 'phone'")                          \
    X(FIND_PATIENTS, "SELECT DISTINCT p.id FROM (VALUES (?1), (?2), (?3), (?4), (?5)) k"                     \
                     " CROSS JOIN patient_key n ON n.key = k.column1 AND n.kind = 'number'"                  \
                     " CROSS JOIN patient p ON p.id = n.patient ORDER BY p.last DESC LIMIT ?6")

/* The search box: rows come in the order of an index and stop when enough are read. ?1 is the text, ?2 the first one
 * behind all that begin with it, ?3 a date or the part of one. */
#define JOURNAL_HIT                                                                                          \
    "SELECT p.id, p.number, p.bhxh, p.cccd, p.name, p.birth_date, p.gender, p.address, p.phone, e.act, e.at"
#define JOURNAL_HITS JOURNAL_HIT ", 0 FROM patient p CROSS JOIN entry e ON e.id = p.last WHERE "
#define JOURNAL_BY_NAME "p.folded >= ?1 AND p.folded < ?2 ORDER BY p.folded, p.last DESC"
#define JOURNAL_SEARCHES(X)                                                                                  \
    X(FIND_NAME, JOURNAL_HITS JOURNAL_BY_NAME)                                                               \
    X(FIND_YEAR, JOURNAL_HITS "substr(p.birth_date, 1, 4) = ?3 AND " JOURNAL_BY_NAME)                        \
    X(FIND_MONTH, JOURNAL_HITS "substr(p.birth_date, 1, 7) = ?3 AND " JOURNAL_BY_NAME)                       \
    X(FIND_BIRTH, JOURNAL_HITS "p.birth_date = ?3 AND " JOURNAL_BY_NAME)                                     \
    X(FIND_INITIALS, JOURNAL_HITS "p.initials = ?1 ORDER BY p.folded, p.last DESC")                          \
    X(FIND_INITIALS_YEAR,                                                                                    \
      JOURNAL_HITS "p.initials = ?1 AND substr(p.birth_date, 1, 4) = substr(?3, 1, 4)"                       \
                   " AND substr(p.birth_date, 1, length(?3)) = substr(?3, 1, length(p.birth_date))"          \
                   " ORDER BY p.folded, p.last DESC")                                                        \
    X(FIND_KEY, JOURNAL_HIT ", k.kind = 'phone' FROM patient_key k CROSS JOIN patient p ON p.id = k.patient" \
                            " CROSS JOIN entry e ON e.id = p.last WHERE k.key >= ?1 AND k.key < ?2"          \
                            " ORDER BY k.key, k.kind, k.patient")

/* A lease ends by itself; what the portal could not answer comes again when it is due. */
#define JOURNAL_WORKS(X)                                                                                     \
    X(PUT_LATE, "INSERT INTO late VALUES (?1, ?2, ?3, ?4, 'waits', 0, iif(?5, 0, NULL), ?6, '', 'none')")    \
    X(DROP_LATE, "DELETE FROM late WHERE entry = ?1")                                                        \
    X(FIND_LATE, "SELECT l.entry, l.state, l.code, l.tries FROM late l JOIN entry e ON e.id = l.entry"       \
                 " WHERE e.act = ?1")                                                                        \
    X(GET_QUESTION, "SELECT number, name, birth_date FROM late WHERE entry = ?1")                            \
    X(SET_LATE, "UPDATE late SET state = ?2, code = ?3, trouble = 'none', leased = 0 WHERE entry = ?1")      \
    X(PUT_OFF, "UPDATE late SET trouble = ?2, tries = ?3, due = ?4, leased = 0"                              \
               " WHERE entry = ?1 AND due IS NOT NULL")                                                      \
    X(PULL_UP, "UPDATE late SET due = 0 WHERE state = 'waits' AND due > 0 AND tries < ?1")                   \
    X(GET_LATE, "SELECT e.act, e.day, e.at, " JOURNAL_FIELD(                                                 \
                    "name") ", " JOURNAL_PHONE                                                               \
                            ", l.state, l.code, l.trouble, l.tries FROM late l JOIN " JOURNAL_NEWEST         \
                            " ON e.id = l.entry ORDER BY l.state = 'waits', l.entry LIMIT ?1 OFFSET ?2")     \
    X(GET_LATES, "SELECT count(*), count(*) FILTER (WHERE state <> 'waits') FROM late")                      \
    X(NEXT_LATE, "SELECT l.entry, e.act FROM late l JOIN entry e ON e.id = l.entry"                          \
                 " WHERE l.state = 'waits' AND l.due <= ?1 AND l.leased <= ?1 ORDER BY l.entry LIMIT 1")     \
    X(LEASE_LATE, "UPDATE late SET leased = ?2 WHERE entry = ?1")                                            \
    X(WHEN_LATE, "SELECT coalesce(min(max(due, leased)), -1) FROM late WHERE state = 'waits'")               \
    X(GET_PACE, "SELECT minute, day, minute_count, day_count, failures, pause, open_until, trial_at"         \
                " FROM pace")                                                                                \
    X(SET_PACE, "UPDATE pace SET (minute, day, minute_count, day_count, failures, pause, open_until"         \
                ", trial_at) = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")                                            \
    X(GET_FAILED, "SELECT failed FROM pace")                                                                 \
    X(SET_FAILED, "UPDATE pace SET failed = ?1")                                                             \
    X(GET_LEARNED, "SELECT coalesce(min(id), 0) FROM learned")                                               \
    X(DROP_LEARNED, "DELETE FROM learned WHERE id = ?1")                                                     \
    X(PUT_HANDOVER, "INSERT INTO handover (act, kind) VALUES (?1, ?2)")                                      \
    X(GET_HANDOVER, "SELECT id, act, kind FROM handover WHERE done = 0 AND id > ?1 ORDER BY id LIMIT 1")     \
    X(SET_HANDED, "UPDATE handover SET done = 1 WHERE id = ?1")                                              \
    X(PUT_SENDING, "INSERT OR IGNORE INTO sending (key, digest, file) VALUES (?1, ?2, ?3)")                  \
    X(FIND_SENDING, "SELECT key, tries FROM sending WHERE id = ?1 AND done = 0")                             \
    X(NEXT_SENDING, "SELECT id, key, digest, file, tries FROM sending"                                       \
                    " WHERE done = 0 AND due <= ?1 AND leased <= ?1 ORDER BY id LIMIT 1")                    \
    X(LEASE_SENDING, "UPDATE sending SET leased = ?2 WHERE id = ?1")                                         \
    X(PUT_SENDING_OFF, "UPDATE sending SET tries = ?3, due = ?2, leased = 0 WHERE id = ?1")                  \
    X(SET_SENT, "UPDATE sending SET done = 1, leased = 0 WHERE id = ?1")                                     \
    X(WHEN_SENDING, "SELECT coalesce(min(max(due, leased)), -1) FROM sending WHERE done = 0")

/* The rows under an entry that its digest is made of, in this order, which only grows at its end. */
#define JOURNAL_HASHES(X)                                                                                    \
    X(HASH_INTAKE, "SELECT 'intake', status, card, verdict, bhxh, findings, reason, checked, as_of, repeat"  \
                   " FROM intake WHERE entry = ?1")                                                          \
    X(HASH_FIELD,                                                                                            \
      "SELECT 'field', field, value, presented, source FROM field WHERE entry = ?1 ORDER BY field")          \
    X(HASH_CORRECTION, "SELECT 'correction', field, kind, before, after, source, reason FROM correction"     \
                       " WHERE entry = ?1 ORDER BY field")                                                   \
    X(HASH_DIFFICULTY, "SELECT 'difficulty', kind, text FROM difficulty WHERE entry = ?1")                   \
    X(HASH_UNDO, "SELECT 'undo', of FROM undo WHERE entry = ?1")                                             \
    X(HASH_ENTITLEMENT, "SELECT 'entitlement', code, chosen FROM entitlement WHERE entry = ?1")              \
    X(HASH_PAPER, "SELECT 'paper', kind, number, first, last FROM paper WHERE entry = ?1 ORDER BY kind")     \
    X(HASH_CONTACT, "SELECT 'contact', phone FROM contact WHERE entry = ?1")                                 \
    X(HASH_REVISION, "SELECT 'revision', of FROM revision WHERE entry = ?1")                                 \
    X(HASH_CHECKED, "SELECT 'checked', of, outcome, code FROM checked WHERE entry = ?1")                     \
    X(HASH_CLOSED, "SELECT 'closed', of, reason FROM closed WHERE entry = ?1")                               \
    X(HASH_RECEIPT, "SELECT 'receipt', of, key, receipt, code, refused FROM receipt WHERE entry = ?1")       \
    X(HASH_REACH, "SELECT 'reach', address, relative, relative_phone, whole FROM reach WHERE entry = ?1")    \
    X(HASH_CMND, "SELECT 'cmnd', number FROM cmnd WHERE entry = ?1")

/* The hashes stand last: chain_digest takes all from JOURNAL_HASH_INTAKE on. */
#define JOURNAL_STATEMENTS(X)                                                                                \
    JOURNAL_ACTS(X)                                                                                          \
    JOURNAL_READS(X)                                                                                         \
    JOURNAL_WORKS(X)                                                                                         \
    JOURNAL_PATIENTS(X)                                                                                      \
    JOURNAL_SEARCHES(X)                                                                                      \
    JOURNAL_DIFFICULTIES(X)                                                                                  \
    JOURNAL_DAYS(X)                                                                                          \
    JOURNAL_COUNTS(X) JOURNAL_CLERKS(X) JOURNAL_HASHES(X) JOURNAL_DAY_HASHES(X) JOURNAL_CLERK_HASHES(X)

enum journal_statement {
#define X(name, sql) JOURNAL_##name,
    JOURNAL_STATEMENTS(X)
#undef X
        JOURNAL_STATEMENT_COUNT
};

#endif
