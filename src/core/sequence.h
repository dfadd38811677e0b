/* sequence: where a stream of a terminal's bytes stands, in either direction: between two characters, or
 * within one, an escape sequence (ECMA-48) or a bracketed paste; and what it has said of bracketed pastes.
 *
 * An escape byte begins anew wherever it stands, as terminals have it. */
#ifndef TIEPDON_SEQUENCE_H
#define TIEPDON_SEQUENCE_H
#include <stdbool.h>
#include <stddef.h>

enum sequence_state {
    SEQUENCE_GROUND,
    SEQUENCE_CHARACTER, /* within a character of UTF-8 */
    SEQUENCE_ESCAPED,   /* ESC, and what may stand between it and its last byte */
    SEQUENCE_SHIFTED,   /* ESC O: a parameter, perhaps, and one byte */
    SEQUENCE_CONTROL,   /* ESC [ up to a byte from @ to ~ */
    SEQUENCE_STRING,    /* ESC ] P X ^ _ up to BEL or ESC \ */
};

/* Begin with {0}. */
struct sequence {
    enum sequence_state state;
    int missing;      /* bytes of the character */
    char mark;        /* the first byte of a control sequence when it is no digit: "?" of a private mode */
    unsigned number;  /* of its parameters, the one that is being read */
    unsigned modes;   /* those that count among its parameters */
    bool takes_paste; /* what a program writes: it has switched bracketed pastes on (mode 2004) */
    bool pasting;     /* what a terminal sends: the head of a paste was seen and its tail was not */
};

void sequence_read(struct sequence *sequence, const char *bytes, size_t len);

/* Something may be put in here without parting what belongs together. */
bool sequence_between(const struct sequence *sequence);

#endif
