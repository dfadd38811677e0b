/* journal_write: an act with all that belongs to it, written as rows that are never changed. */
#include "adapter/journal_file.h"
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

enum { FINDINGS_SIZE = 4096 };

/* A random UUID (RFC 9562, version 4). */
static enum fault make_id(char out[ID_SIZE])
{
    unsigned char b[16];
    if (getrandom(b, sizeof b, 0) != (ssize_t)sizeof b) {
        return FAULT_STORE_FAILED;
    }
    b[6] = (unsigned char)((b[6] & 0x0F) | 0x40);
    b[8] = (unsigned char)((b[8] & 0x3F) | 0x80);
    snprintf(out, ID_SIZE, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1],
             b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
    return FAULT_NONE;
}

static void bind_all(sqlite3_stmt *statement, long long id, const char *const texts[], int count)
{
    sqlite3_bind_int64(statement, 1, id);
    for (int i = 0; i < count; i++) {
        sql_bind(statement, i + 2, texts[i]);
    }
}

#define PUT(journal, which, id, ...)                                                                         \
    put(journal, which, id, (const char *const[]){__VA_ARGS__},                                              \
        (int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)))

/* Inserts a row that begins with the entry's id. */
static enum fault put(struct journal *journal, enum journal_statement which, long long id,
                      const char *const texts[], int count)
{
    bind_all(journal->statements[which], id, texts, count);
    return journal_once(journal, which);
}

/* The last entry's id and link; 0 and zeros before the first. */
static enum fault read_end(struct journal *journal, long long *ret_id, unsigned char ret_link[HASH_BYTES])
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_LAST_LINK];
    bool found;
    enum fault fault = journal_row(journal, JOURNAL_LAST_LINK, &found);
    *ret_id = 0;
    memset(ret_link, 0, HASH_BYTES);
    if (fault == FAULT_NONE && found) {
        const void *link = sqlite3_column_blob(statement, 1);
        *ret_id = sqlite3_column_int64(statement, 0);
        if (link && sqlite3_column_bytes(statement, 1) == HASH_BYTES) {
            memcpy(ret_link, link, HASH_BYTES);
        } else {
            fault = FAULT_JOURNAL_DAMAGED;
        }
    }
    sqlite3_reset(statement);
    return fault;
}

/* Closes an act: its content stands in the tables under `id`, now the entry joins the chain. */
static enum fault put_entry(struct journal *journal, const char *kind, long long id,
                            const struct writer *writer, const unsigned char previous[HASH_BYTES],
                            char ret_act[ID_SIZE])
{
    char at[INSTANT_SIZE];
    date_text day;
    unsigned char digest[HASH_BYTES], link[HASH_BYTES];
    instant_write(writer->now, at);
    date_of_time(writer->now, day);
    enum fault fault = make_id(ret_act);
    struct entry entry = {id, kind, at, day, ret_act, writer->counter, writer->clerk};
    fault = fault == FAULT_NONE ? chain_digest(journal, id, digest) : fault;
    fault = fault == FAULT_NONE ? chain_link(previous, &entry, digest, link) : fault;
    if (fault != FAULT_NONE) {
        return fault;
    }
    sqlite3_stmt *statement = journal->statements[JOURNAL_PUT_ENTRY];
    bind_all(statement, id, (const char *const[]){kind, at, day, writer->counter, writer->clerk, ret_act}, 6);
    sqlite3_bind_blob(statement, 8, digest, HASH_BYTES, SQLITE_STATIC);
    sqlite3_bind_blob(statement, 9, link, HASH_BYTES, SQLITE_STATIC);
    return journal_once(journal, JOURNAL_PUT_ENTRY);
}

static void list_findings(const struct findings *findings, char out[FINDINGS_SIZE])
{
    size_t len = 0;
    out[0] = '\0';
    for (int i = 0; i < findings->count; i++) {
        len += (size_t)snprintf(out + len, FINDINGS_SIZE - len, "%s%s", i ? " " : "",
                                finding_code(findings->list[i]));
    }
}

static enum fault put_fields(struct journal *journal, long long id, const struct intake *intake)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < FIELD_COUNT; i++) {
        enum field field = (enum field)i;
        const char *value = facts_get(&intake->facts, field), *presented = facts_get(&intake->card, field);
        if (*value || *presented) {
            fault = PUT(journal, JOURNAL_PUT_FIELD, id, field_code(field), value, presented,
                        source_code(intake->source[i]));
        }
    }
    return fault;
}

