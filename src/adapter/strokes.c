/* strokes: struct input_event to strokes with text: the seam below which a
 * device is needed, above it none. */
#include "adapter/strokes.h"
#include <string.h>

_Static_assert((int)STROKE_TEXT_SIZE == (int)LAYOUT_TEXT_SIZE, "the layout writes into the stroke");

enum { RELEASED, PRESSED };

enum fault strokes_open(struct strokes *strokes, const char *keymap)
{
    *strokes = (struct strokes){0};
    return layout_open(keymap, &strokes->layout);
}

void strokes_close(struct strokes *strokes)
{
    layout_close(strokes->layout);
    strokes->layout = NULL;
}

static uint64_t time_of(const struct input_event *event)
{
    return (uint64_t)event->input_event_sec * 1000000 + (uint64_t)event->input_event_usec;
}

static void press(struct strokes *strokes, struct stroke *stroke)
{
    if (strokes->unsure && stroke->us - strokes->last_us >= DISCARD_US) {
        layout_reset(strokes->layout);
        strokes->unsure = false;
    }
    strokes->last_us = stroke->us;
    stroke->dead = layout_key(strokes->layout, stroke->code, stroke->pressed, stroke->text);
}

enum strokes_what strokes_event(struct strokes *strokes, const struct input_event *event, struct stroke *ret)
{
    *ret = (struct stroke){.us = time_of(event)};
    if (event->type == EV_SYN) {
        strokes->catching_up = event->code == SYN_DROPPED;
        strokes->unsure |= strokes->catching_up;
        return strokes->catching_up ? STROKES_LOST : STROKES_NONE;
    }
    if (event->type != EV_KEY || (event->value != PRESSED && event->value != RELEASED)) {
        return STROKES_NONE;
    }
    ret->code = event->code;
    ret->pressed = event->value == PRESSED;
    press(strokes, ret);
    return strokes->catching_up ? STROKES_NONE : STROKES_KEY;
}
