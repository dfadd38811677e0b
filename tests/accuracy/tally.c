#include "tally.h"

struct tally tally_sum(const struct tally *tallies, int count, bool warned)
{
    const char *name = warned ? "places that differ: missed" : "one place, or may be: false alarms";
    struct tally sum = {.name = name, .warned = warned};
    for (int i = 0; i < count; i++) {
        if (tallies[i].warned == warned && !tallies[i].beside) {
            sum.count += tallies[i].count;
            sum.right += tallies[i].right;
            sum.wrong += tallies[i].wrong;
        }
    }
    return sum;
}

double tally_rate(const struct tally *tally)
{
    return tally->count ? 100.0 * tally->wrong / tally->count : 0;
}

static void print_row(const struct tally *tally, FILE *out)
{
    char alarms[16] = "", missed[16] = "";
    if (tally->count) {
        snprintf(tally->warned ? missed : alarms, sizeof missed, "%.2f", tally_rate(tally));
    }
    fprintf(out, "| %-48s | %6d | %6.2f | %6s | %6s |\n", tally->name, tally->count,
            tally->count ? 100.0 * tally->right / tally->count : 0, alarms, missed);
}

void tally_print(const char *title, const struct tally *tallies, int count, FILE *out)
{
    fprintf(out, "\n## %s\n\n| %-48s | %6s | %6s | %6s | %6s |\n|---|--:|--:|--:|--:|\n", title, "in percent",
            "pairs", "right", "false", "missed");
    for (int i = 0; i < count; i++) {
        print_row(&tallies[i], out);
    }
    for (int warned = 0; warned < 2; warned++) {
        struct tally sum = tally_sum(tallies, count, warned);
        print_row(&sum, out);
    }
}
