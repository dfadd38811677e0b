/* journal_write: taking in, revising, undoing: an act with all that belongs to it is one transaction. */
#include "adapter/journal_patient.h"
#include <stdio.h>
#include <string.h>

static void know_intake(const struct intake *intake, struct journal_person *ret)
{
    ret->count = 0;
    journal_know(ret, intake->bhxh_number);
    journal_know(ret, intake->facts.cccd);
    journal_know(ret, intake->facts.number);
    journal_know(ret, intake->card.cccd);
    journal_know(ret, intake->card.number);
}

static enum fault put_seen(struct journal *journal, long long id, const char *day,
                           const struct intake *intake)
{
    struct journal_person person;
    enum fault fault = FAULT_NONE;
    know_intake(intake, &person);
    sqlite3_stmt *statement = journal->statements[JOURNAL_PUT_SEEN];
    sqlite3_bind_int64(statement, 3, id);
    for (int i = 0; fault == FAULT_NONE && i < person.count; i++) {
        sql_bind(statement, 1, day);
        sql_bind(statement, 2, person.keys[i]);
        fault = journal_once(journal, JOURNAL_PUT_SEEN);
    }
    return fault;
}

/* A CCCD that the counter learned of a member whose record the register has: it goes into the register. */
static bool captured(const struct intake *intake)
{
    enum source source = intake->source[FIELD_CCCD];
    bool learned = source == SOURCE_CARD || source == SOURCE_PAPERS || source == SOURCE_PAGE;
    bool known = intake->checked == SOURCE_REGISTER || intake->checked == SOURCE_PORTAL;
    return learned && known && intake->status == INTAKE_ADMITTED && intake->bhxh_number[0] &&
           strlen(intake->facts.cccd) == CCCD_SIZE - 1;
}

static enum fault put_outbox(struct journal *journal, long long id, const char *bhxh, const char *cccd,
                             bool clear)
{
    sqlite3_bind_int(journal->statements[JOURNAL_PUT_OUTBOX], 4, clear);
    return JOURNAL_PUT(journal, JOURNAL_PUT_OUTBOX, id, bhxh, cccd);
}

/* What the act gave to the register is withheld while it waits, and taken back where it was applied. */
static enum fault undo_outbox(struct journal *journal, long long of)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_GET_OUTBOX];
    struct capture capture = {.id = 0};
    bool found, done = false;
    sqlite3_bind_int64(statement, 1, of);
    enum fault fault = journal_row(journal, JOURNAL_GET_OUTBOX, &found);
    if (fault == FAULT_NONE && found) {
        done = sqlite3_column_int(statement, 2);
        const struct journal_text texts[] = {{capture.bhxh, BHXH_SIZE}, {capture.cccd, CCCD_SIZE}};
        fault = journal_texts(statement, 0, texts, 2);
    }
    sqlite3_reset(statement);
    if (fault != FAULT_NONE || !found) {
        return fault;
    }
    return done ? put_outbox(journal, of, capture.bhxh, capture.cccd, true)
                : journal_set(journal, JOURNAL_DROP_OUTBOX, of);
}

static enum fault drop_draft(struct journal *journal, const char *counter)
{
    sql_bind(journal->statements[JOURNAL_DROP_DRAFT], 1, counter);
    return journal_once(journal, JOURNAL_DROP_DRAFT);
}

static enum fault refuse_repeat(struct journal *journal, const char *day, const struct intake *intake,
                                struct repeat *ret)
{
    struct journal_person person;
    struct repeat repeat;
    know_intake(intake, &person);
    enum fault fault = journal_repeat(journal, day, &person, &repeat);
    if (fault == FAULT_NONE && repeat.found) {
        *ret = repeat;
        fault = FAULT_REPEAT;
    }
    return fault;
}

/* What hangs on an intake whatever its record says: the numbers it is known by, the capture, the list. `id` is the
 * intake's own entry, also for a revision. */
static enum fault put_belongings(struct journal *journal, long long id, const char *day,
                                 const struct intake *intake, const struct writer *writer)
{
    enum fault fault = put_seen(journal, id, day, intake);
    if (fault == FAULT_NONE && captured(intake)) {
        fault = put_outbox(journal, id, intake->bhxh_number, intake->facts.cccd, false);
    }
    if (fault == FAULT_NONE && intake->check) {
        fault = late_put(journal, id, &intake->question, intake->asking ? writer->now + intake->asking : 0);
    }
    return fault == FAULT_NONE ? drop_draft(journal, writer->counter) : fault;
}

