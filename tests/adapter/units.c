/* units: the files of the table: which one is in force, and published lists put into it. */
#include "adapter/units.h"
#include "../fuzz/rounds.h"
#include "../fuzz/units_list.c"
#include "../support/map.h"
#include "../support/place.h"
#include "adapter/units_import.h"
#include <criterion/criterion.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

TestSuite(units, .init = (void (*)(void))place_begin, .fini = place_end);

static const char BEFORE[] = "2025-06-30", TODAY[] = "2026-11-22", LATER[] = "2027-06-01";
static struct units_report report;
static bool changed;

/* Two provinces that became one; a commune divided, one alone, two merged, an island. */
static const char SPLITS[] = "{\"data\":["
                             "{\"level1_id\":\"77\",\"name\":\"Tỉnh Bà Rịa - Vũng "
                             "Tàu\",\"splits\":[{\"new_id\":\"79\",\"name\":\"Hồ Chí Minh\"}],"
                             "\"level3s\":[{\"level3_id\":\"26506\",\"name\":\"Phường "
                             "1\",\"splits\":[{\"new_id\":\"26506\",\"name\":\"Phường Vũng Tàu\"}]},"
                             "{\"level3_id\":\"26509\",\"name\":\"Phường "
                             "2\",\"splits\":[{\"new_id\":\"26506\",\"name\":\"phường  Vũng Tàu \"}]}]},"
                             "{\"level1_id\":\"79\",\"name\":\"Thành phố Hồ Chí "
                             "Minh\",\"splits\":[{\"new_id\":\"79\",\"name\":\"Thành phố Hồ Chí "
                             "Minh\"}],\"level3s\":["
                             "{\"level3_id\":\"26737\",\"name\":\"Phường Đa "
                             "Kao\",\"splits\":[{\"new_id\":\"26740\",\"name\":\"Phường Sài Gòn\"},"
                             "{\"new_id\":\"26737\",\"name\":\"Phường Tân Định\"}]},"
                             "{\"level3_id\":\"27667\",\"name\":\"Xã Thạnh "
                             "An\",\"splits\":[{\"new_id\":\"27667\",\"name\":\"Xã Thạnh An\"}]}]}]}";
static const char MERGES[] =
    "{\"data\":[{\"level1_id\":\"79\",\"name\":\"Thành phố Hồ Chí Minh\",\"merges\":[],\"level2s\":["
    "{\"level2_id\":\"26506\",\"name\":\"Phường Vũng "
    "Tàu\",\"merges\":[{\"old_id\":\"26506\",\"type\":\"full\"},{\"old_id\":"
    "\"26509\",\"type\":\"full\"}]},"
    "{\"level2_id\":\"26732\",\"name\":\"Đặc khu Côn Đảo\",\"merges\":[{\"old_id\":\"755\",\"name\":\"Huyện "
    "Côn "
    "Đảo\",\"type\":\"full\"}]},"
    "{\"level2_id\":\"26737\",\"name\":\"Phường Tân "
    "Định\",\"merges\":[{\"old_id\":\"26737\",\"type\":\"partial\"}]},"
    "{\"level2_id\":\"26740\",\"name\":\"Phường Sài "
    "Gòn\",\"merges\":[{\"old_id\":\"26737\",\"type\":\"partial\"}]},"
    "{\"level2_id\":\"27667\",\"name\":\"Xã Thạnh "
    "An\",\"merges\":[{\"old_id\":\"27667\",\"type\":\"full\"}]}]}]}";

