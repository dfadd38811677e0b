/* check: look-up and judgement of cards, beside the same statements played in plain SQLite. */
#include "adapter/config.h"
#include "adapter/store.h"
#include "bench.h"
#include "child.h"
#include "core/intake.h"
#include "core/report.h"
#include "measure.h"
#include "tape.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A slice a round; what is judged and played alternates slice by slice, so
 * that both meet the same machine. */
enum {
    PAYLOADS = 100000,
    SLICES = 5,
    SLICE = PAYLOADS / SLICES,
    CORE = 2000,
    CORE_ROUNDS = 5,
    INTAKES = 300
};

struct judging {
    struct bench *bench;
    struct config config;
    struct store *store;
    char **payloads;
    struct card card;
    struct answer answer;
    struct judgement judgement;
    char report[REPORT_SIZE];
};

/* Of a hundred at the counter. */
static size_t make_payload(const struct bench *bench, int i, char out[MEMBERS_PAYLOAD_SIZE])
{
    struct dice dice = {(uint64_t)i * 999983};
    unsigned of_100 = dice_roll(&dice, 100);
    long member = (long)(((uint64_t)i * 7919) % (uint64_t)bench->members);
    enum members_card card = of_100 < 60   ? MEMBERS_CARD_SAME
                             : of_100 < 70 ? MEMBERS_CARD_FACILITY
                             : of_100 < 76 ? MEMBERS_CARD_OLD
                             : of_100 < 80 ? MEMBERS_CARD_NAME
                             : of_100 < 92 ? MEMBERS_CARD_CCCD
                             : of_100 < 95 ? MEMBERS_CARD_NUMBER
                                           : MEMBERS_CARD_SAME;
    struct insured insured;
    members_make(&bench->people, member, &insured);
    if (of_100 >= 95) { /* a number nobody has */
        insured.bhxh[1] = insured.number[strlen(insured.number) - 9] = '8';
    }
    return members_payload(&insured, card, out);
}

static void make_payloads(struct judging *judging)
{
    judging->payloads = calloc(PAYLOADS, sizeof *judging->payloads);
    for (int i = 0; i < PAYLOADS; i++) {
        char payload[MEMBERS_PAYLOAD_SIZE];
        make_payload(judging->bench, i, payload);
        judging->payloads[i] = strdup(payload);
    }
}

static void need(enum fault fault)
{
    if (fault != FAULT_NONE) {
        bench_fail(fault_text(fault, LANGUAGE_EN));
    }
}

static void judge(struct judging *judging, const char *payload)
{
    const char *today = judging->bench->day;
    need(card_read(payload, strlen(payload), ORIGIN_PICTURE, &judging->card));
    need(store_answer(judging->store, &judging->card, today, &judging->answer));
    assess(&judging->card, &judging->answer, &judging->config.hospital, today, &judging->judgement);
}

/* The journal of a morning, so that the question for an earlier intake today meets rows. */
static void take_some_in(struct judging *judging)
{
    static const struct decision decision;
    struct writer writer = {"Quầy 3", "Lan", (date_days(judging->bench->day) * 24 + 2) * 3600};
    struct intake intake;
    struct repeat repeat;
    char id[ID_SIZE];
    need(store_open(judging->bench->data, STORE_COUNTER, &judging->store));
    for (int i = 0; i < INTAKES; i++) {
        judge(judging, judging->payloads[i * (PAYLOADS / INTAKES)]);
        intake_make(&judging->card, &judging->judgement, &decision, INTAKE_PROVISIONAL, false, &intake);
        intake.repeat = true;
        need(store_save(judging->store, &intake, &writer, id, &repeat));
    }
    store_close(judging->store);
}

static void record(struct judging *judging, struct tape **ret)
{
    struct tape *tape = tape_record();
    need(store_open(judging->bench->data, STORE_READ, &judging->store));
    judge(judging, judging->payloads[0]); /* opens what opens late */
    for (int i = 0; i < PAYLOADS; i++) {
        tape_mark(tape);
        judge(judging, judging->payloads[i]);
    }
    tape_stop(tape);
    store_close(judging->store);
    tape_load(tape);
    *ret = tape;
}

static void write_slice(const struct judging *judging, int slice, const char *path)
{
    FILE *file = fopen(path, "we");
    if (!file) {
        bench_fail(path);
    }
    for (int i = slice * SLICE; i < (slice + 1) * SLICE; i++) {
        fprintf(file, "%s\n", judging->payloads[i]);
    }
    fclose(file);
}

