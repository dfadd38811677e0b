/* search: what the search box costs the register a keystroke, beside one equality look-up by its key. */
#include "adapter/register.h"
#include "bench.h"
#include "child.h"
#include "core/find.h"
#include "core/text.h"
#include "measure.h"
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Every question is typed key by key for persons from all over the register; each key asks anew. Others' work on the
 * machine shows in what the clock says, hardly in what a processor worked. */
enum { ROUNDS = 20, PERSONS = 10, KEYS = ROUNDS * PERSONS * 64, FOLDED_SIZE = 96, QUESTION_SIZE = 128 };
#define AIM_MS 10.0

enum asking {
    ASK_BHXH,
    ASK_CARD,
    ASK_CCCD,
    ASK_PHONE,
    ASK_NAME,
    ASK_NAME_YEAR,
    ASK_FAMILY_YEAR,
    ASK_NAME_DATE,
    ASK_GIVEN_DATE,
    ASK_INITIALS_YEAR,
    ASKS
};

static const char *const names[ASKS] = {
    [ASK_BHXH] = "BHXH number",
    [ASK_CARD] = "card number",
    [ASK_CCCD] = "CCCD",
    [ASK_PHONE] = "ten digits of nobody",
    [ASK_NAME] = "name with its diacritics",
    [ASK_NAME_YEAR] = "name and year",
    [ASK_FAMILY_YEAR] = "family name and year",
    [ASK_NAME_DATE] = "name and birth date",
    [ASK_GIVEN_DATE] = "given name and birth date",
    [ASK_INITIALS_YEAR] = "initials and year",
};

struct trial {
    struct bench *bench;
    struct register_file *members;
    sqlite3 *db;
    sqlite3_stmt *equality;
    struct hit_list hits;
    double *keys, *clock; /* of one kind of question, in ms: what a processor worked, and how long it took */
    int count;
};

static void initials_of(const char *folded, char out[QUESTION_SIZE])
{
    char initials[INITIALS_SIZE];
    find_initials(folded, initials);
    strcpy(out, initials);
}

/* What is typed for a person; false where this question cannot be asked of them. */
static bool question_of(enum asking ask, const struct insured *who, char out[QUESTION_SIZE])
{
    char folded[FOLDED_SIZE];
    if (text_fold(folded, sizeof folded, who->name) != FAULT_NONE) {
        return false;
    }
    const char *year = who->birth + 6, *given = strrchr(folded, ' ');
    int family = (int)strcspn(folded, " ");
    switch (ask) {
    case ASK_BHXH: strcpy(out, who->bhxh); return true;
    case ASK_CARD: strcpy(out, who->number); return strlen(who->number) == 15;
    case ASK_CCCD: strcpy(out, who->cccd); return *who->cccd;
    case ASK_PHONE: snprintf(out, QUESTION_SIZE, "09%s", who->bhxh + 2); return true;
    case ASK_NAME: strcpy(out, who->name); return true;
    case ASK_NAME_YEAR: snprintf(out, QUESTION_SIZE, "%s %s", folded, year); return true;
    case ASK_FAMILY_YEAR: snprintf(out, QUESTION_SIZE, "%.*s %s", family, folded, year); return true;
    case ASK_NAME_DATE: snprintf(out, QUESTION_SIZE, "%s %s", folded, who->birth); return true;
    case ASK_GIVEN_DATE:
        snprintf(out, QUESTION_SIZE, "%s %s", given ? given + 1 : folded, who->birth);
        return true;
    case ASK_INITIALS_YEAR:
        initials_of(folded, out);
        strcat(strcat(out, " "), year);
        return true;
    case ASKS: break;
    }
    return false;
}

static void ask(struct trial *trial, const char *typed)
{
    struct find find;
    double begun = measure_now(), worked = measure_worked();
    find_read(typed, &find);
    trial->hits = (struct hit_list){0};
    if (register_search(trial->members, &find, FIND_MAX, &trial->hits) != FAULT_NONE) {
        bench_fail("the register cannot be searched");
    }
    if (trial->count < KEYS) {
        trial->keys[trial->count] = (measure_worked() - worked) * 1e3;
        trial->clock[trial->count++] = (measure_now() - begun) * 1e3;
    }
}

/* The last key's list names the person, or is full of their like. */
static void type(struct trial *trial, enum asking kind, const struct insured *who, const char *question)
{
    char typed[QUESTION_SIZE];
    size_t len = strlen(question);
    for (size_t at = 0; at < len;) {
        at = text_after(question, at);
        memcpy(typed, question, at);
        typed[at] = '\0';
        ask(trial, typed);
    }
    bool named = trial->hits.more || kind == ASK_PHONE;
    for (int i = 0; !named && i < trial->hits.count; i++) {
        named = strcmp(trial->hits.rows[i].bhxh_number, who->bhxh) == 0;
    }
    if (!named) {
        bench_fail(names[kind]);
    }
}

static double equality(struct trial *trial, const struct insured *who)
{
    const char *number = strlen(who->number) == 10 ? "" : who->number;
    double begun = measure_worked();
    sqlite3_bind_text(trial->equality, 1, who->bhxh, -1, SQLITE_STATIC);
    sqlite3_bind_text(trial->equality, 2, number, -1, SQLITE_STATIC);
    if (sqlite3_step(trial->equality) != SQLITE_ROW) {
        bench_fail("a member cannot be looked up");
    }
    double taken = (measure_worked() - begun) * 1e3;
    sqlite3_reset(trial->equality);
    return taken;
}

