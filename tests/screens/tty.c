/* tty: the terminal itself, in a pseudo terminal: keys and pastes in, frames out,
 * and how many bytes they take. */
#include "check.h"
#include "ui/terminal.h"
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    WAIT_MS = 10000,
    PAUSE_US = 150000, /* a pause between two keys of a person */
    QUICK_US = 8000,   /* the shortest */
    FRAME_BYTES = 3 * 1024,
    CURSOR_BYTES = 450, /* two rows, and the bottom lines, which move when the row offers another key */
};

/* Ends a frame for who reads the terminal's bytes: a string that no screen shows. */
static const char MARK[] = "\033]7;shown\a";

struct wire {
    int master, events; /* the terminal's other end; what the program under test heard, a line each */
    pid_t pid;
};

/* The program under test: says every event, shows one frame after the other
 * whenever it hears the letter f. */
static void say_events(struct terminal *terminal, struct stage *stage, int events)
{
    struct key key;
    static struct scan paste;
    for (enum terminal_event event; (event = terminal_read(terminal, &key, &paste)) != TERMINAL_NOTHING;) {
        if (event == TERMINAL_CLOSED) {
            dprintf(events, "closed\n");
            _exit(0);
        }
        if (event == TERMINAL_PASTE) {
            dprintf(events, "paste %zu %.*s\n", paste.len, paste.len < 20 ? (int)paste.len : 20, paste.bytes);
        } else if (key.press == PRESS_TEXT && key.rune == 'f') {
            terminal_show(terminal, &stage->grid);
            dprintf(STDOUT_FILENO, "%s", MARK);
        } else if (key.press == PRESS_TEXT && key.rune == 's') {
            char member[] = "maDKBD=79025", card[] = "";
            stage_line(stage, "member", member);
            stage_line(stage, "card", card);
            dprintf(events, "scanned\n");
        } else if (key.press == PRESS_DOWN) {
            char down[] = "Down";
            stage_line(stage, "key", down);
            dprintf(events, "key %d %d\n", (int)key.press, (int)key.rune);
        } else {
            dprintf(events, "key %d %d\n", (int)key.press, (int)key.rune);
        }
    }
}

static void be_program(int events)
{
    static struct stage stage;
    struct terminal *terminal = NULL;
    setlocale(LC_ALL, "C.UTF-8");
    setenv("TERM", "xterm-256color", 1);
    stage_init(&stage, "");
    stage_draw(&stage);
    if (terminal_open(false, &terminal) != FAULT_NONE) {
        _exit(1);
    }
    terminal_show(terminal, &stage.grid);
    dprintf(events, "ready\n");
    for (struct pollfd fd = {STDIN_FILENO, POLLIN, 0}; poll(&fd, 1, WAIT_MS) > 0;) {
        say_events(terminal, &stage, events);
    }
    _exit(1);
}

/* The next line the program says; "" when it says nothing any more. */
static void listen(const struct wire *wire, char out[80])
{
    size_t len = 0;
    struct pollfd fd = {wire->events, POLLIN, 0};
    while (len < 79 && poll(&fd, 1, WAIT_MS) > 0 && read(wire->events, out + len, 1) == 1 &&
           out[len] != '\n') {
        len++;
    }
    out[len] = '\0';
}

static bool hears(const struct wire *wire, const char *bytes, const char *wanted)
{
    char heard[80];
    if (write(wire->master, bytes, strlen(bytes)) < 0) {
        return false;
    }
    listen(wire, heard);
    if (strcmp(heard, wanted) == 0) {
        return true;
    }
    printf("tty: heard \"%s\", not \"%s\"\n", heard, wanted);
    return false;
}

/* What is written to the terminal up to the next mark; -1 when none comes. */
static int count_to_mark(const struct wire *wire)
{
    int bytes = 0;
    size_t matched = 0;
    char byte = 0;
    struct pollfd fd = {wire->master, POLLIN, 0};
    while (MARK[matched]) {
        if (poll(&fd, 1, WAIT_MS) <= 0 || read(wire->master, &byte, 1) != 1) {
            return -1;
        }
        bytes++;
        matched = byte == MARK[matched] ? matched + 1 : byte == MARK[0];
    }
    return bytes - (int)strlen(MARK);
}

static int bytes_of_frame(const struct wire *wire)
{
    return write(wire->master, "f", 1) == 1 ? count_to_mark(wire) : -1;
}

