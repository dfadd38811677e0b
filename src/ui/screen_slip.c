/* screen_slip: what the patient is told to do, to be read out, copied or printed; behind it the code of the page that
 * helps. */
#include "core/slip.h"
#include "ui/blocks.h"
#include "ui/pages.h"
#include <stdio.h>

/* The assessor's contact is for the clerk: it stands on the screen and on no paper. */
static void draw_assessor(struct frame *frame)
{
    char text[FRAME_TEXT];
    const char *assessor = frame->desk->hospital.assessor;
    if (*assessor) {
        snprintf(text, sizeof text, frame_word(frame, WORD_SLIP_ASSESSOR), assessor);
        frame_say(frame, STYLE_DIM, text);
    }
}

/* At the right edge, down to the row of the page's number; what it leads to beside it. */
static void draw_guide(struct frame *frame)
{
    const struct code *code = &frame->desk->guide;
    int rows = blocks_rows(code), room = frame_rows_left(frame);
    frame->right = frame->grid->columns - blocks_columns(code) - 1;
    blocks_draw(frame->grid, frame->top, frame->right + 1, room < rows ? room : rows, code);
    frame_skip(frame);
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_SLIP_GUIDE));
    frame_skip(frame);
    frame_say(frame, STYLE_PLAIN, frame->desk->hospital.guide);
}

void screen_slip(struct frame *frame)
{
    char text[SLIP_SIZE];
    bool guide = frame->desk->guide.side > 0;
    if (desk_slip(frame->desk, frame->slip, text, sizeof text) != FAULT_NONE) {
        snprintf(text, sizeof text, "%s", frame_word(frame, WORD_SLIP_LONG));
    }
    frame_notice(frame);
    draw_assessor(frame);
    int texts = pages_count(frame, text, !guide), pages = texts + guide, page = frame->desk->page % pages;
    if (pages == 1) {
        pages_draw(frame, text);
        return;
    }
    if (page == texts) {
        draw_guide(frame);
    } else {
        pages_draw_one(frame, text, page);
    }
    pages_number(frame, page, pages);
}
