/* session: a command in a terminal of its own, the clerk's terminal around it, and what the scanner brings put
 * in between the clerk's keys as pastes. One loop, no thread, nothing blocks:
 *
 *     while (!session_over(&session, &status)) {
 *         session_step(&session, fd, timeout);     waits for all of its own, for `fd` and for the time
 *         while (session_ready(&session) && ...)
 *             session_scan(&session, &scan);
 *     }
 *
 * What one end does not take waits here, and when that is full the other end waits, as with any terminal. */
#ifndef TIEPDON_SESSION_H
#define TIEPDON_SESSION_H
#include "adapter/pty.h"
#include "core/relay.h"

enum { FLOW_SIZE = 1 << 16 };

/* Bytes on their way from one descriptor to another. */
struct flow {
    char bytes[FLOW_SIZE];
    size_t at, end; /* those from at to end wait */
};

struct session {
    int signals;
    struct pty pty;
    struct relay relay;
    struct flow keys, output;     /* patient data, as the paste: session_close wipes them */
    char paste[RELAY_PASTE_SIZE]; /* waits until the clerk's keys leave a place for it */
    size_t paste_len;
    bool bell; /* a scan that the far program does not take was dropped: to be rung between its bytes */
    bool deaf; /* nothing more comes from the command's terminal */
    bool over;
    bool ended;        /* the command has, but not yet all that it wrote is shown */
    size_t last_words; /* bytes of it */
    int status;
};

/* Takes the signals; call it before any thread is made, session_run behind. */
void session_open(struct session *session);

/* Starts the command; faults of pty_open. */
NEEDED enum fault session_run(struct session *session, char *const argv[]);

/* Gives the terminal and the signals back; also when session_run failed or was not called. */
void session_close(struct session *session);

/* Waits at most timeout_ms (-1: for ever) for what happens to the session or to `fd` (-1: none). */
void session_step(struct session *session, int fd, int timeout_ms);

/* The next scan or fault can be taken; until then let it wait where it is. */
bool session_ready(const struct session *session);

/* Hands a scan over, or the word that none came. The bell, and nothing handed over, when the program that
 * the clerk sees takes no pastes: a shell would take it for a command. */
void session_scan(struct session *session, const struct scan *scan);
void session_fault(struct session *session, enum fault fault);

/* The command has ended, the terminal is gone, or a signal ended us: *ret_status as a shell has it. */
bool session_over(const struct session *session, int *ret_status);

#endif
