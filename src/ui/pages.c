/* pages: text in pages. */
#include "ui/pages.h"

enum { ENDLESS = 10000 };

static void draw_page(struct frame *frame, const char *text, int skip, int rows)
{
    int columns = frame->grid->columns - FRAME_LEFT - 1;
    for (int row = 0; row < skip + rows && *text; row++) {
        struct grid *grid = row < skip ? NULL : frame->grid;
        text = grid_row(grid, frame->top + row - skip, FRAME_LEFT, columns, STYLE_PLAIN, text);
    }
    frame->top += rows;
}

void pages_draw(struct frame *frame, const char *text)
{
    int room = frame_rows_left(frame);
    int rows = grid_wrap(NULL, 0, 0, frame->grid->columns - FRAME_LEFT - 1, ENDLESS, STYLE_PLAIN, text);
    if (room < 2 || rows <= room) {
        draw_page(frame, text, 0, room);
        return;
    }
    int pages = (rows + room - 2) / (room - 1), page = frame->desk->page % pages;
    draw_page(frame, text, page * (room - 1), room - 1);
    grid_printf(frame->grid, frame->top++, FRAME_LEFT, STYLE_KEY, frame_word(frame, WORD_PAGE), page + 1,
                pages);
}
