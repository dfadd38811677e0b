/* portal: what goes over the wire, how long the token lasts, and what every failure of the other side is called. */
#include "adapter/portal.h"
#include "../support/place.h"
#include "wire.h"
#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

TestSuite(portal, .init = (void (*)(void))place_begin, .fini = place_end);

static const struct question someone = {"DN4790123456789", "Trần Thị Bình", "1988-03-29"};
static const char PASSWORD[] = "Mật khẩu thử 1", MD5[] = "494b5dfc0441f770e616b5a49296c059";

static struct portal_options options_of(const char *base)
{
    struct portal_options options = {.user = "79014_BV",
                                     .clerk = "Nguyễn Thị Thử",
                                     .clerk_cccd = "079188000009",
                                     .token_path = "/api/token/take",
                                     .path = {"/api/m", "/api/h", "/api/c", "/api/f", "/api/r"},
                                     .connect_seconds = 2,
                                     .answer_seconds = 5};
    snprintf(options.base, sizeof options.base, "%s", base);
    snprintf(options.password_file, sizeof options.password_file, "%s", place_write("password", PASSWORD));
    cr_assert(chmod(options.password_file, 0600) == 0);
    return options;
}

static struct portal *open_at(const struct portal_options *options)
{
    struct portal *portal;
    cr_assert_eq(portal_open(options, &portal), FAULT_NONE);
    return portal;
}

static void ask(struct portal *portal, int ticket)
{
    cr_assert_eq(portal_ask(portal, ASK_MEMBER, &someone, NULL, ticket), FAULT_NONE);
}

static struct reply take(struct portal *portal)
{
    struct reply reply;
    time_t end = time(NULL) + 20;
    while (!portal_next(portal, &reply)) {
        struct pollfd waits = {.fd = portal_fd(portal), .events = POLLIN};
        int timeout = portal_timeout(portal);
        poll(&waits, 1, timeout < 0 || timeout > 1000 ? 1000 : timeout);
        cr_assert(time(NULL) < end, "no reply came");
    }
    return reply;
}

static struct reply ask_once(const struct portal_options *options)
{
    struct portal *portal = open_at(options);
    ask(portal, 1);
    struct reply reply = take(portal);
    portal_close(portal);
    return reply;
}

Test(portal, ten_questions_take_one_token)
{
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({0}), false);
    struct portal_options options = options_of(wire->base);
    struct portal *portal = open_at(&options);
    bool seen[10] = {false};
    for (int i = 0; i < 10; i++) {
        ask(portal, i);
    }
    for (int i = 0; i < 10; i++) {
        struct reply reply = take(portal);
        cr_expect_eq(reply.trouble, TROUBLE_NONE);
        cr_expect_str_eq(reply.code, "000");
        cr_assert(reply.ticket >= 0 && reply.ticket < 10 && !seen[reply.ticket]);
        seen[reply.ticket] = true;
    }
    cr_expect_eq(wire->tokens, 1);
    cr_expect_eq(wire->questions, 10);
    cr_expect_eq(portal_timeout(portal) == 0, false);
    portal_close(portal);
}

Test(portal, one_connection_serves_what_is_asked_one_after_the_other)
{
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({0}), false);
    struct portal_options options = options_of(wire->base);
    struct portal *portal = open_at(&options);
    for (int i = 0; i < 5; i++) {
        ask(portal, i);
        cr_expect_eq(take(portal).ticket, i);
    }
    cr_expect_eq(wire->connections, 1);
    portal_close(portal);
}

static const char *body_of(const char *request)
{
    const char *end = strstr(request, "\r\n\r\n");
    return end ? end + 4 : "";
}

static void expect_in(const char *text, const char *part)
{
    cr_expect(strstr(text, part), "no %s in %s", part, text);
}