/* A later list: Sài Gòn divided, Tân Định under another name, Vũng Tàu not named. */
static const char LATER_SPLITS[] = "{\"data\":[{\"level1_id\":\"79\",\"name\":\"Thành phố Hồ Chí "
                                   "Minh\",\"splits\":[{\"new_id\":\"79\",\"name\":\"Thành phố "
                                   "Hồ Chí Minh\"}],\"level3s\":["
                                   "{\"level3_id\":\"26740\",\"name\":\"Phường Sài "
                                   "Gòn\",\"splits\":[{\"new_id\":\"26740\",\"name\":\"Phường Sài "
                                   "Gòn\"},{\"new_id\":\"26741\",\"name\":\"Phường Bến Nghé\"}]},"
                                   "{\"level3_id\":\"26737\",\"name\":\"Phường Tân "
                                   "Định\",\"splits\":[{\"new_id\":\"26737\",\"name\":\"Phường Đa Kao\"}]},"
                                   "{\"level3_id\":\"27667\",\"name\":\"Xã Thạnh "
                                   "An\",\"splits\":[{\"new_id\":\"27667\",\"name\":\"Xã Thạnh An\"}]}]}]}";
static const char LATER_MERGES[] =
    "{\"data\":[{\"level1_id\":\"79\",\"name\":\"Thành phố Hồ Chí Minh\",\"level2s\":["
    "{\"level2_id\":\"26737\",\"name\":\"Phường Đa "
    "Kao\",\"merges\":[{\"old_id\":\"26737\",\"type\":\"full\"}]},"
    "{\"level2_id\":\"26740\",\"name\":\"Phường Sài "
    "Gòn\",\"merges\":[{\"old_id\":\"26740\",\"type\":\"partial\"}]},"
    "{\"level2_id\":\"26741\",\"name\":\"Phường Bến "
    "Nghé\",\"merges\":[{\"old_id\":\"26740\",\"type\":\"partial\"}]},"
    "{\"level2_id\":\"27667\",\"name\":\"Xã Thạnh "
    "An\",\"merges\":[{\"old_id\":\"27667\",\"type\":\"full\"}]}]}]}";

/* An installation of this test's own, so that the map in force is what the test says. */
static void install(const char *map)
{
    static const char known[] =
        "tiepdon-units 1\ndays 2025-07-01\nfrom 0\n77\tT. Bà Rịa - Vũng Tàu\t1\n79\tTP. Hồ "
        "Chí Minh\t1\n";
    mkdir(place_path("share"), 0700);
    mkdir(place_path("share/data"), 0700);
    mkdir(place_path("list"), 0700);
    setenv("TIEPDON_SHARE", place_path("share"), 1);
    place_write("share/data/provinces.map", known);
    place_write("share/data/units.alias", "HCM\t79\n");
    if (map) {
        place_write("share/data/units.map", map);
    }
}

static enum fault import(const char *splits, const char *merges, const char *day)
{
    place_write("list/splits.json", splits);
    place_write("list/merges.json", merges);
    return units_import(place_dir(), place_path("list"), day, &report, &changed);
}

/* "Phường Sài Gòn 26740; Phường Tân Định 26737 ?" of what the code was on the day it was so called; ?: not
 * sure. */
static const char *today_of(const char *code, const char *named_on, const char *day)
{
    static char out[MAP_SAID + 2];
    struct units_file *file = NULL;
    enum fault own;
    int line;
    cr_assert_eq(units_open(place_dir(), &file, &own, &line), FAULT_NONE);
    cr_assert_eq(own, FAULT_NONE);
    const struct units *units = units_table(file);
    uint16_t unit = unit_code(units, code, named_on);
    cr_assert_neq(unit, UNIT_NONE, "%s", code);
    map_say(units, unit, day, out);
    strcat(out, unit_sure(units, unit, day) ? "" : " ?");
    units_close(file);
    return out;
}

