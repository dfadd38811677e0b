/* The demonstration directory: every card's picture gives its payload, and the payload its verdict. */
#include "adapter/demo.h"
#include "adapter/config.h"
#include "adapter/picture.h"
#include "adapter/place.h"
#include "adapter/store.h"
#include "core/assess.h"
#include "demo/fill.h"
#include "demo/sample.h"
#include <criterion/criterion.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char dir[] = "/tmp/tiepdon-demo-XXXXXX";

static int remove_entry(const char *path, const struct stat *about, int type, struct FTW *walk)
{
    (void)about;
    (void)type;
    (void)walk;
    return remove(path);
}

static void make(void)
{
    cr_assert(setenv("TIEPDON_SHARE", ".", 1) == 0 && mkdtemp(dir));
    enum fault fault = fill(dir);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

static void clear(void)
{
    nftw(dir, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

TestSuite(demo, .init = make, .fini = clear);

static FILE *open_list(const char *name)
{
    char path[PATH_SIZE];
    cr_assert_eq(place_join(dir, name, path), FAULT_NONE);
    FILE *file = fopen(path, "r");
    cr_assert(file);
    return file;
}

/* The picture that a line of cards.txt names holds the sample's payload and nothing else. */
static void expect_card(const struct sample *sample, int number, const char *line)
{
    static struct symbols symbols;
    char file[64], path[PATH_SIZE], expected[512];
    snprintf(file, sizeof file, "cards/%02d-%s.png", number, sample->id);
    snprintf(expected, sizeof expected, "%02d\t%s\t%s\t%s\t%s\n", number, file, sample->verdict, sample->vi,
             sample->en);
    cr_assert_str_eq(line, expected);
    cr_assert_eq(place_join(dir, file, path), FAULT_NONE);
    enum fault fault = picture_read(path, &symbols);
    cr_assert_eq(fault, FAULT_NONE, "%s: %s", file, fault_code(fault));
    cr_assert_eq(symbols.count, 1);
    cr_assert_eq(symbols.scan[0].len, sample->scan.len);
    cr_assert_eq(memcmp(symbols.scan[0].bytes, sample->scan.bytes, sample->scan.len), 0, "%s", file);
}

Test(demo, every_picture_gives_its_card)
{
    struct sample sample;
    char line[512];
    bool end = false;
    int number = 0;
    FILE *samples = fopen("data/demo/cards.txt", "r"), *list = open_list("cards.txt");
    cr_assert(samples);
    while (sample_next(samples, &sample, &end) == FAULT_NONE && !end) {
        cr_assert(fgets(line, sizeof line, list));
        expect_card(&sample, ++number, line);
    }
    cr_assert(end && number >= 30);
    cr_assert(!fgets(line, sizeof line, list), "the list names no more than the cards");
    fclose(samples);
    fclose(list);
}

Test(demo, braces_stand_for_hex)
{
    char text[] = "id: x\nvi: v\nen: e\nverdict: match\npayload: A|{Hoà}|$\n";
    struct sample sample;
    bool end;
    FILE *in = fmemopen(text, strlen(text), "r");
    cr_assert_eq(sample_next(in, &sample, &end), FAULT_NONE);
    cr_assert(!end);
    cr_assert_str_eq(sample.scan.bytes, "A|486fc3a0|$");
    cr_assert_eq(sample_next(in, &sample, &end), FAULT_NONE);
    cr_assert(end);
    fclose(in);
}

Test(demo, malformed_cards_are_refused)
{
    static const char *const texts[] = {"id: x\nvi: v\nverdict: match\npayload: A\n", "id: x\n",
                                        "id: x\nvi: v\nen: e\nverdict: match\npayload: {open\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct sample sample;
        bool end;
        FILE *in = fmemopen((char *)texts[i], strlen(texts[i]), "r");
        cr_assert_eq(sample_next(in, &sample, &end), FAULT_DEMO_FILE, "%zu", i);
        fclose(in);
    }
}

Test(demo, there_are_a_few_thousand_members)
{
    char line[512];
    int members = 0;
    FILE *file = open_list("members.csv");
    while (fgets(line, sizeof line, file)) {
        members++;
    }
    fclose(file);
    cr_assert_gt(members, 3000);
}

Test(demo, the_program_reads_the_list)
{
    static struct demo_card cards[DESK_CARDS];
    int count = 0;
    cr_assert_eq(demo_cards(dir, LANGUAGE_VI, cards, DESK_CARDS, &count), FAULT_NONE);
    cr_assert(count >= 30 && count < DESK_CARDS, "every card has its place in the list");
    cr_assert_str_eq(cards[1].file, "cards/02-facility.png");
    cr_assert_str_eq(cards[1].verdict, "mismatch");
    cr_assert_str_eq(cards[0].title, "Khớp: nhận một phím");
    cr_assert_eq(demo_cards(dir, LANGUAGE_EN, cards, 1, &count), FAULT_NONE);
    cr_assert_eq(count, 1);
    cr_assert_str_eq(cards[0].title, "Everything agrees: one key");
    cr_assert_eq(demo_cards("/nonexistent", LANGUAGE_EN, cards, 1, &count), FAULT_SETTINGS_MISSING);
}

static const char *verdict_of(struct store *store, const struct hospital *hospital, const struct scan *scan)
{
    static struct answer answer;
    static struct card card;
    static struct judgement judgement;
    enum fault fault = card_read(scan->bytes, scan->len, ORIGIN_PICTURE, &card);
    if (fault) {
        assess_unreadable(fault, hospital, &judgement);
    } else {
        fault = store_answer(store, &card, "2026-11-20", &answer);
        cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
        assess(&card, &answer, hospital, "2026-11-20", &judgement);
    }
    return verdict_code(judgement.verdict);
}

Test(demo, every_card_is_judged_as_its_list_says)
{
    static struct config config;
    struct store *store;
    struct sample sample;
    bool end = false;
    int line;
    cr_assert_eq(config_load(dir, &config, &line), FAULT_NONE, "tiepdon.ini:%d", line);
    cr_assert(config.hospital.demo);
    cr_assert_str_eq(config.demo_day, "2026-11-20");
    cr_assert_eq(store_open(dir, STORE_READ, &store), FAULT_NONE);
    FILE *samples = fopen("data/demo/cards.txt", "r");
    while (sample_next(samples, &sample, &end) == FAULT_NONE && !end) {
        cr_expect_str_eq(verdict_of(store, &config.hospital, &sample.scan), sample.verdict, "%s", sample.id);
    }
    fclose(samples);
    store_close(store);
}
