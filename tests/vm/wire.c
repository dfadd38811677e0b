/* wire: the kernel's interfaces, and the pace. */
#include "wire.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/uhid.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { NS_PER_S = 1000000000, NS_PER_MS = 1000000, NS_PER_US = 1000, START_MS = 5000 };

/* HID 1.11, appendix B.1: the boot keyboard. */
static const unsigned char keyboard[] = {
    0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0x05, 0x07, 0x19, 0xe0, 0x29, 0xe7, 0x15, 0x00, 0x25, 0x01,
    0x75, 0x01, 0x95, 0x08, 0x81, 0x02, 0x95, 0x01, 0x75, 0x08, 0x81, 0x01, 0x95, 0x05, 0x75, 0x01,
    0x05, 0x08, 0x19, 0x01, 0x29, 0x05, 0x91, 0x02, 0x95, 0x01, 0x75, 0x03, 0x91, 0x01, 0x95, 0x06,
    0x75, 0x08, 0x15, 0x00, 0x25, 0x65, 0x05, 0x07, 0x19, 0x00, 0x29, 0x65, 0x81, 0x00, 0xc0,
};

/* HID Point of Sale Usage Tables 1.02, a bar code scanner's scanned data report: id 2, a byte of length, three bytes of
 * AIM identifier, 56 bytes of data. */
static const unsigned char scanned_data[] = {
    0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, 0x09, 0x12, 0xa1, 0x02, 0x85, 0x02, 0x15, 0x00, 0x26, 0xff,
    0x00, 0x75, 0x08, 0x95, 0x01, 0x05, 0x01, 0x09, 0x3b, 0x81, 0x02, 0x95, 0x03, 0x05, 0x8c, 0x09,
    0xfb, 0x09, 0xfc, 0x09, 0xfd, 0x81, 0x02, 0x95, 0x38, 0x09, 0xfe, 0x81, 0x02, 0xc0, 0xc0,
};

static void fail(const char *what)
{
    fprintf(stderr, "scanner: %s: %s\n", what, strerror(errno));
    exit(EXIT_FAILURE);
}

static int open_device(const char *path)
{
    int fd = open(path, O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        fail(path);
    }
    return fd;
}

const unsigned char *wire_descriptor(enum port port, size_t *ret_size)
{
    *ret_size = port == PORT_POS ? sizeof scanned_data : sizeof keyboard;
    return port == PORT_POS ? scanned_data : keyboard;
}

static void tell_kernel(int fd, const struct uhid_event *event)
{
    if (write(fd, event, sizeof *event) < 0) {
        fail("/dev/uhid");
    }
}

/* The kernel says START when a driver has taken the device. */
static void await_start(int fd)
{
    struct pollfd ready = {.fd = fd, .events = POLLIN};
    struct uhid_event event;
    while (poll(&ready, 1, START_MS) > 0 && read(fd, &event, sizeof event) > 0) {
        if (event.type == UHID_START) {
            return;
        }
    }
    errno = ENODEV;
    fail("no driver takes the device");
}

static void create(int fd, const struct model *model)
{
    struct uhid_event event = {.type = UHID_CREATE2};
    struct uhid_create2_req *request = &event.u.create2;
    size_t size;
    const unsigned char *descriptor = wire_descriptor(model->port, &size);
    snprintf((char *)request->name, sizeof request->name, "%s", model->name);
    snprintf((char *)request->uniq, sizeof request->uniq, "%s", model->serial);
    snprintf((char *)request->phys, sizeof request->phys, "usb-0000:00:14.0-1/input0");
    memcpy(request->rd_data, descriptor, size);
    request->rd_size = (unsigned short)size;
    request->bus = 3; /* BUS_USB */
    request->vendor = model->vendor;
    request->product = model->product;
    tell_kernel(fd, &event);
    await_start(fd);
}

static void make_raw(int fd)
{
    struct termios raw;
    if (tcgetattr(fd, &raw)) {
        fail("/dev/ttyGS0");
    }
    cfmakeraw(&raw);
    tcsetattr(fd, TCSANOW, &raw);
}

void wire_plug(struct wire *wire, const struct model *model)
{
    static const char *const paths[] = {"/dev/uhid", "/dev/uhid", "/dev/hidg0", "/dev/ttyGS0"};
    wire->port = model->port;
    wire->fd = open_device(paths[model->port]);
    if (model->port == PORT_SERIAL) {
        make_raw(wire->fd);
    } else if (model->port != PORT_GADGET) {
        create(wire->fd, model);
    }
}

void wire_unplug(struct wire *wire)
{
    if (wire->fd >= 0) {
        close(wire->fd); /* a device of uhid goes with its descriptor */
    }
    wire->fd = -1;
}

static long ns_between(const struct timespec *from, const struct timespec *to)
{
    return (to->tv_sec - from->tv_sec) * NS_PER_S + to->tv_nsec - from->tv_nsec;
}

void wire_begin(struct wire *wire)
{
    clock_gettime(CLOCK_MONOTONIC, &wire->due);
    wire->late_ms = 0;
    wire->sent = 0;
}

void wire_stall(struct wire *wire, int pid, int after, int count)
{
    wire->stall.pid = pid;
    wire->stall.after = after;
    wire->stall.count = count;
}

static void stall(struct wire *wire)
{
    wire->sent++;
    if (wire->stall.pid && wire->sent == wire->stall.after) {
        kill(wire->stall.pid, SIGSTOP);
    } else if (wire->stall.pid && wire->sent == wire->stall.after + wire->stall.count) {
        kill(wire->stall.pid, SIGCONT);
        wire->stall.pid = 0;
    }
}

/* Absolute times, so that the pace does not drift; what is late is not made up for, as no firmware does. */
static void pace(struct wire *wire, unsigned interval_us)
{
    struct timespec now;
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &wire->due, NULL);
    clock_gettime(CLOCK_MONOTONIC, &now);
    long late_ns = ns_between(&wire->due, &now);
    if (late_ns > (long)interval_us * NS_PER_US) {
        wire->due = now;
    }
    wire->late_ms = late_ns / NS_PER_MS > wire->late_ms ? late_ns / NS_PER_MS : wire->late_ms;
    wire->due.tv_nsec += (long)interval_us * NS_PER_US;
    wire->due.tv_sec += wire->due.tv_nsec / NS_PER_S;
    wire->due.tv_nsec %= NS_PER_S;
}

static void print_leds(const struct wire *wire)
{
    struct pollfd ready = {.fd = wire->fd, .events = POLLIN};
    struct uhid_event event;
    while (poll(&ready, 1, 0) > 0 && read(wire->fd, &event, sizeof event) > 0) {
        if (event.type == UHID_OUTPUT && event.u.output.size) {
            printf("led %02x\n", event.u.output.data[event.u.output.size - 1]);
        }
    }
}

void wire_send(struct wire *wire, const struct model *model, const void *report, size_t size)
{
    pace(wire, model->interval_us);
    if (wire->port == PORT_UHID || wire->port == PORT_POS) {
        struct uhid_event event = {.type = UHID_INPUT2, .u.input2.size = (unsigned short)size};
        memcpy(event.u.input2.data, report, size);
        tell_kernel(wire->fd, &event);
        print_leds(wire);
    } else if (write(wire->fd, report, size) != (ssize_t)size) {
        fail("the gadget");
    }
    stall(wire);
}
