/* worker: questions of the clerk and of the list against a portal that is a table, and a clock that is a number. */
#include "command/worker.h"
#include "../support/people.h"
#include "../support/place.h"
#include "core/desk.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define NOW 1795138865LL

enum { ASKED_MAX = 4000 };

/* What stands in the portal's place: every question is answered a second later, as `trouble` and `code` say. */
struct fake {
    struct {
        long long at;
        int ticket, person; /* as numbered by people.h */
        enum ask ask;
    } asked[ASKED_MAX];
    int count, done;
    enum trouble trouble;
    const char *code, *facility;
    bool silent;
    int cancelled;
};

static struct fake fake;
static struct store *store;
static struct worker worker;
static struct hospital hospital;
static struct writer lan = {"Quầy 3", "Lan", NOW};
static int differing;

static enum fault ask(void *portal, enum ask kind, const struct question *question, const char *record,
                      int ticket)
{
    struct fake *to = portal;
    (void)record;
    cr_assert_lt(to->count, ASKED_MAX);
    to->asked[to->count].at = lan.now;
    to->asked[to->count].ticket = ticket;
    to->asked[to->count].ask = kind;
    sscanf(question->number + 5, "%d", &to->asked[to->count].person);
    to->count++;
    return FAULT_NONE;
}

static void cancel(void *portal, int ticket)
{
    (void)ticket;
    ((struct fake *)portal)->cancelled++;
}

static void begin(void)
{
    place_begin();
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    fake = (struct fake){.code = "000", .facility = "79025"};
    strcpy(hospital.facility, "79025");
    hospital.portal = true;
    worker = (struct worker){
        .store = store,
        .hospital = &hospital,
        .asker = {&fake, TROUBLE_OFF, ask, cancel},
        .limits =
            {.per_minute = 30, .per_day = 5000, .reserve = 10, .failures = 5, .pause = 30, .pause_max = 600},
        .fresh_minutes = 10,
        .lease = 76};
}

static void end(void)
{
    store_close(store);
    place_end();
}

TestSuite(worker, .init = begin, .fini = end);

static struct question question_of(int person)
{
    struct card card = people_card(person);
    struct question question = {0};
    strcpy(question.number, card.facts.number);
    strcpy(question.name, card.facts.name);
    strcpy(question.birth_date, card.facts.birth_date);
    return question;
}

/* Taken in by the card, before anybody could say whether it is right. */
static void take_in(int person, char ret_id[ID_SIZE])
{
    struct repeat repeat;
    struct intake intake = people_intake(person);
    intake.status = INTAKE_PROVISIONAL;
    intake.verdict = VERDICT_UNCHECKED;
    strcpy(intake.card.facility, "79025");
    strcpy(intake.card.valid_from, "2026-01-01");
    intake.facts = intake.card;
    intake.correction_count = 0;
    intake.checked = SOURCE_NONE;
    intake.as_of[0] = '\0';
    for (int i = 0; i < FIELD_COUNT; i++) {
        intake.source[i] = *facts_get(&intake.facts, (enum field)i) ? SOURCE_CARD : SOURCE_NONE;
    }
    intake.check = true;
    intake.question = question_of(person);
    intake.asking = worker_asking(&worker, &intake.question);
    lan.now++;
    enum fault fault = store_save(store, &intake, &lan, ret_id, &repeat);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

static void answer(int number, struct reply *ret)
{
    struct card card = people_card(fake.asked[number].person);
    *ret = (struct reply){.ticket = fake.asked[number].ticket,
                          .ask = fake.asked[number].ask,
                          .question = question_of(fake.asked[number].person),
                          .trouble = fake.trouble,
                          .at = lan.now};
    if (fake.trouble) {
        return;
    }
    strcpy(ret->code, fake.code);
    ret->has_member = strcmp(fake.code, "000") == 0;
    ret->member = (struct member){.facts = card.facts, .source = SOURCE_PORTAL};
    strcpy(ret->member.facts.facility, fake.facility);
    strcpy(ret->member.facts.valid_from, "2026-01-01");
    strcpy(ret->member.bhxh_number, card.bhxh_number);
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        ret->member.heard |= *facts_get(&ret->member.facts, field) ? 1u << field : 0;
    }
}

/* Everything that was asked before this second is answered. */
static void take_answers(void)
{
    struct reply reply;
    struct news news;
    while (!fake.silent && fake.done < fake.count && fake.asked[fake.done].at < lan.now) {
        answer(fake.done++, &reply);
        worker_hear(&worker, &reply, &lan, &news);
        cr_expect_eq(news.fault, FAULT_NONE, "%s", fault_code(news.fault));
        differing += news.differs;
    }
}

/* As the shell does it: every second that something is due. */
static void run(long seconds)
{
    struct news news;
    for (long long until = lan.now + seconds; lan.now < until; lan.now++) {
        take_answers();
        for (int i = 0; i < 10 && worker.next <= lan.now; i++) {
            worker_pass(&worker, &lan, &news);
            cr_expect_eq(news.fault, FAULT_NONE, "%s", fault_code(news.fault));
        }
    }
}

