/* sheet: the same rows as CSV, JSON and XLSX, and a file that is whole or not there. */
#include "adapter/sheet.h"
#include "../support/place.h"
#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

TestSuite(sheet, .init = (void (*)(void))place_begin, .fini = place_end);

static const struct sheet_column COLUMNS[] = {
    {"facility", "Nơi ĐK", CELL_TEXT, 10}, {"name", "Họ tên", CELL_TEXT, 30},
    {"birth", "Ngày sinh", CELL_DAY, 0},   {"at", "Lúc", CELL_MINUTE, 0},
    {"count", "Số", CELL_NUMBER, 0},       {"more", NULL, CELL_JSON, 0},
};
enum { WIDTH = sizeof COLUMNS / sizeof *COLUMNS, MANY = 100000 };

static const char *const ROW[WIDTH] = {"01009", "=HYPERLINK(\"x\")", "1985-03-12", "2026-11-20T08:41", "12",
                                       "[1]"};
static const char *const BARE[WIDTH] = {"", "Lê & <b>", "1985", "", "", ""};

static enum fault write_both(enum sheet_kind kind, const char *path)
{
    static const struct sheet_column two[] = {{"kind", "Loại", CELL_TEXT, 0}};
    static const char *const row[] = {"app"};
    struct sheet *sheet = NULL;
    enum fault fault = sheet_open(kind, path, &sheet);
    cr_assert_eq(fault, FAULT_NONE);
    fault = sheet_table(sheet, "Vướng mắc", COLUMNS, WIDTH);
    fault = fault ? fault : sheet_row(sheet, ROW);
    fault = fault ? fault : sheet_row(sheet, BARE);
    fault = fault ? fault : sheet_table(sheet, "Theo loại", two, 1);
    fault = fault ? fault : sheet_row(sheet, row);
    cr_assert_eq(fault, FAULT_NONE);
    return sheet_finish(sheet);
}

Test(sheet, csv_guards_formulas_and_keeps_codes)
{
    cr_assert_eq(write_both(SHEET_CSV, place_path("t.csv")), FAULT_NONE);
    cr_expect_str_eq(place_text("t.csv"),
                     "facility,name,birth,at,count,more\r\n"
                     "01009,\"'=HYPERLINK(\"\"x\"\")\",1985-03-12,2026-11-20T08:41,12,[1]\r\n"
                     ",Lê & <b>,1985,,,\r\n"
                     "\r\nkind\r\napp\r\n");
}

Test(sheet, json_has_an_object_a_row)
{
    cr_assert_eq(write_both(SHEET_JSON, place_path("t.json")), FAULT_NONE);
    cr_expect_str_eq(place_text("t.json"),
                     "{\"facility\":\"01009\",\"name\":\"=HYPERLINK(\\\"x\\\")\",\"birth\":\"1985-03-12\","
                     "\"at\":\"2026-11-20T08:41\",\"count\":12,\"more\":[1]}\n"
                     "{\"facility\":null,\"name\":\"Lê & <b>\",\"birth\":\"1985\",\"at\":null,\"count\":null,"
                     "\"more\":null}\n"
                     "{\"table\":\"Theo loại\",\"kind\":\"app\"}\n");
}

/* A part of the package, by perl, which is on every Debian. */
static const char *part(const char *file, const char *name)
{
    static char out[1 << 16];
    char command[1024];
    snprintf(command, sizeof command,
             "perl -MIO::Uncompress::Unzip=:all -e 'unzip $ARGV[0] => \"-\", Name => $ARGV[1] or die' %s %s",
             place_path(file), name);
    FILE *in = popen(command, "r");
    cr_assert_not_null(in);
    size_t len = fread(out, 1, sizeof out - 1, in);
    out[len] = '\0';
    cr_assert_eq(pclose(in), 0, "%s has no %s", file, name);
    return out;
}

static void expect_xml(const char *text)
{
    xmlDoc *document = xmlReadMemory(text, (int)strlen(text), "", NULL, XML_PARSE_NONET);
    cr_assert_not_null(document, "%s", text);
    xmlFreeDoc(document);
}

