/* screen_form: name, birth date and gender of a person whose scan had none. */
#include "ui/frame.h"
#include <stdio.h>

static const enum field FIELDS[] = {
    [FORM_NAME] = FIELD_NAME, [FORM_BIRTH_DATE] = FIELD_BIRTH_DATE, [FORM_GENDER] = FIELD_GENDER};

static void draw_kept(struct frame *frame, enum field field)
{
    char text[ADDRESS_SIZE];
    field_show(field, facts_get(&frame->desk->form, field), frame->language, text);
    frame_kept(frame, field_label(field, frame->language), text);
}

static void draw_typed(struct frame *frame, enum field field)
{
    frame_typed(frame, field_label(field, frame->language));
}

static void draw_certificate(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    if (desk->step == FORM_CERTIFICATE) {
        frame_typed(frame, frame_word(frame, WORD_CERTIFICATE));
    } else {
        frame_kept(frame, frame_word(frame, WORD_CERTIFICATE), desk->certificate);
    }
}

static enum word how(const struct frame *frame)
{
    if (frame->desk->step == FORM_CERTIFICATE) {
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
    for (int step = 0; step < FORM_CERTIFICATE; step++) {
        if (step == desk->step) {
            draw_typed(frame, FIELDS[step]);
        } else {
            draw_kept(frame, FIELDS[step]);
        }
    }
    if (desk_form_last(desk) == FORM_CERTIFICATE) {
        draw_certificate(frame);
    }
    frame_skip(frame);
    const char *method = desk->step == FORM_NAME ? frame_typing(frame) : "";
    snprintf(text, sizeof text, "%s %s", frame_word(frame, how(frame)), method);
    frame_say(frame, STYLE_DIM, text);
    if (desk->step == desk_form_last(desk)) {
        frame_enter(frame, desk_form_asks(desk) ? WORD_DO_ASK_PORTAL : WORD_DO_PROVISIONAL);
    }
}
