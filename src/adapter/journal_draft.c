/* journal_draft: the open review of each counter, written between two keys. */
#include "adapter/journal_file.h"

/* Waits for nobody: the caller tries again. */
enum fault journal_draft_write(struct journal *journal, const char *counter, const char *draft)
{
    enum journal_statement which = *draft ? JOURNAL_PUT_DRAFT : JOURNAL_DROP_DRAFT;
    enum fault fault = journal_light(journal, 0);
    if (fault == FAULT_NONE) {
        sql_bind(journal->statements[which], 1, counter);
        if (*draft) {
            sql_bind(journal->statements[which], 2, draft);
        }
        fault = journal_once(journal, which);
    }
    return journal_heavy(journal, fault);
}

enum fault journal_draft_read(struct journal *journal, const char *counter, char *out, size_t cap)
{
    sqlite3_stmt *statement = journal->statements[JOURNAL_GET_DRAFT];
    bool found;
    out[0] = '\0';
    sql_bind(statement, 1, counter);
    enum fault fault = journal_row(journal, JOURNAL_GET_DRAFT, &found);
    if (fault == FAULT_NONE && found) {
        fault = sql_text(statement, 0, &SQL_JOURNAL, out, cap);
    }
    sqlite3_reset(statement);
    return fault;
}
