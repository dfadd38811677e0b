/* checkin_child: checkin_pass in a process of its own, so that a network share that hangs holds up no counter. One
 * process works off what is owed and ends; what it did comes as reports. A process that hangs is given up after a minute,
 * and while it lives the next ones find nothing to do (it holds the lock). */
#ifndef TIEPDON_CHECKIN_CHILD_H
#define TIEPDON_CHECKIN_CHILD_H
#include "adapter/aside.h"
#include "adapter/checkin.h"
#include <stdint.h>

#define CHECKIN_PASS "checkin-pass" /* the subcommand; its argument is the data directory */

struct checkin_child {
    struct aside aside; /* {-1, -1}: none runs */
    uint64_t due;       /* when it is given up */
};

/* Times are milliseconds of a clock that never goes back. Nothing happens while one runs. False when no process can be
 * had. `program` is this one, /proc/self/exe. */
bool checkin_child_start(struct checkin_child *child, const char *program, const char *data, uint64_t now);
void checkin_child_stop(struct checkin_child *child);

/* To be polled, -1 for none; milliseconds until it is given up, -1 for none. */
int checkin_child_fd(const struct checkin_child *child);
int checkin_child_timeout(const struct checkin_child *child, uint64_t now);
/* The next report, false when none waits; one that is given up reports CHECKIN_GONE, one that died CHECKIN_FAILED. */
bool checkin_child_next(struct checkin_child *child, uint64_t now, struct checkin_report *ret);

/* The other side: passes until nothing is left to do, each report written to `out`, a SOCK_SEQPACKET; an empty one says
 * that it ended well. */
void checkin_child_run(struct store *store, const char *data, const struct checkin_options *options, int out);

#endif
