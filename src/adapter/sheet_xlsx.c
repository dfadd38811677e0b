/* sheet_xlsx: libxlsxwriter with constant memory: a row is in a file without a name, in the directory of the table, as
 * soon as the next one begins. */
#include "adapter/sheet_inside.h"
#include "core/date.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { DAY_LEN = 10, CELL_SIZE = 32, SHEET_NAME_MAX = 31 };

enum fault sheet_xlsx_open(struct sheet *sheet)
{
    lxw_workbook_options options = {
        .constant_memory = LXW_TRUE, .tmpdir = sheet->dir, .use_zip64 = LXW_FALSE};
    sheet->book = workbook_new_opt(sheet->next, &options);
    sheet->bold = sheet->book ? workbook_add_format(sheet->book) : NULL;
    if (!sheet->bold) {
        return FAULT_STORE_MEMORY;
    }
    format_set_bold(sheet->bold);
    return FAULT_NONE;
}

static enum fault of_error(lxw_error error)
{
    return error == LXW_NO_ERROR                             ? FAULT_NONE
           : error == LXW_ERROR_MEMORY_MALLOC_FAILED         ? FAULT_STORE_MEMORY
           : error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE ? FAULT_SHEET_ROWS
                                                             : FAULT_SHEET_FAILED;
}

static const char *title(const struct sheet_column *column)
{
    return column->title ? column->title : column->name;
}

enum fault sheet_xlsx_table(struct sheet *sheet)
{
    sheet->page = workbook_add_worksheet(sheet->book, sheet->table);
    if (!sheet->page) {
        return FAULT_SHEET_FAILED;
    }
    lxw_error error = LXW_NO_ERROR;
    worksheet_freeze_panes(sheet->page, 1, 0);
    worksheet_repeat_rows(sheet->page, 0, 0);
    worksheet_set_landscape(sheet->page);
    worksheet_fit_to_pages(sheet->page, 1, 0);
    for (int i = 0; !error && i < sheet->count; i++) {
        const struct sheet_column *column = &sheet->columns[i];
        if (column->width) {
            error = worksheet_set_column(sheet->page, (lxw_col_t)i, (lxw_col_t)i, column->width, NULL);
        }
    }
    for (int i = 0; !error && i < sheet->count; i++) {
        error = worksheet_write_string(sheet->page, 0, (lxw_col_t)i, title(&sheet->columns[i]), sheet->bold);
    }
    sheet->rows = 1;
    return of_error(error);
}

/* "2026-11-20T08:41" as "20/11/2026 08:41"; what is no day stays as it is. */
static const char *show(enum cell_kind kind, const char *value, char out[CELL_SIZE])
{
    date_text day, shown;
    size_t len = strlen(value);
    if ((kind != CELL_DAY && kind != CELL_MINUTE) || len == 0 || len >= CELL_SIZE) {
        return value;
    }
    size_t head = len < DAY_LEN ? len : DAY_LEN;
    memcpy(day, value, head);
    day[head] = '\0';
    if (!date_valid(day)) {
        return value;
    }
    date_show(day, shown);
    const char *time = value + head + (value[head] == 'T');
    snprintf(out, CELL_SIZE, "%s%s%.5s", shown, *time ? " " : "", time);
    return out;
}

static lxw_error put_cell(struct sheet *sheet, int column, const char *value)
{
    char text[CELL_SIZE];
    enum cell_kind kind = sheet->columns[column].kind;
    lxw_row_t row = (lxw_row_t)sheet->rows;
    if (!*value) {
        return LXW_NO_ERROR;
    }
    if (kind == CELL_NUMBER) {
        return worksheet_write_number(sheet->page, row, (lxw_col_t)column, strtod(value, NULL), NULL);
    }
    return worksheet_write_string(sheet->page, row, (lxw_col_t)column, show(kind, value, text), NULL);
}

enum fault sheet_xlsx_row(struct sheet *sheet, const char *const values[])
{
    lxw_error error = LXW_NO_ERROR;
    if (sheet->rows == SHEET_ROWS_MAX) {
        return FAULT_SHEET_ROWS;
    }
    for (int i = 0; !error && i < sheet->count; i++) {
        error = put_cell(sheet, i, values[i]);
    }
    sheet->rows++;
    return of_error(error);
}

/* The library does not look whether its own files were written. */
static bool rows_are_whole(const struct sheet *sheet)
{
    lxw_worksheet *page;
    STAILQ_FOREACH(page, sheet->book->worksheets, list_pointers)
    {
        if (page->optimize_tmpfile &&
            (fflush(page->optimize_tmpfile) != 0 || ferror(page->optimize_tmpfile))) {
            return false;
        }
    }
    return true;
}

enum fault sheet_xlsx_finish(struct sheet *sheet)
{
    errno = 0;
    if (!rows_are_whole(sheet)) {
        return errno ? sheet_fault(errno) : FAULT_SHEET_FAILED;
    }
    lxw_error error = workbook_close(sheet->book);
    sheet->book = NULL;
    return error && errno == ENOSPC ? FAULT_SHEET_FULL : of_error(error);
}

void sheet_xlsx_drop(struct sheet *sheet)
{
    if (sheet->book) {
        lxw_workbook_free(sheet->book);
    }
}
