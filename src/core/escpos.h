/* escpos: a text as the bytes of a receipt printer (ESC/POS, Epson's "ESC/POS Command Reference", which most makers
 * follow): initialise, choose the code page, the rows, a QR code drawn by the printer, feed and cut.
 *
 * What the printer's letters can hold decides the encoding. CP1258 is the one of Windows: a vowel with hat, breve or
 * horn, then a byte for its tone. A letter that the encoding has not loses its marks (Ẽ in plain: E, — becomes -), it
 * never vanishes; what has no such letter either is a question mark. */
#ifndef TIEPDON_ESCPOS_H
#define TIEPDON_ESCPOS_H
#include "core/fault.h"
#include <stddef.h>

enum letters {
    LETTERS_PLAIN, /* ASCII: Vietnamese without marks, which every printer prints */
    LETTERS_CP1258,
    LETTERS_UTF8,
    LETTERS_COUNT
};

/* Code page 52 is WPC1258 in Epson's list; other makers number theirs otherwise. */
enum { ESCPOS_PAGE = 52, ESCPOS_CODE_MAX = 256 };

struct escpos {
    enum letters letters;
    int columns; /* of a row: 48 on paper of 80 mm, 32 on 58 mm */
    int page;    /* of LETTERS_CP1258, 0 to 255 */
};

/* `text` is clean UTF-8 with line ends; `address` becomes a QR code under it, "" for none (ESCPOS_CODE_MAX bytes at
 * most). TOO_LONG when it does not fit; *ret_len is written on success only. */
NEEDED enum fault escpos_make(const struct escpos *how, const char *text, const char *address, char *out,
                              size_t cap, size_t *ret_len);

/* The same letters without commands: one row of text, for printers that take plain text. Returns the length without the
 * NUL; what does not fit is left out. */
size_t escpos_letters(enum letters letters, const char *text, char *out, size_t cap);

#endif