Test(portal, questions_are_written_as_the_portal_reads_them)
{
    static const char QUERY[] = "?token=access%2B1%2F%3D&id_token=id%261&username=79014_BV&password=";
    static const char FORM[] = "maThe=DN4790123456789&hoTen=Tr%E1%BA%A7n%20Th%E1%BB%8B%20B%C3%ACnh&"
                               "ngaySinh=29%2F03%2F1988&hoTenCb=";
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({0}), false);
    struct portal_options options = options_of(wire->base);
    struct portal *portal = open_at(&options);
    char url[512];
    snprintf(url, sizeof url, "POST /api/m%s%s HTTP/1.1\r\n", QUERY, MD5);
    ask(portal, 1);
    take(portal);
    expect_in(wire->fetched, "username=79014_BV&password=");
    expect_in(wire->fetched, MD5);
    expect_in(wire->request, url);
    expect_in(wire->request, "\r\nUser-Agent: tiepdon/");
    cr_expect_str_eq(body_of(wire->request),
                     "{\"maThe\":\"DN4790123456789\",\"hoTen\":\"Trần Thị Bình\",\"ngaySinh\":\"29/03/1988\","
                     "\"hoTenCb\":\"Nguyễn Thị Thử\",\"cccdCb\":\"079188000009\"}");
    cr_expect_eq(portal_ask(portal, ASK_HISTORY, &someone, NULL, 2), FAULT_NONE);
    take(portal);
    expect_in(wire->request, "POST /api/h?token=");
    expect_in(wire->request, "application/x-www-form-urlencoded");
    expect_in(body_of(wire->request), FORM);
    expect_in(body_of(wire->request), "&cccdCb=079188000009");
    struct question by_year = someone;
    strcpy(by_year.birth_date, "1988");
    cr_expect_eq(portal_ask(portal, ASK_COPAYMENT, &by_year, NULL, 3), FAULT_NONE);
    take(portal);
    expect_in(wire->request, "POST /api/c HTTP/1.1");
    expect_in(wire->request, "\r\naccessToken: access+1/=\r\n");
    expect_in(wire->request, "\r\ntokenId: id&1\r\n");
    expect_in(wire->request, MD5);
    cr_expect_str_eq(body_of(wire->request), "{\"username\":\"79014_BV\",\"maThe\":\"DN4790123456789\","
                                             "\"hoTen\":\"Trần Thị Bình\",\"ngaySinh\":\"1988\"}");
    portal_close(portal);
}

Test(portal, a_record_is_handed_in_as_a_form)
{
    struct wire *wire = wire_begin(
        WIRE_ACTS({0}), WIRE_ACTS({.body = "{\"maKetQua\":\"200\",\"maGiaoDich\":\"GD-1\"}"}), false);
    struct portal_options options = options_of(wire->base);
    struct portal *portal = open_at(&options);
    cr_expect_eq(portal_ask(portal, ASK_RECORD, &(struct question){0}, "<A>ơ</A>", 1), FAULT_NONE);
    struct reply reply = take(portal);
    cr_expect_eq(reply.trouble, TROUBLE_NONE);
    cr_expect_str_eq(reply.receipt, "GD-1");
    cr_expect_str_eq(body_of(wire->request),
                     "username=79014_BV&loaiHoSo=0&maTinh=79&maCSKCB=79014&fileHSBase64=PEE%2BxqE8L0E%2B");
    expect_in(wire->request, "\r\npasswordHash: ");
    portal_close(portal);
}

Test(portal, a_token_is_renewed_when_its_time_is_over)
{
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({0}), false);
    wire->life = 31; /* it is given up half a minute early */
    wire->skew = 3600;
    struct portal_options options = options_of(wire->base);
    struct portal *portal = open_at(&options);
    ask(portal, 1);
    cr_expect_eq(take(portal).trouble, TROUBLE_NONE);
    usleep(1300000);
    ask(portal, 2);
    cr_expect_eq(take(portal).trouble, TROUBLE_NONE);
    cr_expect_eq(wire->tokens, 2);
    portal_close(portal);
}

Test(portal, a_refused_token_is_taken_anew_once)
{
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({.body = "{\"maKetQua\":\"401\"}"}, {0}), false);
    struct portal_options options = options_of(wire->base);
    struct reply reply = ask_once(&options);
    cr_expect_eq(reply.trouble, TROUBLE_NONE);
    cr_expect_str_eq(reply.code, "000");
    cr_expect_eq(wire->tokens, 2);
    cr_expect_eq(wire->questions, 2);
    expect_in(wire->request, "token=access%2B2");
}

Test(portal, a_token_refused_twice_is_the_account)
{
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({.http = 401, .body = "denied"}), false);
    struct portal_options options = options_of(wire->base);
    struct reply reply = ask_once(&options);
    cr_expect_eq(reply.trouble, TROUBLE_ACCOUNT);
    cr_expect_eq(reply.http, 401);
    cr_expect_eq(wire->tokens, 2);
    cr_expect_eq(wire->questions, 2);
}

Test(portal, many_that_are_refused_at_once_take_one_new_token)
{
    struct wire *wire = wire_begin(
        WIRE_ACTS({0}), WIRE_ACTS({.http = 401}, {.http = 401}, {.http = 401}, {.http = 401}, {0}), false);
    struct portal_options options = options_of(wire->base);
    struct portal *portal = open_at(&options);
    for (int i = 0; i < 4; i++) {
        ask(portal, i);
    }
    for (int i = 0; i < 4; i++) {
        cr_expect_eq(take(portal).trouble, TROUBLE_NONE);
    }
    cr_expect_eq(wire->tokens, 2);
    portal_close(portal);
}

