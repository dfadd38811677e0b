/* export_rows: a row at a time; what is counted are names and days, which are few. */
#include "command/export_rows.h"
#include "command/export_words.h"
#include "core/json.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CORRECTIONS_SIZE = 32 * 1024, DAY_LEN = 10, TALLY_NAME = 128, SHOWN_EVERY = 1000 };

/* ---- columns ---- */

/* How a spreadsheet shows a column; those that are not named here have their own name. */
static const struct sheet_column SHOWN[] = {
    {"number", "Số", CELL_NUMBER, 6},
    {"opened", "Lập lúc", CELL_MINUTE, 17},
    {"time", "Lúc", CELL_MINUTE, 17},
    {"kind", "Mã loại", CELL_TEXT, 12},
    {"kind_text", "Loại vướng mắc", CELL_TEXT, 28},
    {"text", "Nội dung", CELL_TEXT, 40},
    {"name", "Họ tên", CELL_TEXT, 28},
    {"birth_date", "Ngày sinh", CELL_DAY, 12},
    {"gender", "Giới tính", CELL_TEXT, 9},
    {"card", "Số thẻ", CELL_TEXT, 18},
    {"bhxh", "Mã số BHXH", CELL_TEXT, 12},
    {"cccd", "CCCD", CELL_TEXT, 14},
    {"phone", "Điện thoại", CELL_TEXT, 13},
    {"facility", "Nơi ĐK KCBBĐ", CELL_TEXT, 10},
    {"facility_card", "Nơi ĐK trên thẻ", CELL_TEXT, 10},
    {"facility_system", "Nơi ĐK hệ thống", CELL_TEXT, 10},
    {"address_card", "Địa chỉ trên thẻ", CELL_TEXT, 36},
    {"address_system", "Địa chỉ hệ thống", CELL_TEXT, 36},
    {"verdict", "Kết luận", CELL_TEXT, 14},
    {"findings", "Điều phát hiện", CELL_TEXT, 24},
    {"source", "Nguồn", CELL_TEXT, 10},
    {"status", "Kết quả", CELL_TEXT, 12},
    {"corrections", "Số chỗ sửa", CELL_NUMBER, 8},
    {"unchecked", "Chưa kiểm tra", CELL_TEXT, 12},
    {"nameless", "Chưa rõ người", CELL_TEXT, 12},
    {"difficulties", "Vướng mắc số", CELL_TEXT, 12},
    {"counter", "Quầy", CELL_TEXT, 12},
    {"clerk", "Nhân viên", CELL_TEXT, 20},
    {"state", "Tình trạng", CELL_TEXT, 12},
    {"state_day", "Từ ngày", CELL_DAY, 12},
    {"reply", "BHXH trả lời", CELL_TEXT, 40},
    {"undone", "Hoàn tác lúc", CELL_MINUTE, 17},
    {"act", "Mã lượt", CELL_TEXT, 38},
};

static bool is_list(enum export_kind kind)
{
    return kind != EXPORT_JOURNAL && kind != EXPORT_INTAKES;
}

/* Columns of the journal and the intakes are for programs: they keep their names, and every value is text. */
static struct sheet_column column(const struct export *export, enum export_kind kind, int at)
{
    const char *name = export_name(export, at);
    for (size_t i = 0; is_list(kind) && i < sizeof SHOWN / sizeof *SHOWN; i++) {
        if (strcmp(SHOWN[i].name, name) == 0) {
            return SHOWN[i];
        }
    }
    return (struct sheet_column){name, NULL, CELL_TEXT, 0};
}

/* ---- corrections of an intake ---- */

static enum fault corrections_text(const struct export_row *row, char out[CORRECTIONS_SIZE])
{
    size_t len = 0;
    out[0] = '\0';
    for (int i = 0; i < row->correction_count; i++) {
        const struct export_correction *c = &row->corrections[i];
        int more = snprintf(out + len, CORRECTIONS_SIZE - len, "%s%s %s %s > %s (%s)", i ? "; " : "",
                            c->field, c->kind, c->before, c->after, c->source);
        len += (size_t)more;
        if (len >= CORRECTIONS_SIZE) {
            return FAULT_TOO_LONG;
        }
    }
    return FAULT_NONE;
}

