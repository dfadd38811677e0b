/* picture_grey: a picture as grey pixels, the one form that zbar reads. Only
 * picture.c and the decoders know it. */
#ifndef TIEPDON_PICTURE_GREY_H
#define TIEPDON_PICTURE_GREY_H
#include "core/fault.h"
#include <stddef.h>

/* Rows of `width` bytes without padding, 0 black, 255 white. Zeroed it is empty and may be freed. */
struct grey {
    unsigned char *pixels;
    unsigned width, height;
};

/* PICTURE_EMPTY for no pixels, PICTURE_TOO_LARGE above PICTURE_PIXELS_MAX,
 * PICTURE_MEMORY. Pixels are not set. */
NEEDED enum fault grey_alloc(unsigned width, unsigned height, struct grey *ret_grey);

/* Wipes and frees; leaves it empty. */
void grey_free(struct grey *grey);

/* Every form of PNG; transparent parts lie on white. */
NEEDED enum fault grey_read_png(const unsigned char *bytes, size_t len, struct grey *ret_grey);

/* Grey, YCbCr and RGB JPEG, progressive too. A file that ends early is
 * PICTURE_DAMAGED, never half a picture. */
NEEDED enum fault grey_read_jpeg(const unsigned char *bytes, size_t len, struct grey *ret_grey);

/* Half the size by averaging: moiré and sharpening halos of a large photo go, large modules stay. */
NEEDED enum fault grey_half(const struct grey *grey, struct grey *ret_half);

/* Twice the size, smoothed, for codes of less than two pixels a module. */
NEEDED enum fault grey_double(const struct grey *grey, struct grey *ret_double);

/* Black for white, in place: a dark-mode screenshot. */
void grey_invert(struct grey *grey);

struct symbols;

/* Adds the QR codes of the pixels to ret_symbols, which is empty: in reading order, each payload once. The
 * picture may be turned to its negative on return. PICTURE_NO_CODE, PICTURE_CROWDED, PICTURE_MEMORY. */
NEEDED enum fault grey_search(struct grey *grey, struct symbols *ret_symbols);

/* The same for a frame of a video: looked at once as it is and once as its negative. */
NEEDED enum fault grey_glance(struct grey *grey, struct symbols *ret_symbols);

#endif