Test(portal, without_a_token_everybody_who_waits_is_told_why)
{
    static const struct {
        struct wire_act act;
        enum trouble trouble;
    } cases[] = {
        {{.body = "{\"maKetQua\":\"401\",\"APIKey\":null}"}, TROUBLE_ACCOUNT},
        {{.http = 401, .body = ""}, TROUBLE_ACCOUNT},
        {{.body = "{\"maKetQua\":\"500\"}"}, TROUBLE_SERVER},
        {{.http = 502, .body = "<html>"}, TROUBLE_SERVER},
        {{.body = "<html>"}, TROUBLE_FORMAT},
        {{.body = "{\"maKetQua\":\"200\",\"APIKey\":{\"access_token\":\"a\\r\\nb\",\"id_token\":\"c\"}}"},
         TROUBLE_FORMAT},
        {{.how = WIRE_SHORT}, TROUBLE_CUT},
    };
    enum { CASES = sizeof cases / sizeof *cases };
    struct wire_act acts[CASES + 1];
    for (size_t i = 0; i < CASES; i++) {
        acts[i] = cases[i].act;
    }
    acts[CASES] = (struct wire_act){.http = -1};
    struct wire *wire = wire_begin(acts, WIRE_ACTS({0}), false);
    struct portal_options options = options_of(wire->base);
    struct portal *portal = open_at(&options);
    for (size_t i = 0; i < CASES; i++) {
        ask(portal, 1);
        ask(portal, 2);
        cr_expect_eq(take(portal).trouble, cases[i].trouble, "case %zu", i);
        cr_expect_eq(take(portal).trouble, cases[i].trouble, "case %zu", i);
        cr_expect_eq(wire->tokens, (int)i + 1);
    }
    cr_expect_eq(wire->questions, 0);
    portal_close(portal);
}

Test(portal, every_failure_of_an_answer_has_its_name)
{
    static const struct {
        struct wire_act act;
        enum trouble trouble;
    } cases[] = {
        {{.how = WIRE_HANG}, TROUBLE_TIMEOUT},
        {{.how = WIRE_RESET}, TROUBLE_CUT},
        {{.how = WIRE_SHORT}, TROUBLE_CUT},
        {{.how = WIRE_CHUNK}, TROUBLE_CUT},
        {{.how = WIRE_ENDLESS}, TROUBLE_SIZE},
        {{.how = WIRE_HEADS}, TROUBLE_SIZE},
        {{.how = WIRE_ONE_HEAD}, TROUBLE_SIZE},
        {{.how = WIRE_CONTINUE}, TROUBLE_SIZE},
        {{.how = WIRE_DRIP}, TROUBLE_TIMEOUT},
        {{.how = WIRE_BARE, .body = "HTTP/1.1 200 x\r\nContent-Length: 10485760\r\n\r\n{"}, TROUBLE_SIZE},
        {{.how = WIRE_BARE, .body = ""}, TROUBLE_CUT},
        {{.how = WIRE_BARE, .body = "SSH-2.0-hello\r\n"}, TROUBLE_FORMAT},
        {{.how = WIRE_BARE, .body = "HTTP/1.0 200 x\r\n\r\n{\"maKetQua\":\"000\",\"hoT"}, TROUBLE_CUT},
        {{.how = WIRE_BARE, .body = "HTTP/1.1 200 x\r\nContent-Length: -1\r\n\r\n{}"}, TROUBLE_FORMAT},
        {{.how = WIRE_BARE, .body = "HTTP/1.1 200 x\r\nContent-Length: 2\r\n\r\n{}{\"maKetQua\":\"000\"}"},
         TROUBLE_FORMAT},
        {{.how = WIRE_BARE, .body = "HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}"},
         TROUBLE_CUT},
        {{.how = WIRE_BARE, .body = "HTTP/1.1 200 x\r\nTransfer-Encoding: gzip\r\n\r\n\x1f\x8b\b"},
         TROUBLE_FORMAT},
        {{.how = WIRE_BARE, .body = "HTTP/1.1 200 x\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\b"},
         TROUBLE_FORMAT},
        {{.how = WIRE_BARE, .body = "HTTP/1.1 99999 x\r\n\r\n{}"}, TROUBLE_FORMAT},
        {{.body = "<html>đang bảo trì</html>"}, TROUBLE_FORMAT},
        {{.body = "[]"}, TROUBLE_FORMAT},
        {{.body = "{}"}, TROUBLE_FORMAT},
        {{.body = "{\"maKetQua\":null}"}, TROUBLE_FORMAT},
        {{.body = "{\"maKetQua\":\"100\"}"}, TROUBLE_SERVER},
        {{.body = "{\"maKetQua\":\"500\"}"}, TROUBLE_SERVER},
        {{.body = "{\"maKetQua\":\"205\"}"}, TROUBLE_REQUEST},
        {{.http = 500, .body = "{\"maKetQua\":\"000\"}"}, TROUBLE_SERVER},
        {{.http = 503, .body = "busy"}, TROUBLE_SERVER},
        {{.http = 302, .body = ""}, TROUBLE_SERVER},
    };
    enum { CASES = sizeof cases / sizeof *cases };
    struct wire_act acts[CASES + 1];
    for (size_t i = 0; i < CASES; i++) {
        acts[i] = cases[i].act;
    }
    acts[CASES] = (struct wire_act){.http = -1};
    struct wire *wire = wire_begin(WIRE_ACTS({0}), acts, false);
    struct portal_options options = options_of(wire->base);
    options.answer_seconds = 1;
    struct portal *portal = open_at(&options);
    for (size_t i = 0; i < CASES; i++) {
        ask(portal, (int)i);
        struct reply reply = take(portal);
        cr_expect_eq(reply.trouble, cases[i].trouble, "case %zu: %s", i, trouble_code(reply.trouble));
        cr_expect_not(reply.has_member);
    }
    cr_expect_eq(wire->questions, (int)CASES);
    portal_close(portal);
}