static int on_list(int *ret_differing)
{
    static struct late list[DESK_LIST];
    int count, total;
    cr_assert_eq(store_late(store, 0, list, DESK_LIST, &count, &total, ret_differing), FAULT_NONE);
    return total;
}

/* The most questions that any minute of the clock saw, from question `from` on. */
static int busiest_minute(int from)
{
    int most = 0;
    for (int i = from, count = 0; i < fake.count; i++) {
        bool same = i > from && fake.asked[i].at / 60 == fake.asked[i - 1].at / 60;
        count = same ? count + 1 : 1;
        most = count > most ? count : most;
    }
    return most;
}

static bool wants(const struct question *question, int review, struct reply *ret)
{
    return worker_ask(&worker, &(struct wanted){ASK_MEMBER, question, review, false}, &lan, ret);
}

Test(worker, an_answer_that_agrees_takes_its_entry_off_the_list)
{
    char id[ID_SIZE];
    int waiting;
    take_in(1, id);
    cr_expect_eq(on_list(&waiting), 1);
    run(5);
    cr_expect_eq(fake.count, 1);
    cr_expect_eq(on_list(&waiting), 0);
    cr_expect_eq(differing, 0);
}

Test(worker, an_answer_that_differs_waits_for_a_clerk_and_is_not_asked_again)
{
    char id[ID_SIZE];
    int waiting;
    fake.facility = "79014";
    take_in(1, id);
    run(3600);
    cr_expect_eq(fake.count, 1);
    cr_expect_eq(on_list(&waiting), 1);
    cr_expect_eq(waiting, 1);
    cr_expect_eq(differing, 1);
}

Test(worker, an_hour_of_failure_leaves_500_to_be_worked_off_in_order_within_the_quota)
{
    enum { PEOPLE = 500 };
    char id[ID_SIZE];
    int waiting, last = 0, early = 0;
    fake.trouble = TROUBLE_TIMEOUT;
    for (int i = 1; i <= PEOPLE; i++) {
        take_in(i, id);
        lan.now += 6;
        take_answers();
        run(1);
    }
    run(10);
    int failed = fake.count;
    cr_expect_leq(failed, 20, "%d questions in an hour of failure", failed);
    cr_expect_eq(on_list(&waiting), PEOPLE);

    fake.trouble = TROUBLE_NONE;
    run(3600);
    cr_expect_eq(on_list(&waiting), 0);
    cr_expect_eq(fake.count - failed, PEOPLE, "%d questions for %d people", fake.count - failed, PEOPLE);
    cr_expect_leq(busiest_minute(failed), 20, "%d in a minute", busiest_minute(failed));
    for (int i = failed; i < fake.count; i++) {
        early += fake.asked[i].person < last;
        last = fake.asked[i].person;
    }
    cr_expect_leq(early, failed, "%d of %d out of order, %d tried before", early, PEOPLE, failed);
    cr_log_info("%d in the hour, then %d in %lld minutes", failed, fake.count - failed,
                (fake.asked[fake.count - 1].at - fake.asked[failed].at) / 60);
}

Test(worker, a_clerk_s_question_goes_before_the_list)
{
    char id[ID_SIZE];
    struct reply reply;
    struct news news;
    int waiting;
    const struct question question = question_of(9);
    take_in(1, id);
    fake.silent = true;
    cr_expect_not(wants(&question, 4, &reply));
    run(60);
    cr_expect_eq(fake.count, 1, "while a review waits the list does not ask");
    answer(0, &reply);
    worker_hear(&worker, &reply, &lan, &news);
    cr_expect_eq(news.review, 4);
    cr_expect_eq(reply.ticket, 4);
    run(2);
    cr_expect_eq(fake.count, 2);
    cr_expect_eq(on_list(&waiting), 1);
}

Test(worker, the_same_question_is_asked_once_while_it_is_out_and_once_in_ten_minutes)
{
    struct reply reply;
    const struct question question = question_of(1);
    cr_expect_not(wants(&question, 1, &reply));
    cr_expect_not(wants(&question, 2, &reply));
    cr_expect_eq(fake.count, 1);
    lan.now++;
    take_answers();
    lan.now += 300;
    cr_assert(wants(&question, 3, &reply));
    cr_expect_eq(reply.trouble, TROUBLE_NONE);
    cr_expect_str_eq(reply.code, "000");
    cr_expect(reply.has_member);
    cr_expect_str_eq(reply.member.facts.facility, "79025");
    cr_expect_eq(reply.ticket, 3);
    lan.now += 400;
    cr_expect_not(wants(&question, 4, &reply));
    cr_expect_eq(fake.count, 2);
}

Test(worker, what_is_typed_again_from_the_papers_is_asked_anew)
{
    struct reply reply;
    const struct question question = question_of(1);
    cr_expect_not(wants(&question, 1, &reply));
    lan.now++;
    take_answers();
    cr_expect_not(worker_ask(&worker, &(struct wanted){ASK_MEMBER, &question, 2, true}, &lan, &reply));
    cr_expect_eq(fake.count, 2);
}

