/* desk_keys: which key does what in which mode: one table for what acts, what is offered and what is known. */
#ifndef TIEPDON_DESK_KEYS_H
#define TIEPDON_DESK_KEYS_H
#include "core/desk_inside.h"

enum binding_flag {
    TYPES = 1,  /* the key becomes text */
    WRITES = 2, /* the key may write to the journal */
    PRINTS = 8, /* with WRITES, which is a look at most: whoever may look may print */
    TURNS = 4,  /* the key takes back what it did: a bounce would leave nothing done */
};

/* One line of the table: in these modes, when `when` holds (or is NULL), this key does `act`. `label` is NULL
 * for a twin of a key already named. */
struct binding {
    uint64_t modes;
    enum press press;
    int32_t first, last; /* runes, both 0 for any */
    bool (*when)(const struct desk *desk);
    desk_act *act;
    unsigned flags; /* set of enum binding_flag */
    const char *label, *text[LANGUAGE_COUNT];
};

/* How a table writes its lines: modes, and the first and last rune of a key. */
#define M(mode) (UINT64_C(1) << MODE_##mode)
#define TEXT(c) PRESS_TEXT, (c), (c)
#define CTRL(c) PRESS_CTRL, (c) - 'A' + 1, (c) - 'A' + 1
#define F(n) PRESS_FUNCTION, (n), (n)
#define ANY_OF(from, to) PRESS_TEXT, (from), (to)
#define ANY(press) PRESS_##press, 0, 0

/* Modes in which letters are text, and those in which they are commands or nothing. */
#define LINES (M(SEARCH) | M(EDIT) | M(SAME) | M(REASON) | M(FORM) | M(DIFFICULTY) | M(PAPER) | M(CONTACT))
#define PLAIN                                                                                                \
    (M(SOURCE) | M(YEAR) | M(CANDIDATES) | M(HEIRS) | M(CONFIRM) | M(SLIP) | M(OTHER) | M(ENTITLE) |         \
     M(HISTORY) | M(COPAYMENT))
#define WORDS (M(EDIT) | M(SAME) | M(REASON) | M(FORM) | M(DIFFICULTY) | M(CONTACT))
#define BASE (M(WAITING) | M(REVIEW) | LINES | PLAIN)
#define OVER                                                                                                 \
    (M(HELP) | M(TODAY) | M(LATE) | M(UNDO) | M(DEMO) | M(BIND) | M(LEAVE) | M(DIFFICULTIES) | M(ANSWER) |   \
     M(CHARTS) | M(CLOSE))
#define UNDER                                                                                                \
    (LINES | M(YEAR) | M(CANDIDATES) | M(HEIRS) | M(CONFIRM) | M(SLIP) | M(ENTITLE) | M(HISTORY) |           \
     M(COPAYMENT))

#define PAGED (M(SLIP) | M(HELP) | M(ENTITLE) | M(HISTORY) | M(COPAYMENT))

/* The parts of the table: what a review and its choices know; its lines; what lies over them or is shared.
 * Behind each other they are in the order of their weight on the bottom lines; the first that fits a key acts. */
enum { BINDING_PARTS = 3 };
const struct binding *desk_bindings_review(int *ret_count);
const struct binding *desk_bindings_lines(int *ret_count);
const struct binding *desk_bindings_shared(int *ret_count);

/* The address can be brought to today's units, and no sentence says so. */
bool desk_modernises_unsaid(const struct desk *desk);

/* The portal's answer may come when the patient has gone: the phone is worth a line. */
bool desk_checked_later(const struct desk *desk);

#endif
