/* sample_picture: a QR code as PNG. */
#include "demo/sample.h"

#include <stdlib.h>
#include <string.h>

#include <png.h>
#include <qrencode.h>

static const size_t QUIET = 4;  /* white modules around the code, ISO/IEC 18004 */
static const size_t MODULE = 5; /* pixels a module: as a phone shows a card */

/* One byte a pixel: 0 black, 255 white. */
static unsigned char *draw(const QRcode *code, size_t side)
{
    unsigned char *pixels = malloc(side * side);
    if (!pixels) {
        return NULL;
    }
    memset(pixels, 255, side * side);
    size_t width = (size_t)code->width;
    for (size_t y = 0; y < width * MODULE; y++) {
        unsigned char *row = pixels + (y + QUIET * MODULE) * side + QUIET * MODULE;
        for (size_t x = 0; x < width * MODULE; x++) {
            row[x] = code->data[y / MODULE * width + x / MODULE] & 1 ? 0 : 255;
        }
    }
    return pixels;
}

static enum fault write_png(const QRcode *code, const char *path)
{
    size_t side = ((size_t)code->width + 2 * QUIET) * MODULE;
    png_image image = {.version = PNG_IMAGE_VERSION, .width = (png_uint_32)side, .height = (png_uint_32)side};
    image.format = PNG_FORMAT_GRAY;
    unsigned char *pixels = draw(code, side);
    bool done = pixels && png_image_write_to_file(&image, path, 0, pixels, 0, NULL);
    free(pixels);
    return done ? FAULT_NONE : FAULT_DEMO_WRITE;
}

enum fault sample_picture(const struct scan *scan, const char *path)
{
    /* Version 0: the smallest that holds it. M is the level cards are printed with. */
    QRcode *code = QRcode_encodeData((int)scan->len, (const unsigned char *)scan->bytes, 0, QR_ECLEVEL_M);
    if (!code) {
        return FAULT_DEMO_FILE;
    }
    enum fault fault = write_png(code, path);
    QRcode_free(code);
    return fault;
}
