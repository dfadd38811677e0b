/* shell_setup: a scanner being set up: what it proved to send is written down and read so from then on. */
#ifndef TIEPDON_SHELL_SETUP_H
#define TIEPDON_SHELL_SETUP_H
#include "command/shell.h"

/* The mode decides whether strangers are listened to, so that no key, no scan and no burst taken back can leave it
 * on. */
void shell_listen(struct shell *shell);

/* WISH_SETUP. */
void shell_set_up(struct shell *shell, uint64_t now);

/* SCANNER_HEARD and SCANNER_BOUND. */
void shell_heard(struct shell *shell, const struct scanner_event *event, uint64_t now);
void shell_bound(struct shell *shell, const struct scanner_event *event, uint64_t now);

#endif
