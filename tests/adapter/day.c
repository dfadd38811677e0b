/* day: the list of a day narrowed, its totals, that it was closed, statistics, and looks at records. */
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/journal_sql.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL
#define TODAY "2026-11-20"
#define HOUR 3600LL
#define DAY 86400LL

static struct store *store;
static const struct writer lan = {"Quầy 3", "Lan", NOW}, minh = {"Quầy 4", "Minh", NOW + 10 * HOUR};

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

TestSuite(day, .init = begin, .fini = end);

static void save(const struct intake *intake, const struct writer *writer, char id[ID_SIZE])
{
    struct repeat repeat;
    enum fault fault = store_save(store, intake, writer, id, &repeat);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

/* An intake of each kind: 1 corrected, 2 unchecked and provisional with a difficulty, 3 not insured, 4 corrected and
 * undone, 5 of another counter and nothing to say of. */
static void fill(void)
{
    char id[ID_SIZE];
    struct intake corrected = people_intake(1), late = people_intake(2), none = people_intake(3),
                  undone = people_intake(4), fine = people_intake(5);
    late.check = true;
    late.status = INTAKE_PROVISIONAL;
    late.correction_count = none.correction_count = fine.correction_count = 0;
    late.difficulty = undone.difficulty = DIFFICULTY_PORTAL;
    none.status = INTAKE_NOT_INSURED;
    finding_add(&corrected.findings, FINDING_FACILITY_DIFFERENT);
    finding_add(&undone.findings, FINDING_FACILITY_DIFFERENT);
    save(&corrected, &lan, id);
    save(&late, &lan, id);
    save(&none, &lan, id);
    save(&undone, &lan, id);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    save(&fine, &minh, id);
}

/* The card numbers' last digits of the list, newest first; an undone one in brackets. */
static const char *list(enum act_filter filter, const char *today)
{
    static char text[64];
    struct act acts[15];
    struct kept_intake record;
    int count, total;
    size_t len = 0;
    cr_assert_eq(store_day(store, today, filter, 0, acts, 15, &count, &total), FAULT_NONE);
    cr_assert_eq(count, total);
    text[0] = '\0';
    for (int i = 0; i < count; i++) {
        cr_assert_eq(store_record(store, acts[i].id, &record), FAULT_NONE);
        const char *number = record.intake.facts.number;
        char digit = number[strlen(number) - 1];
        len += (size_t)snprintf(text + len, sizeof text - len, acts[i].undone ? "(%c)" : "%c", digit);
    }
    return text;
}

Test(day, is_narrowed_by_what_the_clerk_asks_for)
{
    fill();
    cr_expect_str_eq(list(ACT_ALL, TODAY), "5(4)321");
    cr_expect_str_eq(list(ACT_UNCHECKED, TODAY), "2");
    cr_expect_str_eq(list(ACT_CORRECTED, TODAY), "1");
    cr_expect_str_eq(list(ACT_PROVISIONAL, TODAY), "2");
    cr_expect_str_eq(list(ACT_DIFFICULTY, TODAY), "2");
    cr_expect_str_eq(list(ACT_ALL, "2026-11-21"), "");
}

/* What a clerk does: v in the review, then Enter. An undo of the intake leaves the difficulty on its list. */
Test(day, lists_whoever_a_difficulty_without_an_intake_was_written_for)
{
    long number;
    char id[ID_SIZE];
    struct intake person = people_intake(1), other = people_intake(2), tomorrow = people_intake(3);
    const struct writer next = {"Quầy 3", "Lan", NOW + DAY};
    other.bhxh_number[0] = other.card.number[0] = other.facts.number[0] = '\0';
    person.difficulty = tomorrow.difficulty = DIFFICULTY_APP;
    cr_assert_eq(store_difficulty(store, &person, &lan, &number), FAULT_NONE);
    cr_assert_eq(store_difficulty(store, &tomorrow, &next, &number), FAULT_NONE);
    person.difficulty = tomorrow.difficulty = DIFFICULTY_NONE;
    save(&other, &lan, id);
    save(&tomorrow, &lan, id);
    save(&person, &minh, id);
    struct day_totals totals;
    cr_assert_eq(store_totals(store, TODAY, &totals), FAULT_NONE);
    cr_expect_eq(totals.by_filter[ACT_DIFFICULTY], 1);
    cr_expect_str_eq(list(ACT_DIFFICULTY, TODAY), "1");
    struct act acts[3];
    int count, total;
    cr_assert_eq(store_day(store, TODAY, ACT_ALL, 0, acts, 3, &count, &total), FAULT_NONE);
    cr_expect(acts[0].difficulty && !acts[1].difficulty && !acts[2].difficulty);
}

Test(day, is_paged_within_the_filter)
{
    struct act acts[1];
    char id[ID_SIZE];
    int count, total;
    for (int i = 1; i <= 3; i++) {
        struct intake intake = people_intake(i);
        intake.status = i == 2 ? INTAKE_ADMITTED : INTAKE_PROVISIONAL;
        save(&intake, &lan, id);
    }
    cr_assert_eq(store_day(store, TODAY, ACT_PROVISIONAL, 1, acts, 1, &count, &total), FAULT_NONE);
    cr_expect(count == 1 && total == 2);
    cr_assert_eq(store_day(store, TODAY, ACT_PROVISIONAL, 2, acts, 1, &count, &total), FAULT_NONE);
    cr_expect(count == 0 && total == 2);
}

Test(day, says_who_is_without_any_number)
{
    struct act acts[3];
    char id[ID_SIZE];
    int count, total;
    struct intake nameless = people_intake(1), child = people_intake(2);
    nameless.bhxh_number[0] = nameless.card.number[0] = nameless.facts.number[0] = '\0';
    child.bhxh_number[0] = child.card.number[0] = child.facts.number[0] = '\0';
    strcpy(child.facts.cccd, "079325000001");
    save(&nameless, &lan, id);
    save(&child, &lan, id);
    cr_assert_eq(store_day(store, TODAY, ACT_ALL, 0, acts, 3, &count, &total), FAULT_NONE);
    cr_assert_eq(count, 2);
    cr_expect(acts[1].nameless && !acts[0].nameless, "a personal number is one");
}

static void expect_totals(const struct day_totals *want)
{
    struct day_totals totals;
    cr_assert_eq(store_totals(store, TODAY, &totals), FAULT_NONE);
    cr_expect_eq(totals.intakes, want->intakes);
    cr_expect_eq(totals.admitted, want->admitted);
    cr_expect_eq(totals.provisional, want->provisional);
    cr_expect_eq(totals.not_insured, want->not_insured);
    cr_expect_eq(totals.undone, want->undone);
    cr_expect_eq(totals.difficulties, want->difficulties);
    for (int i = 0; i < ACT_FILTER_COUNT; i++) {
        cr_expect_eq(totals.by_filter[i], want->by_filter[i], "filter %d", i);
    }
    cr_expect_str_eq(totals.closed_at, want->closed_at);
    cr_expect_str_eq(totals.closed_by, want->closed_by);
}

Test(day, has_totals_before_and_after_it_is_closed)
{
    long number;
    struct day_totals want = {
        .intakes = 4,
        .admitted = 2,
        .provisional = 1,
        .not_insured = 1,
        .by_filter = {4, 1, 1, 1, 1},
        .undone = 1,
        .difficulties = 2,
    };
    const struct day_totals empty = {.intakes = 0};
    expect_totals(&empty);
    fill();
    struct intake alone = people_intake(6);
    alone.difficulty = DIFFICULTY_READER;
    cr_assert_eq(store_difficulty(store, &alone, &lan, &number), FAULT_NONE);
    expect_totals(&want);
    cr_assert_eq(store_close_day(store, TODAY, &want, &minh), FAULT_NONE);
    strcpy(want.closed_at, "2026-11-20T18:41");
    strcpy(want.closed_by, "Minh");
    expect_totals(&want);
    const struct writer night = {"Quầy 3", "Hoa", NOW + DAY};
    cr_assert_eq(store_close_day(store, TODAY, &want, &night), FAULT_NONE);
    strcpy(want.closed_at, "2026-11-21T08:41");
    strcpy(want.closed_by, "Hoa");
    expect_totals(&want);
}

static void count_days(const char *from, const char *to, struct statistics *ret)
{
    memset(ret, 0, sizeof *ret);
    strcpy(ret->from, from);
    strcpy(ret->to, to);
    cr_assert_eq(store_statistics(store, ret), FAULT_NONE);
}

Test(day, is_counted_by_hour_finding_facility_and_counter)
{
    static struct statistics s;
    char id[ID_SIZE];
    long number;
    fill();
    const struct writer tomorrow = {"Quầy 5", "Hoa", NOW + DAY};
    struct intake next = people_intake(7), alone = people_intake(8);
    next.status = INTAKE_PROVISIONAL;
    strcpy(next.card.facility, "79047");
    finding_add(&next.findings, FINDING_FACILITY_DIFFERENT);
    finding_add(&next.findings, FINDING_CCCD_MISSING);
    alone.difficulty = DIFFICULTY_APP;
    save(&next, &tomorrow, id);
    next = people_intake(9);
    save(&next, &tomorrow, id);
    cr_assert_eq(store_difficulty(store, &alone, &tomorrow, &number), FAULT_NONE);
    count_days(TODAY, "2026-11-22", &s);
    cr_expect_eq(s.intakes, 6);
    cr_expect(s.hours[8] == 5 && s.hours[18] == 1);
    cr_expect_eq(s.findings[FINDING_FACILITY_DIFFERENT], 2);
    cr_expect_eq(s.findings[FINDING_CCCD_MISSING], 1);
    cr_assert_eq(s.facility_count, 2);
    cr_expect_str_eq(s.facilities[0].code, "79014");
    cr_expect(s.facilities[0].count == 2 && s.facilities[1].count == 1);
    cr_expect_str_eq(s.facilities[1].code, "79047");
    cr_assert_eq(s.day_count, 3);
    cr_expect_str_eq(s.days[0].day, TODAY);
    cr_expect(s.days[0].intakes == 4 && s.days[0].corrected == 1);
    cr_expect(s.days[0].provisional == 1 && s.days[0].difficulties == 1);
    cr_expect(s.days[1].intakes == 2 && s.days[1].corrected == 2);
    cr_expect(s.days[1].provisional == 1 && s.days[1].difficulties == 1);
    cr_expect_str_eq(s.days[2].day, "2026-11-22");
    cr_expect(s.days[2].intakes == 0 && s.days[2].difficulties == 0);
    cr_expect(s.difficulties[DIFFICULTY_PORTAL] == 1 && s.difficulties[DIFFICULTY_APP] == 1);
    cr_assert_eq(s.counter_count, 3);
    cr_expect_str_eq(s.counters[0].name, "Quầy 3");
    cr_expect(s.counters[0].intakes == 3 && s.counters[0].difficulties == 1);
    cr_expect_str_eq(s.counters[1].name, "Quầy 5");
    cr_expect(s.counters[1].intakes == 2 && s.counters[1].difficulties == 1);
    count_days("2026-11-21", "2026-11-21", &s);
    cr_expect(s.intakes == 2 && s.day_count == 1 && s.counter_count == 1);
}

static sqlite3 *open_journal(void)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    return db;
}

