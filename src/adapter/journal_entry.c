/* journal_entry: an entry joins the chain: its content first, then itself. */
#include "adapter/journal_file.h"
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

/* A random UUID (RFC 9562, version 4). */
static enum fault make_id(char out[ID_SIZE])
{
    unsigned char b[16];
    if (getrandom(b, sizeof b, 0) != (ssize_t)sizeof b) {
        return FAULT_STORE_FAILED;
    }
    b[6] = (unsigned char)((b[6] & 0x0F) | 0x40);
    b[8] = (unsigned char)((b[8] & 0x3F) | 0x80);
    snprintf(out, ID_SIZE, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1],
             b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
    return FAULT_NONE;
}

enum fault journal_put(struct journal *journal, enum journal_statement which, long long id,
                       const char *const texts[], int count)
{
    sqlite3_stmt *statement = journal->statements[which];
    sqlite3_bind_int64(statement, 1, id);
    for (int i = 0; i < count; i++) {
        sql_bind(statement, i + 2, texts[i]);
    }
    return journal_once(journal, which);
}

enum fault entry_begin(struct journal *journal, struct place_in_chain *ret)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_LAST_LINK];
    bool found;
    enum fault fault = journal_row(journal, JOURNAL_LAST_LINK, &found);
    *ret = (struct place_in_chain){.id = 1};
    if (fault == FAULT_NONE && found) {
        const void *link = sqlite3_column_blob(statement, 1);
        ret->id = sqlite3_column_int64(statement, 0) + 1;
        if (link && sqlite3_column_bytes(statement, 1) == HASH_BYTES) {
            memcpy(ret->link, link, HASH_BYTES);
        } else {
            fault = FAULT_JOURNAL_DAMAGED;
        }
    }
    sqlite3_reset(statement);
    return fault;
}

enum fault entry_end(struct journal *journal, const struct place_in_chain *place, const char *kind,
                     const struct writer *writer, char ret_act[ID_SIZE])
{
    char at[INSTANT_SIZE];
    date_text day;
    unsigned char digest[HASH_BYTES], link[HASH_BYTES];
    instant_write(writer->now, at);
    date_of_time(writer->now, day);
    enum fault fault = make_id(ret_act);
    struct entry entry = {place->id, kind, at, day, ret_act, writer->counter, writer->clerk};
    fault = fault == FAULT_NONE ? chain_digest(journal, place->id, digest) : fault;
    fault = fault == FAULT_NONE ? chain_link(place->link, &entry, digest, link) : fault;
    if (fault != FAULT_NONE) {
        return fault;
    }
    sqlite3_stmt *statement = journal->statements[JOURNAL_PUT_ENTRY];
    sqlite3_bind_blob(statement, 8, digest, HASH_BYTES, SQLITE_STATIC);
    sqlite3_bind_blob(statement, 9, link, HASH_BYTES, SQLITE_STATIC);
    return JOURNAL_PUT(journal, JOURNAL_PUT_ENTRY, place->id, kind, at, day, writer->counter, writer->clerk,
                       ret_act);
}
