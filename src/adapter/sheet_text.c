/* sheet_text: CSV and JSON. */
#include "adapter/csv.h"
#include "adapter/sheet_inside.h"
#include "core/json.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum fault sheet_text_open(struct sheet *sheet)
{
    if (sheet->kind == SHEET_JSON && !(sheet->line = malloc(SHEET_LINE))) {
        return FAULT_STORE_MEMORY;
    }
    sheet->out = sheet->next[0] ? fopen(sheet->next, "we") : stdout;
    return sheet->out ? FAULT_NONE : sheet_fault(errno);
}

static enum fault written(struct sheet *sheet)
{
    return ferror(sheet->out) ? sheet_fault(errno) : FAULT_NONE;
}

enum fault sheet_text_table(struct sheet *sheet)
{
    if (sheet->kind == SHEET_JSON) {
        return FAULT_NONE;
    }
    fputs(sheet->tables > 0 ? "\r\n" : "", sheet->out);
    for (int i = 0; i < sheet->count; i++) {
        fprintf(sheet->out, "%s%s", i ? "," : "", sheet->columns[i].name);
    }
    fputs("\r\n", sheet->out);
    return written(sheet);
}

static void put_csv(struct sheet *sheet, const char *const values[])
{
    for (int i = 0; i < sheet->count; i++) {
        fputs(i ? "," : "", sheet->out);
        csv_write_guarded(sheet->out, values[i], ',');
    }
    fputs("\r\n", sheet->out);
}

static void put_cell(struct json *json, const struct sheet_column *column, const char *value)
{
    json_key(json, column->name);
    if (!*value) {
        json_put_null(json);
    } else if (column->kind == CELL_JSON || column->kind == CELL_NUMBER) {
        json_put_raw(json, value);
    } else {
        json_put_string(json, value);
    }
}

static enum fault put_json(struct sheet *sheet, const char *const values[])
{
    struct json json;
    json_begin(&json, sheet->line, SHEET_LINE);
    json_object_begin(&json);
    if (sheet->tables > 1) {
        json_pair(&json, "table", sheet->table);
    }
    for (int i = 0; i < sheet->count; i++) {
        put_cell(&json, &sheet->columns[i], values[i]);
    }
    json_object_end(&json);
    enum fault fault = json_end(&json);
    if (!fault) {
        fprintf(sheet->out, "%s\n", sheet->line);
    }
    return fault;
}

enum fault sheet_text_row(struct sheet *sheet, const char *const values[])
{
    enum fault fault = FAULT_NONE;
    if (sheet->kind == SHEET_JSON) {
        fault = put_json(sheet, values);
    } else {
        put_csv(sheet, values);
    }
    return fault ? fault : written(sheet);
}

enum fault sheet_text_finish(struct sheet *sheet)
{
    if (sheet->out == stdout) {
        return fflush(stdout) != 0 || ferror(stdout) ? sheet_fault(errno) : FAULT_NONE;
    }
    bool failed = ferror(sheet->out) != 0;
    int code = errno;
    bool closed = fclose(sheet->out) == 0;
    sheet->out = NULL;
    return failed ? sheet_fault(code) : closed ? FAULT_NONE : sheet_fault(errno);
}

void sheet_text_drop(struct sheet *sheet)
{
    if (sheet->out && sheet->out != stdout) {
        fclose(sheet->out);
    }
    if (sheet->line) {
        explicit_bzero(sheet->line, SHEET_LINE);
        free(sheet->line);
    }
}