/* The text with one part of it put in another's place. */
static const char *with(const char *text, const char *old, const char *new)
{
    static char out[4][8192];
    static int turn;
    char *made = out[turn = (turn + 1) % 4];
    const char *at = strstr(text, old);
    cr_assert(at, "%s", old);
    snprintf(made, sizeof out[0], "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
    return made;
}

Test(units, a_list_is_taken_with_every_kind_of_row)
{
    install(NULL);
    cr_assert_eq(import(SPLITS, MERGES, "2025-07-01"), FAULT_NONE);
    cr_assert(changed);
    cr_assert_eq(report.left_out_count, 0);
    cr_assert(report.provinces_before == 2 && report.provinces == 1 && report.before == 4 &&
              report.today == 5);
    cr_assert(report.one_to_one == 1 && report.merged == 2 && report.divided == 1);
    cr_assert_str_eq(today_of("26737", BEFORE, TODAY), "Phường Sài Gòn 26740; Phường Tân Định 26737");
    cr_assert_str_eq(today_of("26509", BEFORE, TODAY), "Phường Vũng Tàu 26506");
    cr_assert_str_eq(today_of("27667", BEFORE, TODAY), "Xã Thạnh An 27667");
    cr_assert_str_eq(today_of("77", BEFORE, TODAY), "Thành phố Hồ Chí Minh 79");
    cr_assert(strstr(place_text("units.map"), "77\tT. Bà Rịa - Vũng Tàu\t1 79\n"));
    cr_assert(strstr(place_text("units.map"), "\tH. Côn Đảo\t1 26732\n"));
    cr_assert(strstr(place_text("units.map"), "\n79\tTP. Hồ Chí Minh\n"), "it goes on");
}

Test(units, the_same_list_twice_changes_nothing)
{
    char first[8192];
    install(NULL);
    cr_assert_eq(import(SPLITS, MERGES, "2025-07-01"), FAULT_NONE);
    strcpy(first, place_text("units.map"));
    cr_assert_eq(import(SPLITS, MERGES, "2025-07-01"), FAULT_NONE);
    cr_assert(!changed);
    cr_assert_str_eq(place_text("units.map"), first);
}

Test(units, a_later_list_is_added_and_followed)
{
    char first[8192];
    install(NULL);
    cr_assert_eq(import(SPLITS, MERGES, "2025-07-01"), FAULT_NONE);
    cr_assert_eq(import(LATER_SPLITS, LATER_MERGES, "2027-01-01"), FAULT_NONE);
    cr_assert_eq(report.left_out_count, 0);
    cr_assert_str_eq(today_of("26740", TODAY, LATER), "Phường Sài Gòn 26740; Phường Bến Nghé 26741");
    cr_assert_str_eq(today_of("26737", BEFORE, LATER),
                     "Phường Sài Gòn 26740; Phường Bến Nghé 26741; Phường Đa Kao 26737");
    cr_assert_str_eq(today_of("26737", BEFORE, TODAY), "Phường Sài Gòn 26740; Phường Tân Định 26737");
    cr_assert_str_eq(today_of("26509", BEFORE, LATER), "Phường Vũng Tàu 26506", "not named: it goes on");
    cr_assert_str_eq(today_of("27667", TODAY, LATER), "Xã Thạnh An 27667");
    strcpy(first, place_text("units.map"));
    cr_assert_eq(import(LATER_SPLITS, LATER_MERGES, "2027-01-01"), FAULT_NONE);
    cr_assert(!changed);
    cr_assert_str_eq(place_text("units.map"), first);
    cr_assert_eq(import(SPLITS, MERGES, "2025-07-01"), FAULT_UNITS_ORDER);
    cr_assert_str_eq(place_text("units.map"), first);
}

Test(units, districts_and_older_names_come_from_the_installed_map)
{
    install("tiepdon-units 1\n# Origin: somewhere\n# a word\ndays 2025-07-01\nfrom 0\n79\tTP. Hồ Chí "
            "Minh\n\tQ. 1\t1\n"
            "26737\tP. Đa Cao\t1 26737\n-\tP. Đakao Cũ\t1 26740\n27999\tP. Ẩn\t1 26740\nfrom "
            "1\n79\n26737\tP. Tân "
            "Định\n26740\tP. Sài Gòn\n");
    cr_assert_eq(import(SPLITS, MERGES, "2025-07-01"), FAULT_NONE);
    const char *text = place_text("units.map");
    cr_assert(strstr(text, "\tQ. 1\t1\n26737\tP. Đa Kao\t1 26740 26737\n"), "%s", text);
    cr_assert(strstr(text, "27999\tP. Ẩn\t1 26740 ?\n"),
              "what the list does not name stays, and is not sure");
    cr_assert(strstr(text, "-\tP. Đakao Cũ\t1 26740 ?\n"));
    cr_assert(strstr(text, "# Origin: somewhere\n") && !strstr(text, "a word"));
}

Test(units, rows_that_something_denies_are_left_out_and_counted)
{
    static const struct {
        const char *old, *new;
        bool merges;
        enum units_reason reason;
    } slips[] = {
        {"26509\",\"name\":\"Phường 2", "26506\",\"name\":\"Phường 2", false, UNITS_TWICE},
        {"26509\",\"name\":\"Phường 2", "2650x\",\"name\":\"Phường 2", false, UNITS_CODE},
        {"\"level3_id\":\"26509\"", "\"level3_id\":26509", false, UNITS_CODE},
        {"Phường 2\"", "Quận 2\"", false, UNITS_NAME},
        {"Phường 2\"", "Phường \\u202e2\\u0007\"", false, UNITS_REASON_COUNT}, /* cleaned */
        {"Phường 2\"", "Phường <2>\"", false, UNITS_NAME},
        {"Phường 2\"", "\"", false, UNITS_NAME},
        {"{\"new_id\":\"27667\",\"name\":\"Xã Thạnh An\"}", "", false, UNITS_NO_HEIR},
        {"\"new_id\":\"27667\"", "\"new_id\":\"27668\"", false, UNITS_HEIR_UNKNOWN},
        {"\"new_id\":\"27667\"", "\"new_id\":\"26732\"", false, UNITS_HEIR_NAME},
        {"\"new_id\":\"27667\",\"name\":\"Xã Thạnh An\"", "\"new_id\":\"27667\",\"name\":\"Xã Thanh An\"",
         false, UNITS_HEIR_NAME},
        {"{\"old_id\":\"27667\",\"type\":\"full\"}", "", true, UNITS_CONTRADICTED},
        {"{\"old_id\":\"27667\",\"type\":\"full\"}", "{\"old_id\":\"27667\",\"type\":\"partial\"}", true,
         UNITS_CONTRADICTED},
        {"{\"old_id\":\"27667\",\"type\":\"full\"}",
         "{\"old_id\":\"27667\",\"type\":\"full\"},{\"old_id\":\"26506\",\"type\":\"full\"}", true,
         UNITS_CONTRADICTED},
        {"\"old_id\":\"755\"", "\"old_id\":\"7x5\"", true, UNITS_CODE},
        {"Huyện Côn Đảo", "Huyện Lý Sơn", true, UNITS_CODE},
    };
    install(NULL);
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        unlink(place_path("units.map"));
        const char *splits = slips[i].merges ? SPLITS : with(SPLITS, slips[i].old, slips[i].new);
        const char *merges = slips[i].merges ? with(MERGES, slips[i].old, slips[i].new) : MERGES;
        cr_assert_eq(import(splits, merges, "2025-07-01"), FAULT_NONE, "%s", slips[i].new);
        bool clean = slips[i].reason == UNITS_REASON_COUNT;
        cr_assert_eq(report.left_out_count > 0, !clean, "%zu: %s", i, slips[i].new);
        cr_assert(clean || report.left_out[slips[i].reason] > 0, "%zu: %s", i, slips[i].new);
    }
}

