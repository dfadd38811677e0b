/* screen_waiting: nobody is open: what to do, whether the machine is ready, who came last. */
#include "ui/acts.h"
#include <stdio.h>

static void say_state(struct frame *frame, enum style style, const char *mark, const char *text)
{
    if (frame_rows_left(frame) > 0) {
        grid_put(frame->grid, frame->top, 1, 1, style, mark);
        frame_say(frame, STYLE_PLAIN, text);
    }
}

static void say_hindrance(struct frame *frame, enum fault otherwise)
{
    const struct status *status = &frame->desk->status;
    char sentence[FAULT_SENTENCE_SIZE];
    fault_sentence(status->scanner_fault ? status->scanner_fault : otherwise, status->scanner_culprit,
                   frame->language, sentence);
    say_state(frame, STYLE_WARN, "!", sentence);
}

static void say_scanner(struct frame *frame)
{
    const struct status *status = &frame->desk->status;
    if (status->scanner == SCANNER_READY) {
        say_state(frame, STYLE_GOOD, "●", frame_word(frame, WORD_SCANNER_READY_LONG));
    } else if (status->scanner == SCANNER_NONE && !status->scanner_fault) {
        say_state(frame, STYLE_DIM, "○", frame_word(frame, WORD_SCANNER_NONE_LONG));
    } else {
        say_hindrance(frame, status->scanner == SCANNER_BUSY ? FAULT_DEVICE_BUSY : FAULT_DEVICE_DENIED);
    }
}

static void say_register(struct frame *frame)
{
    const struct status *status = &frame->desk->status;
    if (status->register_fault != FAULT_NONE) {
        say_state(frame, STYLE_WARN, "!", fault_text(status->register_fault, frame->language));
        return;
    }
    if (status->register_age < 0) {
        say_state(frame, STYLE_WARN, "!", frame_word(frame, WORD_REGISTER_NONE_LONG));
        return;
    }
    bool old = status->register_age > frame->desk->hospital.register_max_age;
    char text[FRAME_TEXT];
    date_text day;
    date_show(status->register_as_of, day);
    snprintf(text, sizeof text, frame_word(frame, old ? WORD_REGISTER_OLD_LONG : WORD_REGISTER_GOOD_LONG),
             day);
    say_state(frame, old ? STYLE_WARN : STYLE_GOOD, old ? "!" : "●", text);
}

static void say_journal(struct frame *frame)
{
    enum fault fault = frame->desk->status.journal_fault;
    if (fault != FAULT_NONE) {
        say_state(frame, STYLE_STOP, "✗", fault_text(fault, frame->language));
    }
}

static void say_unchecked(struct frame *frame)
{
    char text[FRAME_TEXT];
    const struct status *status = &frame->desk->status;
    if (status->differing > 0) {
        snprintf(text, sizeof text, frame_word(frame, WORD_LATE_LONG), status->unchecked, status->differing);
        say_state(frame, STYLE_WARN, "!", text);
    } else if (status->unchecked > 0) {
        snprintf(text, sizeof text, frame_word(frame, WORD_UNCHECKED_LONG), status->unchecked);
        say_state(frame, STYLE_WARN, "!", text);
    }
}

static void say_difficulties(struct frame *frame)
{
    char text[FRAME_TEXT];
    const struct status *status = &frame->desk->status;
    bool due = status->difficulties_due > 0;
    if (status->difficulties > 0) {
        snprintf(text, sizeof text, frame_word(frame, due ? WORD_COMPLAINTS_DUE_LONG : WORD_COMPLAINTS_LONG),
                 status->difficulties, status->difficulties_due);
        say_state(frame, due ? STYLE_WARN : STYLE_DIM, due ? "!" : "·", text);
    }
}

static void say_missing(struct frame *frame)
{
    char text[FRAME_TEXT];
    if (frame->desk->status.missing_cccd > 0) {
        snprintf(text, sizeof text, frame_word(frame, WORD_MISSING_CCCD), frame->desk->status.missing_cccd);
        say_state(frame, STYLE_DIM, "·", text);
    }
}

static void say_backup(struct frame *frame)
{
    if (frame->desk->status.backup_old) {
        say_state(frame, STYLE_WARN, "!", fault_text(FAULT_BACKUP_OLD, frame->language));
    }
}

static void draw_latest(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    if (frame_rows_left(frame) < 2) {
        return;
    }
    int column =
        grid_printf(frame->grid, frame->top, FRAME_LEFT, STYLE_TITLE, "%s", frame_word(frame, WORD_LATEST));
    if (desk->latest_total > 0) {
        char count[64];
        snprintf(count, sizeof count, frame_word(frame, WORD_TODAY_COUNT), desk->latest_total);
        grid_printf(frame->grid, frame->top, column + 1, STYLE_DIM, "(%s)", count);
    }
    frame->top++;
    if (desk->latest_count == 0 && desk->status.journal_fault == FAULT_NONE) {
        frame_say(frame, STYLE_DIM, frame_word(frame, WORD_NOBODY_YET));
    }
    for (int i = 0; i < desk->latest_count && frame_rows_left(frame) > 0; i++) {
        acts_draw(frame, frame->top++, &desk->latest[i], false);
    }
}

void screen_waiting(struct frame *frame)
{
    frame_notice(frame);
    frame_skip(frame);
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_SCAN_NOW));
    frame_say(frame, STYLE_DIM, frame_word(frame, WORD_SCAN_WHICH));
    if (frame->desk->hospital.demo) {
        frame_say(frame, STYLE_KEY, frame_word(frame, WORD_DEMO_CARDS));
    }
    frame_skip(frame);
    say_scanner(frame);
    say_register(frame);
    say_journal(frame);
    say_backup(frame);
    say_unchecked(frame);
    say_missing(frame);
    say_difficulties(frame);
    frame_rule(frame);
    draw_latest(frame);
}
