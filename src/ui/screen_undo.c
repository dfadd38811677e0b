/* screen_undo: this counter's last act, or one chosen on the list of today, and Enter to take it back. */
#include "ui/acts.h"
#include <stdio.h>
#include <string.h>

static void draw_act(struct frame *frame, const struct act *act)
{
    char text[FRAME_TEXT];
    date_text birth;
    date_show(act->birth_date, birth);
    snprintf(text, sizeof text, "%s", act->name);
    frame_join(text, sizeof text, birth);
    frame_fact(frame, frame_word(frame, WORD_WHO), text);
    frame_fact(frame, frame_word(frame, WORD_WHEN), act->time);
    acts_what(frame, act, text, sizeof text);
    frame_fact(frame, frame_word(frame, WORD_WHAT), text);
    snprintf(text, sizeof text, "%s", act->counter);
    frame_join(text, sizeof text, act->clerk);
    frame_fact(frame, frame_word(frame, WORD_BY), text);
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
    bool chosen = frame->desk->chosen;
    frame_say(frame, STYLE_WARN, frame_word(frame, chosen ? WORD_UNDO_CHOSEN : WORD_UNDO));
    if (strcmp(act->counter, frame->desk->hospital.counter) != 0) {
        frame_say(frame, STYLE_WARN, frame_word(frame, WORD_UNDO_OTHERS));
    }
    frame_skip(frame);
    draw_act(frame, act);
    frame_skip(frame);
    frame_enter(frame, WORD_DO_UNDO);
    frame_skip(frame);
    frame_say(frame, STYLE_DIM, frame_word(frame, WORD_UNDO_HOW));
}
