/* journal_patient: a visit read from the content, a patient's row and keys. */
#include "adapter/journal_patient.h"
#include "core/find.h"
#include "core/text.h"
#include <string.h>

static void know(struct journal_person *keys, const char *number)
{
    if (patient_key(number)) {
        journal_know(keys, number);
    }
}

/* A presented number that the record does not hold was another one's, or a card that was replaced: that one is the
 * person's still. */
static void know_told(struct told *told, const char *presented, const char *presented_cccd)
{
    char bhxh[BHXH_SIZE];
    number_bhxh(presented, bhxh);
    bool own = !*told->facts.number || (*bhxh && strcmp(bhxh, told->bhxh_number) == 0);
    know(&told->keys, told->bhxh_number);
    know(&told->keys, told->facts.cccd);
    know(&told->keys, told->facts.number);
    know(&told->keys, own ? presented : "");
    know(&told->keys, *told->facts.cccd ? "" : presented_cccd);
}

enum fault told_read(struct journal *journal, long long entry, struct told *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_VISIT];
    char number[NUMBER_SIZE], cccd[CCCD_SIZE];
    struct facts *facts = &ret->facts;
    struct contact *contact = &ret->contact;
    *ret = (struct told){.there = false};
    const struct journal_text texts[] = {
        {ret->bhxh_number, BHXH_SIZE},
        {facts->number, NUMBER_SIZE},
        {facts->name, NAME_SIZE},
        {facts->birth_date, DATE_SIZE},
        {facts->gender, GENDER_SIZE},
        {facts->address, ADDRESS_SIZE},
        {facts->cccd, CCCD_SIZE},
        {number, NUMBER_SIZE},
        {cccd, CCCD_SIZE},
        {contact->phone, PHONE_SIZE},
        {contact->address, ADDRESS_SIZE},
        {contact->relative, NAME_SIZE},
        {contact->relative_phone, PHONE_SIZE},
        {ret->cmnd, CMND_SIZE},
    };
    int count = sizeof texts / sizeof *texts;
    bool found;
    sqlite3_bind_int64(row, 1, entry);
    enum fault fault = journal_row(journal, JOURNAL_GET_VISIT, &found);
    if (fault == FAULT_NONE && found) {
        fault = journal_texts(row, 0, texts, count);
        contact->whole = sqlite3_column_int(row, count);
        ret->there = sqlite3_column_int(row, count + 1);
    }
    sqlite3_reset(row);
    if (fault == FAULT_NONE && ret->there) {
        know_told(ret, number, cccd);
    }
    return fault;
}

enum fault patient_read(struct journal *journal, long long id, struct patient *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_PATIENT];
    struct facts *facts = &ret->facts;
    struct contact *contact = &ret->contact;
    *ret = (struct patient){.id = id};
    const struct journal_text texts[] = {
        {ret->bhxh_number, BHXH_SIZE},
        {facts->number, NUMBER_SIZE},
        {facts->name, NAME_SIZE},
        {facts->birth_date, DATE_SIZE},
        {facts->gender, GENDER_SIZE},
        {facts->address, ADDRESS_SIZE},
        {facts->cccd, CCCD_SIZE},
        {contact->phone, PHONE_SIZE},
        {contact->address, ADDRESS_SIZE},
        {contact->relative, NAME_SIZE},
        {contact->relative_phone, PHONE_SIZE},
    };
    int count = sizeof texts / sizeof *texts;
    bool found;
    sqlite3_bind_int64(row, 1, id);
    enum fault fault = journal_row(journal, JOURNAL_GET_PATIENT, &found);
    if (fault == FAULT_NONE && !found) {
        fault = FAULT_JOURNAL_DAMAGED;
    }
    fault = fault == FAULT_NONE ? journal_texts(row, 0, texts, count) : fault;
    if (fault == FAULT_NONE) {
        ret->visits = sqlite3_column_int(row, count);
    }
    sqlite3_reset(row);
    return fault;
}

static enum fault put_key(struct journal *journal, long long id, const char *key, const char *kind)
{
    return *key ? JOURNAL_PUT(journal, JOURNAL_PUT_KEY, id, key, kind) : FAULT_NONE;
}

