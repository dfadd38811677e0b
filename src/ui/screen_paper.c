/* screen_paper: number and days of the paper a case needs, the line being typed among those that are kept. */
#include "ui/entitled.h"
#include "ui/review.h"
#include <stdio.h>

void entitled_paper(const struct frame *frame, const struct paper *paper, char *out, size_t cap)
{
    const struct {
        enum word word;
        const char *value;
        bool day;
    } parts[] = {{WORD_PAPER_NUMBER, paper->number, false},
                 {WORD_PAPER_FROM, paper->from, true},
                 {WORD_PAPER_TO, paper->to, true}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char text[FRAME_TEXT];
        date_text day;
        if (parts[i].value[0]) {
            date_show(parts[i].day ? parts[i].value : "", day);
            snprintf(text, sizeof text, frame_word(frame, parts[i].word),
                     parts[i].day ? day : parts[i].value);
            frame_join(out, cap, text);
        }
    }
}

static const char *value_of(const struct paper *paper, int step, date_text day)
{
    if (step == PAPER_STEP_NUMBER) {
        return paper->number;
    }
    date_show(step == PAPER_STEP_FROM ? paper->from : paper->to, day);
    return day;
}

static void draw_step(struct frame *frame, int step)
{
    static const enum word labels[PAPER_STEPS] = {WORD_PAPER_STEP_NUMBER, WORD_PAPER_STEP_FROM,
                                                  WORD_PAPER_STEP_TO};
    const struct desk *desk = frame->desk;
    const char *label = frame_word(frame, labels[step]);
    date_text day;
    if (step == desk->step) {
        frame_typed(frame, label);
    } else {
        frame_kept(frame, label, value_of(&desk->pending.paper, step, day));
    }
}

static enum word how(const struct desk *desk)
{
    if (desk->step == PAPER_STEP_NUMBER) {
        return WORD_PAPER_HOW_NUMBER;
    }
    return desk_paper_asks(desk, desk->step) == PAPER_MUST ? WORD_PAPER_HOW_DAY : WORD_PAPER_HOW_TO;
}

/* Advice about days that have passed; it refuses nothing. */
static void draw_note(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    const struct scheme_paper *asked = desk_paper(desk);
    enum paper_state state = paper_judge(asked, &desk->pending.paper, desk->status.today);
    const char *note = asked->note[frame->language];
    if (state == PAPER_ENDED) {
        frame_say(frame, STYLE_WARN, frame_word(frame, WORD_PAPER_ENDED));
    } else if (state == PAPER_AGED && *note) {
        frame_say(frame, STYLE_WARN, note);
    }
}

void screen_paper(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    char text[FRAME_TEXT];
    frame_notice(frame);
    review_person(frame);
    snprintf(text, sizeof text, "%s %s: %s", frame_word(frame, WORD_ENTITLED), desk->pending.code,
             desk_paper(desk)->text[frame->language]);
    frame_say(frame, STYLE_TITLE, text);
    frame_rule(frame);
    for (int step = 0; step < PAPER_STEPS; step++) {
        if (desk_paper_asks(desk, step) != PAPER_NOT) {
            draw_step(frame, step);
        }
    }
    frame_skip(frame);
    frame_say(frame, STYLE_DIM, frame_word(frame, how(desk)));
    draw_note(frame);
}
