/* purge: content of old entries is gone from the disk, and the chain still proves, but for nothing else. */
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOW 1795138865LL /* 2026-11-20 */
#define OLD (NOW - 4000LL * 86400)

static struct store *store;
static const struct writer OF_OLD = {"Quầy 3", "Lan", OLD}, OF_NOW = {"Quầy 3", "Lan", NOW};

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

TestSuite(purge, .init = begin, .fini = end, .timeout = 60);

static void save(const struct intake *intake, const struct writer *writer, char id[ID_SIZE])
{
    struct repeat repeat;
    enum fault fault = store_save(store, intake, writer, id, &repeat);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

static struct intake named(int number, const char *name)
{
    struct intake intake = people_intake(number);
    strcpy(intake.facts.name, name);
    strcpy(intake.card.name, name);
    return intake;
}

/* Whether any file of the directory holds the text; the journal is open as at a counter. */
static bool on_disk(const char *text)
{
    char command[1024];
    snprintf(command, sizeof command, "grep -rqaF '%s' '%s'", text, place_dir());
    return system(command) == 0;
}

static void run_sql(const char *sql)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

static long purge(void)
{
    long count = -1;
    enum fault fault = store_purge(store, "2020-01-01", &OF_NOW, &count);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    return count;
}

static enum fault verify(long *ret_entries)
{
    return store_verify(store, ret_entries);
}

/* Old intakes, one undone and one revised later than the day; a new one; an old difficulty that nobody answered. */
static void fill(void)
{
    char id[ID_SIZE];
    struct intake intake = named(1, "TẠ THỊ XƯA");
    save(&intake, &OF_OLD, id);
    intake = named(2, "ĐÀO VĂN CŨ");
    save(&intake, &OF_OLD, id);
    cr_assert_eq(store_undo(store, id, &OF_OLD), FAULT_NONE);
    intake = named(3, "KIỀU THỊ VƯỚNG");
    intake.difficulty = DIFFICULTY_READER;
    save(&intake, &OF_OLD, id);
    intake = named(4, "LƯU VĂN MỚI");
    save(&intake, &OF_NOW, id);
}

Test(purge, what_is_old_leaves_the_disk_and_the_rest_stays)
{
    long entries, purged;
    fill();
    cr_assert(on_disk("TẠ THỊ XƯA"));
    cr_assert_eq(purge(), 2);
    cr_assert_not(on_disk("TẠ THỊ XƯA"));
    cr_assert_not(on_disk("ĐÀO VĂN CŨ"));
    cr_assert(on_disk("KIỀU THỊ VƯỚNG"), "an open difficulty keeps its record");
    cr_assert(on_disk("LƯU VĂN MỚI"));
    cr_assert_eq(verify(&entries), FAULT_NONE, "broken at %ld", entries);
    cr_assert_eq(entries, 6);
    cr_assert_eq(store_purged(store, &purged), FAULT_NONE);
    cr_assert_eq(purged, 2);
}

Test(purge, done_again_it_finds_nothing_and_says_nothing)
{
    long entries;
    fill();
    purge();
    cr_assert_eq(purge(), 0);
    cr_assert_eq(verify(&entries), FAULT_NONE);
    cr_assert_eq(entries, 6);
}

Test(purge, an_answered_difficulty_goes_with_the_next_one)
{
    struct difficulty_record record;
    struct difficulty_detail detail;
    long entries;
    fill();
    purge();
    cr_assert_eq(store_difficulty_read(store, 1, &record, &detail), FAULT_NONE);
    record.state = DIFFICULTY_ANSWERED;
    cr_assert_eq(store_difficulty_move(store, &record, &OF_NOW), FAULT_NONE);
    cr_assert_eq(purge(), 1);
    cr_assert_not(on_disk("KIỀU THỊ VƯỚNG"));
    cr_assert_eq(verify(&entries), FAULT_NONE, "broken at %ld", entries);
}

Test(purge, the_journal_is_append_only_again)
{
    sqlite3 *db;
    fill();
    purge();
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, "DELETE FROM field", NULL, NULL, NULL), SQLITE_CONSTRAINT);
    cr_assert_eq(sqlite3_exec(db, "DELETE FROM intake", NULL, NULL, NULL), SQLITE_CONSTRAINT);
    cr_assert_eq(sqlite3_exec(db, "DELETE FROM look", NULL, NULL, NULL), SQLITE_OK, "empty");
    sqlite3_close(db);
}

