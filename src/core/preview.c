/* preview: boxes of pixels averaged, then stretched from black to white. */
#include "core/preview.h"
#include <assert.h>

/* Below this the differences are noise of a covered lens: stretching them would show a picture that is none. */
enum { CONTRAST_LEAST = 32 };

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t at_least_one(size_t size)
{
    return size ? size : 1;
}

/* The largest size of the frame's shape that fits the room. */
static void fit(size_t width, size_t height, struct preview *preview)
{
    size_t fits_width = smaller(width, PREVIEW_WIDTH), fits_height = smaller(height, PREVIEW_HEIGHT);
    if (width * fits_height > height * fits_width) {
        fits_height = at_least_one(height * fits_width / width);
    } else {
        fits_width = at_least_one(width * fits_height / height);
    }
    preview->width = (int)fits_width;
    preview->height = (int)fits_height;
}

struct box {
    size_t left, right, top, bottom;
};

static unsigned char average(const unsigned char *grey, size_t stride, const struct box *box)
{
    size_t sum = 0, count = (box->right - box->left) * (box->bottom - box->top);
    assert(count > 0);
    for (size_t y = box->top; y < box->bottom; y++) {
        for (size_t x = box->left; x < box->right; x++) {
            sum += grey[y * stride + x];
        }
    }
    return (unsigned char)(sum / count);
}

static void shrink(const unsigned char *grey, size_t width, size_t height, struct preview *preview)
{
    size_t columns = (size_t)preview->width, rows = (size_t)preview->height;
    for (size_t row = 0; row < rows; row++) {
        for (size_t column = 0; column < columns; column++) {
            struct box box = {column * width / columns, (column + 1) * width / columns, row * height / rows,
                              (row + 1) * height / rows};
            preview->grey[row][columns - 1 - column] = average(grey, width, &box);
        }
    }
}

static void stretch(struct preview *preview)
{
    int least = 255, most = 0;
    for (int row = 0; row < preview->height; row++) {
        for (int column = 0; column < preview->width; column++) {
            int grey = preview->grey[row][column];
            least = grey < least ? grey : least;
            most = grey > most ? grey : most;
        }
    }
    if (most - least < CONTRAST_LEAST) {
        return;
    }
    for (int row = 0; row < preview->height; row++) {
        for (int column = 0; column < preview->width; column++) {
            unsigned char *grey = &preview->grey[row][column];
            *grey = (unsigned char)((*grey - least) * 255 / (most - least));
        }
    }
}

void preview_make(const unsigned char *grey, size_t width, size_t height, struct preview *ret)
{
    assert(width > 0 && height > 0);
    *ret = (struct preview){.codes = 0};
    fit(width, height, ret);
    shrink(grey, width, height, ret);
    stretch(ret);
}
