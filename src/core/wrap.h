/* wrap: text broken at spaces into rows of a paper's width, in text columns. A row that goes on begins under the text
 * of its paragraph: behind its leading spaces and a sign such as "• " or "1. ". */
#ifndef TIEPDON_WRAP_H
#define TIEPDON_WRAP_H
#include <stdbool.h>
#include <stddef.h>

enum { WRAP_COLUMNS_LEAST = 20, WRAP_COLUMNS_MOST = 132, WRAP_ROW = 4 * 4 * WRAP_COLUMNS_MOST };

struct wrap {
    const char *rest; /* what is still to come */
    int columns;      /* WRAP_COLUMNS_LEAST to _MOST */
    bool within;      /* a paragraph: the next row goes on with it */
    int indent;       /* of that row */
};

/* The next row without its line end; false behind the last. A word longer than the row is broken between its letters, a
 * letter with more marks than WRAP_ROW has room for is left out. */
bool wrap_next(struct wrap *wrap, char ret[WRAP_ROW]);

#endif
