/* screen: a child on a pseudo-terminal, and a frame that has ended when nothing follows. */
#include "screen.h"

#include "measure.h"
#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FIRST_BYTE_MS = 2000 };

void screen_open(struct screen *screen, const char *const argv[], bool raw)
{
    const struct winsize size = {.ws_row = 24, .ws_col = 80};
    screen->pid = forkpty(&screen->fd, NULL, NULL, &size);
    if (screen->pid < 0) {
        perror("bench: forkpty");
        exit(1);
    }
    if (screen->pid == 0) {
        struct termios modes;
        if (raw && tcgetattr(STDIN_FILENO, &modes) == 0) {
            cfmakeraw(&modes);
            tcsetattr(STDIN_FILENO, TCSANOW, &modes);
        }
        setenv("TERM", "xterm-256color", 1);
        execvp(argv[0], (char *const *)argv);
        _exit(127);
    }
}

void screen_close(struct screen *screen)
{
    close(screen->fd);
    waitpid(screen->pid, NULL, 0);
}

void screen_send(struct screen *screen, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t took = write(screen->fd, bytes, len);
        if (took < 0) {
            perror("bench: pseudo-terminal");
            exit(1);
        }
        bytes += took;
        len -= (size_t)took;
    }
}

static struct frame read_frame(struct screen *screen, int first_ms, int quiet_ms)
{
    struct pollfd poll_fd = {.fd = screen->fd, .events = POLLIN};
    struct frame frame = {.bytes = 0};
    char bytes[65536];
    while (poll(&poll_fd, 1, frame.bytes ? quiet_ms : first_ms) > 0) {
        ssize_t took = read(screen->fd, bytes, sizeof bytes);
        if (took <= 0) {
            break; /* the program has ended */
        }
        frame.last = measure_now();
        frame.bytes += (size_t)took;
    }
    if (frame.bytes == 0) {
        frame.last = measure_now();
    }
    return frame;
}

struct frame screen_frame(struct screen *screen, int quiet_ms)
{
    return read_frame(screen, FIRST_BYTE_MS, quiet_ms);
}

void screen_drain(struct screen *screen, int quiet_ms)
{
    read_frame(screen, quiet_ms, quiet_ms);
}
