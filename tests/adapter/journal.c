/* journal: acts written, found, undone, and the chain that proves them. */
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/import.h"
#include "adapter/store.h"
#include "core/desk.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL
#define TODAY "2026-11-20"

TestSuite(journal, .init = (void (*)(void))place_begin, .fini = place_end);

static struct store *open_store(void)
{
    struct store *store;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    return store;
}

static const struct writer lan = {"Quầy 3", "Lan", NOW}, minh = {"Quầy 4", "Minh", NOW + 60};

static void save(struct store *store, int number, const struct writer *writer, char id[ID_SIZE])
{
    struct intake intake = people_intake(number);
    struct repeat repeat;
    cr_assert_eq(store_save(store, &intake, writer, id, &repeat), FAULT_NONE);
}

static void verify(struct store *store, enum fault want, long entries)
{
    long read;
    cr_expect_eq(store_verify(store, &read), want);
    cr_expect_eq(read, entries, "%ld entries", read);
}

static void run_sql(const char *sql)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

Test(journal, keeps_an_intake_and_lists_it)
{
    char id[ID_SIZE];
    struct store *store = open_store();
    save(store, 1, &lan, id);
    cr_expect_eq(strlen(id), 36);
    struct act acts[2];
    int count, total;
    cr_assert_eq(store_day(store, TODAY, ACT_ALL, 0, acts, 2, &count, &total), FAULT_NONE);
    cr_assert(count == 1 && total == 1 && !acts[0].unchecked && !acts[0].nameless);
    cr_expect_str_eq(acts[0].id, id);
    cr_expect_str_eq(acts[0].time, "08:41");
    cr_expect_str_eq(acts[0].name, "Nguyễn Thị Hòa");
    cr_expect_str_eq(acts[0].birth_date, "1985-03-12");
    cr_expect_str_eq(acts[0].counter, "Quầy 3");
    cr_expect_str_eq(acts[0].clerk, "Lan");
    cr_expect(acts[0].status == INTAKE_ADMITTED && acts[0].verdict == VERDICT_MISMATCH);
    cr_expect(acts[0].corrections == 1 && !acts[0].undone && !acts[0].difficulty);
    verify(store, FAULT_NONE, 1);
    store_close(store);
}

Test(journal, lists_newest_first_and_by_pages)
{
    char id[ID_SIZE];
    struct store *store = open_store();
    for (int i = 1; i <= 5; i++) {
        save(store, i, i % 2 ? &lan : &minh, id);
    }
    struct act acts[2];
    int count, total;
    cr_assert_eq(store_day(store, TODAY, ACT_ALL, 1, acts, 2, &count, &total), FAULT_NONE);
    cr_expect(count == 2 && total == 5);
    cr_expect_str_eq(acts[0].counter, "Quầy 4");
    cr_expect_str_eq(acts[1].counter, "Quầy 3");
    cr_assert_eq(store_day(store, "2026-11-21", ACT_ALL, 0, acts, 2, &count, &total), FAULT_NONE);
    cr_expect(count == 0 && total == 0);
    store_close(store);
}

Test(journal, one_patient_at_two_counters_is_one_admit_and_one_repeat)
{
    char id[ID_SIZE], other[ID_SIZE];
    struct store *store = open_store(), *second = open_store();
    save(store, 1, &lan, id);
    struct intake intake = people_intake(1);
    struct repeat repeat;
    cr_assert_eq(store_save(second, &intake, &minh, other, &repeat), FAULT_REPEAT);
    cr_expect(repeat.found);
    cr_expect_str_eq(repeat.id, id);
    cr_expect_str_eq(repeat.time, "08:41");
    cr_expect_str_eq(repeat.counter, "Quầy 3");
    cr_expect_str_eq(repeat.clerk, "Lan");
    intake.repeat = true;
    cr_expect_eq(store_save(second, &intake, &minh, other, &repeat), FAULT_NONE);
    intake.repeat = false;
    struct writer tomorrow = {"Quầy 4", "Minh", NOW + 86400};
    cr_expect_eq(store_save(second, &intake, &tomorrow, other, &repeat), FAULT_NONE);
    verify(store, FAULT_NONE, 3);
    store_close(second);
    store_close(store);
}

