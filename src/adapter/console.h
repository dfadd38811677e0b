/* console: whether the font of the Linux console can show what the screens write. */
#ifndef TIEPDON_CONSOLE_H
#define TIEPDON_CONSOLE_H
#include <stdbool.h>

/* The letters of Vietnamese and every sign of the screens. */
extern const char CONSOLE_SIGNS[];

/* The terminal on `fd` is a console of the kernel's own, not a terminal program. */
bool console_is(int fd);
/* How many of CONSOLE_SIGNS its font has no picture of, the first ones in `missing`; -1 when the kernel does not say. */
enum { CONSOLE_MISSING_SIZE = 64 };
int console_missing(int fd, char missing[CONSOLE_MISSING_SIZE]);

#endif
