/* json: commas and quotes where they belong, bytes that need it escaped. */
#include "core/json.h"
#include <assert.h>
#include <string.h>

static void put(struct json *json, const char *bytes, size_t len)
{
    if (len > json->cap - json->len) {
        json->full = true;
        return;
    }
    memcpy(json->at + json->len, bytes, len);
    json->len += len;
}

/* A value's bytes, behind the comma it may need. */
static void put_value(struct json *json, const char *bytes, size_t len)
{
    if (json->comma) {
        put(json, ",", 1);
    }
    put(json, bytes, len);
    json->comma = true;
}

void json_begin(struct json *json, char *buffer, size_t cap)
{
    *json = (struct json){.at = buffer, .cap = cap};
}

enum fault json_end(struct json *json)
{
    assert(json->depth == 0);
    put(json, "", 1);
    if (json->full) {
        if (json->cap > 0) {
            json->at[0] = '\0';
        }
        json->len = 0;
        return FAULT_TOO_LONG;
    }
    json->len--;
    return FAULT_NONE;
}

static void group_begin(struct json *json, const char *bracket)
{
    put_value(json, bracket, 1);
    json->comma = false;
    json->depth++;
}

static void group_end(struct json *json, const char *bracket)
{
    assert(json->depth > 0);
    put(json, bracket, 1);
    json->comma = true;
    json->depth--;
}

void json_object_begin(struct json *json)
{
    group_begin(json, "{");
}

void json_object_end(struct json *json)
{
    group_end(json, "}");
}

void json_array_begin(struct json *json)
{
    group_begin(json, "[");
}

void json_array_end(struct json *json)
{
    group_end(json, "]");
}

void json_key(struct json *json, const char *key)
{
    put_value(json, "\"", 1);
    put(json, key, strlen(key));
    put(json, "\":", 2);
    json->comma = false;
}

static void put_escape(struct json *json, unsigned char c)
{
    static const char digits[] = "0123456789abcdef";
    char unicode[6] = {'\\', 'u', '0', '0', digits[c >> 4], digits[c & 15]};
    switch (c) {
    case '"': put(json, "\\\"", 2); break;
    case '\\': put(json, "\\\\", 2); break;
    case '\n': put(json, "\\n", 2); break;
    case '\r': put(json, "\\r", 2); break;
    case '\t': put(json, "\\t", 2); break;
    default: put(json, unicode, sizeof unicode);
    }
}

void json_put_string(struct json *json, const char *value)
{
    if (!value) {
        json_put_null(json);
        return;
    }
    put_value(json, "\"", 1);
    while (*value) {
        size_t plain = 0;
        while ((unsigned char)value[plain] >= ' ' && value[plain] != '"' && value[plain] != '\\') {
            plain++;
        }
        put(json, value, plain);
        value += plain;
        if (*value) {
            put_escape(json, (unsigned char)*value++);
        }
    }
    put(json, "\"", 1);
}

void json_put_int(struct json *json, long long value)
{
    char digits[20]; /* -9223372036854775808 */
    size_t at = sizeof digits;
    unsigned long long rest = value < 0 ? 0 - (unsigned long long)value : (unsigned long long)value;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0) {
        digits[--at] = '-';
    }
    put_value(json, digits + at, sizeof digits - at);
}

void json_put_raw(struct json *json, const char *value)
{
    put_value(json, value, strlen(value));
}

void json_put_null(struct json *json)
{
    put_value(json, "null", 4);
}

void json_pair(struct json *json, const char *key, const char *value)
{
    json_key(json, key);
    json_put_string(json, value && *value ? value : NULL);
}
