/* payload: the separator, the fields, the end mark; then what field 0 says. */
#include "core/payload.h"
#include "core/date.h"
#include "core/number.h"
#include "core/text.h"
#include <string.h>

enum {
    BHYT_FIELDS_MIN = 9, /* cards in use differ after the issue date, never before it */
    CCCD_FIELDS = 7,
    CCCD_FIELDS_MIN = 6, /* without the issue date */
    END_MARK_FROM = 9,
};

const char *card_kind_code(enum card_kind kind)
{
    static const char *const codes[] = {
        [CARD_UNKNOWN] = "unknown", [CARD_BHYT] = "bhyt", [CARD_CCCD] = "cccd", [CARD_NUMBER] = "number"};
    return codes[kind];
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* An AIM symbology identifier (ISO/IEC 15424): ], a letter for the code, a modifier. */
static bool starts_with_aim(const char *s, size_t len)
{
    return len >= 3 && s[0] == ']' && is_letter(s[1]) && (is_digit(s[2]) || is_letter(s[2]));
}

static void drop_wrapping(const char **bytes, size_t *len)
{
    enum { STX = 0x02, ETX = 0x03 };
    for (;;) {
        size_t skip = starts_with_aim(*bytes, *len) ? 3 : *len && (is_space(**bytes) || **bytes == STX);
        if (skip == 0) {
            break;
        }
        *bytes += skip;
        *len -= skip;
    }
    while (*len && (is_space((*bytes)[*len - 1]) || (*bytes)[*len - 1] == ETX)) {
        --*len;
    }
}

/* Most payloads are ASCII from end to end, and then one pass without a branch says so. */
static bool is_printable(const char *s, size_t len)
{
    unsigned char high = 0;
    bool control = false;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)s[i];
        high |= c;
        control |= c < 0x20 || c == 0x7F;
    }
    if (control || high < 0x80) {
        return !control;
    }
    for (size_t i = 0; i + 1 < len; i++) {
        if ((unsigned char)s[i] == 0xC2 && (unsigned char)s[i + 1] < 0xA0) {
            return false;
        }
    }
    return text_valid(s, len);
}

/* The separator that comes first ends field 0, for no number holds one. NULL when there is none. */
static const char *find_separator(const char *s, size_t len, size_t *ret_at)
{
    static const char *const separators[] = {"|", "~", "\\", "/", "¦"};
    for (size_t i = 0; i < len; i++) {
        if (is_digit(s[i]) || is_letter(s[i])) {
            continue;
        }
        for (size_t k = 0; k < sizeof separators / sizeof *separators; k++) {
            size_t width = strlen(separators[k]);
            if (width <= len - i && memcmp(s + i, separators[k], width) == 0) {
                *ret_at = i;
                return separators[k];
            }
        }
    }
    return NULL;
}

static enum card_kind kind_of_field0(const char *s, size_t len)
{
    size_t digits = 0, letters = 0;
    bool two_letters = false;
    for (size_t i = 0; i < len; i++) {
        if (is_digit(s[i])) {
            digits++;
        } else if (is_letter(s[i])) {
            letters++;
        } else if (s[i] != ' ' && s[i] != '-' && s[i] != '.') {
            return CARD_UNKNOWN;
        }
        if (digits + letters == 2) {
            two_letters = letters == 2;
        }
    }
    if (letters == 0) {
        return digits == 10 ? CARD_BHYT : digits == 12 ? CARD_CCCD : CARD_UNKNOWN;
    }
    bool card = digits + letters == 15 || digits + letters == 17;
    return two_letters && card ? CARD_BHYT : CARD_UNKNOWN;
}

const char *payload_field(const struct payload *payload, int index, size_t *ret_len)
{
    if (index >= payload->count) {
        *ret_len = 0;
        return "";
    }
    struct span span = payload->field[index];
    const char *text = payload->bytes + span.at;
    *ret_len = span.len == 1 && *text == '-' ? 0 : span.len;
    return text;
}

enum fault payload_word(const struct payload *payload, int index, char out[PAYLOAD_WORD_SIZE])
{
    size_t len;
    const char *text = payload_field(payload, index, &len);
    if (len >= PAYLOAD_WORD_SIZE) {
        return FAULT_TOO_LONG;
    }
    memcpy(out, text, len);
    out[len] = '\0';
    return FAULT_NONE;
}

static bool is_date(const struct payload *payload, int index)
{
    char word[PAYLOAD_WORD_SIZE];
    date_text date;
    return payload_word(payload, index, word) == FAULT_NONE && date_read(word, date) == FAULT_NONE && *date;
}

static bool is_gender(const struct payload *payload, int index)
{
    char word[PAYLOAD_WORD_SIZE], folded[PAYLOAD_WORD_SIZE];
    if (payload_word(payload, index, word) != FAULT_NONE ||
        text_fold(folded, sizeof folded, word) != FAULT_NONE) {
        return false;
    }
    return strcmp(folded, "nam") == 0 || strcmp(folded, "nu") == 0;
}

static bool is_number(const struct payload *payload)
{
    char word[PAYLOAD_WORD_SIZE], number[NUMBER_SIZE];
    enum number_kind kind;
    return payload_word(payload, 0, word) == FAULT_NONE && number_read(word, number, &kind) == FAULT_NONE;
}

static bool holds_date(enum card_kind kind, int index)
{
    if (kind == CARD_CCCD) {
        return index == 3 || index == 6;
    }
    return index == 2 || index == 6 || index == 7 || index == 8 || index == 12;
}

