#include "adapter/store.h"
#include "adapter/facility.h"
#include "adapter/register.h"
#include "adapter/store_file.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct store {
    struct register_file *members;
    struct facility_list *facilities;
};

enum fault store_open(const char *dir, enum store_use use, struct store **ret_store)
{
    if (access(dir, X_OK) != 0) {
        return FAULT_STORE_CLOSED;
    }
    struct store *store = calloc(1, sizeof *store);
    if (!store) {
        return FAULT_STORE_MEMORY;
    }
    if (use == STORE_COUNTER) {
        file_reserve_make(dir);
    }
    enum fault fault = register_open(dir, &store->members);
    fault = fault == FAULT_NONE ? facility_open(dir, &store->facilities) : fault;
    if (fault != FAULT_NONE) {
        store_close(store);
        return fault;
    }
    *ret_store = store;
    return FAULT_NONE;
}

void store_close(struct store *store)
{
    if (store) {
        facility_close(store->facilities);
        register_close(store->members);
        free(store);
    }
}

enum fault store_answer(struct store *store, const struct card *card, const char *today,
                        struct answer *ret_answer)
{
    struct query queries[QUERY_MAX];
    int count = lookup_plan(card, queries);
    (void)today;
    memset(&ret_answer->repeat, 0, sizeof ret_answer->repeat);
    return register_find(store->members, queries, count, ret_answer);
}

enum fault store_register_state(struct store *store, date_text ret_as_of, date_text ret_complete)
{
    return register_state(store->members, ret_as_of, ret_complete);
}

void store_facility_name(struct store *store, const char *code, char *out, size_t cap)
{
    facility_name(store->facilities, code, out, cap);
}
