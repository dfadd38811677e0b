/* journal_patient: own patients as rows that follow from the entries.
 *
 *     entry, intake, field, contact, reach, revision, undo ──▶ visit ──▶ patient, patient_key
 *
 * An intake is a visit of one patient: of those who share a number with it, the ones whom it does not contradict
 * (patient_agrees), the one seen last first; they become one. Intakes are given to patients in the order of their
 * entries, so the rows are the same whether they grew with the journal or are made at once. */
#ifndef TIEPDON_JOURNAL_PATIENT_H
#define TIEPDON_JOURNAL_PATIENT_H
#include "adapter/journal_file.h"

/* What the newest revision of an intake says of the person. */
struct told {
    bool there; /* its content has not been purged */
    struct facts facts;
    char bhxh_number[BHXH_SIZE];
    struct contact contact;
    char cmnd[CMND_SIZE]; /* it finds the person, and joins nobody: nine digits were given twice */
    struct journal_person
        keys; /* numbers that are the person's: what was presented counts where it was not put right */
};
NEEDED enum fault told_read(struct journal *journal, long long entry, struct told *ret);

/* A patient's row without its visits; FAULT_JOURNAL_DAMAGED where there is none. */
NEEDED enum fault patient_read(struct journal *journal, long long id, struct patient *ret);
NEEDED enum fault patient_write(struct journal *journal, const struct patient *patient, long long last);
NEEDED enum fault patient_put_keys(struct journal *journal, long long id, const struct told *told);

/* Who has one of these numbers, the one seen last first; of more than fit the others are left out. */
enum { PATIENT_CANDIDATES = 16 };
struct patient_ids {
    long long list[PATIENT_CANDIDATES];
    int count;
};
NEEDED enum fault patient_candidates(struct journal *journal, const struct journal_person *keys,
                                     struct patient_ids *ret);

/* Of the candidates those whom `who` does not contradict, and who do not contradict each other. *ret_unclear where one was
 * left out for the latter alone: then `who` says too little to tell them apart. */
NEEDED enum fault patient_choose(struct journal *journal, const struct journal_person *keys,
                                 const struct facts *who, struct patient_ids *ret, bool *ret_unclear);

/* Within a transaction: takes up to `limit` entries up that the patients do not follow from yet (0: all of them). *ret_more
 * where some are left. */
NEEDED enum fault patients_follow(struct journal *journal, int limit, bool *ret_more);
/* The same at opening, a transaction of some hundred entries at a time, so that counters meanwhile write. */
NEEDED enum fault patients_catch_up(struct journal *journal);
/* Within a transaction: makes the patient of an intake, and who is linked to them, anew from the content there is. */
NEEDED enum fault patients_again(struct journal *journal, long long entry);

#endif
