/* configure: the data directory and its tiepdon.ini for a command. */
#ifndef TIEPDON_CONFIGURE_H
#define TIEPDON_CONFIGURE_H
#include "adapter/config.h"

/* 0; else what is wrong stands on standard error, `command` ("tiepdon check") before it, and the exit status comes back:
 * EXIT_CONFIG for a line that is refused, EXIT_STORE for a directory or file that cannot be read. */
int configure_in(const char *command, const char *dir, struct config *ret);
/* The same, with the directory found by `option` (--data). */
int configure(const char *command, const char *option, char dir[PATH_SIZE], struct config *ret);

/* The language of DIR's tiepdon.ini, for a command that needs no more of it: Vietnamese where it cannot be read. */
enum language configured_language(const char *dir);

#endif
