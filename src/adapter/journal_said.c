/* journal_said: what became of one of the list chưa kiểm tra. */
#include "adapter/journal_file.h"
#include <string.h>

/* Failures in a row after which an answer says that the portal is back: then everybody's turn comes again, oldest first.
 * Who failed as often as PATIENT_MAX alone is let wait. */
enum { OUTAGE = 3, PATIENT_MAX = 12 };

int journal_patience(int tries)
{
    static const int minutes[] = {1, 1, 2, 5, 10, 20, 40, 60};
    int last = sizeof minutes / sizeof *minutes - 1;
    return 60 * minutes[tries < last ? tries : last];
}

/* One line of the list as far as an outcome needs it; entry 0: it is not on it. */
struct line_of_list {
    long long entry;
    char state[8], code[RESULT_CODE_SIZE];
    int tries;
};

static enum fault find(struct journal *journal, const char *act, struct line_of_list *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_FIND_LATE];
    bool found;
    *ret = (struct line_of_list){.entry = 0};
    sql_bind(row, 1, act);
    enum fault fault = journal_row(journal, JOURNAL_FIND_LATE, &found);
    if (fault == FAULT_NONE && found) {
        const struct journal_text texts[] = {{ret->state, sizeof ret->state}, {ret->code, sizeof ret->code}};
        ret->entry = sqlite3_column_int64(row, 0);
        ret->tries = sqlite3_column_int(row, 3);
        fault = journal_texts(row, 1, texts, 2);
    }
    sqlite3_reset(row);
    return fault;
}

static enum fault put_off(struct journal *journal, const struct line_of_list *line, enum trouble trouble,
                          long long now)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_PUT_OFF];
    bool asked = trouble_asked(trouble);
    int tries = line->tries + asked;
    long long failed;
    sqlite3_bind_int(statement, 3, tries);
    sqlite3_bind_int64(statement, 4, asked ? now + journal_patience(tries) : 0);
    enum fault fault = JOURNAL_PUT(journal, JOURNAL_PUT_OFF, line->entry, trouble_code(trouble));
    fault = fault == FAULT_NONE ? journal_number(journal, JOURNAL_GET_FAILED, &failed) : fault;
    return fault == FAULT_NONE ? journal_set(journal, JOURNAL_SET_FAILED, failed + asked) : fault;
}

enum fault late_pull_up(struct journal *journal, long long failures)
{
    return failures >= OUTAGE ? journal_set(journal, JOURNAL_PULL_UP, PATIENT_MAX) : FAULT_NONE;
}

/* The portal answered: after an outage who had to wait for it is due at once. */
static enum fault pull_up(struct journal *journal)
{
    long long failed;
    enum fault fault = journal_number(journal, JOURNAL_GET_FAILED, &failed);
    if (fault != FAULT_NONE || failed == 0) {
        return fault;
    }
    fault = journal_set(journal, JOURNAL_SET_FAILED, 0);
    return fault == FAULT_NONE ? late_pull_up(journal, failed) : fault;
}

static enum fault put_checked(struct journal *journal, const struct line_of_list *line,
                              enum late_outcome outcome, const char *code, const struct writer *writer)
{
    static const char *const outcomes[] = {"agrees", "differs", "stuck"};
    struct place_in_chain place;
    char own[ID_SIZE];
    enum fault fault = entry_begin(journal, &place);
    sqlite3_bind_int64(journal->statements[JOURNAL_PUT_CHECKED], 4, line->entry);
    fault = fault == FAULT_NONE ? JOURNAL_PUT(journal, JOURNAL_PUT_CHECKED, place.id, outcomes[outcome], code)
                                : fault;
    fault = fault == FAULT_NONE ? entry_end(journal, &place, "check", writer, own) : fault;
    if (fault == FAULT_NONE && outcome == LATE_OUTCOME_AGREES) {
        return late_drop(journal, line->entry);
    }
    return fault == FAULT_NONE ? JOURNAL_PUT(journal, JOURNAL_SET_LATE, line->entry, outcomes[outcome], code)
                               : fault;
}

/* Another counter heard the same before. */
static bool known(const struct line_of_list *line, enum late_outcome outcome, const char *code)
{
    enum late_state state = outcome == LATE_OUTCOME_DIFFERS ? LATE_DIFFERS : LATE_STUCK;
    return outcome != LATE_OUTCOME_AGREES && strcmp(line->state, late_state_code(state)) == 0 &&
           strcmp(line->code, code) == 0;
}

static enum fault said(struct journal *journal, const char *id, enum late_outcome outcome, const char *code,
                       const struct writer *writer)
{
    struct line_of_list line;
    enum fault fault = find(journal, id, &line);
    if (fault == FAULT_NONE && line.entry == 0) {
        return FAULT_LATE_DONE;
    }
    if (fault == FAULT_NONE && !known(&line, outcome, code)) {
        fault = put_checked(journal, &line, outcome, code, writer);
    }
    return fault == FAULT_NONE ? pull_up(journal) : fault;
}

static enum fault failed(struct journal *journal, const char *id, enum trouble trouble, long long now)
{
    struct line_of_list line;
    enum fault fault = journal_begin_light(journal);
    if (fault != FAULT_NONE) {
        return fault;
    }
    fault = find(journal, id, &line);
    if (fault == FAULT_NONE) {
        fault = line.entry ? put_off(journal, &line, trouble, now) : FAULT_LATE_DONE;
    }
    return journal_end_light(journal, fault);
}

enum fault journal_late_said(struct journal *journal, const char *id, enum late_outcome outcome,
                             const char *code, enum trouble trouble, const struct writer *writer)
{
    if (outcome == LATE_OUTCOME_FAILED) {
        return failed(journal, id, trouble, writer->now);
    }
    enum fault fault = journal_begin(journal);
    return fault == FAULT_NONE ? journal_end(journal, said(journal, id, outcome, code, writer)) : fault;
}

static enum fault close_line(struct journal *journal, const char *id, const char *reason,
                             const struct writer *writer)
{
    struct place_in_chain place;
    struct line_of_list line;
    char own[ID_SIZE];
    enum fault fault = find(journal, id, &line);
    if (fault == FAULT_NONE && line.entry == 0) {
        return FAULT_LATE_DONE;
    }
    fault = fault == FAULT_NONE ? entry_begin(journal, &place) : fault;
    sqlite3_bind_int64(journal->statements[JOURNAL_PUT_CLOSED], 3, line.entry);
    fault = fault == FAULT_NONE ? JOURNAL_PUT(journal, JOURNAL_PUT_CLOSED, place.id, reason) : fault;
    fault = fault == FAULT_NONE ? entry_end(journal, &place, "close", writer, own) : fault;
    return fault == FAULT_NONE ? late_drop(journal, line.entry) : fault;
}

enum fault journal_late_close(struct journal *journal, const char *id, const char *reason,
                              const struct writer *writer)
{
    enum fault fault = journal_begin(journal);
    return fault == FAULT_NONE ? journal_end(journal, close_line(journal, id, reason, writer)) : fault;
}
