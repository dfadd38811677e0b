/* The seam: a stream of input events through a pipe, as the reading thread passes
 * it on. Devices are not needed. */
#include "adapter/scanner.h"
#include "adapter/strokes.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { REPORT_US = 1000 };

static const char LINE[] = "DN4790123456789|4e67757945CC|~!@#$%^&*()_+`-=[]{};':,.<>/?\\";

static int in, out;
static uint64_t clock_us;
static struct strokes strokes;
static struct wedge wedge;
static struct scan scan;

static void send(unsigned short type, unsigned short code, int value)
{
    struct input_event event = {.type = type, .code = code, .value = value};
    event.input_event_sec = (time_t)(clock_us / 1000000);
    event.input_event_usec = (suseconds_t)(clock_us % 1000000);
    cr_assert_eq(write(in, &event, sizeof event), (ssize_t)sizeof event);
}

static void report(unsigned short code, int value)
{
    clock_us += REPORT_US;
    send(EV_MSC, MSC_SCAN, code);
    send(EV_KEY, code, value);
    send(EV_SYN, SYN_REPORT, 0);
}

static void tap(unsigned short code)
{
    report(code, 1);
    report(code, 2); /* the kernel's repeat of a held key is no stroke */
    report(code, 0);
}

/* Types a character as a US scanner does, found through the layout itself. */
static void type(char c)
{
    static unsigned char code_of[128], shift_of[128];
    if (!code_of['a']) {
        char text[LAYOUT_TEXT_SIZE];
        for (unsigned short shift = 0; shift < 2; shift++) {
            layout_key(strokes.layout, KEY_LEFTSHIFT, shift, text);
            for (unsigned short code = KEY_1; code <= KEY_SPACE; code++) {
                bool plain = code != KEY_LEFTSHIFT && code != KEY_RIGHTSHIFT && code != KEY_LEFTCTRL &&
                             code != KEY_LEFTALT && code != KEY_KPASTERISK;
                if (plain) {
                    layout_key(strokes.layout, code, true, text);
                    layout_key(strokes.layout, code, false, (char[LAYOUT_TEXT_SIZE]){0});
                }
                if (plain && text[0] && !text[1] && !code_of[(unsigned char)text[0]]) {
                    code_of[(unsigned char)text[0]] = (unsigned char)code;
                    shift_of[(unsigned char)text[0]] = (unsigned char)shift;
                }
            }
        }
        layout_reset(strokes.layout);
    }
    unsigned char at = (unsigned char)c;
    cr_assert(code_of[at], "no key types %c", c);
    if (shift_of[at]) {
        report(KEY_LEFTSHIFT, 1);
    }
    tap(code_of[at]);
    if (shift_of[at]) {
        report(KEY_LEFTSHIFT, 0);
    }
}

static void type_line(const char *line)
{
    for (; *line; line++) {
        type(*line);
    }
    tap(KEY_ENTER);
}

/* Reads all that is in the pipe; counts whole scans equal to `line` and the faults told. */
static void receive(const char *line, int *scans, int *faults)
{
    struct input_event event;
    while (read(out, &event, sizeof event) == (ssize_t)sizeof event) {
        struct stroke stroke;
        bool whole = false;
        enum fault fault = FAULT_NONE;
        switch (strokes_event(&strokes, &event, &stroke)) {
        case STROKES_KEY: fault = wedge_stroke(&wedge, &stroke, &scan, &whole); break;
        case STROKES_LOST: fault = wedge_lost(&wedge, stroke.us); break;
        case STROKES_NONE: break;
        }
        *faults += fault != FAULT_NONE;
        *scans += whole && !strcmp(scan.bytes, line);
        cr_assert(!whole || !strcmp(scan.bytes, line), "came: %s", scan.bytes);
    }
}

static void begin(void)
{
    int ends[2];
    struct manner manner = {SUFFIX_ENTER, "", SILENCE_US, HALF_US, WAY_AUTO};
    cr_assert_eq(pipe2(ends, O_NONBLOCK), 0);
    out = ends[0];
    in = ends[1];
    fcntl(in, F_SETPIPE_SZ, 1 << 20);
    clock_us = 1000000;
    cr_assert_eq(strokes_open(&strokes, "keymaps/us.xkb"), FAULT_NONE);
    wedge_init(&wedge, &manner);
}

static void end(void)
{
    close(in);
    close(out);
    strokes_close(&strokes);
}

Test(scanner, a_thousand_scans_at_one_report_a_millisecond, .init = begin, .fini = end)
{
    int scans = 0, faults = 0;
    for (int i = 0; i < 1000; i++) {
        type_line(LINE);
        receive(LINE, &scans, &faults);
    }
    cr_assert_eq(scans, 1000);
    cr_assert_eq(faults, 0);
}

Test(scanner, strokes_that_waited_for_the_disk_are_still_whole, .init = begin, .fini = end)
{
    int scans = 0, faults = 0;
    for (int i = 0; i < 30; i++) {
        type_line(LINE);
    }
    receive(LINE, &scans, &faults);
    cr_assert_eq(scans, 30);
    cr_assert_eq(faults, 0);
}

/* As libevdev tells it: SYN_DROPPED, then what is down now, then SYN_REPORT. */
Test(scanner, dropped_events_break_one_scan_and_no_more, .init = begin, .fini = end)
{
    int scans = 0, faults = 0;
    report(KEY_LEFTSHIFT, 1);
    tap(KEY_A);
    send(EV_SYN, SYN_DROPPED, 0);
    send(EV_KEY, KEY_LEFTSHIFT, 0);
    send(EV_KEY, KEY_B, 1);
    send(EV_SYN, SYN_REPORT, 0);
    report(KEY_B, 0);
    type_line("the rest of it");
    type_line(LINE);
    receive(LINE, &scans, &faults);
    cr_assert_eq(scans, 1, "Shift must not be stuck");
    cr_assert_eq(faults, 1);
}

static const struct keymaps KEYMAPS = {.installed = "keymaps"};

Test(scanner, opens_without_any_device_and_closes)
{
    struct scanner *scanner = NULL;
    struct scanner_options options = {.profiles = &KEYMAPS, .remote = true};
    cr_assert_eq(scanner_open(&options, &scanner), FAULT_NONE);
    struct pollfd poll_fd = {.fd = scanner_fd(scanner), .events = POLLIN};
    cr_assert_geq(poll(&poll_fd, 1, 0), 0);
    static struct scanner_event event;
    scanner_listen(scanner, true);
    scanner_listen(scanner, false);
    scanner_listen(NULL, true);
    while (scanner_next(scanner, &event)) {
        cr_assert_neq(event.what, SCANNER_SCAN);
    }
    int ready = 1;
    cr_assert_neq(scanner_state(scanner, &ready), SCANNER_READY);
    cr_assert_eq(ready, 0);
    cr_assert_eq(scanner_state(NULL, &ready), SCANNER_NONE);
    scanner_close(scanner);
    scanner_close(NULL);
}

Test(scanner, too_many_bindings_are_refused_not_forgotten)
{
    struct scanner *scanner = NULL;
    char longest[BIND_SIZE + 1];
    memset(longest, 'x', BIND_SIZE);
    longest[BIND_SIZE] = '\0';
    struct scanner_options options = {
        .profiles = &KEYMAPS, .binds = (const char *[]){longest}, .bind_count = 1};
    cr_assert_eq(scanner_open(&options, &scanner), FAULT_TOO_LONG);
    cr_assert_null(scanner);
}
