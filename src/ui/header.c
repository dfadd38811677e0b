/* header: the first two rows: where we are, whether scanner, register and portal answer, what time it is. */
#include "core/text.h"
#include "ui/frame.h"
#include <stdio.h>
#include <string.h>

enum { STATES = 3, NARROW = 80, MONTH_AND_DAY = 5 };

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

/* Who and where, as much as there is room for. */
static void draw_place(const struct frame *frame, int columns)
{
    const struct hospital *hospital = &frame->desk->hospital;
    char place[FACILITY_SIZE + PLACE_SIZE], text[FRAME_TEXT];
    snprintf(place, sizeof place, "%s%s%s", hospital->facility, hospital->facility_name[0] ? " " : "",
             hospital->facility_name);
    const char *parts[] = {frame->grid->columns < NARROW ? "" : frame_word(frame, WORD_TITLE), place,
                           hospital->counter, hospital->clerk};
    text[0] = '\0';
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        frame_join(text, sizeof text, parts[i]);
    }
    grid_put(frame->grid, 0, 1, columns, STYLE_TITLE, text);
}

static void draw_states(const struct frame *frame)
{
    const char *clock = frame->desk->status.clock;
    struct state states[STATES];
    scanner_state(frame, &states[0]);
    register_state(frame, &states[1]);
    set(&states[2], STYLE_DIM, "○", frame_word(frame, WORD_PORTAL));
    int columns = 3 + text_columns(clock);
    for (int i = 0; i < STATES; i++) {
        columns += text_columns(states[i].text) + (i > 0);
    }
    int column = frame->grid->columns - 1 - columns;
    draw_place(frame, column - 3);
    for (int i = 0; i < STATES; i++) {
        column = grid_put(frame->grid, 0, column, FRAME_TEXT, states[i].style, states[i].text) + 1;
    }
    grid_put(frame->grid, 0, column + 2, FRAME_TEXT, STYLE_TITLE, clock);
}

void frame_header(struct frame *frame)
{
    draw_states(frame);
    grid_line(frame->grid, 1);
    if (frame->desk->hospital.demo) {
        grid_printf(frame->grid, 1, 2, STYLE_BANNER, " %s ", frame_word(frame, WORD_DEMO));
    }
    frame->top = 2;
}
