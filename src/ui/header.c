/* header: the first two rows: where we are, whether scanner, register and portal answer, what time it is. */
#include "core/text.h"
#include "ui/frame.h"
#include <stdio.h>
#include <string.h>

enum { STATES = 3, NARROW = 80, MONTH_AND_DAY = 5, LEAST_PLACE = 20 /* for the clock and where we are */ };

struct state {
    enum style style;
    char text[96];
};

static void set(struct state *state, enum style style, const char *mark, const char *text)
{
    state->style = style;
    snprintf(state->text, sizeof state->text, "%s %s", mark, text);
}

static void scanner_state(const struct frame *frame, struct state *ret)
{
    switch (frame->desk->status.scanner) {
    case SCANNER_NONE: set(ret, STYLE_DIM, "○", frame_word(frame, WORD_SCANNER)); break;
    case SCANNER_READY: set(ret, STYLE_GOOD, "●", frame_word(frame, WORD_SCANNER)); break;
    case SCANNER_BUSY: set(ret, STYLE_WARN, "!", frame_word(frame, WORD_SCANNER_BUSY)); break;
    case SCANNER_DENIED: set(ret, STYLE_WARN, "!", frame_word(frame, WORD_SCANNER_DENIED)); break;
    }
}

static void register_state(const struct frame *frame, struct state *ret)
{
    const struct status *status = &frame->desk->status;
    if (status->register_fault != FAULT_NONE) {
        set(ret, STYLE_WARN, "!", frame_word(frame, WORD_REGISTER_BROKEN));
        return;
    }
    if (status->register_age < 0) {
        set(ret, STYLE_WARN, "!", frame_word(frame, WORD_REGISTER_NONE));
        return;
    }
    bool old = status->register_age > frame->desk->hospital.register_max_age;
    date_text day;
    date_show(status->register_as_of, day);
    char text[64];
    snprintf(text, sizeof text, "%s %.*s%s%s", frame_word(frame, WORD_REGISTER),
             old ? DATE_SIZE : MONTH_AND_DAY, day, old ? " " : "",
             old ? frame_word(frame, WORD_REGISTER_OLD) : "");
    set(ret, old ? STYLE_WARN : STYLE_GOOD, old ? "!" : "●", text);
}

/* What kept the portal from answering, in a word or two; never of the patient. */
static enum word trouble_word(enum trouble trouble)
{
    switch (trouble) {
    case TROUBLE_PASSWORD: return WORD_PORTAL_PASSWORD;
    case TROUBLE_QUOTA: return WORD_PORTAL_QUOTA;
    case TROUBLE_JOURNAL: return WORD_PORTAL_JOURNAL;
    case TROUBLE_PAUSED: return WORD_PORTAL_PAUSED;
    case TROUBLE_RESOLVE: return WORD_PORTAL_RESOLVE;
    case TROUBLE_CONNECT: return WORD_PORTAL_CONNECT;
    case TROUBLE_TLS: return WORD_PORTAL_TLS;
    case TROUBLE_TIMEOUT: return WORD_PORTAL_TIMEOUT;
    case TROUBLE_SERVER: return WORD_PORTAL_SERVER;
    case TROUBLE_ACCOUNT: return WORD_PORTAL_ACCOUNT;
    case TROUBLE_REQUEST: return WORD_PORTAL_REQUEST;
    case TROUBLE_SETUP: return WORD_PORTAL_SETUP;
    default: return WORD_PORTAL_ANSWER;
    }
}

static bool asking(const struct desk *desk)
{
    const struct inquiry *inquiry = &desk->review.inquiry;
    return desk->open && (inquiry->state == INQUIRY_OUT || inquiry->history_out || inquiry->copayment_out);
}

