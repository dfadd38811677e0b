/* export_intake: the columns of an intake, under the names of QĐ 4750 where it has one. */
#include "adapter/export_file.h"
#include "core/portal.h"
#include "core/qd4750.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Columns before and behind the fields'; the statement brings them after the entry's id, in this order. Our
 * own code stands last. */
enum { HEAD = 8, TAIL = 7, ENTITLEMENT = 7, PORTAL = 5 };

void export_name_intakes(struct export *export)
{
    static const char *const head[HEAD] = {"act",    "NGAY_VAO", "counter", "clerk",
                                           "status", "card",     "verdict", "maSoBHXH"};
    static const char *const tail[TAIL] = {"findings", "reason", "difficulty", "difficulty_text",
                                           "checked",  "as_of",  "undone"};
    static const char *const entitlement[ENTITLEMENT] = {"MA_DOITUONG_KCB",  "entitlement", "paper",
                                                         "paper_number",     "paper_from",  "paper_to",
                                                         "birth_certificate"};
    static const char *const portal[PORTAL] = {"phone", "revision", "late", "late_code", "receipt"};
    for (int i = 0; i < HEAD; i++) {
        export_add_name(export, head[i], "");
    }
    for (int i = 0; i < FIELD_COUNT; i++) {
        enum field field = (enum field)i;
        const char *name = *field_qd4750(field) ? field_qd4750(field) : field_portal(field);
        export_add_name(export, name, "");
        export_add_name(export, name, ".presented");
        export_add_name(export, name, ".source");
    }
    for (int i = 0; i < TAIL; i++) {
        export_add_name(export, tail[i], "");
    }
    for (int i = 0; i < ENTITLEMENT; i++) {
        export_add_name(export, entitlement[i], "");
    }
    for (int i = 0; i < PORTAL; i++) {
        export_add_name(export, portal[i], "");
    }
    export_add_name(export, "MA_CSKCB", "");
}

static void write_value(enum field field, const char *value, char out[EXPORT_TEXT_SIZE])
{
    if (*field_qd4750(field)) {
        qd4750_value(field, value, out);
    } else {
        strcpy(out, value);
    }
}

static enum field field_called(const char *code)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (strcmp(code, field_code((enum field)i)) == 0) {
            return (enum field)i;
        }
    }
    return FIELD_COUNT;
}

static enum fault read_field(struct export *export)
{
    char code[EXPORT_CODE_SIZE], value[ADDRESS_SIZE];
    enum fault fault = export_text(export->fields, 0, code, sizeof code);
    fault = fault == FAULT_NONE ? export_text(export->fields, 1, value, sizeof value) : fault;
    enum field field = fault == FAULT_NONE ? field_called(code) : FIELD_COUNT;
    if (field == FIELD_COUNT) {
        return fault; /* of a later version */
    }
    int at = HEAD + 3 * (int)field;
    write_value(field, value, export->row.values[at]);
    fault = export_text(export->fields, 2, export->row.values[at + 1], EXPORT_TEXT_SIZE);
    return fault == FAULT_NONE ? export_text(export->fields, 3, export->row.values[at + 2], EXPORT_TEXT_SIZE)
                               : fault;
}

static enum fault read_fields(struct export *export, long long id)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        int at = HEAD + 3 * i;
        write_value((enum field)i, "", export->row.values[at]);
        export->row.values[at + 1][0] = export->row.values[at + 2][0] = '\0';
    }
    bool found = true;
    sqlite3_bind_int64(export->fields, 1, id);
    enum fault fault = FAULT_NONE;
    while (fault == FAULT_NONE && (fault = export_step(export, export->fields, &found)) == FAULT_NONE &&
           found) {
        fault = read_field(export);
    }
    return fault;
}

static enum fault read_corrections(struct export *export, long long id)
{
    bool found = true;
    enum fault fault = FAULT_NONE;
    export->row.correction_count = 0;
    sqlite3_bind_int64(export->corrections, 1, id);
    while (fault == FAULT_NONE && (fault = export_step(export, export->corrections, &found)) == FAULT_NONE &&
           found && export->row.correction_count < FIELD_COUNT) {
        fault = export_read_correction(export->corrections,
                                       &export->row.corrections[export->row.correction_count++]);
    }
    sqlite3_reset(export->corrections);
    return fault;
}

/* From the statement's column `from` on. */
static enum fault read_texts(struct export *export, int from, int at, int count)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < count; i++) {
        fault = export_text(export->rows, from + i, export->row.values[at + i], EXPORT_TEXT_SIZE);
    }
    return fault;
}

static void rewrite(void (*how)(const char *, char[EXPORT_TEXT_SIZE]), char value[EXPORT_TEXT_SIZE])
{
    char at[EXPORT_CODE_SIZE];
    snprintf(at, sizeof at, "%.*s", (int)sizeof at - 1, value);
    how(at, value);
}

enum fault export_next_intake(struct export *export, bool *ret_found)
{
    int tail = HEAD + 3 * FIELD_COUNT;
    enum fault fault = export_step(export, export->rows, ret_found);
    if (fault != FAULT_NONE || !*ret_found) {
        return fault;
    }
    long long id = sqlite3_column_int64(export->rows, 0);
    fault = read_texts(export, 1, 0, HEAD);
    fault = fault == FAULT_NONE ? read_texts(export, 1 + HEAD, tail, TAIL + ENTITLEMENT + PORTAL) : fault;
    fault = fault == FAULT_NONE ? read_fields(export, id) : fault;
    fault = fault == FAULT_NONE ? read_corrections(export, id) : fault;
    if (fault == FAULT_NONE) {
        rewrite(export_minute, export->row.values[1]);
        rewrite(export_time, export->row.values[tail + TAIL - 1]);
        strcpy(export->row.values[tail + TAIL + ENTITLEMENT + PORTAL], export->of.facility);
    }
    return fault;
}

/* Vietnam is seven hours ahead of UTC all year; "" stays "". */
static bool split(const char *instant, date_text ret_day, unsigned *ret_hour, unsigned *ret_minute,
                  unsigned *ret_second)
{
    char day[DATE_SIZE];
    if (sscanf(instant, "%10[0-9-]T%2u:%2u:%2u", day, ret_hour, ret_minute, ret_second) != 4 ||
        !date_full(day)) {
        return false;
    }
    *ret_hour += 7;
    date_from_days(date_days(day) + (long)(*ret_hour / 24), ret_day);
    *ret_hour %= 24;
    return true;
}

void export_time(const char *instant, char out[EXPORT_TEXT_SIZE])
{
    date_text day;
    unsigned hour, minute, second;
    out[0] = '\0';
    if (split(instant, day, &hour, &minute, &second)) {
        snprintf(out, EXPORT_TEXT_SIZE, "%sT%02u:%02u:%02u+07:00", day, hour, minute, second);
    }
}

void export_minute(const char *instant, char out[EXPORT_TEXT_SIZE])
{
    date_text day;
    unsigned hour, minute, second;
    out[0] = '\0';
    if (split(instant, day, &hour, &minute, &second)) {
        char text[MINUTE_SIZE];
        snprintf(text, sizeof text, "%.10sT%02u:%02u", day, hour % 100, minute % 100);
        qd4750_minute(text, out);
    }
}
