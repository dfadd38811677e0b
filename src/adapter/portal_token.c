/* portal_token: nothing of a token is taken that could end a header or an address. */
#include "adapter/portal_token.h"
#include "adapter/portal_json.h"
#include <string.h>
#include <time.h>

enum { LIFE = 600, RENEWED = 30, LEAST = 1, HTTP_OK = 200, HTTP_DENIED = 401 };

static bool visible(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (text[i] <= ' ' || text[i] > '~') {
            return false;
        }
    }
    return true;
}

static bool take(const json_t *key, const char *name, char out[TOKEN_SIZE])
{
    size_t len;
    const char *text = portal_json_string(key, name, &len);
    if (!text || len >= TOKEN_SIZE || !visible(text, len)) {
        return false;
    }
    memcpy(out, text, len + 1);
    return true;
}

long long portal_token_time(const char *utc)
{
    struct tm tm = {0};
    const char *end = strptime(utc, "%Y-%m-%dT%H:%M:%S", &tm);
    if (!end) {
        return -1;
    }
    if (*end == '.') {
        end += 1 + strspn(end + 1, "0123456789");
    }
    return *end == '\0' || strcmp(end, "Z") == 0 || strcmp(end, "+00:00") == 0 ? timegm(&tm) : -1;
}

static int life(const json_t *key, long long now)
{
    size_t len;
    const char *text = portal_json_string(key, "expires_in", &len);
    long long end = text ? portal_token_time(text) : -1, left = end - now;
    left = end < 0 || left <= 0 || left > LIFE ? LIFE : left;
    return left - RENEWED > LEAST ? (int)left - RENEWED : LEAST;
}

static enum trouble refused(const char *code, int http)
{
    bool denied = strcmp(code, "401") == 0 || http == HTTP_DENIED;
    return denied ? TROUBLE_ACCOUNT : *code || http != HTTP_OK ? TROUBLE_SERVER : TROUBLE_FORMAT;
}

static enum trouble read_token(const json_t *root, int http, long long now, struct token *ret,
                               char ret_code[RESULT_CODE_SIZE])
{
    const json_t *key = portal_json_get(root, "APIKey");
    portal_json_code(root, "maKetQua", ret_code, RESULT_CODE_SIZE);
    if (strcmp(ret_code, "200") != 0 || http != HTTP_OK) {
        return refused(ret_code, http);
    }
    if (!json_is_object(key) || !take(key, "access_token", ret->access) || !take(key, "id_token", ret->id)) {
        explicit_bzero(ret, sizeof *ret);
        return TROUBLE_FORMAT;
    }
    ret->seconds = life(key, now);
    return TROUBLE_NONE;
}

enum trouble portal_token_read(const char *bytes, size_t len, int http, long long now, struct token *ret,
                               char ret_code[RESULT_CODE_SIZE])
{
    enum trouble trouble;
    json_t *root = portal_json_object(bytes, len, &trouble);
    *ret_code = '\0';
    if (!root) {
        return http == HTTP_OK ? trouble : refused("", http);
    }
    trouble = read_token(root, http, now, ret, ret_code);
    json_decref(root);
    return trouble;
}
