/* pace: never more than the quota, no storm, and always a way on. */
#include "core/pace.h"
#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

enum { MORNING = 1795132800, MINUTE = 60, HOUR = 3600, DAY = 24 * HOUR }; /* 1795132800: a whole minute */

static const struct pace_limits LIMITS = {
    .per_minute = 30, .per_day = 5000, .reserve = 10, .failures = 5, .pause = 30, .pause_max = 600};

static enum trouble take(struct pace *pace, enum urgency urgency, long long now)
{
    return pace_take(pace, &LIMITS, urgency, now);
}

static int take_all(struct pace *pace, enum urgency urgency, long long now)
{
    int count = 0;
    while (count < 100000 && take(pace, urgency, now) == TROUBLE_NONE) {
        count++;
    }
    return count;
}

static void fail(struct pace *pace, int times, long long now)
{
    for (int i = 0; i < times; i++) {
        pace_said(pace, &LIMITS, TROUBLE_TIMEOUT, now);
    }
}

Test(pace, a_minute_has_its_places_and_the_list_leaves_some)
{
    struct pace pace = {0};
    cr_expect_eq(take_all(&pace, URGENCY_LIST, MORNING), 20);
    cr_expect_eq(take(&pace, URGENCY_LIST, MORNING), TROUBLE_QUOTA);
    cr_expect_eq(take_all(&pace, URGENCY_CLERK, MORNING + 30), 10);
    cr_expect_eq(pace_next(&pace, &LIMITS, URGENCY_CLERK, MORNING + 30), MORNING + MINUTE);
    cr_expect_eq(take_all(&pace, URGENCY_CLERK, MORNING + MINUTE), 30);
}

Test(pace, a_refused_question_changes_nothing)
{
    struct pace pace = {0}, before;
    take_all(&pace, URGENCY_CLERK, MORNING);
    before = pace;
    cr_expect_eq(take(&pace, URGENCY_CLERK, MORNING + 59), TROUBLE_QUOTA);
    cr_expect(memcmp(&pace, &before, sizeof pace) == 0);
}

Test(pace, a_reserve_as_large_as_the_quota_leaves_the_list_one_place)
{
    const struct pace_limits tight = {.per_minute = 5, .reserve = 5};
    struct pace pace = {0};
    cr_expect_eq(pace_take(&pace, &tight, URGENCY_LIST, MORNING), TROUBLE_NONE);
    cr_expect_eq(pace_take(&pace, &tight, URGENCY_LIST, MORNING), TROUBLE_QUOTA);
}

Test(pace, without_limits_everything_may_be_asked)
{
    const struct pace_limits none = {0};
    struct pace pace = {0};
    for (int i = 0; i < 10000; i++) {
        cr_assert_eq(pace_take(&pace, &none, URGENCY_LIST, MORNING), TROUBLE_NONE);
        pace_said(&pace, &none, TROUBLE_TIMEOUT, MORNING);
    }
    cr_expect_eq(pace_next(&pace, &none, URGENCY_LIST, MORNING), MORNING);
}

Test(pace, the_day_ends_at_midnight_in_vietnam)
{
    const struct pace_limits few = {.per_day = 3};
    struct pace pace = {0};
    long long noon = MORNING - MORNING % DAY + 5 * HOUR, midnight = noon + 12 * HOUR;
    for (int i = 0; i < 3; i++) {
        cr_assert_eq(pace_take(&pace, &few, URGENCY_CLERK, noon + i * HOUR), TROUBLE_NONE);
    }
    cr_expect_eq(pace_take(&pace, &few, URGENCY_CLERK, midnight - 1), TROUBLE_QUOTA);
    cr_expect_eq(pace_next(&pace, &few, URGENCY_CLERK, noon + 3 * HOUR), midnight);
    cr_expect_eq(pace_take(&pace, &few, URGENCY_CLERK, midnight), TROUBLE_NONE);
}

