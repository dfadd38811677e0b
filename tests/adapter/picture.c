/* picture: every form of picture, code and damage; what a picture may cost. */
#include "adapter/picture.h"

#include "../support/paint.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char BHYT[] =
    "0123456789|5452e1baa64e205448e1bb8a2042c38c4e48|29/03/1988|2|-|79 - "
    "014|01/07/2023|-|31/07/2023|79010123456789|"
    "-|4| "
    "01/10/"
    "2027|0123456789abcdef-1202|4|5175e1baad6e204de1baab752c205468c3a06e68207068e1bb912048c3a0204ee1bb9969"
    "|$";
static const char CCCD[] = "001095012345|012345678|Nguyễn Văn Ẩn|25101995|Nam|123 Phố Huế, Hà Nội|10122021";

static struct symbols symbols;

static struct canvas code(int width, int height, double module, double degrees)
{
    struct canvas canvas = paint_canvas(width, height, 255);
    paint_qr(&canvas, CCCD, strlen(CCCD), width / 2.0, height / 2.0, module, degrees);
    return canvas;
}

static enum fault read_and_free(struct bytes bytes)
{
    enum fault fault = picture_read_bytes(bytes.data, bytes.len, &symbols);
    free(bytes.data);
    return fault;
}

static void expect(int index, const char *payload, size_t len)
{
    cr_assert_lt(index, symbols.count);
    const struct scan *scan = &symbols.scan[index];
    cr_assert_eq(scan->len, len, "%zu bytes instead of %zu", scan->len, len);
    cr_assert_eq(memcmp(scan->bytes, payload, len), 0);
    cr_assert_eq(scan->origin, ORIGIN_PICTURE);
}

/* One symbol, the CCCD, exactly. */
static void expect_cccd(struct bytes bytes, const char *what)
{
    enum fault fault = read_and_free(bytes);
    cr_assert_eq(fault, FAULT_NONE, "%s: %s", what, fault_code(fault));
    cr_assert_eq(symbols.count, 1, "%s", what);
    expect(0, CCCD, strlen(CCCD));
}

Test(picture, every_form_of_png_gives_the_bytes)
{
    struct canvas canvas = code(301, 299, 4, 0);
    for (enum paint_png form = PAINT_GREY; form <= PAINT_INTERLACED; form++) {
        expect_cccd(paint_png(&canvas, form), "png");
    }
    paint_free(&canvas);
}

Test(picture, jpeg_of_quality_60_gives_the_bytes)
{
    struct canvas canvas = code(301, 299, 4, 3);
    expect_cccd(paint_jpeg(&canvas, 60, false, false), "grey jpeg");
    expect_cccd(paint_jpeg(&canvas, 60, true, false), "colour jpeg");
    expect_cccd(paint_jpeg(&canvas, 60, true, true), "progressive jpeg");
    paint_free(&canvas);
}

Test(picture, turned_codes_are_read)
{
    static const double angles[] = {-15, 15, 33, 45, 90, 180, 270};
    for (size_t i = 0; i < sizeof angles / sizeof *angles; i++) {
        struct canvas canvas = code(400, 400, 5, angles[i]);
        expect_cccd(paint_jpeg(&canvas, 80, true, false), "turned");
        paint_free(&canvas);
    }
}

Test(picture, small_codes_are_read)
{
    static const double modules[] = {1.75, 2, 2.5};
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++) {
        struct canvas canvas = code(150, 150, modules[i], 15);
        expect_cccd(paint_png(&canvas, PAINT_GREY), "small");
        paint_free(&canvas);
    }
}

/* A phone's screen: the code on its white card in the middle of a page of another shade, light and dark. */
Test(picture, phone_screenshots_are_read)
{
    static const int sizes[][2] = {{1080, 2400}, {1440, 3200}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        int width = sizes[i][0], height = sizes[i][1];
        struct canvas canvas = paint_canvas(width, height, 200);
        paint_qr(&canvas, CCCD, strlen(CCCD), width / 2.0, height / 2.0, width / 100.0, 0);
        expect_cccd(paint_png(&canvas, PAINT_RGB), "screenshot");
        paint_invert(&canvas);
        expect_cccd(paint_png(&canvas, PAINT_RGB), "dark-mode screenshot");
        paint_free(&canvas);
    }
}

