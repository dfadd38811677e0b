/* accuracy [--pairs N] [--show N] [--today DAY] [--map FILE]...: how right addresses and names are judged.
 *
 * Makes N pairs of addresses (20000) from each map, the same on every machine, and judges them; then the
 * pairs written by hand. Without --map: the small map of the tests, the installed first table
 * (data/units.map), and the map imported from TIEPDON_UNITS_DIR or ../shared/data/units where its files are.
 * What is judged with a map without divided communes is made from one that knows them, where there is one.
 * --show prints that many wrong ones of each class.
 *
 * The last line counts the aims that were met and missed; exit status 1 when one was missed, 64 usage. */
#include "maps.h"
#include "pairs.h"
#include "trial.h"
#include <stdlib.h>
#include <string.h>

static const char ADDRESS_PAIRS[] = "tests/accuracy/address.pairs",
                  NAME_PAIRS[] = "tests/accuracy/name.pairs";

/* In percent, not to be reached: false alarms of the pairs where no warning is wanted, misses of the
 * others. */
struct aim {
    double alarms, missed;
};
static const struct aim MADE = {1.0, 0.5};
/* What was reached with the pairs written by hand, so that it gets no worse. */
static const struct aim ADDRESSES = {1.0, 1.0}, NAMES = {3.0, 0.5};

struct options {
    int pairs, show;
    const char *today;
    struct maps maps;
    int met, missed; /* aims */
};

static void aim_at(struct options *options, const struct tally *sum, double aim, const char *title)
{
    bool met = tally_rate(sum) < aim;
    options->met += met;
    options->missed += !met;
    if (!met) {
        printf("FAILED: %.2f %% %s, the aim is under %.1f %%: %s\n", tally_rate(sum),
               sum->warned ? "missed" : "false alarms", aim, title);
    }
}

static void print_table(struct options *options, const struct tally *tallies, int count, struct aim aim,
                        const char *title)
{
    struct tally alarms = tally_sum(tallies, count, false), missed = tally_sum(tallies, count, true);
    tally_print(title, tallies, count, stdout);
    aim_at(options, &alarms, aim.alarms, title);
    aim_at(options, &missed, aim.missed, title);
}

static bool read_options(int argc, char **argv, struct options *ret)
{
    *ret = (struct options){.pairs = 20000, .today = "2026-11-20"};
    for (int i = 1; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--pairs") == 0) {
            ret->pairs = atoi(argv[i + 1]);
        } else if (strcmp(argv[i], "--show") == 0) {
            ret->show = atoi(argv[i + 1]);
        } else if (strcmp(argv[i], "--today") == 0) {
            ret->today = argv[i + 1];
        } else if (strcmp(argv[i], "--map") != 0 || !maps_add(&ret->maps, argv[i + 1])) {
            return false;
        }
    }
    return argc % 2 == 1 && ret->pairs > 0;
}

static void report_made(struct options *options)
{
    for (int i = 0; i < options->maps.count; i++) {
        const struct map *judged = &options->maps.map[i], *from = maps_truth(&options->maps, judged);
        struct trial trial;
        trial_run(from->units, judged->units, options->today, options->pairs, options->show, &trial);
        char title[256];
        snprintf(title, sizeof title, "%d pairs made from %s, judged with %s%s", trial.made, from->name,
                 judged->name, judged->units->divided ? "" : ", which knows no divided communes");
        print_table(options, trial.tally, MADE_COUNT, MADE, title);
    }
}

/* Where not all of a heading was judged right. */
static void print_groups(const struct pairs *pairs)
{
    for (int i = 0; i < pairs->groups; i++) {
        const struct tally *group = &pairs->group[i];
        if (group->right < group->count) {
            printf("    %d of %d not right, %d of them harmful: %s\n", group->count - group->right,
                   group->count, group->wrong, group->name);
        }
    }
}

static int pairs_read(const struct pairs *pairs)
{
    return tally_sum(pairs->tally, pairs->tallies, false).count +
           tally_sum(pairs->tally, pairs->tallies, true).count;
}

static void report_written(struct options *options)
{
    static struct pairs pairs;
    char title[256];
    for (int i = 0; i < options->maps.count; i++) {
        const struct map *map = &options->maps.map[i];
        if (map->small) {
            continue; /* the pairs are of the whole country */
        }
        pairs_addresses(ADDRESS_PAIRS, map->units, options->today, options->show, &pairs);
        snprintf(title, sizeof title, "%d pairs of addresses written by hand, judged with %s",
                 pairs_read(&pairs), map->name);
        print_table(options, pairs.tally, pairs.tallies, ADDRESSES, title);
        print_groups(&pairs);
    }
    pairs_names(NAME_PAIRS, options->show, &pairs);
    snprintf(title, sizeof title, "%d pairs of names written by hand", pairs_read(&pairs));
    print_table(options, pairs.tally, pairs.tallies, NAMES, title);
    print_groups(&pairs);
}

int main(int argc, char **argv)
{
    static struct options options;
    if (!read_options(argc, argv, &options)) {
        fputs("accuracy [--pairs N] [--show N] [--today DAY] [--map FILE]...\n", stderr);
        return 64;
    }
    if (options.maps.count == 0) {
        maps_usual(&options.maps);
    }
    puts("# Accuracy");
    report_made(&options);
    report_written(&options);
    printf("\nAims: %d passed, %d failed\n", options.met, options.missed);
    return options.missed ? 1 : 0;
}
