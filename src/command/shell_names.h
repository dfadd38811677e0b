/* shell_names: the names of the facilities that a chart, a difficulty or the open review speaks of. */
#ifndef TIEPDON_SHELL_NAMES_H
#define TIEPDON_SHELL_NAMES_H
#include "command/shell.h"

/* Fills desk.facilities: those of what is shown above the review, then the card's, the system's, then those of visits, checks and payments as far as there is room.
 * What has its name already is not looked up again, so it may be called after every event. */
void shell_name_facilities(struct shell *shell);

#endif
