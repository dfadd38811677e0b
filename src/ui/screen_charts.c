/* screen_charts: statistics of some days as bars of blocks; the count stands behind each bar. */
#include "core/text.h"
#include "ui/chart.h"
#include <stdio.h>

enum { LABEL_PART = 3, COUNT = 7, NOTE_GAP = 2 };

static void draw_head(struct frame *frame, int page, int pages)
{
    static const enum word words[CHART_COUNT] = {[CHART_HOURS] = WORD_CHART_HOURS,
                                                 [CHART_FINDINGS] = WORD_CHART_FINDINGS,
                                                 [CHART_DAYS] = WORD_CHART_DAYS,
                                                 [CHART_FACILITIES] = WORD_CHART_FACILITIES,
                                                 [CHART_DIFFICULTIES] = WORD_CHART_DIFFICULTIES,
                                                 [CHART_COUNTERS] = WORD_CHART_COUNTERS};
    const struct desk *desk = frame->desk;
    char text[FRAME_TEXT], part[64];
    date_text from, to;
    snprintf(text, sizeof text, "%d/%d %s", (int)desk->chart + 1, CHART_COUNT,
             frame_word(frame, words[desk->chart]));
    frame_say(frame, STYLE_TITLE, text);
    date_show(desk->statistics.from, from);
    date_show(desk->statistics.to, to);
    snprintf(text, sizeof text, "%s%s%s", from, desk->period == PERIOD_DAY ? "" : " – ",
             desk->period == PERIOD_DAY ? "" : to);
    snprintf(part, sizeof part, frame_word(frame, WORD_CHART_TOTAL), desk->statistics.intakes);
    frame_join(text, sizeof text, part);
    snprintf(part, sizeof part, frame_word(frame, WORD_PAGE), page + 1, pages);
    frame_join(text, sizeof text, pages > 1 ? part : "");
    frame_say(frame, STYLE_DIM, text);
    frame_rule(frame);
}

/* As wide as the longest label, at most a third of the row, in a narrow window half of it. */
static int label_columns(const struct frame *frame, const struct bar *bars, int count)
{
    enum { ROOMY = 80 };
    int longest = 0, most = frame->right / (frame->right >= ROOMY ? LABEL_PART - 1 : 2);
    for (int i = 0; i < count; i++) {
        int columns = text_columns(bars[i].label);
        longest = columns > longest ? columns : longest;
    }
    return longest > most ? most : longest;
}

static int most_of(const struct bar *bars, int count)
{
    int most = 1;
    for (int i = 0; i < count; i++) {
        most = bars[i].count > most ? bars[i].count : most;
    }
    return most;
}

static int note_columns(const struct bar *bars, int count)
{
    int longest = 0;
    for (int i = 0; i < count; i++) {
        int columns = text_columns(bars[i].note);
        longest = columns > longest ? columns : longest;
    }
    return longest ? longest + NOTE_GAP : 0;
}

static void draw_bar(struct frame *frame, const struct bar *bar, int label, int room, int most)
{
    struct grid *grid = frame->grid;
    int row = frame->top++, column = FRAME_LEFT + label + 1;
    int blocks = (int)(((long)bar->count * room + most / 2) / most);
    blocks = bar->count > 0 && blocks == 0 ? 1 : blocks;
    grid_put(grid, row, FRAME_LEFT, label, STYLE_PLAIN, bar->label);
    for (int i = 0; i < blocks; i++) {
        column = grid_put(grid, row, column, 1, STYLE_KEY, "█");
    }
    column = grid_printf(grid, row, column + (blocks > 0), STYLE_TITLE, "%d", bar->count);
    grid_put(grid, row, column + NOTE_GAP, frame->right - column - NOTE_GAP, STYLE_DIM, bar->note);
}

static void draw_bars(struct frame *frame, const struct bar *bars, int count, int first, int rows)
{
    enum { ROOM_LEAST = 10 };
    int label = label_columns(frame, bars, count);
    int room = frame->right - FRAME_LEFT - label - COUNT - note_columns(bars, count);
    room = room < ROOM_LEAST ? ROOM_LEAST : room;
    for (int i = first; i < count && i < first + rows; i++) {
        draw_bar(frame, &bars[i], label, room, most_of(bars, count));
    }
}

void screen_charts(struct frame *frame)
{
    enum { HEAD_ROWS = 3 };
    struct bar bars[CHART_BARS];
    frame_notice(frame);
    int count = chart_bars(frame, bars), rows = frame_rows_left(frame) - HEAD_ROWS;
    int pages = count > rows ? (count + rows - 1) / rows : 1, page = frame->desk->page % pages;
    draw_head(frame, page, pages);
    if (count == 0) {
        frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_CHART_NOTHING));
    }
    draw_bars(frame, bars, count, page * rows, rows);
}
