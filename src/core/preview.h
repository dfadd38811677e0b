/* preview: a frame of the camera made small enough for a few rows of a terminal, so that a clerk sees where
 * the card is held. Nobody can read a name in it. */
#ifndef TIEPDON_PREVIEW_H
#define TIEPDON_PREVIEW_H
#include <stddef.h>

/* Two pixels stand in one cell, one above the other: 40 columns and 12 rows of a terminal, whose cells are
 * about twice as high as wide. */
enum { PREVIEW_WIDTH = 40, PREVIEW_HEIGHT = 24 };

/* Zeroed: nothing came yet. */
struct preview {
    int width, height;                                 /* as much of the room as the frame's shape fills */
    int codes;                                         /* QR codes seen a moment ago */
    unsigned char grey[PREVIEW_HEIGHT][PREVIEW_WIDTH]; /* 0 black, 255 white */
};

/* Makes the preview of rows of `width` grey bytes: averaged, the darkest place black and the lightest white,
 * and left for right as in a mirror, for a card is steered by it. A frame smaller than the preview stays as
 * small as it is. width and height are above 0. */
void preview_make(const unsigned char *grey, size_t width, size_t height, struct preview *ret);

#endif
