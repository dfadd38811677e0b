/* Serial and HID POS scanners through the whole road: node, thread, pipe, slot, scan. A pseudo-terminal stands
 * for the port; a named pipe that keeps its packets apart stands for hidraw, which does the same. */
#include "adapter/scanner_slot.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATIENCE_MS = 10000 };

static const unsigned char POS[] = {0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x85, 0x02, 0x75, 0x08, 0x95,
                                    0x01, 0x05, 0x01, 0x09, 0x3B, 0x81, 0x02, 0x05, 0x8C, 0x95, 0x3D,
                                    0x09, 0xFE, 0x81, 0x02, 0x95, 0x01, 0x09, 0xFF, 0x81, 0x02, 0xC0};

static struct scanner *scanner;
static struct scanner_event event;

static void open_scanner(const char *bind)
{
    static const struct keymaps keymaps = {.installed = "keymaps"};
    struct scanner_options options = {
        .profiles = &keymaps, .binds = &bind, .bind_count = bind != NULL, .remote = bind != NULL};
    cr_assert_eq(scanner_open(&options, &scanner), FAULT_NONE);
}

static void close_scanner(void)
{
    scanner_close(scanner);
    explicit_bzero(&event, sizeof event);
}

/* The next event, whichever; fails when none comes. */
static enum scanner_what next(void)
{
    for (;;) {
        struct pollfd fd = {.fd = scanner_fd(scanner), .events = POLLIN};
        if (scanner_next(scanner, &event)) {
            return event.what;
        }
        int due = scanner_timeout(scanner);
        int ready = poll(&fd, 1, due < 0 || due > PATIENCE_MS ? PATIENCE_MS : due);
        cr_assert(ready > 0 || due >= 0, "nothing came");
    }
}

static struct slot *slot_of(const char *node)
{
    for (int i = 0; i < SLOTS; i++) {
        if (scanner->slot[i].used && !strcmp(scanner->slot[i].found.node, node)) {
            return &scanner->slot[i];
        }
    }
    return NULL;
}

static struct found describe(enum device_kind kind, const char *name, const char *node)
{
    struct found found = {.device = {.vendor = 0x1209, .product = 0x0001, .scans = true, .kind = kind}};
    snprintf(found.device.name, sizeof found.device.name, "%s", name);
    snprintf(found.node, sizeof found.node, "%s", node);
    cr_assert(kind != DEVICE_POS || pos_shape_read(POS, sizeof POS, &found.shape));
    return found;
}

/* Plugs it in and waits until it is taken; what a serial scanner had kept is behind us. */
static struct slot *plug(const struct found *found)
{
    scanner_plug(scanner, found, 1);
    cr_assert_eq(next(), SCANNER_CHANGED);
    cr_assert_str_eq(event.name, found->device.name);
    struct slot *slot = slot_of(found->node);
    slot->settled_us = 0;
    return slot;
}

/* Lets the scanner hear until the scan under way of `slot` has begun. */
static void until_begun(const struct slot *slot)
{
    while (!slot_deadline(slot)) {
        struct pollfd fd = {.fd = scanner_fd(scanner), .events = POLLIN};
        cr_assert_eq(poll(&fd, 1, PATIENCE_MS), 1);
        cr_assert_not(scanner_next(scanner, &event));
    }
}

static int open_port(char node[DEVICE_NODE_SIZE])
{
    int port = posix_openpt(O_RDWR | O_NOCTTY);
    cr_assert(port >= 0 && grantpt(port) == 0 && unlockpt(port) == 0);
    cr_assert_eq(ptsname_r(port, node, DEVICE_NODE_SIZE), 0);
    return port;
}

static void say(int fd, const char *text)
{
    cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
}

Test(serial, bytes_are_scans_without_any_layout, .fini = close_scanner, .timeout = 20)
{
    char node[DEVICE_NODE_SIZE], back[8];
    int port = open_port(node);
    struct found found = describe(DEVICE_SERIAL, "Pseudo", node);
    open_scanner("1209:0001/name/Pseudo");
    plug(&found);
    say(port, "079012345678||Nguyễn Thị Ế|01011980|Nữ|Hà Nội|01012021\r\n123\r");
    cr_assert_eq(next(), SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, "079012345678||Nguyễn Thị Ế|01011980|Nữ|Hà Nội|01012021");
    cr_assert_eq(event.scan.origin, ORIGIN_SCANNER);
    cr_assert_eq(next(), SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, "123");
    fcntl(port, F_SETFL, O_NONBLOCK);
    cr_assert_lt(read(port, back, sizeof back), 0, "nothing is echoed into the scanner");
    close(port);
}