static void measure(struct trial *trial, enum asking kind)
{
    double ours[ROUNDS], baseline[ROUNDS], looks[PERSONS], first = NAN, first_by_clock = NAN;
    char question[QUESTION_SIZE], name[TABLE_NAME];
    long at = 7919 * (kind + 1L), stride = trial->bench->members / (ROUNDS * PERSONS) - 1;
    trial->count = 0;
    for (int round = 0; round < ROUNDS; round++) {
        int begun = trial->count;
        double keys[KEYS / ROUNDS];
        for (int i = 0; i < PERSONS; at += stride) {
            struct insured who;
            members_make(&trial->bench->people, at % trial->bench->members, &who);
            if (question_of(kind, &who, question)) {
                type(trial, kind, &who, question);
                looks[i++] = equality(trial, &who);
            } else {
                at++;
            }
        }
        first = round == 0 ? trial->keys[0] : first;
        first_by_clock = round == 0 ? trial->clock[0] : first_by_clock;
        memcpy(keys, trial->keys + begun, (size_t)(trial->count - begun) * sizeof *keys);
        ours[round] = measure_median(keys, trial->count - begun);
        baseline[round] = measure_median(looks, PERSONS);
    }
    snprintf(name, sizeof name, "a key beside a look-up: %s", names[kind]);
    struct ratio ratio = table_rounds("", ours, baseline, ROUNDS, "ms", NAN);
    strcpy(ratio.name, name);
    table_ratio(&trial->bench->table, &ratio);
    struct figure figure = {.first = first, .aim = AIM_MS, .unit = "ms"};
    snprintf(figure.name, sizeof figure.name, "a key: %s", names[kind]);
    figure.median = measure_percentile(trial->keys, trial->count, 50);
    figure.p99 = measure_percentile(trial->keys, trial->count, 99);
    table_figure(&trial->bench->table, &figure);
    snprintf(figure.name, sizeof figure.name, "by the clock: %s", names[kind]);
    figure.first = first_by_clock;
    figure.median = measure_percentile(trial->clock, trial->count, 50);
    figure.p99 = measure_percentile(trial->clock, trial->count, 99);
    table_figure(&trial->bench->table, &figure);
}

static void make_register(struct bench *bench)
{
    char file[PATH_SIZE];
    bench_path(bench->dir, "members.csv", file);
    bench_path(bench->dir, "data", bench->data);
    FILE *out = fopen(file, "we");
    if (!out || mkdir(bench->data, 0700) != 0) {
        bench_fail(bench->dir);
    }
    bench_say("writing members");
    members_write_header(out);
    for (long i = 0; i < bench->members; i++) {
        struct insured insured;
        members_make(&bench->people, i, &insured);
        members_write(out, &insured);
    }
    if (fclose(out) != 0) {
        bench_fail(file);
    }
    bench_say("importing them");
    struct figure figure = {
        .first = NAN, .p99 = NAN, .aim = NAN, .name = "import of all members", .unit = "s"};
    figure.median = child_run((const char *[]){bench->program, "import", "members", file, "--as-of",
                                               "2026-11-20", "--complete", "--data", bench->data, NULL},
                              NULL, NULL, 0);
    table_figure(&bench->table, &figure);
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    struct figure most = {
        .first = NAN, .p99 = NAN, .aim = NAN, .name = "its resident memory at most", .unit = "MB"};
    most.median = (double)usage.ru_maxrss / 1024;
    table_figure(&bench->table, &most);
    unlink(file);
}

static void add_size(struct bench *bench, const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0) {
        bench_fail(path);
    }
    struct figure figure = {
        .first = NAN, .p99 = NAN, .aim = NAN, .name = "the register's file", .unit = "MB"};
    figure.median = (double)st.st_size / 1e6;
    table_figure(&bench->table, &figure);
}

void bench_search(struct bench *bench)
{
    static struct trial trial;
    char path[PATH_SIZE];
    trial.bench = bench;
    bench->members = bench_members();
    make_register(bench);
    bench_path(bench->data, "register.db", path);
    add_size(bench, path);
    trial.keys = calloc(KEYS, sizeof *trial.keys);
    trial.clock = calloc(KEYS, sizeof *trial.clock);
    if (!trial.keys || !trial.clock || register_open(bench->data, &trial.members) != FAULT_NONE ||
        sqlite3_open_v2(path, &trial.db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(trial.db, "SELECT * FROM member WHERE maSoBHXH = ? AND maThe = ?", -1,
                           &trial.equality, NULL) != SQLITE_OK) {
        bench_fail("the register cannot be opened");
    }
    bench_say("typing questions");
    for (int i = 0; i < ASKS; i++) {
        measure(&trial, (enum asking)i);
    }
    printf("%ld members in the register.\n", bench->members);
    sqlite3_finalize(trial.equality);
    sqlite3_close(trial.db);
    register_close(trial.members);
    free(trial.keys);
    free(trial.clock);
}
