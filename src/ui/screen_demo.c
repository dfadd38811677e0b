/* screen_demo: the demonstration cards, each under its key. */
#include "ui/frame.h"

enum { DIGITS = 9, KEYS = DIGITS + 26 };

static void draw_card(struct frame *frame, int number)
{
    const struct demo_card *card = &frame->desk->cards[number];
    int row = frame->top++;
    if (number < KEYS) {
        grid_printf(frame->grid, row, FRAME_LEFT, STYLE_KEY, "%c",
                    number < DIGITS ? '1' + number : 'a' + number - DIGITS);
    }
    grid_put(frame->grid, row, FRAME_LEFT + 2, frame->grid->columns, STYLE_PLAIN, card->title);
    if (number == frame->desk->card_row) {
        grid_put(frame->grid, row, 1, 1, STYLE_CURSOR, "▸");
        grid_style(frame->grid, row, 1, FRAME_LEFT, STYLE_CURSOR);
    }
}

void screen_demo(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    frame_notice(frame);
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_DEMO_TITLE));
    if (desk->card_count == 0) {
        frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_DEMO_NONE));
    }
    int room = frame_rows_left(frame);
    int first = desk->card_row < room ? 0 : desk->card_row - room + 1;
    for (int i = first; i < desk->card_count && frame_rows_left(frame) > 0; i++) {
        draw_card(frame, i);
    }
}
