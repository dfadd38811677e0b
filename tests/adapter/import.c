/* import: files in, register out: what is refused, what stays, what an import replaces. */
#include "adapter/import.h"
#include "../support/place.h"
#include "adapter/register.h"
#include "adapter/register_write.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define HEADER "maSoBHXH,maThe,soCCCD,hoTen,ngaySinh,gioiTinh,diaChi,maDKBD,gtTheTu,gtTheDen,trangThai\n"
#define HOA "0123456789,DN4790123456789,,Nguyễn Thị Hòa,12/03/1985,Nữ,5 Lê Lợi,79014,01/01/2026,31/12/2026,\n"
#define AN                                                                                                   \
    ",TE1790000000002,001095012345,Trần Văn An,1995,1,\"3 Phố Huế, Hà Nội\",01 - C54,01/02/2026,-,003\n"

TestSuite(import, .init = (void (*)(void))place_begin, .fini = place_end);

static enum fault import_text(const char *text, const char *as_of, bool complete,
                              struct import_report *report)
{
    struct import_options options = {
        .dir = place_dir(),
        .file = place_write("in.csv", text),
        .as_of = as_of,
        .complete = complete,
    };
    return import_members(&options, report);
}

/* An import that must succeed. */
static struct import_report take(const char *text, const char *as_of)
{
    static struct import_report report;
    cr_assert_eq(import_text(text, as_of, false, &report), FAULT_NONE);
    return report;
}

/* Offers by name are for the birth date and gender of HOA. */
static struct answer ask(enum query_kind kind, const char *key)
{
    static struct answer answer;
    struct register_file *file;
    struct query query = {.kind = kind, .birth_date = "1985-03-12", .gender = "female"};
    struct asked asked = {kind == QUERY_NUMBER ? key : "", "2026-11-20"};
    strcpy(query.key, key);
    cr_assert_eq(register_open(place_dir(), &file), FAULT_NONE);
    cr_assert_eq(register_find(file, &query, 1, &asked, &answer), FAULT_NONE);
    register_close(file);
    return answer;
}

/* The one member that answers. */
static struct member find(enum query_kind kind, const char *key)
{
    struct answer answer = ask(kind, key);
    cr_assert_eq(answer.member_count, 1, "%s: %d members", key, answer.member_count);
    return answer.members[0];
}

Test(import, brings_normalised_members)
{
    struct import_report report = take(HEADER HOA AN, "2026-11-20");
    cr_expect(report.rows == 2 && report.counts.added == 2 && report.rejected == 0);
    struct member hoa = find(QUERY_NUMBER, "DN4790123456789");
    cr_expect_str_eq(hoa.bhxh_number, "0123456789");
    cr_expect_str_eq(hoa.facts.name, "Nguyễn Thị Hòa");
    cr_expect_str_eq(hoa.facts.birth_date, "1985-03-12");
    cr_expect_str_eq(hoa.facts.gender, "female");
    cr_expect_str_eq(hoa.facts.valid_to, "2026-12-31");
    cr_expect_str_eq(hoa.status, "");
    cr_expect_str_eq(hoa.as_of, "2026-11-20");
    struct member an = find(QUERY_CCCD, "001095012345");
    cr_expect_str_eq(an.bhxh_number, "0000000002");
    cr_expect_str_eq(an.facts.birth_date, "1995");
    cr_expect_str_eq(an.facts.address, "3 Phố Huế, Hà Nội");
    cr_expect_str_eq(an.facts.facility, "01C54");
    cr_expect_str_eq(an.facts.valid_to, "");
    cr_expect_str_eq(an.status, "003");
    cr_expect_eq(find(QUERY_BHXH, "0000000002").source, SOURCE_REGISTER);
}

