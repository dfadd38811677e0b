/* screen_review: the open review; its dialogues take the rows below the table. */
#include "ui/review.h"

enum {
    LEAST_SAID = 3, /* rows for findings, whatever the table wants */
    ROOMY = 16,     /* body rows from which rules between the parts are worth their rows */
};

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* The table gets what it wants as long as what is asked or said below keeps its rows. */
static int table_rows(const struct frame *frame, bool roomy)
{
    int said = larger(frame_notice_rows(frame) + review_findings_wanted(frame), 1);
    int asked = review_panel_wanted(frame) + review_known_wanted(frame) + review_address_whole_wanted(frame);
    int below = larger(asked + said, LEAST_SAID) + (roomy ? 1 : 0);
    int room = frame_rows_left(frame) - 1 - below;
    int wanted = review_rows_wanted(frame);
    return larger(room < wanted ? room : wanted, 1);
}

/* The list of communes leaves no row to the table: nine are to be chosen from also in the smallest window. */
static bool crowded(const struct frame *frame)
{
    enum { HEADING_AND_ROW = 2 };
    return frame->desk->mode == MODE_EDIT &&
           frame_rows_left(frame) < review_panel_wanted(frame) + HEADING_AND_ROW;
}

/* Who, what, and what follows. Where an answer may still come the table below begins at the same row whatever it will
 * say. */
static void draw_head(struct frame *frame, bool roomy)
{
    bool live = review_live(frame->desk);
    if (frame->desk->review.late.id[0]) {
        review_late(frame);
    }
    int bottom = frame->top + REVIEW_HEAD;
    review_person(frame);
    review_verdict(frame);
    review_after(frame);
    review_entitlement(frame);
    if (live && frame->top < bottom) {
        frame->top = bottom - 1;
    }
    if (live ? frame->top < bottom : roomy) {
        frame_rule(frame);
    }
}

void screen_review(struct frame *frame)
{
    bool roomy = frame_rows_left(frame) >= ROOMY;
    draw_head(frame, roomy);
    if (frame->desk->mode == MODE_CANDIDATES) {
        frame_notice(frame);
        review_candidates(frame);
        return;
    }
    if (frame->desk->mode == MODE_HEIRS) {
        frame_notice(frame);
        review_heirs(frame);
        return;
    }
    if (review_rows_wanted(frame) > 0 && !crowded(frame)) {
        review_rows(frame, table_rows(frame, roomy));
        if (roomy) {
            frame_rule(frame);
        }
    }
    frame_notice(frame);
    review_panel(frame);
    review_known(frame);
    bool whole = review_address_whole_wanted(frame) > 0;
    if (whole) {
        review_address_whole(frame);
    }
    review_findings(frame);
    if (!whole) {
        review_address_whole(frame);
    }
}
