/* store: the data directory: register, journal and reference on disk (SQLite), and the one lock between them.
 *
 * DIR/register.db   the assessment data, replaced or filled by `import members`
 * DIR/journal.db    drafts, intakes and their revisions, corrections, difficulties, late answers, undos; append-only,
 *                   chained by SHA-256; and what is still to be done
 * DIR/reference.db  facilities; replaced as a whole by rename
 * DIR/reserve       8 MB given up on a full disk, so that the journal still opens
 *
 * A transaction writes exactly one file. All files are created with mode 0600, or 0660 in a setgid
 * directory. */
#ifndef TIEPDON_STORE_H
#define TIEPDON_STORE_H
#include "adapter/digest.h"
#include "core/answer.h"
#include "core/clerk.h"
#include "core/find.h"
#include "core/kept.h"
#include "core/pace.h"

struct store;

enum store_use {
    STORE_READ, /* `check`, what `export` reads: writes nothing, creates nothing; without a journal nobody was taken in */
    STORE_COUNTER, /* the counter: the journal is created when missing */
};

/* `dir` must exist. A missing register is FAULT_REGISTER_MISSING from store_answer, not from here; a foreign,
 * newer or damaged journal is a fault here. *ret_store is set on success only. */
NEEDED enum fault store_open(const char *dir, enum store_use use, struct store **ret_store);
void store_close(struct store *store);

/* What the clerk must know though the last call succeeded: FAULT_STORE_RESERVE once after the disk ran full
 * and the reserve was given up; else FAULT_NONE. Ask after store_open and after every act. */
enum fault store_warning(struct store *store);

/* Runs the card's look-up plan in the register and finds today's earlier intake and the own patient in the journal. `today`
 * is a full ISO day. With a fault of the register (REGISTER_MISSING, REGISTER_DAMAGED, STORE_BUSY ...) *ret_answer
 * has SOURCE_NONE and no members; with a fault of the journal it has the members, and repeat is not known. What the portal says is not in it: see answer_hear. A
 * register that a running import replaced is taken up by the next call. */
NEEDED enum fault store_answer(struct store *store, const struct card *card, const char *today,
                               struct answer *ret_answer);
/* The own patient anew, after answer_hear: the portal may have said who it is. With a fault nobody is known. */
NEEDED enum fault store_patient(struct store *store, const struct card *card, struct answer *answer);
/* The day of the data and the day for which it is complete, for the header line. */
NEEDED enum fault store_register_state(struct store *store, date_text ret_as_of, date_text ret_complete);
/* The facility's name, "" when unknown. */
void store_facility_name(struct store *store, const char *code, char *out, size_t cap);
/* Gives the hospital the facilities that go on under another code; they are the store's until it is
 * closed. */
void store_heirs(struct store *store, const char *today, struct hospital *hospital);

/* The record of an intake, its newest revision; FAULT_RECORD_GONE when there is none of this id. */
NEEDED enum fault store_record(struct store *store, const char *id, struct kept_intake *ret);

/* Who writes: goes into every journal entry. The day of an act is writer.now's day in Vietnam. */
struct writer {
    const char *counter, *clerk;
    long long now; /* Unix seconds */
};

/* What follows but store_verify is for a store opened with STORE_COUNTER. */

/* Writes the intake, its corrections, its difficulty, the removal of this counter's draft and the outbox rows
 * in one transaction, synchronous=FULL: on return it is on disk. FAULT_REPEAT when the person was taken in
 * today and intake->repeat is false (another counter was quicker); *ret_repeat then says where. With intake->of a
 * revision: ret_id is that intake's, day and time stay the intake's; FAULT_LATE_DONE when it was undone, or settled since
 * it was read (intake->settled), FAULT_RECORD_GONE when there is no such intake. Whom it names is made anew of it. */
NEEDED enum fault store_save(struct store *store, const struct intake *intake, const struct writer *writer,
                             char ret_id[ID_SIZE], struct repeat *ret_repeat);
/* A difficulty without an intake: intake's fields stand beside it, nobody counts as taken in. *ret_number is its number
 * on the list; the one that an intake opens gets its number likewise. */
