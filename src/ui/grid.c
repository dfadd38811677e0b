/* grid: text in, cells out. Whatever a value holds, a row never grows and no
 * control character gets through. */
#include "ui/grid.h"
#include "core/text.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void grid_clear(struct grid *grid, int rows, int columns)
{
    grid->rows = rows < GRID_ROWS ? rows : GRID_ROWS;
    grid->columns = columns < GRID_COLUMNS ? columns : GRID_COLUMNS;
    grid->cursor_row = grid->cursor_column = -1;
    for (int row = 0; row < grid->rows; row++) {
        for (int column = 0; column < grid->columns; column++) {
            grid->cell[row][column] = (struct cell){" ", STYLE_PLAIN};
        }
    }
}

/* A base letter with the marks that follow it, in one cell's text; returns the bytes taken. */
static size_t take_character(const char *text, char out[GRID_CELL], int *ret_columns)
{
    size_t len = text_after(text, 0);
    int32_t rune = 0;
    text_next(text, len, &rune);
    *ret_columns = 1;
    if (rune < ' ' || rune == 0x7f || (rune >= 0x80 && rune < 0xa0) || len >= GRID_CELL) {
        memcpy(out, "?", 2);
        return len;
    }
    memcpy(out, text, len);
    out[len] = '\0';
    int columns = text_columns(out);
    *ret_columns = columns > 1 ? 2 : 1;
    if (columns == 0) { /* a mark without a letter */
        memcpy(out, "?", 2);
    }
    return len;
}

/* The bytes of `text` that fit `columns`. */
static size_t fitting(const char *text, int columns)
{
    char cell[GRID_CELL];
    size_t at = 0;
    for (int used = 0; text[at];) {
        int width = 0;
        size_t len = take_character(text + at, cell, &width);
        used += width;
        if (used > columns) {
            break;
        }
        at += len;
    }
    return at;
}

/* Writing over one half of a wide character takes the other half away, or the row would grow. */
static void free_cell(struct grid *grid, int row, int column)
{
    struct cell *cell = &grid->cell[row][column];
    if (!cell->text[0]) {
        memcpy(cell[-1].text, " ", 2);
    }
    if (column + 1 < grid->columns && !cell[1].text[0]) {
        memcpy(cell[1].text, " ", 2);
    }
}

static int put_cell(struct grid *grid, int row, int column, enum style style, const char *text, int width)
{
    for (int part = 0; part < width; part++) {
        free_cell(grid, row, column + part);
    }
    grid->cell[row][column].style = (unsigned char)style;
    memcpy(grid->cell[row][column].text, text, strlen(text) + 1);
    if (width == 2) {
        grid->cell[row][column + 1] = (struct cell){"", (unsigned char)style};
    }
    return column + width;
}

/* Draws text[0..len), which fits the columns. */
static int put_bytes(struct grid *grid, int row, int column, enum style style, const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        char cell[GRID_CELL];
        int width = 0;
        at += take_character(text + at, cell, &width);
        column = put_cell(grid, row, column, style, cell, width);
    }
    return column;
}

int grid_put(struct grid *grid, int row, int column, int columns, enum style style, const char *text)
{
    if (row < 0 || row >= grid->rows || column < 0 || column >= grid->columns) {
        return column;
    }
    int room = grid->columns - column < columns ? grid->columns - column : columns;
    if (room <= 0) {
        return column;
    }
    size_t end = fitting(text, room);
    bool cut = text[end] != '\0';
    end = cut ? fitting(text, room - 1) : end;
    column = put_bytes(grid, row, column, style, text, end);
    return cut ? put_cell(grid, row, column, style, "…", 1) : column;
}

int grid_printf(struct grid *grid, int row, int column, enum style style, const char *format, ...)
{
    char text[4 * GRID_COLUMNS + 1];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    return grid_put(grid, row, column, grid->columns, style, text);
}

/* The bytes of the first row; a word that is too long is broken between its letters. */
static size_t first_row(const char *text, int columns)
{
    size_t end = fitting(text, columns), line = strcspn(text, "\n");
    if (line <= end) {
        return line;
    }
    for (size_t at = text[end] == ' ' || !text[end] ? 0 : end; at > 0; at--) {
        if (text[at - 1] == ' ') {
            return at - 1;
        }
    }
    return end > 0 ? end : text_after(text, 0);
}

const char *grid_row(struct grid *grid, int row, int column, int columns, enum style style, const char *text)
{
    size_t len = first_row(text, columns);
    if (grid) {
        put_bytes(grid, row, column, style, text, len);
    }
    text += len + strspn(text + len, " ");
    return *text == '\n' ? text + 1 : text;
}

int grid_wrap(struct grid *grid, int row, int column, int columns, int rows, enum style style,
              const char *text)
{
    int used = 0;
    for (; used < rows && *text; used++) {
        const char *rest = grid_row(NULL, 0, 0, columns, style, text);
        if (grid && used == rows - 1 && *rest) {
            grid_put(grid, row + used, column, columns, style, text);
        } else if (grid) {
            grid_row(grid, row + used, column, columns, style, text);
        }
        text = rest;
    }
    return used;
}

void grid_style(struct grid *grid, int row, int column, int columns, enum style style)
{
    for (int end = column + columns; column < end && column < grid->columns; column++) {
        grid->cell[row][column].style = (unsigned char)style;
    }
}

void grid_line(struct grid *grid, int row)
{
    for (int column = 0; row >= 0 && row < grid->rows && column < grid->columns; column++) {
        put_cell(grid, row, column, STYLE_DIM, "─", 1);
    }
}

size_t grid_text(const struct grid *grid, char *out, size_t cap)
{
    size_t len = 0;
    for (int row = 0; row < grid->rows; row++) {
        size_t end = len;
        for (int column = 0; column < grid->columns; column++) {
            const char *text = grid->cell[row][column].text;
            size_t bytes = strlen(text);
            if (len + bytes + 2 > cap) {
                out[len] = '\0';
                return len;
            }
            memcpy(out + len, text, bytes);
            len += bytes;
            end = strcmp(text, " ") != 0 && bytes ? len : end;
        }
        len = end;
        out[len++] = '\n';
    }
    out[len] = '\0';
    return len;
}
