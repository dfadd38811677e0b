/* journal_follow: intakes are given to patients in the order of their entries; where one changes or goes, all who are
 * linked to it by a number are given anew. */
#include "adapter/journal_patient.h"
#include <string.h>

/* Entries taken up in one transaction when a journal of before is opened. */
enum { CATCH_UP = 500 };

/* The next id behind `after`, 0 for none. */
static enum fault next_visit(struct journal *journal, long long patient, long long after, long long *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_NEXT_VISIT];
    bool found;
    sqlite3_bind_int64(row, 1, patient);
    sqlite3_bind_int64(row, 2, after);
    enum fault fault = journal_row(journal, JOURNAL_NEXT_VISIT, &found);
    *ret = fault == FAULT_NONE && found ? sqlite3_column_int64(row, 0) : 0;
    sqlite3_reset(row);
    return fault;
}

static enum fault pair(struct journal *journal, enum journal_statement which, long long one, long long other)
{
    sqlite3_bind_int64(journal->statements[which], 2, other);
    return journal_set(journal, which, one);
}

/* The first of them is the oldest; the visits and numbers of the others become that one's. */
static enum fault join(struct journal *journal, const struct patient_ids *ids, long long *ret)
{
    long long first = ids->list[0];
    for (int i = 1; i < ids->count; i++) {
        first = ids->list[i] < first ? ids->list[i] : first;
    }
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < ids->count; i++) {
        long long other = ids->list[i];
        if (other == first) {
            continue;
        }
        fault = pair(journal, JOURNAL_MOVE_VISITS, other, first);
        fault = fault == FAULT_NONE ? pair(journal, JOURNAL_MOVE_KEYS, other, first) : fault;
        fault = fault == FAULT_NONE ? journal_set(journal, JOURNAL_DROP_KEYS, other) : fault;
        fault = fault == FAULT_NONE ? journal_set(journal, JOURNAL_DROP_PATIENT, other) : fault;
    }
    *ret = first;
    return fault;
}

/* What all visits of a patient say, the oldest first. */
static enum fault gather(struct journal *journal, struct patient *patient)
{
    long long id = patient->id, entry = 0;
    struct told told;
    enum fault fault = next_visit(journal, id, 0, &entry);
    *patient = (struct patient){.id = id};
    while (fault == FAULT_NONE && entry != 0) {
        fault = told_read(journal, entry, &told);
        patient_take(patient, &told.facts, told.bhxh_number, &told.contact);
        fault = fault == FAULT_NONE ? next_visit(journal, id, entry, &entry) : fault;
    }
    return fault;
}

static enum fault give(struct journal *journal, long long entry, const struct told *told)
{
    struct patient_ids ids;
    struct patient patient = {.id = entry};
    bool unclear;
    enum fault fault = patient_choose(journal, &told->keys, &told->facts, &ids, &unclear);
    if (fault == FAULT_NONE && ids.count == 1) {
        fault = patient_read(journal, ids.list[0], &patient);
    } else if (fault == FAULT_NONE && ids.count > 1) {
        fault = join(journal, &ids, &patient.id);
        fault = fault == FAULT_NONE ? gather(journal, &patient) : fault;
    }
    patient_take(&patient, &told->facts, told->bhxh_number, &told->contact);
    fault = fault == FAULT_NONE ? pair(journal, JOURNAL_SET_VISIT, entry, patient.id) : fault;
    fault = fault == FAULT_NONE ? patient_write(journal, &patient, entry) : fault;
    return fault == FAULT_NONE ? patient_put_keys(journal, patient.id, told) : fault;
}

/* Every visit that is nobody's, the oldest first. */
static enum fault settle(struct journal *journal)
{
    struct told told;
    long long entry = 0;
    enum fault fault = next_visit(journal, 0, 0, &entry);
    while (fault == FAULT_NONE && entry != 0) {
        fault = told_read(journal, entry, &told);
        if (fault == FAULT_NONE) {
            fault =
                told.there ? give(journal, entry, &told) : journal_set(journal, JOURNAL_DROP_VISIT, entry);
        }
        fault = fault == FAULT_NONE ? next_visit(journal, 0, entry, &entry) : fault;
    }
    return fault;
}

static enum fault loosen(struct journal *journal, long long patient)
{
    enum fault fault = patient ? journal_set(journal, JOURNAL_LOOSEN, patient) : FAULT_NONE;
    fault = fault == FAULT_NONE ? journal_once(journal, JOURNAL_DROP_LOOSE_KEYS) : fault;
    return fault == FAULT_NONE ? journal_once(journal, JOURNAL_DROP_LOOSE) : fault;
}

