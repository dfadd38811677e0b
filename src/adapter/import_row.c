/* import_row: which column is which, by header names of the portal or of QĐ
 * 4750; then text to normal form. */
#include "adapter/import_row.h"
#include "core/text.h"
#include <assert.h>
#include <string.h>
#include <strings.h>

enum { HEADER_SIZE = 64 };

const char *refusal_text(enum refusal refusal, enum language language)
{
    static const char *const texts[REFUSAL_COUNT][LANGUAGE_COUNT] = {
#define X(code, vi, en) {vi, en},
        REFUSAL_LIST(X)
#undef X
    };
    assert(refusal < REFUSAL_COUNT && language < LANGUAGE_COUNT);
    return texts[refusal][language];
}

static enum column column_called(const char *name)
{
    for (int i = 0; i < COLUMN_COUNT; i++) {
        enum column column = (enum column)i;
        if (strcasecmp(name, column_name(column)) == 0 ||
            (column_other(column)[0] && strcasecmp(name, column_other(column)) == 0)) {
            return column;
        }
    }
    return COLUMN_COUNT;
}

/* A name that does not fit is cut at a character and marked: this is a message for people. */
void import_ignore(char *ignored, size_t cap, const struct csv_field *field)
{
    static const char more[] = ", …";
    char name[HEADER_SIZE];
    size_t used = strlen(ignored);
    if (used >= sizeof more && strcmp(ignored + used - 3, "…") == 0) {
        return;
    }
    if (text_clean(name, sizeof name, field->at, field->len) != FAULT_NONE || !*name) {
        strcpy(name, "?");
    }
    if (used + strlen(name) + 2 * sizeof more > cap) {
        strcpy(ignored + used, more);
        return;
    }
    strcat(strcat(ignored, used ? ", " : ""), name);
}

enum fault import_header(const struct csv_record *header, struct import_columns *ret, char *ignored,
                         size_t cap)
{
    ret->present = 0;
    ret->width = header->count;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        ret->at[i] = -1;
    }
    ignored[0] = '\0';
    for (int i = 0; i < header->count; i++) {
        char name[HEADER_SIZE];
        enum fault fault = text_clean(name, sizeof name, header->fields[i].at, header->fields[i].len);
        if (fault == FAULT_TEXT_INVALID) {
            return fault;
        }
        enum column column = column_called(name);
        if (column == COLUMN_COUNT) {
            import_ignore(ignored, cap, &header->fields[i]);
        } else if (ret->present & 1U << column) {
            return FAULT_IMPORT_TWICE;
        } else {
            ret->present |= 1U << column;
            ret->at[column] = i;
        }
    }
    bool keyed = ret->present & (1U << COLUMN_BHXH | 1U << COLUMN_NUMBER);
    return keyed ? FAULT_NONE : FAULT_IMPORT_HEADER;
}

/* Which field's rules read a column; FIELD_COUNT for the two that have their own. */
static enum field rules_of(enum column column)
{
    static const enum field rules[COLUMN_COUNT] = {
        [COLUMN_BHXH] = FIELD_NUMBER,       [COLUMN_NUMBER] = FIELD_NUMBER,
        [COLUMN_NAME] = FIELD_NAME,         [COLUMN_BIRTH_DATE] = FIELD_BIRTH_DATE,
        [COLUMN_GENDER] = FIELD_GENDER,     [COLUMN_ADDRESS] = FIELD_ADDRESS,
        [COLUMN_FACILITY] = FIELD_FACILITY, [COLUMN_VALID_FROM] = FIELD_VALID_FROM,
        [COLUMN_VALID_TO] = FIELD_VALID_TO, [COLUMN_FIVE_YEAR_DATE] = FIELD_FIVE_YEAR_DATE,
        [COLUMN_AREA] = FIELD_AREA,         [COLUMN_CCCD] = FIELD_CCCD,
        [COLUMN_NEW_NUMBER] = FIELD_NUMBER, [COLUMN_NEW_FROM] = FIELD_VALID_FROM,
        [COLUMN_NEW_TO] = FIELD_VALID_TO,   [COLUMN_NEW_FACILITY] = FIELD_FACILITY,
        [COLUMN_STATUS] = FIELD_COUNT,
    };
    return rules[column];
}