/* How SQLite goes about a statement. */
static const char *plan(sqlite3 *db, const char *sql)
{
    static char text[4096], explained[4096];
    sqlite3_stmt *statement;
    snprintf(explained, sizeof explained, "EXPLAIN QUERY PLAN %s", sql);
    cr_assert_eq(sqlite3_prepare_v2(db, explained, -1, &statement, NULL), SQLITE_OK, "%s",
                 sqlite3_errmsg(db));
    text[0] = '\0';
    while (sqlite3_step(statement) == SQLITE_ROW) {
        strcat(strcat(text, (const char *)sqlite3_column_text(statement, 3)), "\n");
    }
    sqlite3_finalize(statement);
    return text;
}

/* The list of difficulties from its newest on, the counts along an index of what is open or listed, and what is no
 * table. */
static bool allowed(const char *scan)
{
    static const char *const scans[] = {"SCAN k\n", "SCAN docket USING", "SCAN CONSTANT ROW",
                                        "SCAN (subquery", "SCAN e\n"};
    for (size_t i = 0; i < sizeof scans / sizeof *scans; i++) {
        if (strncmp(scan, scans[i], strlen(scans[i])) == 0) {
            return true;
        }
    }
    return false;
}

/* A journal of years is not walked through for a day or a page. */
Test(day, no_list_and_no_count_walks_through_everything)
{
    static const struct {
        const char *name, *sql;
    } statements[] = {
#define X(name, sql) {#name, sql},
        JOURNAL_DAYS(X) JOURNAL_COUNTS(X) JOURNAL_DIFFICULTIES(X)
#undef X
    };
    sqlite3 *db = open_journal();
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        const char *text = plan(db, statements[i].sql), *name = statements[i].name;
        for (const char *scan = strstr(text, "SCAN "); scan; scan = strstr(scan + 1, "SCAN ")) {
            cr_expect(allowed(scan), "%s: %s", name, text);
        }
        /* A page of difficulties is chosen by sorting the narrow rows of the docket alone, those that wait first. */
        cr_expect(strcmp(name, "GET_DAY") != 0 || !strstr(text, "B-TREE"), "%s is sorted: %s", name, text);
    }
    sqlite3_close(db);
}

