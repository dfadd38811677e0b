/* journal_difficulty_detail: what the clerk saw who opened a difficulty. */
#include "adapter/journal_file.h"
#include "core/text.h"
#include <string.h>

enum { CODE_SIZE = 64 };

static enum fault read_seen(struct journal *journal, long long entry, struct difficulty_detail *ret)
{
    sqlite3_stmt *row = journal->statements[JOURNAL_GET_SEEN];
    char verdict[CODE_SIZE], findings[FINDINGS_TEXT_SIZE];
    bool found;
    sqlite3_bind_int64(row, 1, entry);
    enum fault fault = journal_row(journal, JOURNAL_GET_SEEN, &found);
    if (fault == FAULT_NONE && found) {
        const struct journal_text texts[] = {{verdict, CODE_SIZE}, {findings, FINDINGS_TEXT_SIZE}};
        fault = journal_texts(row, 0, texts, 2);
    }
    sqlite3_reset(row);
    if (fault == FAULT_NONE && found) {
        ret->verdict = verdict_named(verdict);
        findings_read(findings, &ret->findings);
    }
    return fault;
}

/* What was taken over from the assessment data against the card. */
static void take_over(const struct intake *opened, struct facts *ret)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        enum field field = (enum field)i;
        enum source source = opened->source[i];
        const char *value = facts_get(&opened->facts, field);
        if ((source == SOURCE_REGISTER || source == SOURCE_PORTAL) &&
            strcmp(value, facts_get(&opened->card, field)) != 0) {
            memcpy(facts_at(ret, field), value, strlen(value) + 1);
        }
    }
}

static enum fault take_stated(sqlite3_stmt *row, struct facts *ret)
{
    char code[CODE_SIZE], value[ADDRESS_SIZE];
    const struct journal_text texts[] = {{code, CODE_SIZE}, {value, ADDRESS_SIZE}};
    enum fault fault = journal_texts(row, 0, texts, 2);
    for (int i = 0; fault == FAULT_NONE && i < FIELD_COUNT; i++) {
        enum field field = (enum field)i;
        if (strcmp(code, field_code(field)) == 0 &&
            text_copy(facts_at(ret, field), field_size(field), value) != FAULT_NONE) {
            fault = FAULT_JOURNAL_DAMAGED;
        }
    }
    return fault;
}

static enum fault read_stated(struct journal *journal, long long entry, struct facts *ret)
{
    sqlite3_stmt *rows = journal->statements[JOURNAL_GET_STATED];
    enum fault fault = FAULT_NONE;
    int code = SQLITE_DONE;
    sqlite3_bind_int64(rows, 1, entry);
    while (fault == FAULT_NONE && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        fault = take_stated(rows, ret);
    }
    fault = fault == FAULT_NONE ? sql_fault(journal->db, &SQL_JOURNAL, code) : fault;
    sqlite3_reset(rows);
    return fault;
}

static enum fault find_newest(struct journal *journal, long long of, long long *ret)
{
    sqlite3_bind_int64(journal->statements[JOURNAL_GET_NEWEST], 1, of);
    return journal_number(journal, JOURNAL_GET_NEWEST, ret);
}

enum fault difficulty_detail(struct journal *journal, long long entry, long long of,
                             struct difficulty_detail *ret)
{
    struct intake opened = {.of = ""}, newest = {.of = ""};
    long long last = of;
    *ret = (struct difficulty_detail){.verdict = VERDICT_UNCHECKED};
    enum fault fault = read_seen(journal, entry, ret);
    fault = fault == FAULT_NONE ? record_fields(journal, entry, &opened) : fault;
    fault = fault == FAULT_NONE ? find_newest(journal, of, &last) : fault;
    fault = fault == FAULT_NONE ? record_fields(journal, last, &newest) : fault;
    if (fault != FAULT_NONE) {
        return fault;
    }
    ret->card = opened.card;
    ret->taken = newest.facts;
    take_over(&opened, &ret->system);
    return read_stated(journal, entry, &ret->system);
}
