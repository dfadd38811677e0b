/* shell_print: WISH_PRINT: the text of a paper, laid out for the printer, on its way by a process of its own. */
#ifndef TIEPDON_SHELL_PRINT_H
#define TIEPDON_SHELL_PRINT_H
#include "command/shell.h"

void shell_print(struct shell *shell, uint64_t now);
/* Its descriptor is readable, or its time-out is due. */
void shell_printer(struct shell *shell, uint64_t now);

#endif
