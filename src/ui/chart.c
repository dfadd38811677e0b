/* chart: what each chart counts. */
#include "ui/chart.h"
#include <stdio.h>
#include <string.h>

static void add(struct bar ret[CHART_BARS], int *count, const char *label, int value)
{
    struct bar *bar = &ret[(*count)++];
    *bar = (struct bar){.count = value};
    snprintf(bar->label, sizeof bar->label, "%s", label);
}

static int add_hours(const struct statistics *statistics, struct bar ret[CHART_BARS])
{
    int first = 0, last = STATISTICS_HOURS - 1, count = 0;
    while (first < last && statistics->hours[first] == 0) {
        first++;
    }
    while (last > first && statistics->hours[last] == 0) {
        last--;
    }
    for (int hour = first; hour <= last && statistics->intakes > 0; hour++) {
        char label[CHART_LABEL];
        snprintf(label, sizeof label, "%02d–%02d", hour, hour + 1);
        add(ret, &count, label, statistics->hours[hour]);
    }
    return count;
}

/* The most comes first; what is equal keeps its order. */
static void sort(struct bar *bars, int count)
{
    for (int i = 1; i < count; i++) {
        struct bar bar = bars[i];
        int at = i;
        for (; at > 0 && bars[at - 1].count < bar.count; at--) {
            bars[at] = bars[at - 1];
        }
        bars[at] = bar;
    }
}

/* What a finding says without what only a judgement could name. */
static void finding_label(enum finding finding, enum language language, char label[CHART_LABEL])
{
    snprintf(label, CHART_LABEL, "%s", finding_what(finding, language));
    char *slot = strstr(label, " (%s)");
    if (slot) {
        memmove(slot, slot + strlen(" (%s)"), strlen(slot + strlen(" (%s)")) + 1);
    }
    slot = strstr(label, " %s");
    if (slot) {
        *slot = '\0';
    }
}

static int add_findings(const struct frame *frame, const struct statistics *statistics,
                        struct bar ret[CHART_BARS])
{
    int count = 0;
    for (int finding = 0; finding < FINDING_COUNT; finding++) {
        char label[CHART_LABEL];
        if (statistics->findings[finding] > 0) {
            finding_label((enum finding)finding, frame->language, label);
            add(ret, &count, label, statistics->findings[finding]);
        }
    }
    sort(ret, count);
    return count;
}

static int add_days(const struct frame *frame, const struct statistics *statistics,
                    struct bar ret[CHART_BARS])
{
    int count = 0;
    for (int i = statistics->day_count - 1; i >= 0; i--) {
        date_text day;
        date_show(statistics->days[i].day, day);
        day[5] = '\0';
        add(ret, &count, day, statistics->days[i].intakes);
        snprintf(ret[count - 1].note, CHART_NOTE, frame_word(frame, WORD_CHART_DAY_PARTS),
                 statistics->days[i].corrected, statistics->days[i].provisional,
                 statistics->days[i].difficulties);
    }
    return count;
}

static int add_facilities(const struct frame *frame, const struct statistics *statistics,
                          struct bar ret[CHART_BARS])
{
    int count = 0;
    for (int i = 0; i < statistics->facility_count; i++) {
        char label[CHART_LABEL];
        frame_facility(frame, statistics->facilities[i].code, label, sizeof label);
        add(ret, &count, label, statistics->facilities[i].count);
    }
    return count;
}

static int add_difficulties(const struct frame *frame, const struct statistics *statistics,
                            struct bar ret[CHART_BARS])
{
    int count = 0;
    for (int kind = 0; kind < DIFFICULTY_COUNT; kind++) {
        if (statistics->difficulties[kind] > 0) {
            add(ret, &count, difficulty_text((enum difficulty)kind, frame->language),
                statistics->difficulties[kind]);
        }
    }
    sort(ret, count);
    return count;
}

static int add_counters(const struct frame *frame, const struct statistics *statistics,
                        struct bar ret[CHART_BARS])
{
    int count = 0;
    for (int i = 0; i < statistics->counter_count; i++) {
        add(ret, &count, statistics->counters[i].name, statistics->counters[i].intakes);
        snprintf(ret[count - 1].note, CHART_NOTE, frame_word(frame, WORD_CHART_COUNTER_PARTS),
                 statistics->counters[i].difficulties);
    }
    return count;
}

int chart_bars(const struct frame *frame, struct bar ret[CHART_BARS])
{
    const struct statistics *statistics = &frame->desk->statistics;
    switch (frame->desk->chart) {
    case CHART_HOURS: return add_hours(statistics, ret);
    case CHART_FINDINGS: return add_findings(frame, statistics, ret);
    case CHART_DAYS: return add_days(frame, statistics, ret);
    case CHART_FACILITIES: return add_facilities(frame, statistics, ret);
    case CHART_DIFFICULTIES: return add_difficulties(frame, statistics, ret);
    case CHART_COUNTERS: return add_counters(frame, statistics, ret);
    case CHART_COUNT: break;
    }
    return 0;
}
