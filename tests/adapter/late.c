/* late: the list chưa kiểm tra: who is on it, whose turn it is, what became of it, and revisions. */
#include "../support/older.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL
#define TODAY "2026-11-20"

enum { LEASE = 60 };

static struct store *store;
static const struct writer lan = {"Quầy 3", "Lan", NOW}, minh = {"Quầy 4", "Minh", NOW + 3600};

static void begin(void)
{
    place_begin();
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
}

static void end(void)
{
    store_close(store);
    place_end();
}

TestSuite(late, .init = begin, .fini = end);

static struct intake unchecked(int number)
{
    struct intake intake = people_intake(number);
    intake.check = true;
    intake.verdict = VERDICT_UNCHECKED;
    intake.status = INTAKE_PROVISIONAL;
    intake.checked = SOURCE_NONE;
    strcpy(intake.contact.phone, "0912345678");
    strcpy(intake.question.number, intake.facts.number);
    strcpy(intake.question.name, intake.facts.name);
    strcpy(intake.question.birth_date, intake.facts.birth_date);
    return intake;
}

static void save(const struct intake *intake, char id[ID_SIZE])
{
    struct repeat repeat;
    enum fault fault = store_save(store, intake, &lan, id, &repeat);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

static void save_late(int number, char id[ID_SIZE])
{
    const struct intake intake = unchecked(number);
    save(&intake, id);
}

/* The id of whose turn it is, "" for nobody. */
static const char *take(long long now, long long *ret_next)
{
    static char id[ID_SIZE];
    struct question question;
    cr_assert_eq(store_late_take(store, now, LEASE, id, &question, ret_next), FAULT_NONE);
    return id;
}

static void say(const char *id, enum late_outcome outcome, const char *code, enum trouble trouble,
                long long now)
{
    const struct writer writer = {"Quầy 3", "Lan", now};
    enum fault fault = store_late_said(store, id, outcome, code, trouble, &writer);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

static void expect_list(int total, int differing)
{
    struct late lines[1];
    int count, read_total, read_differing;
    cr_assert_eq(store_late(store, 0, lines, 1, &count, &read_total, &read_differing), FAULT_NONE);
    cr_expect(read_total == total && read_differing == differing, "%d %d", read_total, read_differing);
}

static void expect_entries(long want)
{
    long entries;
    cr_expect_eq(store_verify(store, &entries), FAULT_NONE);
    cr_expect_eq(entries, want, "%ld entries", entries);
}

Test(late, who_was_taken_in_unchecked_is_on_the_list)
{
    char id[ID_SIZE], other[ID_SIZE];
    struct intake sure = people_intake(2);
    save_late(1, id);
    save(&sure, other);
    struct late lines[2];
    int count, total, differing;
    cr_assert_eq(store_late(store, 0, lines, 2, &count, &total, &differing), FAULT_NONE);
    cr_assert(count == 1 && total == 1 && differing == 0);
    cr_expect_str_eq(lines[0].id, id);
    cr_expect_str_eq(lines[0].day, TODAY);
    cr_expect_str_eq(lines[0].time, "08:41");
    cr_expect_str_eq(lines[0].name, "Nguyễn Thị Hòa");
    cr_expect_str_eq(lines[0].phone, "0912345678");
    cr_expect(lines[0].state == LATE_WAITS && lines[0].tries == 0 && lines[0].trouble == TROUBLE_NONE);
}

Test(late, the_oldest_is_asked_first_and_by_one_counter)
{
    char first[ID_SIZE], second[ID_SIZE];
    long long next;
    save_late(1, first);
    save_late(2, second);
    struct question question;
    char id[ID_SIZE];
    cr_assert_eq(store_late_take(store, NOW, LEASE, id, &question, &next), FAULT_NONE);
    cr_expect_str_eq(id, first);
    cr_expect_str_eq(question.number, "DN4790000000001");
    cr_expect_str_eq(question.name, "Nguyễn Thị Hòa");
    cr_expect_str_eq(question.birth_date, "1985-03-12");
    cr_expect_leq(next, NOW, "the second is due");
    cr_expect_str_eq(take(NOW, &next), second);
    cr_expect_eq(next, NOW + LEASE);
    cr_expect_str_eq(take(NOW + LEASE - 1, &next), "");
    cr_expect_eq(next, NOW + LEASE);
    cr_expect_str_eq(take(NOW + LEASE, &next), first, "whoever had it died");
}

Test(late, nobody_asks_what_is_no_question)
{
    char id[ID_SIZE];
    long long next;
    struct intake intake = unchecked(1);
    strcpy(intake.question.birth_date, "1985-03");
    save(&intake, id);
    cr_expect_str_eq(take(NOW, &next), "");
    cr_expect_eq(next, 0);
    expect_list(1, 0);
}

Test(late, an_answer_that_agrees_is_an_entry_and_the_end)
{
    char id[ID_SIZE];
    long long next;
    struct act acts[1];
    int count, total;
    save_late(1, id);
    cr_assert_str_eq(take(NOW, &next), id);
    say(id, LATE_OUTCOME_AGREES, "000", TROUBLE_NONE, NOW + 20);
    expect_list(0, 0);
    expect_entries(2);
    cr_expect_str_eq(take(NOW + 4000, &next), "");
    cr_expect_eq(next, 0);
    cr_expect_eq(store_late_said(store, id, LATE_OUTCOME_AGREES, "000", TROUBLE_NONE, &minh),
                 FAULT_LATE_DONE);
    cr_assert_eq(store_day(store, TODAY, ACT_ALL, 0, acts, 1, &count, &total), FAULT_NONE);
    cr_expect(total == 1 && !acts[0].unchecked, "it is checked now");
}

Test(late, who_waits_for_a_clerk_stands_first)
{
    char first[ID_SIZE], second[ID_SIZE], third[ID_SIZE];
    struct late lines[3];
    int count, total, differing;
    long long next;
    save_late(1, first);
    save_late(2, second);
    save_late(3, third);
    say(second, LATE_OUTCOME_DIFFERS, "000", TROUBLE_NONE, NOW);
    say(third, LATE_OUTCOME_STUCK, "060", TROUBLE_NONE, NOW);
    say(third, LATE_OUTCOME_STUCK, "060", TROUBLE_NONE, NOW);
    expect_entries(5);
    cr_assert_eq(store_late(store, 0, lines, 3, &count, &total, &differing), FAULT_NONE);
    cr_assert(count == 3 && total == 3 && differing == 2);
    cr_expect_str_eq(lines[0].id, second);
    cr_expect(lines[0].state == LATE_DIFFERS && lines[1].state == LATE_STUCK);
    cr_expect_str_eq(lines[1].code, "060");
    cr_expect_str_eq(lines[2].id, first);
    cr_expect_str_eq(take(NOW, &next), first);
    cr_expect_str_eq(take(NOW, &next), "", "what was answered is not asked again");
}

Test(late, a_try_that_failed_waits_longer_each_time_and_is_no_entry)
{
    static const int minutes[] = {1, 2, 5, 10, 20, 40, 60, 60};
    char id[ID_SIZE];
    long long next, now = NOW;
    struct late line;
    int count, total, differing;
    save_late(1, id);
    for (size_t i = 0; i < sizeof minutes / sizeof *minutes; i++) {
        cr_assert_str_eq(take(now, &next), id);
        say(id, LATE_OUTCOME_FAILED, "", TROUBLE_TIMEOUT, now);
        cr_assert_str_eq(take(now + 60 * minutes[i] - 1, &next), "", "try %zu", i);
        now += 60 * minutes[i];
        cr_assert_eq(next, now, "try %zu", i);
    }
    cr_assert_eq(store_late(store, 0, &line, 1, &count, &total, &differing), FAULT_NONE);
    cr_expect(line.tries == 8 && line.trouble == TROUBLE_TIMEOUT && line.state == LATE_WAITS);
    expect_entries(1);
}

Test(late, who_was_held_back_by_the_quota_keeps_the_turn)
{
    char first[ID_SIZE], second[ID_SIZE];
    long long next;
    struct late lines[2];
    int count, total, differing;
    save_late(1, first);
    save_late(2, second);
    for (int i = 0; i < 3; i++) {
        cr_assert_str_eq(take(NOW, &next), first);
        say(first, LATE_OUTCOME_FAILED, "", i % 2 ? TROUBLE_PAUSED : TROUBLE_QUOTA, NOW);
    }
    cr_assert_eq(store_late(store, 0, lines, 2, &count, &total, &differing), FAULT_NONE);
    cr_expect_eq(lines[0].tries, 0);
}

/* An hour without the portal: the oldest was tried and put off most; the first answer ends the outage for all. */
Test(late, after_an_outage_the_list_is_worked_off_oldest_first)
{
    enum { PATIENTS = 20 };
    char ids[PATIENTS][ID_SIZE];
    long long next, now = NOW;
    for (int i = 0; i < PATIENTS; i++) {
        save_late(i + 1, ids[i]);
    }
    for (int i = 0; i < 12; i++, now += 300) {
        const char *id = take(now, &next);
        cr_assert_str_neq(id, "");
        say(id, LATE_OUTCOME_FAILED, "", TROUBLE_CONNECT, now);
    }
    char trial[ID_SIZE];
    strcpy(trial, take(now, &next));
    say(trial, LATE_OUTCOME_AGREES, "000", TROUBLE_NONE, now);
    for (int i = 0; i < PATIENTS; i++) {
        if (strcmp(ids[i], trial) == 0) {
            continue;
        }
        cr_assert_str_eq(take(now, &next), ids[i], "%d", i);
        say(ids[i], LATE_OUTCOME_AGREES, "000", TROUBLE_NONE, now);
    }
    expect_list(0, 0);
}

/* The breaker counts the clerks' questions as well: an outage that the list alone saw little of ends for it too. */
Test(late, an_answer_to_a_clerk_ends_the_outage_for_the_list)
{
    const struct pace_limits limits = {.failures = 3, .pause = 30, .pause_max = 30};
    char id[ID_SIZE];
    long long next;
    save_late(1, id);
    cr_assert_str_eq(take(NOW, &next), id);
    say(id, LATE_OUTCOME_FAILED, "", TROUBLE_SERVER, NOW);
    for (int i = 0; i < 3; i++) {
        cr_assert_eq(store_pace_said(store, &limits, TROUBLE_SERVER, NOW), FAULT_NONE);
    }
    cr_assert_str_eq(take(NOW + 30, &next), "");
    cr_assert_eq(store_pace_said(store, &limits, TROUBLE_NONE, NOW + 30), FAULT_NONE);
    cr_expect_str_eq(take(NOW + 30, &next), id);
}

/* One question that the portal cannot bear must not come again with every answer to another. */
Test(late, one_that_always_fails_is_not_pulled_up_by_the_others)
{
    char bad[ID_SIZE], good[ID_SIZE];
    long long next;
    save_late(1, bad);
    save_late(2, good);
    cr_assert_str_eq(take(NOW, &next), bad);
    say(bad, LATE_OUTCOME_FAILED, "", TROUBLE_FORMAT, NOW);
    cr_assert_str_eq(take(NOW, &next), good);
    say(good, LATE_OUTCOME_AGREES, "000", TROUBLE_NONE, NOW);
    cr_expect_str_eq(take(NOW, &next), "");
    cr_expect_eq(next, NOW + 60);
}

/* The record as the clerk corrected it by the late answer. */
static struct intake revised(int number, const char *id)
{
    struct intake intake = people_intake(number);
    strcpy(intake.of, id);
    strcpy(intake.facts.name, "Nguyễn Thị Hoài");
    strcpy(intake.contact.phone, "0912345678");
    intake.corrections[intake.correction_count++] =
        (struct correction){FIELD_NAME, CORRECTION_FIX, SOURCE_PORTAL, FINDING_COUNT};
    intake.source[FIELD_NAME] = intake.checked = SOURCE_PORTAL;
    return intake;
}

Test(late, a_revision_takes_the_record_s_place_under_its_id)
{
    char id[ID_SIZE], again[ID_SIZE];
    struct repeat repeat;
    struct kept_intake record;
    struct act acts[2];
    int count, total;
    save_late(1, id);
    say(id, LATE_OUTCOME_DIFFERS, "000", TROUBLE_NONE, NOW);
    const struct intake intake = revised(1, id);
    cr_assert_eq(store_save(store, &intake, &minh, again, &repeat), FAULT_NONE);
    cr_expect_str_eq(again, id);
    expect_list(0, 0);
    expect_entries(3);
    cr_assert_eq(store_record(store, id, &record), FAULT_NONE);
    cr_expect(record.revision == 1 && !record.undone && record.intake.checked == SOURCE_PORTAL);
    cr_expect_str_eq(record.at, "2026-11-20T08:41");
    cr_expect_str_eq(record.clerk, "Lan");
    cr_expect_str_eq(record.intake.facts.name, "Nguyễn Thị Hoài");
    cr_assert_eq(store_day(store, TODAY, ACT_ALL, 0, acts, 2, &count, &total), FAULT_NONE);
    cr_assert(count == 1 && total == 1 && !acts[0].unchecked);
    cr_expect_str_eq(acts[0].id, id);
    cr_expect_str_eq(acts[0].name, "Nguyễn Thị Hoài");
    cr_expect_str_eq(acts[0].counter, "Quầy 3");
    cr_expect_eq(acts[0].corrections, 2);
}

Test(late, a_revision_keeps_the_day_and_the_person_of_the_intake)
{
    char id[ID_SIZE];
    struct repeat repeat;
    save_late(1, id);
    struct intake intake = revised(1, id);
    const struct writer tomorrow = {"Quầy 4", "Minh", NOW + 86400};
    strcpy(intake.facts.cccd, "001185000001");
    cr_assert_eq(store_save(store, &intake, &tomorrow, id, &repeat), FAULT_NONE);
    struct answer answer;
    struct card card = {.kind = CARD_CCCD};
    strcpy(card.facts.cccd, "001185000001");
    cr_expect_eq(store_answer(store, &card, TODAY, &answer), FAULT_REGISTER_MISSING);
    cr_expect_str_eq(answer.repeat.id, id);
    cr_expect_str_eq(answer.repeat.time, "08:41");
    cr_expect_eq(store_answer(store, &card, "2026-11-21", &answer), FAULT_REGISTER_MISSING);
    cr_expect_not(answer.repeat.found, "nobody came tomorrow");
    struct act last;
    cr_assert_eq(store_last(store, "Quầy 4", "2026-11-21", &last), FAULT_NONE);
    cr_expect_str_eq(last.id, "", "a revision alone is not undone");
}

Test(late, only_one_of_two_clerks_settles_it)
{
    char id[ID_SIZE], other[ID_SIZE];
    struct repeat repeat;
    save_late(1, id);
    const struct intake intake = revised(1, id);
    cr_assert_eq(store_late_close(store, id, "đã gọi điện", &minh), FAULT_NONE);
    cr_expect_eq(store_save(store, &intake, &lan, other, &repeat), FAULT_LATE_DONE);
    cr_expect_eq(store_late_close(store, id, "", &lan), FAULT_LATE_DONE);
    expect_entries(2);
    struct intake stranger = revised(1, "00000000-0000-4000-8000-000000000000");
    cr_expect_eq(store_save(store, &stranger, &lan, other, &repeat), FAULT_RECORD_GONE);
}

Test(late, an_undo_takes_the_intake_with_its_revisions_off)
{
    char id[ID_SIZE], second[ID_SIZE];
    struct repeat repeat;
    struct kept_intake record;
    save_late(1, id);
    struct intake intake = revised(1, id);
    cr_assert_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    cr_expect_eq(store_undo(store, id, &lan), FAULT_UNDONE);
    cr_assert_eq(store_record(store, id, &record), FAULT_NONE);
    cr_expect(record.undone && record.revision == 1);
    save_late(1, second);
    cr_assert_eq(store_undo(store, second, &lan), FAULT_NONE);
    expect_list(0, 0);
    intake = revised(1, second);
    cr_expect_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_LATE_DONE);
    expect_entries(5);
}

Test(late, a_revision_that_is_still_unchecked_stays_on_the_list)
{
    char id[ID_SIZE];
    struct repeat repeat;
    long long next;
    save_late(1, id);
    say(id, LATE_OUTCOME_STUCK, "060", TROUBLE_NONE, NOW);
    struct intake intake = unchecked(1);
    strcpy(intake.of, id);
    strcpy(intake.question.name, "Nguyễn Thị Hoài");
    cr_assert_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
    expect_list(1, 0);
    cr_expect_str_eq(take(NOW, &next), id);
}

Test(late, a_record_comes_back_as_it_was_written)
{
    char id[ID_SIZE];
    struct intake intake = unchecked(1);
    struct kept_intake record;
    intake.difficulty = DIFFICULTY_PORTAL;
    strcpy(intake.difficulty_text, "cổng không trả lời");
    strcpy(intake.reason, "giấy tờ đủ");
    strcpy(intake.birth_certificate, "77");
    intake.corrections[0].reason = FINDING_FACILITY_DIFFERENT;
    intake.entitlement =
        (struct entitlement){.code = "1.3", .paper = {.code = "referral", .number = "12/GC", .from = TODAY}};
    finding_add(&intake.findings, FINDING_SOURCE_SILENT);
    save(&intake, id);
    cr_assert_eq(store_record(store, id, &record), FAULT_NONE);
    cr_expect_str_eq(record.id, id);
    for (int i = 0; i < FIELD_COUNT; i++) {
        enum field field = (enum field)i;
        cr_expect_str_eq(facts_get(&record.intake.facts, field), facts_get(&intake.facts, field));
        cr_expect_str_eq(facts_get(&record.intake.card, field), facts_get(&intake.card, field));
        cr_expect_eq(record.intake.source[i], intake.source[i], "%s", field_code(field));
    }
    cr_expect_eq(record.intake.correction_count, 1);
    cr_expect_eq(record.intake.corrections[0].reason, FINDING_FACILITY_DIFFERENT);
    cr_expect_eq(record.intake.corrections[0].source, SOURCE_REGISTER);
    cr_expect(record.intake.status == INTAKE_PROVISIONAL && record.intake.verdict == VERDICT_UNCHECKED);
    cr_expect(finding_has(&record.intake.findings, FINDING_SOURCE_SILENT) && record.intake.check);
    cr_expect_eq(record.intake.difficulty, DIFFICULTY_PORTAL);
    cr_expect_str_eq(record.intake.difficulty_text, intake.difficulty_text);
    cr_expect_str_eq(record.intake.reason, "giấy tờ đủ");
    cr_expect_str_eq(record.intake.birth_certificate, "77");
    cr_expect_str_eq(record.intake.entitlement.code, "1.3");
    cr_expect_str_eq(record.intake.entitlement.paper.number, "12/GC");
    cr_expect_str_eq(record.intake.contact.phone, "0912345678");
    cr_expect_str_eq(record.intake.question.name, intake.question.name);
    cr_expect_eq(store_record(store, "nobody", &record), FAULT_RECORD_GONE);
}

/* One counter works the list off; leaves without running anything of the test frame. */
static void work_off(int counter)
{
    struct store *own;
    struct question question;
    char id[ID_SIZE], name[32];
    long long next;
    snprintf(name, sizeof name, "Quầy %d", counter);
    const struct writer writer = {name, "Lan", NOW};
    if (store_open(place_dir(), STORE_COUNTER, &own)) {
        _exit(1);
    }
    for (;;) {
        if (store_late_take(own, NOW, LEASE, id, &question, &next)) {
            continue; /* the others were quicker for half a second */
        }
        if (!*id) {
            break;
        }
        if (store_late_said(own, id, LATE_OUTCOME_AGREES, "000", TROUBLE_NONE, &writer)) {
            _exit(2);
        }
    }
    store_close(own);
    _exit(0);
}

Test(late, several_counters_never_ask_the_same, .timeout = 60)
{
    enum { PATIENTS = 200, COUNTERS = 4 };
    char id[ID_SIZE];
    pid_t children[COUNTERS];
    for (int i = 0; i < PATIENTS; i++) {
        save_late(i + 1, id);
    }
    store_close(store);
    for (int i = 0; i < COUNTERS; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            work_off(i);
        }
    }
    for (int i = 0; i < COUNTERS; i++) {
        int status;
        cr_assert(waitpid(children[i], &status, 0) == children[i] && status == 0, "%x", status);
    }
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    expect_list(0, 0);
    expect_entries(2 * PATIENTS);
}
