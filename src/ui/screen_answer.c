/* screen_answer: one difficulty, everything about it, and what became of it. */
#include "ui/complaint.h"
#include <stdio.h>

/* As the list knows it: `answered` already holds what Enter would write. */
static const struct difficulty_record *record_of(const struct desk *desk)
{
    return &desk->difficulties[desk->difficulties_row];
}

static void draw_head(struct frame *frame, const struct difficulty_record *record)
{
    char text[FRAME_TEXT], at[FRAME_MINUTE];
    snprintf(text, sizeof text, frame_word(frame, WORD_COMPLAINT), record->number);
    frame_minute(frame, record->at, at);
    frame_join(text, sizeof text, at);
    frame_say(frame, STYLE_TITLE, text);
    frame_rule(frame);
}

static void fact(struct frame *frame, enum word label, const char *text)
{
    if (*text) {
        frame_fact(frame, label, text);
    }
}

static void draw_state(struct frame *frame, const struct difficulty_record *record)
{
    char text[FRAME_TEXT];
    complaint_say(frame, record, text, sizeof text);
    frame_join(text, sizeof text,
               complaint_due(frame->desk, record) ? frame_word(frame, WORD_COMPLAINT_DUE) : "");
    frame_fact(frame, WORD_COMPLAINT_STATE, text);
    fact(frame, WORD_COMPLAINT_REPLY, record->reply);
}

static void draw_facts(struct frame *frame, const struct difficulty_record *record)
{
    char text[FRAME_TEXT];
    date_text birth;
    date_show(record->birth_date, birth);
    snprintf(text, sizeof text, "%s", record->name);
    frame_join(text, sizeof text, birth);
    fact(frame, WORD_WHO, text);
    fact(frame, WORD_COMPLAINT_NUMBER, record->number_shown);
    fact(frame, WORD_COMPLAINT_PHONE, record->phone);
    fact(frame, WORD_COMPLAINT_KIND, difficulty_text(record->kind, frame->language));
    fact(frame, WORD_COMPLAINT_TEXT, record->text);
    snprintf(text, sizeof text, "%s", record->counter);
    frame_join(text, sizeof text, record->clerk);
    fact(frame, WORD_BY, text);
    draw_state(frame, record);
}

/* What is typed and what Enter does stand below, whatever the texts above take. */
static void draw_act(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    char label[FRAME_TEXT];
    switch (desk->answering) {
    case ANSWERING_LOOK: frame_say(frame, STYLE_DIM, frame_word(frame, WORD_COMPLAINT_HOW)); break;
    case ANSWERING_MOVE:
        frame_enter(frame, desk->answered.state == DIFFICULTY_SENT ? WORD_DO_SENT : WORD_DO_REOPEN);
        break;
    case ANSWERING_REPLY:
        snprintf(label, sizeof label, "%s %s", frame_word(frame, WORD_COMPLAINT_REPLY), frame_typing(frame));
        frame_input(frame, label, 0, &desk->reply);
        frame_enter(frame, WORD_DO_ANSWERED);
        break;
    }
}

void screen_answer(struct frame *frame)
{
    enum { ACT_ROWS = 3 };
    const struct difficulty_record *record = record_of(frame->desk);
    frame_notice(frame);
    frame->bottom -= ACT_ROWS;
    draw_head(frame, record);
    draw_facts(frame, record);
    frame->bottom += ACT_ROWS;
    frame_skip(frame);
    draw_act(frame);
}
