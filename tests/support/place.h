/* place: a data directory of its own for a test, in memory where the machine
 * has /dev/shm, gone afterwards. */
#ifndef TIEPDON_TESTS_PLACE_H
#define TIEPDON_TESTS_PLACE_H

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
/* The whole of DIR/NAME, "" when there is none; the caller's until the next call. */
const char *place_text(const char *name);

#endif