static enum fault follow(struct journal *journal)
{
    bool more;
    return patients_follow(journal, 0, &more);
}

static enum fault put_new(struct journal *journal, const struct intake *intake, const struct writer *writer,
                          char ret_id[ID_SIZE], struct repeat *ret_repeat)
{
    struct place_in_chain place;
    date_text day;
    long number;
    date_of_time(writer->now, day);
    enum fault fault = intake->repeat ? FAULT_NONE : refuse_repeat(journal, day, intake, ret_repeat);
    fault = fault == FAULT_NONE ? entry_begin(journal, &place) : fault;
    fault = fault == FAULT_NONE ? content_put(journal, place.id, intake) : fault;
    fault = fault == FAULT_NONE ? docket_put(journal, place.id, place.id, day, intake, &number) : fault;
    fault = fault == FAULT_NONE ? entry_end(journal, &place, "intake", writer, ret_id) : fault;
    fault = fault == FAULT_NONE ? put_belongings(journal, place.id, day, intake, writer) : fault;
    fault = fault == FAULT_NONE ? follow(journal) : fault;
    return fault == FAULT_NONE ? handover_put(journal, ret_id, HANDOVER_NEW) : fault;
}

/* An act of a clerk: what is its entry, its day, and was it undone. */
struct found_act {
    long long id;
    bool undone, intake;
    int settled; /* as struct intake says */
    date_text day;
};

/* id 0: there is none. */
static enum fault find_act(struct journal *journal, const char *act, struct found_act *ret)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_FIND_ACT];
    char kind[16];
    bool found;
    *ret = (struct found_act){.id = 0};
    sql_bind(statement, 1, act);
    enum fault fault = journal_row(journal, JOURNAL_FIND_ACT, &found);
    if (fault == FAULT_NONE && found) {
        ret->id = sqlite3_column_int64(statement, 0);
        ret->undone = sqlite3_column_int(statement, 1);
        ret->settled = sqlite3_column_int(statement, 4);
        const struct journal_text texts[] = {{kind, sizeof kind}, {ret->day, DATE_SIZE}};
        fault = journal_texts(statement, 2, texts, 2);
        ret->intake = fault == FAULT_NONE && strcmp(kind, "intake") == 0;
    }
    sqlite3_reset(statement);
    return fault;
}

static enum fault put_revised(struct journal *journal, const struct found_act *of,
                              const struct intake *intake, const struct writer *writer)
{
    struct place_in_chain place;
    char own[ID_SIZE];
    date_text today;
    long number;
    date_of_time(writer->now, today);
    enum fault fault = entry_begin(journal, &place);
    sqlite3_bind_int64(journal->statements[JOURNAL_PUT_REVISION], 2, of->id);
    fault = fault == FAULT_NONE ? content_put(journal, place.id, intake) : fault;
    fault = fault == FAULT_NONE ? docket_put(journal, place.id, of->id, today, intake, &number) : fault;
    fault = fault == FAULT_NONE ? journal_set(journal, JOURNAL_PUT_REVISION, place.id) : fault;
    fault = fault == FAULT_NONE ? entry_end(journal, &place, "revision", writer, own) : fault;
    fault = fault == FAULT_NONE ? late_drop(journal, of->id) : fault;
    if (fault == FAULT_NONE && captured(intake)) {
        fault = undo_outbox(journal, of->id);
    }
    fault = fault == FAULT_NONE ? journal_set(journal, JOURNAL_DROP_SEEN, of->id) : fault;
    fault = fault == FAULT_NONE ? put_belongings(journal, of->id, of->day, intake, writer) : fault;
    fault = fault == FAULT_NONE ? follow(journal) : fault;
    return fault == FAULT_NONE ? handover_put(journal, intake->of, HANDOVER_REPLACE) : fault;
}

