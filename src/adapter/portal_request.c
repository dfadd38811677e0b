/* portal_request: token and password go where the portal wants them, in the address of some questions and in the headers
 * of others. Every value is escaped by libcurl or written by jansson. */
#include "adapter/portal_request.h"
#include "core/text.h"
#include <arpa/inet.h>
#include <jansson.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

enum { ADDRESS_LOOPBACK = 127 };

static bool loopback(const char *host)
{
    struct in_addr four;
    return strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0 ||
           (inet_pton(AF_INET, host, &four) == 1 && ntohl(four.s_addr) >> 24 == ADDRESS_LOOPBACK);
}

static bool part(CURLU *url, CURLUPart what, char **ret)
{
    *ret = NULL;
    return curl_url_get(url, what, ret, 0) == CURLUE_OK;
}

static bool usable(CURLU *url, const char *base)
{
    static const CURLUPart NONE[] = {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_QUERY, CURLUPART_FRAGMENT};
    char *scheme, *host = NULL, *other;
    if (curl_url_set(url, CURLUPART_URL, base, 0) != CURLUE_OK) {
        return false;
    }
    bool good = part(url, CURLUPART_SCHEME, &scheme) && part(url, CURLUPART_HOST, &host) &&
                (strcmp(scheme, "https") == 0 || (strcmp(scheme, "http") == 0 && loopback(host)));
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) {
        good = !part(url, NONE[i], &other) && good;
        curl_free(other);
    }
    curl_free(scheme);
    curl_free(host);
    return good;
}

enum fault portal_request_base(const char *base)
{
    CURLU *url = curl_url();
    if (!url) {
        return FAULT_MEMORY;
    }
    bool good = strlen(base) < URL_SIZE && usable(url, base);
    curl_url_cleanup(url);
    return good ? FAULT_NONE : FAULT_PORTAL_URL;
}

/* A text that grows; what it leaves behind is wiped. */
struct grown {
    char *at;
    size_t len, cap;
    bool failed;
};

static void wipe(char *text, size_t size)
{
    if (text) {
        explicit_bzero(text, size);
        free(text);
    }
}

static void put(struct grown *text, const char *bytes, size_t len)
{
    enum { ROOM = 4096 };
    if (!text->at || text->len + len + 1 > text->cap) {
        size_t cap = 2 * text->cap + len + ROOM;
        char *at = text->failed ? NULL : malloc(cap);
        if (!at) {
            text->failed = true;
            return;
        }
        if (text->at) {
            memcpy(at, text->at, text->len);
        }
        wipe(text->at, text->cap);
        text->at = at;
        text->cap = cap;
    }
    memcpy(text->at + text->len, bytes, len);
    text->len += len;
    text->at[text->len] = '\0';
}

static void put_text(struct grown *text, const char *more)
{
    put(text, more, strlen(more));
}

/* name=value, behind `separator`. */
static void put_pair(struct grown *text, const char *separator, const char *name, const char *value)
{
    char *escaped = curl_easy_escape(NULL, value, (int)strlen(value));
    put_text(text, separator);
    put_text(text, name);
    put_text(text, "=");
    if (escaped) {
        put_text(text, escaped);
        explicit_bzero(escaped, strlen(escaped));
    }
    text->failed = text->failed || !escaped;
    curl_free(escaped);
}

static void put_url(struct grown *url, const char *base, const char *path)
{
    size_t len = strlen(base);
    put(url, base, len > 0 && base[len - 1] == '/' ? len - 1 : len);
    put_text(url, path);
}

/* dd/MM/yyyy, or the year alone: of a month the portal takes no more than that. */
static void portal_date(const char *iso, date_text out)
{
    date_show(iso, out);
    if (!date_full(iso)) {
        memcpy(out, iso, 4);
        out[strlen(iso) < 4 ? strlen(iso) : 4] = '\0';
    }
}

static void put_json(struct grown *body, json_t *object)
{
    char *text = object ? json_dumps(object, JSON_COMPACT) : NULL;
    if (text) {
        put_text(body, text);
        wipe(text, strlen(text));
    }
    body->failed = body->failed || !text;
    json_decref(object);
}

struct pair {
    const char *name, *value;
};

static void put_form(struct grown *body, const struct pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put_pair(body, i ? "&" : "", pairs[i].name, pairs[i].value);
    }
}

static void put_object(struct grown *body, const struct pair *pairs, size_t count)
{
    json_t *object = json_object();
    for (size_t i = 0; i < count; i++) {
        body->failed =
            json_object_set_new(object, pairs[i].name, json_string(pairs[i].value)) != 0 || body->failed;
    }
    put_json(body, object);
}

/* maCSKCB of our own: the account begins with it. */
static void own_facility(const struct portal_options *options, char out[FACILITY_SIZE])
{
    if (*options->facility) {
        memcpy(out, options->facility, FACILITY_SIZE);
        return;
    }
    memset(out, 0, FACILITY_SIZE);
    memcpy(out, options->user, strnlen(options->user, FACILITY_SIZE - 1));
}