Test(worker, an_answer_after_enter_is_for_the_entry_and_nobody_asks_again)
{
    char id[ID_SIZE];
    struct reply reply;
    int waiting;
    const struct question question = question_of(1);
    cr_expect_not(wants(&question, 1, &reply));
    take_in(1, id);
    worker_entrust(&worker, &question, id);
    worker.errands.out[0].review = 0;
    run(5);
    cr_expect_eq(fake.count, 1);
    cr_expect_eq(on_list(&waiting), 0);
}

Test(worker, without_a_portal_the_trouble_is_the_answer)
{
    struct reply reply;
    const struct question question = question_of(1);
    worker.asker.portal = NULL;
    cr_expect(wants(&question, 7, &reply));
    cr_expect_eq(reply.trouble, TROUBLE_OFF);
    cr_expect_eq(reply.ticket, 7);
}

Test(worker, a_used_up_quota_is_said_and_nothing_is_asked)
{
    struct reply reply;
    worker.limits.per_minute = 2;
    for (int i = 1; i <= 2; i++) {
        const struct question question = question_of(i);
        cr_expect_not(wants(&question, i, &reply));
    }
    const struct question question = question_of(3);
    cr_expect(wants(&question, 3, &reply));
    cr_expect_eq(reply.trouble, TROUBLE_QUOTA);
    cr_expect_eq(fake.count, 2);
}

/* Nothing is asked that the other counters could not count. */
Test(worker, a_journal_that_takes_no_count_is_named_and_nothing_is_asked)
{
    struct reply reply;
    sqlite3 *other;
    const struct question question = question_of(1);
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &other), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    cr_expect(wants(&question, 1, &reply));
    cr_expect_eq(reply.trouble, TROUBLE_JOURNAL);
    cr_expect_eq(fake.count, 0);
    sqlite3_close(other);
    cr_expect_not(wants(&question, 2, &reply));
    cr_expect_eq(fake.count, 1);
}

/* A desk put back by a burst gives a ticket out again. */
Test(worker, a_review_hears_only_what_it_asked_last)
{
    struct reply reply;
    struct news news;
    const struct question first = question_of(1), second = question_of(2);
    cr_expect_not(wants(&first, 5, &reply));
    cr_expect_not(wants(&second, 5, &reply));
    answer(0, &reply);
    worker_hear(&worker, &reply, &lan, &news);
    cr_expect_eq(news.review, 0);
    answer(1, &reply);
    worker_hear(&worker, &reply, &lan, &news);
    cr_expect_eq(news.review, 5);
}

Test(worker, questions_of_reviews_that_are_gone_make_room)
{
    struct reply reply;
    fake.silent = true;
    for (int i = 1; i <= ERRANDS_MAX + 3; i++) {
        const struct question question = question_of(i);
        cr_expect_not(wants(&question, i, &reply));
    }
    cr_expect_eq(fake.cancelled, 3);
    struct news news;
    answer(0, &reply);
    worker_hear(&worker, &reply, &lan, &news);
    cr_expect_not(news.heard, "a cancelled question has no answer");
}

Test(worker, what_one_counter_took_up_the_other_leaves_alone)
{
    char id[ID_SIZE];
    struct news news;
    struct worker other;
    fake.silent = true;
    for (int i = 1; i <= 3; i++) {
        take_in(i, id);
    }
    other = worker;
    for (int i = 0; i < 3; i++) {
        worker_pass(&worker, &lan, &news);
        worker_pass(&other, &lan, &news);
    }
    cr_expect_eq(fake.count, 3);
    cr_expect_neq(fake.asked[0].person, fake.asked[1].person);
    cr_expect_neq(fake.asked[1].person, fake.asked[2].person);
}

/* A counter of its own on the same data. */
static struct worker beside(struct store **ret_store)
{
    struct worker other = worker;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, ret_store), FAULT_NONE);
    other.store = *ret_store;
    other.errands = (struct errands){0};
    other.next = 0;
    return other;
}

Test(worker, what_is_out_when_enter_comes_no_other_counter_asks)
{
    char id[ID_SIZE];
    struct reply reply;
    struct news news;
    struct store *second;
    int waiting;
    struct worker other = beside(&second);
    const struct question question = question_of(1);
    cr_expect_not(wants(&question, 1, &reply));
    take_in(1, id);
    worker_pass(&other, &lan, &news);
    cr_expect_eq(fake.count, 1, "between the save and worker_entrust");
    worker_entrust(&worker, &question, id);
    run(5);
    cr_expect_eq(on_list(&waiting), 0);
    store_close(second);
}

Test(worker, what_was_out_at_a_counter_that_died_another_one_asks)
{
    char id[ID_SIZE];
    struct reply reply;
    struct news news;
    struct store *second;
    struct worker other = beside(&second);
    const struct question question = question_of(1);
    cr_expect_not(wants(&question, 1, &reply));
    take_in(1, id);
    lan.now += worker.lease;
    worker_pass(&other, &lan, &news);
    cr_expect_eq(fake.count, 2);
    cr_expect_eq(other.next, lan.now);
    store_close(second);
}
