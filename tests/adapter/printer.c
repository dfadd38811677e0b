/* printer: lp and devices that work, refuse, hang and are not there. */
#include "adapter/printer.h"
#include "../support/place.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static const char TEXT[] = "GIẤY HƯỚNG DẪN\n";

/* Only what lies in the directory is found. */
static void begin(void)
{
    place_begin();
    cr_assert_eq(setenv("PATH", place_dir(), 1), 0);
}

TestSuite(printer, .init = begin, .fini = place_end);

static void install_lp(const char *script)
{
    char text[512];
    snprintf(text, sizeof text, "#!/bin/sh\n%s\n", script);
    cr_assert_eq(chmod(place_write("lp", text), 0700), 0);
}

static struct printed print(const char *kind, const char *name, bool raw)
{
    struct printed printed = {FAULT_COUNT, -1};
    int file = printer_file(TEXT, sizeof TEXT - 1);
    cr_assert_geq(file, 0);
    printer_print(file, kind, name, raw, &printed);
    close(file);
    return printed;
}

/* lp's own arguments and input, as it wrote them down. */
static void expect_lp(bool raw, const char *wanted)
{
    char script[256];
    snprintf(script, sizeof script, "(echo \"$@\"; while read -r line; do echo \"$line\"; done) >%s/printed",
             place_dir());
    install_lp(script);
    cr_expect_eq(print("queue", "tiep-don", raw).fault, FAULT_NONE);
    cr_expect_str_eq(place_text("printed"), wanted);
}

Test(printer, a_queue_gets_the_text_and_no_name_of_a_patient)
{
    expect_lp(false, "-d tiep-don -t tiepdon -s\nGIẤY HƯỚNG DẪN\n");
}

Test(printer, a_receipt_goes_through_a_queue_as_it_is)
{
    expect_lp(true, "-d tiep-don -t tiepdon -s -o raw\nGIẤY HƯỚNG DẪN\n");
}

Test(printer, no_lp_is_told)
{
    cr_expect_eq(print("queue", "q", false).fault, FAULT_PRINTER_LP);
}

Test(printer, a_refusal_is_told_with_its_status)
{
    install_lp("exit 3");
    struct printed printed = print("queue", "q", false);
    cr_expect_eq(printed.fault, FAULT_PRINTER_REFUSED);
    cr_expect_eq(printed.status, 3);
}

Test(printer, lp_that_is_killed_has_failed)
{
    install_lp("kill -9 $$");
    cr_expect_eq(print("queue", "q", false).fault, FAULT_PRINTER_FAILED);
}

Test(printer, a_file_as_device_grows)
{
    const char *path = place_write("lp0", "");
    for (int i = 0; i < 2; i++) {
        cr_expect_eq(print("device", path, true).fault, FAULT_NONE);
    }
    cr_expect_str_eq(place_text("lp0"), "GIẤY HƯỚNG DẪN\nGIẤY HƯỚNG DẪN\n");
}

Test(printer, a_device_that_is_not_there_is_not_made)
{
    cr_expect_eq(print("device", place_path("lp0"), true).fault, FAULT_PRINTER_GONE);
    cr_expect_neq(access(place_path("lp0"), F_OK), 0);
}

Test(printer, a_device_that_nobody_reads_is_gone_at_once)
{
    cr_assert_eq(mkfifo(place_path("lp0"), 0600), 0);
    cr_expect_eq(print("device", place_path("lp0"), true).fault, FAULT_PRINTER_GONE);
}

Test(printer, a_device_without_room_is_told)
{
    cr_expect_eq(print("device", "/dev/full", true).fault, FAULT_PRINTER_FULL);
}

/* ---- the counter's side ---- */

static struct printer printer;

/* A socket pair in the place of a process. */
static int pass(void)
{
    int ends[2];
    cr_assert_eq(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK, 0, ends), 0);
    printer = (struct printer){.aside = {ends[0], -1}, .due = 1000};
    return ends[1];
}

Test(printer, what_became_of_it_comes_back_once)
{
    struct printed printed = {FAULT_PRINTER_REFUSED, 2}, got = {FAULT_NONE, 0};
    int theirs = pass();
    cr_expect_not(printer_next(&printer, 1, &got), "nothing was said yet");
    cr_assert_eq(send(theirs, &printed, sizeof printed, 0), sizeof printed);
    cr_assert(printer_next(&printer, 1, &got));
    cr_expect_eq(got.fault, FAULT_PRINTER_REFUSED);
    cr_expect_eq(got.status, 2);
    cr_expect_not(printer_next(&printer, 1, &got));
    cr_expect_eq(printer_fd(&printer), -1);
    cr_expect_eq(printer_timeout(&printer, 1), -1);
}

Test(printer, a_process_that_says_nothing_is_given_up)
{
    struct printed got = {FAULT_NONE, 0};
    pass();
    cr_expect_eq(printer_timeout(&printer, 1), 999);
    cr_expect_not(printer_next(&printer, 999, &got));
    cr_assert(printer_next(&printer, 1000, &got));
    cr_expect_eq(got.fault, FAULT_PRINTER_SLOW);
}

Test(printer, a_process_that_ends_without_a_word_has_failed)
{
    struct printed got = {FAULT_NONE, 0};
    close(pass());
    cr_assert(printer_next(&printer, 1, &got));
    cr_expect_eq(got.fault, FAULT_PRINTER_FAILED);
}

Test(printer, one_at_a_time_and_none_without_a_printer)
{
    struct printer_options options = {.queue = ""};
    printer = (struct printer){.aside = {-1, -1}};
    cr_expect_eq(printer_start(&printer, "/proc/self/exe", &options, "x", 1, 1), FAULT_PRINTER_NONE);
    strcpy(options.queue, "q");
    pass();
    cr_expect_eq(printer_start(&printer, "/proc/self/exe", &options, "x", 1, 1), FAULT_PRINTER_BUSY);
    printer_stop(&printer);
}

/* The printout as a descriptor, the word back: both sides of the socket, in one process. */
Test(printer, a_printout_is_handed_over_and_served)
{
    const char *path = place_write("lp0", "");
    int theirs = pass();
    int file = printer_file(TEXT, sizeof TEXT - 1);
    char byte = 0, control[CMSG_SPACE(sizeof file)] = {0};
    struct iovec data = {&byte, 1};
    struct msghdr message = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    *head = (struct cmsghdr){CMSG_LEN(sizeof file), SOL_SOCKET, SCM_RIGHTS};
    memcpy(CMSG_DATA(head), &file, sizeof file);
    cr_assert_eq(sendmsg(printer.aside.socket, &message, 0), 1);
    printer_serve(theirs, "device", path, false);
    struct printed got = {FAULT_COUNT, 0};
    cr_assert(printer_next(&printer, 1, &got));
    cr_expect_eq(got.fault, FAULT_NONE);
    cr_expect_str_eq(place_text("lp0"), TEXT);
}
