/* frame: header, notice and key lines around what a screen draws. */
#include "ui/frame.h"
#include "core/heir.h"
#include "core/text.h"
#include <stdio.h>
#include <string.h>

const char *frame_word(const struct frame *frame, enum word word)
{
    return word_text(word, frame->language);
}

int frame_rows_left(const struct frame *frame)
{
    return frame->bottom - frame->top;
}

void frame_skip(struct frame *frame)
{
    frame->top += frame_rows_left(frame) > 0;
}

void frame_rule(struct frame *frame)
{
    if (frame_rows_left(frame) > 0) {
        grid_line(frame->grid, frame->top++);
    }
}

void frame_say(struct frame *frame, enum style style, const char *text)
{
    int columns = frame->right - FRAME_LEFT;
    frame->top +=
        grid_wrap(frame->grid, frame->top, FRAME_LEFT, columns, frame_rows_left(frame), style, text);
}

void frame_choice(struct frame *frame, const char *key, const char *text)
{
    if (frame_rows_left(frame) > 0) {
        grid_put(frame->grid, frame->top, 1, 1, STYLE_KEY, key);
        grid_put(frame->grid, frame->top++, FRAME_LEFT, frame->grid->columns, STYLE_PLAIN, text);
    }
}

int frame_enter_mark(const struct frame *frame, int row, int column)
{
    bool armed = desk_armed(frame->desk, frame->now);
    return grid_printf(frame->grid, row, column, armed ? STYLE_KEY : STYLE_DIM, "%s %s", armed ? "▶" : "·",
                       frame_word(frame, WORD_ENTER));
}

void frame_enter(struct frame *frame, enum word word)
{
    if (frame_rows_left(frame) > 0) {
        int column = frame_enter_mark(frame, frame->top, 1);
        grid_printf(frame->grid, frame->top++, column, STYLE_PLAIN, ": %s", frame_word(frame, word));
    }
}

/* Columns of text[from..to). */
static int columns_between(const char *text, size_t from, size_t to)
{
    char part[LINE_SIZE];
    memcpy(part, text + from, to - from);
    part[to - from] = '\0';
    return text_columns(part);
}

/* The first character shown, so that the cursor stands within `columns`. */
static size_t scroll(const struct line *line, int columns)
{
    size_t from = 0;
    while (columns_between(line->text, from, line->at) > columns - 2) {
        from = text_after(line->text, from);
    }
    return from;
}

void frame_input(struct frame *frame, const char *label, int indent, const struct line *line)
{
    struct grid *grid = frame->grid;
    if (frame_rows_left(frame) <= 0) {
        return;
    }
    int row = frame->top++;
    int column = grid_put(grid, row, FRAME_LEFT, grid->columns / 2, STYLE_PLAIN, label);
    column += *label != '\0';
    column = column < FRAME_LEFT + indent ? FRAME_LEFT + indent : column;
    column = grid_put(grid, row, column, 2, STYLE_KEY, "› ");
    int columns = grid->columns - column - 1;
    size_t from = scroll(line, columns - 1);
    if (from > 0) {
        column = grid_put(grid, row, column, 1, STYLE_DIM, "…");
        columns--;
    }
    grid_printf(grid, row, column, STYLE_INPUT, "%*s", columns, "");
    grid_put(grid, row, column, columns, STYLE_INPUT, line->text + from);
    grid->cursor_row = row;
    grid->cursor_column = column + columns_between(line->text, from, line->at);
}

enum { FORM_LABEL = 14 };

void frame_kept(struct frame *frame, const char *label, const char *value)
{
    int column = FRAME_LEFT + FORM_LABEL;
    grid_put(frame->grid, frame->top, FRAME_LEFT, FORM_LABEL, STYLE_PLAIN, label);
    grid_put(frame->grid, frame->top++, column, frame->grid->columns - column - 1, STYLE_TITLE,
             *value ? value : frame_word(frame, WORD_NOTHING));
}

void frame_typed(struct frame *frame, const char *label)
{
    grid_put(frame->grid, frame->top, 1, 1, STYLE_KEY, "▸");
    frame_input(frame, label, FORM_LABEL - 2, &frame->desk->line);
}

enum { NOTICE_ROWS = 3, NOTICE_ROWS_NARROW = 8, NARROW = 50 };