NEEDED enum fault store_difficulty(struct store *store, const struct intake *intake,
                                   const struct writer *writer, long *ret_number);
/* This counter's last act that is not undone, an intake or a difficulty alone; FAULT_NONE with ret_act->id
 * "" when there is none today. */
NEEDED enum fault store_last(struct store *store, const char *counter, const char *today,
                             struct act *ret_act);
/* FAULT_UNDONE when someone was quicker. A captured CCCD is taken back from the register. An intake goes with its
 * revisions and leaves the list chưa kiểm tra; a revision alone is not undone: it would put back what is known to be
 * wrong. */
NEEDED enum fault store_undo(struct store *store, const char *id, const struct writer *writer);

/* ---- the list chưa kiểm tra: intakes with `check`, oldest first; undone ones are off it ----
 *
 *     store_save, intake.check ─▶ WAITS ── store_late_take, portal ──▶ AGREES: off it
 *                                  ▲  │                          ├──▶ DIFFERS, STUCK ── revision, close ──▶ off it
 *                                  └──┘ FAILED: later again      │
 *     store_save, intake.of and intake.check: WAITS once more ◀──┘
 *
 * With intake.asking it is taken by the save itself, for so many seconds.
 * What is no longer on it is FAULT_LATE_DONE. */

/* From row `top` on; those that wait for a clerk (LATE_DIFFERS, LATE_STUCK) come first. */
NEEDED enum fault store_late(struct store *store, int top, struct late *ret, int max, int *ret_count,
                             int *ret_total, int *ret_differing);
/* The oldest that is due is taken for `lease` seconds, in which no other counter gets it; id "" when none is due.
 * *ret_next is the second at which the next one is, 0 for none. */
NEEDED enum fault store_late_take(struct store *store, long long now, int lease, char ret_id[ID_SIZE],
                                  struct question *ret_question, long long *ret_next);
/* What became of it. AGREES: an entry says so and it is off the list. DIFFERS, STUCK: an entry says so and it waits for
 * a clerk. FAILED: due again after 1, 2, 5, 10, 20, 40, then 60 minutes; no entry. Of a question that was not even asked
 * (TROUBLE_QUOTA, _JOURNAL, _PAUSED, _OFF, _PASSWORD) it only gives the turn back at once: ask the pace first. After three failures
 * in a row, a clerk's questions counted (store_pace_said), the first answer makes everybody due: the oldest comes first. */
enum late_outcome { LATE_OUTCOME_AGREES, LATE_OUTCOME_DIFFERS, LATE_OUTCOME_STUCK, LATE_OUTCOME_FAILED };
NEEDED enum fault store_late_said(struct store *store, const char *id, enum late_outcome outcome,
                                  const char *code, enum trouble trouble, const struct writer *writer);
/* A clerk looked and leaves the record as it was taken in. store_save of a revision closes it as well. */
NEEDED enum fault store_late_close(struct store *store, const char *id, const char *reason,
                                   const struct writer *writer);

/* ---- the portal's answers ---- */

/* The portal's word of at most `minutes` ago on the same question, from whichever counter asked; *ret_found. Absence
 * (050) and wrong names (06x, 070) are kept as well as rows. */
NEEDED enum fault store_heard(struct store *store, const struct question *question, long long now,
                              int minutes, struct portal_word *ret, bool *ret_found);
/* A reply of ASK_MEMBER without a trouble, into the register, whole or not at all; of any other one nothing is kept. Its word
 * is kept for a day. `row` is what it gave (reply_lesson), NULL for none: newest wins by field, what it did not say stays;
 * fields count that row.heard has, all with a value where it is 0; row.status (maKetQua) must be one about the card. While
 * an import holds the register the row waits in the journal (store_outbox), and the word is forgotten. A missing register is
 * made. */
NEEDED enum fault store_hear(struct store *store, const struct reply *reply, const struct member *row,
                             const struct writer *writer);

/* The quota and the circuit breaker that all counters share; see core/pace.h. */
NEEDED enum fault store_pace_take(struct store *store, const struct pace_limits *limits, enum urgency urgency,
                                  long long now, enum trouble *ret);
