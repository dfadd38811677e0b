/* pace: when the portal may be asked: the quota a minute and a day, and the circuit breaker. Pure: the state is a plain
 * record that all counters of a data directory share (store.h keeps it), times are Unix seconds.
 *
 *     CLOSED ── `failures` in a row ──▶ OPEN ── pause over ──▶ one question as a trial ── answered ──▶ CLOSED
 *                                        ▲                          └── failed: the pause doubles ──┐
 *                                        └───────────────────────────────────────────────────────────┘
 *
 * A clerk's question goes before the list's: the list leaves `reserve` places of every minute free. */
#ifndef TIEPDON_PACE_H
#define TIEPDON_PACE_H
#include "core/portal.h"

struct pace_limits {
    int per_minute, per_day; /* 0: no limit */
    int reserve;             /* places a minute that the list leaves to the clerks */
    int failures;            /* in a row that open the breaker */
    int pause, pause_max;    /* seconds */
};

enum urgency { URGENCY_CLERK, URGENCY_LIST };

struct pace {
    long long minute, day; /* windows counted: Unix minute, day in Vietnam */
    int minute_count, day_count;
    int failures;         /* in a row */
    int pause;            /* seconds of the present or last pause, 0 closed */
    long long open_until; /* 0: closed */
    long long trial_at;   /* when the trial question went out, 0 none under way */
};

/* Takes a place: TROUBLE_NONE, and *pace counts it; else TROUBLE_QUOTA or TROUBLE_PAUSED and nothing changes. */
enum trouble pace_take(struct pace *pace, const struct pace_limits *limits, enum urgency urgency,
                       long long now);
/* What became of a question for which a place was taken. */
void pace_said(struct pace *pace, const struct pace_limits *limits, enum trouble trouble, long long now);
/* The earliest second at which pace_take could succeed; `now` when it could already. */
long long pace_next(const struct pace *pace, const struct pace_limits *limits, enum urgency urgency,
                    long long now);
/* The breaker is open. */
bool pace_paused(const struct pace *pace, long long now);

#endif
