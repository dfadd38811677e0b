/* blocks: a QR code drawn by half blocks, two modules a cell. */
#ifndef TIEPDON_BLOCKS_H
#define TIEPDON_BLOCKS_H
#include "core/code.h"
#include "ui/grid.h"

/* The cells of a code with its whole white margin. */
int blocks_columns(const struct code *code);
int blocks_rows(const struct code *code);

/* Draws it into `rows` rows; with fewer than blocks_rows the margin above and below shrinks. */
void blocks_draw(struct grid *grid, int row, int column, int rows, const struct code *code);

#endif
