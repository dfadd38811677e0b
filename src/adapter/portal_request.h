/* portal_request: address, headers and body of each question, as BHXH describes them. */
#ifndef TIEPDON_PORTAL_REQUEST_H
#define TIEPDON_PORTAL_REQUEST_H
#include "adapter/portal.h"
#include "adapter/portal_token.h"
#include "adapter/secret.h"
#include <curl/curl.h>

struct portal_request {
    char *url, *body;
    size_t body_len;
    struct curl_slist *headers;
};

/* https://, or http:// to loopback; a host, a port and a path at most. PORTAL_URL. */
NEEDED enum fault portal_request_base(const char *base);

/* The account's token. False: out of memory, here and below; then nothing is to be freed. */
NEEDED bool portal_request_token(const struct portal_options *options, const char md5[SECRET_SIZE],
                                 struct portal_request *ret);
NEEDED bool portal_request_make(const struct portal_options *options, const char md5[SECRET_SIZE],
                                const struct token *token, enum ask ask, const struct question *question,
                                const char *record, struct portal_request *ret);
/* Wipes it: it holds the password's digest, the token and a patient. Takes one that is all zero. */
void portal_request_free(struct portal_request *request);

#endif