/* *ret_patient 0: it is no intake, or was undone. */
static enum fault visitor(struct journal *journal, long long entry, long long *ret_patient)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_VISITOR];
    bool found;
    sqlite3_bind_int64(row, 1, entry);
    enum fault fault = journal_row(journal, JOURNAL_GET_VISITOR, &found);
    *ret_patient = fault == FAULT_NONE && found ? sqlite3_column_int64(row, 0) : 0;
    sqlite3_reset(row);
    return fault;
}

enum fault patients_again(struct journal *journal, long long entry)
{
    struct patient_ids ids;
    struct told told;
    long long patient;
    enum fault fault = visitor(journal, entry, &patient);
    if (fault != FAULT_NONE || patient == 0) {
        return fault;
    }
    fault = told_read(journal, entry, &told);
    fault = fault == FAULT_NONE ? loosen(journal, patient) : fault;
    fault = fault == FAULT_NONE ? patient_candidates(journal, &told.keys, &ids) : fault;
    for (int i = 0; fault == FAULT_NONE && i < ids.count; i++) {
        fault = loosen(journal, ids.list[i]);
    }
    return fault == FAULT_NONE ? settle(journal) : fault;
}

/* Who was linked to an intake that goes is given anew before it is forgotten that they were. */
static enum fault forget(struct journal *journal, long long entry)
{
    long long patient;
    enum fault fault = visitor(journal, entry, &patient);
    fault = fault == FAULT_NONE ? loosen(journal, patient) : fault;
    fault = fault == FAULT_NONE ? journal_set(journal, JOURNAL_DROP_VISIT, entry) : fault;
    return fault == FAULT_NONE ? settle(journal) : fault;
}

static enum fault take_in(struct journal *journal, long long entry)
{
    enum fault fault = journal_set(journal, JOURNAL_PUT_VISIT, entry);
    return fault == FAULT_NONE ? settle(journal) : fault;
}

/* *ret_entry is what was taken up, 0 when nothing is left. */
static enum fault follow_one(struct journal *journal, long long after, long long *ret_entry)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_NEXT_PROJECTED];
    char kind[16] = "";
    long long of = 0;
    bool found;
    sqlite3_bind_int64(row, 1, after);
    enum fault fault = journal_row(journal, JOURNAL_NEXT_PROJECTED, &found);
    *ret_entry = 0;
    if (fault == FAULT_NONE && found) {
        *ret_entry = sqlite3_column_int64(row, 0);
        of = sqlite3_column_int64(row, 2);
        fault = sql_text(row, 1, &SQL_JOURNAL, kind, sizeof kind);
    }
    sqlite3_reset(row);
    if (fault != FAULT_NONE || !found) {
        return fault;
    }
    return strcmp(kind, "intake") == 0     ? take_in(journal, *ret_entry)
           : strcmp(kind, "revision") == 0 ? patients_again(journal, of)
                                           : forget(journal, of);
}

enum fault patients_follow(struct journal *journal, int limit, bool *ret_more)
{
    long long at = 0, entry = 0;
    enum fault fault = journal_number(journal, JOURNAL_GET_PROJECTED, &at);
    fault = fault == FAULT_NONE ? follow_one(journal, at, &entry) : fault;
    for (int i = 1; fault == FAULT_NONE && entry != 0; i++) {
        at = entry;
        fault = journal_set(journal, JOURNAL_SET_PROJECTED, at);
        if (limit > 0 && i == limit) {
            break;
        }
        fault = fault == FAULT_NONE ? follow_one(journal, at, &entry) : fault;
    }
    *ret_more = entry != 0;
    return fault;
}

/* Most often nothing is: then nothing is written either. */
static enum fault behind(struct journal *journal, bool *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_NEXT_PROJECTED];
    long long at = 0;
    enum fault fault = journal_number(journal, JOURNAL_GET_PROJECTED, &at);
    sqlite3_bind_int64(row, 1, at);
    fault = fault == FAULT_NONE ? journal_row(journal, JOURNAL_NEXT_PROJECTED, ret) : fault;
    sqlite3_reset(row);
    return fault;
}

enum fault patients_catch_up(struct journal *journal)
{
    bool more = false;
    enum fault fault = behind(journal, &more);
    while (fault == FAULT_NONE && more) {
        fault = journal_begin(journal);
        fault = fault == FAULT_NONE ? journal_end(journal, patients_follow(journal, CATCH_UP, &more)) : fault;
    }
    return fault;
}