Test(pace, failures_in_a_row_open_the_breaker_and_one_answer_closes_it)
{
    struct pace pace = {0};
    fail(&pace, 4, MORNING);
    pace_said(&pace, &LIMITS, TROUBLE_NONE, MORNING);
    fail(&pace, 4, MORNING);
    cr_expect_not(pace_paused(&pace, MORNING));
    fail(&pace, 1, MORNING);
    cr_expect(pace_paused(&pace, MORNING) && pace_paused(&pace, MORNING + 29));
    cr_expect_eq(take(&pace, URGENCY_CLERK, MORNING + 29), TROUBLE_PAUSED);
    cr_expect_eq(pace_next(&pace, &LIMITS, URGENCY_CLERK, MORNING), MORNING + 30);
    cr_expect_eq(take(&pace, URGENCY_LIST, MORNING + 30), TROUBLE_NONE);
    cr_expect_eq(take(&pace, URGENCY_CLERK, MORNING + 31), TROUBLE_PAUSED, "one trial at a time");
    pace_said(&pace, &LIMITS, TROUBLE_NONE, MORNING + 40);
    cr_expect_eq(take(&pace, URGENCY_CLERK, MORNING + 40), TROUBLE_NONE);
    cr_expect(pace.failures == 0 && pace.open_until == 0 && pace.pause == 0);
}

Test(pace, what_the_portal_refuses_is_an_answer)
{
    static const enum trouble SAID[] = {TROUBLE_REQUEST, TROUBLE_SETUP};
    for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++) {
        struct pace pace = {0};
        fail(&pace, 4, MORNING);
        pace_said(&pace, &LIMITS, SAID[i], MORNING);
        cr_expect_eq(pace.failures, 0);
    }
}

Test(pace, each_failed_trial_doubles_the_pause_up_to_its_end)
{
    static const int PAUSES[] = {30, 60, 120, 240, 480, 600, 600};
    struct pace pace = {0};
    long long now = MORNING;
    fail(&pace, 5, now);
    for (size_t i = 0; i < sizeof PAUSES / sizeof *PAUSES; i++) {
        cr_expect_eq(pace.pause, PAUSES[i]);
        now = pace_next(&pace, &LIMITS, URGENCY_LIST, now);
        cr_assert_eq(take(&pace, URGENCY_LIST, now), TROUBLE_NONE);
        fail(&pace, 1, now + 30);
        now += 30;
    }
}

/* Five questions were out when the breaker opened: their failures are the same failure. */
Test(pace, late_failures_do_not_lengthen_the_pause)
{
    struct pace pace = {0};
    fail(&pace, 5, MORNING);
    fail(&pace, 20, MORNING + 10);
    cr_expect(pace.pause == 30 && pace.open_until == MORNING + 30);
}

Test(pace, a_trial_nobody_answers_expires)
{
    struct pace pace = {0};
    fail(&pace, 5, MORNING);
    cr_assert_eq(take(&pace, URGENCY_CLERK, MORNING + 30), TROUBLE_NONE);
    long long next = pace_next(&pace, &LIMITS, URGENCY_CLERK, MORNING + 31);
    cr_expect(next > MORNING + 60 && next <= MORNING + 300);
    cr_expect_eq(take(&pace, URGENCY_CLERK, next - 1), TROUBLE_PAUSED);
    cr_expect_eq(take(&pace, URGENCY_CLERK, next), TROUBLE_NONE);
}

Test(pace, a_trial_that_never_went_out_lets_another_one_try)
{
    struct pace pace = {0};
    fail(&pace, 5, MORNING);
    cr_assert_eq(take(&pace, URGENCY_CLERK, MORNING + 30), TROUBLE_NONE);
    pace_said(&pace, &LIMITS, TROUBLE_PASSWORD, MORNING + 30);
    cr_expect(pace.open_until != 0);
    cr_expect_eq(take(&pace, URGENCY_CLERK, MORNING + 31), TROUBLE_NONE);
}

Test(pace, a_clock_set_back_locks_nothing)
{
    struct pace pace = {0};
    cr_assert_eq(take_all(&pace, URGENCY_CLERK, MORNING), 30);
    long long back = MORNING - 30 * DAY;
    cr_expect_eq(pace_next(&pace, &LIMITS, URGENCY_CLERK, back), back);
    cr_expect_eq(take_all(&pace, URGENCY_CLERK, back), 30);
    cr_expect_eq(pace_next(&pace, &LIMITS, URGENCY_CLERK, back), back + MINUTE);
    fail(&pace, 5, MORNING);
    cr_expect_not(pace_paused(&pace, back), "a pause of another month");
    cr_assert_eq(take(&pace, URGENCY_CLERK, back + 2 * MINUTE), TROUBLE_NONE);
    pace_said(&pace, &LIMITS, TROUBLE_NONE, back + 2 * MINUTE);
    cr_expect_eq(take(&pace, URGENCY_CLERK, back + 2 * MINUTE), TROUBLE_NONE);
}