static enum fault corrections_json(const struct export_row *row, char out[CORRECTIONS_SIZE])
{
    struct json json;
    json_begin(&json, out, CORRECTIONS_SIZE);
    json_array_begin(&json);
    for (int i = 0; i < row->correction_count; i++) {
        const struct export_correction *c = &row->corrections[i];
        json_object_begin(&json);
        json_pair(&json, "field", c->field);
        json_pair(&json, "kind", c->kind);
        json_pair(&json, "before", c->before);
        json_pair(&json, "after", c->after);
        json_pair(&json, "source", c->source);
        json_pair(&json, "reason", c->reason);
        json_object_end(&json);
    }
    json_array_end(&json);
    return json_end(&json);
}

/* ---- counts ---- */

struct tally {
    struct {
        char name[TALLY_NAME];
        int count;
    } * rows;
    int count, room;
};

static enum fault count_one(struct tally *tally, const char *name)
{
    for (int i = tally->count - 1; i >= 0; i--) {
        if (strcmp(tally->rows[i].name, name) == 0) {
            tally->rows[i].count++;
            return FAULT_NONE;
        }
    }
    if (tally->count == tally->room) {
        int room = tally->room ? 2 * tally->room : 64;
        void *more = realloc(tally->rows, (size_t)room * sizeof *tally->rows);
        if (!more) {
            return FAULT_STORE_MEMORY;
        }
        tally->rows = more;
        tally->room = room;
    }
    snprintf(tally->rows[tally->count].name, TALLY_NAME, "%s", name);
    tally->rows[tally->count++].count = 1;
    return FAULT_NONE;
}

enum { BY_KIND, BY_DAY, BY_COUNTER, TALLIES };

struct writing {
    struct export *export;
    struct sheet *sheet;
    enum export_kind kind;
    enum sheet_kind format;
    struct sheet_column columns[EXPORT_WIDTH + 1];
    int width;
    bool shows; /* on a terminal */
    long rows;
    struct tally tallies[TALLIES];
    char corrections[CORRECTIONS_SIZE];
};

static const char *value_called(const struct writing *writing, const struct export_row *row, const char *name)
{
    for (int i = 0; i < writing->width; i++) {
        if (strcmp(writing->columns[i].name, name) == 0) {
            return row->values[i];
        }
    }
    return "";
}

static enum fault count_row(struct writing *writing, const struct export_row *row)
{
    char day[DAY_LEN + 1];
    snprintf(day, sizeof day, "%.*s", DAY_LEN, value_called(writing, row, "opened"));
    enum fault fault = count_one(&writing->tallies[BY_KIND], value_called(writing, row, "kind_text"));
    fault = fault ? fault : count_one(&writing->tallies[BY_DAY], day);
    return fault ? fault : count_one(&writing->tallies[BY_COUNTER], value_called(writing, row, "counter"));
}

static enum fault put_tally(struct sheet *sheet, const struct tally *tally, const char *table,
                            const struct sheet_column columns[2])
{
    enum fault fault = sheet_table(sheet, table, columns, 2);
    for (int i = 0; !fault && i < tally->count; i++) {
        char number[16];
        const char *const values[] = {tally->rows[i].name, number};
        snprintf(number, sizeof number, "%d", tally->rows[i].count);
        fault = sheet_row(sheet, values);
    }
    return fault;
}

