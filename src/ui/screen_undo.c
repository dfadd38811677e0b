/* screen_undo: this counter's last act, and Enter to take it back. */
#include "ui/acts.h"
#include <stdio.h>

enum { LABEL = 14 };

static void draw_fact(struct frame *frame, enum word label, const char *text)
{
    if (frame_rows_left(frame) > 0) {
        grid_put(frame->grid, frame->top, FRAME_LEFT, LABEL, STYLE_DIM, frame_word(frame, label));
        grid_put(frame->grid, frame->top++, FRAME_LEFT + LABEL, frame->grid->columns - FRAME_LEFT - LABEL - 1,
                 STYLE_TITLE, text);
    }
}

static void draw_act(struct frame *frame, const struct act *act)
{
    char text[FRAME_TEXT];
    date_text birth;
    date_show(act->birth_date, birth);
    snprintf(text, sizeof text, "%s", act->name);
    frame_join(text, sizeof text, birth);
    draw_fact(frame, WORD_WHO, text);
    draw_fact(frame, WORD_WHEN, act->time);
    acts_what(frame, act, text, sizeof text);
    draw_fact(frame, WORD_WHAT, text);
    snprintf(text, sizeof text, "%s", act->counter);
    frame_join(text, sizeof text, act->clerk);
    draw_fact(frame, WORD_BY, text);
}

void screen_undo(struct frame *frame)
{
    const struct act *act = &frame->desk->last;
    frame_notice(frame);
    frame_skip(frame);
    if (!act->id[0]) {
        frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_UNDO_NONE));
        return;
    }
    frame_say(frame, STYLE_WARN, frame_word(frame, WORD_UNDO));
    frame_skip(frame);
    draw_act(frame, act);
    frame_skip(frame);
    frame_enter(frame, WORD_DO_UNDO);
    frame_skip(frame);
    frame_say(frame, STYLE_DIM, frame_word(frame, WORD_UNDO_HOW));
}
