/* screen: the mode chooses who draws. */
#include "ui/screen.h"
#include "ui/frame.h"

enum { LEAST_ROWS = 20, LEAST_COLUMNS = 60 };

/* A dialogue about the open review is drawn by the review, below its table. */
static screen_draws *const SCREENS[MODE_COUNT] = {
    [MODE_WAITING] = screen_waiting, [MODE_SEARCH] = screen_search,   [MODE_REVIEW] = screen_review,
    [MODE_EDIT] = screen_review,     [MODE_SOURCE] = screen_review,   [MODE_YEAR] = screen_review,
    [MODE_SAME] = screen_review,     [MODE_REASON] = screen_review,   [MODE_CANDIDATES] = screen_review,
    [MODE_FORM] = screen_form,       [MODE_CONFIRM] = screen_review,  [MODE_DIFFICULTY] = screen_review,
    [MODE_HEIRS] = screen_review,    [MODE_SLIP] = screen_slip,       [MODE_OTHER] = screen_review,
    [MODE_TODAY] = screen_today,     [MODE_UNDO] = screen_undo,       [MODE_DEMO] = screen_demo,
    [MODE_BIND] = screen_setup,      [MODE_ENTITLE] = screen_entitle, [MODE_PAPER] = screen_paper,
    [MODE_CAMERA] = screen_camera,   [MODE_HELP] = screen_help,       [MODE_LEAVE] = screen_leave,
    [MODE_LATE] = screen_late,       [MODE_HISTORY] = screen_history, [MODE_COPAYMENT] = screen_copayment,
    [MODE_CONTACT] = screen_review,
    [MODE_DIFFICULTIES] = screen_difficulties,
    [MODE_ANSWER] = screen_answer,
    [MODE_CHARTS] = screen_charts,
    [MODE_CLOSE] = screen_close,
    [MODE_SIGN_IN] = screen_sign,
};

void screen_draw(const struct desk *desk, const char *slip, uint64_t now, struct grid *grid)
{
    struct frame frame = {.desk = desk,
                          .slip = slip,
                          .now = now,
                          .language = desk->hospital.language,
                          .grid = grid,
                          .right = grid->columns - 1};
    if (grid->rows < LEAST_ROWS || grid->columns < LEAST_COLUMNS) {
        grid_wrap(grid, 0, 0, grid->columns, grid->rows, STYLE_PLAIN, frame_word(&frame, WORD_SMALL));
        return;
    }
    frame_header(&frame);
    frame_keys(&frame);
    SCREENS[desk->mode](&frame);
}
