/* line: one line of text being typed, with a cursor that never stands within a character. */
#ifndef TIEPDON_LINE_H
#define TIEPDON_LINE_H
#include "core/key.h"
#include "core/telex.h"
#include <stdbool.h>
#include <stddef.h>

/* The longest value a clerk can type is an address. */
enum { LINE_SIZE = 1025 };

struct line {
    char text[LINE_SIZE]; /* UTF-8 without control characters */
    size_t at;            /* byte index of the cursor, on a character boundary */
    bool offered;         /* the text is a proposal nobody has touched: what is typed takes its place */
};

void line_clear(struct line *line);
/* Clean text that fits; the cursor goes behind it. */
void line_set(struct line *line, const char *text);
/* The same as a proposal: the first letter typed takes its place, any editing key keeps it. */
void line_offer(struct line *line, const char *text);

/* Does what the key says; text stays shorter than `cap` bytes. What is no visible character is left out.
 * FAULT_TOO_LONG leaves the line as it was. */
NEEDED enum fault line_key(struct line *line, size_t cap, struct key key, enum typing typing);

#endif
