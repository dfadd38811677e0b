/* screen_late: the list chưa kiểm tra: who was taken in before the assessment data could say so, and whose answer waits
 * for a clerk. */
#include "core/text.h"
#include "ui/frame.h"
#include <stdio.h>
#include <string.h>

enum {
    WHEN = 12, /* columns of "20/11 08:41 " */
    PHONE = 13,
    STATE = 28,
    STATE_NARROW = 21,
    ROOMY = 80,
    MONTH_AND_DAY = 5,
    DETAIL = 3, /* rows below the list: who the cursor is on */
};

struct look {
    enum style style;
    const char *mark;
    enum word word, brief;
};

static struct look look_of(const struct frame *frame, const struct late *late)
{
    switch (late->state) {
    case LATE_DIFFERS: return (struct look){STYLE_FIX, "▲", WORD_LATE_DIFFERS, WORD_LATE_DIFFERS_SHORT};
    case LATE_STUCK: return (struct look){STYLE_WARN, "?", WORD_LATE_STUCK, WORD_LATE_STUCK_SHORT};
    case LATE_WAITS: break;
    }
    enum word word = frame->desk->hospital.portal ? WORD_LATE_WAITS : WORD_LATE_WAITS_REGISTER;
    return (struct look){STYLE_DIM, "…", word, word};
}

static void draw_totals(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    char text[FRAME_TEXT], count[64];
    snprintf(text, sizeof text, frame_word(frame, WORD_LATE), desk->late_total);
    if (desk->status.differing > 0) {
        snprintf(count, sizeof count, frame_word(frame, WORD_LATE_DIFFERING), desk->status.differing);
        frame_join(text, sizeof text, count);
    }
    frame_join_place(text, sizeof text, desk->late_top + desk->late_row, desk->late_total);
    frame_say(frame, STYLE_TITLE, text);
}

static void draw_row(const struct frame *frame, int row, const struct late *late, bool cursor)
{
    struct grid *grid = frame->grid;
    bool roomy = grid->columns >= ROOMY;
    int state = grid->columns - 1 - (roomy ? STATE : STATE_NARROW), phone = state - (roomy ? PHONE : 0);
    int name = FRAME_LEFT + WHEN;
    struct look look = look_of(frame, late);
    date_text day;
    date_show(late->day, day);
    grid_put(grid, row, 1, 1, cursor ? STYLE_CURSOR : look.style, cursor ? "▸" : look.mark);
    grid_printf(grid, row, FRAME_LEFT, cursor ? STYLE_CURSOR : STYLE_PLAIN, "%.*s %s", MONTH_AND_DAY, day,
                late->time);
    grid_put(grid, row, name, phone - name - 1, STYLE_PLAIN, late->name);
    if (roomy) {
        grid_put(grid, row, phone, PHONE - 1, STYLE_PLAIN, late->phone);
    }
    grid_put(grid, row, state, FRAME_TEXT, look.style, frame_word(frame, roomy ? look.word : look.brief));
}

/* What the portal said last, or why it said nothing, and what to do about it. */
static void say_last(const struct frame *frame, const struct late *late, char *out, size_t cap)
{
    const char *meaning = code_text(late->code, frame->language);
    char what[FRAME_TEXT];
    snprintf(what, sizeof what, "%s%s%s%s", meaning, *meaning ? " (" : "", late->code, *meaning ? ")" : "");
    const char *last = late->trouble ? trouble_text(late->trouble, frame->language) : what;
    bool portal = frame->desk->hospital.portal;
    if (late->state == LATE_DIFFERS) {
        snprintf(out, cap, "%s", frame_word(frame, WORD_LATE_DIFFERS_LONG));
    } else if (*last) {
        enum word word = late->state == LATE_STUCK ? WORD_LATE_STUCK_LONG : WORD_PORTAL_SAYS;
        snprintf(out, cap, frame_word(frame, word), last);
    } else {
        snprintf(out, cap, "%s", frame_word(frame, portal ? WORD_LATE_SELF : WORD_LATE_SELF_REGISTER));
    }
}

static void draw_detail(struct frame *frame, const struct late *late)
{
    char text[FRAME_TEXT], part[FRAME_TEXT];
    frame_rule(frame);
    snprintf(text, sizeof text, "%s", late->name);
    snprintf(part, sizeof part, frame_word(frame, WORD_PHONE_SHORT), late->phone);
    frame_join(text, sizeof text, late->phone[0] ? part : frame_word(frame, WORD_LATE_NO_PHONE));
    snprintf(part, sizeof part, frame_word(frame, WORD_LATE_TRIES), late->tries);
    frame_join(text, sizeof text, late->tries > 0 ? part : "");
    grid_put(frame->grid, frame->top++, FRAME_LEFT, frame->right - FRAME_LEFT, STYLE_TITLE, text);
    say_last(frame, late, text, sizeof text);
    frame_say(frame, STYLE_DIM, text);
}

static void draw_list(struct frame *frame, int room)
{
    const struct desk *desk = frame->desk;
    int first = frame_first(desk->late_row, room);
    for (int i = first; i < desk->late_count && i < first + room; i++) {
        draw_row(frame, frame->top++, &desk->late[i], i == desk->late_row);
    }
}

void screen_late(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    frame_notice(frame);
    draw_totals(frame);
    frame_rule(frame);
    if (desk->late_count == 0) {
        frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_LATE_NONE));
        return;
    }
    int room = frame_rows_left(frame) - DETAIL, shown = desk->late_count < room ? desk->late_count : room;
    draw_list(frame, shown);
    draw_detail(frame, &desk->late[desk->late_row]);
}
