/* screen_help: every key of the screen before, then what the marks mean. */
#include "ui/pages.h"
#include <stdio.h>
#include <string.h>

enum { HELP_SIZE = 8 * 1024 };

static void add(char text[HELP_SIZE], const char *key, const char *what)
{
    size_t len = strlen(text);
    snprintf(text + len, HELP_SIZE - len, "%s%s%s\n", key, *key ? "  " : "", what);
}

/* The keys that the desk would take if this help were not there; F8 also before a camera is plugged in. */
static void add_keys(const struct frame *frame, char text[HELP_SIZE])
{
    struct desk before = *frame->desk;
    struct hint hints[DESK_HINTS];
    before.mode = frame->desk->back;
    before.status.camera = true;
    int count = desk_hints(&before, hints);
    for (int i = 0; i < count; i++) {
        add(text, hints[i].key, hints[i].text);
    }
}

void screen_help(struct frame *frame)
{
    static const enum word notes[] = {WORD_HELP_SCAN, WORD_HELP_ARMED, WORD_HELP_MARKS};
    char text[HELP_SIZE] = "";
    for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++) {
        add(text, "", frame_word(frame, notes[i]));
    }
    add(text, "", "");
    add_keys(frame, text);
    add(text, "", "");
    add(text, "", frame_word(frame, WORD_HELP_CTRL));
    frame_notice(frame);
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_HELP));
    pages_draw(frame, text);
}
