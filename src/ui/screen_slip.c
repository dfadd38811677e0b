/* screen_slip: what the patient is told to do, to be read out or copied. */
#include "core/slip.h"
#include "ui/pages.h"

void screen_slip(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    char text[SLIP_SIZE];
    enum fault fault =
        slip_make(frame->slip, &desk->review.judgement.findings, &desk->hospital, text, sizeof text);
    frame_notice(frame);
    pages_draw(frame, fault ? frame_word(frame, WORD_SLIP_LONG) : text);
}
