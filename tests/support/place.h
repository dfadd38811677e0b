/* place: a data directory of its own for a test, in memory where the machine
 * has /dev/shm, gone afterwards. */
#ifndef TIEPDON_TESTS_PLACE_H
#define TIEPDON_TESTS_PLACE_H
#include <stdbool.h>

/* Every test runs in a process of its own, so one directory a test suffices. */
const char *place_begin(void);
void place_end(void);
const char *place_dir(void);

/* DIR/NAME in a buffer that the next calls but three reuse. */
const char *place_path(const char *name);
/* Writes DIR/NAME and returns its path. */
const char *place_write(const char *name, const char *text);
/* Makes DIR/TO the same as DIR/FROM. */
void place_copy(const char *from, const char *to);
/* A file system in memory of our own, which nobody else sees, over the directory: "size=24m"; false where the machine
 * forbids it. What is held open from before stays beneath. */
bool place_mount(const char *options);
/* Takes all room that is left. */
void place_fill(void);
/* The whole of DIR/NAME, "" when there is none; the caller's until the next call. */
const char *place_text(const char *name);

#endif
