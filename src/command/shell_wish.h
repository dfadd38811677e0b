/* shell_wish: the half of the shell that touches register, journal, pictures and scanners. */
#ifndef TIEPDON_SHELL_WISH_H
#define TIEPDON_SHELL_WISH_H
#include "command/shell.h"

/* Unix time; in a demonstration the time of day is real and the day is the one of the data. */
long long shell_wall(const struct shell *shell);

/* Carries a wish out, and those that its result wishes. */
void shell_carry_out(struct shell *shell, struct wish wish, uint64_t now);

/* What came by another road than the terminal must outlive a burst that is taken back. */
void shell_keep(struct shell *shell);

/* What the header shows. */
void shell_update_register(struct shell *shell);

/* What the register could not take while an import ran waits in the journal and is tried again. */
void shell_apply_outbox(struct shell *shell);

#endif
