/* picture_grey: a picture as one byte a pixel: its negative, its half, its double. */
#include "adapter/picture_grey.h"

#include "adapter/picture.h"
#include <stdlib.h>
#include <string.h>

static size_t grey_size(const struct grey *grey)
{
    return (size_t)grey->width * grey->height;
}

enum fault grey_alloc(unsigned width, unsigned height, struct grey *ret_grey)
{
    if (width == 0 || height == 0) {
        return FAULT_PICTURE_EMPTY;
    }
    if (width > PICTURE_PIXELS_MAX / height) {
        return FAULT_PICTURE_TOO_LARGE;
    }
    unsigned char *pixels = malloc((size_t)width * height);
    if (!pixels) {
        return FAULT_PICTURE_MEMORY;
    }
    *ret_grey = (struct grey){pixels, width, height};
    return FAULT_NONE;
}

void grey_free(struct grey *grey)
{
    if (grey->pixels) {
        explicit_bzero(grey->pixels, grey_size(grey));
    }
    free(grey->pixels);
    *grey = (struct grey){0};
}

enum fault grey_half(const struct grey *grey, struct grey *ret_half)
{
    struct grey half;
    enum fault fault = grey_alloc(grey->width / 2, grey->height / 2, &half);
    if (fault) {
        return fault;
    }
    unsigned char *out = half.pixels;
    for (unsigned y = 0; y < half.height; y++) {
        const unsigned char *upper = grey->pixels + (size_t)2 * y * grey->width;
        const unsigned char *lower = upper + grey->width;
        for (unsigned x = 0; x < half.width; x++, upper += 2, lower += 2) {
            *out++ = (unsigned char)((upper[0] + upper[1] + lower[0] + lower[1] + 2) / 4);
        }
    }
    *ret_half = half;
    return FAULT_NONE;
}

/* A pixel of twice the size lies a quarter from its source's centre: 9:3:3:1 with
 * the neighbours on that side. */
static unsigned neighbour(unsigned twice, unsigned size)
{
    unsigned at = twice / 2;
    if (twice % 2) {
        return at + 1 < size ? at + 1 : at;
    }
    return at > 0 ? at - 1 : 0;
}

enum fault grey_double(const struct grey *grey, struct grey *ret_double)
{
    struct grey twice;
    enum fault fault = grey_alloc(grey->width * 2, grey->height * 2, &twice);
    if (fault) {
        return fault;
    }
    unsigned char *out = twice.pixels;
    for (unsigned y = 0; y < twice.height; y++) {
        const unsigned char *near = grey->pixels + (size_t)(y / 2) * grey->width;
        const unsigned char *far = grey->pixels + (size_t)neighbour(y, grey->height) * grey->width;
        for (unsigned x = 0; x < twice.width; x++) {
            unsigned side = neighbour(x, grey->width);
            *out++ =
                (unsigned char)((9 * near[x / 2] + 3 * near[side] + 3 * far[x / 2] + far[side] + 8) / 16);
        }
    }
    *ret_double = twice;
    return FAULT_NONE;
}

void grey_invert(struct grey *grey)
{
    size_t size = grey_size(grey);
    for (size_t i = 0; i < size; i++) {
        grey->pixels[i] ^= 0xff;
    }
}
