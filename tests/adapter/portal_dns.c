/* portal: a resolver that never answers holds nobody up: not who asks, cancels or leaves. In a network and a mount
 * namespace of its own, where a name server on loopback is silent. */
#include "../support/place.h"
#include "adapter/portal.h"
#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <fcntl.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { DNS_PORT = 53, LIMIT_MS = 100 };

TestSuite(portal_dns, .init = (void (*)(void))place_begin, .fini = place_end);

/* Without root a namespace of users makes us root of the others. */
static bool own_namespaces(void)
{
    char map[64];
    int uid = (int)geteuid();
    if (uid == 0) {
        return unshare(CLONE_NEWNS | CLONE_NEWNET) == 0;
    }
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET) != 0) {
        return false;
    }
    int fd = open("/proc/self/uid_map", O_WRONLY | O_CLOEXEC);
    snprintf(map, sizeof map, "0 %d 1", uid);
    bool good = fd >= 0 && write(fd, map, strlen(map)) > 0;
    close(fd);
    return good;
}

static bool bind_file(const char *name, const char *text, const char *over)
{
    return mount(place_write(name, text), over, NULL, MS_BIND, NULL) == 0;
}

static bool loopback_up(void)
{
    struct ifreq request = {.ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING};
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    bool good = fd >= 0 && ioctl(fd, SIOCSIFFLAGS, &request) == 0;
    close(fd);
    return good;
}

/* The name server's socket, -1 where the machine forbids it. */
static int silent_resolver(void)
{
    struct sockaddr_in place = {
        .sin_family = AF_INET, .sin_port = htons(DNS_PORT), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    if (!own_namespaces() || mount("", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || !loopback_up() ||
        !bind_file("resolv.conf", "nameserver 127.0.0.1\n", "/etc/resolv.conf") ||
        !bind_file("nsswitch.conf", "hosts: files dns\n", "/etc/nsswitch.conf")) {
        return -1;
    }
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    return fd >= 0 && bind(fd, (struct sockaddr *)&place, sizeof place) == 0 ? fd : -1;
}

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

#define WITHIN(act)                                                                                          \
    do {                                                                                                     \
        long long begun = now_ms();                                                                          \
        act;                                                                                                 \
        long long took = now_ms() - begun;                                                                   \
        cr_expect(took < LIMIT_MS, "%s took %lld ms", #act, took);                                           \
    } while (0)

static struct portal_options options_of(int seconds)
{
    struct portal_options options = {.base = "https://portal.example",
                                     .user = "79014_BV",
                                     .clerk = "Nguyễn Thị Thử",
                                     .clerk_cccd = "079188000009",
                                     .token_path = "/api/token/take",
                                     .path = {"/api/m"},
                                     .connect_seconds = seconds,
                                     .answer_seconds = seconds};
    snprintf(options.password_file, sizeof options.password_file, "%s", place_write("password", "abc"));
    cr_assert(chmod(options.password_file, 0600) == 0);
    return options;
}

/* Drives it until the name server was asked: the resolver hangs from then on. */
static void until_asked(struct portal *portal, int resolver)
{
    struct reply reply;
    bool asked = false;
    for (long long end = now_ms() + 20000; !asked && now_ms() < end;) {
        struct pollfd waits[] = {{.fd = portal_fd(portal), .events = POLLIN},
                                 {.fd = resolver, .events = POLLIN}};
        bool came;
        poll(waits, 2, 50);
        WITHIN(came = portal_next(portal, &reply));
        cr_assert_not(came);
        asked = waits[1].revents & POLLIN;
    }
    cr_assert(asked, "the name server was not asked");
}

static const struct question someone = {"DN4790123456789", "Trần Thị Bình", "1988-03-29"};

Test(portal_dns, a_dead_resolver_holds_nobody_up, .timeout = 60)
{
    int resolver = silent_resolver();
    if (resolver < 0) {
        cr_skip_test("this machine allows no namespaces");
    }
    struct portal_options options = options_of(30);
    struct portal *portal = NULL;
    enum fault fault;
    WITHIN(fault = portal_open(&options, &portal));
    cr_assert_eq(fault, FAULT_NONE);
    for (int ticket = 1; ticket <= 3; ticket++) {
        WITHIN(fault = portal_ask(portal, ASK_MEMBER, &someone, NULL, ticket));
        cr_assert_eq(fault, FAULT_NONE);
    }
    until_asked(portal, resolver);
    WITHIN(portal_cancel(portal, 1));
    WITHIN(portal_close(portal));
    close(resolver);
}

Test(portal_dns, its_silence_is_called_by_its_name, .timeout = 60)
{
    int resolver = silent_resolver();
    if (resolver < 0) {
        cr_skip_test("this machine allows no namespaces");
    }
    struct portal_options options = options_of(1);
    struct portal *portal;
    struct reply reply;
    bool came = false;
    cr_assert_eq(portal_open(&options, &portal), FAULT_NONE);
    cr_assert_eq(portal_ask(portal, ASK_MEMBER, &someone, NULL, 1), FAULT_NONE);
    for (long long end = now_ms() + 20000; !came && now_ms() < end;) {
        struct pollfd waits = {.fd = portal_fd(portal), .events = POLLIN};
        poll(&waits, 1, 50);
        WITHIN(came = portal_next(portal, &reply));
    }
    cr_assert(came);
    cr_expect_eq(reply.trouble, TROUBLE_RESOLVE);
    WITHIN(portal_close(portal));
    close(resolver);
}
