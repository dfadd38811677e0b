/* grid: the cells of one frame. Screens draw into it, the terminal copies it out,
 * tests print it as plain text. */
#ifndef TIEPDON_GRID_H
#define TIEPDON_GRID_H
#include <stdbool.h>
#include <stddef.h>

enum { GRID_ROWS = 100, GRID_COLUMNS = 240, GRID_CELL = 24 };

/* A style is a meaning; the terminal chooses colours. Every meaning also has its word or mark in the text. */
enum style {
    STYLE_PLAIN,
    STYLE_TITLE,
    STYLE_DIM,
    STYLE_GOOD,
    STYLE_FIX,
    STYLE_WARN,
    STYLE_STOP,
    STYLE_CURSOR, /* the row under the cursor */
    STYLE_INPUT,  /* a field being typed */
    STYLE_KEY,    /* a key's name in the bottom lines */
    STYLE_BANNER,
    STYLE_PICTURE, /* light on dark, whatever colours the terminal has otherwise */
    STYLE_CODE,    /* a QR code: dark on light whatever the terminal's own colours are */
};

/* One column; a wide character takes two cells, the second with empty text. A base letter holds its marks. */
struct cell {
    char text[GRID_CELL];
    unsigned char style;
};

struct grid {
    int rows, columns;
    int cursor_row, cursor_column; /* -1 when hidden */
    struct cell cell[GRID_ROWS][GRID_COLUMNS];
};

void grid_clear(struct grid *grid, int rows, int columns);
/* Writes clean UTF-8 from a place on, clipped with … at `columns` cells (or the edge). Returns the column
 * after it. */
int grid_put(struct grid *grid, int row, int column, int columns, enum style style, const char *text);
int grid_printf(struct grid *grid, int row, int column, enum style style, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Writes the first row of text that is broken at \n and between words to `columns`, and returns what follows
 * it. A NULL grid only measures. The place must lie within the grid, here and in grid_wrap. */
const char *grid_row(struct grid *grid, int row, int column, int columns, enum style style, const char *text);
/* Writes at most `rows` such rows, the last one clipped with … when something is left
 * over. Returns the rows used. */
int grid_wrap(struct grid *grid, int row, int column, int columns, int rows, enum style style,
              const char *text);
/* Gives cells already written another style. */
void grid_style(struct grid *grid, int row, int column, int columns, enum style style);
void grid_line(struct grid *grid, int row); /* ─ across */
/* The frame as text, trailing spaces dropped, a newline a row. Returns the length. */
size_t grid_text(const struct grid *grid, char *out, size_t cap);

#endif
