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
                                     const struct writer *writer, long *ret_number);
NEEDED enum fault journal_undo(struct journal *journal, const char *id, const struct writer *writer);

NEEDED enum fault journal_last(struct journal *journal, const char *counter, const char *today,
                               struct act *ret);

NEEDED enum fault journal_difficulties(struct journal *journal, enum difficulty_state state, const char *due,
                                       int top, struct difficulty_record *ret, int max, int *ret_count,
                                       int *ret_total);
NEEDED enum fault journal_difficulties_due(struct journal *journal, const char *today, int days,
                                           int *ret_open, int *ret_due);
NEEDED enum fault journal_difficulty_read(struct journal *journal, long number, struct difficulty_record *ret,
                                          struct difficulty_detail *ret_detail);
NEEDED enum fault journal_difficulty_move(struct journal *journal, const struct difficulty_record *record,
                                          const struct writer *writer);
NEEDED enum fault journal_day(struct journal *journal, const char *day, enum act_filter filter, int top,
                              struct act *ret, int max, int *ret_count, int *ret_total);
NEEDED enum fault journal_totals(struct journal *journal, const char *day, struct day_totals *ret);
NEEDED enum fault journal_close_day(struct journal *journal, const char *day, const struct day_totals *totals,
                                    const struct writer *writer);
NEEDED enum fault journal_statistics(struct journal *journal, struct statistics *ret);
NEEDED enum fault journal_look(struct journal *journal, enum purpose why, const struct facts *whom,
                               const char *bhxh_number, const char *act, const struct writer *writer);

/* Who the person is by earlier intakes, by the numbers and by what `who` says of name, birth date and gender; id 0 for
 * nobody, and where it says too little to tell two patients with one number apart. *ret_other is somebody else who was
 * taken in with who->cccd. */
NEEDED enum fault journal_patient(struct journal *journal, const struct journal_person *person,
                                  const struct facts *who, struct patient *ret, struct patient *ret_other);

/* Own patients whom the text may mean, appended to *ret up to FIND_MAX, each once: by name or initials in the order of
 * the folded name and the newest visit first, with a birth date those that fit it exactly before those of whom less is
 * known; by number in the order of the numbers. ret->more is set where there are more. */
NEEDED enum fault journal_find(struct journal *journal, const struct find *find, struct hit_list *ret);

NEEDED enum fault journal_record(struct journal *journal, const char *id, struct kept_intake *ret);

NEEDED enum fault journal_late(struct journal *journal, int top, struct late *ret, int max, int *ret_count,
                               int *ret_total, int *ret_differing);
NEEDED enum fault journal_late_take(struct journal *journal, long long now, int lease, char ret_id[ID_SIZE],
                                    struct question *ret_question, long long *ret_next);
NEEDED enum fault journal_late_said(struct journal *journal, const char *id, enum late_outcome outcome,
                                    const char *code, enum trouble trouble, const struct writer *writer);
NEEDED enum fault journal_late_close(struct journal *journal, const char *id, const char *reason,
                                     const struct writer *writer);

NEEDED enum fault journal_pace(struct journal *journal, struct pace *ret);
NEEDED enum fault journal_pace_take(struct journal *journal, const struct pace_limits *limits,
                                    enum urgency urgency, long long now, enum trouble *ret);
NEEDED enum fault journal_pace_said(struct journal *journal, const struct pace_limits *limits,
                                    enum trouble trouble, long long now);

void journal_owe(struct journal *journal);
NEEDED enum fault journal_handover(struct journal *journal, long long after, struct handover *ret);
NEEDED enum fault journal_handed(struct journal *journal, long long id);
NEEDED enum fault journal_send_add(struct journal *journal, const char *key, const char *digest,
                                   const char *file, bool *ret_new);
NEEDED enum fault journal_send_take(struct journal *journal, long long now, int lease, struct sending *ret,
                                    long long *ret_next);
NEEDED enum fault journal_sent(struct journal *journal, long long id, enum sent_outcome outcome,
                               const char *receipt, const char *code, const struct writer *writer);

NEEDED enum fault journal_draft_write(struct journal *journal, const char *counter, const char *draft);
NEEDED enum fault journal_draft_read(struct journal *journal, const char *counter, char *out, size_t cap);
NEEDED enum fault journal_sync(struct journal *journal);

NEEDED enum fault journal_clerks(struct journal *journal, int top, struct clerk *ret, int max, int *ret_count,
                                 int *ret_total);
NEEDED enum fault journal_clerk(struct journal *journal, const char *login, struct clerk *ret,
                                char hash[PIN_HASH_SIZE], int *ret_failures, long long *ret_failed_at,
                                bool *ret_found);
NEEDED enum fault journal_clerk_put(struct journal *journal, const struct clerk *clerk, const char *hash,
                                    const struct writer *writer);
NEEDED enum fault journal_sign(struct journal *journal, const char *login, enum sign sign,
                               const struct writer *writer);
NEEDED enum fault journal_purge(struct journal *journal, const char *before, const struct writer *writer,
                                long *ret_entries);
NEEDED enum fault journal_last_link(struct journal *journal, char ret[DIGEST_SIZE]);
NEEDED enum fault journal_purged(struct journal *journal, long *ret_entries);

NEEDED enum fault journal_verify(struct journal *journal, long *ret_entries);

/* What waits for the register, the oldest; id 0 for none. */
struct capture {
    long long id;
    char bhxh[BHXH_SIZE], cccd[CCCD_SIZE];
    bool clear;
};

NEEDED enum fault journal_waiting(struct journal *journal, struct capture *ret);
NEEDED enum fault journal_applied(struct journal *journal, long long id);

/* The same of the portal's rows; *ret_id 0 for none. */
NEEDED enum fault journal_learn(struct journal *journal, const struct member *member);
NEEDED enum fault journal_learned(struct journal *journal, long long *ret_id, struct member *ret);
NEEDED enum fault journal_taught(struct journal *journal, long long id);

#endif
