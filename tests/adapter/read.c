/* tiepdon read: what it prints and what it returns. */
#include "../support/paint.h"
#include "command/command.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static char dir[] = "/tmp/tiepdon-read-XXXXXX";

static void save(const char *name, const char *left, size_t left_len, const char *right)
{
    struct canvas canvas = paint_canvas(400, 200, 255);
    if (left) {
        paint_qr(&canvas, left, left_len, 100, 100, 4, 0);
    }
    if (right) {
        paint_qr(&canvas, right, strlen(right), 300, 100, 4, 0);
    }
    struct bytes bytes = paint_png(&canvas, PAINT_GREY);
    FILE *file = fopen(name, "w");
    cr_assert(file && fwrite(bytes.data, 1, bytes.len, file) == bytes.len && fclose(file) == 0);
    free(bytes.data);
    paint_free(&canvas);
}

static void enter(void)
{
    cr_assert(mkdtemp(dir) && chdir(dir) == 0);
    save("two.png", "Hoà \"x\"", strlen("Hoà \"x\""), "a\tb");
    save("raw.png", "\xff\0z", 3, NULL);
    save("none.png", NULL, 0, NULL);
}

static void leave(void)
{
    cr_assert(unlink("two.png") == 0 && unlink("raw.png") == 0 && unlink("none.png") == 0 && rmdir(dir) == 0);
}

TestSuite(read, .init = enter, .fini = leave);

/* Runs `tiepdon read ARGUMENTS` with its standard output in `out`; what it says to stderr is dropped. */
static int run(char *const *arguments, char *out, size_t cap)
{
    char *argv[8] = {(char[]){"read"}};
    int argc = 1;
    while (arguments[argc - 1]) {
        argv[argc] = arguments[argc - 1];
        argc++;
    }
    int capture = memfd_create("output", 0), null = open("/dev/null", O_WRONLY), saved[] = {dup(1), dup(2)};
    cr_assert(capture >= 0 && null >= 0 && dup2(capture, 1) == 1 && dup2(null, 2) == 2);
    int status = command_read(argc, argv);
    cr_assert(dup2(saved[0], 1) == 1 && dup2(saved[1], 2) == 2);
    ssize_t len = pread(capture, out, cap - 1, 0);
    cr_assert_geq(len, 0);
    out[len] = '\0';
    close(capture);
    close(null);
    return status;
}

#define ARGUMENTS(...) ((char *const[]){__VA_ARGS__, NULL})

Test(read, payloads_are_lines)
{
    char out[512];
    cr_assert_eq(run(ARGUMENTS("two.png"), out, sizeof out), 0);
    cr_assert_str_eq(out, "Hoà \"x\"\na\tb\n");
    cr_assert_eq(run(ARGUMENTS("raw.png"), out, sizeof out), 0);
    cr_assert_eq(memcmp(out, "\xff\0z\n", 5), 0);
}

Test(read, json_is_an_object_a_symbol)
{
    char out[512];
    cr_assert_eq(run(ARGUMENTS("two.png", "raw.png", "--json"), out, sizeof out), 0);
    cr_assert_str_eq(out, "{\"file\":\"two.png\",\"symbol\":1,\"payload\":\"Hoà \\\"x\\\"\"}\n"
                          "{\"file\":\"two.png\",\"symbol\":2,\"payload\":\"a\\tb\"}\n"
                          "{\"file\":\"raw.png\",\"symbol\":1,\"payload_hex\":\"ff007a\"}\n");
}

Test(read, the_worst_picture_gives_the_status_and_the_others_are_read)
{
    char out[512];
    cr_assert_eq(run(ARGUMENTS("none.png", "two.png"), out, sizeof out), 3);
    cr_assert_str_eq(out, "Hoà \"x\"\na\tb\n");
    cr_assert_eq(run(ARGUMENTS("none.png", "missing.png", "two.png"), out, sizeof out), EXIT_NO_INPUT);
    cr_assert_str_eq(out, "Hoà \"x\"\na\tb\n");
}

Test(read, standard_input_is_a_picture)
{
    char out[512];
    int file = open("two.png", O_RDONLY), saved = dup(0);
    cr_assert(file >= 0 && dup2(file, 0) == 0);
    int status = run(ARGUMENTS("--json", "-"), out, sizeof out);
    cr_assert_eq(dup2(saved, 0), 0);
    cr_assert_eq(status, 0);
    cr_assert(strstr(out, "{\"file\":\"-\",\"symbol\":1,"));
}

Test(read, usage)
{
    char out[512];
    cr_assert_eq(run(ARGUMENTS("--json"), out, sizeof out), EXIT_USAGE);
    cr_assert_eq(run(ARGUMENTS("--other", "two.png"), out, sizeof out), EXIT_USAGE);
    cr_assert_str_eq(out, "");
}
