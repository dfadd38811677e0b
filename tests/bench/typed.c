/* typed: texts to keys, by the layout's own answer to every key. */
#include "typed.h"

#include "bench.h"
#include <stdbool.h>
#include <string.h>

static const unsigned short PAD[] = {KEY_KP0, KEY_KP1, KEY_KP2, KEY_KP3, KEY_KP4,
                                     KEY_KP5, KEY_KP6, KEY_KP7, KEY_KP8, KEY_KP9};

static void read_keys(struct layout *layout, char text[KEY_MAX + 1])
{
    for (unsigned short code = 1; code <= KEY_SPACE; code++) {
        char read[LAYOUT_TEXT_SIZE], nothing[LAYOUT_TEXT_SIZE];
        layout_key(layout, code, true, read);
        layout_key(layout, code, false, nothing);
        text[code] = read[0] && read[1] ? 0 : read[0];
    }
}

void keys_read(struct layout *layout, struct keys *ret)
{
    char nothing[LAYOUT_TEXT_SIZE];
    memset(ret, 0, sizeof *ret);
    layout_reset(layout);
    read_keys(layout, ret->text[0]);
    layout_reset(layout);
    layout_key(layout, KEY_LEFTSHIFT, true, nothing);
    read_keys(layout, ret->text[1]);
    layout_reset(layout);
}

static void add(struct typed *typed, unsigned short code, bool pressed)
{
    if (typed->stroke_count == TYPED_STROKES) {
        bench_fail("a text too long to type");
    }
    uint64_t us = (uint64_t)(1 + typed->stroke_count) * REPORT_US;
    struct input_event event = {.input_event_sec = (time_t)(us / 1000000),
                                .input_event_usec = (suseconds_t)(us % 1000000)};
    typed->events[typed->event_count + 1] = event;
    event.type = EV_KEY;
    event.code = code;
    event.value = pressed;
    typed->events[typed->event_count] = event;
    typed->event_count += 2;
    typed->strokes[typed->stroke_count++] = (struct stroke){.us = us, .code = code, .pressed = pressed};
}

static void add_key(struct typed *typed, unsigned short code)
{
    add(typed, code, true);
    add(typed, code, false);
}

static bool add_character(struct typed *typed, const struct keys *keys, char c)
{
    const char *plain = memchr(keys->text[0], c, sizeof keys->text[0]);
    const char *shifted = memchr(keys->text[1], c, sizeof keys->text[1]);
    if (plain) {
        add_key(typed, (unsigned short)(plain - keys->text[0]));
    } else if (shifted) {
        add(typed, KEY_LEFTSHIFT, true);
        add_key(typed, (unsigned short)(shifted - keys->text[1]));
        add(typed, KEY_LEFTSHIFT, false);
    }
    return plain || shifted;
}

static void add_number(struct typed *typed, unsigned char byte)
{
    add(typed, KEY_LEFTALT, true);
    add_key(typed, PAD[0]);
    add_key(typed, PAD[byte / 100]);
    add_key(typed, PAD[byte / 10 % 10]);
    add_key(typed, PAD[byte % 10]);
    add(typed, KEY_LEFTALT, false);
}

void typed_make(const char *text, const struct keys *keys, struct layout *layout, struct typed *ret)
{
    memset(ret, 0, sizeof *ret);
    for (const char *c = text; *c; c++) {
        if (!add_character(ret, keys, *c)) {
            add_number(ret, (unsigned char)*c);
        }
    }
    add_key(ret, KEY_ENTER);
    for (int i = 0; i < ret->stroke_count; i++) {
        struct stroke *stroke = &ret->strokes[i];
        stroke->dead = layout_key(layout, stroke->code, stroke->pressed, stroke->text);
    }
}
