/* export_statistics: what the charts of the counter show, as tables. */
#include "adapter/store.h"
#include "command/export_rows.h"
#include <stdio.h>
#include <string.h>

enum { CELLS = 5, CELL_SIZE = 24 };

/* A row of a first text and numbers behind it. */
static enum fault put(struct sheet *sheet, const char *name, const int *numbers, int count)
{
    char texts[CELLS][CELL_SIZE];
    const char *values[CELLS] = {name};
    for (int i = 0; i < count; i++) {
        snprintf(texts[i], CELL_SIZE, "%d", numbers[i]);
        values[i + 1] = texts[i];
    }
    return sheet_row(sheet, values);
}

#define NUMBER(name, title)                                                                                  \
    {                                                                                                        \
        name, title, CELL_NUMBER, 12                                                                         \
    }

static enum fault put_days(struct sheet *sheet, const struct statistics *s)
{
    static const struct sheet_column columns[] = {{"day", "Ngày", CELL_DAY, 12},
                                                  NUMBER("intakes", "Tiếp nhận"),
                                                  NUMBER("corrected", "Có sửa"),
                                                  NUMBER("provisional", "Tạm nhận"),
                                                  NUMBER("difficulties", "Vướng mắc")};
    enum fault fault = sheet_table(sheet, "Theo ngày", columns, 5);
    for (int i = 0; !fault && i < s->day_count; i++) {
        const int numbers[] = {s->days[i].intakes, s->days[i].corrected, s->days[i].provisional,
                               s->days[i].difficulties};
        fault = put(sheet, s->days[i].day, numbers, 4);
    }
    return fault;
}

static enum fault put_hours(struct sheet *sheet, const struct statistics *s)
{
    static const struct sheet_column columns[] = {{"hour", "Giờ", CELL_NUMBER, 8},
                                                  NUMBER("intakes", "Tiếp nhận")};
    enum fault fault = sheet_table(sheet, "Theo giờ", columns, 2);
    for (int i = 0; !fault && i < STATISTICS_HOURS; i++) {
        char hour[CELL_SIZE];
        snprintf(hour, sizeof hour, "%d", i);
        fault = put(sheet, hour, &s->hours[i], 1);
    }
    return fault;
}

static enum fault put_findings(struct sheet *sheet, const struct statistics *s)
{
    static const struct sheet_column columns[] = {{"finding", "Điều phát hiện", CELL_TEXT, 28},
                                                  {"text", "Nội dung", CELL_TEXT, 48},
                                                  NUMBER("count", "Số")};
    enum fault fault = sheet_table(sheet, "Điều phát hiện", columns, 3);
    for (int i = 0; !fault && i < FINDING_COUNT; i++) {
        char number[CELL_SIZE];
        enum finding finding = (enum finding)i;
        const char *const values[] = {finding_code(finding), finding_what(finding, LANGUAGE_VI), number};
        snprintf(number, sizeof number, "%d", s->findings[i]);
        fault = s->findings[i] ? sheet_row(sheet, values) : FAULT_NONE;
    }
    return fault;
}

static enum fault put_facilities(struct sheet *sheet, const struct statistics *s)
{
    static const struct sheet_column columns[] = {{"facility", "Nơi ĐK trên thẻ", CELL_TEXT, 16},
                                                  NUMBER("count", "Số thẻ sai")};
    enum fault fault = sheet_table(sheet, "Sai nơi ĐK", columns, 2);
    for (int i = 0; !fault && i < s->facility_count; i++) {
        fault = put(sheet, s->facilities[i].code, &s->facilities[i].count, 1);
    }
    return fault;
}

static enum fault put_difficulties(struct sheet *sheet, const struct statistics *s)
{
    static const struct sheet_column columns[] = {{"difficulty", "Vướng mắc", CELL_TEXT, 32},
                                                  NUMBER("count", "Số")};
    enum fault fault = sheet_table(sheet, "Vướng mắc", columns, 2);
    for (int i = 1; !fault && i < DIFFICULTY_COUNT; i++) {
        fault = put(sheet, difficulty_text((enum difficulty)i, LANGUAGE_VI), &s->difficulties[i], 1);
    }
    return fault;
}

static enum fault put_counters(struct sheet *sheet, const struct statistics *s)
{
    static const struct sheet_column columns[] = {{"counter", "Quầy", CELL_TEXT, 20},
                                                  NUMBER("intakes", "Tiếp nhận"),
                                                  NUMBER("difficulties", "Vướng mắc")};
    enum fault fault = sheet_table(sheet, "Theo quầy", columns, 3);
    for (int i = 0; !fault && i < s->counter_count; i++) {
        const int numbers[] = {s->counters[i].intakes, s->counters[i].difficulties};
        fault = put(sheet, s->counters[i].name, numbers, 2);
    }
    return fault;
}

enum fault export_statistics(const char *dir, const struct export_of *of, struct sheet *sheet)
{
    struct store *store = NULL;
    struct export *there = NULL;
    struct statistics s = {.intakes = 0};
    enum fault fault =
        export_open(dir, EXPORT_DAY, of, &there); /* without a journal there is nothing to count */
    export_close(there);
    memcpy(s.from, of->from, sizeof s.from);
    memcpy(s.to, of->to, sizeof s.to);
    fault = fault ? fault : store_open(dir, STORE_READ, &store);
    fault = fault ? fault : store_statistics(store, &s);
    store_close(store);
    fault = fault ? fault : put_days(sheet, &s);
    fault = fault ? fault : put_hours(sheet, &s);
    fault = fault ? fault : put_findings(sheet, &s);
    fault = fault ? fault : put_facilities(sheet, &s);
    fault = fault ? fault : put_difficulties(sheet, &s);
    return fault ? fault : put_counters(sheet, &s);
}