Test(sheet, xlsx_holds_text_as_text)
{
    cr_assert_eq(write_both(SHEET_XLSX, place_path("t.xlsx")), FAULT_NONE);
    const char *page = part("t.xlsx", "xl/worksheets/sheet1.xml");
    expect_xml(page);
    static const char *const wanted[] = {
        "<t>01009</t>",    "<t>=HYPERLINK(\"x\")</t>",  "<t>12/03/1985</t>", "<t>20/11/2026 08:41</t>",
        "<v>12</v>",       "<t>Lê &amp; &lt;b&gt;</t>", "<t>1985</t>",       "<t>Họ tên</t>",
        "state=\"frozen\""};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        cr_expect(strstr(page, wanted[i]), "%s is not in %s", wanted[i], page);
    }
    cr_expect_not(strstr(page, "<f>"), "no formula");
    cr_expect(strstr(part("t.xlsx", "xl/worksheets/sheet2.xml"), "<t>app</t>"));
    cr_expect(strstr(part("t.xlsx", "xl/workbook.xml"), "name=\"Theo loại\""));
}

Test(sheet, a_table_is_its_owners_alone)
{
    for (int kind = SHEET_CSV; kind <= SHEET_XLSX; kind++) {
        struct stat st;
        cr_assert_eq(write_both((enum sheet_kind)kind, place_path("t")), FAULT_NONE);
        cr_assert_eq(stat(place_path("t"), &st), 0);
        cr_expect_eq(st.st_mode & 0777, 0600);
        cr_expect_neq(access(place_path("t.new"), F_OK), 0, "nothing is left beside it");
    }
}

Test(sheet, what_is_dropped_leaves_the_old_file)
{
    for (int kind = SHEET_CSV; kind <= SHEET_XLSX; kind++) {
        struct sheet *sheet = NULL;
        place_write("t", "cũ");
        cr_assert_eq(sheet_open((enum sheet_kind)kind, place_path("t"), &sheet), FAULT_NONE);
        cr_assert_eq(sheet_table(sheet, "x", COLUMNS, WIDTH), FAULT_NONE);
        cr_assert_eq(sheet_row(sheet, ROW), FAULT_NONE);
        sheet_drop(sheet);
        cr_expect_str_eq(place_text("t"), "cũ");
        cr_expect_neq(access(place_path("t.new"), F_OK), 0);
    }
}

Test(sheet, a_place_that_cannot_be_written_is_told)
{
    struct sheet *sheet = NULL;
    cr_expect_eq(sheet_open(SHEET_XLSX, place_path("none/t.xlsx"), &sheet), FAULT_SHEET_DENIED);
    cr_expect_eq(sheet_open(SHEET_CSV, place_dir(), &sheet), FAULT_SHEET_DENIED);
    cr_expect_eq(sheet_open(SHEET_CSV, "/dev/null", &sheet), FAULT_SHEET_DENIED);
    cr_expect_null(sheet);
}

/* A full disk anywhere on the way: the file that was there stays, and it is said. */
Test(sheet, a_full_disk_keeps_the_old_file)
{
    if (!place_mount("size=256k")) {
        cr_skip_test("no mount of our own");
    }
    for (int kind = SHEET_CSV; kind <= SHEET_XLSX; kind++) {
        struct sheet *sheet = NULL;
        enum fault fault = FAULT_NONE;
        place_write("t", "cũ");
        cr_assert_eq(sheet_open((enum sheet_kind)kind, place_path("t"), &sheet), FAULT_NONE);
        cr_assert_eq(sheet_table(sheet, "x", COLUMNS, WIDTH), FAULT_NONE);
        for (int i = 0; i < MANY / 10 && !fault; i++) {
            fault = sheet_row(sheet, ROW);
        }
        if (fault) {
            sheet_drop(sheet);
        } else {
            fault = sheet_finish(sheet);
        }
        cr_expect_eq(fault, FAULT_SHEET_FULL, "kind %d says %s", kind, fault_code(fault));
        cr_expect_str_eq(place_text("t"), "cũ");
    }
}

static long resident(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

Test(sheet, memory_does_not_grow_with_the_rows)
{
    for (int kind = SHEET_CSV; kind <= SHEET_XLSX; kind++) {
        struct sheet *sheet = NULL;
        cr_assert_eq(sheet_open((enum sheet_kind)kind, place_path("t"), &sheet), FAULT_NONE);
        cr_assert_eq(sheet_table(sheet, "x", COLUMNS, WIDTH), FAULT_NONE);
        long before = 0;
        for (int i = 0; i < MANY; i++) {
            cr_assert_eq(sheet_row(sheet, ROW), FAULT_NONE);
            before = i == MANY / 10 ? resident() : before;
        }
        cr_assert_eq(sheet_finish(sheet), FAULT_NONE);
        cr_expect_lt(resident() - before, 8 * 1024, "kind %d grew by %ld kB", kind, resident() - before);
    }
}