Test(picture, symbols_come_in_reading_order_each_once)
{
    struct canvas canvas = paint_canvas(900, 900, 255);
    paint_qr(&canvas, "second", 6, 650, 215, 6, 0);
    paint_qr(&canvas, "first", 5, 250, 230, 6, 0); /* a little lower, still the same line */
    paint_qr(&canvas, BHYT, strlen(BHYT), 250, 600, 4, 0);
    paint_qr(&canvas, "first", 5, 650, 600, 6, 10);
    cr_assert_eq(read_and_free(paint_png(&canvas, PAINT_GREY)), FAULT_NONE);
    cr_assert_eq(symbols.count, 3);
    expect(0, "first", 5);
    expect(1, "second", 6);
    expect(2, BHYT, strlen(BHYT));
    paint_free(&canvas);
}

Test(picture, a_dark_screen_beside_a_paper_card_gives_both)
{
    struct canvas canvas = paint_canvas(900, 450, 255);
    paint_qr(&canvas, CCCD, strlen(CCCD), 225, 225, 5, 0);
    paint_invert(&canvas);
    paint_qr(&canvas, BHYT, strlen(BHYT), 675, 225, 5, 0);
    cr_assert_eq(read_and_free(paint_png(&canvas, PAINT_GREY)), FAULT_NONE);
    cr_assert_eq(symbols.count, 2);
    expect(0, CCCD, strlen(CCCD));
    expect(1, BHYT, strlen(BHYT));
    paint_free(&canvas);
}

/* zbar's text mode takes such bytes for Big5 or Shift-JIS. */
Test(picture, any_bytes_come_out_as_they_went_in)
{
    char raw[256];
    for (int i = 0; i < 256; i++) {
        raw[i] = (char)i;
    }
    struct canvas canvas = paint_canvas(500, 500, 255);
    paint_qr(&canvas, raw, sizeof raw, 250, 250, 5, 0);
    cr_assert_eq(read_and_free(paint_png(&canvas, PAINT_GREY)), FAULT_NONE);
    expect(0, raw, sizeof raw);
    paint_free(&canvas);
}

Test(picture, too_many_codes_are_a_fault_not_a_choice)
{
    struct canvas canvas = paint_canvas(800, 800, 255);
    for (int i = 0; i <= PICTURE_SYMBOLS; i++) {
        int column = i % 5, row = i / 5;
        char payload[] = {(char)('a' + i)};
        paint_qr(&canvas, payload, sizeof payload, 75 + column * 150, 75 + row * 150, 4, 0);
    }
    cr_assert_eq(read_and_free(paint_png(&canvas, PAINT_GREY)), FAULT_PICTURE_CROWDED);
    paint_free(&canvas);
}

/* Whatever is cut off, the answer is a fault of the file, never a crash and never part of a picture. */
static void cut(struct bytes bytes)
{
    symbols.count = -1;
    for (size_t part = 0; part < 20; part++) {
        enum fault fault = picture_read_bytes(bytes.data, bytes.len * part / 20, &symbols);
        cr_assert_eq(fault, part == 0 ? FAULT_PICTURE_EMPTY : FAULT_PICTURE_DAMAGED, "%zu/20: %s", part,
                     fault_code(fault));
    }
    cr_assert_eq(symbols.count, -1, "a fault leaves the result alone");
    free(bytes.data);
}

Test(picture, truncated_files_are_damaged)
{
    struct canvas canvas = code(301, 299, 4, 15);
    cut(paint_png(&canvas, PAINT_GREY));
    cut(paint_png(&canvas, PAINT_INTERLACED));
    cut(paint_jpeg(&canvas, 60, true, false));
    cut(paint_jpeg(&canvas, 60, true, true));
    paint_free(&canvas);
}

Test(picture, a_damaged_byte_never_gives_another_payload)
{
    struct canvas canvas = code(150, 150, 3, 0);
    struct bytes files[] = {paint_png(&canvas, PAINT_GREY), paint_jpeg(&canvas, 60, true, false)};
    for (int i = 0; i < 2; i++) {
        for (size_t at = 8; at < files[i].len; at += 61) {
            files[i].data[at] ^= 0x55;
            if (picture_read_bytes(files[i].data, files[i].len, &symbols) == FAULT_NONE) {
                expect(0, CCCD, strlen(CCCD));
            }
            files[i].data[at] ^= 0x55;
        }
        free(files[i].data);
    }
    paint_free(&canvas);
}

