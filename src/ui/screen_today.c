/* screen_today: today's intakes, newest first: totals, filters with their counts, and the list. */
#include "core/text.h"
#include "ui/acts.h"
#include <stdio.h>

enum { FILTER_GAP = 2 };

static void draw_totals(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    const struct day_totals *totals = &desk->totals;
    const struct {
        enum word word;
        int count;
    } parts[] = {{WORD_TODAY_NOT_INSURED, totals->not_insured}, {WORD_TODAY_UNDONE, totals->undone}};
    char text[FRAME_TEXT], count[64];
    snprintf(text, sizeof text, frame_word(frame, WORD_TODAY), totals->intakes);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        snprintf(count, sizeof count, frame_word(frame, parts[i].word), parts[i].count);
        frame_join(text, sizeof text, parts[i].count > 0 ? count : "");
    }
    frame_join_place(text, sizeof text, desk->list_top + desk->list_row, desk->list_total);
    frame_say(frame, STYLE_TITLE, text);
}

/* The chosen one has a mark; what finds no room goes on in the next row. */
static void draw_filters(struct frame *frame)
{
    static const enum word words[ACT_FILTER_COUNT] = {WORD_FILTER_ALL, WORD_FILTER_UNCHECKED,
                                                      WORD_FILTER_CORRECTED, WORD_FILTER_PROVISIONAL,
                                                      WORD_FILTER_DIFFICULTY};
    int column = FRAME_LEFT - 1;
    for (int i = 0; i < ACT_FILTER_COUNT; i++) {
        bool chosen = frame->desk->filter == (enum act_filter)i;
        char text[FRAME_TEXT];
        snprintf(text, sizeof text, "%s%d %s %d", chosen ? "▸" : " ", i + 1, frame_word(frame, words[i]),
                 frame->desk->totals.by_filter[i]);
        if (column + text_columns(text) > frame->right) {
            frame->top++;
            column = FRAME_LEFT - 1;
        }
        column = grid_put(frame->grid, frame->top, column, FRAME_TEXT, chosen ? STYLE_KEY : STYLE_DIM, text) +
                 FILTER_GAP;
    }
    frame->top++;
}

static void say_closed(struct frame *frame)
{
    const struct day_totals *totals = &frame->desk->totals;
    if (totals->closed_at[0]) {
        char text[FRAME_TEXT], at[FRAME_MINUTE];
        frame_minute(frame, totals->closed_at, at);
        snprintf(text, sizeof text, frame_word(frame, WORD_DAY_CLOSED), at, totals->closed_by);
        frame_say(frame, STYLE_DIM, text);
    }
}

static void draw_list(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    int first = frame_first(desk->list_row, frame_rows_left(frame));
    for (int i = first; i < desk->list_count && frame_rows_left(frame) > 0; i++) {
        acts_draw(frame, frame->top, &desk->list[i], true);
        if (i == desk->list_row) {
            grid_put(frame->grid, frame->top, 1, 1, STYLE_CURSOR, "▸");
            grid_style(frame->grid, frame->top, 1, ACTS_TIME, STYLE_CURSOR);
        }
        frame->top++;
    }
}

void screen_today(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    frame_notice(frame);
    draw_totals(frame);
    draw_filters(frame);
    say_closed(frame);
    frame_rule(frame);
    if (desk->list_count == 0) {
        bool all = desk->filter == ACT_ALL;
        frame_say(frame, STYLE_PLAIN, frame_word(frame, all ? WORD_TODAY_NONE : WORD_TODAY_NONE_SUCH));
    }
    draw_list(frame);
}