Test(journal, knows_a_person_by_any_number)
{
    char id[ID_SIZE];
    struct store *store = open_store();
    struct intake intake = people_intake(1);
    strcpy(intake.facts.cccd, "001185000001");
    struct repeat repeat;
    cr_assert_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
    struct answer answer;
    struct card cccd = {.kind = CARD_CCCD}, number = people_card(1), stranger = people_card(2);
    strcpy(cccd.facts.cccd, "001185000001");
    number.bhxh_number[0] = '\0';
    cr_expect_eq(store_answer(store, &cccd, TODAY, &answer), FAULT_REGISTER_MISSING);
    cr_expect_str_eq(answer.repeat.id, id);
    cr_expect_eq(store_answer(store, &number, TODAY, &answer), FAULT_REGISTER_MISSING);
    cr_expect(answer.repeat.found);
    cr_expect_eq(store_answer(store, &stranger, TODAY, &answer), FAULT_REGISTER_MISSING);
    cr_expect_not(answer.repeat.found);
    cr_expect_eq(store_answer(store, &cccd, "2026-11-21", &answer), FAULT_REGISTER_MISSING);
    cr_expect_not(answer.repeat.found);
    store_close(store);
}

Test(journal, undo_is_an_entry_and_the_person_may_come_again)
{
    char id[ID_SIZE];
    struct store *store = open_store();
    struct act last;
    cr_assert_eq(store_last(store, "Quầy 3", TODAY, &last), FAULT_NONE);
    cr_expect_str_eq(last.id, "");
    save(store, 1, &lan, id);
    cr_assert_eq(store_last(store, "Quầy 4", TODAY, &last), FAULT_NONE);
    cr_expect_str_eq(last.id, "");
    cr_assert_eq(store_last(store, "Quầy 3", TODAY, &last), FAULT_NONE);
    cr_expect_str_eq(last.id, id);
    cr_assert_eq(store_undo(store, id, &minh), FAULT_NONE);
    cr_expect_eq(store_undo(store, id, &minh), FAULT_UNDONE);
    cr_assert_eq(store_last(store, "Quầy 3", TODAY, &last), FAULT_NONE);
    cr_expect_str_eq(last.id, "");
    save(store, 1, &minh, id);
    struct act acts[3];
    int count, total;
    cr_assert_eq(store_day(store, TODAY, ACT_ALL, 0, acts, 3, &count, &total), FAULT_NONE);
    cr_assert_eq(count, 2);
    cr_expect(!acts[0].undone && acts[1].undone);
    verify(store, FAULT_NONE, 3);
    store_close(store);
}

Test(journal, a_difficulty_alone_is_an_act_but_nobody_was_taken_in)
{
    struct store *store = open_store();
    struct intake intake = people_intake(1);
    intake.difficulty = DIFFICULTY_UNSYNCED;
    strcpy(intake.difficulty_text, "chưa đồng bộ");
    long number;
    cr_assert_eq(store_difficulty(store, &intake, &lan, &number), FAULT_NONE);
    struct act last;
    cr_assert_eq(store_last(store, "Quầy 3", TODAY, &last), FAULT_NONE);
    cr_expect(last.alone && last.difficulty);
    cr_expect_str_eq(last.name, "Nguyễn Thị Hòa");
    char id[ID_SIZE];
    save(store, 1, &minh, id);
    cr_assert_eq(store_undo(store, last.id, &lan), FAULT_NONE);
    verify(store, FAULT_NONE, 3);
    store_close(store);
}

Test(journal, counts_who_must_be_checked_later)
{
    struct store *store = open_store();
    struct intake intake = people_intake(1);
    struct repeat repeat;
    char id[ID_SIZE];
    intake.verdict = VERDICT_UNCHECKED;
    intake.status = INTAKE_PROVISIONAL;
    intake.check = true;
    cr_assert_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
    struct act acts[1];
    int count, total;
    cr_assert_eq(store_day(store, TODAY, ACT_UNCHECKED, 0, acts, 1, &count, &total), FAULT_NONE);
    cr_assert_eq(total, 1);
    cr_expect(acts[0].unchecked);
    cr_expect(acts[0].status == INTAKE_PROVISIONAL && acts[0].verdict == VERDICT_UNCHECKED);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    cr_assert_eq(store_day(store, TODAY, ACT_UNCHECKED, 0, acts, 1, &count, &total), FAULT_NONE);
    cr_expect_eq(total, 0);
    store_close(store);
}

