/* picture_png: libpng's simplified interface flattens every kind of PNG to grey over white. */
#include "adapter/picture_grey.h"

#include <png.h>

/* libpng's simplified interface keeps its longjmp to itself, speaks to nobody,
 * and takes every form of PNG. */
static enum fault png_decode(png_image *image, struct grey *grey)
{
    static const png_color white = {255, 255, 255};
    enum fault fault = grey_alloc(image->width, image->height, grey);
    if (fault) {
        return fault;
    }
    image->format = PNG_FORMAT_GRAY;
    if (png_image_finish_read(image, &white, grey->pixels, (png_int_32)grey->width, NULL)) {
        return FAULT_NONE;
    }
    grey_free(grey);
    return FAULT_PICTURE_DAMAGED;
}

enum fault grey_read_png(const unsigned char *bytes, size_t len, struct grey *ret_grey)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    struct grey grey = {0};
    enum fault fault = FAULT_PICTURE_DAMAGED;
    if (png_image_begin_read_from_memory(&image, bytes, len)) {
        fault = png_decode(&image, &grey);
    }
    png_image_free(&image);
    if (!fault) {
        *ret_grey = grey;
    }
    return fault;
}
