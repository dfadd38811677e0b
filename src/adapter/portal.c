/* portal: errands wait for the token, are asked, and wait to be taken.
 *
 *     WAITS ──token──▶ ASKED ──answer──▶ DONE ──portal_next──▶ gone
 *       ▲                │ 401, once        ▲
 *       └────────────────┘     no token ────┘ */
#include "adapter/portal.h"
#include "adapter/portal_reply.h"
#include "adapter/portal_transfer.h"
#include <openssl/err.h>
#include <openssl/pem.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum stage { STAGE_WAITS, STAGE_ASKED, STAGE_DONE };

struct errand {
    struct errand *next;
    enum stage stage;
    bool again;     /* its token was refused once */
    bool knock;     /* the token is all it wants */
    unsigned token; /* the number of the token it was asked with */
    char *record;
    struct transfer transfer;
    struct reply reply;
};

struct portal {
    struct portal_options options;
    char own_clerk[NAME_SIZE], own_cccd[CCCD_SIZE]; /* of the options as they were given */
    char md5[SECRET_SIZE];
    CURLM *multi;
    int descriptor;           /* an epoll of libcurl's */
    long long deadline;       /* milliseconds at which libcurl wants to be called, -1 for never */
    struct errand *errands;   /* oldest first */
    struct transfer fetching; /* of the token */
    struct token token;
    unsigned token_number; /* counts those that came */
    long long token_until; /* milliseconds; 0: there is none */
};

/* Goes on while the machine sleeps, as a token's life does. */
static long long clock_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int watch_socket(CURL *easy, curl_socket_t fd, int what, void *data, void *unused)
{
    struct portal *portal = data;
    struct epoll_event event = {.data.fd = fd};
    (void)easy, (void)unused;
    if (what == CURL_POLL_REMOVE) {
        epoll_ctl(portal->descriptor, EPOLL_CTL_DEL, fd, NULL); /* one that is closed is gone already */
        return 0;
    }
    event.events = (what & CURL_POLL_IN ? EPOLLIN : 0u) | (what & CURL_POLL_OUT ? EPOLLOUT : 0u);
    int failed = epoll_ctl(portal->descriptor, EPOLL_CTL_MOD, fd, &event);
    return failed ? epoll_ctl(portal->descriptor, EPOLL_CTL_ADD, fd, &event) : 0;
}

static int set_timer(CURLM *multi, long milliseconds, void *data)
{
    struct portal *portal = data;
    (void)multi;
    portal->deadline = milliseconds < 0 ? -1 : clock_now() + milliseconds;
    return 0;
}

static bool begin(struct portal *portal)
{
    portal->multi = curl_multi_init();
    portal->descriptor = epoll_create1(EPOLL_CLOEXEC);
    return portal->multi && portal->descriptor >= 0 &&
           curl_multi_setopt(portal->multi, CURLMOPT_SOCKETFUNCTION, watch_socket) == CURLM_OK &&
           curl_multi_setopt(portal->multi, CURLMOPT_SOCKETDATA, portal) == CURLM_OK &&
           curl_multi_setopt(portal->multi, CURLMOPT_TIMERFUNCTION, set_timer) == CURLM_OK &&
           curl_multi_setopt(portal->multi, CURLMOPT_TIMERDATA, portal) == CURLM_OK;
}

/* Said before the first question: to curl it is TLS trouble like any other. */
static enum fault authority(const char *file)
{
    FILE *from = *file ? fopen(file, "re") : NULL;
    X509 *certificate = from ? PEM_read_X509(from, NULL, NULL, NULL) : NULL;
    bool good = !*file || certificate;
    X509_free(certificate);
    ERR_clear_error();
    if (from) {
        fclose(from);
    }
    return good ? FAULT_NONE : FAULT_PORTAL_CA;
}

enum fault portal_open(const struct portal_options *options, struct portal **ret)
{
    char md5[SECRET_SIZE];
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        return FAULT_MEMORY;
    }
    enum fault fault = portal_request_base(options->base);
    if (fault == FAULT_NONE && (!*options->user || !*options->clerk || !*options->clerk_cccd)) {
        fault = FAULT_PORTAL_ACCOUNT;
    }
    fault = fault ? fault : authority(options->ca_file);
    fault = fault ? fault : secret_read(options->password_file, md5);
    struct portal *portal = fault ? NULL : calloc(1, sizeof *portal);
    if (!portal) {
        curl_global_cleanup();
        return fault ? fault : FAULT_MEMORY;
    }
    portal->options = *options;
    memcpy(portal->own_clerk, options->clerk, sizeof portal->own_clerk);
    memcpy(portal->own_cccd, options->clerk_cccd, sizeof portal->own_cccd);
    portal->deadline = -1;
    memcpy(portal->md5, md5, sizeof md5);
    explicit_bzero(md5, sizeof md5);
    if (!begin(portal)) {
        portal_close(portal);
        return FAULT_MEMORY;
    }
    *ret = portal;
    return FAULT_NONE;
}

