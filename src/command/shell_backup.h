/* shell_backup: whether the newest backup is older than the configuration wants. */
#ifndef TIEPDON_SHELL_BACKUP_H
#define TIEPDON_SHELL_BACKUP_H
#include "command/shell.h"

/* For the waiting screen. Where none was ever made the first entry of the journal counts; demonstration data needs none. */
void shell_update_backup(struct shell *shell);

#endif
