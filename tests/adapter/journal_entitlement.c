/* journal: what a visit counts as and its papers, in the chain and the export; journals of before them. */
#include "../support/exported.h"
#include "../support/older.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/export.h"
#include "adapter/store.h"
#include "adapter/store_sql.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL

TestSuite(journal_entitlement, .init = (void (*)(void))place_begin, .fini = place_end);

static const struct writer lan = {"Quầy 3", "Lan", NOW};

static void save(const struct intake *intake, char id[ID_SIZE])
{
    struct store *store;
    struct repeat repeat;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    cr_assert_eq(store_save(store, intake, &lan, id, &repeat), FAULT_NONE);
    store_close(store);
}

static struct intake referred(int number)
{
    struct intake intake = people_intake(number);
    intake.entitlement = (struct entitlement){
        .code = "1.3", .paper = {.code = "referral", .number = "12/GC", .from = "2026-11-16"}};
    return intake;
}

static void verify(enum store_use use, enum fault want, long entries)
{
    struct store *store;
    long read = -1;
    cr_assert_eq(store_open(place_dir(), use, &store), FAULT_NONE);
    cr_expect_eq(store_verify(store, &read), want);
    cr_expect_eq(read, entries, "%ld entries", read);
    store_close(store);
}

static void run_sql(const char *sql)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

/* The named columns of every intake of the day, "a|b|c" each with a line feed. */
static void list(const char *const names[], int count, char out[1024])
{
    const struct export_of of = {.from = "2026-11-20", .to = "2026-11-20", .facility = "79014"};
    struct export *export;
    const struct export_row *row;
    size_t len = 0;
    out[0] = '\0';
    cr_assert_eq(export_open(place_dir(), EXPORT_INTAKES, &of, &export), FAULT_NONE);
    while (export_next(export, &row) == FAULT_NONE && row) {
        for (int i = 0; i < count; i++) {
            len += (size_t)snprintf(out + len, 1024 - len, "%s%s", i ? "|" : "",
                                    exported(export, row, names[i]));
        }
        len += (size_t)snprintf(out + len, 1024 - len, "\n");
    }
    export_close(export);
}

Test(journal_entitlement, is_exported_with_its_paper)
{
    static const char *const names[] = {"MA_DOITUONG_KCB",   "entitlement", "paper",
                                        "paper_number",      "paper_from",  "paper_to",
                                        "birth_certificate", "MA_CSKCB"};
    char id[ID_SIZE], text[1024];
    struct intake own = people_intake(2), open = people_intake(3), child = people_intake(4),
                  baby = people_intake(5);
    own.entitlement = (struct entitlement){.code = "1.1", .proposed = true};
    strcpy(child.birth_certificate, "123/2025");
    baby.entitlement = (struct entitlement){.code = "1.7", .paper = {.code = PAPER_BIRTH_CERTIFICATE}};
    strcpy(baby.birth_certificate, "77");
    const struct intake first = referred(1);
    save(&first, id);
    save(&own, id);
    save(&open, id);
    save(&child, id);
    save(&baby, id);
    list(names, sizeof names / sizeof *names, text);
    cr_expect_str_eq(text, "1.3|clerk|referral|12/GC|2026-11-16|||79014\n"
                           "1.1|program||||||79014\n"
                           "|||||||79014\n"
                           "||||||123/2025|79014\n"
                           "1.7|clerk|||||77|79014\n");
    verify(STORE_READ, FAULT_NONE, 5);
}

Test(journal_entitlement, is_append_only_and_in_the_chain)
{
    static const char *const changes[] = {
        "UPDATE entitlement SET code = '1.1'",
        "UPDATE entitlement SET chosen = 'program'",
        "DELETE FROM entitlement",
        "UPDATE paper SET number = '13/GC'",
        "UPDATE paper SET first = '2026-11-17'",
        "UPDATE paper SET last = '2026-12-31'",
        "UPDATE paper SET kind = 'appointment'",
        "DELETE FROM paper",
        "INSERT INTO paper VALUES (1, 'appointment', '', '', '')",
        "INSERT INTO entitlement VALUES (2, '1.1', 'clerk')",
    };
    char id[ID_SIZE];
    const struct intake first = referred(1), second = people_intake(2);
    save(&first, id);
    save(&second, id);
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    for (int i = 0; i < 8; i++) {
        cr_expect_eq(sqlite3_exec(db, changes[i], NULL, NULL, NULL), SQLITE_CONSTRAINT, "%s", changes[i]);
    }
    sqlite3_close(db);
    run_sql("PRAGMA journal_mode=DELETE; DROP TRIGGER entitlement_update; DROP TRIGGER entitlement_delete;"
            "DROP TRIGGER paper_update; DROP TRIGGER paper_delete");
    verify(STORE_READ, FAULT_NONE, 2);
    place_copy("journal.db", "whole.db");
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        place_copy("whole.db", "journal.db");
        run_sql(changes[i]);
        verify(STORE_READ, FAULT_CHAIN_BROKEN, strstr(changes[i], "(2") ? 2 : 1);
    }
}

static void make_old(void)
{
    char id[ID_SIZE];
    for (int i = 1; i <= 2; i++) {
        const struct intake intake = people_intake(i);
        save(&intake, id);
    }
    older_journal(1);
}

Test(journal_entitlement, a_reader_takes_an_older_journal_as_it_is)
{
    static const char *const names[] = {"MA_THE_BHYT", "MA_DOITUONG_KCB", "paper"};
    char text[1024];
    make_old();
    verify(STORE_READ, FAULT_NONE, 2);
    list(names, 3, text);
    cr_expect_str_eq(text, "DN4790000000001||\nDN4790000000002||\n");
    cr_expect_eq(older_version("journal.db"), 1);
}

Test(journal_entitlement, a_counter_brings_an_older_journal_up_and_its_chain_holds)
{
    static const char *const names[] = {"MA_DOITUONG_KCB", "paper_number"};
    char text[1024], id[ID_SIZE];
    make_old();
    verify(STORE_COUNTER, FAULT_NONE, 2);
    cr_expect_eq(older_version("journal.db"), SQL_JOURNAL.version);
    const struct intake third = referred(3);
    save(&third, id);
    verify(STORE_READ, FAULT_NONE, 3);
    list(names, 2, text);
    cr_expect_str_eq(text, "|\n|\n1.3|12/GC\n");
}
