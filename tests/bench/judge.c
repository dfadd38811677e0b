/* judge: addresses compared and cards judged by the core alone, with the whole map of units; no SQLite. Times
 * are of the processor's work. */
#include "../accuracy/make.h"
#include "../accuracy/maps.h"
#include "adapter/config.h"
#include "adapter/units.h"
#include "bench.h"
#include "core/assess.h"
#include "core/text.h"
#include "measure.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PAIRS = 4000, ROUNDS = 9, LOADS = 5 };

static const char FIRST[] = "data/units.map", NAMES[] = "data/units.alias", TODAY[] = "2026-11-20";

struct judged {
    struct card card;
    struct answer answer;
};

struct judging {
    const struct map *map;
    struct pair pairs[PAIRS];
    int count;
    struct judged judged[PAIRS];
    struct config config;
    struct judgement judgement;
};

static void need(enum fault fault)
{
    if (fault != FAULT_NONE) {
        bench_fail(fault_text(fault, LANGUAGE_EN));
    }
}

/* Of every class as many, one class after the other, so that no branch is learnt by heart. */
static void make_pairs(struct judging *judging)
{
    struct country country;
    country_open(judging->map->units, TODAY, &country);
    for (unsigned i = 0; i < PAIRS; i++) {
        struct pair *pair = &judging->pairs[judging->count];
        judging->count += make_pair(&country, (enum made)(i % MADE_COUNT), i / MADE_COUNT, pair);
    }
}

/* A second is whole rounds of all pairs; the sum keeps the work from being left out. */
static double time_compare(const struct judging *judging)
{
    unsigned levels = 0;
    double start = measure_worked();
    for (int i = 0; i < judging->count; i++) {
        struct address_match match;
        address_compare(judging->map->units, TODAY, judging->pairs[i].card, judging->pairs[i].system, &match);
        levels += match.level;
    }
    double took = (measure_worked() - start) / judging->count * 1e6;
    return levels == 0 ? INFINITY : took;
}

/* What a comparison without understanding costs: both texts folded, then compared. */
static double time_fold(const struct judging *judging)
{
    int equal = 0;
    double start = measure_worked();
    for (int i = 0; i < judging->count; i++) {
        char card[ADDRESS_SIZE], system[ADDRESS_SIZE];
        need(text_fold(card, sizeof card, judging->pairs[i].card));
        need(text_fold(system, sizeof system, judging->pairs[i].system));
        equal += strcmp(card, system) == 0;
    }
    double took = (measure_worked() - start) / judging->count * 1e6;
    return equal > judging->count ? INFINITY : took;
}

static void measure_compare(struct bench *bench, const struct judging *judging)
{
    double ours[ROUNDS], fold[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        ours[i] = time_compare(judging);
        fold[i] = time_fold(judging);
    }
    struct figure figure = {"two addresses compared (200,000 a second: 5 us)", ours[0], NAN, NAN, 5, "us"};
    struct ratio ratio =
        table_rounds("two addresses compared beside folding both", ours, fold, ROUNDS, "us", 0.2);
    figure.median = ratio.ours;
    table_ratio(&bench->table, &ratio);
    table_figure(&bench->table, &figure);
}

/* Cards of every kind that a counter meets; both sides' addresses are a made pair. */
static void make_judged(struct judging *judging, const struct members *people, int i)
{
    char payload[MEMBERS_PAYLOAD_SIZE];
    struct insured insured;
    struct judged *judged = &judging->judged[i];
    struct member *member = &judged->answer.members[0];
    struct facts *facts = &member->facts;
    members_make(people, i, &insured);
    size_t len = members_payload(&insured, (enum members_card)(i % (MEMBERS_CARD_NUMBER + 1)), payload);
    need(card_read(payload, len, ORIGIN_PICTURE, &judged->card));
    need(field_read(FIELD_NUMBER, insured.number, strlen(insured.number), facts));
    need(field_read(FIELD_NAME, insured.name, strlen(insured.name), facts));
    need(field_read(FIELD_BIRTH_DATE, insured.birth, strlen(insured.birth), facts));
    need(field_read(FIELD_FACILITY, insured.facility, strlen(insured.facility), facts));
    need(field_read(FIELD_GENDER, insured.female ? "2" : "1", 1, facts));
    need(text_copy(judged->card.facts.address, ADDRESS_SIZE, judging->pairs[i].card));
    need(text_copy(facts->address, ADDRESS_SIZE, judging->pairs[i].system));
    snprintf(facts->valid_from, sizeof facts->valid_from, "%04d-01-01", insured.year);
    snprintf(facts->valid_to, sizeof facts->valid_to, "%04d-12-31", insured.year);
    need(text_copy(facts->cccd, sizeof facts->cccd, insured.cccd));
    need(text_copy(member->bhxh_number, sizeof member->bhxh_number, insured.bhxh));
    need(text_copy(member->as_of, sizeof member->as_of, TODAY));
    member->source = judged->answer.source = SOURCE_REGISTER;
    judged->answer.member_count = 1;
    need(text_copy(judged->answer.as_of, sizeof judged->answer.as_of, TODAY));
    need(text_copy(judged->answer.complete_as_of, sizeof judged->answer.complete_as_of, TODAY));
}

static double time_assess(struct judging *judging)
{
    double start = measure_worked();
    for (int i = 0; i < judging->count; i++) {
        const struct judged *judged = &judging->judged[i];
        assess(&judged->card, &judged->answer, &judging->config.hospital, TODAY, &judging->judgement);
    }
    return (measure_worked() - start) / judging->count * 1e6;
}

static void measure_assess(struct bench *bench, struct judging *judging)
{
    double rounds[ROUNDS];
    int line;
    need(config_load(bench->dir, &judging->config, &line));
    judging->config.hospital.units = judging->map->units;
    for (int i = 0; i < judging->count; i++) {
        make_judged(judging, &bench->people, i);
    }
    for (int i = 0; i < ROUNDS; i++) {
        rounds[i] = time_assess(judging);
    }
    struct figure figure = {
        "a whole judgement without SQLite", rounds[0], measure_median(rounds, ROUNDS), NAN, 20, "us"};
    table_figure(&bench->table, &figure);
}

/* The installed table: what every start of the program reads. */
static void measure_map(struct bench *bench, const struct judging *judging)
{
    double loads[LOADS];
    for (int i = 0; i < LOADS; i++) {
        struct units_file *file;
        int line;
        double start = measure_worked();
        need(units_open_file(FIRST, NAMES, &file, &line));
        loads[i] = (measure_worked() - start) * 1e3;
        units_close(file);
    }
    struct figure size = {
        "memory of the table of units", NAN, (double)judging->map->size / (1024.0 * 1024), NAN, 4, "MB"};
    struct figure load = {"the installed map of units, from its file to the table",
                          loads[0],
                          measure_median(loads, LOADS),
                          NAN,
                          20,
                          "ms"};
    table_figure(&bench->table, &size);
    table_figure(&bench->table, &load);
}

void bench_judge(struct bench *bench)
{
    static struct judging judging;
    static struct maps maps;
    bench_say("comparing addresses, judging cards without SQLite");
    maps_usual(&maps);
    judging.map = maps_truth(&maps, &maps.map[maps.count - 1]);
    printf("Addresses and judgement with %s, %u units.\n", judging.map->name, judging.map->units->count);
    make_pairs(&judging);
    measure_compare(bench, &judging);
    measure_assess(bench, &judging);
    measure_map(bench, &judging);
}
