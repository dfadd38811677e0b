/* shell_sign: who works at the counter: signing in, the lock, and what the journal is told of it. */
#ifndef TIEPDON_SHELL_SIGN_H
#define TIEPDON_SHELL_SIGN_H
#include "command/shell.h"

/* Who writes what a key wishes; where clerks sign in it is the one who did. */
struct writer shell_writer(const struct shell *shell);

/* Where the journal knows a clerk, somebody must sign in. After the draft was restored, and every minute: a clerk who was
 * added, switched off or given another role meanwhile. */
void shell_sign_check(struct shell *shell, uint64_t now);
/* WISH_SIGN_IN, WISH_LOCK */
struct wish shell_sign_in(struct shell *shell, uint64_t now);
void shell_lock(struct shell *shell, uint64_t now);
/* The program ends. */
void shell_sign_off(struct shell *shell);

#endif
