/* json: a writer of compact JSON (RFC 8259) into a buffer of the caller; it sets the commas itself.
 *
 * Nothing is written beyond the buffer: what does not fit sets `full`, and json_end tells. No function here is named as one
 * of jansson, which is linked into the same program. */
#ifndef TIEPDON_JSON_H
#define TIEPDON_JSON_H
#include "core/fault.h"
#include <stdbool.h>
#include <stddef.h>

struct json {
    char *at; /* the caller's buffer */
    size_t cap, len;
    bool full;
    bool comma; /* a value stands before: the next one needs a comma */
    int depth;  /* open objects and arrays */
};

void json_begin(struct json *json, char *buffer, size_t cap);
/* Ends the text with a NUL, which `len` does not count; everything opened must be closed. FAULT_TOO_LONG when
 * the text, the NUL included, did not fit: the buffer then holds an empty string. */
NEEDED enum fault json_end(struct json *json);

void json_object_begin(struct json *json);
void json_object_end(struct json *json);
void json_array_begin(struct json *json);
void json_array_end(struct json *json);

/* The name of the next value in an object; a name of ours, which needs no escapes. */
void json_key(struct json *json, const char *key);

/* Valid UTF-8; NULL is null. Quotes, backslashes and control characters are escaped. */
void json_put_string(struct json *json, const char *value);
void json_put_int(struct json *json, long long value);
void json_put_null(struct json *json);
/* A value that is JSON already. */
void json_put_raw(struct json *json, const char *value);

/* "key":"value", or "key":null for NULL and "": so the core's records say "not stated". */
void json_pair(struct json *json, const char *key, const char *value);

#endif
