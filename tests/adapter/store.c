/* store: one directory, its files missing, foreign, damaged, busy or replaced. */
#include "adapter/store.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/config.h"
#include "adapter/import.h"
#include "adapter/seat.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOW 1795138865LL
#define TODAY "2026-11-20"

TestSuite(store, .init = (void (*)(void))place_begin, .fini = place_end);

static const struct writer lan = {"Quầy 3", "Lan", NOW};

static void run_sql(const char *name, const char *sql)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path(name), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

static void import(const char *dir)
{
    static struct import_report report;
    struct import_options options = {
        .dir = dir,
        .file = place_write("in.csv", "maThe,hoTen\nDN4790000000001,Nguyễn Thị Hòa\n"),
        .as_of = TODAY,
    };
    enum fault fault = import_members(&options, &report);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

static enum fault open_and_close(enum store_use use)
{
    struct store *store = NULL;
    enum fault fault = store_open(place_dir(), use, &store);
    store_close(store);
    return fault;
}

static enum fault look_up(struct store *store, int *ret_count)
{
    static struct answer answer;
    struct card card = people_card(1);
    enum fault fault = store_answer(store, &card, TODAY, &answer);
    *ret_count = answer.member_count;
    return fault;
}

/* The fault of one look-up in a directory opened for reading. */
static enum fault ask(void)
{
    struct store *store;
    int count;
    enum fault fault = store_open(place_dir(), STORE_READ, &store);
    if (fault == FAULT_NONE) {
        fault = look_up(store, &count);
        store_close(store);
    }
    return fault;
}

Test(store, an_answer_begins_without_the_portal_s_word)
{
    static struct answer answer;
    struct store *store;
    struct card card = people_card(1);
    memset(&answer, 0x7f, sizeof answer);
    cr_assert_eq(store_open(place_dir(), STORE_READ, &store), FAULT_NONE);
    cr_expect_eq(store_answer(store, &card, TODAY, &answer), FAULT_REGISTER_MISSING);
    cr_expect_not(answer.portal.asked || answer.history.known);
    cr_expect_eq(answer.history.visit_count + answer.history.check_count, 0);
    store_close(store);
}

static void damage(const char *name, long at, const char *bytes, size_t len)
{
    int fd = open(place_path(name), O_WRONLY);
    cr_assert(fd >= 0 && pwrite(fd, bytes, len, at) == (ssize_t)len);
    close(fd);
}

Test(store, reading_creates_nothing)
{
    cr_expect_eq(open_and_close(STORE_READ), FAULT_NONE);
    cr_expect_eq(ask(), FAULT_REGISTER_MISSING);
    cr_expect(access(place_path("journal.db"), F_OK) != 0 && access(place_path("reserve"), F_OK) != 0);
    import(place_dir());
    cr_expect_eq(open_and_close(STORE_COUNTER), FAULT_NONE);
    cr_expect_eq(ask(), FAULT_NONE);
    cr_expect(access(place_path("journal.db-wal"), F_OK) != 0, "the last reader leaves nothing behind");
}

static void sit(const char *name)
{
    char counter[PLACE_SIZE];
    int fd = -1;
    snprintf(counter, sizeof counter, "%s", name);
    cr_assert_eq(seat_take(place_dir(), counter, &fd), FAULT_NONE);
    close(fd);
}

Test(store, files_belong_to_their_owner_or_to_the_group_of_the_directory)
{
    static const char *const names[] = {"journal.db",    "register.db",         "reserve",
                                        "register.lock", "counter-Quầy 3.lock", "tiepdon.ini"};
    struct stat st;
    umask(027);
    for (int shared = 0; shared < 2; shared++) {
        place_begin();
        cr_assert(chmod(place_dir(), shared ? 02770 : 0700) == 0);
        import(place_dir());
        cr_assert_eq(open_and_close(STORE_COUNTER), FAULT_NONE);
        sit("Quầy 3");
        cr_assert_eq(config_bind(place_dir(), "05e0:1200 Symbol"), FAULT_NONE);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            cr_assert(stat(place_path(names[i]), &st) == 0, "%s", names[i]);
            cr_expect_eq(st.st_mode & 0777, shared ? 0660 : 0600, "%s: %o", names[i], st.st_mode);
        }
        if (!shared) {
            place_end();
        }
    }
}

