/* export: rows of a journal written here, read back as CSV and JSON columns. */
#include "adapter/export.h"
#include "../support/exported.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/store.h"
#include "command/command.h"
#include <criterion/criterion.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL

TestSuite(export, .init = (void (*)(void))place_begin, .fini = place_end);

static const struct writer lan = {"Quầy 3", "Lan", NOW};

/* Two intakes on the 20th, the second undone, and one on the 21st. */
static void fill(void)
{
    struct store *store;
    struct repeat repeat;
    char id[ID_SIZE];
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    struct intake first = people_intake(1), second = people_intake(2);
    first.difficulty = DIFFICULTY_FACILITY;
    strcpy(first.difficulty_text, "=HYPERLINK(\"x\"), \"lạ\"");
    strcpy(second.facts.birth_date, "1952");
    second.facts.gender[0] = '\0';
    cr_assert_eq(store_save(store, &first, &lan, id, &repeat), FAULT_NONE);
    cr_assert_eq(store_save(store, &second, &lan, id, &repeat), FAULT_NONE);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    struct intake third = people_intake(3);
    struct writer tomorrow = {"Quầy 3", "Lan", NOW + 86400};
    cr_assert_eq(store_save(store, &third, &tomorrow, id, &repeat), FAULT_NONE);
    store_close(store);
}

static enum fault open_days(enum export_kind kind, const char *to, struct export **ret)
{
    struct export_of of = {.from = "2026-11-20"};
    strcpy(of.to, to);
    return export_open(place_dir(), kind, &of, ret);
}

Test(export, brings_intakes_as_qd4750_wants_them)
{
    fill();
    struct export *export;
    const struct export_row *row;
    cr_assert_eq(open_days(EXPORT_INTAKES, "2026-11-20", &export), FAULT_NONE);
    cr_assert_eq(export_next(export, &row), FAULT_NONE);
    cr_assert(row);
    static const char *const want[][2] = {
        {"NGAY_VAO", "202611200841"},
        {"counter", "Quầy 3"},
        {"status", "admitted"},
        {"verdict", "mismatch"},
        {"maSoBHXH", "0000000001"},
        {"MA_THE_BHYT", "DN4790000000001"},
        {"NGAY_SINH", "198503120000"},
        {"GIOI_TINH", "2"},
        {"MA_DKBD", "79025"},
        {"MA_DKBD.presented", "79014"},
        {"MA_DKBD.source", "register"},
        {"difficulty", "facility"},
        {"undone", ""},
    };
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        cr_expect_str_eq(exported(export, row, want[i][0]), want[i][1], "%s", want[i][0]);
    }
    cr_assert_eq(row->correction_count, 1);
    cr_expect_str_eq(row->corrections[0].field, "facility");
    cr_expect_str_eq(row->corrections[0].before, "79014");
    cr_expect_str_eq(row->corrections[0].after, "79025");
    cr_assert_eq(export_next(export, &row), FAULT_NONE);
    cr_assert(row);
    cr_expect_str_eq(exported(export, row, "NGAY_SINH"), "195200000000");
    cr_expect_str_eq(exported(export, row, "GIOI_TINH"), "3");
    cr_expect_str_eq(exported(export, row, "difficulty"), "");
    cr_expect_str_eq(exported(export, row, "undone"), "2026-11-20T08:41:05+07:00");
    cr_assert_eq(export_next(export, &row), FAULT_NONE);
    cr_expect_null(row);
    export_close(export);
}