Test(units, an_heir_in_another_province_is_left_out_and_the_installed_one_stays)
{
    install("tiepdon-units 1\ndays 2025-07-01\nfrom 0\n77\tT. Bà Rịa - Vũng Tàu\t1 79\n26509\tP. 2\t1 "
            "26506\n79\tTP. Hồ "
            "Chí Minh\nfrom 1\n79\n26506\tP. Vũng Tàu\n");
    const char *splits = with(SPLITS, "\"name\":\"phường  Vũng Tàu \"", "\"name\":\"Xã Long Hải\"");
    splits = with(splits, "[{\"new_id\":\"26506\",\"name\":\"Xã Long Hải\"",
                  "[{\"new_id\":\"30259\",\"name\":\"Xã Tân Phú\"");
    const char *merges = with(
        MERGES, "{\"data\":[",
        "{\"data\":[{\"level1_id\":\"82\",\"name\":\"Tỉnh Đồng Tháp\",\"level2s\":[{\"level2_id\":\"30259\","
        "\"name\":\"Xã Tân Phú\",\"merges\":[{\"old_id\":\"26509\",\"type\":\"full\"}]}]},");
    merges = with(merges, ",{\"old_id\":\"26509\",\"type\":\"full\"}]},", "]},");
    cr_assert_eq(import(splits, merges, "2025-07-01"), FAULT_NONE);
    cr_assert_eq(report.left_out[UNITS_HEIR_PROVINCE], 1);
    cr_assert_eq(report.left_out_count, 1);
    cr_assert_str_eq(today_of("26509", BEFORE, TODAY), "Phường Vũng Tàu 26506 ?");
}

