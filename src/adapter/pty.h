/* pty: a command in a terminal of its own within this one, as ssh and script run theirs.
 *
 * This terminal is raw meanwhile: every key is the command's. Both descriptors never block; that of this
 * terminal is opened anew, so that no other program that shares it is changed. */
#ifndef TIEPDON_PTY_H
#define TIEPDON_PTY_H
#include "core/fault.h"
#include "core/needed.h"
#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

struct pty {
    int outer; /* this terminal */
    int inner; /* the command's */
    pid_t pid; /* its process, the leader of its own session */
    struct termios modes;
    bool raw;
};

/* Runs argv (ended by NULL) with this terminal's modes and size, its signals as a shell would set them.
 * TERMINAL_NONE: there is none to run it in; COMMAND_MISSING, COMMAND_DENIED, COMMAND_FAILED. On a fault this
 * terminal is as it was. */
NEEDED enum fault pty_open(char *const argv[], struct pty *ret);

/* Gives this terminal back. A command that still runs is hung up on. */
void pty_close(struct pty *pty);

/* This terminal changed its size. */
void pty_resized(const struct pty *pty);

/* The command has ended: with *ret_status, 128 + n when signal n ended it. */
bool pty_ended(const struct pty *pty, int *ret_status);

#endif
