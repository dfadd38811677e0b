/* journal_sql_clerk: the journal's statements about clerks and purging; part of journal_sql.h. */
#ifndef TIEPDON_JOURNAL_SQL_CLERK_H
#define TIEPDON_JOURNAL_SQL_CLERK_H

/* The newest word about each clerk. */
#define JOURNAL_CLERK "clerk c WHERE c.entry = (SELECT max(entry) FROM clerk WHERE login = c.login)"
#define JOURNAL_CLERK_COLUMNS "c.login, c.name, c.portal_name, c.cccd, c.role, c.active"

#define JOURNAL_CLERKS(X)                                                                                    \
    X(GET_CLERKS, "SELECT " JOURNAL_CLERK_COLUMNS " FROM " JOURNAL_CLERK " ORDER BY c.login"                 \
                  " LIMIT ?1 OFFSET ?2")                                                                     \
    X(COUNT_CLERKS, "SELECT count(DISTINCT login) FROM clerk")                                               \
    X(GET_CLERK, "SELECT " JOURNAL_CLERK_COLUMNS " FROM " JOURNAL_CLERK " AND c.login = ?1")                 \
    X(GET_PIN, "SELECT c.pin, coalesce(s.hash, '') FROM clerk c LEFT JOIN secret s ON s.entry = c.entry"     \
               " WHERE c.login = ?1 AND c.pin <> '' ORDER BY c.entry DESC LIMIT 1")                          \
    X(GET_FAILURES, "SELECT count(*), coalesce(max(CAST(strftime('%s', e.at) AS INTEGER)), 0) FROM sign s"   \
                    " JOIN entry e ON e.id = s.entry WHERE s.login = ?1 AND s.what = 'failed'"               \
                    " AND s.entry > max("                                                                    \
                    "coalesce((SELECT max(entry) FROM sign WHERE login = ?1 AND what IN ('in', 'unlock')), " \
                    "0), coalesce((SELECT max(entry) FROM clerk WHERE login = ?1 AND pin <> ''), 0))")       \
    X(PUT_CLERK, "INSERT INTO clerk VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?8, ?7)")                                \
    X(PUT_SECRET, "INSERT INTO secret VALUES (?1, ?2)")                                                      \
    X(PUT_SIGN, "INSERT INTO sign VALUES (?1, ?2, ?3)")                                                      \
    X(PUT_PURGE, "INSERT INTO purge VALUES (?1, ?2, ?3, ?4)")                                                \
    X(GET_PURGED, "SELECT coalesce(max(p.upto), 0), coalesce(sum(p.entries), 0) FROM purge p"                \
                  " JOIN entry e ON e.id = p.entry AND e.kind = 'purge'")

#define JOURNAL_CLERK_HASHES(X)                                                                              \
    X(HASH_CLERK, "SELECT 'clerk', login, name, portal_name, cccd, role, active, pin FROM clerk"             \
                  " WHERE entry = ?1")                                                                       \
    X(HASH_SIGN, "SELECT 'sign', login, what FROM sign WHERE entry = ?1")                                    \
    X(HASH_PURGE, "SELECT 'purge', before, upto, entries FROM purge WHERE entry = ?1")

#endif
