/* missing: members without a CCCD are counted by every writer of the register, against a count of the table. */
#include "../support/place.h"
#include "adapter/import.h"
#include "adapter/register.h"
#include "adapter/register_write.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static struct register_file *members;

static void begin(void)
{
    place_begin();
    cr_assert_eq(register_open(place_dir(), &members), FAULT_NONE);
}

static void end(void)
{
    register_close(members);
    place_end();
}

TestSuite(missing, .init = begin, .fini = end, .timeout = 120);

static unsigned long long state = 0x7469657064756f6e;

static int below(int limit)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (int)(state >> 33) % limit;
}

static long count(const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *row;
    cr_assert_eq(sqlite3_open(place_path("register.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &row, NULL), SQLITE_OK);
    cr_assert_eq(sqlite3_step(row), SQLITE_ROW);
    long value = (long)sqlite3_column_int64(row, 0);
    sqlite3_finalize(row);
    sqlite3_close(db);
    return value;
}

/* Some persons, some twice, some with a CCCD or a CMND. */
static void import_some(int rows, int day)
{
    static const char *const numbers[] = {"", "123456789", "079085000001", "079085000002"};
    static char text[65536];
    date_text as_of;
    size_t len = (size_t)snprintf(text, sizeof text, "maThe,maSoBHXH,hoTen,ngaySinh,soCCCD\n");
    for (int i = 0; i < rows; i++) {
        int who = below(60);
        bool card = below(4) > 0;
        len += (size_t)snprintf(text + len, sizeof text - len,
                                card ? "DN479%010d,,Lê An,1985,%s\n" : ",%010d,Lê An,1985,%s\n", who,
                                numbers[below(4)]);
    }
    date_from_days(date_days("2026-01-01") + day, as_of);
    static struct import_report report;
    struct import_options options = {.dir = place_dir(), .file = place_write("in.csv", text), .as_of = as_of};
    enum fault fault = import_members(&options, &report);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

static void write_something(int day)
{
    struct member heard = {.status = "", .heard = 1U << FIELD_CCCD | 1U << FIELD_NAME};
    char bhxh[BHXH_SIZE];
    snprintf(bhxh, sizeof bhxh, "%010d", below(60));
    switch (below(8)) {
    case 0: import_some(60, below(day + 1)); break;
    case 1: import_some(1 + below(3), below(day + 1)); break;
    case 2:
        snprintf(heard.facts.number, sizeof heard.facts.number, "DN479%s", bhxh);
        strcpy(heard.facts.name, "Lê An");
        strcpy(heard.facts.cccd, below(2) ? "079085000003" : "");
        snprintf(heard.heard_at, sizeof heard.heard_at, "2026-02-%02dT08:41", 1 + below(28));
        cr_assert_eq(register_learn(place_dir(), &heard, NULL), FAULT_NONE);
        break;
    default: cr_assert_eq(register_capture(place_dir(), bhxh, "079085000004", below(2)), FAULT_NONE);
    }
}

Test(missing, the_row_is_the_count_after_any_writes)
{
    long missing, last = -1, changes = 0;
    import_some(60, 0);
    for (int i = 0; i < 300; i++) {
        write_something(i / 10);
        cr_assert_eq(register_missing(members, &missing), FAULT_NONE);
        cr_assert_eq(missing, count("SELECT count(*) FROM member WHERE length(soCCCD) <> 12"), "write %d", i);
        changes += missing != last;
        last = missing;
    }
    cr_expect_gt(changes, 50, "the writes hardly changed it: %ld", changes);
    cr_expect_eq(count("SELECT count(*) FROM member WHERE tenGap = '' OR chuDau = ''"), 0);
}
