/* store_find: the search box over own patients and the register, a person once. */
#include "adapter/store_inside.h"
#include <string.h>

/* A CMND of nine digits is no one's alone. */
static bool same_person(const struct hit *a, const struct hit *b)
{
    if (*a->bhxh_number && *b->bhxh_number) {
        return strcmp(a->bhxh_number, b->bhxh_number) == 0;
    }
    return strlen(a->cccd) == CCCD_SIZE - 1 && strcmp(a->cccd, b->cccd) == 0;
}

/* What the assessment data says of a person counts; how to reach them and when they came only the journal knows. */
static void join(struct hit *patient, const struct hit *member)
{
    struct hit both = *member;
    both.patient = true;
    both.by_phone = patient->by_phone;
    strcpy(both.phone, patient->phone);
    strcpy(both.last_id, patient->last_id);
    strcpy(both.last_at, patient->last_at);
    if (!*both.cccd) {
        strcpy(both.cccd, patient->cccd);
    }
    *patient = both;
}

/* Takes out of `members` who is among the patients. */
static void join_all(struct hit_list *patients, struct hit_list *members)
{
    int kept = 0;
    for (int i = 0; i < members->count; i++) {
        struct hit *known = NULL;
        for (int j = 0; !known && j < patients->count; j++) {
            known = same_person(&patients->rows[j], &members->rows[i]) ? &patients->rows[j] : NULL;
        }
        if (known) {
            join(known, &members->rows[i]);
        } else {
            members->rows[kept++] = members->rows[i];
        }
    }
    members->count = kept;
}

/* Own patients come first, for who was here is likeliest to be here again; half of the list is the others' where they
 * need it. */
static void append(struct hit_list *ret, const struct hit_list *members)
{
    int others = members->count < FIND_MAX / 2 ? members->count : FIND_MAX / 2;
    if (ret->count > FIND_MAX - others) {
        ret->count = FIND_MAX - others;
        ret->more = true;
    }
    int taken = 0;
    while (taken < members->count && ret->count < FIND_MAX) {
        ret->rows[ret->count++] = members->rows[taken++];
    }
    ret->more = ret->more || members->more || taken < members->count;
}

enum fault store_find(struct store *store, const struct find *find, struct hit_list *ret)
{
    struct hit_list members = {0};
    *ret = (struct hit_list){0};
    enum fault fault = store->journal ? journal_find(store->journal, find, ret) : FAULT_NONE;
    if (fault != FAULT_NONE) {
        return fault;
    }
    ret->register_fault = register_search(store->members, find, FIND_MAX, &members);
    if (ret->register_fault == FAULT_NONE) {
        join_all(ret, &members);
        append(ret, &members);
    }
    return FAULT_NONE;
}

enum fault store_missing_cccd(struct store *store, long *ret)
{
    enum fault fault = register_missing(store->members, ret);
    if (fault == FAULT_REGISTER_MISSING) {
        *ret = 0;
    }
    return fault == FAULT_REGISTER_MISSING ? FAULT_NONE : fault;
}