Test(units, files_that_are_no_list_are_refused_and_nothing_changes)
{
    static const struct {
        const char *splits, *merges, *file;
        int line;
    } files[] = {
        {"", MERGES, "splits.json", 1},
        {"{\n\"data\": [\n", MERGES, "splits.json", 3},
        {SPLITS, "[1, 2", "merges.json", 1},
        {SPLITS, "{\"data\": 5}", "merges.json", 0},
        {"[]", MERGES, "splits.json", 0},
        {"{\"data\": []}", MERGES, "splits.json", 0},
        {"{\"data\": [], \"data\": []}", MERGES, "splits.json", 1},
    };
    static char deep[6001];
    install(NULL);
    memset(deep, '[', sizeof deep - 1);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        cr_assert_eq(import(files[i].splits, files[i].merges, "2025-07-01"), FAULT_UNITS_JSON, "%zu", i);
        cr_assert_str_eq(report.file, files[i].file);
        cr_assert_eq(report.line, files[i].line, "%zu: %d", i, report.line);
        cr_assert_str_eq(place_text("units.map"), "");
    }
    cr_assert_eq(import(deep, MERGES, "2025-07-01"), FAULT_UNITS_JSON);
    cr_assert_eq(import("{\"data\": [1, [], null, {}]}", "{\"data\": [{\"level2s\": 3}, []]}", "2025-07-01"),
                 FAULT_UNITS_LIST);
    unlink(place_path("list/splits.json"));
    cr_assert_eq(units_import(place_dir(), place_path("list"), "2025-07-01", &report, &changed),
                 FAULT_SETTINGS_MISSING);
    cr_assert_str_eq(place_text("units.map"), "");
}

static const char PACKAGE[] =
    "[{\"type\":\"header\"},{\"type\":\"table\",\"name\":\"provinces\",\"data\":[{\"province_code\":\"79\","
    "\"name\":"
    "\"Thành phố Hồ Chí Minh\"}]},"
    "{\"type\":\"table\",\"name\":\"wards\",\"data\":["
    "{\"ward_code\":\"26506\",\"name\":\"Phường Vũng Tàu\",\"province_code\":\"79\"},"
    "{\"ward_code\":\"26737\",\"name\":\"Phường Tân Định\",\"province_code\":\"79\"},"
    "{\"ward_code\":\"26740\",\"name\":\"Phường Sài Gòn\",\"province_code\":\"79\"}]},"
    "{\"type\":\"table\",\"name\":\"ward_mappings\",\"data\":[%s]}]";

