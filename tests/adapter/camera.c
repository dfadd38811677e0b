/* camera: the counter's side against feeds that behave in every way a process can; and what the real feed says
 * where there is no camera. Frames through a driver are for tests/vm. */
#include "adapter/camera.h"
#include "../support/paint.h"
#include "../support/place.h"
#include "adapter/camera_device.h"
#include "adapter/picture.h"
#include "adapter/picture_grey.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { SILENCE_MS = 300, LONG_MS = 20000, A_MOMENT_MS = 100 };

static struct camera *camera;
static struct camera_event event;

static void begin(void)
{
    place_begin();
    signal(SIGCHLD, SIG_IGN);
}

static void end(void)
{
    camera_close(camera);
    place_end();
}

TestSuite(camera, .init = begin, .fini = end);

static void open_program(const char *program, const char *device, int opening_ms, int silence_ms)
{
    struct camera_options options = {program, device, opening_ms, silence_ms};
    cr_assert_eq(camera_open(&options, &camera), FAULT_NONE);
}

/* A feed that is a shell script in the test's directory. */
static void open_patiently(const char *commands, int opening_ms, int silence_ms)
{
    char text[1024];
    snprintf(text, sizeof text, "#!/bin/sh\ncd %s\n%s\n", place_dir(), commands);
    const char *path = place_write("feed", text);
    cr_assert_eq(chmod(path, 0700), 0);
    open_program(path, "", opening_ms, silence_ms);
}

static void open_script(const char *commands, int patience_ms)
{
    open_patiently(commands, patience_ms, patience_ms);
}

static void write_event(const char *name, enum camera_what what, enum fault fault)
{
    static struct camera_event sent;
    sent = (struct camera_event){.what = what, .fault = fault};
    sent.preview = (struct preview){.width = 2, .height = 2, .grey = {{1, 2}, {3, 4}}};
    memcpy(sent.scan.bytes, "0123456789", 10);
    sent.scan.len = 10;
    FILE *file = fopen(place_path(name), "w");
    cr_assert(file && fwrite(&sent, sizeof sent, 1, file) == 1 && fclose(file) == 0);
}

/* Waits as the counter does. */
static const struct camera_event *next(void)
{
    while (!camera_next(camera, &event)) {
        struct pollfd fd = {camera_fd(camera), POLLIN, 0};
        cr_assert_geq(camera_timeout(camera), 0, "it waits for ever");
        poll(&fd, 1, camera_timeout(camera));
    }
    return &event;
}

static void expect_fault(enum fault fault)
{
    cr_assert_eq(next()->what, CAMERA_FAULT);
    cr_assert_eq(event.fault, fault, "%s", fault_code(event.fault));
    cr_assert_not(camera_next(camera, &event), "a fault is the last event");
    cr_assert_eq(camera_timeout(camera), -1);
    cr_assert_eq(camera_fd(camera), -1);
}

static long long clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

Test(camera, frames_come_and_then_the_code)
{
    write_event("frame", CAMERA_FRAME, FAULT_NONE);
    write_event("scan", CAMERA_SCAN, FAULT_NONE);
    open_script("cat frame; cat scan; exec sleep 60", LONG_MS);
    cr_assert_eq(next()->what, CAMERA_FRAME);
    cr_assert_eq(event.preview.grey[1][1], 4);
    cr_assert_eq(next()->what, CAMERA_SCAN);
    cr_assert_eq(event.scan.len, 10);
    cr_assert_not(camera_next(camera, &event), "a scan is the last event");
}

Test(camera, what_the_feed_says_comes_through)
{
    write_event("busy", CAMERA_FAULT, FAULT_CAMERA_BUSY);
    open_script("cat busy", LONG_MS);
    expect_fault(FAULT_CAMERA_BUSY);
}

Test(camera, one_that_sends_nothing_is_told)
{
    open_script("exec sleep 60", SILENCE_MS);
    expect_fault(FAULT_CAMERA_SILENT);
}

Test(camera, one_that_stops_sending_is_told)
{
    write_event("frame", CAMERA_FRAME, FAULT_NONE);
    open_patiently("cat frame; exec sleep 60", LONG_MS, SILENCE_MS);
    cr_assert_eq(next()->what, CAMERA_FRAME);
    expect_fault(FAULT_CAMERA_SILENT);
}

Test(camera, a_feed_that_dies_is_told_at_once)
{
    open_script("kill -SEGV $$", LONG_MS);
    expect_fault(FAULT_CAMERA_FAILED);
}

