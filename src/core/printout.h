/* printout: a text as the bytes that the hospital's printer takes: rows of its width, in the letters it has, with a QR
 * code. A receipt printer draws the code itself; on plain paper it is drawn of half blocks, which only UTF-8 has. */
#ifndef TIEPDON_PRINTOUT_H
#define TIEPDON_PRINTOUT_H
#include "core/code.h"
#include "core/escpos.h"
#include <stdbool.h>

/* The longest printout: a day's list of some thousand lines. */
enum { PRINTOUT_SIZE = 512 * 1024, PRINTOUT_COLUMNS = 80 };

struct printout {
    bool escpos; /* a receipt printer, else plain text */
    struct escpos how;
};

/* `address` is what the code says, "" for none: it stands in the text as well. TOO_LONG when it does not fit. */
NEEDED enum fault printout_make(const struct printout *printout, const char *text, const char *address,
                                const struct code *code, char *out, size_t cap, size_t *ret_len);

#endif
