/* shell_portal: the portal at the counter: what the desk wishes of it, the list that works itself off behind the clerk's
 * back, and what the header says about both. Nothing here waits. */
#ifndef TIEPDON_SHELL_PORTAL_H
#define TIEPDON_SHELL_PORTAL_H
#include "command/shell.h"

/* After store and configuration. A fault is told and the counter goes on: what would be asked is put on the list. */
void shell_portal_open(struct shell *shell);
void shell_portal_close(struct shell *shell);

/* Replies that came, and the list's turn. Call after the other events of a batch. */
void shell_portal(struct shell *shell, uint64_t now);
/* -1 while there is none. */
int shell_portal_fd(const struct shell *shell);
int shell_portal_timeout(const struct shell *shell);

/* WISH_PORTAL, WISH_HISTORY, WISH_COPAYMENT: `ask` of the open review. It goes out behind the next frame: the quota is
 * written and libcurl takes the question over while the clerk reads what the register says. */
void shell_want(struct shell *shell, enum ask ask, int ticket);
/* Sends what is wanted; true when the desk has changed by it (a fresh answer of the register, or why nothing goes out).
 * Call after the frame was drawn. */
bool shell_ask_wanted(struct shell *shell, uint64_t now);
/* WISH_LATE */
struct wish shell_late_list(struct shell *shell, uint64_t now);
/* WISH_LATE_OPEN, WISH_RECORD: the record of this id as a review. */
struct wish shell_record_open(struct shell *shell, const char *id, uint64_t now);

/* An intake was written under this id. */
void shell_portal_saved(struct shell *shell, const struct intake *intake, const char *id);
/* The counts of the header and, where it is shown, the list. */
NEEDED enum fault shell_update_late(struct shell *shell);

#endif
