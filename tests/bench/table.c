/* table: rows kept until the end, then printed. */
#include "table.h"

#include "measure.h"
#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { ROUNDS_MAX = 64 };

void table_ratio(struct table *table, const struct ratio *ratio)
{
    assert(table->ratio_count < TABLE_ROWS);
    table->ratios[table->ratio_count++] = *ratio;
}

void table_figure(struct table *table, const struct figure *figure)
{
    assert(table->figure_count < TABLE_ROWS);
    table->figures[table->figure_count++] = *figure;
}

struct ratio table_rounds(const char *name, double *ours, double *baseline, int rounds, const char *unit,
                          double aim)
{
    double ratios[ROUNDS_MAX];
    assert(rounds <= ROUNDS_MAX);
    for (int i = 0; i < rounds; i++) {
        ratios[i] = baseline[i] / ours[i];
    }
    struct ratio ratio = {.aim = aim, .ratio = measure_median(ratios, rounds)};
    ratio.ours = measure_median(ours, rounds);
    ratio.baseline = measure_median(baseline, rounds);
    snprintf(ratio.name, sizeof ratio.name, "%s", name);
    snprintf(ratio.unit, sizeof ratio.unit, "%s", unit);
    return ratio;
}

static const char *number(double value, char out[32])
{
    if (isnan(value)) {
        return strcpy(out, "");
    }
    snprintf(out, 32, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    return out;
}

static const char *verdict(double value, double aim, bool met)
{
    return isnan(aim) || isnan(value) ? "" : met ? "met" : "missed";
}

static void print_ratios(const struct table *table, FILE *out)
{
    char ours[32], baseline[32], ratio[32], aim[32];
    fprintf(out, "| %-58s | %-5s | %9s | %9s | %6s | %5s | %-6s |\n",
            "Beside a baseline (ratio: baseline / ours)", "unit", "ours", "baseline", "ratio", "aim", "");
    fputs("|---|---|--:|--:|--:|--:|---|\n", out);
    for (int i = 0; i < table->ratio_count; i++) {
        const struct ratio *row = &table->ratios[i];
        fprintf(out, "| %-58s | %-5s | %9s | %9s | %6s | %5s | %-6s |\n", row->name, row->unit,
                number(row->ours, ours), number(row->baseline, baseline), number(row->ratio, ratio),
                number(row->aim, aim), verdict(row->ratio, row->aim, row->ratio >= row->aim));
    }
}

static void print_figures(const struct table *table, FILE *out)
{
    char first[32], median[32], p99[32], aim[32];
    fprintf(out, "\n| %-58s | %-5s | %9s | %9s | %9s | %5s | %-6s |\n", "By itself", "unit", "first",
            "median", "p99", "aim", "");
    fputs("|---|---|--:|--:|--:|--:|---|\n", out);
    for (int i = 0; i < table->figure_count; i++) {
        const struct figure *row = &table->figures[i];
        double judged = isnan(row->p99) ? row->median : row->p99;
        fprintf(out, "| %-58s | %-5s | %9s | %9s | %9s | %5s | %-6s |\n", row->name, row->unit,
                number(row->first, first), number(row->median, median), number(row->p99, p99),
                number(row->aim, aim), verdict(judged, row->aim, judged <= row->aim));
    }
}

void table_print(const struct table *table, FILE *out)
{
    print_ratios(table, out);
    print_figures(table, out);
}
