/* screen_copayment: what the patient has paid together this year, and what that means. */
#include "core/copayment.h"
#include "core/text.h"
#include "ui/review.h"
#include "ui/told.h"
#include <stdio.h>
#include <string.h>

enum { DATES = TOLD_DAYS_COLUMNS, MONEY = 14, SAID = 4 /* rows below the list */ };

struct columns {
    int facility, paid, total;
};

static struct columns columns_of(const struct frame *frame)
{
    int total = frame->right - MONEY;
    return (struct columns){FRAME_LEFT + DATES + 1, total - MONEY, total};
}

static void put_right(const struct frame *frame, int column, enum style style, const char *text)
{
    int columns = text_columns(text);
    grid_put(frame->grid, frame->top, column + MONEY - columns, columns, style, text);
}

static void put_money(const struct frame *frame, int column, long long amount)
{
    char money[MONEY_SIZE];
    if (amount < 0) {
        put_right(frame, column, STYLE_DIM, frame_word(frame, WORD_NOTHING));
        return;
    }
    money_show(amount, money);
    put_right(frame, column, STYLE_PLAIN, money);
}

static void draw_heading(struct frame *frame)
{
    struct columns at = columns_of(frame);
    grid_put(frame->grid, frame->top, FRAME_LEFT, DATES, STYLE_DIM, frame_word(frame, WORD_COPAYMENT_VISIT));
    grid_put(frame->grid, frame->top, at.facility, at.paid - at.facility, STYLE_DIM,
             frame_word(frame, WORD_COPAYMENT_FACILITY));
    put_right(frame, at.paid, STYLE_DIM, frame_word(frame, WORD_COPAYMENT_PAID));
    put_right(frame, at.total, STYLE_DIM, frame_word(frame, WORD_COPAYMENT_TOTAL));
    frame->top++;
}

static void draw_payment(const struct frame *frame, int line)
{
    const struct payment *payment = &frame->desk->review.inquiry.copayment.payments[line];
    struct columns at = columns_of(frame);
    char text[FRAME_TEXT];
    told_days(frame, payment->from, payment->to, text);
    grid_put(frame->grid, frame->top, FRAME_LEFT, DATES, STYLE_PLAIN, text);
    told_facility(frame, payment->facility, text, sizeof text);
    grid_put(frame->grid, frame->top, at.facility, at.paid - at.facility, STYLE_PLAIN, text);
    put_money(frame, at.paid, payment->paid);
    put_money(frame, at.total, payment->total);
}

static void draw_title(struct frame *frame)
{
    const struct inquiry *inquiry = &frame->desk->review.inquiry;
    char text[FRAME_TEXT], part[FRAME_TEXT], minute[FRAME_MINUTE];
    snprintf(text, sizeof text, "%s", frame_word(frame, WORD_COPAYMENT));
    if (inquiry->copayment_known && inquiry->copayment.trouble == TROUBLE_NONE) {
        minute_text at;
        minute_of_time(inquiry->copayment.at, at);
        frame_minute(frame, at, minute);
        snprintf(part, sizeof part, frame_word(frame, WORD_PORTAL_ASKED_AT), minute);
        frame_join(text, sizeof text, part);
    }
    frame_say(frame, STYLE_TITLE, text);
}

/* What can be said while no amounts are there: asked, failed and none are told apart. */
static void say_state(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    const struct inquiry *inquiry = &desk->review.inquiry;
    char text[FRAME_TEXT];
    if (!desk->hospital.copayment) {
        frame_say(frame, STYLE_DIM, frame_word(frame, WORD_COPAYMENT_OFF));
    } else if (inquiry->copayment_out) {
        frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_HISTORY_ASKING));
    } else if (!inquiry->copayment_known) {
        frame_say(frame, STYLE_DIM, frame_word(frame, WORD_COPAYMENT_UNKNOWN));
    } else if (inquiry->copayment.trouble != TROUBLE_NONE) {
        snprintf(text, sizeof text, frame_word(frame, WORD_COPAYMENT_FAILED),
                 trouble_text(inquiry->copayment.trouble, frame->language));
        frame_say(frame, STYLE_WARN, text);
    }
}

static void say_meaning(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    struct copayment known;
    char text[COPAYMENT_TEXT];
    copayment_read(&desk->review.inquiry.copayment, desk->hospital.scheme,
                   desk_held(&desk->review, FIELD_FIVE_YEAR_DATE), desk->status.today, &known);
    copayment_text(&known, frame->language, text);
    frame_say(frame, known.state == COPAYMENT_FREE ? STYLE_GOOD : STYLE_PLAIN, text);
}

void screen_copayment(struct frame *frame)
{
    const struct inquiry *inquiry = &frame->desk->review.inquiry;
    bool told = inquiry->copayment_known && inquiry->copayment.trouble == TROUBLE_NONE;
    review_person(frame);
    draw_title(frame);
    frame_rule(frame);
    frame_notice(frame);
    say_state(frame);
    if (told && inquiry->copayment.payment_count > 0) {
        draw_heading(frame);
        told_lines(frame, inquiry->copayment.payment_count, SAID, draw_payment);
    }
    frame_skip(frame);
    if (told) {
        say_meaning(frame);
    } else {
        frame_say(frame, STYLE_DIM, frame_word(frame, WORD_COPAYMENT_HOW));
    }
}
