/* units_list: what the readers of both lists need. */
#include "adapter/units_list.h"
#include "core/text.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { JSON_BYTES_MAX = 32 << 20, NAME_BYTES_MAX = 256 };

const char *units_reason(enum units_reason reason, enum language language)
{
    static const char *const texts[][LANGUAGE_COUNT] = {
#define X(reason, vi, en) {vi, en},
        UNITS_REASON_LIST(X)
#undef X
    };
    return texts[reason][language];
}

void units_leave_out(struct units_report *report, enum units_reason reason, const char *place, ...)
{
    if (report->left_out_count < UNITS_SHOWN) {
        va_list arguments;
        va_start(arguments, place);
        vsnprintf(report->shown[report->left_out_count].place, UNITS_PLACE_SIZE, place, arguments);
        va_end(arguments);
        report->shown[report->left_out_count].reason = reason;
    }
    report->left_out[reason]++;
    report->left_out_count++;
}

enum fault units_json(const char *dir, const char *name, json_t **ret, struct units_report *report)
{
    char path[PATH_SIZE];
    struct stat status;
    json_error_t error = {.line = 0};
    enum fault fault = place_join(dir, name, path);
    if (fault != FAULT_NONE) {
        return fault;
    }
    snprintf(report->file, sizeof report->file, "%s", name);
    if (stat(path, &status) != 0) {
        return errno == ENOENT || errno == ENOTDIR ? FAULT_SETTINGS_MISSING : FAULT_SETTINGS_UNREADABLE;
    }
    if (!S_ISREG(status.st_mode) || status.st_size > JSON_BYTES_MAX) {
        return FAULT_UNITS_JSON;
    }
    *ret = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    report->line = *ret || error.line < 0 ? 0 : error.line;
    return *ret                                                     ? FAULT_NONE
           : json_error_code(&error) == json_error_cannot_open_file ? FAULT_SETTINGS_UNREADABLE
                                                                    : FAULT_UNITS_JSON;
}

const char *units_text(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* The sign that stands for an apostrophe where a typewriter had none. */
static void plain_apostrophes(char *text)
{
    for (char *at; (at = strstr(text, "\xE2\x80\x99"));) {
        *at = '\'';
        memmove(at + 1, at + 3, strlen(at + 3) + 1);
    }
}

/* A kind whatever the case of its second word: "Thị Trấn". */
static size_t read_kind(const char *name, enum unit_kind *ret)
{
    static const char *const second[][2] = {{"Thị Trấn ", "Thị trấn "},
                                            {"Thị Xã ", "Thị xã "},
                                            {"Thành Phố ", "Thành phố "},
                                            {"Đặc Khu ", "Đặc khu "}};
    for (size_t i = 0; i < sizeof second / sizeof *second; i++) {
        if (strncmp(name, second[i][0], strlen(second[i][0])) == 0) {
            return unit_kind_read(second[i][1], strlen(second[i][1]) + 1, ret) > 0 ? strlen(second[i][0]) : 0;
        }
    }
    return unit_kind_read(name, strlen(name), ret);
}

bool units_name(const char *text, enum unit_level level, enum unit_kind kind, char out[UNIT_NAME_SIZE])
{
    char clean[NAME_BYTES_MAX];
    enum unit_kind written;
    size_t len = strnlen(text, NAME_BYTES_MAX);
    if (len >= NAME_BYTES_MAX || text_clean(clean, sizeof clean, text, len) != FAULT_NONE) {
        return false;
    }
    plain_apostrophes(clean);
    const char *proper = clean + read_kind(clean, &written);
    kind = written != UNIT_KIND_NONE ? written : kind;
    int whole = snprintf(out, UNIT_NAME_SIZE, "%s %s", unit_kind_word(kind), proper);
    return whole < UNIT_NAME_SIZE && unit_kind_fits(kind, level) && unit_proper_valid(proper, strlen(proper));
}

bool units_same_proper(const char *a, const char *b)
{
    enum unit_kind kind;
    return draft_same_name(a + unit_kind_read(a, strlen(a), &kind), b + unit_kind_read(b, strlen(b), &kind));
}

bool units_add_heir(struct draft_unit *unit, const char *code)
{
    for (int i = 0; i < unit->heir_count; i++) {
        if (strcmp(unit->heirs[i], code) == 0) {
            return true;
        }
    }
    if (unit->heir_count == UNIT_HEIRS) {
        return false;
    }
    snprintf(unit->heirs[unit->heir_count++], UNIT_CODE_SIZE, "%s", code);
    return true;
}

void units_count(const struct draft *list, struct units_report *report)
{
    enum { CODES = 100000 };
    int *sources = calloc(CODES, sizeof *sources); /* how many communes of before went into each */
    for (size_t i = 0; sources && i < list->count; i++) {
        const struct draft_unit *unit = &list->units[i];
        for (int h = 0; unit->level == UNIT_COMMUNE && h < unit->heir_count; h++) {
            sources[atoi(unit->heirs[h])]++;
        }
    }
    for (size_t i = 0; sources && i < list->count; i++) {
        const struct draft_unit *unit = &list->units[i];
        if (unit->level == UNIT_PROVINCE) {
            *(unit->from ? &report->provinces : &report->provinces_before) += 1;
        } else if (unit->level == UNIT_COMMUNE && unit->from) {
            report->today++;
        } else if (unit->level == UNIT_COMMUNE && !unit->code[0]) {
            report->older++;
        } else if (unit->level == UNIT_COMMUNE) {
            report->before++;
            report->divided += unit->heir_count > 1;
            bool alone = unit->heir_count == 1 && sources[atoi(unit->heirs[0])] == 1;
            report->one_to_one += alone;
            report->merged += unit->heir_count == 1 && !alone;
        }
    }
    free(sources);
}
