/* table: what the benchmark found, printed as one Markdown table a kind: ratios first, then figures. */
#ifndef TIEPDON_BENCH_TABLE_H
#define TIEPDON_BENCH_TABLE_H
#include <stdio.h>

enum { TABLE_ROWS = 32, TABLE_NAME = 96 };

/* Ours beside the baseline, both in `unit`, smaller is better: the ratio is baseline over ours, the median of
 * the rounds' own ratios; `aim` is what it shall reach. */
struct ratio {
    char name[TABLE_NAME];
    double ours, baseline, ratio, aim;
    char unit[8];
};

/* A figure without a baseline: NAN for what was not measured; p99 is judged where there is one, else the
 * median, and shall be at most `aim` (NAN for none). */
struct figure {
    char name[TABLE_NAME];
    double first, median, p99, aim;
    char unit[8];
};

struct table {
    struct ratio ratios[TABLE_ROWS];
    struct figure figures[TABLE_ROWS];
    int ratio_count, figure_count;
};

void table_ratio(struct table *table, const struct ratio *ratio);
void table_figure(struct table *table, const struct figure *figure);

/* The medians of ours and the baseline, and of the ratio of each round. Orders the values of both. */
struct ratio table_rounds(const char *name, double *ours, double *baseline, int rounds, const char *unit,
                          double aim);

void table_print(const struct table *table, FILE *out);

#endif
