/* late_fault: a full disk, a busy file and a directory that may not be written, for what the portal adds. */
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/import.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <time.h>
#include <unistd.h>

#define NOW 1795138865LL

TestSuite(late_fault, .init = (void (*)(void))place_begin, .fini = place_end, .timeout = 60);

static const struct writer lan = {"Quầy 3", "Lan", NOW};

static struct store *open_store(void)
{
    struct store *store;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    return store;
}

static void save_late(struct store *store, char id[ID_SIZE])
{
    struct intake intake = people_intake(1);
    struct repeat repeat;
    intake.check = intake.repeat = true;
    strcpy(intake.question.number, intake.facts.number);
    strcpy(intake.question.name, intake.facts.name);
    strcpy(intake.question.birth_date, intake.facts.birth_date);
    cr_assert_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
}

static void import(void)
{
    static struct import_report report;
    struct import_options options = {
        .dir = place_dir(),
        .file = place_write("in.csv", "maThe,hoTen\nDN4790000000001,Nguyễn Thị Hòa\n"),
        .as_of = "2026-11-20",
    };
    cr_assert_eq(import_members(&options, &report), FAULT_NONE);
}

static struct member heard(void)
{
    struct member member = {.source = SOURCE_PORTAL, .heard_at = "2026-11-20T08:41"};
    strcpy(member.facts.number, "DN4790000000001");
    strcpy(member.bhxh_number, "0000000001");
    strcpy(member.facts.facility, "79025");
    return member;
}

static struct reply reply(void)
{
    struct reply reply = {.ask = ASK_MEMBER, .at = NOW, .code = "000"};
    strcpy(reply.question.number, "DN4790000000001");
    return reply;
}

/* Every act that writes, in the order of a late answer; each says what came of it. */
enum { ACTS = 10 };

static void do_all(struct store *store, const char *id, enum fault ret[ACTS])
{
    static const struct pace_limits limits = {.per_minute = 60};
    const struct member member = heard();
    const struct reply word = reply();
    struct question question;
    struct sending sending;
    char taken[ID_SIZE];
    enum trouble trouble;
    long long next;
    bool fresh;
    int i = 0;
    ret[i++] = store_pace_take(store, &limits, URGENCY_LIST, NOW, &trouble);
    ret[i++] = store_late_take(store, NOW, 60, taken, &question, &next);
    ret[i++] = store_pace_said(store, &limits, TROUBLE_NONE, NOW);
    ret[i++] = store_hear(store, &word, NULL, &lan);
    ret[i++] = store_hear(store, &word, &member, &lan);
    ret[i++] = store_late_said(store, id, LATE_OUTCOME_FAILED, "", TROUBLE_TIMEOUT, &lan);
    ret[i++] = store_late_said(store, id, LATE_OUTCOME_STUCK, "060", TROUBLE_NONE, &lan);
    ret[i++] = store_late_close(store, id, "", &lan);
    ret[i++] = store_send_add(store, "HS-1", "digest", "a.xml", &fresh);
    ret[i++] = store_send_take(store, NOW, 60, &sending, &next);
    cr_assert_eq(i, ACTS);
}

static void expect_all(const enum fault faults[ACTS], enum fault want)
{
    for (int i = 0; i < ACTS; i++) {
        cr_expect_eq(faults[i], want, "act %d: %s", i, fault_code(faults[i]));
    }
}

static void expect_entries(struct store *store, long want)
{
    long entries;
    cr_expect_eq(store_verify(store, &entries), FAULT_NONE);
    cr_expect_eq(entries, want);
}