/* Where it is sent to nobody hears the question, and it is given nothing to keep. */
Test(portal, another_place_gets_nothing_and_nothing_is_kept)
{
    int other = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t len = sizeof place;
    char answer[256];
    cr_assert(bind(other, (struct sockaddr *)&place, len) == 0 && listen(other, 1) == 0);
    cr_assert(getsockname(other, (struct sockaddr *)&place, &len) == 0);
    snprintf(answer, sizeof answer,
             "HTTP/1.1 307 x\r\nLocation: http://127.0.0.1:%d/api/m\r\nSet-Cookie: a=b; Path=/\r\n"
             "Strict-Transport-Security: max-age=9\r\nAlt-Svc: h2=\":%d\"\r\nContent-Length: 0\r\n\r\n",
             ntohs(place.sin_port), ntohs(place.sin_port));
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({.how = WIRE_BARE, .body = answer}, {0}), false);
    struct portal_options options = options_of(wire->base);
    struct portal *portal = open_at(&options);
    ask(portal, 1);
    cr_expect_eq(take(portal).trouble, TROUBLE_SERVER);
    ask(portal, 2);
    cr_expect_eq(take(portal).trouble, TROUBLE_NONE);
    cr_expect_not(strcasestr(wire->request, "\r\nCookie:"));
    cr_expect(accept(other, NULL, NULL) < 0);
    portal_close(portal);
    close(other);
}

Test(portal, a_port_where_nobody_listens)
{
    struct portal_options options = options_of("http://127.0.0.1:1");
    cr_expect_eq(ask_once(&options).trouble, TROUBLE_CONNECT);
}

Test(portal, what_cannot_be_asked_is_answered_at_once)
{
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({0}), false);
    struct portal_options options = options_of(wire->base);
    options.path[ASK_FACILITY][0] = '\0';
    struct portal *portal = open_at(&options);
    struct question nameless = someone;
    nameless.name[0] = '\0';
    cr_expect_eq(portal_ask(portal, ASK_FACILITY, &(struct question){.number = "79014"}, NULL, 1),
                 FAULT_NONE);
    cr_expect_eq(portal_ask(portal, ASK_MEMBER, &nameless, NULL, 2), FAULT_NONE);
    cr_expect_eq(portal_timeout(portal), 0);
    cr_expect_eq(take(portal).trouble, TROUBLE_OFF);
    cr_expect_eq(take(portal).trouble, TROUBLE_REQUEST);
    cr_expect_eq(wire->connections, 0);
    portal_close(portal);
}

Test(portal, what_is_cancelled_never_comes)
{
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({.how = WIRE_HANG}, {0}), false);
    struct portal_options options = options_of(wire->base);
    struct portal *portal = open_at(&options);
    struct reply reply;
    ask(portal, 1);
    for (time_t end = time(NULL) + 20; wire->questions == 0 && time(NULL) < end;) {
        cr_assert(!portal_next(portal, &reply));
    }
    portal_cancel(portal, 1);
    portal_cancel(portal, 7); /* nobody's */
    ask(portal, 2);
    cr_expect_eq(take(portal).ticket, 2);
    portal_close(portal);
}

