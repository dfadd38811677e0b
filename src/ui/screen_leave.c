/* screen_leave: asks once before the program ends. */
#include "ui/frame.h"

void screen_leave(struct frame *frame)
{
    frame_notice(frame);
    frame_skip(frame);
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_LEAVE));
    if (frame->desk->open) {
        frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_LEAVE_OPEN));
    }
    frame_skip(frame);
    frame_enter(frame, WORD_DO_LEAVE);
}
