/* export_file: what the kinds of export share. */
#ifndef TIEPDON_EXPORT_FILE_H
#define TIEPDON_EXPORT_FILE_H
#include "adapter/export.h"
#include "adapter/place.h"
#include "adapter/store_sql.h"

/* The statement whose rows come next: an entry's corrections and difficulty follow it. */
enum export_stage { STAGE_ENTRY, STAGE_CORRECTIONS, STAGE_DIFFICULTY };

struct export
{
    enum export_kind kind;
    struct export_of of;
    sqlite3 *db;
    sqlite3_stmt *rows, *corrections, *difficulty, *fields; /* the last three by entry */
    enum export_stage stage;
    int width;
    char names[EXPORT_WIDTH][EXPORT_NAME_SIZE];
    struct export_row row;
};

/* A kind whose columns are those of its statement, which takes the first and the last day. */
enum export_form {
    EXPORT_PLAIN,
    EXPORT_TIME,      /* an instant */
    EXPORT_KIND_TEXT, /* the name of the difficulty whose kind is the column before */
};
struct export_column {
    const char *name;
    enum export_form form;
};
struct export_list {
    const char *sql;
    const struct export_column *columns;
    int count;
};
extern const struct export_list EXPORT_LISTS[EXPORT_KINDS];

void export_add_name(struct export *export, const char *name, const char *suffix);
void export_name_journal(struct export *export);
void export_name_intakes(struct export *export);
void export_name_list(struct export *export);

NEEDED enum fault export_next_journal(struct export *export, bool *ret_found);
NEEDED enum fault export_next_intake(struct export *export, bool *ret_found);
NEEDED enum fault export_next_list(struct export *export, bool *ret_found);

/* One step; behind the last row the statement is reset. */
NEEDED enum fault export_step(struct export *export, sqlite3_stmt *statement, bool *ret_found);
NEEDED enum fault export_text(sqlite3_stmt *statement, int column, char *out, size_t cap);
/* The present row of `corrections`. */
NEEDED enum fault export_read_correction(sqlite3_stmt *row, struct export_correction *ret);

/* An instant of the journal as Vietnamese time: "2026-11-20T08:41:05+07:00", or
 * "202611200841" as QĐ 4750 has it. */
void export_time(const char *instant, char out[EXPORT_TEXT_SIZE]);
void export_minute(const char *instant, char out[EXPORT_TEXT_SIZE]);

#endif
