/* bench PROGRAM DIR [strokes|judge|portal|search]: measures tiepdon and prints a Markdown table. DIR is empty; what is left
 * in it is the caller's to remove. BENCH_MEMBERS sets the size of the register (1,000,000); the parts need
 * none but `search`, which makes its own and types into the search box: `strokes` is what becomes of a scanner's keys, `judge` the core's judgement of addresses and cards, `portal` the
 * look-ups at the stand-in portal and the frames while it hangs.
 *
 * Exit status 0 whether aims are met or not; 1 when something could not be measured. */
#include "bench.h"

#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MEMBERS = 1000000, MEMBERS_LEAST = 20000 };

void bench_path(const char *dir, const char *name, char out[PATH_SIZE])
{
    if (place_join(dir, name, out) != FAULT_NONE) {
        bench_fail("the directory's name is too long");
    }
}

void bench_say(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
}

void bench_fail(const char *what)
{
    fprintf(stderr, "bench: cannot go on: %s\n", what);
    exit(1);
}

long bench_members(void)
{
    const char *text = getenv("BENCH_MEMBERS");
    long count = text && *text ? strtol(text, NULL, 10) : MEMBERS;
    if (count < MEMBERS_LEAST || count > MEMBERS_MAX) {
        bench_fail("BENCH_MEMBERS is 20000 to 10000000");
    }
    return count;
}

/* A demonstration, so that the counter takes the day of the newest data for today; without cards. */
static void write_config(const struct bench *bench)
{
    char settings[PATH_SIZE], cards[PATH_SIZE];
    bench_path(bench->data, "tiepdon.ini", settings);
    bench_path(bench->data, "cards.txt", cards);
    FILE *file = fopen(settings, "we"), *empty = fopen(cards, "we");
    if (!file || !empty) {
        bench_fail(settings);
    }
    fprintf(file,
            "[hospital]\nfacility = 79014\nsisters = 79015\n[counter]\nname = Quầy 3\nclerk = Lan\n"
            "[demo]\nday = %s\n",
            bench->day);
    fclose(file);
    fclose(empty);
}

static void read_people(struct bench *bench)
{
    char words[PATH_SIZE];
    if (place_share("data/demo/words.txt", words) != FAULT_NONE ||
        members_open(words, &bench->people) != FAULT_NONE) {
        bench_fail("data/demo/words.txt cannot be read");
    }
}

static void measure_register(struct bench *bench)
{
    bench->members = bench_members();
    bench_import(bench);
    write_config(bench);
    bench_check(bench);
    bench_counter(bench);
    printf("%ld members in the register.\n", bench->members);
}

int main(int argc, char **argv)
{
    static const struct part {
        const char *name;
        void (*run)(struct bench *bench);
    } parts[] = {{"judge", bench_judge},
                 {"strokes", bench_strokes},
                 {"portal", bench_portal},
                 {"search", bench_search}};
    enum { PARTS = sizeof parts / sizeof parts[0] };
    static struct bench bench;
    const char *wanted = argc == 4 ? argv[3] : "";
    bool known = argc == 3;
    for (int i = 0; i < PARTS; i++) {
        known = known || strcmp(wanted, parts[i].name) == 0;
    }
    if (!known) {
        fputs("bench PROGRAM DIRECTORY [strokes|judge|portal|search]\n", stderr);
        return 64;
    }
    setlocale(LC_CTYPE, "C.UTF-8");
    bench.program = argv[1];
    bench.dir = argv[2];
    read_people(&bench);
    if (!*wanted) {
        measure_register(&bench);
    }
    for (int i = 0; i < PARTS; i++) {
        bool whole = !*wanted && parts[i].run != bench_search; /* it makes a register of its own */
        if (whole || strcmp(wanted, parts[i].name) == 0) {
            parts[i].run(&bench);
        }
    }
    putchar('\n');
    table_print(&bench.table, stdout);
    return 0;
}
