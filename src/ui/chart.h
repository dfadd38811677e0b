/* chart: the statistics of some days as rows of one chart: a label, a count, and what more there is to say. */
#ifndef TIEPDON_CHART_H
#define TIEPDON_CHART_H
#include "ui/frame.h"

enum { CHART_LABEL = 200, CHART_NOTE = 96, CHART_BARS = FINDING_COUNT + STATISTICS_DAYS };

struct bar {
    char label[CHART_LABEL], note[CHART_NOTE];
    int count;
};

/* The rows of desk.chart, and how many: hours from the first to the last one with an intake, days newest first,
 * everything else most first and without what never was. */
int chart_bars(const struct frame *frame, struct bar ret[CHART_BARS]);

#endif
