/* journal_record: an intake read back whole, as its newest revision has it. */
#include "adapter/journal_file.h"
#include "core/text.h"
#include <string.h>

enum { CODE_SIZE = 64 };

static const char *status_name(int value)
{
    return intake_status_code((enum intake_status)value);
}

static const char *kind_name(int value)
{
    return card_kind_code((enum card_kind)value);
}

static const char *source_name(int value)
{
    return source_code((enum source)value);
}

static const char *field_name(int value)
{
    return field_code((enum field)value);
}

static const char *correction_name(int value)
{
    return correction_kind_code((enum correction_kind)value);
}

/* Which of `count` values is called so; `other` for none: a later version wrote it. */
static int named(const char *code, const char *(*name)(int), int count, int other)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(name(i), code) == 0) {
            return i;
        }
    }
    return other;
}

void findings_read(char *codes, struct findings *ret)
{
    char *rest = NULL;
    for (char *code = strtok_r(codes, " ", &rest); code; code = strtok_r(NULL, " ", &rest)) {
        enum finding finding = finding_named(code);
        if (finding != FINDING_COUNT) {
            finding_add(ret, finding);
        }
    }
}

/* The columns of GET_RECORD. *ret_newest is the entry whose rows follow. */
static enum fault read_head(sqlite3_stmt *row, struct kept_intake *ret, long long *ret_newest)
{
    char at[INSTANT_SIZE], status[CODE_SIZE], kind[CODE_SIZE], verdict[CODE_SIZE], checked[CODE_SIZE];
    char findings[FINDINGS_TEXT_SIZE];
    struct intake *intake = &ret->intake;
    const struct journal_text head[] = {
        {at, sizeof at}, {ret->counter, PLACE_SIZE}, {ret->clerk, PLACE_SIZE}};
    const struct journal_text rest[] = {
        {ret->receipt, RECEIPT_SIZE},
        {intake->contact.phone, PHONE_SIZE},
        {status, CODE_SIZE},
        {kind, CODE_SIZE},
        {verdict, CODE_SIZE},
        {intake->bhxh_number, BHXH_SIZE},
        {findings, FINDINGS_TEXT_SIZE},
        {intake->reason, REASON_SIZE},
        {checked, CODE_SIZE},
        {intake->as_of, DATE_SIZE},
    };
    enum fault fault = journal_texts(row, 2, head, 3);
    fault = fault == FAULT_NONE ? journal_texts(row, 7, rest, sizeof rest / sizeof *rest) : fault;
    if (fault != FAULT_NONE) {
        return fault;
    }
    *ret_newest = sqlite3_column_int64(row, 1);
    instant_minute(at, ret->at);
    ret->undone = sqlite3_column_int(row, 5);
    ret->revision = sqlite3_column_int(row, 6);
    intake->repeat = sqlite3_column_int(row, 17);
    intake->settled = sqlite3_column_int(row, 18);
    intake->status =
        (enum intake_status)named(status, status_name, INTAKE_NOT_INSURED + 1, INTAKE_PROVISIONAL);
    intake->kind = (enum card_kind)named(kind, kind_name, CARD_NUMBER + 1, CARD_UNKNOWN);
    intake->verdict = verdict_named(verdict);
    intake->checked = (enum source)named(checked, source_name, SOURCE_UNITS + 1, SOURCE_NONE);
    findings_read(findings, &intake->findings);
    return FAULT_NONE;
}

static enum fault take_field(sqlite3_stmt *row, struct intake *ret)
{
    char code[CODE_SIZE], value[ADDRESS_SIZE], presented[ADDRESS_SIZE], source[CODE_SIZE];
    const struct journal_text texts[] = {
        {code, CODE_SIZE}, {value, ADDRESS_SIZE}, {presented, ADDRESS_SIZE}, {source, CODE_SIZE}};
    enum fault fault = journal_texts(row, 0, texts, 4);
    int field = fault == FAULT_NONE ? named(code, field_name, FIELD_COUNT, FIELD_COUNT) : FIELD_COUNT;
    if (field == FIELD_COUNT) {
        return fault;
    }
    size_t cap = field_size((enum field)field);
    if (text_copy(facts_at(&ret->facts, (enum field)field), cap, value) != FAULT_NONE ||
        text_copy(facts_at(&ret->card, (enum field)field), cap, presented) != FAULT_NONE) {
        return FAULT_JOURNAL_DAMAGED;
    }
    ret->source[field] = (enum source)named(source, source_name, SOURCE_UNITS + 1, SOURCE_NONE);
    return FAULT_NONE;
}

static enum fault take_correction(sqlite3_stmt *row, struct intake *ret)
{
    char field[CODE_SIZE], kind[CODE_SIZE], source[CODE_SIZE], reason[CODE_SIZE];
    const struct journal_text texts[] = {
        {field, CODE_SIZE}, {kind, CODE_SIZE}, {source, CODE_SIZE}, {reason, CODE_SIZE}};
    enum fault fault = journal_texts(row, 0, texts, 4);
    int place = fault == FAULT_NONE ? named(field, field_name, FIELD_COUNT, FIELD_COUNT) : FIELD_COUNT;
    if (place != FIELD_COUNT && ret->correction_count < FIELD_COUNT) {
        ret->corrections[ret->correction_count++] = (struct correction){
            .field = (enum field)place,
            .kind = (enum correction_kind)named(kind, correction_name, CORRECTION_KEEP + 1, CORRECTION_FIX),
            .source = (enum source)named(source, source_name, SOURCE_UNITS + 1, SOURCE_NONE),
            .reason = finding_named(reason),
        };
    }
    return fault;
}

