/* journal_send: check-in files owed to the hospital's system, and its complete records on their way to the portal. */
#include "adapter/journal_file.h"
#include <string.h>

static const char *const kinds[] = {
    [HANDOVER_NEW] = "new",
    [HANDOVER_REPLACE] = "replace",
    [HANDOVER_CANCEL] = "cancel",
};

enum fault handover_put(struct journal *journal, const char *act, enum handover_kind kind)
{
    if (!journal->owes) {
        return FAULT_NONE;
    }
    sql_bind(journal->statements[JOURNAL_PUT_HANDOVER], 1, act);
    sql_bind(journal->statements[JOURNAL_PUT_HANDOVER], 2, kinds[kind]);
    return journal_once(journal, JOURNAL_PUT_HANDOVER);
}

void journal_owe(struct journal *journal)
{
    journal->owes = true;
}

enum fault journal_handover(struct journal *journal, long long after, struct handover *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_HANDOVER];
    char kind[8];
    bool found;
    *ret = (struct handover){.id = 0};
    sqlite3_bind_int64(row, 1, after);
    enum fault fault = journal_row(journal, JOURNAL_GET_HANDOVER, &found);
    if (fault == FAULT_NONE && found) {
        const struct journal_text texts[] = {{ret->act, ID_SIZE}, {kind, sizeof kind}};
        fault = journal_texts(row, 1, texts, 2);
        ret->id = fault == FAULT_NONE ? sqlite3_column_int64(row, 0) : 0;
    }
    sqlite3_reset(row);
    for (int i = HANDOVER_NEW; ret->id && i <= HANDOVER_CANCEL; i++) {
        if (strcmp(kind, kinds[i]) == 0) {
            ret->kind = (enum handover_kind)i;
        }
    }
    return fault;
}

enum fault journal_handed(struct journal *journal, long long id)
{
    return journal_set(journal, JOURNAL_SET_HANDED, id);
}

enum fault journal_send_add(struct journal *journal, const char *key, const char *digest, const char *file,
                            bool *ret_new)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_PUT_SENDING];
    sql_bind(statement, 1, key);
    sql_bind(statement, 2, digest);
    sql_bind(statement, 3, file);
    enum fault fault = journal_once(journal, JOURNAL_PUT_SENDING);
    if (fault == FAULT_NONE) {
        *ret_new = sqlite3_changes(journal->db) > 0;
    }
    return fault;
}

static enum fault take(struct journal *journal, long long now, int lease, struct sending *ret,
                       long long *ret_next)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_NEXT_SENDING];
    bool found;
    sqlite3_bind_int64(row, 1, now);
    enum fault fault = journal_row(journal, JOURNAL_NEXT_SENDING, &found);
    if (fault == FAULT_NONE && found) {
        const struct journal_text texts[] = {
            {ret->key, sizeof ret->key}, {ret->digest, sizeof ret->digest}, {ret->file, sizeof ret->file}};
        ret->id = sqlite3_column_int64(row, 0);
        ret->tries = sqlite3_column_int(row, 4);
        fault = journal_texts(row, 1, texts, 3);
    }
    sqlite3_reset(row);
    if (fault == FAULT_NONE && found) {
        fault = journal_lease(journal, JOURNAL_LEASE_SENDING, ret->id, now + lease);
    }
    return fault == FAULT_NONE ? journal_when(journal, JOURNAL_WHEN_SENDING, ret_next) : fault;
}

enum fault journal_send_take(struct journal *journal, long long now, int lease, struct sending *ret,
                             long long *ret_next)
{
    *ret = (struct sending){.id = 0};
    enum fault fault = journal_begin_light(journal);
    if (fault == FAULT_NONE) {
        fault = journal_end_light(journal, take(journal, now, lease, ret, ret_next));
    }
    if (fault != FAULT_NONE) {
        ret->id = 0;
    }
    return fault;
}

/* MA_LK and tries of one still to be sent; *ret_found is false when it is done. */
static enum fault find(struct journal *journal, long long id, struct sending *ret, bool *ret_found)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_FIND_SENDING];
    sqlite3_bind_int64(row, 1, id);
    enum fault fault = journal_row(journal, JOURNAL_FIND_SENDING, ret_found);
    if (fault == FAULT_NONE && *ret_found) {
        ret->tries = sqlite3_column_int(row, 1);
        fault = sql_text(row, 0, &SQL_JOURNAL, ret->key, sizeof ret->key);
    }
    sqlite3_reset(row);
    return fault;
}

static enum fault put_receipt(struct journal *journal, const char *key, const char *receipt, const char *code,
                              bool refused, const struct writer *writer)
{
    struct place_in_chain place;
    char own[ID_SIZE];
    enum fault fault = entry_begin(journal, &place);
    sqlite3_bind_int(journal->statements[JOURNAL_PUT_RECEIPT], 5, refused);
    fault =
        fault == FAULT_NONE ? JOURNAL_PUT(journal, JOURNAL_PUT_RECEIPT, place.id, key, receipt, code) : fault;
    return fault == FAULT_NONE ? entry_end(journal, &place, "receipt", writer, own) : fault;
}

static enum fault put_off(struct journal *journal, const struct sending *sending, bool tried, long long now)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_PUT_SENDING_OFF];
    int tries = sending->tries + tried;
    sqlite3_bind_int64(statement, 2, tried ? now + journal_patience(tries) : 0);
    sqlite3_bind_int(statement, 3, tries);
    return journal_set(journal, JOURNAL_PUT_SENDING_OFF, sending->id);
}

static enum fault said(struct journal *journal, long long id, enum sent_outcome outcome, const char *receipt,
                       const char *code, const struct writer *writer)
{
    struct sending sending = {.id = id};
    bool found;
    enum fault fault = find(journal, id, &sending, &found);
    if (fault != FAULT_NONE || !found) {
        return fault;
    }
    if (outcome == SENT_FAILED || outcome == SENT_HELD) {
        return put_off(journal, &sending, outcome == SENT_FAILED, writer->now);
    }
    fault = put_receipt(journal, sending.key, receipt, code, outcome == SENT_REFUSED, writer);
    return fault == FAULT_NONE ? journal_set(journal, JOURNAL_SET_SENT, id) : fault;
}

enum fault journal_sent(struct journal *journal, long long id, enum sent_outcome outcome, const char *receipt,
                        const char *code, const struct writer *writer)
{
    enum fault fault = journal_begin(journal);
    return fault == FAULT_NONE ? journal_end(journal, said(journal, id, outcome, receipt, code, writer))
                               : fault;
}