Test(serial, what_was_kept_while_nobody_listened_is_not_taken, .fini = close_scanner, .timeout = 20)
{
    char node[DEVICE_NODE_SIZE];
    int port = open_port(node);
    struct found found = describe(DEVICE_SERIAL, "Pseudo", node);
    open_scanner("1209:0001/name/Pseudo");
    struct slot *slot = plug(&found);
    slot->settled_us = UINT64_MAX / 2;
    say(port, "somebody who has left\rand his neig");
    until_begun(slot);
    slot->settled_us = 0;
    say(port, "hbour\r123\r");
    cr_assert_eq(next(), SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, "123");
    close(port);
}

Test(serial, unplugged_in_mid_scan_drops_the_half_aloud_and_comes_back, .fini = close_scanner, .timeout = 20)
{
    char node[DEVICE_NODE_SIZE];
    int port = open_port(node);
    struct found found = describe(DEVICE_SERIAL, "Pseudo", node);
    open_scanner("1209:0001/name/Pseudo");
    struct slot *slot = plug(&found);
    say(port, "DN479012345");
    until_begun(slot);
    close(port);
    cr_assert_eq(next(), SCANNER_FAULT);
    cr_assert_eq(event.fault, FAULT_SCAN_HALF);
    int ready = 1;
    cr_assert_eq(scanner_state(scanner, &ready), SCANNER_NONE);

    port = open_port(node);
    found = describe(DEVICE_SERIAL, "Pseudo", node);
    plug(&found);
    say(port, "123\r");
    cr_assert_eq(next(), SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, "123");
    close(port);
    cr_assert_eq(next(), SCANNER_FAULT);
    cr_assert_eq(event.fault, FAULT_DEVICE_LOST);
}

Test(serial, a_port_that_another_holds_is_busy_until_it_lets_go, .fini = close_scanner, .timeout = 20)
{
    char node[DEVICE_NODE_SIZE];
    int port = open_port(node);
    struct found found = describe(DEVICE_SERIAL, "Pseudo", node);
    struct feed other;
    bool keys_down;
    cr_assert_eq(feed_open(node, DEVICE_SERIAL, FEED_GRAB, &other, &keys_down), FAULT_NONE);
    open_scanner("1209:0001/name/Pseudo");
    scanner_plug(scanner, &found, 1);
    cr_assert_eq(next(), SCANNER_FAULT);
    cr_assert_eq(event.fault, FAULT_DEVICE_HELD);
    cr_assert_str_eq(event.culprit, "test-adapter");
    cr_assert_eq(scanner_hindrance(scanner).fault, FAULT_DEVICE_HELD);
    int ready = 1;
    cr_assert_eq(scanner_state(scanner, &ready), SCANNER_BUSY);
    feed_close(&other);
    slot_of(node)->try_us = 1;
    cr_assert_eq(next(), SCANNER_CHANGED);
    cr_assert_eq(scanner_state(scanner, &ready), SCANNER_READY);
    cr_assert_eq(scanner_hindrance(scanner).fault, FAULT_NONE);
    close(port);
}

Test(serial, two_scanners_at_once_each_finish_their_own_scan, .fini = close_scanner, .timeout = 20)
{
    char node[2][DEVICE_NODE_SIZE];
    int port[2] = {open_port(node[0]), open_port(node[1])};
    struct found found[2] = {describe(DEVICE_SERIAL, "Pseudo", node[0]),
                             describe(DEVICE_SERIAL, "Pseudo", node[1])};
    open_scanner("1209:0001/name/Pseudo");
    struct slot *slot[2] = {plug(&found[0]), plug(&found[1])};
    for (int i = 0; i < 2; i++) {
        say(port[i], i ? "BBB" : "AAA");
        until_begun(slot[i]);
    }
    say(port[1], "bbb\r");
    cr_assert_eq(next(), SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, "BBBbbb");
    say(port[0], "aaa\r");
    cr_assert_eq(next(), SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, "AAAaaa");
    close(port[0]);
    close(port[1]);
}

Test(serial, an_unknown_port_is_opened_only_to_be_bound_and_only_a_card_binds_it, .fini = close_scanner,
     .timeout = 20)
{
    char node[DEVICE_NODE_SIZE];
    int port = open_port(node);
    struct found found = describe(DEVICE_SERIAL, "Pseudo", node);
    open_scanner(NULL);
    scanner_plug(scanner, &found, 1);
    cr_assert_not(scanner_next(scanner, &event));
    cr_assert_not(slot_of(node)->open, "it may be anything");
    scanner_listen(scanner, true);
    cr_assert_not(scanner_next(scanner, &event));
    struct slot *slot = slot_of(node);
    cr_assert(slot->open && slot->listening);
    slot->settled_us = 0;
    say(port, "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n");
    until_begun(slot);
    while (slot_deadline(slot)) {
        poll(&(struct pollfd){.fd = scanner_fd(scanner), .events = POLLIN}, 1, scanner_timeout(scanner));
        cr_assert_not(scanner_next(scanner, &event), "a receiver of satellites is no scanner");
    }
    say(port, "079012345678||Nguyễn Thị Ế|01011980|Nữ|Hà Nội|01012021\r\n");
    cr_assert_eq(next(), SCANNER_BOUND);
    cr_assert_str_eq(event.bind, "1209:0001/name/Pseudo generic");
    cr_assert_eq(next(), SCANNER_CHANGED);
    cr_assert_not(slot->listening);
    close(port);
}

