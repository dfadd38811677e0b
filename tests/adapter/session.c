/* session: a real shell in a pty within a pty, and scans put in between its keys. */
#include "command/session.h"
#include <criterion/criterion.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SAID_MAX = 1 << 20, PATIENCE_MS = 20000 };

static char said[SAID_MAX + 1];
static size_t said_len;

struct play {
    const char *script; /* for sh, which has a raw terminal */
    const char *scan;
    int times;
};

/* The scans come when something lies in `trigger`. */
static _Noreturn void be_relay(const struct play *play, int trigger)
{
    static struct session session;
    struct scan scan = {.len = strlen(play->scan)};
    char script[1024];
    int status = 0, times = play->times;
    memcpy(scan.bytes, play->scan, scan.len);
    snprintf(script, sizeof script, "stty raw -echo; %s", play->script);
    session_open(&session);
    if (session_run(&session, (char *[]){"sh", "-c", script, NULL}) != FAULT_NONE) {
        _exit(99);
    }
    while (!session_over(&session, &status)) {
        struct pollfd pulled = {trigger, POLLIN, 0};
        session_step(&session, times ? trigger : -1, -1);
        for (; times && session_ready(&session) && poll(&pulled, 1, 0) > 0; times--) {
            session_scan(&session, &scan);
        }
    }
    session_close(&session);
    _exit(status);
}

/* Reads until `mark` was said, or (NULL) until the end. */
static void hear(int terminal, const char *mark)
{
    struct pollfd fd = {terminal, POLLIN, 0};
    ssize_t got = 1;
    while (got > 0 && !(mark && memmem(said, said_len, mark, strlen(mark)))) {
        cr_assert_gt(poll(&fd, 1, PATIENCE_MS), 0, "nothing more was said than: %s", said);
        got = read(terminal, said + said_len, SAID_MAX - said_len);
        said_len += got > 0 ? (size_t)got : 0;
        said[said_len] = '\0';
    }
}

/* Begins the play, and pulls the trigger when the script is ready. */
static int begin(const struct play *play, pid_t *ret_pid)
{
    int terminal = -1, trigger[2];
    cr_assert_eq(pipe(trigger), 0);
    fflush(NULL);
    *ret_pid = forkpty(&terminal, NULL, NULL, NULL);
    if (*ret_pid == 0) {
        be_relay(play, trigger[0]);
    }
    cr_assert_gt(*ret_pid, 0);
    said_len = 0;
    hear(terminal, "ready");
    cr_assert_eq(write(trigger[1], "!", 1), 1);
    close(trigger[0]);
    close(trigger[1]);
    return terminal;
}

static int finish(int terminal, pid_t pid)
{
    int status = 0;
    hear(terminal, NULL);
    close(terminal);
    cr_assert_eq(waitpid(pid, &status, 0), pid);
    cr_assert(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void sees(const char *text)
{
    cr_assert(memmem(said, said_len, text, strlen(text)), "\"%s\" is not in: %s", text, said);
}

Test(session, a_scan_comes_as_one_paste, .timeout = 60)
{
    static const struct play play = {
        "printf '\\033[?2004h'; echo ready; head -c 17 | od -An -c | tr -d ' \\n'; exit 7", "A|ễ", 1};
    pid_t pid;
    int terminal = begin(&play, &pid);
    cr_assert_eq(finish(terminal, pid), 7);
    sees("033[200~A|341273205033[201~");
}

/* At the prompt of a shell that takes no pastes a scan would be a command. */
Test(session, without_pastes_there_is_a_bell, .timeout = 60)
{
    static const struct play play = {"echo ready; head -c 1", "rm|-rf", 1};
    pid_t pid;
    int terminal = begin(&play, &pid);
    hear(terminal, "\a");
    cr_assert_eq(write(terminal, "x", 1), 1);
    cr_assert_eq(finish(terminal, pid), 0);
    sees("x");
    cr_assert_null(memmem(said, said_len, "rm", 2));
}

Test(session, a_hostile_code_is_only_told_of, .timeout = 60)
{
    static const struct play play = {
        "printf '\\033[?2004h'; echo ready; head -c 38 | od -An -c | tr -d ' \\n'; exit 7",
        "079|\033[201~rm -rf\r.", 1};
    pid_t pid;
    int terminal = begin(&play, &pid);
    cr_assert_eq(finish(terminal, pid), 7);
    sees("tiepdon-relay:text_invalid033[201~");
}

/* More than all buffers hold while the command does not read: it waits at the scanner. */
Test(session, a_slow_command_loses_nothing, .timeout = 120)
{
    enum { TIMES = 2000, LEN = 88 };
    static const struct play play = {
        "printf '\\033[?2004h'; echo ready; sleep 0.5; head -c 200000 | tr -d '\\033' | md5sum",
        "0123456789|0123456789|0123456789|0123456789|0123456789|0123456789|0123456789|0123456789|", TIMES};
    static const char wanted[] = "printf '[200~%s[201~' $(yes $(printf '0123456789|%.0s' 1 2 3 4 5 6 7 8) | "
                                 "head -n 2000) | md5sum";
    char sum[33] = "";
    cr_assert_eq(strlen(play.scan), LEN);
    FILE *shell = popen(wanted, "r");
    cr_assert(shell && fread(sum, 1, 32, shell) == 32);
    pclose(shell);
    pid_t pid;
    int terminal = begin(&play, &pid);
    cr_assert_eq(finish(terminal, pid), 0);
    sees(sum);
}

Test(session, a_flood_of_output_comes_whole, .timeout = 120)
{
    static const struct play play = {"printf ready; yes 0123456789 | head -n 50000; echo end", "", 0};
    pid_t pid;
    int terminal = begin(&play, &pid);
    cr_assert_eq(finish(terminal, pid), 0);
    cr_assert_eq(said_len, (size_t)50000 * 11 + 9);
    sees("end");
}

/* A process that the command leaves behind holds its terminal open. */
Test(session, what_stays_behind_is_not_waited_for, .timeout = 60)
{
    static const struct play play = {"trap '' HUP; (sleep 50 & echo $!); echo ready; echo end; exit 3", "",
                                     0};
    pid_t pid;
    int terminal = begin(&play, &pid);
    cr_assert_eq(finish(terminal, pid), 3);
    sees("end");
    kill((pid_t)strtol(said, NULL, 10), SIGKILL);
}