Test(store, tells_what_is_wrong_with_a_register)
{
    import(place_dir());
    run_sql("register.db", "PRAGMA user_version=99");
    cr_expect_eq(ask(), FAULT_REGISTER_NEWER);
    run_sql("register.db", "PRAGMA application_id=1");
    cr_expect_eq(ask(), FAULT_REGISTER_FOREIGN);
    unlink(place_path("register.db"));
    place_write("register.db",
                "Đây không phải cơ sở dữ liệu, chỉ là một tệp chữ dài hơn một trăm byte một chút, thế thôi.");
    cr_expect_eq(ask(), FAULT_REGISTER_NOTADB);
    cr_assert(truncate(place_path("register.db"), 0) == 0);
    cr_expect_eq(ask(), FAULT_REGISTER_MISSING);
}

Test(store, tells_a_damaged_register)
{
    import(place_dir());
    struct stat st;
    cr_assert(stat(place_path("register.db"), &st) == 0);
    char rubbish[4096];
    memset(rubbish, 0xA5, sizeof rubbish);
    for (long at = 4096; at < st.st_size; at += 4096) {
        damage("register.db", at, rubbish, sizeof rubbish);
    }
    cr_expect_eq(ask(), FAULT_REGISTER_DAMAGED);
    cr_assert(truncate(place_path("register.db"), 4096) == 0);
    cr_expect_eq(ask(), FAULT_REGISTER_DAMAGED);
}

Test(store, tells_what_is_wrong_with_a_journal)
{
    cr_assert_eq(open_and_close(STORE_COUNTER), FAULT_NONE);
    run_sql("journal.db", "PRAGMA user_version=99");
    cr_expect_eq(open_and_close(STORE_COUNTER), FAULT_JOURNAL_NEWER);
    cr_expect_eq(open_and_close(STORE_READ), FAULT_JOURNAL_NEWER);
    run_sql("journal.db", "PRAGMA application_id=1");
    cr_expect_eq(open_and_close(STORE_COUNTER), FAULT_JOURNAL_FOREIGN);
    cr_assert(truncate(place_path("journal.db"), 4096) == 0);
    damage("journal.db", 0, "SQLite?", 7);
    cr_expect_eq(open_and_close(STORE_COUNTER), FAULT_JOURNAL_NOTADB);
    cr_assert(truncate(place_path("journal.db"), 0) == 0);
    cr_expect_eq(open_and_close(STORE_COUNTER), FAULT_NONE, "an empty file was never a journal");
}

Test(store, tells_a_damaged_journal)
{
    char rubbish[4096];
    memset(rubbish, 0xA5, sizeof rubbish);
    cr_assert_eq(open_and_close(STORE_COUNTER), FAULT_NONE);
    damage("journal.db", 100, rubbish, 3000);
    cr_expect_eq(open_and_close(STORE_COUNTER), FAULT_JOURNAL_DAMAGED);
}

Test(store, a_busy_journal_is_waited_for_and_then_said, .timeout = 30)
{
    struct store *store;
    sqlite3 *other;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &other), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    struct intake intake = people_intake(1);
    struct repeat repeat;
    char id[ID_SIZE];
    cr_expect_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_STORE_BUSY);
    cr_assert_eq(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    cr_expect_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
    sqlite3_close(other);
    store_close(store);
}

