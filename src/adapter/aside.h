/* aside: this program once more, in a process of its own, for what may hang (a driver, a share) or reads foreign bytes. It
 * gets one socket as its standard output, /dev/null for the rest, and nothing else of what is open here. */
#ifndef TIEPDON_ASIDE_H
#define TIEPDON_ASIDE_H
#include <stdbool.h>
#include <stddef.h>

struct aside {
    int socket;  /* SOCK_SEQPACKET, does not block: its messages, whole or not at all; -1 for none */
    int process; /* a pidfd: a number may be another process's when this one has ended */
};

/* `bytes` of messages may wait for us. The caller has set SIGCHLD to SIG_IGN: nobody waits for the process to end. False,
 * and nothing to stop, when no process can be had. */
bool aside_start(const char *program, char *const argv[], int bytes, struct aside *ret);
/* Kills it and closes both; what it left undone is the kernel's. Does nothing for one that was never started, {-1, -1}. */
void aside_stop(struct aside *aside);

#endif