/* Two hosts on one directory, a minute apart: the places are taken once. */
Test(pace, clocks_a_minute_apart_share_one_quota)
{
    struct pace pace = {0};
    int taken = 0;
    for (int i = 0; i < 200; i++) {
        taken += take(&pace, URGENCY_CLERK, MORNING + (i % 2 ? 0 : MINUTE)) == TROUBLE_NONE;
    }
    cr_expect_eq(taken, 30);
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

struct day {
    struct pace pace;
    uint32_t seed;
    int minute[DAY / MINUTE], list[DAY / MINUTE], total;
    int dead_from, dead_to; /* seconds of the day in which the portal is silent */
    int out[64];            /* seconds until each question under way is answered, 0 none */
};

static void ask(struct day *day, int second, enum urgency urgency)
{
    long long now = MORNING - MORNING % DAY - 7 * HOUR + DAY + second, next;
    next = pace_next(&day->pace, &LIMITS, urgency, now);
    enum trouble trouble = pace_take(&day->pace, &LIMITS, urgency, now);
    cr_assert_eq(next <= now, trouble == TROUBLE_NONE, "second %d", second);
    if (trouble == TROUBLE_NONE) {
        day->minute[second / MINUTE]++;
        day->list[second / MINUTE] += urgency == URGENCY_LIST;
        day->total++;
        for (int i = 0; i < 64; i++) {
            if (!day->out[i] && next_random(&day->seed) % 100) { /* one of a hundred is never answered */
                day->out[i] = 1 + (int)(next_random(&day->seed) % 30);
                return;
            }
        }
    } else {
        struct pace then = day->pace;
        cr_assert_eq(pace_take(&then, &LIMITS, urgency, next), TROUBLE_NONE, "pace_next at %d", second);
        then = day->pace;
        cr_assert_neq(pace_take(&then, &LIMITS, urgency, next - 1), TROUBLE_NONE);
    }
}

static void answer_some(struct day *day, int second)
{
    bool dead = second >= day->dead_from && second < day->dead_to;
    for (int i = 0; i < 64; i++) {
        if (day->out[i] && --day->out[i] == 0) {
            bool fails = dead || next_random(&day->seed) % 10 == 0;
            pace_said(&day->pace, &LIMITS, fails ? TROUBLE_CONNECT : TROUBLE_NONE,
                      MORNING - MORNING % DAY - 7 * HOUR + DAY + second);
        }
    }
}

/* A day in which the portal is dead for some hours, with five hundred on the list and clerks in between. */
static void live(uint32_t seed)
{
    static struct day day;
    memset(&day, 0, sizeof day);
    day.seed = seed;
    day.dead_from = (int)(next_random(&day.seed) % (12 * HOUR));
    day.dead_to = day.dead_from + (int)(next_random(&day.seed) % (6 * HOUR));
    for (int second = 0; second < DAY; second++) {
        answer_some(&day, second);
        if (next_random(&day.seed) % 20 == 0) {
            ask(&day, second, URGENCY_CLERK);
        }
        for (int i = 0; i < 3; i++) {
            ask(&day, second, URGENCY_LIST);
        }
    }
    cr_expect(day.total <= LIMITS.per_day && day.total > 100, "%d", day.total);
    for (int minute = 0; minute < DAY / MINUTE; minute++) {
        cr_assert(day.minute[minute] <= LIMITS.per_minute, "minute %d of day %u", minute, seed);
        cr_assert(day.list[minute] <= LIMITS.per_minute - LIMITS.reserve, "list at %d of %u", minute, seed);
    }
}

Test(pace, no_day_breaks_the_quota)
{
    for (uint32_t seed = 1; seed <= 12; seed++) {
        live(seed);
    }
}
