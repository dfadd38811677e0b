/* tiepdon-outage DIR COUNT: leaves a demonstration directory as an hour without the portal does: COUNT people of its
 * register taken in one after the other, each on the list chưa kiểm tra, and the circuit breaker open.
 *
 * The counter's own worker lives through that hour, in times that are given to it, beside a portal that never answers. The
 * hour ends pause_max seconds ago: the last pause has run out. Prints the number of each question, a line each, in the
 * order of the intakes. Exit status: 0; 64 usage; 74 the directory. */
#include "adapter/config.h"
#include "adapter/place.h"
#include "command/worker.h"
#include "core/assess.h"
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOUR = 3600, EXIT_USAGE = 64, EXIT_STORE = 74 };

/* The hand-made persons are left out: about some of them the portal says something else. In no order that the journal or
 * the portal could have by itself. */
static const char PEOPLE[] = "SELECT ifnull(nullif(maThe, ''), maSoBHXH) FROM member "
                             "WHERE maSoBHXH LIKE '791%' ORDER BY substr(maSoBHXH, -3), maSoBHXH";

struct outage {
    struct config config;
    struct store *store;
    struct worker worker;
    struct writer clerk;
    sqlite3 *register_db;
    sqlite3_stmt *people;
    struct question out[ERRANDS_MAX]; /* nobody answers these */
    int tickets[ERRANDS_MAX];
    int out_count;
};

static enum fault ask(void *portal, enum ask ask, const struct question *question, const char *record,
                      int ticket)
{
    (void)ask, (void)record;
    struct outage *outage = portal;
    outage->out[outage->out_count] = *question;
    outage->tickets[outage->out_count++] = ticket;
    return FAULT_NONE;
}

static void cancel(void *portal, int ticket)
{
    (void)portal, (void)ticket;
}

static enum fault open_people(const char *dir, struct outage *outage)
{
    char path[PATH_SIZE];
    enum fault fault = place_join(dir, "register.db", path);
    if (fault == FAULT_NONE &&
        (sqlite3_open_v2(path, &outage->register_db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
         sqlite3_prepare_v2(outage->register_db, PEOPLE, -1, &outage->people, NULL) != SQLITE_OK)) {
        fault = FAULT_REGISTER_DAMAGED;
    }
    return fault;
}

static enum fault open_outage(const char *dir, struct outage *outage)
{
    int line;
    enum fault fault = config_load(dir, &outage->config, &line);
    fault = fault || outage->config.hospital.demo ? fault : FAULT_DEMO_FOREIGN;
    fault = fault ? fault : store_open(dir, STORE_COUNTER, &outage->store);
    fault = fault ? fault : open_people(dir, outage);
    const struct hospital *hospital = &outage->config.hospital;
    const struct portal_options *options = &outage->config.portal;
    outage->clerk = (struct writer){.counter = hospital->counter, .clerk = hospital->clerk};
    outage->worker = (struct worker){.store = outage->store,
                                     .hospital = hospital,
                                     .asker = {outage, TROUBLE_OFF, ask, cancel},
                                     .limits = options->limits,
                                     .fresh_minutes = options->fresh_minutes,
                                     .lease = HOUR};
    return fault;
}

static void close_outage(struct outage *outage)
{
    sqlite3_finalize(outage->people);
    sqlite3_close(outage->register_db);
    store_close(outage->store);
}

/* What went out a second ago runs into its time-out. */
static enum fault time_out(struct outage *outage)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; i < outage->out_count; i++) {
        struct news news;
        struct reply reply = {.ticket = outage->tickets[i],
                              .ask = ASK_MEMBER,
                              .question = outage->out[i],
                              .trouble = TROUBLE_TIMEOUT};
        worker_hear(&outage->worker, &reply, &outage->clerk, &news);
        fault = fault ? fault : news.fault;
    }
    outage->out_count = 0;
    return fault;
}