static enum fault take_difficulty(sqlite3_stmt *row, struct intake *ret)
{
    char kind[CODE_SIZE];
    const struct journal_text texts[] = {{kind, CODE_SIZE}, {ret->difficulty_text, REASON_SIZE}};
    enum fault fault = journal_texts(row, 0, texts, 2);
    if (fault == FAULT_NONE) {
        ret->difficulty = difficulty_kept(kind);
    }
    return fault;
}

static enum fault take_entitlement(sqlite3_stmt *row, struct intake *ret)
{
    char chosen[CODE_SIZE];
    const struct journal_text texts[] = {{ret->entitlement.code, CASE_CODE_SIZE}, {chosen, CODE_SIZE}};
    enum fault fault = journal_texts(row, 0, texts, 2);
    ret->entitlement.proposed = fault == FAULT_NONE && strcmp(chosen, "program") == 0;
    return fault;
}

/* The case's paper, or the birth certificate, which stands there once where it is both: then a day is said of it. */
static enum fault take_paper(sqlite3_stmt *row, struct intake *ret)
{
    struct paper paper = {.code = ""};
    const struct journal_text texts[] = {{paper.code, PAPER_CODE_SIZE},
                                         {paper.number, PAPER_NUMBER_SIZE},
                                         {paper.from, DATE_SIZE},
                                         {paper.to, DATE_SIZE}};
    enum fault fault = journal_texts(row, 0, texts, 4);
    if (fault == FAULT_NONE && strcmp(paper.code, PAPER_BIRTH_CERTIFICATE) == 0) {
        strcpy(ret->birth_certificate, paper.number);
    }
    bool of_case = strcmp(paper.code, PAPER_BIRTH_CERTIFICATE) != 0 || *paper.from || *paper.to;
    if (fault == FAULT_NONE && of_case) {
        ret->entitlement.paper = paper;
    }
    return fault;
}

static enum fault take_reach(sqlite3_stmt *row, struct intake *ret)
{
    struct contact *contact = &ret->contact;
    const struct journal_text texts[] = {{contact->address, ADDRESS_SIZE},
                                         {contact->relative, NAME_SIZE},
                                         {contact->relative_phone, PHONE_SIZE}};
    contact->whole = sqlite3_column_int(row, 3);
    return journal_texts(row, 0, texts, 3);
}

static enum fault take_cmnd(sqlite3_stmt *row, struct intake *ret)
{
    const struct journal_text text = {ret->cmnd, CMND_SIZE};
    return journal_texts(row, 0, &text, 1);
}

static enum fault take_all(struct journal *journal, enum journal_statement which, long long entry,
                           enum fault (*take)(sqlite3_stmt *, struct intake *), struct intake *ret)
{
    sqlite3_stmt *rows = journal->statements[which];
    enum fault fault = FAULT_NONE;
    int code = SQLITE_DONE;
    sqlite3_bind_int64(rows, 1, entry);
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = take(rows, ret);
    }
    fault = fault == FAULT_NONE ? sql_fault(journal->db, &SQL_JOURNAL, code) : fault;
    sqlite3_reset(rows);
    return fault;
}

enum fault record_fields(struct journal *journal, long long entry, struct intake *ret)
{
    return take_all(journal, JOURNAL_GET_FIELDS, entry, take_field, ret);
}

static enum fault read_body(struct journal *journal, long long entry, struct intake *ret)
{
    static const struct {
        enum journal_statement which;
        enum fault (*take)(sqlite3_stmt *, struct intake *);
    } parts[] = {
        {JOURNAL_GET_FIELDS, take_field},
        {JOURNAL_GET_CORRECTIONS, take_correction},
        {JOURNAL_GET_DIFFICULTY, take_difficulty},
        {JOURNAL_GET_ENTITLEMENT, take_entitlement},
        {JOURNAL_GET_PAPERS, take_paper},
        {JOURNAL_GET_REACH, take_reach},
        {JOURNAL_GET_CMND, take_cmnd},
    };
    enum fault fault = FAULT_NONE;
    for (size_t i = 0; fault == FAULT_NONE && i < sizeof parts / sizeof *parts; i++) {
        fault = take_all(journal, parts[i].which, entry, parts[i].take, ret);
    }
    return fault;
}

enum fault journal_record(struct journal *journal, const char *id, struct kept_intake *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_RECORD];
    long long entry = 0, newest = 0;
    bool found;
    *ret = (struct kept_intake){.revision = 0};
    sql_bind(row, 1, id);
    enum fault fault = journal_row(journal, JOURNAL_GET_RECORD, &found);
    if (fault == FAULT_NONE && found) {
        entry = sqlite3_column_int64(row, 0);
        fault = read_head(row, ret, &newest);
    } else if (fault == FAULT_NONE) {
        fault = FAULT_RECORD_GONE;
    }
    sqlite3_reset(row);
    fault = fault == FAULT_NONE ? read_body(journal, newest, &ret->intake) : fault;
    fault = fault == FAULT_NONE ? late_question(journal, entry, &ret->intake.question, &ret->intake.check)
                                : fault;
    return fault == FAULT_NONE ? text_copy(ret->id, ID_SIZE, id) : fault;
}
