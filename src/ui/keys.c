/* keys: the bottom rows: the keys that work now, in the order of their weight, and who waits. */
#include "core/text.h"
#include "ui/frame.h"
#include <stdio.h>
#include <string.h>

enum { KEY_ROWS = 2, KEY_GAP = 2 };

static int hint_columns(const struct hint *hint)
{
    return text_columns(hint->key) + 1 + text_columns(hint->text) + KEY_GAP;
}

/* The way out and the list of what found no room always have room themselves. */
static bool is_kept(const struct hint *hint)
{
    return strcmp(hint->key, "F1") == 0 || strcmp(hint->key, "Esc") == 0;
}

/* The columns of the hints from one on, of all or of those kept. */
static int columns_from(const struct hint *hints, int from, int count, bool kept)
{
    int columns = 0;
    for (int i = from; i < count; i++) {
        columns += !kept || is_kept(&hints[i]) ? hint_columns(&hints[i]) : 0;
    }
    return columns;
}

static bool is_function(const struct hint *hint)
{
    return hint->key[0] == 'F' && hint->key[1] >= '1' && hint->key[1] <= '9';
}

/* Where one row does not do, the function keys have theirs: what is above may
 * come and go without moving them. */
static int second_row(const struct hint *hints, int count, int right)
{
    int first = 0;
    while (first < count && !is_function(&hints[first])) {
        first++;
    }
    bool fits = columns_from(hints, first, count, false) < right;
    return fits && columns_from(hints, 0, count, false) >= right ? first : count;
}

static int draw_hint(const struct frame *frame, int row, int column, const struct hint *hint)
{
    column = grid_put(frame->grid, row, column, FRAME_TEXT, STYLE_KEY, hint->key);
    return grid_put(frame->grid, row, column + 1, FRAME_TEXT, STYLE_PLAIN, hint->text) + KEY_GAP;
}

/* Draws from row `row` on and returns the rows used; with `draw` false it only counts. */
static int lay_out(const struct frame *frame, int row, bool draw)
{
    struct hint hints[DESK_HINTS];
    int count = desk_hints(frame->desk, hints), right = frame->grid->columns + KEY_GAP - 1;
    int column = 1, used = 1, second = second_row(hints, count, right);
    for (int i = 0; i < count; i++) {
        int columns = hint_columns(&hints[i]), kept = columns_from(hints, i + 1, count, true);
        if ((column + columns > right || i == second) && used < KEY_ROWS) {
            used++;
            column = 1;
        }
        if (column + columns + (used == KEY_ROWS && !is_kept(&hints[i]) ? kept : 0) > right) {
            continue;
        }
        if (draw) {
            draw_hint(frame, row + used - 1, column, &hints[i]);
        }
        column += columns;
    }
    return used;
}

static void draw_queue(const struct frame *frame, int row)
{
    const struct desk *desk = frame->desk;
    if (desk->queue_count == 0 || desk_hidden(desk)) {
        return;
    }
    int right = frame->grid->columns - 1;
    int column = grid_printf(frame->grid, row, 2, STYLE_BANNER, " %s %d: ", frame_word(frame, WORD_QUEUE),
                             desk->queue_count);
    for (int i = 0; i < desk->queue_count; i++) {
        int share = (right - column) / (desk->queue_count - i) - 3;
        column = grid_put(frame->grid, row, column, share, STYLE_TITLE, desk->queue_names[i]);
        column = grid_put(frame->grid, row, column, 3, STYLE_DIM, i + 1 < desk->queue_count ? " · " : " ");
    }
}

void frame_keys(struct frame *frame)
{
    int rows = lay_out(frame, 0, false);
    int first = frame->grid->rows - rows;
    lay_out(frame, first, true);
    grid_line(frame->grid, first - 1);
    draw_queue(frame, first - 1);
    frame->bottom = first - 1;
}