static void drop(struct portal *portal, struct errand *errand)
{
    transfer_stop(&errand->transfer, portal->multi);
    if (errand->record) {
        explicit_bzero(errand->record, strlen(errand->record));
        free(errand->record);
    }
    explicit_bzero(errand, sizeof *errand);
    free(errand);
}

void portal_clerk(struct portal *portal, const char *name, const char *cccd)
{
    if (portal) {
        struct portal_options *options = &portal->options;
        snprintf(options->clerk, sizeof options->clerk, "%s", *name ? name : portal->own_clerk);
        snprintf(options->clerk_cccd, sizeof options->clerk_cccd, "%s", *cccd ? cccd : portal->own_cccd);
    }
}

void portal_close(struct portal *portal)
{
    if (!portal) {
        return;
    }
    for (struct errand *errand = portal->errands, *next; errand; errand = next) {
        next = errand->next;
        drop(portal, errand);
    }
    transfer_stop(&portal->fetching, portal->multi);
    curl_multi_cleanup(portal->multi);
    if (portal->descriptor >= 0) {
        close(portal->descriptor);
    }
    explicit_bzero(portal, sizeof *portal);
    free(portal);
    curl_global_cleanup();
}

static void end(struct errand *errand, enum trouble trouble, int http, const char *code)
{
    errand->reply.trouble = trouble;
    errand->reply.http = http;
    errand->reply.at = time(NULL);
    memcpy(errand->reply.code, code, strlen(code) + 1);
    errand->stage = STAGE_DONE;
}

/* Everyone who waits for a token. */
static void end_waiting(struct portal *portal, enum trouble trouble, int http, const char *code)
{
    for (struct errand *errand = portal->errands; errand; errand = errand->next) {
        if (errand->stage == STAGE_WAITS) {
            end(errand, trouble, http, code);
        }
    }
}

static void ask(struct portal *portal, struct errand *errand)
{
    struct portal_request request;
    const struct reply *reply = &errand->reply;
    errand->stage = STAGE_ASKED;
    errand->token = portal->token_number;
    if (!portal_request_make(&portal->options, portal->md5, &portal->token, reply->ask, &reply->question,
                             errand->record, &request) ||
        !transfer_start(&errand->transfer, &portal->options, portal->multi, &request, errand)) {
        end(errand, TROUBLE_CONNECT, 0, "");
    }
}

static void fetch_token(struct portal *portal)
{
    struct portal_request request;
    if (!portal_request_token(&portal->options, portal->md5, &request) ||
        !transfer_start(&portal->fetching, &portal->options, portal->multi, &request, portal)) {
        end_waiting(portal, TROUBLE_CONNECT, 0, "");
    }
}

/* Asks for everyone who waits, or for the token that they wait for, once for all. */
static void go_on(struct portal *portal)
{
    bool usable = clock_now() < portal->token_until;
    for (struct errand *errand = portal->errands; errand; errand = errand->next) {
        if (errand->stage != STAGE_WAITS) {
            continue;
        }
        if (usable && errand->knock) {
            end(errand, TROUBLE_NONE, 0, "");
        } else if (usable) {
            ask(portal, errand);
        } else if (!portal->fetching.easy) {
            fetch_token(portal);
        }
    }
}

static void take_token(struct portal *portal, CURLcode result)
{
    struct transfer *transfer = &portal->fetching;
    char code[RESULT_CODE_SIZE] = "";
    int http = transfer_http(transfer);
    enum trouble trouble = transfer_trouble(transfer, result);
    if (trouble == TROUBLE_NONE) {
        long long now = transfer->date ? transfer->date : time(NULL);
        trouble = portal_token_read(transfer->body, transfer->len, http, now, &portal->token, code);
    }
    transfer_stop(transfer, portal->multi);
    if (trouble != TROUBLE_NONE) {
        portal->token_until = 0;
        end_waiting(portal, trouble, http, code);
        return;
    }
    portal->token_number++;
    portal->token_until = clock_now() + portal->token.seconds * 1000LL;
}

/* A refused token is taken again once; when somebody did meanwhile, the new one serves. */
static void renew(struct portal *portal, struct errand *errand)
{
    if (errand->reply.trouble != TROUBLE_ACCOUNT || errand->again) {
        return;
    }
    if (errand->token == portal->token_number) {
        portal->token_until = 0;
    }
    errand->again = true;
    errand->stage = STAGE_WAITS;
}