Test(import, reads_other_headers)
{
    take("\xEF\xBB\xBF"
         "GT_THE_DEN;HO_TEN;stt;MA_THE_BHYT;ngay_sinh;GIOI_TINH;SO_CCCD;MA_DKBD;GT_THE_TU\r\n"
         "20261231;Lê Lan;1;GD4790000000003;198503120000;2;079185000001;79014;20260101\r\n",
         "2026-11-20");
    struct member lan = find(QUERY_NUMBER, "GD4790000000003");
    cr_expect_str_eq(lan.facts.birth_date, "1985-03-12");
    cr_expect_str_eq(lan.facts.valid_from, "2026-01-01");
    cr_expect_str_eq(lan.facts.valid_to, "2026-12-31");
    cr_expect_str_eq(lan.facts.cccd, "079185000001");
}

Test(import, names_the_columns_it_ignores)
{
    struct import_report report = take("stt,maThe,Ghi chú\n1,DN4790123456789,x\n", "2026-11-20");
    cr_expect_str_eq(report.ignored, "stt, Ghi chú");
}

Test(import, twice_updates_and_never_doubles)
{
    take(HEADER HOA AN, "2026-11-20");
    struct import_report report = take(HEADER HOA AN, "2026-11-20");
    cr_expect(report.counts.added == 0 && report.counts.updated == 2);
    find(QUERY_BHXH, "0123456789");
    find(QUERY_BHXH, "0000000002");
}

