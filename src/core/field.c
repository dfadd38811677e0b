/* field: the list of facts, looked up by number; one reader and one writer a kind of value. */
#include "core/field.h"
#include "core/text.h"
#include <assert.h>
#include <string.h>

static const struct {
    const char *code, *portal, *qd4750, *label[LANGUAGE_COUNT];
    size_t at, size;
} fields[FIELD_COUNT] = {
#define X(code, member, size, key, qd, vi, en)                                                               \
    {#member, key, qd, {vi, en}, offsetof(struct facts, member), size},
    FIELD_LIST(X)
#undef X
};

char *facts_at(struct facts *facts, enum field field)
{
    assert(field < FIELD_COUNT);
    return (char *)facts + fields[field].at;
}

const char *facts_get(const struct facts *facts, enum field field)
{
    assert(field < FIELD_COUNT);
    return (const char *)facts + fields[field].at;
}

size_t field_size(enum field field)
{
    assert(field < FIELD_COUNT);
    return fields[field].size;
}

const char *field_code(enum field field)
{
    assert(field < FIELD_COUNT);
    return fields[field].code;
}

const char *field_portal(enum field field)
{
    assert(field < FIELD_COUNT);
    return fields[field].portal;
}

const char *field_qd4750(enum field field)
{
    assert(field < FIELD_COUNT);
    return fields[field].qd4750;
}

const char *field_label(enum field field, enum language language)
{
    assert(field < FIELD_COUNT && language < LANGUAGE_COUNT);
    return fields[field].label[language];
}

static void write_value(char *out, const char *value)
{
    memcpy(out, value, strlen(value) + 1);
}

/* What a word of a closed set stands for; all spellings are folded text. */
struct meaning {
    const char *spelling, *value;
};

static enum fault read_word(const struct meaning *set, size_t count, const char *in, char *out)
{
    char word[16]; /* longer than every spelling */
    enum fault fault = text_fold(word, sizeof word, in);
    for (size_t i = 0; fault == FAULT_NONE && i < count; i++) {
        if (strcmp(word, set[i].spelling) == 0) {
            write_value(out, set[i].value);
            return FAULT_NONE;
        }
    }
    return FAULT_VALUE_INVALID;
}

/* GIOI_TINH of QĐ 4750: 1 nam, 2 nữ, 3 chưa xác định. */
static enum fault read_gender(const char *in, char *out)
{
    static const struct meaning set[] = {
        {"1", "male"},        {"nam", "male"}, {"male", "male"},  {"m", "male"},
        {"trai", "male"},     {"3", ""},       {"2", "female"},   {"nu", "female"},
        {"female", "female"}, {"f", "female"}, {"gai", "female"},
    };
    return read_word(set, sizeof set / sizeof *set, in, out);
}

/* Field 11 of a card's code: 4 none, 5 K1, 6 K2, 7 K3. */
static enum fault read_area(const char *in, char *out)
{
    static const struct meaning set[] = {
        {"k1", "K1"}, {"k2", "K2"}, {"k3", "K3"}, {"5", "K1"}, {"6", "K2"}, {"7", "K3"}, {"4", ""}, {"0", ""},
    };
    return read_word(set, sizeof set / sizeof *set, in, out);
}

static enum fault read_whole_date(const char *in, char *out)
{
    date_text date;
    enum fault fault = date_read(in, date);
    if (fault == FAULT_NONE && !date_full(date)) {
        fault = FAULT_DATE_PARTIAL;
    }
    if (fault == FAULT_NONE) {
        write_value(out, date);
    }
    return fault;
}

/* The assessment data still holds nine-digit CMND in the place of some CCCD. */
static enum fault read_cccd(const char *in, char *out)
{
    char digits[CCCD_SIZE];
    size_t len = 0;
    for (; *in; in++) {
        if (strchr(" .-", *in)) {
            continue;
        }
        if (*in < '0' || *in > '9' || len == CCCD_SIZE - 1) {
            return FAULT_VALUE_INVALID;
        }
        digits[len++] = *in;
    }
    if (len != CCCD_SIZE - 1 && len != CMND_SIZE - 1) {
        return FAULT_VALUE_INVALID;
    }
    digits[len] = '\0';
    write_value(out, digits);
    return FAULT_NONE;
}

/* Turns clean text into the value in its place. The readers write only when they have read all. */
static enum fault read_value(enum field field, char text[ADDRESS_SIZE])
{
    enum number_kind kind;
    switch (field) {
    case FIELD_NUMBER: return number_read(text, text, &kind);
    case FIELD_NAME:
    case FIELD_ADDRESS: return FAULT_NONE;
    case FIELD_BIRTH_DATE: return date_read(text, text);
    case FIELD_VALID_FROM:
    case FIELD_VALID_TO:
    case FIELD_FIVE_YEAR_DATE: return read_whole_date(text, text);
    case FIELD_GENDER: return read_gender(text, text);
    case FIELD_FACILITY: return number_facility(text, text);
    case FIELD_AREA: return read_area(text, text);
    case FIELD_CCCD: return read_cccd(text, text);
    case FIELD_COUNT: break;
    }
    return FAULT_VALUE_INVALID;
}

enum fault field_read(enum field field, const char *in, size_t len, struct facts *ret)
{
    char text[ADDRESS_SIZE];
    enum fault fault = text_clean(text, sizeof text, in, len);
    if (strcmp(text, "-") == 0) {
        text[0] = '\0';
    }
    if (fault == FAULT_NONE && *text) {
        fault = read_value(field, text);
    }
    if (fault == FAULT_NONE && strlen(text) >= field_size(field)) {
        fault = FAULT_TOO_LONG;
    }
    if (fault == FAULT_NONE) {
        write_value(facts_at(ret, field), text);
    }
    return fault;
}

static const char *show_gender(const char *value, enum language language)
{
    static const char *const words[2][LANGUAGE_COUNT] = {{"Nam", "Male"}, {"Nữ", "Female"}};
    return *value ? words[strcmp(value, "female") == 0][language] : "";
}

void field_show(enum field field, const char *value, enum language language, char out[ADDRESS_SIZE])
{
    assert(strlen(value) < field_size(field) && language < LANGUAGE_COUNT);
    switch (field) {
    case FIELD_NUMBER: number_show(value, out); break;
    case FIELD_GENDER: write_value(out, show_gender(value, language)); break;
    case FIELD_BIRTH_DATE:
    case FIELD_VALID_FROM:
    case FIELD_VALID_TO:
    case FIELD_FIVE_YEAR_DATE: date_show(value, out); break;
    default: write_value(out, value);
    }
}
