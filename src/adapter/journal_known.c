/* journal_known: who a person in hand is by earlier intakes, and who else was taken in with the same CCCD. */
#include "adapter/journal_patient.h"
#include <string.h>

/* Among the newest visits, in their order. */
static void take_visit(struct patient *patient, const struct patient_visit *visit)
{
    int at = patient->recent_count;
    while (at > 0 && strcmp(patient->recent[at - 1].at, visit->at) < 0) {
        at--;
    }
    if (at == PATIENT_VISITS) {
        return;
    }
    int last = patient->recent_count < PATIENT_VISITS ? patient->recent_count++ : PATIENT_VISITS - 1;
    memmove(&patient->recent[at + 1], &patient->recent[at], (size_t)(last - at) * sizeof *visit);
    patient->recent[at] = *visit;
}

static enum fault take_visits(struct journal *journal, long long id, struct patient *ret)
{
    sqlite3_stmt *rows = journal->statements[JOURNAL_RECENT_VISITS];
    enum fault fault = FAULT_NONE;
    int code = SQLITE_DONE;
    sqlite3_bind_int64(rows, 1, id);
    sqlite3_bind_int(rows, 2, PATIENT_VISITS);
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        struct patient_visit visit;
        char at[INSTANT_SIZE];
        const struct journal_text texts[] = {{visit.id, ID_SIZE}, {at, sizeof at}};
        fault = journal_texts(rows, 0, texts, 2);
        if (fault == FAULT_NONE) {
            instant_minute(at, visit.at);
            take_visit(ret, &visit);
        }
    }
    fault = fault == FAULT_NONE ? sql_fault(journal->db, &SQL_JOURNAL, code) : fault;
    sqlite3_reset(rows);
    return fault;
}

/* Patients who are one person, though no intake has said so yet: as if one did. The one seen last is the first. */
static enum fault read_all(struct journal *journal, const struct patient_ids *ids, struct patient *ret)
{
    enum fault fault = FAULT_NONE;
    int visits = 0;
    *ret = (struct patient){.id = 0};
    for (int i = ids->count - 1; fault == FAULT_NONE && i >= 0; i--) {
        struct patient patient;
        fault = patient_read(journal, ids->list[i], &patient);
        if (fault == FAULT_NONE) {
            patient_take(ret, &patient.facts, patient.bhxh_number, &patient.contact);
            visits += patient.visits;
            ret->id = patient.id;
            fault = take_visits(journal, patient.id, ret);
        }
    }
    ret->visits = visits;
    return fault;
}

static bool among(const struct patient_ids *ids, long long id)
{
    for (int i = 0; i < ids->count; i++) {
        if (ids->list[i] == id) {
            return true;
        }
    }
    return false;
}

/* The one seen last who has the CCCD and is none of `own`. */
static enum fault read_other(struct journal *journal, const char *cccd, const struct patient_ids *own,
                             struct patient *ret)
{
    struct journal_person key = {.count = 0};
    struct patient_ids others, other = {.count = 0};
    journal_know(&key, cccd);
    enum fault fault = patient_candidates(journal, &key, &others);
    for (int i = 0; fault == FAULT_NONE && i < others.count && other.count == 0; i++) {
        if (!among(own, others.list[i])) {
            other.list[other.count++] = others.list[i];
        }
    }
    return fault == FAULT_NONE ? read_all(journal, &other, ret) : fault;
}

enum fault journal_patient(struct journal *journal, const struct journal_person *person,
                           const struct facts *who, struct patient *ret, struct patient *ret_other)
{
    struct patient_ids ids;
    bool unclear;
    enum fault fault = patient_choose(journal, person, who, &ids, &unclear);
    if (fault == FAULT_NONE && unclear) {
        ids.count = 0;
    }
    fault = fault == FAULT_NONE ? read_all(journal, &ids, ret) : fault;
    return fault == FAULT_NONE ? read_other(journal, who->cccd, &ids, ret_other) : fault;
}
