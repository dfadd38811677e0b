/* export_journal: the columns of the journal: every entry, and under it every correction. */
#include "adapter/export_file.h"
#include <stdio.h>
#include <string.h>

enum column {
    COLUMN_ENTRY,
    COLUMN_KIND,
    COLUMN_TIME,
    COLUMN_COUNTER,
    COLUMN_CLERK,
    COLUMN_ACT,
    COLUMN_NUMBER,
    COLUMN_NAME,
    COLUMN_FIELD,
    COLUMN_CHANGE,
    COLUMN_BEFORE,
    COLUMN_AFTER,
    COLUMN_SOURCE,
    COLUMN_REASON,
    COLUMN_UNDOES,
    COLUMN_OF,
    COLUMN_DIFFICULTY,
    COLUMN_DIGEST,
    COLUMNS
};

/* `change` is fix, fill or keep of a correction, the kind of a difficulty, agrees, differs or stuck of a check, accepted or
 * refused of a receipt, open, sent or answered of a progress, the day of a closed_day, the purpose of a look; `before` and
 * `after` of a receipt are MA_LK and maGiaoDich; `reason` is the finding that called for a correction, the words of a
 * difficulty, the clerk's reason of an intake, a revision or a close, the portal's code of a check or a receipt, BHXH's
 * answer of a progress, the totals of a closed_day; `undoes` the act an undo is about, `of` the intake that a revision,
 * check, close, receipt, progress or look is about; `difficulty` the number of a difficulty or of what a progress moved. */
void export_name_journal(struct export *export)
{
    static const char *const names[COLUMNS] = {
        "entry",  "kind",   "time",  "counter", "clerk",  "act",    "number", "name",       "field",
        "change", "before", "after", "source",  "reason", "undoes", "of",     "difficulty", "digest"};
    for (int i = 0; i < COLUMNS; i++) {
        export_add_name(export, names[i], "");
    }
}

static enum fault read_entry(struct export *export)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < COLUMNS; i++) {
        fault = export_text(export->rows, i, export->row.values[i], EXPORT_TEXT_SIZE);
    }
    if (fault == FAULT_NONE) {
        char at[EXPORT_CODE_SIZE];
        snprintf(at, sizeof at, "%.*s", (int)sizeof at - 1, export->row.values[COLUMN_TIME]);
        export_time(at, export->row.values[COLUMN_TIME]);
    }
    return fault;
}

/* What follows an entry repeats whose it is and leaves the rest to fill. */
static void follow(struct export *export, const char *kind)
{
    strcpy(export->row.values[COLUMN_KIND], kind);
    for (int i = COLUMN_FIELD; i <= COLUMN_UNDOES; i++) {
        export->row.values[i][0] = '\0';
    }
    export->row.values[COLUMN_DIFFICULTY][0] = '\0';
}

static enum fault next_correction(struct export *export, bool *ret_found)
{
    enum fault fault = export_step(export, export->corrections, ret_found);
    if (fault != FAULT_NONE || !*ret_found) {
        return fault;
    }
    struct export_correction *correction = &export->row.corrections[0];
    fault = export_read_correction(export->corrections, correction);
    follow(export, "correction");
    strcpy(export->row.values[COLUMN_FIELD], correction->field);
    strcpy(export->row.values[COLUMN_CHANGE], correction->kind);
    strcpy(export->row.values[COLUMN_BEFORE], correction->before);
    strcpy(export->row.values[COLUMN_AFTER], correction->after);
    strcpy(export->row.values[COLUMN_SOURCE], correction->source);
    strcpy(export->row.values[COLUMN_REASON], correction->reason);
    return fault;
}

static enum fault next_difficulty(struct export *export, bool *ret_found)
{
    enum fault fault = export_step(export, export->difficulty, ret_found);
    if (fault != FAULT_NONE || !*ret_found) {
        return fault;
    }
    follow(export, "difficulty");
    static const enum column columns[] = {COLUMN_CHANGE, COLUMN_REASON, COLUMN_DIFFICULTY};
    for (int i = 0; fault == FAULT_NONE && i < 3; i++) {
        fault = export_text(export->difficulty, i, export->row.values[columns[i]], EXPORT_TEXT_SIZE);
    }
    return fault;
}

static enum fault next_entry(struct export *export, bool *ret_found)
{
    enum fault fault = export_step(export, export->rows, ret_found);
    if (fault != FAULT_NONE || !*ret_found) {
        return fault;
    }
    long long id = sqlite3_column_int64(export->rows, 0);
    fault = read_entry(export);
    sqlite3_bind_int64(export->corrections, 1, id);
    sqlite3_bind_int64(export->difficulty, 1, id);
    export->stage = STAGE_CORRECTIONS;
    return fault;
}

enum fault export_next_journal(struct export *export, bool *ret_found)
{
    enum fault fault = FAULT_NONE;
    *ret_found = false;
    if (export->stage == STAGE_CORRECTIONS) {
        fault = next_correction(export, ret_found);
        export->stage = *ret_found ? STAGE_CORRECTIONS : STAGE_DIFFICULTY;
    }
    if (fault == FAULT_NONE && !*ret_found && export->stage == STAGE_DIFFICULTY) {
        fault = next_difficulty(export, ret_found);
        export->stage = *ret_found ? STAGE_DIFFICULTY : STAGE_ENTRY;
    }
    return fault == FAULT_NONE && !*ret_found ? next_entry(export, ret_found) : fault;
}