NEEDED enum fault store_pace_said(struct store *store, const struct pace_limits *limits, enum trouble trouble,
                                  long long now);
NEEDED enum fault store_pace(struct store *store, struct pace *ret);

/* ---- check-in files owed to the hospital's system ---- */

enum handover_kind { HANDOVER_NEW, HANDOVER_REPLACE, HANDOVER_CANCEL };
struct handover {
    long long id;      /* 0: none */
    char act[ID_SIZE]; /* of the intake, also for its revisions and its undo */
    enum handover_kind kind;
};
/* A file is owed for every intake, revision and undo from here on: [checkin] is configured. */
void store_owe(struct store *store);
/* The oldest one owed; behind `after`, so that one that cannot be written holds up no other. */
NEEDED enum fault store_handover(struct store *store, long long after, struct handover *ret);
NEEDED enum fault store_handed(struct store *store, long long id);

/* A complete record that came back from the hospital's system, to be handed to the portal once: `key` is its MA_LK,
 * `digest` the SHA-256 of the file as hex. *ret_new is false when that very record is known already. */
NEEDED enum fault store_send_add(struct store *store, const char *key, const char *digest, const char *file,
                                 bool *ret_new);
struct sending {
    long long id; /* 0: none */
    char key[128], digest[65], file[PLACE_SIZE * 2];
    int tries;
};
NEEDED enum fault store_send_take(struct store *store, long long now, int lease, struct sending *ret,
                                  long long *ret_next);
/* What became of it. RECEIVED: an entry of the journal holds the receipt (kind receipt, act of the record where MA_LK is
 * one of ours). REFUSED: it is not tried again and an entry says so. FAILED: due again, later each time. HELD: it was not
 * even asked and keeps its turn, as in store_late_said. */
enum sent_outcome { SENT_RECEIVED, SENT_REFUSED, SENT_FAILED, SENT_HELD };
NEEDED enum fault store_sent(struct store *store, long long id, enum sent_outcome outcome,
                             const char *receipt, const char *code, const struct writer *writer);

/* ---- finding people ---- */

/* Whom the text may mean, of the register and of earlier intakes, a person once; order and limit on indexed columns only.
 * A register that cannot be asked is ret->register_fault, own patients are listed all the same. */
NEEDED enum fault store_find(struct store *store, const struct find *find, struct hit_list *ret);
/* Members without a CCCD: a row kept up to date. */
NEEDED enum fault store_missing_cccd(struct store *store, long *ret);

/* ---- difficulties ---- */

/* From row `top` on: what is not answered and stands so since the day `due` or longer, then the others, each newest first.
 * `due` "" is none, `state` DIFFICULTY_STATES all. */
NEEDED enum fault store_difficulties(struct store *store, enum difficulty_state state, const char *due,
                                     int top, struct difficulty_record *ret, int max, int *ret_count,
                                     int *ret_total);
/* Open or sent; of them so for `days` or longer on `today` (0: none). Two counts along an index. */
NEEDED enum fault store_difficulties_due(struct store *store, const char *today, int days, int *ret_open,
                                         int *ret_due);
/* FAULT_RECORD_GONE when there is none of this number, or its intake was undone before it was sent. `ret_detail` may be
 * NULL. */
NEEDED enum fault store_difficulty_read(struct store *store, long number, struct difficulty_record *ret,
                                        struct difficulty_detail *ret_detail);
/* record->state and record->reply are written under record->number: open again, sent, or answered; what stands so
 * already is not written again. */
NEEDED enum fault store_difficulty_move(struct store *store, const struct difficulty_record *record,
                                        const struct writer *writer);

/* ---- the day ---- */

/* The intakes of a day that the filter takes, newest first, from row `top` on. An intake is one line, as its newest
 * revision has it, at the time and counter of the intake. ACT_ALL has the undone ones as well, marked; *ret_total counts
 * the lines there are. */
NEEDED enum fault store_day(struct store *store, const char *day, enum act_filter filter, int top,
                            struct act *ret, int max, int *ret_count, int *ret_total);
