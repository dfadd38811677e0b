/* screen_close: chốt ngày: the day's totals, what is still open, and Enter to write them down. */
#include "ui/frame.h"
#include <stdio.h>

static void draw_count(struct frame *frame, enum word label, int count, const char *parts)
{
    enum { LABEL = 24 };
    if (frame_rows_left(frame) > 0) {
        int left = FRAME_LEFT + LABEL;
        grid_put(frame->grid, frame->top, FRAME_LEFT, LABEL - 1, STYLE_DIM, frame_word(frame, label));
        int column = grid_printf(frame->grid, frame->top, left, STYLE_TITLE, "%d", count);
        grid_put(frame->grid, frame->top++, column + 2, frame->right - column - 2, STYLE_PLAIN, parts);
    }
}

static void draw_totals(struct frame *frame, const struct day_totals *totals)
{
    char parts[FRAME_TEXT];
    snprintf(parts, sizeof parts, frame_word(frame, WORD_CLOSE_PARTS), totals->admitted, totals->provisional,
             totals->not_insured);
    draw_count(frame, WORD_CLOSE_INTAKES, totals->intakes, totals->intakes > 0 ? parts : "");
    draw_count(frame, WORD_CLOSE_CORRECTED, totals->by_filter[ACT_CORRECTED], "");
    draw_count(frame, WORD_CLOSE_UNDONE, totals->undone, "");
    draw_count(frame, WORD_CLOSE_DIFFICULTIES, totals->difficulties, "");
}

static void draw_open(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    const struct {
        enum word word;
        int count;
    } parts[] = {{WORD_CLOSE_UNCHECKED, desk->totals.by_filter[ACT_UNCHECKED]},
                 {WORD_CLOSE_PROVISIONAL, desk->totals.by_filter[ACT_PROVISIONAL]},
                 {WORD_CLOSE_COMPLAINTS, desk->status.difficulties}};
    bool any = parts[0].count + parts[1].count + parts[2].count > 0;
    frame_say(frame, STYLE_PLAIN, frame_word(frame, any ? WORD_CLOSE_OPEN : WORD_CLOSE_NOTHING_OPEN));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char text[FRAME_TEXT];
        snprintf(text, sizeof text, frame_word(frame, parts[i].word), parts[i].count);
        if (parts[i].count > 0 && frame_rows_left(frame) > 0) {
            grid_put(frame->grid, frame->top, 1, 1, STYLE_WARN, "!");
            frame_say(frame, STYLE_PLAIN, text);
        }
    }
}

static void say_closed(struct frame *frame, const struct day_totals *totals)
{
    char text[FRAME_TEXT], at[FRAME_MINUTE];
    if (totals->closed_at[0]) {
        frame_minute(frame, totals->closed_at, at);
        snprintf(text, sizeof text, frame_word(frame, WORD_DAY_CLOSED), at, totals->closed_by);
        frame_say(frame, STYLE_DIM, text);
    }
}

void screen_close(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    char text[FRAME_TEXT];
    date_text day;
    frame_notice(frame);
    date_show(desk->status.today, day);
    snprintf(text, sizeof text, frame_word(frame, WORD_CLOSE_DAY), day);
    frame_say(frame, STYLE_WARN, text);
    frame_skip(frame);
    draw_totals(frame, &desk->totals);
    frame_skip(frame);
    draw_open(frame);
    frame_skip(frame);
    say_closed(frame, &desk->totals);
    frame_enter(frame, WORD_DO_CLOSE_DAY);
    frame_say(frame, STYLE_DIM, frame_word(frame, WORD_CLOSE_HOW));
}