/* Each is what somebody with the file could try. */
Test(purge, content_missing_anywhere_else_is_seen)
{
    static const char *const tries[] = {
        "DROP TRIGGER intake_delete; DROP TRIGGER field_delete; DELETE FROM intake WHERE entry = 5;"
        "DELETE FROM field WHERE entry = 5; DELETE FROM correction WHERE entry = 5",
        "DROP TRIGGER intake_delete; DROP TRIGGER field_delete; DROP TRIGGER difficulty_delete;"
        "DROP TRIGGER numbered_delete; DELETE FROM intake WHERE entry = 4; DELETE FROM field WHERE entry = 4;"
        "DELETE FROM difficulty WHERE entry = 4; DELETE FROM numbered WHERE entry = 4",
        "DROP TRIGGER purge_update; UPDATE purge SET entries = 3",
        "DROP TRIGGER purge_update; UPDATE purge SET upto = 5",
        "INSERT INTO purge VALUES (5, '2020-01-01', 5, 0)",
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        long entries;
        end();
        begin();
        fill();
        purge();
        run_sql("DROP TRIGGER correction_delete; DELETE FROM correction WHERE entry = 99");
        cr_assert_eq(verify(&entries), FAULT_NONE);
        run_sql(tries[i]);
        cr_assert_eq(verify(&entries), FAULT_CHAIN_BROKEN, "try %zu", i);
    }
}

Test(purge, content_of_an_entry_that_is_none_proves_nothing)
{
    long entries;
    fill();
    purge();
    run_sql("DROP TRIGGER intake_delete; DROP TRIGGER field_delete; DROP TRIGGER correction_delete;"
            "DELETE FROM intake WHERE entry = 5; DELETE FROM field WHERE entry = 5;"
            "DELETE FROM correction WHERE entry = 5; INSERT INTO purge VALUES (999, '2027-01-01', 5, 1)");
    cr_assert_eq(verify(&entries), FAULT_CHAIN_BROKEN);
}

/* A patient who was here since stays known, by what that visit said; the phone and the card told before go. */
Test(purge, of_a_patient_who_came_again_the_old_visit_goes)
{
    char id[ID_SIZE];
    struct answer answer;
    struct intake old = named(5, "Phạm Thị Dung"), now = old;
    struct card card = people_card(5);
    strcpy(old.contact.phone, "0912345678");
    strcpy(old.card.number, "HC4790000000005");
    strcpy(old.facts.number, "HC4790000000005");
    save(&old, &OF_OLD, id);
    save(&now, &OF_NOW, id);
    strcpy(card.facts.name, "Phạm Thị Dung");
    purge();
    enum fault fault = store_answer(store, &card, "2026-11-20", &answer);
    cr_expect(fault == FAULT_NONE || fault == FAULT_REGISTER_MISSING);
    cr_expect_eq(answer.patient.visits, 1);
    cr_expect_str_eq(answer.patient.recent[0].id, id);
    cr_expect_str_eq(answer.patient.contact.phone, "");
    cr_expect_not(on_disk("0912345678"));
    cr_expect_not(on_disk("HC4790000000005"));
    cr_assert_eq(store_undo(store, id, &OF_NOW), FAULT_NONE);
    fault = store_answer(store, &card, "2026-11-20", &answer);
    cr_expect_eq(answer.patient.id, 0);
}