/* `brief` leaves out what hinders: where the line has no room for it the mark alone has to do. */
static void portal_state(const struct frame *frame, bool brief, struct state *ret)
{
    const struct status *status = &frame->desk->status;
    const char *portal = frame_word(frame, WORD_PORTAL);
    char text[64];
    snprintf(text, sizeof text, "%s %s", portal, frame_word(frame, trouble_word(status->portal_trouble)));
    if (!status->portal) {
        set(ret, STYLE_DIM, "○", portal);
    } else if (asking(frame->desk)) {
        set(ret, STYLE_PLAIN, "…", portal);
    } else if (status->portal_trouble != TROUBLE_NONE) {
        set(ret, STYLE_WARN, "!", brief ? portal : text);
    } else {
        set(ret, status->portal_heard ? STYLE_GOOD : STYLE_DIM, status->portal_heard ? "●" : "○", portal);
    }
}

/* Whoever signed in is called by the given name, the last word of a Vietnamese name: the line is short. */
static const char *clerk_name(const struct desk *desk)
{
    const char *name = desk->hospital.clerk, *last = strrchr(name, ' ');
    return desk->sign.needed && last ? last + 1 : name;
}

/* Who and where, as much as there is room for. */
static void draw_place(const struct frame *frame, int columns)
{
    const struct hospital *hospital = &frame->desk->hospital;
    char place[FACILITY_SIZE + PLACE_SIZE], text[FRAME_TEXT];
    snprintf(place, sizeof place, "%s%s%s", hospital->facility, hospital->facility_name[0] ? " " : "",
             hospital->facility_name);
    const char *parts[] = {frame->grid->columns < NARROW ? "" : frame_word(frame, WORD_TITLE), place,
                           hospital->counter, clerk_name(frame->desk)};
    text[0] = '\0';
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        frame_join(text, sizeof text, parts[i]);
    }
    grid_put(frame->grid, 0, 1, columns, STYLE_TITLE, text);
}

static int states_columns(const struct state states[STATES])
{
    int columns = 0;
    for (int i = 0; i < STATES; i++) {
        columns += text_columns(states[i].text) + (i > 0);
    }
    return columns;
}

static void draw_states(const struct frame *frame)
{
    const char *clock = frame->desk->status.clock;
    struct state states[STATES];
    scanner_state(frame, &states[0]);
    register_state(frame, &states[1]);
    portal_state(frame, false, &states[2]);
    if (states_columns(states) > frame->grid->columns - LEAST_PLACE) {
        portal_state(frame, true, &states[2]);
    }
    int columns = 3 + text_columns(clock) + states_columns(states);
    int column = frame->grid->columns - 1 - columns;
    draw_place(frame, column - 3);
    for (int i = 0; i < STATES; i++) {
        column = grid_put(frame->grid, 0, column, FRAME_TEXT, states[i].style, states[i].text) + 1;
    }
    grid_put(frame->grid, 0, column + 2, FRAME_TEXT, STYLE_TITLE, clock);
}

/* At the right end of the line, so that both banners have room in the smallest window. */
static void draw_stand_in(const struct frame *frame, int column)
{
    const char *text = frame_word(frame, WORD_STAND_IN);
    enum { MARGIN = 1, GAP = 1, EDGES = 2 };
    if (text_columns(text) + EDGES > frame->grid->columns - column - GAP - MARGIN) {
        text = frame_word(frame, WORD_STAND_IN_SHORT);
    }
    grid_printf(frame->grid, 1, frame->grid->columns - MARGIN - EDGES - text_columns(text), STYLE_BANNER,
                " %s ", text);
}

void frame_header(struct frame *frame)
{
    int column = 2;
    draw_states(frame);
    grid_line(frame->grid, 1);
    if (frame->desk->hospital.demo) {
        column = grid_printf(frame->grid, 1, column, STYLE_BANNER, " %s ", frame_word(frame, WORD_DEMO));
    }
    if (frame->desk->status.stand_in) {
        draw_stand_in(frame, column);
    }
    frame->top = 2;
}
