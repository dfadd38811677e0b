/* line: insertion, deletion and movement by whole characters. */
#include "core/line.h"
#include "core/text.h"
#include <assert.h>
#include <string.h>

void line_clear(struct line *line)
{
    *line = (struct line){.at = 0};
}

void line_set(struct line *line, const char *text)
{
    size_t len = strlen(text);
    assert(len < LINE_SIZE);
    line_clear(line);
    memcpy(line->text, text, len);
    line->at = len;
}

void line_offer(struct line *line, const char *text)
{
    line_set(line, text);
    line->offered = text[0] != '\0';
}

/* Control, format and unassigned characters a terminal may send vanish when text is cleaned. */
static bool visible(int32_t rune)
{
    char bytes[4], clean[16];
    if (rune == ' ') {
        return true;
    }
    if (rune < ' ' || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF)) {
        return false;
    }
    size_t len = text_put(bytes, rune);
    return text_clean(clean, sizeof clean, bytes, len) == FAULT_NONE && clean[0];
}

static void cut(struct line *line, size_t from, size_t to)
{
    memmove(line->text + from, line->text + to, strlen(line->text + to) + 1);
    line->at = from;
}

/* A mark typed before a letter joins what stands before it: the cursor goes behind both. */
static void snap(struct line *line)
{
    if (line->at > 0) {
        line->at = text_after(line->text, text_before(line->text, line->at));
    }
}

static enum fault type(struct line *line, size_t cap, int32_t rune, enum typing typing)
{
    enum fault fault = FAULT_NONE;
    if (visible(rune) && line->offered) {
        line_clear(line);
    }
    if (visible(rune)) {
        fault = telex_press(line->text, cap, &line->at, rune, typing);
    }
    snap(line);
    return fault;
}

enum fault line_key(struct line *line, size_t cap, struct key key, enum typing typing)
{
    assert(cap <= LINE_SIZE);
    size_t at = line->at;
    if (key.press == PRESS_TEXT) {
        return type(line, cap, key.rune, typing);
    }
    line->offered = false;
    switch (key.press) {
    case PRESS_BACKSPACE: cut(line, text_before(line->text, at), at); break;
    case PRESS_DELETE: cut(line, at, text_after(line->text, at)); break;
    case PRESS_LEFT: line->at = text_before(line->text, at); break;
    case PRESS_RIGHT: line->at = text_after(line->text, at); break;
    case PRESS_HOME: line->at = 0; break;
    case PRESS_END: line->at = strlen(line->text); break;
    default: break;
    }
    return FAULT_NONE;
}
