/* sheet: tables written row by row in constant memory: CSV and JSON for programs, XLSX (libxlsxwriter) for the BHXH
 * office and whoever opens a spreadsheet. A file takes its place only when it is whole.
 *
 * CSV is RFC 4180 with a header line, values that a spreadsheet would take for a formula guarded (csv.h), an empty line
 * before a second table. JSON is an object a line, null for nothing; rows of a second table say "table". In XLSX each
 * table is a sheet whose header row is frozen; every text stays text, so that 01009 keeps its zero and nothing is ever a
 * formula; days are text as people write them. */
#ifndef TIEPDON_SHEET_H
#define TIEPDON_SHEET_H
#include "core/fault.h"
#include "core/needed.h"
#include <stdbool.h>

enum sheet_kind { SHEET_CSV, SHEET_JSON, SHEET_XLSX };

enum cell_kind {
    CELL_TEXT,
    CELL_DAY,    /* yyyy-mm-dd and its shorter forms; dd/mm/yyyy in XLSX */
    CELL_MINUTE, /* yyyy-mm-ddThh:mm; dd/mm/yyyy hh:mm in XLSX */
    CELL_NUMBER, /* digits: a number in XLSX and JSON */
    CELL_JSON,   /* written as it stands into JSON; text elsewhere */
};

struct sheet_column {
    const char *name;  /* of CSV and JSON */
    const char *title; /* of XLSX, NULL: the name */
    enum cell_kind kind;
    int width; /* of XLSX, in letters; 0: as the program has it */
};

enum { SHEET_COLUMNS_MAX = 128, SHEET_ROWS_MAX = 1048576 /* of XLSX, with its header */ };

struct sheet;

/* To `path`, or standard output where it is NULL, which XLSX cannot. SHEET_DENIED when the file cannot be made. What is
 * written is for its owner alone (0600). */
NEEDED enum fault sheet_open(enum sheet_kind kind, const char *path, struct sheet **ret);
/* Begins a table; `columns` must stay until the next one begins or the sheet is closed. */
NEEDED enum fault sheet_table(struct sheet *sheet, const char *name, const struct sheet_column *columns,
                              int count);
/* As many values as there are columns, clean UTF-8. SHEET_ROWS when XLSX can hold no more. */
NEEDED enum fault sheet_row(struct sheet *sheet, const char *const values[]);
/* Ends it well: the file is on disk and takes its place. SHEET_FULL, SHEET_FAILED: nothing was changed. The sheet is gone
 * in either case. */
NEEDED enum fault sheet_finish(struct sheet *sheet);
/* Drops what was written; does nothing for NULL. */
void sheet_drop(struct sheet *sheet);

#endif
