/* wire: a thread a connection, which ends with the test's process. */
#include "wire.h"
#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static struct wire wire = {.life = 600};
static const struct wire_act *token_acts, *question_acts;
static SSL_CTX *context;
static int listener;

struct link {
    int fd;
    SSL *ssl;
};

static ssize_t get(const struct link *link, void *bytes, size_t size)
{
    return link->ssl ? SSL_read(link->ssl, bytes, (int)size) : recv(link->fd, bytes, size, 0);
}

static void put(const struct link *link, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t sent =
            link->ssl ? SSL_write(link->ssl, bytes, (int)len) : send(link->fd, bytes, len, MSG_NOSIGNAL);
        if (sent <= 0) {
            return;
        }
        bytes += sent;
        len -= (size_t)sent;
    }
}

static void put_text(const struct link *link, const char *text)
{
    put(link, text, strlen(text));
}

static bool read_request(const struct link *link, char request[WIRE_TEXT])
{
    size_t len = 0;
    *request = '\0';
    for (;;) {
        const char *end = strstr(request, "\r\n\r\n"), *promised = strcasestr(request, "content-length:");
        if (end && len >= (size_t)(end + 4 - request) + (promised ? strtoul(promised + 15, NULL, 10) : 0)) {
            return true;
        }
        ssize_t more = get(link, request + len, WIRE_TEXT - 1 - len);
        if (more <= 0) {
            return false;
        }
        len += (size_t)more;
        request[len] = '\0';
    }
}

static void utc(char *out, size_t size, const char *form, int ahead)
{
    time_t now = time(NULL) + ahead;
    struct tm tm;
    gmtime_r(&now, &tm);
    strftime(out, size, form, &tm);
}

static void write_token(char *out, size_t size, int number)
{
    char end[64];
    utc(end, sizeof end, "%Y-%m-%dT%H:%M:%S", wire.skew + wire.life);
    snprintf(out, size,
             "{\"maKetQua\":\"200\",\"APIKey\":{\"access_token\":\"access+%d/=\",\"id_token\":\"id&%d\","
             "\"token_type\":\"Bearer\",\"username\":\"79014_BV\",\"expires_in\":\"%s.5454145Z\"}}",
             number, number, end);
}