static enum fault put_corrections(struct journal *journal, long long id, const struct intake *intake)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < intake->correction_count; i++) {
        const struct correction *correction = &intake->corrections[i];
        bool called_for = correction->reason != FINDING_COUNT;
        fault = PUT(journal, JOURNAL_PUT_CORRECTION, id, field_code(correction->field),
                    correction_kind_code(correction->kind), facts_get(&intake->card, correction->field),
                    facts_get(&intake->facts, correction->field), source_code(correction->source),
                    called_for ? finding_code(correction->reason) : "");
    }
    return fault;
}

static enum fault put_difficulty(struct journal *journal, long long id, const struct intake *intake)
{
    if (intake->difficulty == DIFFICULTY_NONE) {
        return FAULT_NONE;
    }
    return PUT(journal, JOURNAL_PUT_DIFFICULTY, id, difficulty_code(intake->difficulty),
               intake->difficulty_text);
}

static enum fault put_paper(struct journal *journal, long long id, const struct paper *paper)
{
    return *paper->code
               ? PUT(journal, JOURNAL_PUT_PAPER, id, paper->code, paper->number, paper->from, paper->to)
               : FAULT_NONE;
}

/* A birth certificate that is also the paper of the case stands there once, with what the case says of it. */
static enum fault put_entitlement(struct journal *journal, long long id, const struct intake *intake)
{
    const struct entitlement *entitlement = &intake->entitlement;
    struct paper paper = entitlement->paper, birth = {.code = ""};
    bool same = strcmp(paper.code, PAPER_BIRTH_CERTIFICATE) == 0;
    if (*intake->birth_certificate) {
        struct paper *certificate = same ? &paper : &birth;
        strcpy(certificate->code, PAPER_BIRTH_CERTIFICATE);
        strcpy(certificate->number, intake->birth_certificate);
    }
    enum fault fault = FAULT_NONE;
    if (*entitlement->code) {
        fault = PUT(journal, JOURNAL_PUT_ENTITLEMENT, id, entitlement->code,
                    entitlement->proposed ? "program" : "clerk");
    }
    fault = fault == FAULT_NONE ? put_paper(journal, id, &paper) : fault;
    return fault == FAULT_NONE ? put_paper(journal, id, &birth) : fault;
}

static enum fault put_intake(struct journal *journal, long long id, const struct intake *intake)
{
    char findings[FINDINGS_SIZE];
    list_findings(&intake->findings, findings);
    sqlite3_bind_int(journal->statements[JOURNAL_PUT_INTAKE], 10, intake->repeat);
    return PUT(journal, JOURNAL_PUT_INTAKE, id, intake_status_code(intake->status),
               card_kind_code(intake->kind), verdict_code(intake->verdict), intake->bhxh_number, findings,
               intake->reason, source_code(intake->checked), intake->as_of);
}

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
    return learned && intake->status == INTAKE_ADMITTED && intake->checked == SOURCE_REGISTER &&
           intake->bhxh_number[0] && strlen(intake->facts.cccd) == CCCD_SIZE - 1;
}

