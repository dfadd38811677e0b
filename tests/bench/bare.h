/* bare: the same look-ups by libcurl alone: its multi interface, the answers thrown away. */
#ifndef TIEPDON_BENCH_BARE_H
#define TIEPDON_BENCH_BARE_H
#include "stood.h"

/* Seconds for all questions, `width` at a time, without taking the token. */
double bare_ask(const struct stood *stood, int width);

#endif
