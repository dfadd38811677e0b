/* checkin_child: reports as messages of one size. */
#include "adapter/checkin_child.h"
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PASS = 16, PATIENCE_MS = 60000, WAITING = 64 };

/* `last` ends the conversation. */
struct message {
    bool last;
    struct checkin_report report;
};

bool checkin_child_start(struct checkin_child *child, const char *program, const char *data, uint64_t now)
{
    char *const argv[] = {"tiepdon", CHECKIN_PASS, (char *)data, NULL};
    if (child->aside.socket >= 0) {
        return true;
    }
    child->due = now + PATIENCE_MS;
    return aside_start(program, argv, WAITING * (int)sizeof(struct message), &child->aside);
}

void checkin_child_stop(struct checkin_child *child)
{
    aside_stop(&child->aside);
}

int checkin_child_fd(const struct checkin_child *child)
{
    return child->aside.socket;
}

int checkin_child_timeout(const struct checkin_child *child, uint64_t now)
{
    return child->aside.socket < 0 ? -1 : child->due > now ? (int)(child->due - now) : 0;
}

static bool give_up(struct checkin_child *child, enum fault fault, struct checkin_report *ret)
{
    aside_stop(&child->aside);
    *ret = (struct checkin_report){.fault = fault};
    return true;
}

static bool is_sound(const struct message *message, ssize_t len)
{
    const struct checkin_report *report = &message->report;
    return len == (ssize_t)sizeof *message && report->fault < FAULT_COUNT &&
           report->problem.item < CHECKIN_COUNT && report->problem.fault < CHECKIN_FAULTS &&
           memchr(report->act, '\0', sizeof report->act);
}

bool checkin_child_next(struct checkin_child *child, uint64_t now, struct checkin_report *ret)
{
    struct message message;
    if (child->aside.socket < 0) {
        return false;
    }
    ssize_t len = recv(child->aside.socket, &message, sizeof message, 0);
    if (len < 0) {
        return checkin_child_timeout(child, now) == 0 && give_up(child, FAULT_CHECKIN_GONE, ret);
    }
    if (!is_sound(&message, len)) {
        return give_up(child, FAULT_CHECKIN_FAILED, ret);
    }
    if (message.last) {
        aside_stop(&child->aside);
        return false;
    }
    child->due = now + PATIENCE_MS;
    *ret = message.report;
    return true;
}

static bool tell(int out, const struct message *message)
{
    return send(out, message, sizeof *message, MSG_NOSIGNAL) == (ssize_t)sizeof *message;
}

void checkin_child_run(struct store *store, const char *data, const struct checkin_options *options, int out)
{
    long long cursor = 0;
    struct message message = {.last = false};
    do {
        checkin_pass(store, data, options, PASS, &cursor, &message.report);
    } while (tell(out, &message) && message.report.more);
    memset(&message, 0, sizeof message);
    message.last = true;
    tell(out, &message);
}