/* What an SQL statement says of the journal. */
static const char *ask(const char *sql)
{
    static char text[256];
    sqlite3 *db = open_journal();
    sqlite3_stmt *statement;
    cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    text[0] = '\0';
    while (sqlite3_step(statement) == SQLITE_ROW) {
        strcat(strcat(text, (const char *)sqlite3_column_text(statement, 0)), "\n");
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return text;
}

Test(day, a_look_keeps_as_little_as_names_the_person)
{
    char id[ID_SIZE];
    long entries;
    const struct intake intake = people_intake(1);
    struct facts cccd = {.cccd = "079185000001"}, nobody = {.name = "Không tên"};
    save(&intake, &lan, id);
    cr_assert_eq(store_look(store, PURPOSE_SCAN, &intake.facts, intake.bhxh_number, "", &lan), FAULT_NONE);
    cr_assert_eq(store_look(store, PURPOSE_SEARCH, &cccd, "", "", &lan), FAULT_NONE);
    cr_assert_eq(store_look(store, PURPOSE_SCAN, &intake.card, "", "", &lan), FAULT_NONE);
    cr_assert_eq(store_look(store, PURPOSE_RECORD, &intake.facts, intake.bhxh_number, id, &minh), FAULT_NONE);
    cr_assert_eq(store_look(store, PURPOSE_SCAN, &nobody, "", "", &lan), FAULT_NONE);
    cr_expect_str_eq(ask("SELECT why || ' ' || of || ' ' || number FROM look ORDER BY entry"),
                     "scan 0 0000000001\n"
                     "search 0 079185000001\n"
                     "scan 0 DN4790000000001\n"
                     "record 1 \n"
                     "scan 0 \n");
    cr_expect_str_eq(ask("SELECT clerk || ' ' || at FROM entry WHERE kind = 'look' AND clerk = 'Minh'"),
                     "Minh 2026-11-20T11:41:05Z\n");
    cr_expect_eq(store_verify(store, &entries), FAULT_NONE);
    cr_expect_eq(entries, 6);
    struct act last;
    cr_assert_eq(store_last(store, "Quầy 3", TODAY, &last), FAULT_NONE);
    cr_expect_str_eq(last.id, id, "a look is no act to undo");
}