static enum fault put_tallies(struct writing *writing)
{
    static const struct {
        const char *table;
        struct sheet_column columns[2];
    } tables[TALLIES] = {
        [BY_KIND] = {"Theo loại",
                     {{"kind", "Loại vướng mắc", CELL_TEXT, 32}, {"count", "Số", CELL_NUMBER, 8}}},
        [BY_DAY] = {"Theo ngày", {{"day", "Ngày", CELL_DAY, 12}, {"count", "Số", CELL_NUMBER, 8}}},
        [BY_COUNTER] = {"Theo quầy", {{"counter", "Quầy", CELL_TEXT, 20}, {"count", "Số", CELL_NUMBER, 8}}},
    };
    enum fault fault = FAULT_NONE;
    for (int i = 0; !fault && i < TALLIES; i++) {
        fault = put_tally(writing->sheet, &writing->tallies[i], tables[i].table, tables[i].columns);
    }
    return fault;
}

/* ---- rows ---- */

static const char *const TABLES[EXPORT_KINDS] = {[EXPORT_JOURNAL] = "Nhật ký",
                                                 [EXPORT_INTAKES] = "Tiếp nhận",
                                                 [EXPORT_DIFFICULTIES] = "Vướng mắc",
                                                 [EXPORT_CCCD] = "Bổ sung CCCD",
                                                 [EXPORT_DAY] = "Danh sách"};

static enum fault begin(struct writing *writing)
{
    int width = export_width(writing->export);
    for (int i = 0; i < width; i++) {
        writing->columns[i] = column(writing->export, writing->kind, i);
    }
    if (writing->kind == EXPORT_INTAKES) {
        writing->columns[width++] = (struct sheet_column){"corrections", NULL, CELL_JSON, 0};
    }
    writing->width = width;
    writing->shows = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
    return sheet_table(writing->sheet, TABLES[writing->kind], writing->columns, width);
}

static enum fault put_row(struct writing *writing, const struct export_row *row)
{
    const char *values[EXPORT_WIDTH + 1];
    bool worded = is_list(writing->kind) && writing->format == SHEET_XLSX;
    enum fault fault = FAULT_NONE;
    for (int i = 0; i < writing->width; i++) {
        values[i] = i < EXPORT_WIDTH ? row->values[i] : "";
        values[i] = worded ? export_word(writing->columns[i].name, values[i]) : values[i];
    }
    if (writing->kind == EXPORT_INTAKES) {
        fault = writing->format == SHEET_JSON ? corrections_json(row, writing->corrections)
                                              : corrections_text(row, writing->corrections);
        values[writing->width - 1] = writing->corrections;
    }
    fault = fault ? fault : sheet_row(writing->sheet, values);
    writing->rows++;
    if (writing->shows && writing->rows % SHOWN_EVERY == 0) {
        fprintf(stderr, "\r%ld", writing->rows);
    }
    return fault;
}

static enum fault write_all(struct writing *writing)
{
    bool counts = writing->kind == EXPORT_DIFFICULTIES && writing->format == SHEET_XLSX;
    const struct export_row *row;
    enum fault fault = begin(writing);
    while (!fault && (fault = export_next(writing->export, &row)) == FAULT_NONE && row) {
        fault = put_row(writing, row);
        fault = fault || !counts ? fault : count_row(writing, row);
    }
    if (writing->shows && writing->rows >= SHOWN_EVERY) {
        fprintf(stderr, "\r%ld\n", writing->rows);
    }
    return fault || !counts ? fault : put_tallies(writing);
}

enum fault export_rows(const char *dir, enum export_kind kind, const struct export_of *of,
                       enum sheet_kind format, struct sheet *sheet)
{
    struct writing *writing = calloc(1, sizeof *writing);
    if (!writing) {
        return FAULT_STORE_MEMORY;
    }
    *writing = (struct writing){.sheet = sheet, .kind = kind, .format = format};
    enum fault fault = export_open(dir, kind, of, &writing->export);
    fault = fault ? fault : write_all(writing);
    export_close(writing->export);
    for (int i = 0; i < TALLIES; i++) {
        free(writing->tallies[i].rows);
    }
    explicit_bzero(writing, sizeof *writing);
    free(writing);
    return fault;
}
