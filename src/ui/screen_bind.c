/* screen_bind: waiting for the first scan of a new scanner. */
#include "ui/frame.h"

void screen_bind(struct frame *frame)
{
    frame_notice(frame);
    frame_skip(frame);
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_BIND));
    frame_skip(frame);
    frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_BIND_HOW));
}