/* People are asked for by the phone they have, not by one they had. */
static enum fault put_phones(struct journal *journal, const struct patient *patient)
{
    char own[PHONE_SIZE], relative[PHONE_SIZE];
    patient_phone_key(patient->contact.phone, own);
    patient_phone_key(patient->contact.relative_phone, relative);
    enum fault fault = journal_set(journal, JOURNAL_DROP_PHONES, patient->id);
    fault = fault == FAULT_NONE ? put_key(journal, patient->id, own, "phone") : fault;
    return fault == FAULT_NONE ? put_key(journal, patient->id, relative, "phone") : fault;
}

enum fault patient_write(struct journal *journal, const struct patient *patient, long long last)
{
    char folded[NAME_SIZE], initials[INITIALS_SIZE];
    const struct facts *facts = &patient->facts;
    const struct contact *contact = &patient->contact;
    sqlite3_stmt *statement = journal->statements[JOURNAL_PUT_PATIENT];
    enum fault fault = text_fold(folded, sizeof folded, facts->name);
    if (fault != FAULT_NONE) {
        return fault;
    }
    find_initials(folded, initials);
    sqlite3_bind_int(statement, 15, patient->visits);
    sqlite3_bind_int64(statement, 16, last);
    fault = JOURNAL_PUT(journal, JOURNAL_PUT_PATIENT, patient->id, patient->bhxh_number, facts->number,
                        facts->name, facts->birth_date, facts->gender, facts->address, facts->cccd,
                        contact->phone, contact->address, contact->relative, contact->relative_phone, folded,
                        initials);
    return fault == FAULT_NONE ? put_phones(journal, patient) : fault;
}

enum fault patient_put_keys(struct journal *journal, long long id, const struct told *told)
{
    enum { LETTERS = 2 };
    const struct journal_person *keys = &told->keys;
    enum fault fault = put_key(journal, id, told->cmnd, "cmnd");
    for (int i = 0; fault == FAULT_NONE && i < keys->count; i++) {
        const char *key = keys->keys[i];
        enum number_kind kind = number_kind(key);
        bool card = kind == NUMBER_CARD15 || kind == NUMBER_CARD17;
        fault = put_key(journal, id, key, "number");
        fault = fault == FAULT_NONE && card ? put_key(journal, id, key + LETTERS, "digits") : fault;
    }
    return fault;
}

enum fault patient_candidates(struct journal *journal, const struct journal_person *keys,
                              struct patient_ids *ret)
{
    sqlite3_stmt *rows = journal->statements[JOURNAL_FIND_PATIENTS];
    int code = SQLITE_DONE;
    ret->count = 0;
    if (keys->count == 0) {
        return FAULT_NONE;
    }
    sqlite3_clear_bindings(rows);
    for (int i = 0; i < keys->count; i++) {
        sql_bind(rows, i + 1, keys->keys[i]);
    }
    sqlite3_bind_int(rows, JOURNAL_KEYS + 1, PATIENT_CANDIDATES);
    while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
        ret->list[ret->count++] = sqlite3_column_int64(rows, 0);
    }
    enum fault fault = sql_fault(journal->db, &SQL_JOURNAL, code);
    sqlite3_reset(rows);
    return fault;
}

enum fault patient_choose(struct journal *journal, const struct journal_person *keys, const struct facts *who,
                          struct patient_ids *ret, bool *ret_unclear)
{
    struct facts chosen[PATIENT_CANDIDATES];
    enum fault fault = patient_candidates(journal, keys, ret);
    int count = 0;
    *ret_unclear = false;
    for (int i = 0; fault == FAULT_NONE && i < ret->count; i++) {
        struct patient patient;
        fault = patient_read(journal, ret->list[i], &patient);
        bool agrees = fault == FAULT_NONE && patient_agrees(who, &patient.facts);
        bool fits = agrees;
        for (int j = 0; fits && j < count; j++) {
            fits = patient_agrees(&chosen[j], &patient.facts);
        }
        *ret_unclear = *ret_unclear || (agrees && !fits);
        if (fits) {
            ret->list[count] = patient.id;
            chosen[count++] = patient.facts;
        }
    }
    ret->count = count;
    return fault;
}