NEEDED enum fault store_totals(struct store *store, const char *day, struct day_totals *ret);
/* Chốt ngày: an entry with the totals; FAULT_NONE also where it was closed before, which is another entry. */
NEEDED enum fault store_close_day(struct store *store, const char *day, const struct day_totals *totals,
                                  const struct writer *writer);
/* ret->from and ret->to say of which days, STATISTICS_DAYS of them at most. What was undone counts nowhere. */
NEEDED enum fault store_statistics(struct store *store, struct statistics *ret);

/* ---- clerks, and who looked at whom ---- */

enum { PIN_HASH_SIZE = 128 };
NEEDED enum fault store_clerks(struct store *store, int top, struct clerk *ret, int max, int *ret_count,
                               int *ret_total);
/* *ret_found; `hash` as crypt(3) made it. *ret_failures: wrong PINs since the last right one, *ret_failed_at the newest. */
NEEDED enum fault store_clerk(struct store *store, const char *login, struct clerk *ret,
                              char hash[PIN_HASH_SIZE], int *ret_failures, long long *ret_failed_at,
                              bool *ret_found);
/* Adds or changes one; `hash` "" keeps the PIN. The hash stands beside the chain, which knows its digest: one that was put
 * in from outside is FAULT_CHAIN_BROKEN from store_clerk. */
NEEDED enum fault store_clerk_put(struct store *store, const struct clerk *clerk, const char *hash,
                                  const struct writer *writer);
/* `login` "" where nobody of that name is known: what was typed may be a PIN. */
NEEDED enum fault store_sign(struct store *store, const char *login, enum sign sign,
                             const struct writer *writer);
/* Who saw whom, when, why. `act` is the id of the record looked at and says whom; else it is "" and one number of the
 * person is kept; where it is of a list, `bhxh_number` says which, and of
 * which days ("intakes 2026-11-20..2026-11-22"). Without an fsync of its own, as a draft: store_sync or the next act makes it survive a power cut. It
 * waits half a second for another counter; after FAULT_STORE_BUSY the look is to be written again. */
NEEDED enum fault store_look(struct store *store, enum purpose why, const struct facts *whom,
                             const char *bhxh_number, const char *act, const struct writer *writer);
/* Content of entries of days before `before`, and what was made of it, is removed from the disk; difficulties that are
 * not answered are kept with their records. Entries stay with digest and link, one more says up to where, and the chain
 * still proves. Writes the file anew, so another counter may wait or be told STORE_BUSY; FAULT_STORE_BUSY from here:
 * purged, but not all bytes are gone yet, do it again. *ret_entries counts those emptied. */
NEEDED enum fault store_purge(struct store *store, const char *before, const struct writer *writer,
                              long *ret_entries);
/* The link of the newest entry, "" for an empty journal. The chain cannot tell that its own end was cut off: who wrote an
 * earlier link down elsewhere can. */
NEEDED enum fault store_last_link(struct store *store, char ret[DIGEST_SIZE]);
/* How many entries were emptied in all. */
NEEDED enum fault store_purged(struct store *store, long *ret_entries);

/* The counter's draft. Written without fsync (kill -9 keeps it); store_sync makes it survive a power cut and
 * is called within a second after a change. An empty draft removes it; reading none gives "". */
NEEDED enum fault store_draft_write(struct store *store, const char *counter, const char *draft);
NEEDED enum fault store_draft_read(struct store *store, const char *counter, char *out, size_t cap);
NEEDED enum fault store_sync(struct store *store);

/* Applies what waits in the outbox to the register (captured CCCDs); does nothing while an import holds the
 * lock or there is no register. Quick when nothing waits: call it every now and then. */
NEEDED enum fault store_outbox(struct store *store);

/* Proves the chain: every entry's digest and link. Content may be missing where it was purged, and there alone. *ret_entries counts what was read; FAULT_CHAIN_BROKEN then
 * means that this entry is the first one that does not fit. */
NEEDED enum fault store_verify(struct store *store, long *ret_entries);

#endif
