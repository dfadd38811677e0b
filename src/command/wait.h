/* wait: what the loops of subcommands wait by: one clock, signals that come through a descriptor, time-outs. */
#ifndef TIEPDON_WAIT_H
#define TIEPDON_WAIT_H
#include <stddef.h>
#include <stdint.h>

/* Milliseconds of a clock that never goes back. */
uint64_t wait_now(void);

/* The sooner of two time-outs in milliseconds; -1 is never. */
int wait_sooner(int a, int b);

/* Blocks these signals and returns a descriptor that gives them (signalfd, without waiting), -1 when there is none to
 * be had. Before any thread and any child is started: they inherit what is blocked. */
int wait_signals(const int *signals, size_t count);

#endif