static void put_head(const struct link *link, int http, const char *more)
{
    char head[512], date[64];
    utc(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT", wire.skew);
    snprintf(head, sizeof head, "HTTP/1.1 %d x\r\nDate: %s\r\nContent-Type: application/json\r\n%s\r\n", http,
             date, more);
    put_text(link, head);
}

static void put_sized(const struct link *link, int http, const char *body, size_t promised)
{
    char length[64];
    snprintf(length, sizeof length, "Content-Length: %zu\r\n", promised);
    put_head(link, http, length);
    put_text(link, body);
}

static void put_endless(const struct link *link, const char *piece, int count)
{
    for (int i = 0; i < count; i++) {
        put_text(link, piece);
    }
}

static void put_drop_by_drop(const struct link *link, const char *body)
{
    put_head(link, 200, "Connection: close\r\n");
    for (; *body; body++) {
        put(link, body, 1);
        usleep(100000);
    }
}

static void reset(const struct link *link)
{
    setsockopt(link->fd, SOL_SOCKET, SO_LINGER, &(struct linger){1, 0}, sizeof(struct linger));
}

/* False closes the connection. */
static bool act(const struct link *link, const struct wire_act *act, const char *body)
{
    enum { KILOBYTES = 10 * 1024 };
    static char piece[1025];
    int http = act->http ? act->http : 200;
    memset(piece, ' ', sizeof piece - 1);
    switch (act->how) {
    case WIRE_WELL: put_sized(link, http, body, strlen(body)); return true;
    case WIRE_HANG: pause(); return false;
    case WIRE_SHORT: put_sized(link, http, body, 2 * strlen(body)); return false;
    case WIRE_RESET:
        put_sized(link, http, body, 2 * strlen(body));
        usleep(20000); /* what was sent would be thrown away with the connection */
        reset(link);
        return false;
    case WIRE_CHUNK:
        put_head(link, http, "Transfer-Encoding: chunked\r\n");
        put_text(link, "ffff\r\n");
        put_text(link, body);
        return false;
    case WIRE_ENDLESS:
        put_head(link, http, "Connection: close\r\n");
        put_endless(link, piece, KILOBYTES);
        return false;
    case WIRE_BARE: put_text(link, act->body); return false;
    case WIRE_HEADS:
        put_text(link, "HTTP/1.1 200 x\r\n");
        put_endless(link, "X-Filler: 0123456789012345678901234567890123456789\r\n", KILOBYTES);
        return false;
    case WIRE_ONE_HEAD:
        put_text(link, "HTTP/1.1 200 x\r\nX-Filler: ");
        put_endless(link, piece, KILOBYTES);
        return false;
    case WIRE_CONTINUE: put_endless(link, "HTTP/1.1 100 Continue\r\n\r\n", KILOBYTES); return false;
    case WIRE_DRIP: put_drop_by_drop(link, body); return false;
    }
    return false;
}

static const struct wire_act *pick(const struct wire_act *acts, int number)
{
    while (number-- > 0 && acts[1].http >= 0) {
        acts++;
    }
    return acts;
}

static bool serve(const struct link *link)
{
    static const char MEMBER[] =
        "{\"maKetQua\":\"000\",\"maThe\":\"DN4790123456789\",\"hoTen\":\"Trần Thị Bình\"}";
    char request[WIRE_TEXT], token[512];
    if (!read_request(link, request)) {
        return false;
    }
    bool fetch = strstr(request, "/api/token/take HTTP/1.1\r\n");
    int number = atomic_fetch_add(fetch ? &wire.tokens : &wire.questions, 1);
    memcpy(fetch ? wire.fetched : wire.request, request, sizeof request);
    const struct wire_act *chosen = pick(fetch ? token_acts : question_acts, number);
    write_token(token, sizeof token, number + 1);
    return act(link, chosen, chosen->body ? chosen->body : fetch ? token : MEMBER);
}

static void *talk(void *data)
{
    struct link link = {.fd = (int)(long)data};
    atomic_fetch_add(&wire.connections, 1);
    if (context) {
        link.ssl = SSL_new(context);
        SSL_set_fd(link.ssl, link.fd);
    }
    if (!link.ssl || SSL_accept(link.ssl) == 1) {
        while (serve(&link)) {
        }
    }
    SSL_free(link.ssl);
    close(link.fd);
    return NULL;
}

static void *take_connections(void *unused)
{
    (void)unused;
    for (int fd; (fd = accept(listener, NULL, NULL)) >= 0;) {
        pthread_t thread;
        cr_assert(pthread_create(&thread, NULL, talk, (void *)(long)fd) == 0);
        pthread_detach(thread);
    }
    return NULL;
}

struct wire *wire_begin(const struct wire_act *tokens, const struct wire_act *questions, bool tls)
{
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t len = sizeof place;
    pthread_t thread;
    signal(SIGPIPE, SIG_IGN); /* libssl writes into connections that the client cut */
    token_acts = tokens;
    question_acts = questions;
    listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    cr_assert(listener >= 0 && bind(listener, (struct sockaddr *)&place, len) == 0 &&
              listen(listener, 64) == 0);
    cr_assert(getsockname(listener, (struct sockaddr *)&place, &len) == 0);
    wire.port = ntohs(place.sin_port);
    snprintf(wire.base, sizeof wire.base, "%s://127.0.0.1:%d", tls ? "https" : "http", wire.port);
    cr_assert(pthread_create(&thread, NULL, take_connections, NULL) == 0);
    pthread_detach(thread);
    return &wire;
}

static void add_name(X509 *certificate, const char *name)
{
    char value[128];
    struct in_addr address;
    snprintf(value, sizeof value, "%s:%s", inet_pton(AF_INET, name, &address) == 1 ? "IP" : "DNS", name);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, NULL, NID_subject_alt_name, value);
    cr_assert(extension && X509_add_ext(certificate, extension, -1));
    X509_EXTENSION_free(extension);
}

void wire_certificate(const char *path, const char *name, int seconds)
{
    enum { DAY = 24 * 3600 };
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    cr_assert(key && certificate && X509_set_version(certificate, X509_VERSION_3));
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -2 * DAY);
    X509_gmtime_adj(X509_getm_notAfter(certificate), seconds);
    X509_NAME *subject = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, (const unsigned char *)"test", -1, -1, 0);
    X509_set_issuer_name(certificate, subject);
    X509_set_pubkey(certificate, key);
    add_name(certificate, name);
    cr_assert(X509_sign(certificate, key, EVP_sha256()) > 0);
    context = SSL_CTX_new(TLS_server_method());
    cr_assert(context && SSL_CTX_use_certificate(context, certificate) == 1 &&
              SSL_CTX_use_PrivateKey(context, key) == 1);
    FILE *file = fopen(path, "we");
    cr_assert(file && PEM_write_X509(file, certificate) && fclose(file) == 0);
    X509_free(certificate);
    EVP_PKEY_free(key);
}
