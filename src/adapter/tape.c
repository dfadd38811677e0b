/* tape: eight bytes a key, and the same road from keys to a scan as the first time. */
#include "adapter/tape.h"
#include "core/card.h"
#include "core/keyboard.h"
#include <linux/input-event-codes.h>
#include <stdlib.h>
#include <string.h>

struct tape_key {
    uint32_t us; /* since the first */
    uint16_t code;
    bool pressed;
};

struct tape {
    uint64_t first_us;
    int count;
    bool caps; /* Caps Lock was on when the scan began */
    bool full; /* more came than it holds */
    struct tape_key keys[TAPE_KEYS];
};

enum fault tape_open(struct tape **ret)
{
    struct tape *tape = malloc(sizeof *tape);
    if (!tape) {
        return FAULT_MEMORY;
    }
    tape->count = 0;
    tape_begin(tape, false);
    *ret = tape;
    return FAULT_NONE;
}

void tape_close(struct tape *tape)
{
    if (tape) {
        tape_begin(tape, false);
        free(tape);
    }
}

void tape_begin(struct tape *tape, bool caps)
{
    explicit_bzero(tape->keys, (size_t)tape->count * sizeof *tape->keys);
    tape->count = 0;
    tape->full = false;
    tape->caps = caps;
}

void tape_keep(struct tape *tape, const struct stroke *stroke)
{
    if (!tape->count && !stroke->pressed) {
        return; /* of the suffix before it, perhaps hours ago */
    }
    if (!tape->count) {
        tape->first_us = stroke->us;
    }
    uint64_t us = stroke->us - tape->first_us;
    if (tape->count == TAPE_KEYS || us > UINT32_MAX) {
        tape->full = true;
        return;
    }
    tape->keys[tape->count++] = (struct tape_key){(uint32_t)us, stroke->code, stroke->pressed};
}

static struct stroke replay(const struct tape *tape, int at, struct layout *layout)
{
    const struct tape_key *key = &tape->keys[at];
    struct stroke stroke = {.us = tape->first_us + key->us, .code = key->code, .pressed = key->pressed};
    stroke.dead = layout_key(layout, stroke.code, stroke.pressed, stroke.text);
    return stroke;
}

static void set_caps(struct layout *layout, bool caps)
{
    char text[LAYOUT_TEXT_SIZE];
    layout_reset(layout);
    if (caps) {
        layout_key(layout, KEY_CAPSLOCK, true, text);
        layout_key(layout, KEY_CAPSLOCK, false, text);
    }
}

/* The end of the tape ends the scan, as a silence would. */
static enum fault read_end(struct wedge *wedge, struct scan *ret, bool *ret_whole)
{
    wedge->manner.suffixes = 0;
    uint64_t us = wedge_deadline(wedge);
    enum fault fault = us ? wedge_pass(wedge, us, ret, ret_whole) : FAULT_SCAN_EMPTY;
    return fault ? fault : *ret_whole ? FAULT_NONE : FAULT_SCAN_BROKEN;
}

enum fault tape_read(const struct tape *tape, struct layout *layout, const struct manner *manner,
                     struct scan *ret)
{
    struct wedge wedge;
    bool whole = false;
    enum fault fault = tape->full ? FAULT_SCAN_TOO_LONG : FAULT_NONE;
    wedge_init(&wedge, manner);
    set_caps(layout, tape->caps);
    for (int i = 0; i < tape->count && !fault && !whole; i++) {
        struct stroke stroke = replay(tape, i, layout);
        fault = wedge_stroke(&wedge, &stroke, ret, &whole);
        explicit_bzero(&stroke, sizeof stroke);
    }
    if (!fault && !whole) {
        fault = read_end(&wedge, ret, &whole);
    }
    wedge_wipe(&wedge);
    layout_reset(layout);
    return fault;
}

/* A card with nothing repaired and nothing unclear: what a right layout gives. */
static bool reads(const struct scan *scan)
{
    struct card card;
    bool good =
        card_parse(scan->bytes, scan->len, scan->origin, &card) == FAULT_NONE && !card.notes && !card.mended;
    explicit_bzero(&card, sizeof card);
    return good;
}

static bool read_as(const struct tape *tape, const struct keymaps *keymaps, const char *name,
                    const struct manner *manner, struct scan *ret)
{
    struct layout *layout = NULL;
    enum fault fault = layout_find(keymaps, name, &layout);
    fault = fault ? fault : tape_read(tape, layout, manner, ret);
    layout_close(layout);
    return !fault && reads(ret);
}

void tape_mend(const struct tape *tape, const struct keymaps *keymaps, const struct manner *manner,
               struct scan *scan)
{
    struct scan found = {0}, one;
    bool several = false;
    if (reads(scan)) {
        return;
    }
    for (enum keyboard i = 0; i < KEYBOARD_SCANNERS && !several; i++) {
        if (read_as(tape, keymaps, keyboard_code(i), manner, &one)) {
            several = found.len && (found.len != one.len || memcmp(found.bytes, one.bytes, one.len) != 0);
            found = one;
        }
    }
    if (found.len && !several) {
        *scan = found;
        scan->mended |= MEND_LAYOUT;
    }
    explicit_bzero(&found, sizeof found);
    explicit_bzero(&one, sizeof one);
}
