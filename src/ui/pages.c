/* pages: text in pages. */
#include "ui/pages.h"

enum { ENDLESS = 10000 };

static int columns_of(const struct frame *frame)
{
    return frame->grid->columns - FRAME_LEFT - 1;
}

static void draw_page(struct frame *frame, const char *text, int skip, int rows)
{
    for (int row = 0; row < skip + rows && *text; row++) {
        struct grid *grid = row < skip ? NULL : frame->grid;
        text = grid_row(grid, frame->top + row - skip, FRAME_LEFT, columns_of(frame), STYLE_PLAIN, text);
    }
    frame->top += rows;
}

int pages_count(const struct frame *frame, const char *text, bool alone)
{
    int room = frame_rows_left(frame);
    int rows = grid_wrap(NULL, 0, 0, columns_of(frame), ENDLESS, STYLE_PLAIN, text);
    return room < 2 || (alone && rows <= room) ? 1 : (rows + room - 2) / (room - 1);
}

void pages_draw_one(struct frame *frame, const char *text, int page)
{
    draw_page(frame, text, page * (frame_rows_left(frame) - 1), frame_rows_left(frame) - 1);
}

void pages_number(struct frame *frame, int page, int pages)
{
    grid_printf(frame->grid, frame->bottom - 1, FRAME_LEFT, STYLE_KEY, frame_word(frame, WORD_PAGE), page + 1,
                pages);
    frame->top = frame->bottom;
}

void pages_draw(struct frame *frame, const char *text)
{
    int pages = pages_count(frame, text, true), page = frame->desk->page % pages;
    if (pages == 1) {
        draw_page(frame, text, 0, frame_rows_left(frame));
        return;
    }
    pages_draw_one(frame, text, page);
    pages_number(frame, page, pages);
}
