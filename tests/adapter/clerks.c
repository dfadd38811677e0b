/* clerks: who works here as the journal keeps it: PINs beside the chain, tries counted over restarts. */
#include "../support/place.h"
#include "adapter/pin.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define NOW 1795138865LL

static struct store *store;
static const struct clerk LAN = {.login = "lan",
                                 .name = "Nguyễn Thị Lan",
                                 .cccd = "001185000001",
                                 .portal_name = "NGUYEN THI LAN",
                                 .role = ROLE_HEAD,
                                 .active = true};

static struct writer at(long long now)
{
    return (struct writer){"Quầy 3", "Lan", now};
}

static void open_store(void)
{
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
}

static void begin(void)
{
    place_begin();
    open_store();
}

static void end(void)
{
    store_close(store);
    place_end();
}

TestSuite(clerks, .init = begin, .fini = end, .timeout = 60);

static void put(const struct clerk *clerk, const char *pin)
{
    char hash[PIN_HASH_SIZE] = "";
    const struct writer writer = at(NOW);
    if (*pin) {
        cr_assert_eq(pin_hash(pin, hash), FAULT_NONE);
    }
    cr_assert_eq(store_clerk_put(store, clerk, hash, &writer), FAULT_NONE);
}

struct known {
    struct clerk clerk;
    char hash[PIN_HASH_SIZE];
    int failures;
    long long failed_at;
    bool found;
};

static enum fault know(const char *login, struct known *ret)
{
    return store_clerk(store, login, &ret->clerk, ret->hash, &ret->failures, &ret->failed_at, &ret->found);
}

static void sign(const char *login, enum sign what, long long now)
{
    const struct writer writer = at(now);
    cr_assert_eq(store_sign(store, login, what, &writer), FAULT_NONE);
}

static void run_sql(const char *sql)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

Test(clerks, a_pin_is_known_again_and_no_other)
{
    char one[PIN_HASH_SIZE], two[PIN_HASH_SIZE];
    cr_assert_eq(pin_hash("2468", one), FAULT_NONE);
    cr_assert_eq(pin_hash("2468", two), FAULT_NONE);
    cr_assert_str_neq(one, two, "each has its own salt");
    cr_assert_eq(strncmp(one, "$y$", 3), 0, "yescrypt: %s", one);
    cr_assert(pin_right("2468", one));
    cr_assert_not(pin_right("2469", one));
    cr_assert_not(pin_right("", one));
    cr_assert_not(pin_right("2468", ""));
    cr_assert_not(pin_right("2468", "2468"));
}

Test(clerks, nobody_is_known_at_first)
{
    struct known known;
    struct clerk list[4];
    int count = -1, total = -1;
    cr_assert_eq(know("lan", &known), FAULT_NONE);
    cr_assert_not(known.found);
    cr_assert_eq(store_clerks(store, 0, list, 4, &count, &total), FAULT_NONE);
    cr_assert_eq(count, 0);
    cr_assert_eq(total, 0);
}

Test(clerks, a_change_keeps_the_pin_and_a_new_pin_the_rest)
{
    struct known known;
    struct clerk changed = LAN;
    put(&LAN, "2468");
    changed.role = ROLE_AUDITOR;
    changed.active = false;
    put(&changed, "");
    cr_assert_eq(know("lan", &known), FAULT_NONE);
    cr_assert(known.found);
    cr_assert_eq(memcmp(&known.clerk.name, &LAN.name, strlen(LAN.name) + 1), 0);
    cr_assert_str_eq(known.clerk.cccd, LAN.cccd);
    cr_assert_eq(known.clerk.role, ROLE_AUDITOR);
    cr_assert_not(known.clerk.active);
    cr_assert(pin_right("2468", known.hash));
    put(&changed, "1357");
    cr_assert_eq(know("lan", &known), FAULT_NONE);
    cr_assert(pin_right("1357", known.hash));
    cr_assert_not(pin_right("2468", known.hash));
}

Test(clerks, each_is_listed_once_as_last_changed)
{
    struct clerk list[2], hoa = {.login = "hoa", .name = "Hoa", .active = true};
    int count, total;
    put(&LAN, "2468");
    put(&hoa, "2468");
    hoa.name[0] = 'M';
    put(&hoa, "");
    cr_assert_eq(store_clerks(store, 0, list, 2, &count, &total), FAULT_NONE);
    cr_assert_eq(count, 2);
    cr_assert_eq(total, 2);
    cr_assert_str_eq(list[0].login, "hoa");
    cr_assert_str_eq(list[0].name, "Moa");
    cr_assert_eq(store_clerks(store, 1, list, 2, &count, &total), FAULT_NONE);
    cr_assert_eq(count, 1);
    cr_assert_str_eq(list[0].login, "lan");
}

Test(clerks, wrong_pins_are_counted_over_restarts_until_a_right_one)
{
    struct known known;
    put(&LAN, "2468");
    sign("lan", SIGN_FAILED, NOW + 10);
    sign("", SIGN_FAILED, NOW + 15);
    sign("lan", SIGN_FAILED, NOW + 20);
    store_close(store);
    open_store();
    cr_assert_eq(know("lan", &known), FAULT_NONE);
    cr_assert_eq(known.failures, 2);
    cr_assert_eq(known.failed_at, NOW + 20);
    sign("lan", SIGN_UNLOCK, NOW + 30);
    cr_assert_eq(know("lan", &known), FAULT_NONE);
    cr_assert_eq(known.failures, 0);
    sign("lan", SIGN_FAILED, NOW + 40);
    put(&LAN, "1357");
    cr_assert_eq(know("lan", &known), FAULT_NONE);
    cr_assert_eq(known.failures, 0, "a new PIN begins anew");
}

Test(clerks, the_chain_holds_them_and_shows_no_pin)
{
    long entries;
    char sql[256];
    put(&LAN, "2468");
    sign("lan", SIGN_IN, NOW);
    cr_assert_eq(store_verify(store, &entries), FAULT_NONE);
    cr_assert_eq(entries, 2);
    sqlite3 *db;
    sqlite3_stmt *row;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    strcpy(sql, "SELECT pin FROM clerk");
    cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &row, NULL), SQLITE_OK);
    cr_assert_eq(sqlite3_step(row), SQLITE_ROW);
    cr_assert_null(strchr((const char *)sqlite3_column_text(row, 0), '$'), "no hash of crypt in the content");
    sqlite3_finalize(row);
    sqlite3_close(db);
}

Test(clerks, a_role_given_from_outside_breaks_the_chain)
{
    long entries;
    put(&LAN, "2468");
    run_sql("DROP TRIGGER clerk_update; UPDATE clerk SET role = 'head', login = 'hoa'");
    cr_assert_eq(store_verify(store, &entries), FAULT_CHAIN_BROKEN);
    cr_assert_eq(entries, 1);
}

Test(clerks, a_pin_put_in_from_outside_signs_nobody_in)
{
    struct known known;
    char hash[PIN_HASH_SIZE], sql[512];
    put(&LAN, "2468");
    cr_assert_eq(pin_hash("0000", hash), FAULT_NONE);
    snprintf(sql, sizeof sql, "UPDATE secret SET hash = '%s'", hash);
    run_sql(sql);
    cr_assert_eq(know("lan", &known), FAULT_CHAIN_BROKEN);
    run_sql("DELETE FROM secret");
    cr_assert_eq(know("lan", &known), FAULT_CHAIN_BROKEN);
}
