/* pace: windows of a Unix minute and of a day in Vietnam, and the breaker. */
#include "core/pace.h"

enum {
    MINUTE = 60,
    DAY = 24 * 3600,
    OFFSET = 7 * 3600, /* of the day in Vietnam */
    APART = 300,       /* seconds by which the clocks of two hosts, or one clock set back, may differ */
    TRIAL = 120,       /* a trial nobody spoke of for so long was never answered: the program was killed */
};

static long long window_of(long long now, int length, int offset)
{
    long long local = now + offset;
    return local / length - (local % length < 0);
}

/* Another minute or day begins anew. One shortly before the window counted is the clock of another host and counts
 * within it; long before, the clock was set back. */
static void roll(long long *window, int *count, long long now, int length, int offset)
{
    long long present = window_of(now, length, offset);
    bool set_back = *window * length - offset > now + APART;
    if (present > *window || set_back) {
        *count = 0;
        *window = present;
    }
}

static struct pace rolled(const struct pace *pace, long long now)
{
    struct pace next = *pace;
    roll(&next.minute, &next.minute_count, now, MINUTE, 0);
    roll(&next.day, &next.day_count, now, DAY, OFFSET);
    return next;
}

/* The list always keeps one place, however much is reserved. */
static bool minute_full(const struct pace *pace, const struct pace_limits *limits, enum urgency urgency)
{
    int places = limits->per_minute;
    if (urgency == URGENCY_LIST && limits->reserve > 0) {
        places = limits->reserve < places ? places - limits->reserve : 1;
    }
    return limits->per_minute > 0 && pace->minute_count >= places;
}

static bool day_full(const struct pace *pace, const struct pace_limits *limits)
{
    return limits->per_day > 0 && pace->day_count >= limits->per_day;
}

/* A pause that ends later than it is long was begun by a clock that has been set back since. */
bool pace_paused(const struct pace *pace, long long now)
{
    return now < pace->open_until && pace->open_until - now <= pace->pause + APART;
}

static bool trial_out(const struct pace *pace, long long now)
{
    return pace->trial_at && now < pace->trial_at + TRIAL && pace->trial_at <= now + APART;
}

enum trouble pace_take(struct pace *pace, const struct pace_limits *limits, enum urgency urgency,
                       long long now)
{
    struct pace next = rolled(pace, now);
    if (pace_paused(&next, now) || trial_out(&next, now)) {
        return TROUBLE_PAUSED;
    }
    if (minute_full(&next, limits, urgency) || day_full(&next, limits)) {
        return TROUBLE_QUOTA;
    }
    next.trial_at = next.open_until ? now : 0;
    next.minute_count++;
    next.day_count++;
    *pace = next;
    return TROUBLE_NONE;
}

static void open_breaker(struct pace *pace, const struct pace_limits *limits, bool again, long long now)
{
    int pause = again ? pace->pause * 2 : limits->pause;
    pace->pause = limits->pause_max > 0 && pause > limits->pause_max ? limits->pause_max : pause;
    pace->open_until = now + pace->pause;
    pace->trial_at = 0;
}

/* The place was taken and nothing went out. */
static bool unsent(enum trouble trouble)
{
    return trouble == TROUBLE_OFF || trouble == TROUBLE_PASSWORD;
}

void pace_said(struct pace *pace, const struct pace_limits *limits, enum trouble trouble, long long now)
{
    if (trouble == TROUBLE_QUOTA || trouble == TROUBLE_JOURNAL || trouble == TROUBLE_PAUSED) {
        return; /* no place was taken */
    }
    if (unsent(trouble)) {
        pace->trial_at = 0;
    } else if (!trouble_counts(trouble)) {
        pace->failures = pace->pause = 0;
        pace->open_until = pace->trial_at = 0;
    } else if (pace->open_until) {
        pace->failures++;
        /* A failure from before the breaker opened says nothing new. */
        if (pace->trial_at) {
            open_breaker(pace, limits, true, now);
        }
    } else if (++pace->failures >= limits->failures && limits->failures > 0) {
        open_breaker(pace, limits, false, now);
    }
}

long long pace_next(const struct pace *pace, const struct pace_limits *limits, enum urgency urgency,
                    long long now)
{
    long long at = now;
    if (pace_paused(pace, at)) {
        at = pace->open_until;
    }
    if (trial_out(pace, at)) {
        at = pace->trial_at + TRIAL;
    }
    struct pace then = rolled(pace, at);
    if (minute_full(&then, limits, urgency)) {
        at = (then.minute + 1) * MINUTE;
        then = rolled(&then, at);
    }
    return day_full(&then, limits) ? (then.day + 1) * DAY - OFFSET : at;
}
