/* session: what can be read is read, what can be written is written; only poll waits. */
#include "command/session.h"
#include "command/wait.h"
#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

enum {
    SIGNALLED = 128,
    LAST_WORDS_MAX =
        1 << 18, /* more than a pty holds: what others write to it after the command's end is not ours */
};

void session_open(struct session *session)
{
    static const int SIGNALS[] = {SIGWINCH, SIGCHLD, SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    *session = (struct session){.signals = wait_signals(SIGNALS, sizeof SIGNALS / sizeof *SIGNALS),
                                .pty = {.outer = -1, .inner = -1}};
}

enum fault session_run(struct session *session, char *const argv[])
{
    return session->signals < 0 ? FAULT_COMMAND_FAILED : pty_open(argv, &session->pty);
}

void session_close(struct session *session)
{
    pty_close(&session->pty);
    if (session->signals >= 0) {
        close(session->signals);
    }
    explicit_bzero(session, sizeof *session);
}

static void end(struct session *session, int status)
{
    if (!session->over && !session->ended) {
        session->status = status;
    }
    session->over = true;
}

/* ---- flows ---- */

/* Makes room for `len` bytes behind what waits; false where there is none. */
static bool make_room(struct flow *flow, size_t len)
{
    size_t waits = flow->end - flow->at;
    if (len > FLOW_SIZE - waits) {
        return false;
    }
    if (len > FLOW_SIZE - flow->end) {
        memmove(flow->bytes, flow->bytes + flow->at, waits);
        explicit_bzero(flow->bytes + waits, flow->end - waits);
        flow->at = 0;
        flow->end = waits;
    }
    return true;
}

static void put(struct flow *flow, const char *bytes, size_t len)
{
    memcpy(flow->bytes + flow->end, bytes, len);
    flow->end += len;
}

/* Reads what there is, as long as `reserve` bytes of room are left. Returns the bytes; *ret_gone: the other
 * end is. */
static size_t draw(struct flow *flow, int fd, size_t reserve, bool *ret_gone)
{
    size_t before = flow->end - flow->at;
    ssize_t got = 1;
    while (got > 0 && make_room(flow, reserve + 1)) {
        got = read(fd, flow->bytes + flow->end, FLOW_SIZE - flow->end - reserve);
        flow->end += got > 0 ? (size_t)got : 0;
    }
    *ret_gone = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
    return flow->end - flow->at - before;
}

/* Writes as much as the other end takes. */
static void pour(struct flow *flow, int fd)
{
    ssize_t put = flow->at < flow->end ? write(fd, flow->bytes + flow->at, flow->end - flow->at) : 0;
    if (put > 0) {
        explicit_bzero(flow->bytes + flow->at, (size_t)put);
        flow->at += (size_t)put;
    }
    if (flow->at == flow->end) {
        flow->at = flow->end = 0;
    }
}

/* ---- the loop ---- */

static bool reads_keys(const struct session *session)
{
    return session->keys.end - session->keys.at < FLOW_SIZE - RELAY_PASTE_SIZE;
}

/* Milliseconds until the paste can be put between the keys; -1: it is not time that is lacking. */
static int paste_timeout(struct session *session)
{
    bool can = session->paste_len && make_room(&session->keys, session->paste_len);
    return can ? relay_wait(&session->relay, wait_now()) : -1;
}

static void take_signals(struct session *session)
{
    struct signalfd_siginfo info;
    while (read(session->signals, &info, sizeof info) == (ssize_t)sizeof info) {
        if (info.ssi_signo == SIGWINCH) {
            pty_resized(&session->pty);
        } else if (info.ssi_signo != SIGCHLD) {
            end(session, SIGNALLED + (int)info.ssi_signo);
        } else if (!session->ended && pty_ended(&session->pty, &session->status)) {
            session->ended = true;
        }
    }
}

/* What waits while nothing can be read counts as new when it is read. */
static void take_keys(struct session *session)
{
    struct flow *keys = &session->keys;
    bool gone = false;
    size_t got = reads_keys(session) ? draw(keys, session->pty.outer, RELAY_PASTE_SIZE, &gone) : 0;
    if (got || !reads_keys(session)) {
        relay_keys(&session->relay, keys->bytes + keys->end - got, got, wait_now());
    }
    if (gone) {
        end(session, SIGNALLED + SIGHUP);
    }
}

static void take_output(struct session *session)
{
    struct flow *output = &session->output;
    if (!session->deaf) {
        size_t got = draw(output, session->pty.inner, 1, &session->deaf);
        relay_output(&session->relay, output->bytes + output->end - got, got);
        session->last_words += session->ended ? got : 0;
        bool silent = output->at == output->end || session->last_words > LAST_WORDS_MAX;
        session->deaf |= session->ended && silent;
    }
    if (session->bell && sequence_between(&session->relay.output) && make_room(output, 1)) {
        put(output, "\a", 1);
        session->bell = false;
    }
}

/* The state of the far program may have changed while the paste waited. */
static void put_paste(struct session *session)
{
    if (paste_timeout(session) != 0) {
        return;
    }
    if (session->relay.output.takes_paste) {
        put(&session->keys, session->paste, session->paste_len);
    } else {
        session->bell = true;
    }
    explicit_bzero(session->paste, sizeof session->paste);
    session->paste_len = 0;
}

static void wait_for(struct session *session, int fd, int timeout_ms)
{
    bool keys = session->keys.at < session->keys.end, output = session->output.at < session->output.end;
    short outer = (short)((reads_keys(session) ? POLLIN : 0) | (output ? POLLOUT : 0));
    short inner = (short)((output ? 0 : POLLIN) | (keys ? POLLOUT : 0));
    struct pollfd fds[] = {{session->signals, POLLIN, 0},
                           {session->pty.outer, outer, 0},
                           {session->deaf || !inner ? -1 : session->pty.inner, inner, 0},
                           {session_ready(session) ? fd : -1, POLLIN, 0}};
    int ready = poll(fds, sizeof fds / sizeof *fds, wait_sooner(paste_timeout(session), timeout_ms));
    if (ready < 0 && errno != EINTR) {
        end(session, SIGNALLED + SIGHUP);
    }
}

void session_step(struct session *session, int fd, int timeout_ms)
{
    wait_for(session, fd, session->ended && !session->deaf ? 0 : timeout_ms);
    take_signals(session);
    take_keys(session);
    put_paste(session);
    pour(&session->keys, session->pty.inner);
    take_output(session);
    pour(&session->output, session->pty.outer);
    session->over |= session->ended && session->deaf && session->output.at == session->output.end;
}

bool session_ready(const struct session *session)
{
    return session->paste_len == 0;
}

void session_scan(struct session *session, const struct scan *scan)
{
    assert(session_ready(session));
    enum fault fault = relay_paste(scan, session->paste, &session->paste_len);
    if (fault) {
        session_fault(session, fault);
    }
}

void session_fault(struct session *session, enum fault fault)
{
    assert(session_ready(session));
    session->paste_len = relay_fault(fault, session->paste);
}

bool session_over(const struct session *session, int *ret_status)
{
    *ret_status = session->status;
    return session->over;
}
