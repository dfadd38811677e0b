/* store: register, journal and facilities behind one handle; on a full disk the reserve is given up once. */
#include "adapter/facility.h"
#include "adapter/lock.h"
#include "adapter/register_write.h"
#include "adapter/store_file.h"
#include "adapter/store_inside.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool store_made_room(struct store *store, enum fault fault)
{
    bool full = fault == FAULT_STORE_FULL || fault == FAULT_STORE_SHARED;
    if (!full || !file_reserve_give_up(store->dir)) {
        return false;
    }
    store->warning = FAULT_STORE_RESERVE;
    return true;
}

static enum fault open_journal(struct store *store, enum store_use use)
{
    enum fault fault = journal_open(store->dir, use == STORE_COUNTER, &store->journal);
    if (use == STORE_COUNTER && store_made_room(store, fault)) {
        fault = journal_open(store->dir, true, &store->journal);
    }
    return use == STORE_READ && fault == FAULT_JOURNAL_MISSING ? FAULT_NONE : fault;
}

static enum fault open_all(struct store *store, const char *dir, enum store_use use)
{
    enum fault fault = place_join(dir, "", store->dir);
    fault = fault == FAULT_NONE ? register_open(dir, &store->members) : fault;
    fault = fault == FAULT_NONE ? facility_open(dir, &store->facilities) : fault;
    fault = fault == FAULT_NONE ? open_journal(store, use) : fault;
    if (fault == FAULT_NONE && use == STORE_COUNTER) {
        file_reserve_make(dir);
    }
    return fault;
}

enum fault store_open(const char *dir, enum store_use use, struct store **ret_store)
{
    if (access(dir, X_OK) != 0) {
        return FAULT_STORE_CLOSED;
    }
    struct store *store = calloc(1, sizeof *store);
    if (!store) {
        return FAULT_STORE_MEMORY;
    }
    enum fault fault = open_all(store, dir, use);
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
        journal_close(store->journal);
        facility_close(store->facilities);
        register_close(store->members);
        free(store);
    }
}

enum fault store_warning(struct store *store)
{
    enum fault warning = store->warning;
    store->warning = FAULT_NONE;
    return warning;
}

/* The member where there is no doubt who it is, else NULL. */
static const struct member *sure_member(const struct answer *answer)
{
    bool sure = answer->member_count > 0 && !answer->offered && !answer->more;
    const struct member *first = &answer->members[0];
    for (int i = 1; sure && i < answer->member_count; i++) {
        sure = member_same_person(first, &answer->members[i]);
    }
    return sure ? first : NULL;
}

/* The numbers of the card, and of the member. */
static void know(const struct card *card, const struct member *member, struct journal_person *ret)
{
    ret->count = 0;
    journal_know(ret, card->bhxh_number);
    journal_know(ret, card->facts.cccd);
    journal_know(ret, card->facts.number);
    if (member) {
        journal_know(ret, member->bhxh_number);
        journal_know(ret, member->facts.cccd);
    }
}

/* What tells the person in hand from another one: the card's word, else the member's. */
static void tell_apart(const struct card *card, const struct member *member, struct facts *ret)
{
    static const enum field fields[] = {FIELD_NAME, FIELD_BIRTH_DATE, FIELD_GENDER, FIELD_CCCD};
    *ret = (struct facts){.number = ""};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *own = card_value(card, fields[i]);
        const char *value = *own || !member ? own : facts_get(&member->facts, fields[i]);
        memcpy(facts_at(ret, fields[i]), value, strlen(value) + 1);
    }
}

enum fault store_patient(struct store *store, const struct card *card, struct answer *answer)
{
    const struct member *member = sure_member(answer);
    struct journal_person person;
    struct facts who;
    memset(&answer->patient, 0, sizeof answer->patient);
    memset(&answer->other, 0, sizeof answer->other);
    if (!store->journal) {
        return FAULT_NONE;
    }
    know(card, member, &person);
    tell_apart(card, member, &who);
    return journal_patient(store->journal, &person, &who, &answer->patient, &answer->other);
}

enum fault store_answer(struct store *store, const struct card *card, const char *today,
                        struct answer *ret_answer)
{
    struct query queries[QUERY_MAX];
    struct journal_person person;
    int count = lookup_plan(card, queries);
    memset(&ret_answer->repeat, 0, sizeof ret_answer->repeat);
    memset(&ret_answer->portal, 0, sizeof ret_answer->portal);
    memset(&ret_answer->history, 0, sizeof ret_answer->history);
    const struct asked asked = {card->facts.number, today};
    enum fault fault = register_find(store->members, queries, count, &asked, ret_answer);
    enum fault known = store_patient(store, card, ret_answer);
    if (known == FAULT_NONE && store->journal) {
        know(card, sure_member(ret_answer), &person);
        known = journal_repeat(store->journal, today, &person, &ret_answer->repeat);
    }
    return fault == FAULT_NONE ? known : fault;
}

enum fault store_register_state(struct store *store, date_text ret_as_of, date_text ret_complete)
{
    return register_state(store->members, ret_as_of, ret_complete);
}

void store_facility_name(struct store *store, const char *code, char *out, size_t cap)
{
    facility_name(store->facilities, code, out, cap);
}

void store_heirs(struct store *store, const char *today, struct hospital *hospital)
{
    facility_heirs(store->facilities, today, &hospital->heirs, &hospital->heir_count);
}

enum fault store_save(struct store *store, const struct intake *intake, const struct writer *writer,
                      char ret_id[ID_SIZE], struct repeat *ret_repeat)
{
    enum fault fault = journal_save(store->journal, intake, writer, ret_id, ret_repeat);
    return store_made_room(store, fault) ? journal_save(store->journal, intake, writer, ret_id, ret_repeat)
                                         : fault;
}

enum fault store_difficulty(struct store *store, const struct intake *intake, const struct writer *writer,
                            long *ret_number)
{
    enum fault fault = journal_difficulty(store->journal, intake, writer, ret_number);
    return store_made_room(store, fault) ? journal_difficulty(store->journal, intake, writer, ret_number)
                                         : fault;
}

enum fault store_undo(struct store *store, const char *id, const struct writer *writer)
{
    enum fault fault = journal_undo(store->journal, id, writer);
    return store_made_room(store, fault) ? journal_undo(store->journal, id, writer) : fault;
}

enum fault store_last(struct store *store, const char *counter, const char *today, struct act *ret_act)
{
    return journal_last(store->journal, counter, today, ret_act);
}

enum fault store_draft_write(struct store *store, const char *counter, const char *draft)
{
    enum fault fault = journal_draft_write(store->journal, counter, draft);
    return store_made_room(store, fault) ? journal_draft_write(store->journal, counter, draft) : fault;
}

enum fault store_draft_read(struct store *store, const char *counter, char *out, size_t cap)
{
    return journal_draft_read(store->journal, counter, out, cap);
}

enum fault store_sync(struct store *store)
{
    return journal_sync(store->journal);
}

enum fault store_verify(struct store *store, long *ret_entries)
{
    *ret_entries = 0;
    return store->journal ? journal_verify(store->journal, ret_entries) : FAULT_JOURNAL_MISSING;
}
