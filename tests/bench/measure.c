/* measure: clocks, and percentiles of sorted values. */
#include "measure.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double measure_now(void)
{
    return seconds(CLOCK_MONOTONIC);
}

double measure_worked(void)
{
    return seconds(CLOCK_PROCESS_CPUTIME_ID);
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double measure_percentile(double *values, int count, double p)
{
    if (count == 0) {
        return 0;
    }
    qsort(values, (size_t)count, sizeof *values, by_value);
    int rank = (int)ceil(p / 100 * count);
    return values[rank < 1 ? 0 : rank - 1];
}

double measure_median(double *values, int count)
{
    return measure_percentile(values, count, 50);
}