/* A row of ward_mappings; a code that is NULL is null. */
static const char *row(const char *code, const char *name, const char *district, const char *heir,
                       const char *heir_name)
{
    static char out[16][512];
    static int turn;
    char *made = out[turn = (turn + 1) % 16], quoted[16] = "null";
    if (code) {
        snprintf(quoted, sizeof quoted, "\"%s\"", code);
    }
    snprintf(
        made, sizeof out[0],
        "{\"old_ward_code\":%s,\"old_ward_name\":\"%s\",\"old_district_name\":\"%s\",\"old_province_name\":"
        "\"Thành phố Hồ Chí Minh\",\"new_ward_code\":\"%s\",\"new_ward_name\":\"%s\",\"new_province_name\":"
        "\"Thành phố Hồ Chí Minh\"}",
        quoted, name, district, heir, heir_name);
    return made;
}

static enum fault import_package(const char *rows)
{
    char text[16384];
    snprintf(text, sizeof text, PACKAGE, rows);
    unlink(place_path("list/splits.json"));
    place_write("list/address.json", text);
    return units_import(place_dir(), place_path("list"), "2025-07-01", &report, &changed);
}

/* Two good rows, and a third. */
static enum fault import_third(const char *third)
{
    char rows[4096];
    snprintf(rows, sizeof rows, "%s,%s,%s",
             row("26737", "Phường Đa Kao", "Quận 1", "26737", "Phường Tân Định"),
             row("26740", "Phường Bến Nghé", "Quận 1", "26740", "Phường Sài Gòn"), third);
    return import_package(rows);
}

Test(units, the_package_is_taken_row_by_row)
{
    static const struct {
        const char *code, *name, *district, *heir, *heir_name;
        enum units_reason reason;
        const char *line; /* that must be in the map */
    } rows[] = {
        {"26743", "Phường Bến Thành", "Quận 1", "26740", "Phường Sài Gòn", UNITS_REASON_COUNT,
         "26743\tP. Bến Thành\t1 26740\n"},
        /* the heir's code mended by its name */
        {"26743", "Phường Bến Thành", "Quận 1", "6740", "Phường Sài Gòn", UNITS_REASON_COUNT,
         "26743\tP. Bến Thành\t1 26740\n"},
        {"26743", "Phường Bến Thành", "Quận 1", "26737", "Phường Sài Gòn", UNITS_REASON_COUNT,
         "26743\tP. Bến Thành\t1 26740\n"},
        {"26743", "Phường Bến Thành", "Quận 1", "26740", "Phường Ở Đâu", UNITS_HEIR_UNKNOWN, NULL},
        /* an older name: the heir took a commune of the same district */
        {NULL, "Phường Cũ", "Quận 1", "740", "Phường Sài Gòn", UNITS_REASON_COUNT, "-\tP. Cũ\t1 26740\n"},
        {NULL, "Phường Cũ", "Huyện 1", "26740", "Phường Sài Gòn", UNITS_REASON_COUNT,
         "\tH. 1\t1\n-\tP. Cũ\t1 26740\n"},
        {NULL, "Phường Cũ", "Quận 1", "26506", "Phường Vũng Tàu", UNITS_HEIR_FAR, NULL},
        {NULL, "Phường Cũ", "Quận 2", "26740", "Phường Sài Gòn", UNITS_HEIR_FAR, NULL},
        /* one that has a code elsewhere */
        {NULL, "Phường Đa Kao", "Quận 1", "26737", "Phường Tân Định", UNITS_REASON_COUNT,
         "26737\tP. Đa Kao\t1 26737\n"},
        {NULL, "Phường Đa Kao", "Quận 1", "26740", "Phường Sài Gòn", UNITS_CONTRADICTED,
         "26737\tP. Đa Kao\t1 26737\n"},
        {"26740", "Phường Bến Thành", "Quận 1", "26740", "Phường Sài Gòn", UNITS_TWICE, NULL},
        {"x", "Phường Bến Thành", "Quận 1", "26740", "Phường Sài Gòn", UNITS_CODE, NULL},
        {"26743", "", "Quận 1", "26740", "Phường Sài Gòn", UNITS_NAME, NULL},
        {"26743", "Phường Bến Thành", "", "26740", "Phường Sài Gòn", UNITS_NAME, NULL},
    };
    install(NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        unlink(place_path("units.map"));
        cr_assert_eq(
            import_third(row(rows[i].code, rows[i].name, rows[i].district, rows[i].heir, rows[i].heir_name)),
            FAULT_NONE, "%zu", i);
        bool taken = rows[i].reason == UNITS_REASON_COUNT;
        cr_assert_eq(report.left_out_count, !taken, "%zu", i);
        cr_assert(taken || report.left_out[rows[i].reason] == 1, "%zu", i);
        cr_assert(!rows[i].line || strstr(place_text("units.map"), rows[i].line), "%zu: %s", i,
                  place_text("units.map"));
    }
}

