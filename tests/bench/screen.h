/* screen: a program on a pseudo-terminal of 80x24: bytes in, the time and size of what it answers. */
#ifndef TIEPDON_BENCH_SCREEN_H
#define TIEPDON_BENCH_SCREEN_H
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A frame has ended when nothing more came for this long. */
enum { SCREEN_QUIET_MS = 30 };

struct screen {
    int fd;
    pid_t pid;
};

struct frame {
    double last; /* measure_now() of its last byte; of the end of waiting when there was none */
    size_t bytes;
};

/* `raw`: the terminal neither echoes nor gathers lines, for a program that does not say so itself. */
void screen_open(struct screen *screen, const char *const argv[], bool raw);
/* Ends the program as a closed terminal does and waits for it. */
void screen_close(struct screen *screen);

void screen_send(struct screen *screen, const char *bytes, size_t len);

/* Waits for the first byte (two seconds at most), then until `quiet_ms` without any. */
struct frame screen_frame(struct screen *screen, int quiet_ms);
/* Takes what comes, if anything, until `quiet_ms` without any byte. */
void screen_drain(struct screen *screen, int quiet_ms);

#endif
