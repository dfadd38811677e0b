/* portal_json: jansson's values, cleaned. */
#include "adapter/portal_json.h"
#include "core/text.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

json_t *portal_json_object(const char *bytes, size_t len, enum trouble *ret_trouble)
{
    static const char MARK[] = "\xEF\xBB\xBF";
    json_error_t error;
    if (len >= sizeof MARK - 1 && memcmp(bytes, MARK, sizeof MARK - 1) == 0) {
        bytes += sizeof MARK - 1;
        len -= sizeof MARK - 1;
    }
    json_t *root = json_loadb(bytes, len, 0, &error);
    if (!root) {
        bool early = json_error_code(&error) == json_error_premature_end_of_input;
        *ret_trouble = early && len > 0 ? TROUBLE_CUT : TROUBLE_FORMAT;
        return NULL;
    }
    if (!json_is_object(root)) {
        json_decref(root);
        *ret_trouble = TROUBLE_FORMAT;
        return NULL;
    }
    return root;
}

const json_t *portal_json_get(const json_t *object, const char *key)
{
    const char *name;
    json_t *value = json_object_get(object, key), *other;
    if (value) {
        return value;
    }
    json_object_foreach((json_t *)object, name, other)
    {
        if (strcasecmp(name, key) == 0) {
            return other;
        }
    }
    return NULL;
}

const char *portal_json_string(const json_t *object, const char *key, size_t *ret_len)
{
    const json_t *value = portal_json_get(object, key);
    *ret_len = json_string_length(value);
    return *ret_len > 0 ? json_string_value(value) : NULL;
}

bool portal_json_text(const json_t *object, const char *key, char *out, size_t cap)
{
    size_t len;
    const char *text = portal_json_string(object, key, &len);
    *out = '\0';
    return text && text_clean(out, cap, text, len) == FAULT_NONE && *out;
}

enum { WORDS_SIZE = 4096 };

void portal_json_words(const json_t *object, const char *key, char *out, size_t cap)
{
    char whole[WORDS_SIZE];
    portal_json_text(object, key, whole, sizeof whole);
    text_clip(out, cap, whole, WORDS_SIZE);
}

bool portal_json_code(const json_t *object, const char *key, char *out, size_t cap)
{
    const json_t *value = portal_json_get(object, key);
    if (!json_is_integer(value)) {
        return portal_json_text(object, key, out, cap);
    }
    int len = snprintf(out, cap, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    if (len < 0 || (size_t)len >= cap) {
        *out = '\0';
    }
    return *out;
}

enum { AMOUNT_SIZE = 32 };
static const double AMOUNT_MAX = 1e15; /* more than the country pays; below it a double holds every đồng */

long long portal_json_amount(const json_t *object, const char *key)
{
    const json_t *value = portal_json_get(object, key);
    char text[AMOUNT_SIZE], *end = text;
    double amount = json_is_number(value) ? json_number_value(value) : -1;
    if (portal_json_text(object, key, text, sizeof text) && isdigit((unsigned char)*text)) {
        amount = strtod(text, &end);
        amount = *end == '\0' ? amount : -1;
    }
    return amount >= 0 && amount <= AMOUNT_MAX ? (long long)amount : -1;
}

static size_t digits(const char *in)
{
    return strspn(in, "0123456789");
}

enum { CLOCK_SIZE = 6 };

/* hh:mm at the start of `in`, or hhmm. */
static bool clock_time(const char *in, char out[CLOCK_SIZE])
{
    const char *minutes = digits(in) < 2 ? "" : in[2] == ':' ? in + 3 : in + 2;
    if (digits(minutes) < 2) {
        return false;
    }
    int hour = (in[0] - '0') * 10 + in[1] - '0', minute = (minutes[0] - '0') * 10 + minutes[1] - '0';
    if (hour > 23 || minute > 59) {
        return false;
    }
    memcpy(out, (char[]){in[0], in[1], ':', minutes[0], minutes[1], '\0'}, CLOCK_SIZE);
    return true;
}

/* yyyyMMdd alone: as eight digits date_read would try ddMMyyyy first. */
static bool packed_day(const char *in, date_text out)
{
    char iso[DATE_SIZE];
    snprintf(iso, sizeof iso, "%.4s-%.2s-%.2s", in, in + 4, in + 6);
    return date_read(iso, out) == FAULT_NONE && date_full(out);
}

void portal_minute(const char *in, minute_text out)
{
    size_t packed = digits(in);
    const char *time = packed == 8 || packed == 12 || packed == 14 ? in + 8 : strpbrk(in, " T");
    date_text day = "";
    char clock[CLOCK_SIZE] = "";
    *out = '\0';
    bool whole =
        (time == in + 8 && packed_day(in, day)) || (date_read(in, day) == FAULT_NONE && date_full(day));
    if (!whole) {
        return;
    }
    memcpy(out, day, sizeof day);
    if (time && clock_time(time + (*time == ' ' || *time == 'T'), clock)) {
        out[DATE_SIZE - 1] = 'T';
        memcpy(out + DATE_SIZE, clock, sizeof clock);
    }
}

void portal_json_minute(const json_t *object, const char *key, minute_text out)
{
    char text[AMOUNT_SIZE];
    *out = '\0';
    if (portal_json_code(object, key, text, sizeof text)) {
        portal_minute(text, out);
    }
}
