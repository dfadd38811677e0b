/* demo: the list of demonstration cards in DIR/cards.txt, which a demonstration
 * directory holds and no other. */
#ifndef TIEPDON_DEMO_H
#define TIEPDON_DEMO_H
#include "core/desk.h"

/* At most `max` cards, in the order of the file: a line each with number, picture, verdict, title in
 * Vietnamese, title in English, tabs between. Lines that are not so are left out.
 * FAULT_SETTINGS_MISSING, FAULT_SETTINGS_UNREADABLE. */
NEEDED enum fault demo_cards(const char *dir, enum language language, struct demo_card *ret, int max,
                             int *ret_count);

#endif
