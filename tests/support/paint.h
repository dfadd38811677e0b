/* paint: pictures made for the tests: QR codes laid on a canvas at any size and angle, saved as
 * PNG or JPEG in memory. A canvas and the bytes are freed by the caller with paint_free and
 * free. Failures abort the test. */
#ifndef TIEPDON_PAINT_H
#define TIEPDON_PAINT_H
#include <stdbool.h>
#include <stddef.h>

struct canvas {
    int width, height;
    unsigned char *pixels; /* grey */
};

struct bytes {
    unsigned char *data;
    size_t len;
};

/* The forms of PNG that differ on the way in. */
enum paint_png {
    PAINT_GREY,
    PAINT_GREY1,
    PAINT_GREY16,
    PAINT_RGB,
    PAINT_RGBA,
    PAINT_PALETTE,
    PAINT_INTERLACED
};

struct canvas paint_canvas(int width, int height, unsigned char background);
void paint_free(struct canvas *canvas);

/* Draws the QR code of `payload` with its quiet zone, centred at (x, y): `module` pixels a
 * module, turned by `degrees`. */
void paint_qr(struct canvas *canvas, const char *payload, size_t len, double x, double y, double module,
              double degrees);
void paint_invert(struct canvas *canvas);

/* PAINT_RGBA saves white as transparent black, as some apps export codes. */
struct bytes paint_png(const struct canvas *canvas, enum paint_png form);
struct bytes paint_jpeg(const struct canvas *canvas, int quality, bool colour, bool progressive);

#endif
