/* desk_keys: which key does what in which mode: one table for what acts, what
 * is offered and what is known. */
#ifndef TIEPDON_DESK_KEYS_H
#define TIEPDON_DESK_KEYS_H
#include "core/desk_inside.h"

enum binding_flag {
    TYPES = 1,  /* the key becomes text */
    WRITES = 2, /* the key may write to the journal */
    TURNS = 4,  /* the key takes back what it did: a bounce would leave nothing done */
};

/* One line of the table: in these modes, when `when` holds (or is NULL), this key does `act`. `label` is NULL
 * for a twin of a key already named. */
struct binding {
    unsigned modes;
    enum press press;
    int32_t first, last; /* runes, both 0 for any */
    bool (*when)(const struct desk *desk);
    desk_act *act;
    unsigned flags; /* set of enum binding_flag */
    const char *label, *text[LANGUAGE_COUNT];
};

/* In the order of their weight on the bottom lines; the first one that fits a key acts. */
const struct binding *desk_bindings(int *ret_count);

#endif