Test(portal, only_tls_or_loopback_gets_the_password)
{
    static const char *const refused[] = {
        "",
        "http://portal.example",
        "http://10.0.0.1",
        "http://127.0.0.1.example",
        "http://localhost.example",
        "ftp://localhost",
        "file:///etc/passwd",
        "localhost:8479",
        "https://user@portal.example",
        "https://portal.example/?a=b",
        "https://portal.example/#a",
        "https://",
    };
    static const char *const taken[] = {
        "https://portal.example", "https://portal.example:8443/under/",
        "http://localhost:8479",  "http://127.0.0.1:8479/base",
        "http://127.9.9.9",       "http://[::1]:8479",
    };
    struct portal *portal;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct portal_options options = options_of(refused[i]);
        cr_expect_eq(portal_open(&options, &portal), FAULT_PORTAL_URL, "%s", refused[i]);
    }
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        struct portal_options options = options_of(taken[i]);
        cr_assert_eq(portal_open(&options, &portal), FAULT_NONE, "%s", taken[i]);
        portal_close(portal);
    }
}

Test(portal, a_clerk_and_an_account_are_needed)
{
    struct portal *portal;
    struct portal_options options = options_of("https://portal.example");
    options.clerk_cccd[0] = '\0';
    cr_expect_eq(portal_open(&options, &portal), FAULT_PORTAL_ACCOUNT);
    portal_close(NULL);
}

Test(portal, a_proxy_of_the_environment_is_not_told)
{
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({0}), false);
    struct portal_options options = options_of(wire->base);
    setenv("http_proxy", "http://127.0.0.1:1", 1);
    setenv("all_proxy", "http://127.0.0.1:1", 1);
    cr_expect_eq(ask_once(&options).trouble, TROUBLE_NONE);
}

Test(portal, a_base_with_a_path_keeps_it)
{
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({0}), false);
    struct portal_options options = options_of(wire->base);
    strcat(options.base, "/gateway/");
    cr_expect_eq(ask_once(&options).trouble, TROUBLE_NONE);
    expect_in(wire->request, "POST /gateway/api/m?");
}

/* ---- certificates ---- */

enum { YEAR = 365 * 24 * 3600 };

static enum trouble ask_tls(const char *name, int seconds, bool trusted)
{
    wire_certificate(place_path("ca.pem"), name, seconds);
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({0}), true);
    struct portal_options options = options_of(wire->base);
    if (trusted) {
        snprintf(options.ca_file, sizeof options.ca_file, "%s", place_path("ca.pem"));
    }
    enum trouble trouble = ask_once(&options).trouble;
    cr_expect_eq(wire->tokens, trouble == TROUBLE_NONE ? 1 : 0);
    return trouble;
}

Test(portal, a_private_authority_is_trusted_where_it_is_named)
{
    cr_expect_eq(ask_tls("127.0.0.1", YEAR, true), TROUBLE_NONE);
}

Test(portal, a_certificate_that_nobody_vouches_for)
{
    cr_expect_eq(ask_tls("127.0.0.1", YEAR, false), TROUBLE_TLS);
}

Test(portal, a_certificate_of_another_host)
{
    cr_expect_eq(ask_tls("portal.example", YEAR, true), TROUBLE_TLS);
}

Test(portal, a_certificate_that_ended)
{
    cr_expect_eq(ask_tls("127.0.0.1", -24 * 3600, true), TROUBLE_TLS);
}

Test(portal, an_authority_that_cannot_be_read)
{
    struct portal *portal;
    struct portal_options options = options_of("https://127.0.0.1:1");
    snprintf(options.ca_file, sizeof options.ca_file, "%s", place_path("none.pem"));
    cr_expect_eq(portal_open(&options, &portal), FAULT_PORTAL_CA, "a missing file");
    place_write("none.pem", "no certificate\n");
    cr_expect_eq(portal_open(&options, &portal), FAULT_PORTAL_CA, "a file without one");
}

Test(portal, nothing_is_said_on_standard_error)
{
    struct wire *wire = wire_begin(WIRE_ACTS({0}), WIRE_ACTS({.http = 401}), false);
    struct portal_options options = options_of(wire->base);
    int kept = dup(STDERR_FILENO);
    cr_assert(freopen(place_path("stderr"), "w", stderr));
    ask_once(&options);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    cr_expect_str_eq(place_text("stderr"), "");
}
