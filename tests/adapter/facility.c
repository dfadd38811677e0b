/* facility: lists of facilities as hospitals have them, in; names and successors, out. */
#include "adapter/facility.h"
#include "../support/place.h"
#include "adapter/import.h"
#include "core/heir.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

TestSuite(facility, .init = (void (*)(void))place_begin, .fini = place_end);

#define TODAY "2026-11-20"

static struct import_report report;

static enum fault import(const char *text)
{
    struct import_options options = {
        .dir = place_dir(), .file = place_write("f.csv", text), .language = LANGUAGE_EN};
    return import_facilities(&options, &report);
}

/* One value of the list; "?" when there is no such facility. */
static const char *value(const char *code, const char *column)
{
    static char text[256];
    char sql[128];
    sqlite3 *db;
    sqlite3_stmt *find;
    snprintf(sql, sizeof sql, "SELECT %s FROM facility WHERE code = '%s'", column, code);
    cr_assert_eq(sqlite3_open(place_path("reference.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &find, NULL), SQLITE_OK, "%s", sql);
    bool found = sqlite3_step(find) == SQLITE_ROW;
    snprintf(text, sizeof text, "%s", found ? (const char *)sqlite3_column_text(find, 0) : "?");
    sqlite3_finalize(find);
    sqlite3_close(db);
    return text;
}

/* What the list makes of two codes: "79099 BV Mới". */
static const char *place_of(const char *code)
{
    static char text[256];
    struct facility_list *list;
    struct hospital hospital = {0};
    char name[128];
    cr_assert_eq(facility_open(place_dir(), &list), FAULT_NONE);
    facility_heirs(list, TODAY, &hospital.heirs, &hospital.heir_count);
    const char *heir = heir_of(&hospital, code);
    facility_name(list, heir, name, sizeof name);
    snprintf(text, sizeof text, "%s %s", heir, name);
    facility_close(list);
    return text;
}

static const char *rejects(void)
{
    static char text[4096];
    FILE *file = fopen(report.rejected_path, "r");
    cr_assert(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

Test(facility, takes_every_column)
{
    cr_assert_eq(import("Mã CSKCB;Tên CSKCB;Địa chỉ;Cấp;Hạng;Hiệu lực từ;Hiệu lực đến;Mã mới;Ghi chú\n"
                        "79 - 014;BV Mẫu;5 Lê Lợi;Cấp chuyên sâu;I;01/01/2025;30/06/2026;79099;x\n"
                        "79025;TTYT Thử;;Ban đầu;;;;;\n"
                        "79036;TYT Ví Dụ;;3;Chưa xếp hạng;;;;\n"),
                 FAULT_NONE);
    cr_expect(report.rows == 3 && report.counts.added == 3 && report.rejected == 0);
    cr_expect_str_eq(report.ignored, "Ghi chú");
    cr_expect_str_eq(value("79014", "name"), "BV Mẫu");
    cr_expect_str_eq(value("79014", "address"), "5 Lê Lợi");
    cr_expect_str_eq(value("79014", "level"), "specialised");
    cr_expect_str_eq(value("79014", "rank"), "I");
    cr_expect_str_eq(value("79014", "validFrom"), "2025-01-01");
    cr_expect_str_eq(value("79014", "validTo"), "2026-06-30");
    cr_expect_str_eq(value("79014", "successor"), "79099");
    cr_expect_str_eq(value("79025", "level"), "initial");
    cr_expect_str_eq(value("79036", "level"), "3");
}

Test(facility, knows_headings_by_many_names)
{
    static const char *const HEADERS[] = {"MA_CSKCB,TEN",
                                          "maCSKCB,tenCSKCB",
                                          "code,name",
                                          "Mã cơ sở,Tên cơ sở",
                                          "MÃ CƠ SỞ KCB,TÊN CƠ SỞ KCB",
                                          "ma cskcb,ten cskcb",
                                          "Mã KCB,Tên bệnh viện",
                                          "\"Mã cơ sở khám bệnh, chữa bệnh\",Tên đơn vị"};
    for (size_t i = 0; i < sizeof HEADERS / sizeof *HEADERS; i++) {
        char text[256];
        snprintf(text, sizeof text, "%s\n79014,BV Mẫu\n", HEADERS[i]);
        cr_expect_eq(import(text), FAULT_NONE, "%s", HEADERS[i]);
        cr_expect_str_eq(value("79014", "name"), "BV Mẫu", "%s", HEADERS[i]);
    }
}

Test(facility, reads_tabs_quotes_and_a_bom)
{
    cr_assert_eq(
        import("\xEF\xBB\xBFSTT\tMÃ CƠ SỞ KCB\tTÊN CƠ SỞ KCB\r\n1\t01C54\t\"Trạm \"\"Y tế\"\"\"\r\n"),
        FAULT_NONE);
    cr_expect_str_eq(value("01C54", "name"), "Trạm \"Y tế\"");
}

Test(facility, passes_over_a_title)
{
    cr_assert_eq(
        import("DANH SÁCH CƠ SỞ KCB BHYT;;\n;;\nNăm 2026;;\nSTT;Mã CSKCB;Tên CSKCB\n1;79014;BV Mẫu\n2;9;x\n"),
        FAULT_NONE);
    cr_expect_str_eq(value("79014", "name"), "BV Mẫu");
    cr_expect(report.rows == 2 && report.rejected == 1);
    cr_expect(strstr(rejects(), "line;reason;STT;Mã CSKCB;Tên CSKCB\n6;not a facility code;2;9;x\n"), "%s",
              rejects());
    cr_expect_str_eq(report.ignored, "STT");
    cr_assert_eq(import("DANH SÁCH CƠ SỞ\nMã cơ sở khám bệnh, chữa bệnh;Tên cơ sở khám bệnh, chữa "
                        "bệnh\n79025;TTYT Thử\n"),
                 FAULT_NONE);
    cr_expect_str_eq(value("79025", "name"), "TTYT Thử");
}

/* "Mã" beside "Mã CSKCB" is something else. */
Test(facility, takes_the_plainest_of_several_headings)
{
    cr_assert_eq(import("Mã,Tên,Mã CSKCB,Tên CSKCB\n1,x,79014,BV Mẫu\n"), FAULT_NONE);
    cr_expect_str_eq(value("79014", "name"), "BV Mẫu");
    cr_expect_str_eq(report.ignored, "Mã, Tên");
    cr_expect_eq(import("Mã CSKCB,MA_CSKCB,Tên\n79014,79014,BV\n"), FAULT_IMPORT_TWICE);
    cr_expect_eq(import("Mã CSKCB,Địa chỉ\n79014,x\n"), FAULT_IMPORT_FACILITY_HEADER);
    cr_expect_eq(import(""), FAULT_IMPORT_FACILITY_HEADER);
}

/* Four digits are certain only where a province has such a code: 1 Hà Nội, but no 03. */
Test(facility, gives_back_a_zero_where_that_is_certain)
{
    cr_assert_eq(
        import("ma,ten,ma moi\n1009,BV Một,\n3009,BV Ba,\n109,BV Ngắn,\n1C54,TYT,\n79014,BV Cũ,1009\n"),
        FAULT_NONE);
    cr_expect_eq(report.rejected, 3);
    cr_expect_str_eq(value("01009", "name"), "BV Một");
    cr_expect_str_eq(value("79014", "successor"), "01009");
    cr_expect(strstr(rejects(), "3,not a facility code,3009,BV Ba,"), "%s", rejects());
    cr_expect(strstr(rejects(), "5,not a facility code,1C54,TYT,"), "%s", rejects());
}

Test(facility, refuses_days_that_are_none)
{
    cr_assert_eq(import("ma,ten,tu ngay\n79014,BV,31/02/2025\n79015,BV,2025\n79016,BV,-\n"), FAULT_NONE);
    cr_expect_eq(report.rejected, 2);
    cr_expect(strstr(rejects(), "2,TU_NGAY: not a value of this column,"), "%s", rejects());
    cr_expect_str_eq(value("79016", "validFrom"), "");
}

Test(facility, the_row_of_the_latest_day_counts)
{
    cr_assert_eq(import("ma,ten,tu ngay\n79014,Mới,01/07/2025\n79014,Cũ,01/01/2020\n79015,A,\n79015,B,\n"),
                 FAULT_NONE);
    cr_expect_str_eq(value("79014", "name"), "Mới");
    cr_expect_str_eq(value("79015", "name"), "B");
}

Test(facility, a_file_without_a_good_row_leaves_the_list_as_it_was)
{
    cr_assert_eq(import("ma,ten\n79014,BV Mẫu\n"), FAULT_NONE);
    cr_expect_eq(import("ma,ten\n790145,BV Dài\n"), FAULT_IMPORT_NOTHING);
    cr_expect(strstr(rejects(), "2,not a facility code,790145,BV Dài"), "%s", rejects());
    cr_expect_eq(import("ma,ten\n"), FAULT_IMPORT_NOTHING);
    cr_expect_str_eq(place_of("79014"), "79014 BV Mẫu");
}

Test(facility, follows_successors_to_the_last)
{
    cr_assert_eq(import("ma,ten,ma moi\n79014,Cũ,79015\n79015,Giữa,79099\n79099,BV Mới,79099\n79036,TYT,\n"),
                 FAULT_NONE);
    cr_expect_str_eq(place_of("79014"), "79099 BV Mới");
    cr_expect_str_eq(place_of("79015"), "79099 BV Mới");
    cr_expect_str_eq(place_of("79099"), "79099 BV Mới");
    cr_expect_str_eq(place_of("79036"), "79036 TYT");
    cr_expect_str_eq(place_of("79047"), "79047 ");
}

Test(facility, a_code_is_its_own_through_its_last_day)
{
    cr_assert_eq(import("ma,ten,den ngay,ma moi\n79014,A,20/11/2026,79099\n79015,B,19/11/2026,79099\n"),
                 FAULT_NONE);
    cr_expect_str_eq(place_of("79014"), "79014 A");
    cr_expect_str_eq(place_of("79015"), "79099 ");
}

Test(facility, refuses_the_row_that_closes_a_circle)
{
    cr_assert_eq(import("ma,ten,ma moi\n79014,A,79015\n79015,B,79016\n79016,C,79014\n"), FAULT_NONE);
    cr_expect_eq(report.rejected, 1);
    cr_expect(strstr(rejects(), "4,its successors lead back to it,79016,C,79014"), "%s", rejects());
    cr_expect_str_eq(place_of("79014"), "79016 ");
}

/* A list that an older version of the program made has names and no successors. */
Test(facility, opens_a_list_of_before)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("reference.db"), &db), SQLITE_OK);
    cr_assert_eq(
        sqlite3_exec(
            db,
            "CREATE TABLE facility (code TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;"
            "INSERT INTO facility VALUES ('79014', 'BV Mẫu');"
            "PRAGMA application_id=0x54447366; PRAGMA user_version=1",
            NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
    cr_expect_str_eq(place_of("79014"), "79014 BV Mẫu");
    cr_assert_eq(import("ma,ten,ma moi\n79014,A,79099\n79099,B,\n"), FAULT_NONE);
    cr_expect_str_eq(place_of("79014"), "79099 B");
}

Test(facility, works_without_a_list)
{
    cr_expect_str_eq(place_of("79014"), "79014 ");
}
