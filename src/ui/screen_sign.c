/* screen_sign: nobody is signed in, or the counter is locked: the clerk's name and the PIN, and nothing of any patient. */
#include "ui/frame.h"
#include <stdio.h>
#include <string.h>

enum { SECOND_MS = 1000 };

static void say_who(struct frame *frame)
{
    const struct signing *sign = &frame->desk->sign;
    char text[FRAME_TEXT];
    if (!sign->locked) {
        frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_SIGN_IN));
        return;
    }
    snprintf(text, sizeof text, frame_word(frame, WORD_SIGN_LOCKED), sign->clerk.name);
    frame_say(frame, STYLE_TITLE, text);
    frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_SIGN_KEPT));
}

/* A star a character: a clerk sees that the key was taken, and nobody sees which. */
static void cover(const struct line *line, struct line *ret)
{
    *ret = (struct line){.at = line->at};
    memset(ret->text, '*', strlen(line->text));
}

static void ask_pin(struct frame *frame)
{
    const struct signing *sign = &frame->desk->sign;
    struct line covered;
    char text[FRAME_TEXT];
    cover(&sign->line, &covered);
    frame_kept(frame, frame_word(frame, WORD_SIGN_NAME), sign->login);
    frame_input(frame, frame_word(frame, WORD_SIGN_PIN), 0, &covered);
    if (frame->now < sign->wait_until) {
        int seconds = (int)((sign->wait_until - frame->now + SECOND_MS - 1) / SECOND_MS);
        snprintf(text, sizeof text, frame_word(frame, WORD_SIGN_WAIT), seconds);
        frame_say(frame, STYLE_WARN, text);
    }
}

void screen_sign(struct frame *frame)
{
    frame_notice(frame);
    frame_skip(frame);
    say_who(frame);
    frame_skip(frame);
    if (frame->desk->sign.login[0]) {
        ask_pin(frame);
    } else {
        frame_input(frame, frame_word(frame, WORD_SIGN_NAME), 0, &frame->desk->sign.line);
    }
    frame_skip(frame);
    frame_say(frame, STYLE_DIM, frame_word(frame, WORD_SIGN_HELP));
}