Test(picture, no_code_and_no_picture_are_told_apart)
{
    struct canvas canvas = paint_canvas(200, 100, 128);
    cr_assert_eq(read_and_free(paint_png(&canvas, PAINT_GREY)), FAULT_PICTURE_NO_CODE);
    cr_assert_eq(picture_read_bytes((const unsigned char *)"%PDF-1.7", 8, &symbols), FAULT_PICTURE_UNKNOWN);
    paint_free(&canvas);
}

/* Headers that claim 60,000 x 60,000 pixels are refused before memory is asked for. */
Test(picture, a_giant_is_refused)
{
    static const unsigned char size[] = {0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60},
                               checksum[] = {0xa5, 0xb9, 0x2a, 0x9e};
    struct canvas canvas = paint_canvas(16, 16, 255);
    struct bytes png = paint_png(&canvas, PAINT_GREY), jpeg = paint_jpeg(&canvas, 60, false, false);
    memcpy(png.data + 16, size, sizeof size);
    memcpy(png.data + 29, checksum, sizeof checksum);
    cr_assert_eq(read_and_free(png), FAULT_PICTURE_TOO_LARGE);
    unsigned char *frame = memmem(jpeg.data, jpeg.len, "\xff\xc0", 2);
    memset(frame + 5, 0xea, 4);
    cr_assert_eq(read_and_free(jpeg), FAULT_PICTURE_TOO_LARGE);
    paint_free(&canvas);
}

static void write_file(const char *path, const void *data, size_t len)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    cr_assert(fd >= 0 && write(fd, data, len) == (ssize_t)len);
    close(fd);
}

Test(picture, files_pipes_and_what_is_neither)
{
    char dir[] = "/tmp/tiepdon-picture-XXXXXX";
    cr_assert(mkdtemp(dir) && chdir(dir) == 0);
    struct canvas canvas = code(150, 150, 3, 0);
    struct bytes bytes = paint_png(&canvas, PAINT_GREY);
    write_file("card.png", bytes.data, bytes.len);
    write_file("empty.png", "", 0);
    cr_assert_eq(mkfifo("fifo", 0600), 0);
    cr_assert_eq(picture_read("card.png", &symbols), FAULT_NONE);
    expect(0, CCCD, strlen(CCCD));
    cr_assert_eq(picture_read("empty.png", &symbols), FAULT_PICTURE_EMPTY);
    cr_assert_eq(picture_read("fifo", &symbols), FAULT_PICTURE_EMPTY,
                 "a FIFO without a writer must not hang");
    cr_assert_eq(picture_read("missing.png", &symbols), FAULT_PICTURE_MISSING);
    cr_assert_eq(picture_read("card.png/x", &symbols), FAULT_PICTURE_MISSING);
    cr_assert_eq(picture_read(dir, &symbols), FAULT_PICTURE_DIRECTORY);
    cr_assert_eq(picture_read("/proc/self/mem", &symbols), FAULT_PICTURE_UNREADABLE);
    cr_assert(unlink("card.png") == 0 && unlink("empty.png") == 0 && unlink("fifo") == 0 && rmdir(dir) == 0);

    int ends[2];
    cr_assert_eq(pipe(ends), 0);
    cr_assert_eq(write(ends[1], bytes.data, bytes.len), (ssize_t)bytes.len);
    close(ends[1]);
    symbols.count = 0;
    cr_assert_eq(picture_read_fd(ends[0], &symbols), FAULT_NONE);
    expect(0, CCCD, strlen(CCCD));
    close(ends[0]);
    free(bytes.data);
    paint_free(&canvas);
}

/* zbar, libpng and libjpeg may write warnings of their own: over the counter's screen. */
Test(picture, says_nothing_on_its_own)
{
    struct canvas canvas = code(150, 150, 3, 0);
    struct bytes bytes = paint_jpeg(&canvas, 60, true, false);
    int capture = memfd_create("output", 0), out = dup(1), err = dup(2);
    cr_assert(capture >= 0 && dup2(capture, 1) == 1 && dup2(capture, 2) == 2);
    enum fault whole = picture_read_bytes(bytes.data, bytes.len, &symbols);
    enum fault half = picture_read_bytes(bytes.data, bytes.len / 2, &symbols);
    cr_assert(dup2(out, 1) == 1 && dup2(err, 2) == 2);
    cr_assert_eq(lseek(capture, 0, SEEK_END), 0);
    cr_assert(whole == FAULT_NONE && half == FAULT_PICTURE_DAMAGED);
    free(bytes.data);
    paint_free(&canvas);
}