static const char *notice_text(const struct frame *frame, char sentence[FAULT_SENTENCE_SIZE])
{
    const struct desk *desk = frame->desk;
    if (desk->notice == FAULT_NONE) {
        return desk_hidden(desk) ? "" : desk->said; /* it names a patient */
    }
    fault_sentence(desk->notice, desk->notice_name, frame->language, sentence);
    return sentence;
}

int frame_notice_rows(const struct frame *frame)
{
    char sentence[FAULT_SENTENCE_SIZE];
    int columns = frame->right - FRAME_LEFT;
    int rows = columns < NARROW ? NOTICE_ROWS_NARROW : NOTICE_ROWS;
    return grid_wrap(NULL, 0, 0, columns, rows, STYLE_PLAIN, notice_text(frame, sentence));
}

void frame_notice(struct frame *frame)
{
    char sentence[FAULT_SENTENCE_SIZE];
    int columns = frame->right - FRAME_LEFT, rows = frame_notice_rows(frame);
    bool fault = frame->desk->notice != FAULT_NONE;
    enum style style = fault ? STYLE_WARN : STYLE_TITLE;
    frame->bottom -= rows;
    if (rows > 0) {
        grid_put(frame->grid, frame->bottom, 1, 1, style, fault ? "!" : "»");
        grid_wrap(frame->grid, frame->bottom, FRAME_LEFT, columns, rows, style, notice_text(frame, sentence));
    }
}

const char *frame_typing(const struct frame *frame)
{
    switch (frame->desk->hospital.typing) {
    case TYPING_TELEX: return frame_word(frame, WORD_TYPING_TELEX);
    case TYPING_VNI: return frame_word(frame, WORD_TYPING_VNI);
    case TYPING_PLAIN: break;
    }
    return "";
}

void frame_join(char *out, size_t cap, const char *text)
{
    static const char dot[] = " · ";
    size_t len = strlen(out), dot_len = len ? strlen(dot) : 0, text_len = strlen(text);
    if (text_len > 0 && len + dot_len + text_len < cap) {
        memcpy(out + len, dot, dot_len);
        memcpy(out + len + dot_len, text, text_len + 1);
    }
}

void frame_join_place(char *out, size_t cap, int at, int total)
{
    char place[32];
    snprintf(place, sizeof place, "%d/%d", at + 1, total);
    frame_join(out, cap, total > 0 ? place : "");
}

int frame_first(int cursor, int room)
{
    return cursor < room ? 0 : cursor - room + 1;
}

void frame_fact(struct frame *frame, const char *label, const char *text)
{
    enum { LABEL = 14 };
    int left = FRAME_LEFT + LABEL, rows = frame_rows_left(frame);
    if (rows > 0) {
        grid_put(frame->grid, frame->top, FRAME_LEFT, LABEL - 1, STYLE_DIM, label);
        rows = grid_wrap(frame->grid, frame->top, left, frame->right - left, rows, STYLE_TITLE, text);
        frame->top += rows > 0 ? rows : 1;
    }
}

static const char *facility_name(const struct desk *desk, const char *code)
{
    if (strcmp(heir_of(&desk->hospital, code), desk->hospital.facility) == 0) {
        return desk->hospital.facility_name;
    }
    for (int i = 0; i < DESK_FACILITIES; i++) {
        if (strcmp(code, desk->facilities[i].code) == 0) {
            return desk->facilities[i].name;
        }
    }
    return "";
}

void frame_facility(const struct frame *frame, const char *code, char *out, size_t cap)
{
    heir_show(&frame->desk->hospital, code, facility_name(frame->desk, code), out, cap);
}

void frame_minute(const struct frame *frame, const char *minute, char out[FRAME_MINUTE])
{
    enum { MONTH_AND_DAY = 5 };
    date_text day = "", shown;
    snprintf(day, sizeof day, "%.10s", minute);
    date_show(day, shown);
    const char *time = strlen(minute) > DATE_SIZE ? minute + DATE_SIZE : "";
    bool today = *time && strcmp(day, frame->desk->status.today) == 0;
    snprintf(out, FRAME_MINUTE, "%.5s%s%.*s", time, *time && !today ? " " : "", today ? 0 : MONTH_AND_DAY,
             shown);
}
