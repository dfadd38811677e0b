/* journal_chain: SHA-256 over an entry's content, and over the link before it. */
#include "adapter/journal_file.h"
#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

/* Every value goes into a hash as its length in bytes, a colon, its bytes and a comma; every row ends with a
 * line feed. So no two contents give the same text. */
static bool add(EVP_MD_CTX *hash, const void *bytes, size_t len)
{
    char head[24];
    int size = snprintf(head, sizeof head, "%zu:", len);
    return EVP_DigestUpdate(hash, head, (size_t)size) && EVP_DigestUpdate(hash, bytes, len) &&
           EVP_DigestUpdate(hash, ",", 1);
}

static EVP_MD_CTX *begin(void)
{
    EVP_MD_CTX *hash = EVP_MD_CTX_new();
    if (hash && !EVP_DigestInit_ex(hash, EVP_sha256(), NULL)) {
        EVP_MD_CTX_free(hash);
        return NULL;
    }
    return hash;
}

static enum fault add_rows(struct journal *journal, enum journal_statement which, long long id,
                           EVP_MD_CTX *hash)
{
    sqlite3_stmt *statement = journal->statements[which];
    int code;
    bool well = true;
    sqlite3_bind_int64(statement, 1, id);
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            const unsigned char *text = sqlite3_column_text(statement, i);
            well = well && text && add(hash, text, (size_t)sqlite3_column_bytes(statement, i));
        }
        well = well && EVP_DigestUpdate(hash, "\n", 1);
    }
    enum fault fault = sql_fault(journal->db, &SQL_JOURNAL, code);
    sqlite3_reset(statement);
    return fault == FAULT_NONE && !well ? FAULT_STORE_MEMORY : fault;
}

enum fault chain_digest(struct journal *journal, long long id, unsigned char ret[HASH_BYTES])
{
    EVP_MD_CTX *hash = begin();
    enum fault fault = hash ? FAULT_NONE : FAULT_STORE_MEMORY;
    for (int i = JOURNAL_HASH_INTAKE; fault == FAULT_NONE && i < JOURNAL_STATEMENT_COUNT; i++) {
        fault = add_rows(journal, (enum journal_statement)i, id, hash);
    }
    if (fault == FAULT_NONE && !EVP_DigestFinal_ex(hash, ret, NULL)) {
        fault = FAULT_STORE_MEMORY;
    }
    EVP_MD_CTX_free(hash);
    return fault;
}

enum fault chain_link(const unsigned char previous[HASH_BYTES], const struct entry *entry,
                      const unsigned char digest[HASH_BYTES], unsigned char ret[HASH_BYTES])
{
    char number[24];
    snprintf(number, sizeof number, "%lld", entry->id);
    const char *const texts[] = {number,     entry->kind,    entry->at,   entry->day,
                                 entry->act, entry->counter, entry->clerk};
    EVP_MD_CTX *hash = begin();
    bool well = hash && add(hash, previous, HASH_BYTES);
    for (size_t i = 0; well && i < sizeof texts / sizeof *texts; i++) {
        well = add(hash, texts[i], strlen(texts[i]));
    }
    well = well && add(hash, digest, HASH_BYTES) && EVP_DigestFinal_ex(hash, ret, NULL);
    EVP_MD_CTX_free(hash);
    return well ? FAULT_NONE : FAULT_STORE_MEMORY;
}

static const char *text(sqlite3_stmt *statement, int column)
{
    const unsigned char *value = sqlite3_column_text(statement, column);
    return value ? (const char *)value : "";
}

static bool holds(sqlite3_stmt *statement, int column, const unsigned char hash[HASH_BYTES])
{
    const void *stored = sqlite3_column_blob(statement, column);
    return stored && sqlite3_column_bytes(statement, column) == HASH_BYTES &&
           memcmp(stored, hash, HASH_BYTES) == 0;
}

/* What was purged: up to which entry, how many, and the digest of nothing. */
struct purged {
    long long upto, entries, met;
    unsigned char nothing[HASH_BYTES];
};

static enum fault read_purged(struct journal *journal, struct purged *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_PURGED];
    bool found;
    enum fault fault = journal_row(journal, JOURNAL_GET_PURGED, &found);
    *ret = (struct purged){.upto = 0};
    if (fault == FAULT_NONE && found) {
        ret->upto = sqlite3_column_int64(row, 0);
        ret->entries = sqlite3_column_int64(row, 1);
    }
    sqlite3_reset(row);
    return fault == FAULT_NONE ? chain_digest(journal, -1, ret->nothing) : fault;
}

/* Content is gone where it may be: the entry's own digest stands for it. */
static void take_purged(sqlite3_stmt *row, long long id, unsigned char digest[HASH_BYTES],
                        struct purged *purged)
{
    const void *stored = sqlite3_column_blob(row, 7);
    bool gone = memcmp(digest, purged->nothing, HASH_BYTES) == 0 && stored &&
                sqlite3_column_bytes(row, 7) == HASH_BYTES && memcmp(stored, digest, HASH_BYTES) != 0;
    if (gone && id <= purged->upto) {
        memcpy(digest, stored, HASH_BYTES);
        purged->met++;
    }
}

/* The present row of GET_ENTRIES against what it must be; `link` is the
 * previous one's and becomes its own. */
static enum fault verify_entry(struct journal *journal, sqlite3_stmt *row, long long id,
                               unsigned char link[HASH_BYTES], struct purged *purged)
{
    unsigned char digest[HASH_BYTES], next[HASH_BYTES];
    struct entry entry = {
        .id = sqlite3_column_int64(row, 0),
        .kind = text(row, 1),
        .at = text(row, 2),
        .day = text(row, 3),
        .act = text(row, 4),
        .counter = text(row, 5),
        .clerk = text(row, 6),
    };
    enum fault fault = chain_digest(journal, entry.id, digest);
    if (fault == FAULT_NONE) {
        take_purged(row, id, digest, purged);
    }
    fault = fault == FAULT_NONE ? chain_link(link, &entry, digest, next) : fault;
    if (fault == FAULT_NONE && (entry.id != id || !holds(row, 7, digest) || !holds(row, 8, next))) {
        fault = FAULT_CHAIN_BROKEN;
    }
    if (fault == FAULT_NONE) {
        memcpy(link, next, HASH_BYTES);
    }
    return fault;
}

enum fault journal_verify(struct journal *journal, long *ret_entries)
{
    sqlite3_stmt *rows = journal->statements[JOURNAL_GET_ENTRIES];
    unsigned char link[HASH_BYTES] = {0};
    struct purged purged;
    enum fault fault = read_purged(journal, &purged);
    int code = SQLITE_DONE;
    *ret_entries = 0;
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = verify_entry(journal, rows, ++*ret_entries, link, &purged);
    }
    fault = fault == FAULT_NONE ? sql_fault(journal->db, &SQL_JOURNAL, code) : fault;
    sqlite3_reset(rows);
    return fault == FAULT_NONE && purged.met != purged.entries ? FAULT_CHAIN_BROKEN : fault;
}

enum fault journal_last_link(struct journal *journal, char ret[DIGEST_SIZE])
{
    sqlite3_stmt *row = journal->statements[JOURNAL_LAST_LINK];
    bool found;
    enum fault fault = journal_row(journal, JOURNAL_LAST_LINK, &found);
    const void *link = fault == FAULT_NONE && found ? sqlite3_column_blob(row, 1) : NULL;
    ret[0] = '\0';
    if (link && sqlite3_column_bytes(row, 1) == HASH_BYTES) {
        digest_hex(link, HASH_BYTES, ret);
    }
    sqlite3_reset(row);
    return fault;
}
