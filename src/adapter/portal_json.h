/* portal_json: single values out of the portal's JSON. Names are told in any case, for its parts write maKetQua and
 * MaKetQua. What is missing, null or of another type is "not said". */
#ifndef TIEPDON_PORTAL_JSON_H
#define TIEPDON_PORTAL_JSON_H
#include "core/portal.h"
#include <jansson.h>

/* The object that the bytes are, the caller's to json_decref; NULL, and *ret_trouble is CUT for one that ends too early,
 * else FORMAT. */
json_t *portal_json_object(const char *bytes, size_t len, enum trouble *ret_trouble);

/* NULL when there is none of this name. */
const json_t *portal_json_get(const json_t *object, const char *key);

/* A string's bytes, NULL for anything else and for an empty one. */
const char *portal_json_string(const json_t *object, const char *key, size_t *ret_len);

/* Clean text; false, and out "", when it is not said or does not fit. */
bool portal_json_text(const json_t *object, const char *key, char *out, size_t cap);
/* The same for people's eyes: one that does not fit is shortened and ends with …. */
void portal_json_words(const json_t *object, const char *key, char *out, size_t cap);
/* A short code: a string, or a whole number in its digits. */
bool portal_json_code(const json_t *object, const char *key, char *out, size_t cap);
/* đồng: a number or a string of one, without its fraction; -1 unknown or below nothing. */
long long portal_json_amount(const json_t *object, const char *key);
/* yyyyMMddHHmm as the portal writes it; also yyyyMMdd, dd/MM/yyyy and yyyy-MM-dd with or without a time. */
void portal_json_minute(const json_t *object, const char *key, minute_text out);
/* The same of a text. */
void portal_minute(const char *in, minute_text out);

#endif
