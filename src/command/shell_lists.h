/* shell_lists: the journal's lists for the desk: the day, the difficulties, the statistics. */
#ifndef TIEPDON_SHELL_LISTS_H
#define TIEPDON_SHELL_LISTS_H
#include "command/shell.h"

/* Who came last, the counts of the first screen, and whatever list is shown now. */
NEEDED enum fault shell_update_list(struct shell *shell);
/* How many difficulties are open, and how many of them are due. */
NEEDED enum fault shell_count_difficulties(struct shell *shell);

/* WISH_TODAY, WISH_DIFFICULTIES, WISH_DIFFICULTY_READ, WISH_STATISTICS. */
struct wish shell_today(struct shell *shell, uint64_t now);
struct wish shell_difficulties(struct shell *shell, uint64_t now);
struct wish shell_difficulty_read(struct shell *shell, uint64_t now);
struct wish shell_statistics(struct shell *shell, uint64_t now);

#endif
