/* paint: modules of a QR code to pixels, pixels to PNG and JPEG. */
#include "paint.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>
#include <qrencode.h>

static void *must(void *memory)
{
    if (!memory) {
        abort();
    }
    return memory;
}

struct canvas paint_canvas(int width, int height, unsigned char background)
{
    size_t size = (size_t)width * (size_t)height;
    struct canvas canvas = {width, height, must(malloc(size))};
    memset(canvas.pixels, background, size);
    return canvas;
}

void paint_free(struct canvas *canvas)
{
    free(canvas->pixels);
    *canvas = (struct canvas){0};
}

enum { QUIET = 4 }; /* modules of white around a code, ISO/IEC 18004 */

/* Grey of the code at (u, v) in modules from its centre; -1 outside the quiet zone. */
static int code_grey(const QRcode *code, double u, double v)
{
    double half = code->width / 2.0;
    int column = (int)floor(u + half), row = (int)floor(v + half);
    int low = -QUIET, high = code->width + QUIET;
    if (column < low || row < low || column >= high || row >= high) {
        return -1;
    }
    if (column < 0 || row < 0 || column >= code->width || row >= code->width) {
        return 255;
    }
    return code->data[row * code->width + column] & 1 ? 0 : 255;
}

void paint_qr(struct canvas *canvas, const char *payload, size_t len, double x, double y, double module,
              double degrees)
{
    enum { FINE = 3 }; /* samples a pixel and axis, so that slanted edges are grey as in a photo */
    QRcode *code = must(QRcode_encodeData((int)len, (const unsigned char *)payload, 0, QR_ECLEVEL_M));
    double c = cos(degrees * M_PI / 180) / module, s = sin(degrees * M_PI / 180) / module;
    for (int row = 0; row < canvas->height; row++) {
        for (int column = 0; column < canvas->width; column++) {
            unsigned char *pixel = canvas->pixels + (size_t)row * (size_t)canvas->width + column;
            int sum = 0;
            for (int i = 0; i < FINE * FINE; i++) {
                int right = i % FINE, down = i / FINE;
                double dx = column + (right + 0.5) / FINE - x, dy = row + (down + 0.5) / FINE - y;
                int grey = code_grey(code, dx * c + dy * s, dy * c - dx * s);
                sum += grey < 0 ? *pixel : grey;
            }
            *pixel = (unsigned char)(sum / (FINE * FINE));
        }
    }
    QRcode_free(code);
}

void paint_invert(struct canvas *canvas)
{
    for (size_t i = 0; i < (size_t)canvas->width * (size_t)canvas->height; i++) {
        canvas->pixels[i] ^= 0xff;
    }
}

/* One row of the canvas as the form wants it; PNG wants big-endian samples, and 1-bit rows packed. */
static void png_row(const struct canvas *canvas, enum paint_png form, int y, unsigned char *out)
{
    const unsigned char *in = canvas->pixels + (size_t)y * (size_t)canvas->width;
    for (int x = 0; x < canvas->width; x++) {
        unsigned char grey = in[x];
        if (form == PAINT_GREY1 && x % 8 == 0) {
            out[x / 8] = 0;
        }
        switch (form) {
        case PAINT_GREY:
        case PAINT_INTERLACED: out[x] = grey; break;
        case PAINT_GREY1: out[x / 8] = (unsigned char)(out[x / 8] | (grey >> 7) << (7 - x % 8)); break;
        case PAINT_GREY16: memset(out + 2 * (size_t)x, grey, 2); break;
        case PAINT_RGB: memset(out + 3 * (size_t)x, grey, 3); break;
        case PAINT_RGBA:
            memset(out + 4 * (size_t)x, 0, 3);
            out[4 * x + 3] = (unsigned char)(255 - grey);
            break;
        case PAINT_PALETTE: out[x] = grey >> 7; break;
        }
    }
}

static void png_append(png_structp png, png_bytep data, size_t len)
{
    FILE *file = png_get_io_ptr(png);
    if (fwrite(data, 1, len, file) != len) {
        abort();
    }
}

struct bytes paint_png(const struct canvas *canvas, enum paint_png form)
{
    static const int types[] = {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY,
                                PNG_COLOR_TYPE_RGB,  PNG_COLOR_TYPE_RGBA, PNG_COLOR_TYPE_PALETTE,
                                PNG_COLOR_TYPE_GRAY};
    static const png_color palette[] = {{20, 0, 60}, {250, 255, 240}};
    int depth = form == PAINT_GREY1 ? 1 : form == PAINT_GREY16 ? 16 : 8;
    struct bytes bytes;
    FILE *file = must(open_memstream((char **)&bytes.data, &bytes.len));
    png_structp png = must(png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL));
    png_infop info = must(png_create_info_struct(png));
    unsigned char *row = must(malloc((size_t)canvas->width * 4));
    png_set_write_fn(png, file, png_append, NULL);
    png_set_IHDR(png, info, (png_uint_32)canvas->width, (png_uint_32)canvas->height, depth, types[form],
                 form == PAINT_INTERLACED ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
    if (form == PAINT_PALETTE) {
        png_set_PLTE(png, info, palette, 2);
    }
    png_write_info(png, info);
    for (int passes = png_set_interlace_handling(png); passes > 0; passes--) {
        for (int y = 0; y < canvas->height; y++) {
            png_row(canvas, form, y, row);
            png_write_row(png, row);
        }
    }
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    free(row);
    fclose(file);
    return bytes;
}

struct bytes paint_jpeg(const struct canvas *canvas, int quality, bool colour, bool progressive)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr error;
    unsigned char *data = NULL;
    unsigned long len = 0;
    jpeg.err = jpeg_std_error(&error); /* its error_exit ends the test */
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &data, &len);
    jpeg.image_width = (JDIMENSION)canvas->width;
    jpeg.image_height = (JDIMENSION)canvas->height;
    jpeg.input_components = colour ? 3 : 1;
    jpeg.in_color_space = colour ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    if (progressive) {
        jpeg_simple_progression(&jpeg);
    }
    jpeg_start_compress(&jpeg, TRUE);
    unsigned char *row = must(malloc((size_t)canvas->width * 3));
    while (jpeg.next_scanline < jpeg.image_height) {
        png_row(canvas, colour ? PAINT_RGB : PAINT_GREY, (int)jpeg.next_scanline, row);
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    free(row);
    return (struct bytes){data, len};
}
