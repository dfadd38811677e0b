/* shell_look: the journal is told whom the screen and the printer showed to the clerk. */
#ifndef TIEPDON_SHELL_LOOK_H
#define TIEPDON_SHELL_LOOK_H
#include "command/shell.h"

/* Journals whom the open screen shows, once a person and purpose. Call behind the frame. */
void shell_look(struct shell *shell, uint64_t now);
/* Whom desk.printing puts on paper; of the list of a day one look, which names the day. */
NEEDED enum fault shell_look_print(struct shell *shell);
/* Somebody else is at the screen: what it shows is journalled anew. */
void shell_look_again(struct shell *shell);

#endif
