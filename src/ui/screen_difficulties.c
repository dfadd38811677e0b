/* screen_difficulties: the list of difficulties: number, day, name, kind, state and for how long. */
#include "ui/complaint.h"
#include <stdio.h>

enum {
    NUMBER = 6, /* columns of "  12 " */
    DAY = 6,
    DAY_NARROW = 0, /* the state says since when it is so */
    KIND = 24,
    KIND_NARROW = 15,
    STATE = 22,
    STATE_NARROW = 20,
    ROOMY = 80,
    MONTH_AND_DAY = 5,
    DETAIL = 4, /* rows below the list: the one under the cursor */
};

static void draw_totals(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    char text[FRAME_TEXT], count[64];
    snprintf(text, sizeof text, frame_word(frame, WORD_COMPLAINTS), desk->status.difficulties);
    snprintf(count, sizeof count, frame_word(frame, WORD_COMPLAINTS_DUE), desk->status.difficulties_due);
    frame_join(text, sizeof text, desk->status.difficulties_due > 0 ? count : "");
    frame_join_place(text, sizeof text, desk->difficulties_top + desk->difficulties_row,
                     desk->difficulties_total);
    frame_say(frame, STYLE_TITLE, text);
}

static void draw_filters(struct frame *frame)
{
    int column = FRAME_LEFT - 1;
    for (int i = 0; i <= DIFFICULTY_STATES; i++) {
        enum difficulty_state state =
            (enum difficulty_state)((i + DIFFICULTY_STATES) % (DIFFICULTY_STATES + 1));
        bool chosen = frame->desk->difficulty_filter == state;
        column = grid_printf(frame->grid, frame->top, column, chosen ? STYLE_KEY : STYLE_DIM, "%s%s  ",
                             chosen ? "▸" : " ", frame_word(frame, complaint_state(state)));
    }
    frame->top++;
}

static void draw_row(const struct frame *frame, int row, const struct difficulty_record *record, bool cursor)
{
    struct grid *grid = frame->grid;
    bool roomy = grid->columns >= ROOMY, due = complaint_due(frame->desk, record);
    int state = grid->columns - 1 - (roomy ? STATE : STATE_NARROW),
        kind = state - (roomy ? KIND : KIND_NARROW);
    int day = FRAME_LEFT + NUMBER, name = day + (roomy ? DAY : DAY_NARROW);
    enum style style = due ? STYLE_WARN : record->state == DIFFICULTY_ANSWERED ? STYLE_DIM : STYLE_PLAIN;
    char text[FRAME_TEXT];
    date_text at = "", shown;
    snprintf(at, sizeof at, "%.10s", record->at);
    date_show(at, shown);
    grid_put(grid, row, 1, 1, cursor ? STYLE_CURSOR : style, cursor ? "▸" : due ? "!" : " ");
    grid_printf(grid, row, FRAME_LEFT, cursor ? STYLE_CURSOR : STYLE_PLAIN, "%5ld", record->number);
    if (name > day) {
        grid_printf(grid, row, day, STYLE_PLAIN, "%.*s", MONTH_AND_DAY, shown);
    }
    grid_put(grid, row, name, kind - name - 1, STYLE_PLAIN,
             record->name[0] ? record->name : record->number_shown);
    grid_put(grid, row, kind, state - kind - 1, STYLE_PLAIN, difficulty_text(record->kind, frame->language));
    complaint_say(frame, record, text, sizeof text);
    int column = grid_put(grid, row, state, grid->columns - state - 1, style, text);
    if (due) {
        grid_printf(grid, row, column, style, " %s", "!");
    }
}

static void draw_detail(struct frame *frame, const struct difficulty_record *record)
{
    char text[FRAME_TEXT] = "";
    frame_rule(frame);
    frame_join(text, sizeof text, record->name);
    frame_join(text, sizeof text, record->number_shown);
    frame_join(text, sizeof text, record->phone);
    grid_put(frame->grid, frame->top++, FRAME_LEFT, frame->right - FRAME_LEFT, STYLE_TITLE, text);
    text[0] = '\0';
    frame_join(text, sizeof text, difficulty_text(record->kind, frame->language));
    frame_join(text, sizeof text, record->state == DIFFICULTY_ANSWERED ? record->reply : record->text);
    frame_say(frame, STYLE_DIM, text);
}

static void draw_list(struct frame *frame, int room)
{
    const struct desk *desk = frame->desk;
    int first = frame_first(desk->difficulties_row, room);
    for (int i = first; i < desk->difficulties_count && i < first + room; i++) {
        draw_row(frame, frame->top++, &desk->difficulties[i], i == desk->difficulties_row);
    }
}

void screen_difficulties(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    frame_notice(frame);
    draw_totals(frame);
    draw_filters(frame);
    frame_rule(frame);
    if (desk->difficulties_count == 0) {
        bool all = desk->difficulty_filter == DIFFICULTY_STATES;
        frame_say(frame, STYLE_PLAIN,
                  frame_word(frame, all ? WORD_COMPLAINTS_NONE : WORD_COMPLAINTS_NONE_SUCH));
        return;
    }
    int room = frame_rows_left(frame) - DETAIL;
    draw_list(frame, desk->difficulties_count < room ? desk->difficulties_count : room);
    draw_detail(frame, &desk->difficulties[desk->difficulties_row]);
}
