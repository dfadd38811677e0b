/* screen_today: today's intakes, newest first. */
#include "ui/acts.h"
#include <stdio.h>

static void draw_totals(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    char text[FRAME_TEXT], count[64];
    snprintf(text, sizeof text, frame_word(frame, WORD_TODAY), desk->list_total);
    if (desk->status.unchecked > 0) {
        snprintf(count, sizeof count, frame_word(frame, WORD_TODAY_UNCHECKED), desk->status.unchecked);
        frame_join(text, sizeof text, count);
    }
    if (desk->list_total > 0) {
        snprintf(count, sizeof count, "%d/%d", desk->list_top + desk->list_row + 1, desk->list_total);
        frame_join(text, sizeof text, count);
    }
    frame_say(frame, STYLE_TITLE, text);
}

void screen_today(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    frame_notice(frame);
    draw_totals(frame);
    frame_rule(frame);
    if (desk->list_count == 0) {
        frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_TODAY_NONE));
    }
    int room = frame_rows_left(frame);
    int first = desk->list_row < room ? 0 : desk->list_row - room + 1;
    for (int i = first; i < desk->list_count && frame_rows_left(frame) > 0; i++) {
        acts_draw(frame, frame->top, &desk->list[i], true);
        if (i == desk->list_row) {
            grid_put(frame->grid, frame->top, 1, 1, STYLE_CURSOR, "▸");
            grid_style(frame->grid, frame->top, 1, ACTS_TIME, STYLE_CURSOR);
        }
        frame->top++;
    }
}
