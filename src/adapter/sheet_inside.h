/* sheet_inside: what the files of the sheet share; nobody else includes it. */
#ifndef TIEPDON_SHEET_INSIDE_H
#define TIEPDON_SHEET_INSIDE_H
#include "adapter/place.h"
#include "adapter/sheet.h"
#include <stdio.h>
#include <xlsxwriter.h>

/* The longest object of JSON, a row of intakes with its corrections. */
enum { SHEET_LINE = 2 << 20 };

struct sheet {
    enum sheet_kind kind;
    char path[PATH_SIZE], next[PATH_SIZE], dir[PATH_SIZE]; /* path "": standard output */
    const struct sheet_column *columns;
    int count, tables;
    const char *table;
    long rows;  /* of this table, with its header */
    FILE *out;  /* CSV, JSON */
    char *line; /* JSON */
    lxw_workbook *book;
    lxw_worksheet *page;
    lxw_format *bold;
};

NEEDED enum fault sheet_text_open(struct sheet *sheet);
NEEDED enum fault sheet_text_table(struct sheet *sheet);
NEEDED enum fault sheet_text_row(struct sheet *sheet, const char *const values[]);
NEEDED enum fault sheet_text_finish(struct sheet *sheet);
void sheet_text_drop(struct sheet *sheet);

NEEDED enum fault sheet_xlsx_open(struct sheet *sheet);
NEEDED enum fault sheet_xlsx_table(struct sheet *sheet);
NEEDED enum fault sheet_xlsx_row(struct sheet *sheet, const char *const values[]);
NEEDED enum fault sheet_xlsx_finish(struct sheet *sheet);
void sheet_xlsx_drop(struct sheet *sheet);

/* The fault that an errno stands for. */
enum fault sheet_fault(int code);

#endif
