/* shell_checkin: check-in files at the counter: looks now and then whether one is owed or a record may have come back, and
 * has a process of its own hand them over (checkin_child.h). What hinders it, and what a record lacks, is told once. */
#ifndef TIEPDON_SHELL_CHECKIN_H
#define TIEPDON_SHELL_CHECKIN_H
#include "command/shell.h"

/* After store and configuration: from here on a file is owed for every intake, where [checkin] says so. */
void shell_checkin_open(struct shell *shell);
/* Reports that came, and the next look. Call after the other events of a batch. */
void shell_checkin(struct shell *shell, uint64_t now);
int shell_checkin_timeout(const struct shell *shell, uint64_t now);

#endif