Test(export, brings_the_journal_with_each_correction_as_a_row)
{
    fill();
    struct export *export;
    const struct export_row *row;
    char kinds[256] = "", undone[64] = "";
    cr_assert_eq(open_days(EXPORT_JOURNAL, "2026-11-21", &export), FAULT_NONE);
    while (export_next(export, &row) == FAULT_NONE && row) {
        const char *kind = exported(export, row, "kind");
        strcat(strcat(kinds, kind), " ");
        cr_expect_eq(strlen(exported(export, row, "digest")), 64);
        if (strcmp(kind, "correction") == 0) {
            cr_expect_str_eq(exported(export, row, "field"), "facility");
            cr_expect_str_eq(exported(export, row, "change"), "fix");
            cr_expect_str_eq(exported(export, row, "before"), "79014");
            cr_expect_str_eq(exported(export, row, "after"), "79025");
            cr_expect_str_eq(exported(export, row, "source"), "register");
            cr_expect_str_eq(exported(export, row, "clerk"), "Lan");
        } else if (strcmp(kind, "intake") == 0 && strcmp(exported(export, row, "entry"), "2") == 0) {
            strcpy(undone, exported(export, row, "act"));
        } else if (strcmp(kind, "undo") == 0) {
            cr_expect_str_eq(exported(export, row, "undoes"), undone);
        }
    }
    cr_expect_str_eq(kinds, "intake correction difficulty intake correction undo intake correction ");
    export_close(export);
}

static int run(const char *out, int argc, ...)
{
    char *argv[8] = {"export"};
    va_list list;
    va_start(list, argc);
    for (int i = 1; i <= argc; i++) {
        argv[i] = va_arg(list, char *);
    }
    va_end(list);
    optind = 0;
    cr_assert(freopen(place_path(out), "w", stdout));
    int status = command_export(argc + 1, argv);
    fflush(stdout);
    return status;
}

/* The named columns of the day's one intake, "a|b|c". */
static const char *one_intake(const char *const names[], int count)
{
    static char text[512];
    struct export *export;
    const struct export_row *row;
    size_t len = 0;
    cr_assert_eq(open_days(EXPORT_INTAKES, "2026-11-20", &export), FAULT_NONE);
    cr_assert(export_next(export, &row) == FAULT_NONE && row);
    for (int i = 0; i < count; i++) {
        len += (size_t)snprintf(text + len, sizeof text - len, "%s%s", i ? "|" : "",
                                exported(export, row, names[i]));
    }
    cr_assert(export_next(export, &row) == FAULT_NONE && !row, "one intake, one row");
    export_close(export);
    return text;
}

static struct store *open_late(struct intake *ret, char id[ID_SIZE])
{
    struct store *store;
    struct repeat repeat;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    *ret = people_intake(1);
    ret->check = true;
    ret->checked = SOURCE_NONE;
    strcpy(ret->as_of, "");
    strcpy(ret->contact.phone, "0912345678");
    strcpy(ret->question.name, "Nguyễn Thị Hòa");
    ret->difficulty = DIFFICULTY_PORTAL;
    cr_assert_eq(store_save(store, ret, &lan, id, &repeat), FAULT_NONE);
    return store;
}

Test(export, a_revised_intake_is_one_row_with_its_newest_values)
{
    static const char *const names[] = {"NGAY_VAO", "HO_TEN", "checked",   "phone",
                                        "revision", "late",   "difficulty"};
    struct intake intake;
    struct repeat repeat;
    char id[ID_SIZE];
    struct store *store = open_late(&intake, id);
    cr_expect_str_eq(one_intake(names, 7), "202611200841|Nguyễn Thị Hòa|none|0912345678|0|waits|portal");
    struct writer tomorrow = {"Quầy 4", "Minh", NOW + 86400};
    cr_assert_eq(store_late_said(store, id, LATE_OUTCOME_DIFFERS, "000", TROUBLE_NONE, &tomorrow),
                 FAULT_NONE);
    cr_expect_str_eq(one_intake(names, 7), "202611200841|Nguyễn Thị Hòa|none|0912345678|0|differs|portal");
    intake.check = false;
    intake.checked = SOURCE_PORTAL;
    intake.difficulty = DIFFICULTY_NONE;
    strcpy(intake.of, id);
    strcpy(intake.facts.name, "Nguyễn Thị Hoài");
    cr_assert_eq(store_save(store, &intake, &tomorrow, id, &repeat), FAULT_NONE);
    cr_expect_str_eq(one_intake(names, 7), "202611200841|Nguyễn Thị Hoài|portal|0912345678|1|revised|portal");
    store_close(store);
}