static void put_record(struct grown *body, const struct portal_options *options, const char *record)
{
    char facility[FACILITY_SIZE], province[3] = "";
    size_t len = strlen(record);
    char *coded = malloc(4 * (len / 3 + 1) + 1);
    own_facility(options, facility);
    memcpy(province, facility, strnlen(facility, sizeof province - 1));
    if (!coded || EVP_EncodeBlock((unsigned char *)coded, (const unsigned char *)record, (int)len) < 0) {
        body->failed = true;
        free(coded);
        return;
    }
    const struct pair pairs[] = {{"username", options->user},
                                 {"loaiHoSo", "0"},
                                 {"maTinh", province},
                                 {"maCSKCB", facility},
                                 {"fileHSBase64", coded}};
    put_form(body, pairs, sizeof pairs / sizeof *pairs);
    wipe(coded, strlen(coded));
}

static void put_body(struct grown *body, const struct portal_options *options, enum ask ask,
                     const struct question *question, const char *record)
{
    date_text birth;
    portal_date(question->birth_date, birth);
    const struct pair five[] = {{"maThe", question->number},
                                {"hoTen", question->name},
                                {"ngaySinh", birth},
                                {"hoTenCb", options->clerk},
                                {"cccdCb", options->clerk_cccd}};
    const struct pair four[] = {{"username", options->user},
                                {"maThe", question->number},
                                {"hoTen", question->name},
                                {"ngaySinh", birth}};
    switch (ask) {
    case ASK_MEMBER: put_object(body, five, 5); break;
    case ASK_HISTORY: put_form(body, five, 5); break;
    case ASK_COPAYMENT: put_object(body, four, 4); break;
    case ASK_FACILITY: put_object(body, &(struct pair){"maCSKCB", question->number}, 1); break;
    case ASK_RECORD: put_record(body, options, record ? record : ""); break;
    case ASK_COUNT: body->failed = true; break;
    }
}

static void free_headers(struct curl_slist *headers)
{
    for (struct curl_slist *at = headers; at; at = at->next) {
        explicit_bzero(at->data, strlen(at->data));
    }
    curl_slist_free_all(headers);
}

static bool add_header(struct portal_request *request, const char *name, const char *value)
{
    struct grown line = {0};
    put_text(&line, name);
    put_text(&line, ": ");
    put_text(&line, value);
    struct curl_slist *headers = line.failed ? NULL : curl_slist_append(request->headers, line.at);
    wipe(line.at, line.cap);
    request->headers = headers ? headers : request->headers;
    return headers;
}

static bool add_type(struct portal_request *request, bool json)
{
    return add_header(request, "Accept", "application/json") &&
           add_header(request, "Content-Type",
                      json ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded");
}

static bool finish(struct portal_request *request, struct grown *url, struct grown *body, bool good)
{
    request->url = url->at;
    request->body = body->at;
    request->body_len = body->len;
    good = good && !url->failed && !body->failed;
    if (!good) {
        portal_request_free(request);
    }
    return good;
}

bool portal_request_token(const struct portal_options *options, const char md5[SECRET_SIZE],
                          struct portal_request *ret)
{
    struct grown url = {0}, body = {0};
    const struct pair pairs[] = {{"username", options->user}, {"password", md5}};
    *ret = (struct portal_request){0};
    put_url(&url, options->base, options->token_path);
    put_form(&body, pairs, 2);
    return finish(ret, &url, &body, add_type(ret, false));
}

/* TraCuuTienMCCT and the check-in take the account in headers, the others in the address. */
static bool put_account(const struct portal_options *options, const char *md5, const struct token *token,
                        bool headers, struct grown *url, struct portal_request *ret)
{
    if (headers) {
        return add_header(ret, "accessToken", token->access) && add_header(ret, "tokenId", token->id) &&
               add_header(ret, "passwordHash", md5);
    }
    put_pair(url, "?", "token", token->access);
    put_pair(url, "&", "id_token", token->id);
    put_pair(url, "&", "username", options->user);
    put_pair(url, "&", "password", md5);
    return true;
}

bool portal_request_make(const struct portal_options *options, const char md5[SECRET_SIZE],
                         const struct token *token, enum ask ask, const struct question *question,
                         const char *record, struct portal_request *ret)
{
    struct grown url = {0}, body = {0};
    bool headers = ask == ASK_COPAYMENT || ask == ASK_RECORD, form = ask == ASK_HISTORY || ask == ASK_RECORD;
    *ret = (struct portal_request){0};
    put_url(&url, options->base, options->path[ask]);
    bool good = add_type(ret, !form) && put_account(options, md5, token, headers, &url, ret);
    put_body(&body, options, ask, question, record);
    return finish(ret, &url, &body, good);
}

void portal_request_free(struct portal_request *request)
{
    wipe(request->url, request->url ? strlen(request->url) : 0);
    wipe(request->body, request->body_len);
    free_headers(request->headers);
    *request = (struct portal_request){0};
}
