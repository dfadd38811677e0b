/* screen_answer: one difficulty, everything about it, and what became of it. */
#include "core/text.h"
#include "ui/complaint.h"
#include <stdio.h>

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
        frame_fact(frame, frame_word(frame, label), text);
    }
}

static void draw_who(struct frame *frame, const struct difficulty_record *record)
{
    char text[FRAME_TEXT];
    date_text birth;
    date_show(record->birth_date, birth);
    snprintf(text, sizeof text, "%s", record->name);
    frame_join(text, sizeof text, birth);
    fact(frame, WORD_WHO, text);
    fact(frame, WORD_COMPLAINT_NUMBER, record->number_shown);
    fact(frame, WORD_COMPLAINT_PHONE, record->phone);
}

static void draw_state(struct frame *frame, const struct difficulty_record *record)
{
    char text[FRAME_TEXT];
    complaint_say(frame, record, text, sizeof text);
    frame_join(text, sizeof text,
               complaint_due(frame->desk, record) ? frame_word(frame, WORD_COMPLAINT_DUE) : "");
    fact(frame, WORD_COMPLAINT_STATE, text);
    fact(frame, WORD_COMPLAINT_REPLY, record->reply);
}

enum { VALUE = 60, VALUE_SIZE = VALUE * 4 };

static void show_value(const struct frame *frame, enum field field, const struct facts *facts,
                       char out[VALUE_SIZE])
{
    char shown[ADDRESS_SIZE];
    field_show(field, facts_get(facts, field), frame->language, shown);
    if (field == FIELD_FACILITY && shown[0]) {
        frame_facility(frame, facts_get(facts, field), shown, sizeof shown);
    }
    text_clip(out, VALUE_SIZE, shown[0] ? shown : frame_word(frame, WORD_NOTHING), VALUE);
}

/* Where card and system did not say the same. */
static void draw_values(struct frame *frame, const struct difficulty_detail *detail)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        char text[2 * VALUE_SIZE + 64], card[VALUE_SIZE], system[VALUE_SIZE];
        if (facts_get(&detail->system, field)[0]) {
            show_value(frame, field, &detail->card, card);
            show_value(frame, field, &detail->system, system);
            snprintf(text, sizeof text, frame_word(frame, WORD_COMPLAINT_VALUES), card, system);
            frame_fact(frame, field_label(field, frame->language), text);
        }
    }
}

static void draw_facts(struct frame *frame, const struct difficulty_record *record)
{
    char text[FRAME_TEXT];
    draw_who(frame, record);
    fact(frame, WORD_COMPLAINT_KIND, difficulty_text(record->kind, frame->language));
    fact(frame, WORD_COMPLAINT_TEXT, record->text);
    draw_state(frame, record);
    draw_values(frame, &frame->desk->detail);
    snprintf(text, sizeof text, "%s", record->counter);
    frame_join(text, sizeof text, record->clerk);
    fact(frame, WORD_BY, text);
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
    const struct difficulty_record *record = &frame->desk->opened;
    frame_notice(frame);
    frame->bottom -= ACT_ROWS;
    draw_head(frame, record);
    draw_facts(frame, record);
    frame->bottom += ACT_ROWS;
    frame_skip(frame);
    draw_act(frame);
}