/* A maKetQua code of three digits; spreadsheets strip its zeros. Empty and 000 are the same. */
static enum fault read_status(const struct csv_field *field, char out[STATUS_SIZE])
{
    char text[STATUS_SIZE], status[STATUS_SIZE] = "000";
    enum fault fault = text_clean(text, sizeof text, field->at, field->len);
    if (fault != FAULT_NONE) {
        return fault;
    }
    size_t len = strlen(text);
    if (strspn(text, "0123456789") != len) {
        return FAULT_VALUE_INVALID;
    }
    memcpy(status + STATUS_SIZE - 1 - len, text, len);
    strcpy(out, strcmp(status, "000") == 0 ? "" : status);
    return FAULT_NONE;
}

static enum fault read_column(enum column column, const struct csv_field *field, struct member *member)
{
    if (field->len == 0) {
        return FAULT_NONE;
    }
    enum field rules = rules_of(column);
    if (rules == FIELD_COUNT) {
        return read_status(field, member->status);
    }
    if (column_of(member, column) == facts_at(&member->facts, rules)) {
        return field_read(rules, field->at, field->len, &member->facts);
    }
    struct facts scratch;
    enum fault fault = field_read(rules, field->at, field->len, &scratch);
    return fault == FAULT_NONE
               ? text_copy(column_of(member, column), column_size(column), facts_get(&scratch, rules))
               : fault;
}

/* A number column may hold the other number: ten digits are the BHXH number wherever they stand. */
static bool settle_key(struct member *member, struct refused *ret)
{
    char *number = member->facts.number, *bhxh = member->bhxh_number;
    char derived[BHXH_SIZE] = "";
    enum number_kind kind = number_kind(number);
    *ret = (struct refused){REFUSAL_VALUE, column_name(COLUMN_BHXH)};
    if (*bhxh && number_kind(bhxh) != NUMBER_BHXH) {
        return false;
    }
    *ret = (struct refused){REFUSAL_VALUE, column_name(COLUMN_NUMBER)};
    if (*number && kind == NUMBER_CCCD) {
        return false;
    }
    number_bhxh(number, derived);
    /* Where maThe ends otherwise both stand as they came: the judgement stops at it, a person decides. */
    if (!*bhxh) {
        strcpy(bhxh, derived);
    }
    if (kind == NUMBER_BHXH) {
        *number = '\0';
    }
    *ret = (struct refused){REFUSAL_KEYLESS, NULL};
    return *number || *bhxh;
}

static bool fits(const struct import_columns *columns, const struct csv_record *record)
{
    for (int i = columns->width; i < record->count; i++) {
        if (record->fields[i].len > 0) {
            return false;
        }
    }
    return record->count >= columns->width;
}

bool import_row(const struct import_columns *columns, const struct csv_record *record, struct member *ret,
                struct refused *ret_refused)
{
    *ret_refused = (struct refused){REFUSAL_FIELDS, NULL};
    if (!fits(columns, record)) {
        return false;
    }
    *ret = (struct member){.source = SOURCE_REGISTER};
    for (int i = 0; i < COLUMN_COUNT; i++) {
        enum column column = (enum column)i;
        if (columns->at[i] < 0) {
            continue;
        }
        enum fault fault = read_column(column, &record->fields[columns->at[i]], ret);
        if (fault != FAULT_NONE) {
            *ret_refused = (struct refused){fault == FAULT_TEXT_INVALID ? REFUSAL_TEXT : REFUSAL_VALUE,
                                            column_name(column)};
            return false;
        }
    }
    return settle_key(ret, ret_refused);
}