static double time_judging(struct judging *judging, int slice)
{
    double start = measure_now();
    for (int i = slice * SLICE; i < (slice + 1) * SLICE; i++) {
        judge(judging, judging->payloads[i]);
    }
    return (measure_now() - start) / SLICE * 1e6;
}

static double time_tape(struct tape *tape, int slice)
{
    double start = measure_now();
    if (tape_play(tape, slice * SLICE, (slice + 1) * SLICE) < SLICE) {
        bench_fail("the baseline found too few rows");
    }
    return (measure_now() - start) / SLICE * 1e6;
}

static double time_json(struct judging *judging, int slice)
{
    char path[PATH_SIZE];
    const struct bench *bench = judging->bench;
    bench_path(bench->dir, "payloads.txt", path);
    write_slice(judging, slice, path);
    enum { UNREADABLE = 3 };
    return child_run((const char *[]){bench->program, "check", "--json", "--data", bench->data, "--today",
                                      bench->day, "-", NULL},
                     path, NULL, UNREADABLE) /
           SLICE * 1e6;
}

static void compare(struct judging *judging)
{
    struct tape *tape;
    double ours[SLICES], plain[SLICES], json[SLICES];
    bench_say("judging 100,000 payloads");
    record(judging, &tape);
    need(store_open(judging->bench->data, STORE_READ, &judging->store));
    judge(judging, judging->payloads[0]);
    for (int i = 0; i < SLICES; i++) {
        ours[i] = time_judging(judging, i);
        plain[i] = time_tape(tape, i);
        json[i] = time_json(judging, i);
    }
    store_close(judging->store);
    struct figure statements = {
        "statements a payload", NAN, (double)tape_steps(tape) / PAYLOADS, NAN, NAN, ""};
    struct ratio judged = table_rounds("check beside its statements alone", ours, plain, SLICES, "us", 0.5);
    struct ratio printed =
        table_rounds("check --json to /dev/null beside its statements", json, plain, SLICES, "us", 0.35);
    table_ratio(&judging->bench->table, &judged);
    table_ratio(&judging->bench->table, &printed);
    table_figure(&judging->bench->table, &statements);
    tape_free(tape);
}

/* The core by itself: the answers are there already. */
struct core {
    struct card cards[CORE];
    struct answer answers[CORE];
    struct judgement judgements[CORE];
};

enum core_part { CORE_READ, CORE_ASSESS, CORE_REPORT };

static void run_core(struct judging *judging, struct core *core, enum core_part part, int i)
{
    const char *payload = judging->payloads[i];
    switch (part) {
    case CORE_READ: need(card_read(payload, strlen(payload), ORIGIN_PICTURE, &core->cards[i])); break;
    case CORE_ASSESS:
        assess(&core->cards[i], &core->answers[i], &judging->config.hospital, judging->bench->day,
               &core->judgements[i]);
        break;
    case CORE_REPORT:
        need(report_json(&core->cards[i], &core->answers[i], &core->judgements[i], &judging->config.hospital,
                         judging->report));
    }
}

static void time_core_part(struct judging *judging, struct core *core, enum core_part part, const char *name)
{
    double rounds[CORE_ROUNDS];
    for (int round = 0; round < CORE_ROUNDS; round++) {
        double start = measure_now();
        for (int i = 0; i < CORE; i++) {
            run_core(judging, core, part, i);
        }
        rounds[round] = (measure_now() - start) / CORE * 1e6;
    }
    struct figure figure = {"", rounds[0], measure_median(rounds, CORE_ROUNDS), NAN, NAN, "us"};
    snprintf(figure.name, sizeof figure.name, "core: %s", name);
    table_figure(&judging->bench->table, &figure);
}

static void time_core(struct judging *judging)
{
    struct core *core = calloc(1, sizeof *core);
    if (!core) {
        bench_fail("no memory");
    }
    need(store_open(judging->bench->data, STORE_READ, &judging->store));
    time_core_part(judging, core, CORE_READ, "card_read");
    for (int i = 0; i < CORE; i++) {
        need(store_answer(judging->store, &core->cards[i], judging->bench->day, &core->answers[i]));
    }
    store_close(judging->store);
    time_core_part(judging, core, CORE_ASSESS, "assess");
    time_core_part(judging, core, CORE_REPORT, "report_json");
    free(core);
}

void bench_check(struct bench *bench)
{
    static struct judging judging;
    int line;
    judging.bench = bench;
    need(config_load(bench->data, &judging.config, &line));
    make_payloads(&judging);
    take_some_in(&judging);
    compare(&judging);
    time_core(&judging);
    for (int i = 0; i < PAYLOADS; i++) {
        free(judging.payloads[i]);
    }
    free(judging.payloads);
}