Test(camera, nonsense_is_not_believed)
{
    open_script("echo nonsense; exec sleep 60", LONG_MS);
    expect_fault(FAULT_CAMERA_FAILED);
    camera_close(camera);
    write_event("what", (enum camera_what)77, FAULT_NONE);
    open_script("cat what; exec sleep 60", LONG_MS);
    expect_fault(FAULT_CAMERA_FAILED);
    camera_close(camera);
    write_event("fault", CAMERA_FAULT, FAULT_COUNT);
    open_script("cat fault; exec sleep 60", LONG_MS);
    expect_fault(FAULT_CAMERA_FAILED);
}

Test(camera, closing_waits_for_nobody_and_leaves_nobody)
{
    open_script("echo $$ >pid; trap '' TERM INT HUP; touch ready; while :; do sleep 60; done", LONG_MS);
    while (access(place_path("ready"), F_OK) != 0) {
        poll(NULL, 0, 1);
    }
    pid_t pid = (pid_t)strtol(place_text("pid"), NULL, 10);
    long long begun = clock_ms();
    camera_close(camera);
    camera = NULL;
    cr_assert_lt(clock_ms() - begun, A_MOMENT_MS);
    while (kill(pid, 0) == 0 && clock_ms() - begun < LONG_MS) {
        poll(NULL, 0, 1);
    }
    cr_assert_neq(kill(pid, 0), 0, "the feed lives on");
}

Test(camera, a_feed_gets_nothing_of_the_counter_but_its_socket)
{
    int journal = open(place_write("journal", "a patient"), O_RDONLY);
    open_script("fds=$(ls -l /proc/$$/fd); echo \"$fds\" >fds; touch ready; exec sleep 60", LONG_MS);
    while (access(place_path("ready"), F_OK) != 0) {
        poll(NULL, 0, 1);
    }
    const char *fds = place_text("fds");
    cr_assert(strstr(fds, " 0 -> /dev/null") && strstr(fds, " 2 -> /dev/null"), "%s", fds);
    cr_assert(strstr(fds, " 1 -> socket:"), "%s", fds);
    cr_assert_not(strstr(fds, "journal"), "%s", fds);
    close(journal);
}

Test(camera, no_program_is_a_fault_of_the_opening)
{
    struct camera_options options = {place_path("missing"), "", LONG_MS, LONG_MS};
    cr_assert_eq(camera_open(&options, &camera), FAULT_CAMERA_FAILED);
    cr_assert_null(camera);
}

/* The program that stands beside this one. */
static const char *tiepdon(void)
{
    static char path[4096];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path - sizeof "tiepdon");
    cr_assert_gt(len, 0);
    path[len] = '\0';
    strcpy(strrchr(path, '/') + 1, "tiepdon");
    cr_assert_eq(access(path, X_OK), 0, "%s is not built", path);
    return path;
}

Test(camera, the_real_feed_says_that_there_is_no_camera)
{
    open_program(tiepdon(), "/dev/video-missing", LONG_MS, LONG_MS);
    expect_fault(FAULT_CAMERA_NONE);
    camera_close(camera);
    open_program(tiepdon(), "/dev/null", LONG_MS, LONG_MS);
    expect_fault(FAULT_CAMERA_NONE);
    cr_assert_not(camera_there("/dev/video-missing"));
    cr_assert(camera_there("/dev/null"));
}

Test(camera, a_glance_reads_light_and_dark_and_counts)
{
    static struct symbols symbols;
    static const char *const payloads[] = {"0123456789|x", "9876543210|y"};
    struct canvas canvas = paint_canvas(1280, 720, 255);
    struct grey grey = {canvas.pixels, 1280, 720};
    cr_assert_eq(grey_glance(&grey, &symbols), FAULT_PICTURE_NO_CODE);
    for (int i = 0; i < 2; i++) {
        paint_qr(&canvas, payloads[i], strlen(payloads[i]), 320 + 640 * i, 360, 8, 5);
        cr_assert_eq(grey_glance(&grey, &symbols), FAULT_NONE);
        cr_assert_eq(symbols.count, i + 1);
        cr_assert_eq(symbols.scan[0].len, strlen(payloads[0]));
        cr_assert_eq(symbols.scan[0].origin, ORIGIN_PICTURE);
    }
    paint_invert(&canvas);
    cr_assert_eq(grey_glance(&grey, &symbols), FAULT_NONE);
    cr_assert_eq(symbols.count, 2);
    paint_free(&canvas);
}