static enum fault put_revision(struct journal *journal, const struct intake *intake,
                               const struct writer *writer, char ret_id[ID_SIZE])
{
    struct found_act of;
    enum fault fault = find_act(journal, intake->of, &of);
    if (fault == FAULT_NONE && !of.intake) {
        return FAULT_RECORD_GONE;
    }
    if (fault == FAULT_NONE && (of.undone || of.settled != intake->settled)) {
        fault = FAULT_LATE_DONE;
    }
    strcpy(ret_id, intake->of);
    return fault == FAULT_NONE ? put_revised(journal, &of, intake, writer) : fault;
}

enum fault journal_save(struct journal *journal, const struct intake *intake, const struct writer *writer,
                        char ret_id[ID_SIZE], struct repeat *ret_repeat)
{
    char id[ID_SIZE];
    enum fault fault = journal_begin(journal);
    if (fault != FAULT_NONE) {
        return fault;
    }
    fault = *intake->of ? put_revision(journal, intake, writer, id)
                        : put_new(journal, intake, writer, id, ret_repeat);
    fault = journal_end(journal, fault);
    if (fault == FAULT_NONE) {
        strcpy(ret_id, id);
    }
    return fault;
}

/* Without an intake nothing else holds what the clerk saw. */
static enum fault put_observed(struct journal *journal, long long id, const struct intake *intake)
{
    char findings[FINDINGS_TEXT_SIZE];
    findings_write(&intake->findings, findings);
    return JOURNAL_PUT(journal, JOURNAL_PUT_OBSERVED, id, verdict_code(intake->verdict), findings);
}

static enum fault put_difficulty(struct journal *journal, const struct intake *intake,
                                 const struct writer *writer, long *ret_number)
{
    struct place_in_chain place;
    char own[ID_SIZE];
    date_text day;
    date_of_time(writer->now, day);
    enum fault fault = entry_begin(journal, &place);
    fault = fault == FAULT_NONE ? content_fields(journal, place.id, intake) : fault;
    fault = fault == FAULT_NONE ? content_difficulty(journal, place.id, intake) : fault;
    fault = fault == FAULT_NONE ? content_contact(journal, place.id, &intake->contact) : fault;
    fault = fault == FAULT_NONE ? put_observed(journal, place.id, intake) : fault;
    fault = fault == FAULT_NONE ? docket_put(journal, place.id, place.id, day, intake, ret_number) : fault;
    return fault == FAULT_NONE ? entry_end(journal, &place, "difficulty", writer, own) : fault;
}

enum fault journal_difficulty(struct journal *journal, const struct intake *intake,
                              const struct writer *writer, long *ret_number)
{
    long number = 0;
    enum fault fault = journal_begin(journal);
    if (fault == FAULT_NONE) {
        fault = journal_end(journal, put_difficulty(journal, intake, writer, &number));
    }
    if (fault == FAULT_NONE) {
        *ret_number = number;
    }
    return fault;
}

/* The entry names the intake alone: its revisions are undone with it. */
static enum fault put_undo(struct journal *journal, const char *act, const struct writer *writer)
{
    struct place_in_chain place;
    struct found_act of;
    char own[ID_SIZE];
    enum fault fault = find_act(journal, act, &of);
    if (fault == FAULT_NONE && (of.id == 0 || of.undone)) {
        return FAULT_UNDONE;
    }
    fault = fault == FAULT_NONE ? entry_begin(journal, &place) : fault;
    sqlite3_bind_int64(journal->statements[JOURNAL_PUT_UNDO], 2, of.id);
    fault = fault == FAULT_NONE ? journal_set(journal, JOURNAL_PUT_UNDO, place.id) : fault;
    fault = fault == FAULT_NONE ? undo_outbox(journal, of.id) : fault;
    fault = fault == FAULT_NONE ? late_drop(journal, of.id) : fault;
    fault = fault == FAULT_NONE ? docket_drop(journal, of.id) : fault;
    fault = fault == FAULT_NONE ? entry_end(journal, &place, "undo", writer, own) : fault;
    fault = fault == FAULT_NONE ? follow(journal) : fault;
    return fault == FAULT_NONE && of.intake ? handover_put(journal, act, HANDOVER_CANCEL) : fault;
}

enum fault journal_undo(struct journal *journal, const char *id, const struct writer *writer)
{
    enum fault fault = journal_begin(journal);
    return fault == FAULT_NONE ? journal_end(journal, put_undo(journal, id, writer)) : fault;
}
