/* frame: what every screen shares: the header above, the keys below, and the pieces drawn between them. */
#ifndef TIEPDON_FRAME_H
#define TIEPDON_FRAME_H
#include "core/desk.h"
#include "ui/grid.h"
#include "ui/words.h"

/* One frame being drawn. A screen owns the rows top..bottom-1 and the columns before `right`; what it draws
 * first may narrow them. */
struct frame {
    const struct desk *desk;
    const char *slip;
    uint64_t now;
    enum language language;
    struct grid *grid;
    int top, bottom, right;
};

/* Text begins here; the cells before it are for marks. */
enum { FRAME_LEFT = 3, FRAME_TEXT = 512 };

const char *frame_word(const struct frame *frame, enum word word);

/* Header, banner, queue and key lines; sets top and bottom. */
void frame_header(struct frame *frame);
void frame_keys(struct frame *frame);
/* The notice on the lowest rows, if there is one; the screen above loses them. */
int frame_notice_rows(const struct frame *frame);
void frame_notice(struct frame *frame);

/* Each draws at frame->top and moves it below; nothing is drawn when there is no row left. */
void frame_skip(struct frame *frame);
void frame_rule(struct frame *frame);
void frame_say(struct frame *frame, enum style style, const char *text);
/* A key that chooses, and what it means. */
void frame_choice(struct frame *frame, const char *key, const char *text);
/* "▶ Enter: text" when Enter writes now, "· Enter: text" before. */
void frame_enter(struct frame *frame, enum word word);
/* The line being typed behind a label, at least `indent` columns behind its beginning, with the cursor. */
void frame_input(struct frame *frame, const char *label, int indent, const struct line *line);
/* A row of a form: what is kept under its label; or the line being typed, with a mark. */
void frame_kept(struct frame *frame, const char *label, const char *value);
void frame_typed(struct frame *frame, const char *label);

/* The mark and name of Enter alone, for a line of other things. Returns the column after it. */
int frame_enter_mark(const struct frame *frame, int row, int column);
int frame_rows_left(const struct frame *frame);
/* "[Telex]": how Vietnamese is typed into a line of words, "" where the keyboard does it. */
const char *frame_typing(const struct frame *frame);
/* Appends text with " · " before it unless out is empty; what does not fit, or is empty, is left out. */
void frame_join(char *out, size_t cap, const char *text);
/* "2/120": where the cursor of a list stands, joined to the text; nothing of an empty list. */
void frame_join_place(char *out, size_t cap, int at, int total);
/* The first row to show of a list, so that the cursor's is among `room` rows. */
int frame_first(int cursor, int room);
/* The name of a facility behind its code: "79014 BV Mẫu". */
void frame_facility(const struct frame *frame, const char *code, char *out, size_t cap);

/* When something was heard: "08:42", "08:42 19/11" on another day, "19/11" where no time is known. */
enum { FRAME_MINUTE = 16 };
void frame_minute(const struct frame *frame, const char *minute, char out[FRAME_MINUTE]);

/* A label and what stands behind it, in as many rows as it needs. */
void frame_fact(struct frame *frame, const char *label, const char *text);

/* The screens, one file each. */
typedef void screen_draws(struct frame *frame);
screen_draws screen_waiting, screen_search, screen_review, screen_form, screen_today, screen_undo;
screen_draws screen_entitle, screen_paper, screen_late, screen_history, screen_copayment;
screen_draws screen_difficulties, screen_answer, screen_charts, screen_close;
screen_draws screen_slip, screen_demo, screen_setup, screen_camera, screen_help, screen_leave, screen_sign;

#endif