Test(units, the_package_never_replaces_a_map_that_knows_more)
{
    install(NULL);
    cr_assert_eq(import(SPLITS, MERGES, "2025-07-01"), FAULT_NONE);
    cr_assert_eq(import_third(row(NULL, "Phường Cũ", "Quận 1", "26740", "Phường Sài Gòn")),
                 FAULT_UNITS_BETTER);
    cr_assert_str_eq(today_of("26737", BEFORE, TODAY), "Phường Sài Gòn 26740; Phường Tân Định 26737");
}

Test(units, a_broken_map_gives_way_to_the_installed_one)
{
    struct units_file *file = NULL;
    enum fault own;
    int line;
    install("tiepdon-units 1\ndays 2025-07-01\nfrom 0\n79\tTP. Hồ Chí Minh\n");
    cr_assert_eq(units_open(place_dir(), &file, &own, &line), FAULT_NONE);
    cr_assert(own == FAULT_NONE && units_table(file)->count == 1 && units_table(file)->names == 2);
    units_close(file);
    place_write("units.map", "tiepdon-units 1\ndays 2025-07-01\nfrom 0\nnonsense\n");
    cr_assert_eq(units_open(place_dir(), &file, &own, &line), FAULT_NONE);
    cr_assert(own == FAULT_UNITS_MAP && line == 4 && units_table(file)->count == 1);
    units_close(file);
    unlink(place_path("units.map"));
    cr_assert_eq(mkfifo(place_path("units.map"), 0600), 0);
    cr_assert_eq(units_open(place_dir(), &file, &own, &line), FAULT_NONE, "a pipe holds nothing up");
    cr_assert(own == FAULT_UNITS_MAP && units_table(file)->count == 1);
    units_close(file);
    cr_assert_eq(import(SPLITS, MERGES, "2025-07-01"), FAULT_NONE, "an import mends it");
    cr_assert_eq(units_open(place_dir(), &file, &own, &line), FAULT_NONE);
    cr_assert(own == FAULT_NONE && units_table(file)->divided);
    units_close(file);
}

/* The limit on a file's size stands for the end of the disk. */
Test(units, a_full_disk_is_called_so_and_leaves_the_map_as_it_was)
{
    static const struct rlimit SMALL = {100, 100};
    install(NULL);
    cr_assert_eq(import(SPLITS, MERGES, "2025-07-01"), FAULT_NONE);
    place_write("list/splits.json", LATER_SPLITS);
    place_write("list/merges.json", LATER_MERGES);
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &SMALL), 0);
    enum fault fault = units_import(place_dir(), place_path("list"), "2027-01-01", &report, &changed);
    cr_expect_eq(fault, FAULT_STORE_FULL, "%s", fault_code(fault));
    cr_expect_neq(access(place_path("units.map.new"), F_OK), 0);
    cr_expect_str_eq(today_of("26740", TODAY, LATER), "Phường Sài Gòn 26740");
}

Test(units, without_any_map_there_is_a_word_for_it)
{
    struct units_file *file = NULL;
    enum fault own;
    int line;
    install(NULL);
    cr_assert_eq(units_open(place_dir(), &file, &own, &line), FAULT_SHARE_MISSING);
    cr_assert(own == FAULT_NONE && !file && !units_table(file));
    place_write("share/data/units.map", "nonsense\n");
    cr_assert_eq(units_open(place_dir(), &file, &own, &line), FAULT_UNITS_MAP);
    units_close(NULL);
}

