/* blocks: modules to half blocks; what is light is a space of the style's background. */
#include "ui/blocks.h"
#include <stdbool.h>

int blocks_columns(const struct code *code)
{
    return code->side + 2 * CODE_QUIET;
}

int blocks_rows(const struct code *code)
{
    return (blocks_columns(code) + 1) / 2;
}

static bool dark(const struct code *code, int y, int x)
{
    return y >= 0 && y < code->side && x >= 0 && x < code->side && code->rows[y] >> x & 1;
}

void blocks_draw(struct grid *grid, int row, int column, int rows, const struct code *code)
{
    static const char *const BLOCKS[] = {" ", "▀", "▄", "█"};
    int above = (2 * rows - code->side) / 2;
    for (int i = 0; i < rows; i++) {
        for (int x = -CODE_QUIET; x < code->side + CODE_QUIET; x++) {
            int y = 2 * i - above;
            int block = dark(code, y, x) + 2 * dark(code, y + 1, x);
            grid_put(grid, row + i, column + CODE_QUIET + x, 1, STYLE_CODE, BLOCKS[block]);
        }
    }
}