static struct span trimmed(const char *bytes, size_t at, size_t end)
{
    while (at < end && is_space(bytes[at])) {
        at++;
    }
    while (at < end && is_space(bytes[end - 1])) {
        end--;
    }
    return (struct span){(unsigned short)at, (unsigned short)(end - at)};
}

static size_t part_end(const struct payload *payload, size_t at, size_t len)
{
    const char *from = payload->bytes + at;
    const char *found = memmem(from, len - at, payload->separator, strlen(payload->separator));
    return found ? at + (size_t)(found - from) : len;
}

static bool is_day_or_month(const char *bytes, size_t at, size_t end)
{
    struct span part = trimmed(bytes, at, end);
    const char *s = bytes + part.at;
    return (part.len == 1 || part.len == 2) && is_digit(s[0]) && is_digit(s[part.len - 1]);
}

static size_t field_end(const struct payload *payload, int index, size_t at, size_t len)
{
    size_t end = part_end(payload, at, len);
    if (*payload->separator != '/' || !holds_date(payload->kind, index)) {
        return end;
    }
    for (int parts = 1; parts < 3 && end < len && is_day_or_month(payload->bytes, at, end); parts++) {
        at = end + 1;
        end = part_end(payload, at, len);
    }
    return end;
}

/* Where the end mark stands within [at, end), or `end`. None of the fields from 9
 * on can hold either character. */
static size_t find_end_mark(const char *bytes, size_t at, size_t end)
{
    while (at < end && bytes[at] != '$' && bytes[at] != '#') {
        at++;
    }
    return at;
}

static void split(struct payload *payload, size_t len)
{
    size_t width = strlen(payload->separator);
    for (size_t at = 0, index = 0; at <= len && !payload->ended; index++) {
        size_t end = field_end(payload, (int)index, at, len), mark = end;
        if (payload->kind == CARD_BHYT && index >= END_MARK_FROM) {
            mark = find_end_mark(payload->bytes, at, end);
        }
        payload->ended = mark < end;
        struct span field = trimmed(payload->bytes, at, mark);
        if (payload->count < PAYLOAD_FIELDS && !(payload->ended && field.len == 0)) {
            payload->field[payload->count++] = field;
        }
        at = end + width;
    }
}

/* The form that leaves out the old CMND gets an empty field in its place. */
static void insert_cmnd(struct payload *payload)
{
    int last = payload->count < PAYLOAD_FIELDS ? payload->count++ : PAYLOAD_FIELDS - 1;
    for (int i = last; i > 1; i--) {
        payload->field[i] = payload->field[i - 1];
    }
    payload->field[1] = (struct span){payload->field[0].len, 0};
}

static enum fault fit_cccd(struct payload *payload, bool cut)
{
    if (!is_gender(payload, 4) && !is_date(payload, 3)) {
        if (!is_gender(payload, 3) || !is_date(payload, 2)) {
            return payload->count + cut < CCCD_FIELDS_MIN ? FAULT_PAYLOAD_SHORT : FAULT_PAYLOAD_UNKNOWN;
        }
        insert_cmnd(payload);
    }
    return payload->count + cut < CCCD_FIELDS_MIN ? FAULT_PAYLOAD_SHORT : FAULT_NONE;
}

static enum fault fit(struct payload *payload, enum origin origin)
{
    bool cut = origin == ORIGIN_SILENCE && !payload->ended;
    payload->count -= cut;
    if (payload->kind == CARD_CCCD) {
        return fit_cccd(payload, cut);
    }
    return payload->count < BHYT_FIELDS_MIN ? FAULT_PAYLOAD_SHORT : FAULT_NONE;
}

static bool is_whole(const struct payload *payload)
{
    if (payload->kind == CARD_BHYT) {
        return payload->ended;
    }
    for (int i = CCCD_FIELDS; i < payload->count; i++) {
        if (payload->field[i].len > 0) {
            return false;
        }
    }
    return true;
}

static enum fault read_number(struct payload *payload, size_t len)
{
    payload->separator = "|";
    payload->count = 1;
    payload->field[0] = (struct span){0, (unsigned short)len};
    payload->kind = is_number(payload) ? CARD_NUMBER : CARD_UNKNOWN;
    return payload->kind == CARD_NUMBER ? FAULT_NONE : FAULT_PAYLOAD_UNKNOWN;
}

static enum fault read_fields(struct payload *payload, size_t len, enum origin origin)
{
    if (payload->kind == CARD_UNKNOWN) {
        return FAULT_PAYLOAD_UNKNOWN;
    }
    split(payload, len);
    enum fault fault = fit(payload, origin);
    if (*payload->separator == '|' || (fault == FAULT_NONE && is_whole(payload))) {
        return fault;
    }
    payload->kind = CARD_UNKNOWN;
    return FAULT_PAYLOAD_UNKNOWN;
}

enum fault payload_read(const char *bytes, size_t len, enum origin origin, struct payload *ret_payload)
{
    drop_wrapping(&bytes, &len);
    size_t field0_len = len;
    const char *separator = find_separator(bytes, len, &field0_len);
    *ret_payload = (struct payload){.bytes = bytes, .separator = separator};
    if (separator) {
        ret_payload->kind = kind_of_field0(bytes, field0_len);
    }
    if (len == 0) {
        return FAULT_SCAN_EMPTY;
    }
    if (len > PAYLOAD_MAX) {
        return FAULT_SCAN_TOO_LONG;
    }
    if (!is_printable(bytes, len)) {
        return FAULT_TEXT_INVALID;
    }
    return separator ? read_fields(ret_payload, len, origin) : read_number(ret_payload, len);
}
