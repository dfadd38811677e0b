/* preview: shape, mirror and light of a small picture. */
#include "core/preview.h"
#include <criterion/criterion.h>
#include <string.h>

enum { WIDTH = 1280, HEIGHT = 720 };

static unsigned char grey[WIDTH * HEIGHT];
static struct preview preview;

Test(preview, keeps_the_shape_of_the_frame)
{
    static const struct {
        size_t width, height;
        int columns, rows;
    } frames[] = {{640, 480, 32, 24}, {1280, 720, 40, 22}, {480, 640, 18, 24}, {1000, 10, 40, 1},
                  {10, 1000, 1, 24},  {20, 10, 20, 10},    {1, 1, 1, 1},       {40, 24, 40, 24}};
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        preview_make(grey, frames[i].width, frames[i].height, &preview);
        cr_assert_eq(preview.width, frames[i].columns, "%zu: %d", i, preview.width);
        cr_assert_eq(preview.height, frames[i].rows, "%zu: %d", i, preview.height);
    }
}

Test(preview, is_a_mirror)
{
    for (size_t i = 0; i < sizeof grey; i++) {
        grey[i] = i % WIDTH < WIDTH / 4 ? 200 : 20;
    }
    preview_make(grey, WIDTH, HEIGHT, &preview);
    cr_assert_eq(preview.grey[0][39], 255, "the frame's left edge is the preview's right one");
    cr_assert_eq(preview.grey[0][0], 0);
}

Test(preview, top_stays_above)
{
    memset(grey, 20, sizeof grey);
    memset(grey, 200, sizeof grey / 4);
    preview_make(grey, WIDTH, HEIGHT, &preview);
    cr_assert_eq(preview.grey[0][20], 255);
    cr_assert_eq(preview.grey[21][20], 0);
}

Test(preview, averages_what_falls_into_one_place)
{
    for (size_t i = 0; i < sizeof grey; i++) {
        grey[i] = (i % WIDTH + i / WIDTH) % 2 ? 255 : 0;
    }
    preview_make(grey, WIDTH, HEIGHT, &preview);
    cr_assert_eq(preview.grey[10][10], 127);
}

Test(preview, does_not_make_a_picture_of_a_covered_lens)
{
    for (size_t i = 0; i < sizeof grey; i++) {
        grey[i] = i % WIDTH < WIDTH / 2 ? 12 : 22;
    }
    preview_make(grey, WIDTH, HEIGHT, &preview);
    cr_assert_eq(preview.grey[0][39], 12);
    cr_assert_eq(preview.grey[0][0], 22);
}
