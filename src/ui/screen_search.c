/* screen_search: a number being typed. */
#include "ui/frame.h"
#include <stdio.h>

/* Letters and digits alone: what counts for the length of a number. */
static int counted(const char *text)
{
    int count = 0;
    for (; *text; text++) {
        count += *text != ' ' && *text != '-' && *text != '.';
    }
    return count;
}

void screen_search(struct frame *frame)
{
    char text[64];
    frame_notice(frame);
    frame_skip(frame);
    frame_input(frame, frame_word(frame, WORD_SEARCH), 0, &frame->desk->line);
    snprintf(text, sizeof text, frame_word(frame, WORD_SEARCH_COUNT), counted(frame->desk->line.text));
    frame_say(frame, STYLE_PLAIN, text);
    frame_skip(frame);
    frame_say(frame, STYLE_DIM, frame_word(frame, WORD_SEARCH_HOW));
}
