/* input: bytes of a terminal made into keys and whole pastes, so that no foreign sequence becomes a
 * command. Pure; it knows no curses.
 *
 * Sequences that the terminal's owner does not know (Alt with a key, mouse, answers of the terminal) are
 * swallowed whole. A paste is taken byte for byte; one longer than any code keeps PAYLOAD_MAX + 1 bytes,
 * which card_read refuses. Bytes that are no UTF-8 are left out. */
#ifndef TIEPDON_INPUT_H
#define TIEPDON_INPUT_H
#include "core/key.h"
#include "core/scan.h"
#include <stdbool.h>

enum { INPUT_RUNE = 4 };

/* Where the reader stands within a sequence of bytes. */
enum input_state {
    INPUT_GROUND,
    INPUT_ESCAPED,
    INPUT_CONTROL, /* ESC [ or ESC O */
    INPUT_STRING,  /* ESC ] P _ ^ up to BEL or ESC and one more */
    INPUT_STRING_ESCAPED,
    INPUT_PASTE,
};

struct input {
    enum input_state state;
    char rune[INPUT_RUNE]; /* bytes of a character that is not whole yet */
    size_t rune_len;
    struct scan paste; /* patient data: wipe it */
};

enum input_event { INPUT_NOTHING, INPUT_KEY, INPUT_PASTED };

/* One byte. `alone`: nothing stands behind it yet, so an escape byte is the Escape key; in a paste without an
 * end, as after a broken line, that key ends it (and the paste is refused). */
enum input_event input_byte(struct input *input, int byte, bool alone, struct key *ret_key,
                            struct scan *ret_paste);
/* A sequence that is known to be a key. */
enum input_event input_key(struct input *input, struct key key, struct key *ret_key);
/* The marks around a bracketed paste. */
void input_paste_begin(struct input *input);
enum input_event input_paste_end(struct input *input, struct scan *ret_paste);
/* A sequence has begun and is not whole; when nothing more comes it is given up. */
bool input_waits(const struct input *input);
void input_give_up(struct input *input);

#endif