Test(store, a_new_register_is_taken_up_by_the_next_look_up)
{
    struct store *store;
    int count;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    cr_expect_eq(look_up(store, &count), FAULT_REGISTER_MISSING);
    cr_expect_eq(count, 0);
    import(place_dir());
    cr_expect_eq(look_up(store, &count), FAULT_NONE);
    cr_expect_eq(count, 1);
    import(place_dir());
    cr_expect_eq(look_up(store, &count), FAULT_NONE);
    cr_expect_eq(count, 1);
    date_text as_of, complete;
    cr_expect_eq(store_register_state(store, as_of, complete), FAULT_NONE);
    cr_expect_str_eq(as_of, TODAY);
    store_close(store);
}

Test(store, names_facilities_as_the_newest_list_does)
{
    static struct import_report report;
    struct store *store;
    char name[128];
    struct import_options options = {.dir = place_dir()};
    cr_assert_eq(store_open(place_dir(), STORE_READ, &store), FAULT_NONE);
    store_facility_name(store, "79014", name, sizeof name);
    cr_expect_str_eq(name, "");
    options.file = place_write("f.csv", "MA_CSKCB,TEN_CSKCB\n79014,BV Mẫu\n");
    cr_assert_eq(import_facilities(&options, &report), FAULT_NONE);
    store_facility_name(store, "79014", name, sizeof name);
    cr_expect_str_eq(name, "BV Mẫu");
    options.file = place_write("f.csv", "MA_CSKCB,TEN_CSKCB\n79014,BV Mới\n");
    cr_assert_eq(import_facilities(&options, &report), FAULT_NONE);
    store_facility_name(store, "79014", name, sizeof name);
    cr_expect_str_eq(name, "BV Mới");
    store_close(store);
}

Test(store, a_full_disk_takes_the_reserve_and_then_says_so)
{
    if (!place_mount("size=24m")) {
        cr_skip_test("a small tmpfs needs root");
    }
    struct store *store;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    struct stat st;
    cr_assert(stat(place_path("reserve"), &st) == 0 && st.st_size == 8 << 20);
    place_fill();
    struct intake intake = people_intake(1);
    struct repeat repeat;
    char id[ID_SIZE];
    enum fault fault = store_save(store, &intake, &lan, id, &repeat);
    cr_expect_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    cr_expect_eq(store_warning(store), FAULT_STORE_RESERVE);
    cr_expect_eq(store_warning(store), FAULT_NONE);
    store_close(store);
    place_fill();
    cr_assert_eq(store_open(place_dir(), STORE_READ, &store), FAULT_NONE, "reading needs no room");
    long entries;
    cr_expect_eq(store_verify(store, &entries), FAULT_NONE);
    cr_expect_eq(entries, 1);
    store_close(store);
    fault = open_and_close(STORE_COUNTER);
    cr_expect(fault == FAULT_STORE_FULL || fault == FAULT_STORE_SHARED, "%s", fault_code(fault));
}

Test(store, a_read_only_directory_still_answers)
{
    if (!place_mount("size=32m")) {
        cr_skip_test("a read-only mount needs root");
    }
    import(place_dir());
    cr_assert_eq(open_and_close(STORE_COUNTER), FAULT_NONE);
    cr_assert(mount("", place_dir(), NULL, MS_REMOUNT | MS_RDONLY, NULL) == 0);
    cr_expect_eq(ask(), FAULT_NONE);
    struct store *store;
    struct intake intake = people_intake(1);
    struct repeat repeat;
    char id[ID_SIZE];
    enum fault fault = store_open(place_dir(), STORE_COUNTER, &store);
    if (fault == FAULT_NONE) {
        fault = store_save(store, &intake, &lan, id, &repeat);
        store_close(store);
    }
    cr_expect_eq(fault, FAULT_STORE_READ_ONLY, "%s", fault_code(fault));
    static struct import_report report;
    struct import_options options = {.dir = place_dir(), .file = place_path("in.csv"), .as_of = TODAY};
    cr_expect_eq(import_members(&options, &report), FAULT_STORE_READ_ONLY);
}