Test(serial, a_port_is_ready_only_when_a_scan_is_no_longer_thrown_away, .fini = close_scanner, .timeout = 20)
{
    char node[DEVICE_NODE_SIZE];
    int port = open_port(node), ready = 1;
    struct found found = describe(DEVICE_SERIAL, "Pseudo", node);
    open_scanner("1209:0001/name/Pseudo");
    scanner_plug(scanner, &found, 1);
    cr_assert_not(scanner_next(scanner, &event), "opened, and not told yet");
    struct slot *slot = slot_of(node);
    cr_assert(slot->open && slot->settling);
    cr_assert_eq(scanner_state(scanner, &ready), SCANNER_NONE);
    cr_assert_eq(ready, 0);
    cr_assert_eq(slot_deadline(slot), slot->settled_us);
    cr_assert_eq(next(), SCANNER_CHANGED);
    cr_assert_geq(reader_clock_us(), slot->settled_us);
    cr_assert_eq(scanner_state(scanner, &ready), SCANNER_READY);
    say(port, "123\r");
    cr_assert_eq(next(), SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, "123");
    close(port);
}

/* ---- HID POS ---- */

static char fifo[] = "/tmp/tiepdon-hidraw-XXXXXX/node";

static int open_fifo(void)
{
    *strrchr(fifo, '/') = '\0';
    cr_assert(mkdtemp(fifo));
    fifo[strlen(fifo)] = '/';
    cr_assert_eq(mkfifo(fifo, 0600), 0);
    int fd = open(fifo, O_RDWR | O_CLOEXEC);
    cr_assert_eq(fcntl(fd, F_SETFL, O_DIRECT), 0);
    return fd;
}

static void remove_fifo(void)
{
    close_scanner();
    unlink(fifo);
    *strrchr(fifo, '/') = '\0';
    rmdir(fifo);
}

static void report(int fd, const char *data, bool more)
{
    unsigned char bytes[64] = {0x02, (unsigned char)strlen(data)};
    memcpy(bytes + 2, data, strlen(data));
    bytes[63] = more;
    cr_assert_eq(write(fd, bytes, sizeof bytes), (ssize_t)sizeof bytes);
}

Test(serial, reports_of_a_hid_pos_scanner_need_no_profile, .fini = remove_fifo, .timeout = 20)
{
    int fd = open_fifo();
    struct found found = describe(DEVICE_POS, "Any maker", fifo);
    open_scanner(NULL);
    plug(&found);
    report(fd, "079012345678||Nguyễn Thị Ế|01011980|", true);
    report(fd, "Nữ|Hà Nội|01012021", false);
    report(fd, "123", false);
    cr_assert_eq(next(), SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, "079012345678||Nguyễn Thị Ế|01011980|Nữ|Hà Nội|01012021");
    cr_assert_eq(next(), SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, "123");
    close(fd);
}

Test(serial, a_hid_pos_scan_that_stops_is_half, .fini = remove_fifo, .timeout = 20)
{
    int fd = open_fifo();
    struct found found = describe(DEVICE_POS, "Any maker", fifo);
    open_scanner(NULL);
    plug(&found);
    report(fd, "079012345678|", true);
    cr_assert_eq(next(), SCANNER_FAULT);
    cr_assert_eq(event.fault, FAULT_SCAN_HALF);
    report(fd, "123", false);
    cr_assert_eq(next(), SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, "123");
    close(fd);
}

/* As many reports as hidraw can keep, read in one go: some may be missing before the next. */
Test(serial, a_full_hidraw_buffer_refuses_the_scan, .fini = remove_fifo, .timeout = 20)
{
    int fd = open_fifo();
    struct found found = describe(DEVICE_POS, "Any maker", fifo);
    cr_assert_gt(fcntl(fd, F_SETPIPE_SZ, 1 << 20), 0);
    for (int i = 0; i < 64; i++) {
        report(fd, "x", true);
    }
    report(fd, "end", false);
    report(fd, "123", false);
    open_scanner(NULL);
    plug(&found);
    cr_assert_eq(next(), SCANNER_FAULT);
    cr_assert_eq(event.fault, FAULT_SCAN_BROKEN);
    cr_assert_eq(next(), SCANNER_SCAN);
    cr_assert_str_eq(event.scan.bytes, "123");
    close(fd);
}
