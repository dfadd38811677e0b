/* journal: DIR/journal.db: what happened at the counters; append-only, one
 * chain, each act one transaction. */
#ifndef TIEPDON_JOURNAL_H
#define TIEPDON_JOURNAL_H
#include "adapter/store.h"

struct journal;

/* `create` makes a missing journal; else it is FAULT_JOURNAL_MISSING, and nothing can be written. */
NEEDED enum fault journal_open(const char *dir, bool create, struct journal **ret);
void journal_close(struct journal *journal);

/* The numbers one person is known by; "" entries count for nothing. */
enum { JOURNAL_KEYS = 5 };
struct journal_person {
    char keys[JOURNAL_KEYS][NUMBER_SIZE];
    int count;
};

void journal_know(struct journal_person *person, const char *key);
/* The person's last intake on `day` that is not undone. */
NEEDED enum fault journal_repeat(struct journal *journal, const char *day,
                                 const struct journal_person *person, struct repeat *ret);

/* The acts; see store.h, whose functions of the same names they carry out. */
NEEDED enum fault journal_save(struct journal *journal, const struct intake *intake,
                               const struct writer *writer, char ret_id[ID_SIZE], struct repeat *ret_repeat);
NEEDED enum fault journal_difficulty(struct journal *journal, const struct intake *intake,
                                     const struct writer *writer);
NEEDED enum fault journal_undo(struct journal *journal, const char *id, const struct writer *writer);

NEEDED enum fault journal_last(struct journal *journal, const char *counter, const char *today,
                               struct act *ret);
NEEDED enum fault journal_today(struct journal *journal, const char *today, int top, struct act *ret, int max,
                                int *ret_count, int *ret_total, int *ret_unchecked);

NEEDED enum fault journal_draft_write(struct journal *journal, const char *counter, const char *draft);
NEEDED enum fault journal_draft_read(struct journal *journal, const char *counter, char *out, size_t cap);
NEEDED enum fault journal_sync(struct journal *journal);

NEEDED enum fault journal_verify(struct journal *journal, long *ret_entries);

/* What waits for the register, the oldest; id 0 for none. */
struct capture {
    long long id;
    char bhxh[BHXH_SIZE], cccd[CCCD_SIZE];
    bool clear;
};

NEEDED enum fault journal_waiting(struct journal *journal, struct capture *ret);
NEEDED enum fault journal_applied(struct journal *journal, long long id);

#endif