/* What SQLite says of tables and indexes together. */
static bool is_sound(void)
{
    sqlite3 *db;
    sqlite3_stmt *check;
    cr_assert_eq(sqlite3_open(place_path("register.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &check, NULL), SQLITE_OK);
    bool sound =
        sqlite3_step(check) == SQLITE_ROW && strcmp((const char *)sqlite3_column_text(check, 0), "ok") == 0;
    sqlite3_finalize(check);
    sqlite3_close(db);
    return sound;
}

/* A small file changes rows in place: without the indexes where they stay as they are. */
Test(import, what_finds_a_member_changes_with_the_row)
{
    take(HEADER HOA AN, "2026-11-20");
    take("maThe,maDKBD,gtTheDen\nDN4790123456789,79025,31/12/2027\n", "2026-11-21");
    struct member hoa = find(QUERY_NUMBER, "DN4790123456789");
    cr_expect_str_eq(hoa.facts.facility, "79025");
    cr_expect_str_eq(hoa.facts.valid_to, "2027-12-31");
    cr_expect_str_eq(hoa.facts.name, "Nguyễn Thị Hòa");
    cr_expect_str_eq(hoa.as_of, "2026-11-21");
    take("maThe,hoTen\nDN4790123456789,Nguyễn Thị Hoàn\n", "2026-11-22");
    cr_expect_eq(ask(QUERY_PERSON, "nguyen thi hoa").member_count, 0);
    cr_expect_eq(ask(QUERY_PERSON, "nguyen thi hoan").member_count, 1);
    take("maThe,soCCCD\nDN4790123456789,079185000001\n", "2026-11-23");
    cr_expect_str_eq(find(QUERY_CCCD, "079185000001").facts.name, "Nguyễn Thị Hoàn");
    cr_expect_eq(ask(QUERY_PERSON, "nguyen thi hoan").member_count, 0);
    cr_expect(is_sound());
}

Test(import, keeps_the_last_of_two_rows_for_one_card)
{
    struct import_report report =
        take("maThe,hoTen\nDN4790123456789,Cũ\nTE1790000000002,An\nDN4790123456789,Mới\n", "2026-11-20");
    cr_expect_eq(report.counts.added, 2);
    cr_expect_str_eq(find(QUERY_NUMBER, "DN4790123456789").facts.name, "Mới");
}

Test(import, an_absent_column_keeps_and_an_empty_one_clears)
{
    take(HEADER HOA AN, "2026-11-20");
    take("maThe,diaChi,soCCCD\nTE1790000000002,,\n", "2026-11-21");
    struct member an = find(QUERY_NUMBER, "TE1790000000002");
    cr_expect_str_eq(an.facts.name, "Trần Văn An");
    cr_expect_str_eq(an.status, "003");
    cr_expect_str_eq(an.facts.address, "");
    cr_expect_str_eq(an.facts.cccd, "001095012345");
    cr_expect_str_eq(find(QUERY_NUMBER, "DN4790123456789").facts.address, "5 Lê Lợi");
}

Test(import, newer_data_wins_whatever_comes_last)
{
    take(HEADER HOA AN, "2026-11-20");
    struct import_report report = take("maThe,hoTen\nDN4790123456789,Cũ\n", "2026-10-01");
    cr_expect_eq(report.counts.older, 1);
    cr_expect_str_eq(find(QUERY_NUMBER, "DN4790123456789").facts.name, "Nguyễn Thị Hòa");
    cr_expect_str_eq(ask(QUERY_BHXH, "x").as_of, "2026-11-20");
}

Test(import, a_person_without_a_number_is_the_card_the_register_has)
{
    take(HEADER HOA, "2026-11-20");
    take("maSoBHXH,hoTen\n0123456789,NGUYỄN THỊ HÒA\n", "2026-11-21");
    cr_expect_str_eq(find(QUERY_BHXH, "0123456789").facts.name, "NGUYỄN THỊ HÒA");
    take("maSoBHXH,hoTen\n0000000007,Lan\n", "2026-11-21");
    take("maThe,gioiTinh\nHT3790000000007,2\n", "2026-11-22");
    struct member lan = find(QUERY_BHXH, "0000000007");
    cr_expect_str_eq(lan.facts.number, "HT3790000000007");
    cr_expect_str_eq(lan.facts.name, "Lan");
}

Test(import, rejects_bad_rows_with_line_and_reason_and_takes_the_rest)
{
    struct import_report report = take("maThe;maSoBHXH;hoTen;ngaySinh\n"
                                       "DN4790123456789;;Hòa;12/03/1985\n"
                                       ";;Không số;1985\n"
                                       "XX;;Số sai;1985\n"
                                       "DN4790000000005;0000000006;Trái nhau;1985\n"
                                       "DN4790000000008;;\"Ngày; sai\";31/02/1985\n"
                                       "DN4790000000009;;Thiếu cột\n"
                                       "DN4790000000010;;Hỏng \xFF;1985\n"
                                       "DN4790000000011;;An;1990\n",
                                       "2026-11-20");
    cr_expect(report.rows == 8 && report.rejected == 5 && report.counts.added == 3);
    const char *rejected = place_text("in.csv.rejected.csv");
    cr_expect_str_eq(rejected, "line;reason;maThe;maSoBHXH;hoTen;ngaySinh\n"
                               "3;thiếu cả maThe và maSoBHXH;;;Không số;1985\n"
                               "4;maThe: giá trị không hợp lệ;XX;;Số sai;1985\n"
                               "6;ngaySinh: giá trị không hợp lệ;DN4790000000008;;\"Ngày; sai\";31/02/1985\n"
                               "7;số cột khác dòng tên cột;DN4790000000009;;Thiếu cột\n"
                               "8;hoTen: không phải UTF-8;DN4790000000010;;Hỏng \xFF;1985\n");
    find(QUERY_NUMBER, "DN4790000000011");
    cr_expect_str_eq(find(QUERY_NUMBER, "DN4790000000005").bhxh_number, "0000000006");
    cr_expect_eq(ask(QUERY_BHXH, "0000000005").member_count, 0);
    take(HEADER HOA, "2026-11-20");
    cr_expect_str_eq(place_text("in.csv.rejected.csv"), "");
}

Test(import, says_complete_only_when_every_row_was_taken)
{
    struct import_report report;
    cr_assert_eq(import_text("maThe\nDN4790123456789\nXX\n", "2026-11-19", true, &report), FAULT_NONE);
    cr_expect_not(report.complete);
    cr_expect_str_eq(ask(QUERY_BHXH, "x").complete_as_of, "");
    cr_assert_eq(import_text("maThe\nDN4790123456789\n", "2026-11-20", true, &report), FAULT_NONE);
    take("maThe\nDN4790123456789\n", "2026-11-21");
    cr_expect_str_eq(ask(QUERY_BHXH, "x").complete_as_of, "2026-11-20");
    cr_expect_str_eq(ask(QUERY_BHXH, "x").as_of, "2026-11-21");
}

static void add_rows(char *text, const char *cccd, const char *bhxh, int count)
{
    for (int i = 0; i < count; i++) {
        sprintf(text + strlen(text), "HN%d%02d%s,%s,2026%02d01,\n", i / 97 + 1, i % 97 + 1, bhxh, cccd,
                i % 12 + 1);
    }
}

/* Persons are counted, not rows, and the row that counts today is among those kept. */
Test(import, answers_with_every_person_however_many_rows_one_has)
{
    char text[4096] = "maThe,soCCCD,gtTheTu,gtTheDen\n";
    add_rows(text, "079185000001", "0000000001", 13);
    add_rows(text, "079185000002", "0000000002", 9);
    add_rows(text, "079185000002", "0000000003", 1);
    for (int i = 0; i < 9; i++) {
        char bhxh[BHXH_SIZE];
        snprintf(bhxh, sizeof bhxh, "10000000%02d", i);
        add_rows(text, "079185000003", bhxh, 2);
    }
    add_rows(text, "079185000004", "2000000000", 1);
    take(text, "2026-11-20");
    struct answer one = ask(QUERY_CCCD, "079185000001"), two = ask(QUERY_CCCD, "079185000002");
    cr_expect(one.member_count == ANSWER_MAX && !one.more);
    cr_expect(two.member_count == ANSWER_MAX && !two.more && answer_knows(&two, "0000000003"));
    struct answer nine = ask(QUERY_CCCD, "079185000003");
    cr_expect(nine.member_count == ANSWER_MAX && !nine.more);
    take("maThe,soCCCD\nHN1012000000000,079185000003\n", "2026-11-20");
    cr_expect(ask(QUERY_CCCD, "079185000003").more);
}

Test(import, gives_a_status_back_the_zeros_a_spreadsheet_stripped)
{
    static const char *const STATUSES[][2] = {
        {"4", "004"}, {"10", "010"}, {"110", "110"}, {"0", ""}, {"00", ""}};
    for (size_t i = 0; i < sizeof STATUSES / sizeof *STATUSES; i++) {
        char text[64];
        sprintf(text, "maThe,trangThai\nDN4790000000005,%s\n", STATUSES[i][0]);
        take(text, "2026-11-20");
        cr_expect_str_eq(find(QUERY_NUMBER, "DN4790000000005").status, STATUSES[i][1]);
    }
    cr_expect_eq(take("maThe,trangThai\nDN4790000000005,1x\n", "2026-11-20").rejected, 1);
    cr_expect_eq(take("maThe,trangThai\nDN4790000000005,0110\n", "2026-11-20").rejected, 1);
}

Test(import, finds_every_person_who_is_said_to_hold_a_number)
{
    take("maThe,maSoBHXH\nDN4790000000005,0000000006\nDN4790000000005,0000000007\n", "2026-11-20");
    struct answer answer = ask(QUERY_NUMBER, "DN4790000000005");
    cr_expect(answer.member_count == 2 && answer_knows(&answer, "0000000006") &&
              answer_knows(&answer, "0000000007"));
    take("maThe\nDN4790000000005\n", "2026-11-20");
    cr_expect_eq(ask(QUERY_NUMBER, "DN4790000000005").member_count, 3);
}

/* Whom the newest complete file did not bring is told by the day of the row, which nothing else may move. */
Test(import, drops_those_a_newer_complete_file_lacks_and_nobody_else)
{
    struct import_report report;
    cr_assert_eq(import_text(HEADER HOA AN, "2026-11-18", true, &report), FAULT_NONE);
    cr_assert_eq(import_text(HEADER HOA, "2026-11-20", true, &report), FAULT_NONE);
    cr_assert_eq(register_capture(place_dir(), "0123456789", "079185000001", false), FAULT_NONE);
    take("maThe\nHT3790000000007\n", "2026-11-21");
    struct answer hoa = ask(QUERY_NUMBER, "DN4790123456789"), an = ask(QUERY_NUMBER, "TE1790000000002");
    cr_assert(hoa.member_count == 1 && an.member_count == 1);
    cr_expect_str_eq(hoa.members[0].facts.cccd, "079185000001");
    cr_expect_not(answer_dropped(&hoa, &hoa.members[0]));
    cr_expect(answer_dropped(&an, &an.members[0]));
    take("maThe\nTE1790000000002\n", "2026-11-21");
    an = ask(QUERY_NUMBER, "TE1790000000002");
    cr_expect_not(answer_dropped(&an, &an.members[0]));
}

Test(import, refuses_files_it_cannot_use)
{
    struct import_report report;
    cr_expect_eq(import_text("", "2026-11-20", false, &report), FAULT_IMPORT_HEADER);
    cr_expect_eq(import_text("hoTen,ngaySinh\nAn,1990\n", "2026-11-20", false, &report), FAULT_IMPORT_HEADER);
    cr_expect_eq(import_text("maThe,MA_THE_BHYT\n", "2026-11-20", false, &report), FAULT_IMPORT_TWICE);
    struct import_options options = {
        .dir = place_dir(), .file = place_path("none.csv"), .as_of = "2026-11-20"};
    cr_expect_eq(import_members(&options, &report), FAULT_IMPORT_MISSING);
}

Test(import, says_who_holds_the_lock)
{
    struct import_report report;
    take(HEADER HOA, "2026-11-20");
    int fd = open(place_path("register.lock"), O_RDWR);
    cr_assert(fd >= 0 && flock(fd, LOCK_EX) == 0);
    cr_expect_eq(import_text(HEADER AN, "2026-11-20", false, &report), FAULT_REGISTER_LOCKED);
    char pid[16];
    snprintf(pid, sizeof pid, "%d ", getpid());
    cr_expect(strncmp(report.holder, pid, strlen(pid)) == 0, "holder: %s", report.holder);
    close(fd);
}

static bool stop_at_once(void *context, const struct import_progress *progress)
{
    (void)context, (void)progress;
    return false;
}

Test(import, stopped_changes_nothing)
{
    struct import_report report;
    take(HEADER HOA, "2026-11-20");
    struct import_options options = {
        .dir = place_dir(),
        .file = place_write("in.csv", HEADER HOA AN),
        .as_of = "2026-11-21",
        .progress = stop_at_once,
    };
    cr_expect_eq(import_members(&options, &report), FAULT_IMPORT_STOPPED);
    cr_expect_eq(ask(QUERY_CCCD, "001095012345").member_count, 0);
    cr_expect_str_eq(ask(QUERY_BHXH, "x").as_of, "2026-11-20");
}

Test(import, replaces_the_list_of_facilities)
{
    struct import_report report;
    struct import_options options = {
        .dir = place_dir(),
        .file = place_write("f.csv", "TEN_CSKCB,MA_CSKCB\nBV Mẫu,79014\n\"TTYT, Thử\",79 - 025\nHỏng,7\n"),
    };
    cr_assert_eq(import_facilities(&options, &report), FAULT_NONE);
    cr_expect(report.counts.added == 2 && report.rejected == 1);
    options.file = place_write("f.csv", "code;name\n01C54;Trạm Y tế\n");
    cr_assert_eq(import_facilities(&options, &report), FAULT_NONE);
    cr_expect_eq(report.counts.added, 1);
    options.file = place_write("f.csv", "a,b\n");
    cr_expect_eq(import_facilities(&options, &report), FAULT_IMPORT_FACILITY_HEADER);
}
