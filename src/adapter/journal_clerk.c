/* journal_clerk: who works here, their PINs, and who signed in when. */
#include "adapter/digest.h"
#include "adapter/journal_file.h"
#include <string.h>

/* What the chain keeps of a PIN's hash. */
static enum fault digest_of(const char *hash, char ret[DIGEST_SIZE])
{
    ret[0] = '\0';
    return !*hash || digest_bytes(hash, strlen(hash), ret) ? FAULT_NONE : FAULT_STORE_MEMORY;
}

static enum fault read_clerk(sqlite3_stmt *row, struct clerk *ret)
{
    char role[16];
    const struct journal_text texts[] = {{ret->login, LOGIN_SIZE},
                                         {ret->name, PLACE_SIZE},
                                         {ret->portal_name, NAME_SIZE},
                                         {ret->cccd, CCCD_SIZE},
                                         {role, sizeof role}};
    enum fault fault = journal_texts(row, 0, texts, 5);
    ret->active = sqlite3_column_int(row, 5);
    return fault == FAULT_NONE && !role_read(role, &ret->role) ? FAULT_JOURNAL_DAMAGED : fault;
}

enum fault journal_clerks(struct journal *journal, int top, struct clerk *ret, int max, int *ret_count,
                          int *ret_total)
{
    sqlite3_stmt *rows = journal->statements[JOURNAL_GET_CLERKS];
    int code = SQLITE_DONE, read = 0;
    long long total = 0;
    enum fault fault = FAULT_NONE;
    sqlite3_bind_int(rows, 1, max);
    sqlite3_bind_int(rows, 2, top);
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = read_clerk(rows, &ret[read]);
        read += fault == FAULT_NONE;
    }
    fault = fault == FAULT_NONE ? sql_fault(journal->db, &SQL_JOURNAL, code) : fault;
    sqlite3_reset(rows);
    fault = fault == FAULT_NONE ? journal_number(journal, JOURNAL_COUNT_CLERKS, &total) : fault;
    if (fault == FAULT_NONE) {
        *ret_count = read;
        *ret_total = (int)total;
    }
    return fault;
}

/* A hash that the chain does not know was put in from outside. */
static enum fault read_pin(struct journal *journal, const char *login, char hash[PIN_HASH_SIZE])
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_PIN];
    char kept[DIGEST_SIZE], digest[DIGEST_SIZE];
    bool found;
    hash[0] = '\0';
    sql_bind(row, 1, login);
    enum fault fault = journal_row(journal, JOURNAL_GET_PIN, &found);
    if (fault == FAULT_NONE && found) {
        const struct journal_text texts[] = {{kept, sizeof kept}, {hash, PIN_HASH_SIZE}};
        fault = journal_texts(row, 0, texts, 2);
        fault = fault == FAULT_NONE ? digest_of(hash, digest) : fault;
        fault = fault == FAULT_NONE && strcmp(kept, digest) != 0 ? FAULT_CHAIN_BROKEN : fault;
    }
    sqlite3_reset(row);
    return fault;
}

static enum fault read_failures(struct journal *journal, const char *login, int *ret_failures,
                                long long *ret_failed_at)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_FAILURES];
    bool found;
    sql_bind(row, 1, login);
    enum fault fault = journal_row(journal, JOURNAL_GET_FAILURES, &found);
    if (fault == FAULT_NONE && found) {
        *ret_failures = sqlite3_column_int(row, 0);
        *ret_failed_at = sqlite3_column_int64(row, 1);
    }
    sqlite3_reset(row);
    return fault;
}

enum fault journal_clerk(struct journal *journal, const char *login, struct clerk *ret,
                         char hash[PIN_HASH_SIZE], int *ret_failures, long long *ret_failed_at,
                         bool *ret_found)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_CLERK];
    *ret_failures = 0;
    *ret_failed_at = 0;
    sql_bind(row, 1, login);
    enum fault fault = journal_row(journal, JOURNAL_GET_CLERK, ret_found);
    if (fault == FAULT_NONE && *ret_found) {
        fault = read_clerk(row, ret);
    }
    sqlite3_reset(row);
    fault = fault == FAULT_NONE ? read_pin(journal, login, hash) : fault;
    return fault == FAULT_NONE ? read_failures(journal, login, ret_failures, ret_failed_at) : fault;
}

static enum fault put_clerk(struct journal *journal, const struct clerk *clerk, const char *hash,
                            const struct writer *writer)
{
    struct place_in_chain place;
    char own[ID_SIZE], pin[DIGEST_SIZE];
    enum fault fault = entry_begin(journal, &place);
    fault = fault == FAULT_NONE ? digest_of(hash, pin) : fault;
    sqlite3_bind_int(journal->statements[JOURNAL_PUT_CLERK], 8, clerk->active);
    fault = fault == FAULT_NONE ? JOURNAL_PUT(journal, JOURNAL_PUT_CLERK, place.id, clerk->login, clerk->name,
                                              clerk->portal_name, clerk->cccd, role_code(clerk->role), pin)
                                : fault;
    if (fault == FAULT_NONE && *hash) {
        fault = JOURNAL_PUT(journal, JOURNAL_PUT_SECRET, place.id, hash);
    }
    return fault == FAULT_NONE ? entry_end(journal, &place, "clerk", writer, own) : fault;
}

enum fault journal_clerk_put(struct journal *journal, const struct clerk *clerk, const char *hash,
                             const struct writer *writer)
{
    enum fault fault = journal_begin(journal);
    return fault == FAULT_NONE ? journal_end(journal, put_clerk(journal, clerk, hash, writer)) : fault;
}

static enum fault put_sign(struct journal *journal, const char *login, enum sign sign,
                           const struct writer *writer)
{
    struct place_in_chain place;
    char own[ID_SIZE];
    enum fault fault = entry_begin(journal, &place);
    fault = fault == FAULT_NONE ? JOURNAL_PUT(journal, JOURNAL_PUT_SIGN, place.id, login, sign_code(sign))
                                : fault;
    return fault == FAULT_NONE ? entry_end(journal, &place, "sign", writer, own) : fault;
}

enum fault journal_sign(struct journal *journal, const char *login, enum sign sign,
                        const struct writer *writer)
{
    enum fault fault = journal_begin(journal);
    return fault == FAULT_NONE ? journal_end(journal, put_sign(journal, login, sign, writer)) : fault;
}
