/* review_late: on top of the review of somebody taken in earlier: when that was, and how to reach the patient. */
#include "ui/review.h"
#include <stdio.h>

void review_late(struct frame *frame)
{
    const struct late_review *late = &frame->desk->review.late;
    char text[FRAME_TEXT], phone[64];
    date_text day;
    date_show(late->day, day);
    snprintf(text, sizeof text, frame_word(frame, WORD_LATE_TOP), late->time, day);
    if (desk_nameless(frame->desk) && frame->desk->review.card.kind == CARD_UNKNOWN) {
        snprintf(text, sizeof text, frame_word(frame, WORD_LATE_NAMELESS), late->time, day);
        grid_printf(frame->grid, frame->top++, 1, STYLE_BANNER, " %s ", text);
        return;
    }
    snprintf(phone, sizeof phone, frame_word(frame, WORD_PHONE_SHORT), late->held.contact.phone);
    frame_join(text, sizeof text,
               late->held.contact.phone[0] ? phone : frame_word(frame, WORD_LATE_NO_PHONE));
    grid_printf(frame->grid, frame->top, 1, STYLE_BANNER, " %s ", text);
    frame->top++;
}