static bool frame_within(const struct wire *wire, const char *what, int most)
{
    int bytes = bytes_of_frame(wire);
    if (bytes > 0 && bytes <= most) {
        return true;
    }
    printf("tty: %s took %d bytes, more than %d or none\n", what, bytes, most);
    return false;
}

static bool check_keys_of_terminal(const struct wire *wire)
{
    return hears(wire, "a", "key 1 97") && hears(wire, "\033OP", "key 17 1") &&
           hears(wire, "\033[11~", "key 17 1") && hears(wire, "\033[24~", "key 17 12") &&
           hears(wire, "\033OA", "key 9 0") && hears(wire, "\033[A", "key 9 0") &&
           hears(wire, "\xe1\xbb\x87", "key 1 7879") && hears(wire, "\033", "key 4 0") &&
           hears(wire, "\033[99;9uz", "key 1 122") &&
           hears(wire, "\033[200~DN4|{}\r1\033[201~", "paste 8 DN4|{}\r1");
}

/* Alt codes come as digits that are no keys; the keypad's own are digits; Escape twice is Escape twice. */
static bool check_alt(const struct wire *wire)
{
    char heard[80];
    bool good = hears(wire, "\0333", "key 18 51") && hears(wire, "\033Ou", "key 1 53") &&
                hears(wire, "\033\033Ou", "key 18 53") && hears(wire, "\033[1;3H", "key 18 55") &&
                hears(wire, "\033[2;3~", "key 18 48") && hears(wire, "\033[27;3;50~", "key 18 50") &&
                hears(wire, "\033[50;3u", "key 18 50") && hears(wire, "\033\033", "key 4 0");
    listen(wire, heard);
    return good && strcmp(heard, "key 4 0") == 0;
}

/* Escape and soon another key: both, unless this machine was too busy to see the pause between them. A third
 * key comes when both must have been read. */
static bool hears_two(const struct wire *wire, const char *second, const char *wanted)
{
    char heard[80];
    for (int tries = 0; tries < 20; tries++) {
        bool sent = write(wire->master, "\033", 1) == 1 && usleep(QUICK_US) == 0 &&
                    write(wire->master, second, 1) == 1 && usleep(PAUSE_US) == 0 &&
                    write(wire->master, "z", 1) == 1;
        listen(wire, heard);
        if (sent && strcmp(heard, "key 4 0") == 0) {
            listen(wire, heard);
            bool both = strcmp(heard, wanted) == 0;
            listen(wire, heard);
            return both && strcmp(heard, "key 1 122") == 0;
        }
        while (heard[0] && strcmp(heard, "key 1 122") != 0) {
            listen(wire, heard);
        }
    }
    printf("tty: Escape and another key were never two keys\n");
    return false;
}

/* Alt+P begins a string that never ends; what a person presses after it must still be heard. */
static bool check_stray_escape(const struct wire *wire)
{
    if (write(wire->master, "\033P", 2) != 2) {
        return false;
    }
    usleep(PAUSE_US);
    return hears(wire, "b", "key 1 98");
}

static bool check_bytes_of_frames(const struct wire *wire)
{
    return bytes_of_frame(wire) >= 0 && hears(wire, "s", "scanned") &&
           frame_within(wire, "the frame of a scan", FRAME_BYTES) && hears(wire, "\033[B", "key 10 0") &&
           frame_within(wire, "a moved cursor", CURSOR_BYTES);
}

bool check_terminal(void)
{
    int pipes[2];
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    struct wire wire = {.master = -1};
    char heard[80];
    if (pipe(pipes) != 0) {
        return false;
    }
    fflush(stdout);
    wire.events = pipes[0];
    wire.pid = forkpty(&wire.master, NULL, NULL, &size);
    if (wire.pid == 0) {
        be_program(pipes[1]);
    }
    close(pipes[1]);
    listen(&wire, heard);
    bool good = wire.pid > 0 && strcmp(heard, "ready") == 0 && check_keys_of_terminal(&wire) &&
                check_alt(&wire) && hears_two(&wire, "v", "key 1 118") && hears_two(&wire, "3", "key 1 51") &&
                check_bytes_of_frames(&wire) && check_stray_escape(&wire);
    close(wire.master);
    listen(&wire, heard);
    if (wire.pid > 0) {
        kill(wire.pid, SIGKILL);
        waitpid(wire.pid, NULL, 0);
    }
    close(wire.events);
    return good;
}
