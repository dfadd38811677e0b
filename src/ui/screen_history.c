/* screen_history: visits and checks of the last six months as the portal told them, newest first. */
#include "ui/review.h"
#include "ui/told.h"
#include <stdio.h>
#include <string.h>

enum { DATES = TOLD_DAYS_COLUMNS + 2, ROOMY = 80, FACILITY_NARROW = FACILITY_SIZE };

/* The columns of a visit. */
struct columns {
    int facility, disease, outcome;
};

static struct columns columns_of(const struct frame *frame)
{
    int facility = FRAME_LEFT + DATES, room = frame->right - facility;
    if (frame->grid->columns < ROOMY) {
        int disease = facility + FACILITY_NARROW;
        return (struct columns){facility, disease, disease + (frame->right - disease) / 2};
    }
    return (struct columns){facility, facility + room * 2 / 5, facility + room * 7 / 10};
}

static void put(const struct frame *frame, int column, int end, enum style style, const char *text)
{
    grid_put(frame->grid, frame->top, column, end - column - 1, style, text);
}

static bool is_own(const struct frame *frame, const char *facility)
{
    return !*facility || assess_own(&frame->desk->hospital, facility);
}

static bool is_open(const struct frame *frame, const struct visit *visit)
{
    return !visit->to[0] || strncmp(visit->to, frame->desk->status.today, DATE_SIZE - 1) > 0;
}

static bool is_today(const struct frame *frame, const char *minute)
{
    return strncmp(minute, frame->desk->status.today, DATE_SIZE - 1) == 0;
}

static void say_outcome(const struct frame *frame, const struct visit *visit, char *out, size_t cap)
{
    static const enum word states[] = {WORD_STATE_1, WORD_STATE_2, WORD_STATE_3, WORD_STATE_4, WORD_STATE_5};
    static const enum word outcomes[] = {WORD_OUTCOME_1, WORD_OUTCOME_2, WORD_OUTCOME_3, WORD_OUTCOME_4,
                                         WORD_OUTCOME_5, WORD_OUTCOME_6, WORD_OUTCOME_7};
    out[0] = '\0';
    if (is_open(frame, visit)) {
        frame_join(out, cap, frame_word(frame, WORD_HISTORY_OPEN));
        return;
    }
    if (visit->state >= '1' && visit->state <= '5') {
        frame_join(out, cap, frame_word(frame, states[visit->state - '1']));
    }
    if (visit->outcome >= '1' && visit->outcome <= '7') {
        frame_join(out, cap, frame_word(frame, outcomes[visit->outcome - '1']));
    }
}

/* A stay elsewhere that is open, or a visit elsewhere that ended today, is marked: it asks for a reason. */
static void draw_visit(const struct frame *frame, const struct visit *visit)
{
    struct columns at = columns_of(frame);
    bool open = is_open(frame, visit), own = is_own(frame, visit->facility);
    bool told = !own && (open || is_today(frame, visit->to));
    char text[FRAME_TEXT];
    told_days(frame, visit->from, visit->to, text);
    grid_put(frame->grid, frame->top, 1, 1, STYLE_WARN, told ? "!" : "");
    put(frame, FRAME_LEFT, at.facility, STYLE_PLAIN, text);
    told_facility(frame, visit->facility, text, sizeof text);
    put(frame, at.facility, at.disease, own ? STYLE_DIM : STYLE_PLAIN, text);
    put(frame, at.disease, at.outcome, STYLE_PLAIN, visit->disease);
    say_outcome(frame, visit, text, sizeof text);
    put(frame, at.outcome, frame->right + 1, told ? STYLE_WARN : STYLE_PLAIN, text);
}

static void draw_check(const struct frame *frame, const struct card_check *check)
{
    struct columns at = columns_of(frame);
    char text[FRAME_TEXT], code[FACILITY_SIZE];
    snprintf(code, sizeof code, "%.5s", check->user);
    told_minute(check->at, text);
    put(frame, FRAME_LEFT, at.facility, STYLE_PLAIN, text);
    told_facility(frame, code, text, sizeof text);
    put(frame, at.facility, at.disease, is_own(frame, code) ? STYLE_DIM : STYLE_PLAIN, text);
    snprintf(text, sizeof text, "%s %s", check->code, code_text(check->code, frame->language));
    put(frame, at.disease, frame->right + 1, STYLE_DIM, text);
}

/* The lines of the list: the visits, then a heading and the checks. */
static int lines_of(const struct history *history)
{
    return history->visit_count + (history->check_count > 0 ? 1 + history->check_count : 0);
}

static void draw_line(const struct frame *frame, int line)
{
    const struct history *history = &frame->desk->review.answer.history;
    if (line < history->visit_count) {
        draw_visit(frame, &history->visits[line]);
    } else if (line == history->visit_count) {
        put(frame, FRAME_LEFT, frame->right, STYLE_TITLE, frame_word(frame, WORD_CHECKS));
    } else {
        draw_check(frame, &history->checks[line - history->visit_count - 1]);
    }
}

static void draw_title(struct frame *frame)
{
    const struct history *history = &frame->desk->review.answer.history;
    char text[FRAME_TEXT], part[FRAME_TEXT], minute[FRAME_MINUTE];
    snprintf(text, sizeof text, "%s", frame_word(frame, WORD_HISTORY));
    if (history->known) {
        frame_minute(frame, history->at, minute);
        snprintf(part, sizeof part, frame_word(frame, WORD_PORTAL_ASKED_AT), minute);
        frame_join(text, sizeof text, part);
        snprintf(part, sizeof part, frame_word(frame, WORD_HISTORY_COUNT), history->visit_count);
        frame_join(text, sizeof text, part);
        frame_join(text, sizeof text, history->more ? frame_word(frame, WORD_HISTORY_MORE) : "");
    }
    frame_say(frame, STYLE_TITLE, text);
}

/* What can be said while no visit stands below: asked, failed and none are told apart. */
static void say_state(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    const struct inquiry *inquiry = &desk->review.inquiry;
    const struct history *history = &desk->review.answer.history;
    char text[FRAME_TEXT];
    if (!desk->hospital.history) {
        frame_say(frame, STYLE_DIM, frame_word(frame, WORD_HISTORY_OFF));
    } else if (inquiry->history_out) {
        frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_HISTORY_ASKING));
    } else if (inquiry->history_trouble != TROUBLE_NONE) {
        snprintf(text, sizeof text, frame_word(frame, WORD_HISTORY_FAILED),
                 trouble_text(inquiry->history_trouble, frame->language));
        frame_say(frame, STYLE_WARN, text);
    } else if (!history->known) {
        frame_say(frame, STYLE_DIM, frame_word(frame, WORD_HISTORY_UNKNOWN));
    } else if (history->visit_count == 0) {
        frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_HISTORY_NONE));
    }
}

void screen_history(struct frame *frame)
{
    review_person(frame);
    draw_title(frame);
    frame_rule(frame);
    frame_notice(frame);
    say_state(frame);
    told_lines(frame, lines_of(&frame->desk->review.answer.history), 0, draw_line);
}
