/* store_clerk: clerks, signing in and purging: the journal's, tried twice on a full disk. */
#include "adapter/store_inside.h"

enum fault store_clerks(struct store *store, int top, struct clerk *ret, int max, int *ret_count,
                        int *ret_total)
{
    return store->journal ? journal_clerks(store->journal, top, ret, max, ret_count, ret_total)
                          : FAULT_JOURNAL_MISSING;
}

enum fault store_clerk(struct store *store, const char *login, struct clerk *ret, char hash[PIN_HASH_SIZE],
                       int *ret_failures, long long *ret_failed_at, bool *ret_found)
{
    return store->journal
               ? journal_clerk(store->journal, login, ret, hash, ret_failures, ret_failed_at, ret_found)
               : FAULT_JOURNAL_MISSING;
}

enum fault store_clerk_put(struct store *store, const struct clerk *clerk, const char *hash,
                           const struct writer *writer)
{
    enum fault fault = journal_clerk_put(store->journal, clerk, hash, writer);
    return store_made_room(store, fault) ? journal_clerk_put(store->journal, clerk, hash, writer) : fault;
}

enum fault store_sign(struct store *store, const char *login, enum sign sign, const struct writer *writer)
{
    enum fault fault = journal_sign(store->journal, login, sign, writer);
    return store_made_room(store, fault) ? journal_sign(store->journal, login, sign, writer) : fault;
}

enum fault store_purge(struct store *store, const char *before, const struct writer *writer,
                       long *ret_entries)
{
    return journal_purge(store->journal, before, writer, ret_entries);
}

enum fault store_last_link(struct store *store, char ret[DIGEST_SIZE])
{
    ret[0] = '\0';
    return store->journal ? journal_last_link(store->journal, ret) : FAULT_JOURNAL_MISSING;
}

enum fault store_purged(struct store *store, long *ret_entries)
{
    *ret_entries = 0;
    return store->journal ? journal_purged(store->journal, ret_entries) : FAULT_JOURNAL_MISSING;
}
