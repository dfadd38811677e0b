/* portal_transfer: libcurl as tight as it goes: one host, no redirect, no proxy, no compression, no cookie. */
#include "adapter/portal_transfer.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FIRST_ROOM = 16 * 1024, HEAD_MAX = 64 * 1024 };

static bool grow(struct transfer *transfer, size_t more)
{
    size_t cap = transfer->cap ? transfer->cap : FIRST_ROOM;
    while (cap < transfer->len + more) {
        cap *= 2;
    }
    if (cap == transfer->cap) {
        return true;
    }
    char *body = malloc(cap);
    if (!body) {
        return false;
    }
    if (transfer->body) {
        memcpy(body, transfer->body, transfer->len);
        explicit_bzero(transfer->body, transfer->cap);
        free(transfer->body);
    }
    transfer->body = body;
    transfer->cap = cap;
    return true;
}

/* Fewer bytes than came end the transfer. */
static size_t take_body(char *bytes, size_t size, size_t count, void *data)
{
    struct transfer *transfer = data;
    size_t more = size * count;
    transfer->large = transfer->large || more > ANSWER_SIZE_MAX - transfer->len;
    if (transfer->large || !grow(transfer, more)) {
        return 0;
    }
    memcpy(transfer->body + transfer->len, bytes, more);
    transfer->len += more;
    return more;
}

static size_t take_header(char *bytes, size_t size, size_t count, void *data)
{
    static const char DATE[] = "date:";
    enum { DATE_LINE = 128 };
    struct transfer *transfer = data;
    size_t len = size * count;
    char line[DATE_LINE];
    transfer->head += len;
    transfer->large = transfer->large || transfer->head > HEAD_MAX;
    if (len < sizeof line && len > sizeof DATE && strncasecmp(bytes, DATE, sizeof DATE - 1) == 0) {
        memcpy(line, bytes, len);
        line[len] = '\0';
        time_t date = curl_getdate(line + sizeof DATE - 1, NULL);
        transfer->date = date > 0 ? date : 0;
    }
    return transfer->large ? 0 : len;
}

/* A long option is read as long: an int in its place would be undefined. */
static bool set_long(CURL *easy, CURLoption option, long value)
{
    return curl_easy_setopt(easy, option, value) == CURLE_OK;
}

static bool set_text(CURL *easy, CURLoption option, const char *value)
{
    return curl_easy_setopt(easy, option, value) == CURLE_OK;
}

/* QUICK_EXIT leaves a resolver that hangs behind in its thread instead of waiting for it. A proxy of the environment
 * would be handed the password. */
static bool set_limits(CURL *easy, const struct portal_options *options)
{
    return set_long(easy, CURLOPT_QUICK_EXIT, 1) && set_long(easy, CURLOPT_NOSIGNAL, 1) &&
           set_long(easy, CURLOPT_FOLLOWLOCATION, 0) && set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https") &&
           set_text(easy, CURLOPT_PROXY, "") && set_long(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1) &&
           set_long(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1) &&
           set_long(easy, CURLOPT_CONNECTTIMEOUT, options->connect_seconds) &&
           set_long(easy, CURLOPT_TIMEOUT, options->answer_seconds) &&
           set_long(easy, CURLOPT_MAXFILESIZE, ANSWER_SIZE_MAX) &&
           set_text(easy, CURLOPT_USERAGENT, "tiepdon/" VERSION);
}

/* Verified always; a file of our own is instead of the system's. */
static bool set_trust(CURL *easy, const struct portal_options *options)
{
    return set_long(easy, CURLOPT_SSL_VERIFYPEER, 1) && set_long(easy, CURLOPT_SSL_VERIFYHOST, 2) &&
           set_long(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2) &&
           (!*options->ca_file ||
            (set_text(easy, CURLOPT_CAINFO, options->ca_file) && set_text(easy, CURLOPT_CAPATH, NULL)));
}

static bool set_request(struct transfer *transfer, void *owner)
{
    CURL *easy = transfer->easy;
    const struct portal_request *request = &transfer->request;
    return set_text(easy, CURLOPT_URL, request->url) &&
           curl_easy_setopt(easy, CURLOPT_HTTPHEADER, request->headers) == CURLE_OK &&
           set_text(easy, CURLOPT_POSTFIELDS, request->body) &&
           curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_len) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PRIVATE, owner) == CURLE_OK;
}

bool transfer_start(struct transfer *transfer, const struct portal_options *options, CURLM *multi,
                    struct portal_request *request, void *owner)
{
    *transfer = (struct transfer){.easy = curl_easy_init(), .request = *request};
    bool good = transfer->easy && set_limits(transfer->easy, options) && set_trust(transfer->easy, options) &&
                set_request(transfer, owner) && curl_multi_add_handle(multi, transfer->easy) == CURLM_OK;
    if (!good) {
        transfer_stop(transfer, multi);
    }
    return good;
}

void transfer_stop(struct transfer *transfer, CURLM *multi)
{
    if (transfer->easy) {
        curl_multi_remove_handle(multi, transfer->easy);
        curl_easy_cleanup(transfer->easy);
    }
    portal_request_free(&transfer->request);
    if (transfer->body) {
        explicit_bzero(transfer->body, transfer->cap);
        free(transfer->body);
    }
    *transfer = (struct transfer){0};
}

void *transfer_owner(CURL *easy)
{
    char *owner = NULL;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &owner);
    return owner;
}

/* How far it came says whose silence it was. */
static enum trouble late(CURL *easy)
{
    long sent = 0;
    curl_off_t resolved = 0;
    curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &sent);
    curl_easy_getinfo(easy, CURLINFO_NAMELOOKUP_TIME_T, &resolved);
    return sent > 0 ? TROUBLE_TIMEOUT : resolved > 0 ? TROUBLE_CONNECT : TROUBLE_RESOLVE;
}

enum trouble transfer_trouble(const struct transfer *transfer, CURLcode code)
{
    switch (code) {
    case CURLE_OK: return TROUBLE_NONE;
    case CURLE_COULDNT_RESOLVE_HOST: return TROUBLE_RESOLVE;
    case CURLE_OPERATION_TIMEDOUT: return late(transfer->easy);
    case CURLE_COULDNT_CONNECT:
    case CURLE_SEND_ERROR: return TROUBLE_CONNECT;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS: return TROUBLE_TLS;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR: return TROUBLE_CUT;
    case CURLE_OUT_OF_MEMORY: /* so it calls a header line over 100 KB */
    case CURLE_FILESIZE_EXCEEDED: return TROUBLE_SIZE;
    case CURLE_WRITE_ERROR: return transfer->large ? TROUBLE_SIZE : TROUBLE_CONNECT;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_UNSUPPORTED_PROTOCOL: return TROUBLE_FORMAT;
    default: return TROUBLE_CONNECT;
    }
}

int transfer_http(const struct transfer *transfer)
{
    long status = 0;
    curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
    return (int)status;
}