Test(journal, drafts_belong_to_a_counter_and_go_with_the_intake)
{
    char draft[DRAFT_MAX], id[ID_SIZE];
    struct store *store = open_store();
    cr_assert_eq(store_draft_read(store, "Quầy 3", draft, sizeof draft), FAULT_NONE);
    cr_expect_str_eq(draft, "");
    cr_assert_eq(store_draft_write(store, "Quầy 3", "dở dang"), FAULT_NONE);
    cr_assert_eq(store_draft_write(store, "Quầy 4", "khác"), FAULT_NONE);
    cr_assert_eq(store_draft_write(store, "Quầy 3", "dở dang 2"), FAULT_NONE);
    cr_assert_eq(store_sync(store), FAULT_NONE);
    cr_assert_eq(store_draft_read(store, "Quầy 3", draft, sizeof draft), FAULT_NONE);
    cr_expect_str_eq(draft, "dở dang 2");
    save(store, 1, &lan, id);
    cr_assert_eq(store_draft_read(store, "Quầy 3", draft, sizeof draft), FAULT_NONE);
    cr_expect_str_eq(draft, "");
    cr_assert_eq(store_draft_write(store, "Quầy 4", ""), FAULT_NONE);
    cr_assert_eq(store_draft_read(store, "Quầy 4", draft, sizeof draft), FAULT_NONE);
    cr_expect_str_eq(draft, "");
    store_close(store);
}

Test(journal, is_append_only)
{
    char id[ID_SIZE];
    struct store *store = open_store();
    save(store, 1, &lan, id);
    store_close(store);
    static const char *const tables[] = {"entry", "intake", "field", "correction"};
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char sql[64];
        snprintf(sql, sizeof sql, "DELETE FROM %s", tables[i]);
        cr_expect_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_CONSTRAINT, "%s", tables[i]);
    }
    cr_expect_eq(sqlite3_exec(db, "UPDATE field SET value = 'x'", NULL, NULL, NULL), SQLITE_CONSTRAINT);
    sqlite3_close(db);
}

Test(journal, the_chain_shows_every_change)
{
    static const char *const changes[] = {
        "UPDATE field SET value = 'Khác' WHERE entry = 2 AND field = 'name'",
        "UPDATE entry SET clerk = 'Khác' WHERE id = 2",
        "UPDATE entry SET at = '2026-11-20T01:41:06Z' WHERE id = 2",
        "UPDATE correction SET before = '79015' WHERE entry = 2",
        "DELETE FROM correction WHERE entry = 2",
        "INSERT INTO difficulty VALUES (2, 'other', '')",
        "UPDATE entry SET digest = zeroblob(32) WHERE id = 2",
        "DELETE FROM entry WHERE id = 2",
    };
    char id[ID_SIZE];
    struct store *store = open_store();
    for (int i = 1; i <= 3; i++) {
        save(store, i, &lan, id);
    }
    verify(store, FAULT_NONE, 3);
    store_close(store);
    run_sql("PRAGMA journal_mode=DELETE; DROP TRIGGER entry_update; DROP TRIGGER entry_delete;"
            "DROP TRIGGER field_update; DROP TRIGGER correction_update; DROP TRIGGER correction_delete");
    place_copy("journal.db", "whole.db");
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        place_copy("whole.db", "journal.db");
        run_sql(changes[i]);
        cr_assert_eq(store_open(place_dir(), STORE_READ, &store), FAULT_NONE);
        verify(store, FAULT_CHAIN_BROKEN, 2);
        store_close(store);
    }
}

enum { EACH = 1000 };

/* One counter's day; leaves without running anything of the test frame. */
static void work(int from, const char *counter)
{
    struct store *store;
    struct writer writer = {counter, "Lan", NOW};
    if (store_open(place_dir(), STORE_COUNTER, &store)) {
        _exit(1);
    }
    for (int i = 0; i < EACH; i++) {
        struct intake intake = people_intake(from + i);
        struct repeat repeat;
        char id[ID_SIZE];
        if (store_save(store, &intake, &writer, id, &repeat)) {
            _exit(2);
        }
    }
    store_close(store);
    _exit(0);
}

