/* review_contact: how to reach the patient: the form below the table, and what earlier intakes brought back. */
#include "ui/review.h"
#include <stdio.h>

enum { CHOICES = 4, HOW = 2 };

static const enum word LABELS[CONTACT_STEPS] = {WORD_CONTACT_PHONE, WORD_CONTACT_ADDRESS,
                                                WORD_CONTACT_RELATIVE, WORD_CONTACT_RELATIVE_PHONE};

int review_contact_wanted(const struct desk *desk)
{
    return CONTACT_STEPS + HOW + (desk->step == CONTACT_CHOICE ? CHOICES : 0);
}

/* An empty contact address is that of the assessment data, which is shown where it is known. */
static void draw_kept(struct frame *frame, int step)
{
    const struct desk *desk = frame->desk;
    const struct contact *contact = &desk->review.contact;
    const char *values[] = {contact->phone, contact->address, contact->relative, contact->relative_phone};
    const char *system = desk_contact_system(desk);
    char text[FRAME_TEXT + ADDRESS_SIZE];
    snprintf(text, sizeof text, "%s", values[step]);
    if (step == CONTACT_ADDRESS && !*contact->address && *system) {
        snprintf(text, sizeof text, frame_word(frame, WORD_CONTACT_AS_SYSTEM), system);
    }
    frame_kept(frame, frame_word(frame, LABELS[step]), text);
}

static void draw_choice(struct frame *frame, enum contact_choice choice, enum word word, const char *address)
{
    bool chosen = desk_contact_chosen(frame->desk) == choice;
    char text[2 * FRAME_TEXT + ADDRESS_SIZE], what[FRAME_TEXT + ADDRESS_SIZE];
    snprintf(what, sizeof what, frame_word(frame, word), address);
    snprintf(text, sizeof text, "%s %s", chosen ? "●" : "○", what);
    frame_choice(frame, (char[]){(char)('1' + (int)choice), '\0'}, text);
}

static void draw_choices(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    draw_kept(frame, CONTACT_ADDRESS);
    draw_choice(frame, CONTACT_TAKE, WORD_CONTACT_TAKE, desk_contact_system(desk));
    draw_choice(frame, CONTACT_KEEP, WORD_CONTACT_KEEP, desk_contact_known(desk));
    draw_choice(frame, CONTACT_BOTH, WORD_CONTACT_BOTH, "");
    draw_choice(frame, CONTACT_OTHER, WORD_CONTACT_OTHER, "");
}

static enum word how(const struct desk *desk)
{
    switch (desk->step) {
    case CONTACT_CHOICE: return WORD_CONTACT_HOW_CHOICE;
    case CONTACT_ADDRESS: return WORD_CONTACT_HOW_ADDRESS;
    case CONTACT_RELATIVE: return WORD_CONTACT_HOW_RELATIVE;
    default: return WORD_CONTACT_HOW;
    }
}

void review_contact(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    char text[FRAME_TEXT];
    for (int step = 0; step < CONTACT_STEPS && frame_rows_left(frame) > 0; step++) {
        if (step == CONTACT_ADDRESS && desk->step == CONTACT_CHOICE) {
            draw_choices(frame);
        } else if (step == desk->step) {
            frame_typed(frame, frame_word(frame, LABELS[step]));
        } else {
            draw_kept(frame, step);
        }
    }
    bool words = desk->step == CONTACT_ADDRESS || desk->step == CONTACT_RELATIVE;
    snprintf(text, sizeof text, "%s %s", frame_word(frame, how(desk)), words ? frame_typing(frame) : "");
    frame_say(frame, STYLE_DIM, text);
}

/* The phone stands beside the name. */
static void say_known(const struct frame *frame, char *out, size_t cap)
{
    const struct patient *patient = &frame->desk->review.answer.patient;
    const struct contact *contact = &frame->desk->review.contact;
    char text[FRAME_TEXT + ADDRESS_SIZE];
    date_text day = "", shown;
    out[0] = '\0';
    if (patient->recent_count > 0) {
        snprintf(day, sizeof day, "%.10s", patient->recent[0].at);
        date_show(day, shown);
        snprintf(text, sizeof text, frame_word(frame, WORD_KNOWN_VISIT), shown, patient->visits);
        frame_join(out, cap, text);
    }
    snprintf(text, sizeof text, frame_word(frame, WORD_KNOWN_ADDRESS), contact->address);
    frame_join(out, cap, contact->address[0] ? text : "");
    snprintf(text, sizeof text, frame_word(frame, WORD_KNOWN_RELATIVE), contact->relative,
             contact->relative_phone);
    frame_join(out, cap, contact->relative[0] || contact->relative_phone[0] ? text : "");
}

int review_known_wanted(const struct frame *frame)
{
    char text[2 * (FRAME_TEXT + ADDRESS_SIZE)] = "";
    if (frame->desk->mode == MODE_REVIEW && desk_knows_patient(frame->desk)) {
        say_known(frame, text, sizeof text);
    }
    return *text ? 1 : 0;
}

void review_known(struct frame *frame)
{
    char text[2 * (FRAME_TEXT + ADDRESS_SIZE)];
    if (review_known_wanted(frame) > 0 && frame_rows_left(frame) > 0) {
        say_known(frame, text, sizeof text);
        grid_put(frame->grid, frame->top++, FRAME_LEFT, frame->right - FRAME_LEFT, STYLE_PLAIN, text);
    }
}