Test(units, broken_other_names_cost_only_themselves)
{
    struct units_file *file = NULL;
    enum fault own;
    int line;
    install("tiepdon-units 1\ndays 2025-07-01\nfrom 0\n79\tTP. Hồ Chí Minh\n");
    place_write("share/data/units.alias", "HCM 79\n");
    cr_assert_eq(units_open(place_dir(), &file, &own, &line), FAULT_NONE);
    cr_assert(units_table(file)->count == 1 && units_table(file)->names == 1);
    units_close(file);
}

Test(units, the_day_of_a_list_stands_in_the_name_of_its_directory)
{
    static const char *const days[][2] = {
        {"20260101", "2026-01-01"},
        {"lists/20260101/", "2026-01-01"},
        {"/a/b/20251231", "2025-12-31"},
        {"lists/20261301", "2025-07-01"},
        {"lists/x20260101", "2025-07-01"},
        {"units", "2025-07-01"},
        {"", "2025-07-01"},
        {"120260101", "2025-07-01"},
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        date_text day;
        units_import_day(days[i][0], day);
        cr_assert_str_eq(day, days[i][1], "%s", days[i][0]);
    }
}

/* The files of the whole country: where $TIEPDON_UNITS_DIR says, or beside the repository. */
static const char *full_lists(void)
{
    const char *dir = getenv("TIEPDON_UNITS_DIR");
    dir = dir && dir[0] ? dir : "../shared/data/units";
    char path[PATH_SIZE];
    return place_join(dir, "splits.json", path) == FAULT_NONE && access(path, R_OK) == 0 ? dir : NULL;
}

Test(units, the_published_lists_of_the_whole_country)
{
    enum { MEMORY_MAX = 4 << 20 };
    const char *dir = full_lists();
    if (!dir) {
        fputs("units: the published lists are not here (TIEPDON_UNITS_DIR): skipped\n", stderr);
        return;
    }
    fprintf(stderr, "units: the published lists of %s\n", dir);
    cr_assert_eq(units_import(place_dir(), dir, "2025-07-01", &report, &changed), FAULT_NONE);
    cr_assert(report.provinces_before == 63 && report.provinces == 34);
    cr_assert(report.before == 10047 && report.today == 3321 && report.divided == 460);
    cr_assert(report.left_out_count == 1 && report.left_out[UNITS_HEIR_PROVINCE] == 1);
    cr_assert_str_eq(today_of("00019", BEFORE, TODAY),
                     "Phường Hoàn Kiếm 00070; Phường Ba Đình 00004; Phường Văn Miếu - Quốc Tử Giám 00226; "
                     "Phường Ô Chợ Dừa 00190");
    struct units_file *file = NULL;
    enum fault own;
    int line;
    cr_assert_eq(units_open(place_dir(), &file, &own, &line), FAULT_NONE);
    cr_assert(own == FAULT_NONE && units_table(file)->divided);
    cr_assert_lt(units_size(file), MEMORY_MAX);
    units_close(file);
    cr_assert_eq(units_import(place_dir(), dir, "2025-07-01", &report, &changed), FAULT_NONE);
    cr_assert(!changed);
    cr_assert_eq(units_import(place_dir(), dir, "2026-07-01", &report, &changed), FAULT_UNITS_LIST,
                 "of another day");
}

Test(units, no_bytes_break_the_readers_of_lists)
{
    static char two[8192], later[8192], package[8192];
    const char *const samples[] = {two, later, package};
    snprintf(two, sizeof two, "0%s\x1E%s", SPLITS, MERGES);
    snprintf(later, sizeof later, "0%s\x1E%s", LATER_SPLITS, LATER_MERGES);
    package[0] = '1';
    snprintf(package + 1, sizeof package - 1, PACKAGE,
             row("26737", "Phường Đa Kao", "Quận 1", "737", "Phường Tân Định"));
    rounds_run(LLVMFuzzerTestOneInput, samples, sizeof samples / sizeof *samples, 300);
}