static enum fault put_outbox(struct journal *journal, long long id, const char *bhxh, const char *cccd,
                             bool clear)
{
    sqlite3_bind_int(journal->statements[JOURNAL_PUT_OUTBOX], 4, clear);
    return PUT(journal, JOURNAL_PUT_OUTBOX, id, bhxh, cccd);
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

static enum fault put_act(struct journal *journal, const struct intake *intake, const struct writer *writer,
                          char ret_id[ID_SIZE])
{
    long long id;
    unsigned char link[HASH_BYTES];
    date_text day;
    date_of_time(writer->now, day);
    enum fault fault = read_end(journal, &id, link);
    id++;
    fault = fault == FAULT_NONE ? put_intake(journal, id, intake) : fault;
    fault = fault == FAULT_NONE ? put_fields(journal, id, intake) : fault;
    fault = fault == FAULT_NONE ? put_corrections(journal, id, intake) : fault;
    fault = fault == FAULT_NONE ? put_difficulty(journal, id, intake) : fault;
    fault = fault == FAULT_NONE ? put_entitlement(journal, id, intake) : fault;
    fault = fault == FAULT_NONE ? put_entry(journal, "intake", id, writer, link, ret_id) : fault;
    fault = fault == FAULT_NONE ? put_seen(journal, id, day, intake) : fault;
    if (fault == FAULT_NONE && captured(intake)) {
        fault = put_outbox(journal, id, intake->bhxh_number, intake->facts.cccd, false);
    }
    return fault == FAULT_NONE ? drop_draft(journal, writer->counter) : fault;
}

enum fault journal_save(struct journal *journal, const struct intake *intake, const struct writer *writer,
                        char ret_id[ID_SIZE], struct repeat *ret_repeat)
{
    char id[ID_SIZE];
    date_text day;
    date_of_time(writer->now, day);
    enum fault fault = journal_begin(journal);
    if (fault != FAULT_NONE) {
        return fault;
    }
    if (!intake->repeat) {
        fault = refuse_repeat(journal, day, intake, ret_repeat);
    }
    fault = fault == FAULT_NONE ? put_act(journal, intake, writer, id) : fault;
    fault = journal_end(journal, fault);
    if (fault == FAULT_NONE) {
        strcpy(ret_id, id);
    }
    return fault;
}

enum fault journal_difficulty(struct journal *journal, const struct intake *intake,
                              const struct writer *writer)
{
    long long id;
    unsigned char link[HASH_BYTES];
    char act[ID_SIZE];
    enum fault fault = journal_begin(journal);
    if (fault != FAULT_NONE) {
        return fault;
    }
    fault = read_end(journal, &id, link);
    id++;
    fault = fault == FAULT_NONE ? put_fields(journal, id, intake) : fault;
    fault = fault == FAULT_NONE ? put_difficulty(journal, id, intake) : fault;
    fault = fault == FAULT_NONE ? put_entry(journal, "difficulty", id, writer, link, act) : fault;
    return journal_end(journal, fault);
}

/* What the act gave to the register is withheld while it waits, and taken back where it was applied. */
static enum fault undo_outbox(struct journal *journal, long long id, long long of)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_GET_OUTBOX];
    struct capture capture = {.id = 0};
    bool found, done = false;
    sqlite3_bind_int64(statement, 1, of);
    enum fault fault = journal_row(journal, JOURNAL_GET_OUTBOX, &found);
    if (fault == FAULT_NONE && found) {
        done = sqlite3_column_int(statement, 2);
        fault = sql_text(statement, 0, &SQL_JOURNAL, capture.bhxh, sizeof capture.bhxh);
        fault = fault == FAULT_NONE ? sql_text(statement, 1, &SQL_JOURNAL, capture.cccd, sizeof capture.cccd)
                                    : fault;
    }
    sqlite3_reset(statement);
    if (fault != FAULT_NONE || !found) {
        return fault;
    }
    if (done) {
        return put_outbox(journal, id, capture.bhxh, capture.cccd, true);
    }
    sqlite3_bind_int64(journal->statements[JOURNAL_DROP_OUTBOX], 1, of);
    return journal_once(journal, JOURNAL_DROP_OUTBOX);
}

static enum fault find_act(struct journal *journal, const char *act, long long *ret_id)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_FIND_ACT];
    bool found;
    sql_bind(statement, 1, act);
    enum fault fault = journal_row(journal, JOURNAL_FIND_ACT, &found);
    if (fault == FAULT_NONE && (!found || sqlite3_column_int(statement, 1))) {
        fault = FAULT_UNDONE;
    }
    *ret_id = found ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_reset(statement);
    return fault;
}

static enum fault put_undo(struct journal *journal, const char *act, const struct writer *writer)
{
    long long id, of;
    unsigned char link[HASH_BYTES];
    char own[ID_SIZE];
    enum fault fault = find_act(journal, act, &of);
    fault = fault == FAULT_NONE ? read_end(journal, &id, link) : fault;
    if (fault != FAULT_NONE) {
        return fault;
    }
    id++;
    sqlite3_bind_int64(journal->statements[JOURNAL_PUT_UNDO], 2, of);
    fault = put(journal, JOURNAL_PUT_UNDO, id, NULL, 0);
    fault = fault == FAULT_NONE ? undo_outbox(journal, id, of) : fault;
    return fault == FAULT_NONE ? put_entry(journal, "undo", id, writer, link, own) : fault;
}

enum fault journal_undo(struct journal *journal, const char *id, const struct writer *writer)
{
    enum fault fault = journal_begin(journal);
    if (fault != FAULT_NONE) {
        return fault;
    }
    return journal_end(journal, put_undo(journal, id, writer));
}
