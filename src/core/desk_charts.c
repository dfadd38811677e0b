/* desk_charts: which statistics are shown, and of how many days. */
#include "core/desk_inside.h"
#include <string.h>

static struct wish ask(struct desk *desk)
{
    static const int days[PERIOD_COUNT] = {
        [PERIOD_DAY] = 1, [PERIOD_WEEK] = 7, [PERIOD_MONTH] = STATISTICS_DAYS};
    desk->page = 0;
    desk->statistics = (struct statistics){.from = ""};
    date_from_days(date_days(desk->status.today) - days[desk->period] + 1, desk->statistics.from);
    memcpy(desk->statistics.to, desk->status.today, sizeof desk->statistics.to);
    return wish_of(WISH_STATISTICS);
}

struct wish act_charts(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (!desk_may(desk, RIGHT_STATISTICS)) {
        desk_fault(desk, FAULT_RIGHT_MISSING, now);
        return wish_of(WISH_NONE);
    }
    desk->chart = CHART_HOURS;
    desk->period = PERIOD_DAY;
    desk_go(desk, MODE_CHARTS);
    return ask(desk);
}

struct wish act_chart(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    int step = key.press == PRESS_BACKTAB || key.press == PRESS_UP ? CHART_COUNT - 1 : 1;
    desk->page = 0;
    desk->chart = (enum chart)(((int)desk->chart + step) % CHART_COUNT);
    return wish_of(WISH_NONE);
}

struct wish act_span(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    int period = (int)desk->period + (key.press == PRESS_LEFT ? 1 : -1);
    if (period < 0 || period >= PERIOD_COUNT) {
        return wish_of(WISH_NONE);
    }
    desk->period = (enum period)period;
    return ask(desk);
}

struct wish desk_statistics(struct desk *desk, uint64_t now)
{
    (void)desk, (void)now;
    return wish_of(WISH_NONE);
}