Test(export, an_answer_that_agreed_later_is_what_it_was_checked_by)
{
    static const char *const names[] = {"checked", "as_of", "late", "late_code", "receipt"};
    struct intake intake;
    struct sending sending;
    char id[ID_SIZE];
    bool fresh;
    long long next;
    struct store *store = open_late(&intake, id);
    cr_assert_eq(store_late_said(store, id, LATE_OUTCOME_AGREES, "000", TROUBLE_NONE, &lan), FAULT_NONE);
    cr_assert_eq(store_send_add(store, id, "digest", "a.xml", &fresh), FAULT_NONE);
    cr_assert_eq(store_send_take(store, NOW, 60, &sending, &next), FAULT_NONE);
    cr_assert_eq(store_sent(store, sending.id, SENT_RECEIVED, "MGD-1", "200", &lan), FAULT_NONE);
    cr_expect_str_eq(one_intake(names, 5), "portal|2026-11-20|agrees|000|MGD-1");
    store_close(store);
}

Test(export, the_journal_names_what_came_after_an_intake_and_of_whom)
{
    struct intake intake;
    struct export *export;
    const struct export_row *row;
    char id[ID_SIZE], text[512] = "";
    struct store *store = open_late(&intake, id);
    cr_assert_eq(store_late_said(store, id, LATE_OUTCOME_STUCK, "060", TROUBLE_NONE, &lan), FAULT_NONE);
    cr_assert_eq(store_late_close(store, id, "đã gọi điện", &lan), FAULT_NONE);
    store_close(store);
    cr_assert_eq(open_days(EXPORT_JOURNAL, "2026-11-20", &export), FAULT_NONE);
    while (export_next(export, &row) == FAULT_NONE && row) {
        const char *of = exported(export, row, "of");
        cr_expect(!*of || strcmp(of, id) == 0);
        cr_expect_str_eq(exported(export, row, "name"), "Nguyễn Thị Hòa");
        strcat(strcat(text, exported(export, row, "kind")), *of ? "*" : "");
        strcat(strcat(strcat(text, " "), exported(export, row, "change")), " ");
        strcat(strcat(text, exported(export, row, "reason")), "\n");
    }
    export_close(export);
    cr_expect_str_eq(text, "intake  \n"
                           "correction fix \n"
                           "difficulty portal \n"
                           "check* stuck 060\n"
                           "close*  đã gọi điện\n");
}

Test(export, csv_is_safe_for_spreadsheets_and_json_exact)
{
    fill();
    cr_assert_eq(run("out.csv", 5, "journal", "--from", "20/11/2026", "--data", place_dir()), 0);
    const char *csv = place_text("out.csv");
    cr_expect(strncmp(csv, "entry,kind,time,", 16) == 0);
    cr_expect(strstr(csv, ",\"'=HYPERLINK(\"\"x\"\"), \"\"lạ\"\"\","), "%s", csv);
    cr_expect_null(strstr(csv, "2026-11-21T"));
    cr_assert_eq(
        run("out.json", 7, "intakes", "--json", "--to", "2026-11-21", "--from", "2026-11-21", "--data=."),
        74);
    char data[128];
    snprintf(data, sizeof data, "--data=%s", place_dir());
    cr_assert_eq(run("out.json", 4, "intakes", "--json", "--to=2026-11-21", data), 0);
    const char *json = place_text("out.json");
    cr_expect(strstr(json, "\"corrections\":[{\"field\":\"facility\",\"kind\":\"fix\",\"before\":\"79014\","
                           "\"after\":\"79025\","
                           "\"source\":\"register\",\"reason\":null}]}\n"),
              "%s", json);
    cr_expect(strchr(json, '\n')[1] == '\0', "one intake, one line");
}

Test(export, says_what_it_cannot_do)
{
    char data[128];
    snprintf(data, sizeof data, "--data=%s", place_dir());
    cr_assert(freopen("/dev/null", "w", stderr));
    cr_expect_eq(run("out", 2, "journal", data), EXIT_STORE);
    cr_expect_eq(run("out", 2, "patients", data), EXIT_USAGE);
    cr_expect_eq(run("out", 3, "journal", "--from=1985", data), EXIT_USAGE);
    cr_expect_eq(run("out", 3, "journal", "--xml", data), EXIT_USAGE);
    cr_expect_eq(run("out", 1, data), EXIT_USAGE);
}
