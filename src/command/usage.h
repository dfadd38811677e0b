/* usage: how each command is called, in one place: for `tiepdon --help`, for `tiepdon COMMAND --help`, and
 * for whoever called it otherwise. */
#ifndef TIEPDON_USAGE_H
#define TIEPDON_USAGE_H
#include <stdbool.h>
#include <stdio.h>

/* Prints the calls of a command ("check"; "" is the counter). False, and nothing printed, for one that has
 * none. */
bool usage_print(FILE *out, const char *command);

/* Prints those of every command. */
void usage_print_all(FILE *out);

/* Prints them to standard error and returns EXIT_USAGE. */
int usage_refuse(const char *command);

/* The command is asked for its calls; argv[0] is its name. What stands behind the COMMAND of a relay is not
 * ours. */
bool usage_asked(int argc, char **argv);

#endif