Test(late_fault, a_full_disk_changes_nothing_and_then_goes_on)
{
    if (!place_mount("size=24m")) {
        cr_skip_test("a small tmpfs needs root");
    }
    char id[ID_SIZE];
    enum fault faults[ACTS];
    import();
    struct store *store = open_store();
    save_late(store, id);
    place_fill();
    const struct member member = heard();
    const struct reply word = reply();
    cr_expect_eq(store_hear(store, &word, &member, &lan), FAULT_NONE, "the reserve makes room");
    cr_expect_eq(store_warning(store), FAULT_STORE_RESERVE);
    place_fill();
    do_all(store, id, faults);
    /* What fits into the -wal as it is may be written; an entry with its digest does not. */
    for (int i = 0; i < ACTS; i++) {
        bool said =
            faults[i] == FAULT_NONE || faults[i] == FAULT_STORE_FULL || faults[i] == FAULT_STORE_SHARED;
        cr_expect(said, "act %d: %s", i, fault_code(faults[i]));
    }
    cr_expect(faults[6] == FAULT_STORE_FULL && faults[7] == FAULT_STORE_FULL);
    expect_entries(store, 1);
    unlink(place_path("filler"));
    store_close(store);
    store = open_store();
    save_late(store, id);
    store_close(store);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static sqlite3 *hold(const char *name)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path(name), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    return db;
}

Test(late_fault, a_busy_journal_is_waited_for_shortly_where_it_can_be_done_again)
{
    char id[ID_SIZE], taken[ID_SIZE];
    struct question question;
    enum trouble trouble;
    static const struct pace_limits limits = {.per_minute = 60};
    long long next;
    struct store *store = open_store();
    save_late(store, id);
    sqlite3 *other = hold("journal.db");
    double begun = seconds();
    cr_expect_eq(store_late_take(store, NOW, 60, taken, &question, &next), FAULT_STORE_BUSY);
    cr_expect_str_eq(taken, "");
    cr_expect_eq(store_pace_take(store, &limits, URGENCY_CLERK, NOW, &trouble), FAULT_STORE_BUSY);
    cr_expect_lt(seconds() - begun, 2.0);
    cr_expect_eq(store_late_close(store, id, "", &lan), FAULT_STORE_BUSY);
    sqlite3_close(other);
    cr_expect_eq(store_late_close(store, id, "", &lan), FAULT_NONE);
    expect_entries(store, 2);
    store_close(store);
}

Test(late_fault, a_busy_register_lets_the_row_wait)
{
    date_text as_of, complete;
    import();
    struct store *store = open_store();
    sqlite3 *other = hold("register.db");
    const struct member member = heard();
    const struct reply word = reply();
    double begun = seconds();
    cr_expect_eq(store_hear(store, &word, NULL, &lan), FAULT_NONE);
    cr_expect_eq(store_hear(store, &word, &member, &lan), FAULT_NONE);
    cr_expect_lt(seconds() - begun, 2.0);
    sqlite3_close(other);
    cr_assert_eq(store_outbox(store), FAULT_NONE);
    static struct answer answer;
    struct card card = people_card(1);
    cr_assert_eq(store_answer(store, &card, "2026-11-20", &answer), FAULT_NONE);
    cr_assert_eq(answer.member_count, 1);
    cr_expect_str_eq(answer.members[0].facts.facility, "79025");
    cr_expect_eq(store_register_state(store, as_of, complete), FAULT_NONE);
    store_close(store);
}

Test(late_fault, a_directory_that_became_read_only_is_said)
{
    if (!place_mount("size=32m")) {
        cr_skip_test("a read-only mount needs root");
    }
    char id[ID_SIZE];
    enum fault faults[ACTS];
    import();
    struct store *store = open_store();
    save_late(store, id);
    store_close(store);
    cr_assert(mount("", place_dir(), NULL, MS_REMOUNT | MS_RDONLY, NULL) == 0);
    enum fault fault = store_open(place_dir(), STORE_COUNTER, &store);
    cr_assert(fault == FAULT_NONE || fault == FAULT_STORE_READ_ONLY, "%s", fault_code(fault));
    if (fault == FAULT_NONE) {
        do_all(store, id, faults);
        expect_all(faults, FAULT_STORE_READ_ONLY);
        store_close(store);
    }
    cr_assert_eq(store_open(place_dir(), STORE_READ, &store), FAULT_NONE);
    struct kept_intake record;
    cr_expect_eq(store_record(store, id, &record), FAULT_NONE);
    expect_entries(store, 1);
    store_close(store);
}