static void take_answer(struct portal *portal, struct errand *errand, CURLcode result)
{
    struct transfer *transfer = &errand->transfer;
    struct reply *reply = &errand->reply;
    enum trouble trouble = transfer_trouble(transfer, result);
    end(errand, trouble, transfer_http(transfer), "");
    if (trouble == TROUBLE_NONE) {
        portal_reply_read(reply, transfer->body, transfer->len);
    }
    transfer_stop(transfer, portal->multi);
    renew(portal, errand);
}

static void take_finished(struct portal *portal)
{
    int left;
    for (CURLMsg *message; (message = curl_multi_info_read(portal->multi, &left));) {
        CURL *easy = message->easy_handle;
        CURLcode result = message->data.result;
        void *owner = transfer_owner(easy);
        if (owner == portal) {
            take_token(portal, result);
        } else {
            take_answer(portal, owner, result);
        }
    }
}

static void drive(struct portal *portal)
{
    enum { EVENTS = 16 };
    struct epoll_event events[EVENTS];
    int running, count = epoll_wait(portal->descriptor, events, EVENTS, 0);
    for (int i = 0; i < count; i++) {
        int what = (events[i].events & (EPOLLIN | EPOLLHUP) ? CURL_CSELECT_IN : 0) |
                   (events[i].events & EPOLLOUT ? CURL_CSELECT_OUT : 0) |
                   (events[i].events & EPOLLERR ? CURL_CSELECT_ERR : 0);
        curl_multi_socket_action(portal->multi, events[i].data.fd, what, &running);
    }
    if (portal->deadline >= 0 && portal->deadline <= clock_now()) {
        portal->deadline = -1;
        curl_multi_socket_action(portal->multi, CURL_SOCKET_TIMEOUT, 0, &running);
    }
}

static struct errand **find(struct portal *portal, bool done, int ticket)
{
    struct errand **at = &portal->errands;
    while (*at && (done ? (*at)->stage != STAGE_DONE : (*at)->reply.ticket != ticket)) {
        at = &(*at)->next;
    }
    return at;
}

static bool askable(enum ask ask, const struct question *question)
{
    return ask == ASK_FACILITY ? *question->number : ask == ASK_RECORD || question_complete(question);
}

static void put(struct portal *portal, struct errand *errand)
{
    struct errand **last = &portal->errands;
    while (*last) {
        last = &(*last)->next;
    }
    *last = errand;
}

enum fault portal_knock(struct portal *portal, int ticket)
{
    struct errand *errand = calloc(1, sizeof *errand);
    if (!errand) {
        return FAULT_MEMORY;
    }
    errand->knock = true;
    errand->reply.ticket = ticket;
    put(portal, errand);
    go_on(portal);
    return FAULT_NONE;
}

enum fault portal_ask(struct portal *portal, enum ask ask, const struct question *question,
                      const char *record, int ticket)
{
    struct errand *errand = calloc(1, sizeof *errand);
    char *copy = record && errand ? strdup(record) : NULL;
    if (!errand || (record && !copy)) {
        free(errand);
        return FAULT_MEMORY;
    }
    *errand = (struct errand){.record = copy, .reply = {.ticket = ticket, .ask = ask, .question = *question}};
    put(portal, errand);
    if (!*portal->options.path[ask]) {
        end(errand, TROUBLE_OFF, 0, "");
    } else if (!askable(ask, question)) {
        end(errand, TROUBLE_REQUEST, 0, "");
    }
    go_on(portal);
    return FAULT_NONE;
}

static void take_out(struct portal *portal, struct errand **at)
{
    struct errand *errand = *at;
    if (errand) {
        *at = errand->next;
        drop(portal, errand);
    }
}

void portal_cancel(struct portal *portal, int ticket)
{
    take_out(portal, find(portal, false, ticket));
}

int portal_fd(const struct portal *portal)
{
    return portal->descriptor;
}

int portal_timeout(const struct portal *portal)
{
    for (const struct errand *errand = portal->errands; errand; errand = errand->next) {
        if (errand->stage == STAGE_DONE) {
            return 0;
        }
    }
    long long left = portal->deadline - clock_now();
    return portal->deadline < 0 ? -1 : left > 0 ? (int)left : 0;
}

bool portal_next(struct portal *portal, struct reply *ret)
{
    drive(portal);
    take_finished(portal);
    go_on(portal);
    struct errand **at = find(portal, true, 0);
    if (!*at) {
        return false;
    }
    *ret = (*at)->reply;
    take_out(portal, at);
    return true;
}
