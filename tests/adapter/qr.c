/* qr: the code of the set-up screen as a scanner sees it: the cells of a dark terminal made a picture and read. */
#include "adapter/qr.h"
#include "../support/paint.h"
#include "adapter/picture.h"
#include "ui/screen.h"
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

enum { CELL = 8, WHITE = 255, GREY = 90, BLACK = 0 }; /* a cell is CELL wide and twice as high */

static struct desk desk;
static struct grid grid;

/* The last page of the slip. */
static void draw_guide(int rows, int columns, const char *guide)
{
    struct hospital hospital = {.facility = "79014", .assessor = "Lê Văn Mẫu, 0900 000 000"};
    strcpy(hospital.guide, guide);
    desk_init(&desk, &hospital);
    cr_assert_eq(qr_make(guide, &desk.guide), FAULT_NONE);
    desk.open = true;
    desk.mode = MODE_SLIP;
    desk.page = 1; /* of two: the text is short */
    grid_clear(&grid, rows, columns);
    screen_draw(&desk, "[always]\nVssID", 1000, &grid);
}

static void draw(int rows, int columns, enum language language, enum fault fault)
{
    struct hospital hospital = {
        .facility = "79014", .facility_name = "BV Mẫu", .language = language, .demo = true};
    desk_init(&desk, &hospital);
    cr_assert_eq(qr_make(SETUP_TEXT, &desk.code), FAULT_NONE);
    desk_key(&desk, (struct key){PRESS_FUNCTION, 6}, 1000);
    cr_assert_eq(desk.mode, MODE_BIND);
    desk_fault(&desk, fault, 1000);
    grid_clear(&grid, rows, columns);
    screen_draw(&desk, "", 1000, &grid);
}

/* Half a cell: letters of the other styles are grey noise on black. */
static unsigned char half(const struct cell *cell, bool lower)
{
    const char *whole = "█", *upper = "▀", *under = "▄";
    if (cell->style != STYLE_CODE) {
        return strcmp(cell->text, " ") == 0 ? BLACK : GREY;
    }
    bool dark = strcmp(cell->text, whole) == 0 || strcmp(cell->text, lower ? under : upper) == 0;
    return dark ? BLACK : WHITE;
}

static struct canvas photograph(void)
{
    struct canvas canvas = paint_canvas(grid.columns * CELL, grid.rows * 2 * CELL, BLACK);
    for (int y = 0; y < canvas.height; y++) {
        for (int x = 0; x < canvas.width; x++) {
            const struct cell *cell = &grid.cell[y / (2 * CELL)][x / CELL];
            canvas.pixels[y * canvas.width + x] = half(cell, y / CELL % 2 == 1);
        }
    }
    return canvas;
}

static void expect_read_as(const char *wanted)
{
    struct symbols symbols = {.count = 0};
    struct canvas canvas = photograph();
    struct bytes png = paint_png(&canvas, PAINT_GREY);
    cr_assert_eq(picture_read_bytes(png.data, png.len, &symbols), FAULT_NONE, "%dx%d", grid.columns,
                 grid.rows);
    cr_assert_eq(symbols.count, 1);
    cr_assert_str_eq(symbols.scan[0].bytes, wanted);
    free(png.data);
    paint_free(&canvas);
}

static void expect_read(void)
{
    expect_read_as(SETUP_TEXT);
}

Test(qr, the_code_of_the_slip_can_be_read)
{
    static const char *const guides[] = {"https://bv.example", "https://benhvien.example/vssid",
                                         "https://benhvien.example/huong-dan/vssid/cai-dat.html"};
    static const int SIZES[][2] = {{24, 80}, {20, 60}, {21, 60}, {50, 160}};
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        for (size_t g = 0; g < sizeof guides / sizeof *guides; g++) {
            draw_guide(SIZES[i][0], SIZES[i][1], guides[g]);
            expect_read_as(guides[g]);
        }
    }
}

Test(qr, the_code_on_the_screen_can_be_read)
{
    static const int SIZES[][2] = {{24, 80}, {20, 60}, {21, 60}, {20, 80}, {22, 80}, {25, 80}, {50, 160}};
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        for (int language = LANGUAGE_VI; language < LANGUAGE_COUNT; language++) {
            draw(SIZES[i][0], SIZES[i][1], (enum language)language, FAULT_NONE);
            expect_read();
        }
    }
}

Test(qr, a_notice_leaves_the_code_whole)
{
    draw(20, 60, LANGUAGE_VI, FAULT_DEVICE_DENIED);
    expect_read();
    draw(24, 80, LANGUAGE_EN, FAULT_DEVICE_BUSY);
    expect_read();
}

Test(qr, every_half_cell_is_its_module)
{
    draw(24, 80, LANGUAGE_VI, FAULT_NONE);
    int left = grid.columns - desk.code.side - CODE_QUIET, top = 2 * 2 + CODE_QUIET;
    for (int y = 0; y < desk.code.side; y++) {
        for (int x = 0; x < desk.code.side; x++) {
            const struct cell *cell = &grid.cell[(top + y) / 2][left + x];
            bool dark = desk.code.rows[y] >> x & 1;
            cr_assert_eq(half(cell, (top + y) % 2 == 1), dark ? BLACK : WHITE, "%d %d", x, y);
        }
    }
}

Test(qr, a_longer_text_is_refused)
{
    char text[55];
    struct code code = {.side = 7};
    memset(text, 'x', sizeof text);
    text[54] = '\0';
    cr_assert_eq(qr_make(text, &code), FAULT_TOO_LONG);
    cr_assert_eq(code.side, 7, "written only on success");
    text[53] = '\0';
    cr_assert_eq(qr_make(text, &code), FAULT_NONE);
    cr_assert_eq(code.side, CODE_SIDE);
}