/* Taken in as presented, with the register's row on the card; *ret_match says whether the counter would call it so. */
static enum fault present(struct outage *outage, const char *number, const char *today, struct intake *ret,
                          bool *ret_match)
{
    static const struct decision decision;
    struct card card = {.kind = CARD_BHYT};
    struct answer answer;
    struct judgement judgement;
    snprintf(card.facts.number, sizeof card.facts.number, "%s", number);
    number_bhxh(number, card.bhxh_number);
    enum fault fault = store_answer(outage->store, &card, today, &answer);
    card.facts = answer.members[0].facts;
    assess(&card, &answer, &outage->config.hospital, today, &judgement);
    intake_make(&card, &judgement, &decision, INTAKE_ADMITTED, false, ret);
    *ret_match = answer.member_count == 1 && judgement.verdict == VERDICT_MATCH;
    return fault;
}

/* The next person whose card and register agree. */
static enum fault next_intake(struct outage *outage, const char *today, struct intake *ret)
{
    bool match = false;
    while (!match) {
        if (sqlite3_step(outage->people) != SQLITE_ROW) {
            return FAULT_REGISTER_MISSING;
        }
        const char *number = (const char *)sqlite3_column_text(outage->people, 0);
        enum fault fault = present(outage, number, today, ret, &match);
        if (fault) {
            return fault;
        }
    }
    const struct facts *facts = &ret->facts;
    memcpy(ret->question.number, facts->number, sizeof facts->number);
    memcpy(ret->question.name, facts->name, sizeof facts->name);
    memcpy(ret->question.birth_date, facts->birth_date, sizeof facts->birth_date);
    ret->check = true;
    return FAULT_NONE;
}

/* The review's question, and Enter before its answer. */
static enum fault take_in(struct outage *outage, int review)
{
    struct intake intake;
    struct reply reply;
    struct repeat repeat;
    char id[ID_SIZE];
    date_text today;
    const struct wanted wanted = {ASK_MEMBER, &intake.question, review, false};
    date_of_time(outage->clerk.now, today);
    enum fault fault = next_intake(outage, today, &intake);
    if (fault) {
        return fault;
    }
    worker_ask(&outage->worker, &wanted, &outage->clerk, &reply);
    intake.asking = worker_asking(&outage->worker, &intake.question);
    fault = store_save(outage->store, &intake, &outage->clerk, id, &repeat);
    worker_entrust(&outage->worker, &intake.question, id);
    printf("%s\n", intake.question.number);
    return fault;
}

/* The list has its turn every second. */
static enum fault live_through(struct outage *outage, int count)
{
    long long begin = config_now(&outage->config) - outage->config.portal.limits.pause_max - HOUR;
    enum fault fault = FAULT_NONE;
    int taken = 0;
    for (int second = 0; second < HOUR && fault == FAULT_NONE; second++) {
        struct news news = {0};
        outage->clerk.now = begin + second;
        fault = time_out(outage);
        while (fault == FAULT_NONE && taken < count && taken * HOUR / count <= second) {
            fault = take_in(outage, ++taken);
        }
        worker_pass(&outage->worker, &outage->clerk, &news);
        fault = fault ? fault : news.fault;
    }
    outage->clerk.now++;
    return fault ? fault : time_out(outage);
}

int main(int argc, char **argv)
{
    static struct outage outage;
    setlocale(LC_CTYPE, "C.UTF-8");
    int count = argc == 3 ? atoi(argv[2]) : 0;
    if (count < 1) {
        fputs("tiepdon-outage DIR COUNT\n", stderr);
        return EXIT_USAGE;
    }
    enum fault fault = open_outage(argv[1], &outage);
    fault = fault ? fault : live_through(&outage, count);
    if (fault) {
        fprintf(stderr, "tiepdon-outage: %s\n", fault_text(fault, LANGUAGE_EN));
    }
    close_outage(&outage);
    return fault ? EXIT_STORE : 0;
}
