/* screen_form: name, birth date and gender of a person whose scan had none. */
#include "ui/frame.h"
#include <stdio.h>

static const enum field FIELDS[] = {FIELD_NAME, FIELD_BIRTH_DATE, FIELD_GENDER};
enum { FIELD_STEPS = sizeof FIELDS / sizeof FIELDS[0], LABEL = 14 };

static void draw_value(struct frame *frame, const char *label, const char *text)
{
    grid_put(frame->grid, frame->top, FRAME_LEFT, LABEL, STYLE_PLAIN, label);
    grid_put(frame->grid, frame->top++, FRAME_LEFT + LABEL, frame->grid->columns - FRAME_LEFT - LABEL - 1,
             STYLE_TITLE, *text ? text : frame_word(frame, WORD_NOTHING));
}

static void draw_kept(struct frame *frame, enum field field)
{
    char text[ADDRESS_SIZE];
    field_show(field, facts_get(&frame->desk->form, field), frame->language, text);
    draw_value(frame, field_label(field, frame->language), text);
}

static void draw_line(struct frame *frame, const char *label)
{
    grid_put(frame->grid, frame->top, 1, 1, STYLE_KEY, "▸");
    frame_input(frame, label, LABEL - 2, &frame->desk->line);
}

static void draw_typed(struct frame *frame, enum field field)
{
    draw_line(frame, field_label(field, frame->language));
}

static void draw_certificate(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    if (desk->step == FIELD_STEPS) {
        draw_line(frame, frame_word(frame, WORD_CERTIFICATE));
    } else {
        draw_value(frame, frame_word(frame, WORD_CERTIFICATE), desk->certificate);
    }
}

static enum word how(const struct frame *frame)
{
    if (frame->desk->step == FIELD_STEPS) {
        return WORD_FORM_HOW_CERTIFICATE;
    }
    switch (FIELDS[frame->desk->step]) {
    case FIELD_BIRTH_DATE: return WORD_FORM_HOW_DATE;
    case FIELD_GENDER: return WORD_EDIT_HOW_GENDER;
    default: return WORD_FORM_HOW_NAME;
    }
}

void screen_form(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    const struct facts *card = &desk->review.card.facts;
    const char *number = *card->number ? card->number : card->cccd;
    char text[FRAME_TEXT];
    frame_notice(frame);
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_FORM));
    if (*number) {
        char shown[NUMBER_SIZE + 3];
        number_show(number, shown);
        snprintf(text, sizeof text, "%s: %s", field_label(FIELD_NUMBER, frame->language), shown);
        frame_say(frame, STYLE_PLAIN, text);
    }
    frame_rule(frame);
    for (int step = 0; step < FIELD_STEPS; step++) {
        if (step == desk->step) {
            draw_typed(frame, FIELDS[step]);
        } else {
            draw_kept(frame, FIELDS[step]);
        }
    }
    if (desk_form_last(desk) == FIELD_STEPS) {
        draw_certificate(frame);
    }
    frame_skip(frame);
    const char *method = desk->step == 0 ? frame_typing(frame) : "";
    snprintf(text, sizeof text, "%s %s", frame_word(frame, how(frame)), method);
    frame_say(frame, STYLE_DIM, text);
    if (desk->step == desk_form_last(desk)) {
        frame_enter(frame, WORD_DO_PROVISIONAL);
    }
}
