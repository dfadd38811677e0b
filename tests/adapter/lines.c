/* lines: any bytes through a pipe, a line at a time. */
#include "command/lines.h"
#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

static void no_wait(void)
{
}

/* A reader at the end of a pipe that already holds `bytes`. */
static void feed(struct lines *lines, const char *bytes, size_t len)
{
    int ends[2];
    cr_assert_eq(pipe(ends), 0);
    cr_assert_eq(write(ends[1], bytes, len), (ssize_t)len);
    close(ends[1]);
    lines_begin(lines, ends[0]);
}

static void expect(struct lines *lines, const char *line)
{
    cr_assert(lines_next(lines, no_wait));
    cr_assert_str_eq(lines->line, line);
    cr_assert_eq(lines->len, strlen(line));
}

Test(lines, ends_with_or_without_a_line_end)
{
    struct lines lines;
    feed(&lines, "a\n\nb\r\nc", 7);
    expect(&lines, "a");
    expect(&lines, "");
    expect(&lines, "b");
    expect(&lines, "c");
    cr_assert_not(lines_next(&lines, no_wait));
    cr_assert_not(lines.failed);
    close(lines.descriptor);
}

Test(lines, keeps_nul_bytes)
{
    struct lines lines;
    feed(&lines, "a\0b\nc\n", 6);
    cr_assert(lines_next(&lines, no_wait));
    cr_assert_eq(lines.len, 3);
    cr_assert_eq(memcmp(lines.line, "a\0b", 3), 0);
    expect(&lines, "c");
    close(lines.descriptor);
}

/* The longest scan with its CR comes whole; one byte more is seen to be too long,
 * and the next line is the next. */
Test(lines, of_a_longer_line_only_the_head_is_kept)
{
    static char bytes[3 * PAYLOAD_MAX];
    struct lines lines;
    memset(bytes, '1', sizeof bytes);
    bytes[PAYLOAD_MAX] = '\r';
    bytes[PAYLOAD_MAX + 1] = '\n';
    memcpy(bytes + sizeof bytes - 4, "\r\nx\n", 4);
    feed(&lines, bytes, sizeof bytes);
    cr_assert(lines_next(&lines, no_wait));
    cr_assert_eq(lines.len, PAYLOAD_MAX);
    cr_assert(lines_next(&lines, no_wait));
    cr_assert_eq(lines.len, PAYLOAD_MAX + 1);
    expect(&lines, "x");
    close(lines.descriptor);
}

Test(lines, read_error_is_no_end)
{
    struct lines lines;
    lines_begin(&lines, -1);
    cr_assert_not(lines_next(&lines, no_wait));
    cr_assert(lines.failed);
}

static int waited, feeder;

/* The next line comes only because we said we wait. */
static void answer_wait(void)
{
    waited++;
    cr_assert_eq(write(feeder, "b\n", 2), 2);
}

/* Whoever reads our answers line by line gets them before we wait for the next question. */
Test(lines, tells_before_it_waits)
{
    struct lines lines;
    int ends[2];
    cr_assert_eq(pipe(ends), 0);
    cr_assert_eq(write(ends[1], "a\n", 2), 2);
    feeder = ends[1];
    lines_begin(&lines, ends[0]);
    cr_assert(lines_next(&lines, answer_wait));
    cr_assert_eq(waited, 0);
    cr_assert(lines_next(&lines, answer_wait));
    cr_assert_eq(waited, 1);
    close(ends[0]);
    close(ends[1]);
}
