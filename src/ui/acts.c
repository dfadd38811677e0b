/* acts: one line an intake, for the first screen and for today's list. */
#include "ui/acts.h"
#include "core/text.h"
#include <stdio.h>
#include <string.h>

enum {
    AT_NAME = 9,
    DATE_COLUMNS = 12,
    WHAT_COLUMNS = 24,
    WHAT_WIDE = 32,
    COUNTER_COLUMNS = 18,
    WIDE = 100,
    ROOMY = 80
};

void acts_what(const struct frame *frame, const struct act *act, char *out, size_t cap)
{
    static const enum word words[] = {[INTAKE_ADMITTED] = WORD_ACT_ADMITTED,
                                      [INTAKE_PROVISIONAL] = WORD_ACT_PROVISIONAL,
                                      [INTAKE_NOT_INSURED] = WORD_ACT_NOT_INSURED};
    out[0] = '\0';
    if (act->undone) {
        frame_join(out, cap, frame_word(frame, WORD_ACT_UNDONE));
        return;
    }
    if (!act->alone) {
        frame_join(out, cap, frame_word(frame, words[act->status]));
    }
    if (act->corrections > 0) {
        char count[64];
        snprintf(count, sizeof count, frame_word(frame, WORD_ACT_CORRECTED), act->corrections);
        frame_join(out, cap, count);
    }
    if (act->difficulty) {
        frame_join(out, cap, frame_word(frame, WORD_ACT_DIFFICULTY));
    }
    if (act->unchecked) {
        frame_join(out, cap, frame_word(frame, WORD_FILTER_UNCHECKED));
    }
}

void acts_draw(const struct frame *frame, int row, const struct act *act, bool counter)
{
    struct grid *grid = frame->grid;
    enum style style = act->undone ? STYLE_DIM : STYLE_PLAIN;
    bool shown = counter && grid->columns >= WIDE;
    int columns = grid->columns >= ROOMY ? WHAT_WIDE : WHAT_COLUMNS;
    int what = grid->columns - 1 - columns - (shown ? COUNTER_COLUMNS : 0), date = what - DATE_COLUMNS;
    char text[FRAME_TEXT];
    date_text birth;
    grid_put(grid, row, FRAME_LEFT, AT_NAME - FRAME_LEFT, style, act->time);
    grid_put(grid, row, AT_NAME, date - AT_NAME - 1, style, act->name);
    date_show(act->birth_date, birth);
    grid_put(grid, row, date, DATE_COLUMNS, style, birth);
    acts_what(frame, act, text, sizeof text);
    grid_put(grid, row, what, columns, style, text);
    if (shown) {
        grid_put(grid, row, what + columns + 1, COUNTER_COLUMNS - 1, STYLE_DIM, act->counter);
    }
}