Test(journal, two_programs_lose_nothing, .timeout = 60)
{
    pid_t first = fork();
    if (first == 0) {
        work(1, "Quầy 3");
    }
    pid_t second = fork();
    if (second == 0) {
        work(1 + EACH, "Quầy 4");
    }
    int status[2];
    cr_assert(waitpid(first, &status[0], 0) == first && waitpid(second, &status[1], 0) == second);
    cr_assert(status[0] == 0 && status[1] == 0, "%x %x", status[0], status[1]);
    struct store *store = open_store();
    verify(store, FAULT_NONE, 2 * EACH);
    store_close(store);
}

static void import(const char *text)
{
    static struct import_report report;
    struct import_options options = {
        .dir = place_dir(),
        .file = place_write("in.csv", text),
        .as_of = TODAY,
    };
    cr_assert_eq(import_members(&options, &report), FAULT_NONE);
}

static struct answer look_up(struct store *store, const char *cccd)
{
    static struct answer answer;
    struct card card = {.kind = CARD_CCCD};
    strcpy(card.facts.cccd, cccd);
    cr_assert_eq(store_answer(store, &card, TODAY, &answer), FAULT_NONE);
    return answer;
}

Test(journal, a_captured_cccd_waits_for_the_import_and_outlives_it)
{
    import("maThe,hoTen,soCCCD\nDN4790000000001,Nguyễn Thị Hòa,\n");
    struct store *store = open_store();
    struct intake intake = people_intake(1);
    struct repeat repeat;
    char id[ID_SIZE];
    strcpy(intake.facts.cccd, "001185000001");
    intake.source[FIELD_CCCD] = SOURCE_CARD;
    cr_assert_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
    int lock = open(place_path("register.lock"), O_RDWR);
    cr_assert(lock >= 0 && flock(lock, LOCK_EX) == 0);
    cr_assert_eq(store_outbox(store), FAULT_NONE);
    cr_expect_eq(look_up(store, "001185000001").member_count, 0);
    close(lock);
    cr_assert_eq(store_outbox(store), FAULT_NONE);
    cr_expect_eq(look_up(store, "001185000001").member_count, 1);
    import("maThe,hoTen,soCCCD\nDN4790000000001,Nguyễn Thị Hòa,\n");
    cr_expect_eq(look_up(store, "001185000001").member_count, 1);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    cr_assert_eq(store_outbox(store), FAULT_NONE);
    cr_expect_eq(look_up(store, "001185000001").member_count, 0);
    store_close(store);
}

Test(journal, an_undo_before_the_register_heard_of_it_withdraws_the_capture)
{
    import("maThe,hoTen,soCCCD\nDN4790000000001,Nguyễn Thị Hòa,\n");
    struct store *store = open_store();
    struct intake intake = people_intake(1);
    struct repeat repeat;
    char id[ID_SIZE];
    strcpy(intake.facts.cccd, "001185000001");
    intake.source[FIELD_CCCD] = SOURCE_CARD;
    cr_assert_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    cr_assert_eq(store_outbox(store), FAULT_NONE);
    cr_expect_eq(look_up(store, "001185000001").member_count, 0);
    store_close(store);
}

/* A backup put back, a directory tidied up: SQLite would go on writing into a file that has no name any more. */
Test(journal, a_file_removed_or_replaced_meanwhile_is_no_place_to_write)
{
    struct store *store = open_store();
    struct intake intake = people_intake(1);
    struct repeat repeat;
    char id[ID_SIZE], away[512];
    snprintf(away, sizeof away, "%s", place_path("journal.db.away"));
    cr_assert(rename(place_path("journal.db"), away) == 0);
    cr_expect_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_STORE_REPLACED);
    place_write("journal.db", "một tệp khác");
    cr_expect_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_STORE_REPLACED);
    cr_assert(rename(away, place_path("journal.db")) == 0);
    cr_expect_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
    verify(store, FAULT_NONE, 1);
    store_close(store);
}
