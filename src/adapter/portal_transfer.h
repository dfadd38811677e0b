/* portal_transfer: one request on the wire and what came back of it, within a multi handle of libcurl. */
#ifndef TIEPDON_PORTAL_TRANSFER_H
#define TIEPDON_PORTAL_TRANSFER_H
#include "adapter/portal_request.h"

/* The longest answer: some hundred visits are 100 KB. */
enum { ANSWER_SIZE_MAX = 1024 * 1024 };

struct transfer {
    CURL *easy; /* NULL: none is under way */
    struct portal_request request;
    char *body; /* len bytes */
    size_t len, cap;
    size_t head;    /* bytes of headers */
    bool large;     /* an answer over the limit was cut off */
    long long date; /* of the answer by the sender's clock, 0 unknown */
};

/* Takes the request over, also when it fails. `owner` comes back from transfer_owner. */
NEEDED bool transfer_start(struct transfer *transfer, const struct portal_options *options, CURLM *multi,
                           struct portal_request *request, void *owner);
/* At once, whatever hangs, and wipes it. Takes one that is not under way. */
void transfer_stop(struct transfer *transfer, CURLM *multi);

void *transfer_owner(CURL *easy);
/* What libcurl says about the end of it. */
enum trouble transfer_trouble(const struct transfer *transfer, CURLcode code);
int transfer_http(const struct transfer *transfer);

#endif
