/* checkin_back: records that come back from the hospital's system: whole ones go to the portal once, the others are
 * named, and nothing in the files is believed. */
#include "../fuzz/rounds.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/checkin.h"
#include "adapter/checkin_read.h"
#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "../fuzz/checkin.c"

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL

enum { MOST = 8, LEASE = 60, OLD = 3600, YOUNG = 10 };

static const struct writer LAN = {"Quầy 3", "Lan", NOW};
static struct store *store;
static struct checkin_options options;
static struct checkin_report report;

static void begin(void)
{
    place_begin();
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    options = (struct checkin_options){.send = true, .place = {.facility = "79014", .kind = "01"}};
    strcpy(options.back, place_path("back"));
    cr_assert_eq(mkdir(options.back, 0700), 0);
}

static void end(void)
{
    store_close(store);
    place_end();
}

TestSuite(checkin_back, .init = begin, .fini = end);

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CHI_TIEU_TRANG_THAI_KCB><DSACH_TRANG_THAI_KCB>"
#define TAIL "</DSACH_TRANG_THAI_KCB><CHUKYDONVI></CHUKYDONVI></CHI_TIEU_TRANG_THAI_KCB>\n"
#define ITEMS                                                                                                \
    "<STT>1</STT><MA_BN>BN1</MA_BN><HO_TEN>Nguyễn Thị Hòa</HO_TEN><SO_CCCD>079185000001</SO_CCCD>"      \
    "<NGAY_SINH>198503120000</NGAY_SINH><GIOI_TINH>2</GIOI_TINH><MA_THE_BHYT>DN4790000000001</MA_THE_BHYT>"  \
    "<MA_DKBD>79025</MA_DKBD><GT_THE_TU>20260101</GT_THE_TU><GT_THE_DEN/>"                                   \
    "<MA_DOITUONG_KCB>1.3</MA_DOITUONG_KCB><NGAY_VAO>202611200841</NGAY_VAO><NGAY_VAO_NOI_TRU> "             \
    "</NGAY_VAO_NOI_TRU>"                                                                                    \
    "<LY_DO_VNT/><MA_LY_DO_VNT/><MA_LOAI_KCB>01</MA_LOAI_KCB><MA_CSKCB>79014</MA_CSKCB>"                     \
    "<MA_DICH_VU>02.03</MA_DICH_VU><TEN_DICH_VU>Khám &amp; tư vấn</TEN_DICH_VU><MA_THUOC/><TEN_THUOC/>"  \
    "<MA_VAT_TU/><TEN_VAT_TU/><NGAY_YL>202611200900</NGAY_YL><DU_PHONG/>"
#define RECORD(id) "<TRANG_THAI_KCB><MA_LK>" id "</MA_LK>" ITEMS "</TRANG_THAI_KCB>"
#define WHOLE(id) HEAD RECORD(id) TAIL

/* BACK/NAME, last written so many seconds ago. */
static void bring(const char *name, const char *text, int age)
{
    char path[128];
    snprintf(path, sizeof path, "back/%s", name);
    struct timespec times[2] = {{time(NULL) - age, 0}, {time(NULL) - age, 0}};
    cr_assert_eq(utimensat(AT_FDCWD, place_write(path, text), times, 0), 0);
}

static void pass(void)
{
    long long cursor = 0;
    checkin_pass(store, place_dir(), &options, MOST, &cursor, &report);
}

static bool is_there(const char *name)
{
    struct stat st;
    return lstat(place_path(name), &st) == 0;
}

static struct sending sending;

/* The caller frees it. */
static char *next(void)
{
    char *xml = NULL;
    long long due = 0;
    enum fault fault = checkin_send_next(store, place_dir(), LEASE, &LAN, &sending, &xml, &due);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    return xml;
}

static void said(enum trouble trouble, const char *code, const char *receipt)
{
    struct reply reply = {.ask = ASK_RECORD, .trouble = trouble};
    strcpy(reply.code, code);
    strcpy(reply.receipt, receipt);
    cr_assert_eq(checkin_send_said(store, place_dir(), &sending, &reply, &LAN), FAULT_NONE);
}

Test(checkin_back, a_whole_record_is_sent_as_it_came_and_its_receipt_kept)
{
    struct intake intake = people_intake(1);
    struct repeat repeat;
    struct kept_intake kept;
    char id[ID_SIZE], text[4096];
    long entries;
    cr_assert_eq(store_save(store, &intake, &LAN, id, &repeat), FAULT_NONE);
    snprintf(text, sizeof text, HEAD "<TRANG_THAI_KCB><MA_LK>%s</MA_LK>" ITEMS "</TRANG_THAI_KCB>" TAIL, id);
    bring("a.xml", text, OLD);
    pass();
    cr_assert_eq(report.fault, FAULT_NONE);
    cr_expect_eq(report.taken, 1);
    cr_expect_eq(report.refused, 0);
    cr_expect(is_there("back/taken/a.xml") && !is_there("back/a.xml"));
    char *xml = next();
    cr_assert(xml);
    cr_expect_str_eq(xml, text);
    cr_expect_str_eq(sending.key, id);
    free(xml);
    cr_expect(is_there(sending.file));
    said(TROUBLE_NONE, "200", "GD0123");
    cr_expect_not(is_there(sending.file));
    cr_assert_eq(store_record(store, id, &kept), FAULT_NONE);
    cr_expect_str_eq(kept.receipt, "GD0123");
    cr_expect_null(next());
    cr_expect_eq(store_verify(store, &entries), FAULT_NONE);
}

Test(checkin_back, the_same_record_again_is_not_sent_again)
{
    bring("a.xml", WHOLE("lk-1"), OLD);
    pass();
    bring("b.xml", WHOLE("lk-1"), OLD);
    pass();
    cr_expect_eq(report.taken, 0);
    cr_expect(is_there("back/taken/b.xml"));
    char *xml = next();
    cr_assert(xml, "what waits goes on waiting");
    free(xml);
    said(TROUBLE_NONE, "200", "GD1");
    char copy[PLACE_SIZE * 2];
    strcpy(copy, sending.file);
    bring("c.xml", WHOLE("lk-1"), OLD);
    pass();
    cr_expect_null(next());
    cr_expect(is_there("back/taken/c.xml") && !is_there(copy), "no copy of what is settled stays");
}

Test(checkin_back, a_trouble_makes_it_due_again_and_a_refusal_ends_it)
{
    bring("a.xml", WHOLE("lk-1"), OLD);
    pass();
    free(next());
    said(TROUBLE_TIMEOUT, "", "");
    cr_expect(is_there(sending.file));
    cr_expect_null(next(), "not at once");
    char *xml = NULL;
    long long due = 0;
    struct writer later = LAN;
    later.now += 86400;
    cr_assert_eq(checkin_send_next(store, place_dir(), LEASE, &later, &sending, &xml, &due), FAULT_NONE);
    cr_assert(xml);
    free(xml);
    said(TROUBLE_REQUEST, "205", "");
    cr_expect_not(is_there(sending.file));
    later.now += 86400;
    cr_assert_eq(checkin_send_next(store, place_dir(), LEASE, &later, &sending, &xml, &due), FAULT_NONE);
    cr_expect_null(xml);
}

Test(checkin_back, a_copy_that_was_tampered_with_is_never_sent)
{
    bring("a.xml", WHOLE("lk-1"), OLD);
    bring("b.xml", WHOLE("lk-2"), OLD);
    pass();
    cr_expect_eq(report.taken, 2);
    free(next());
    char first[128];
    strcpy(first, sending.file);
    place_write(first, WHOLE("lk-9"));
    struct writer later = LAN;
    char *xml = NULL;
    long long due = 0;
    later.now += 86400;
    cr_assert_eq(checkin_send_next(store, place_dir(), LEASE, &later, &sending, &xml, &due), FAULT_NONE);
    cr_assert(xml);
    cr_expect_str_neq(sending.file, first);
    free(xml);
}

Test(checkin_back, what_is_not_complete_is_refused_by_name)
{
    bring("a.xml",
          HEAD "<TRANG_THAI_KCB><MA_LK>lk-1</MA_LK><STT>1</STT><MA_BN></MA_BN><HO_TEN>A</HO_TEN><SO_CCCD/>"
               "<NGAY_SINH>1985</NGAY_SINH><GIOI_TINH>2</GIOI_TINH><MA_THE_BHYT>DN4790000000001</MA_THE_BHYT>"
               "<MA_DKBD>79025</MA_DKBD><GT_THE_TU>20260101</GT_THE_TU><GT_THE_DEN/><MA_DOITUONG_KCB/>"
               "<NGAY_VAO>202611200841</NGAY_VAO><NGAY_VAO_NOI_TRU/><LY_DO_VNT/><MA_LY_DO_VNT/>"
               "<MA_LOAI_KCB>01</MA_LOAI_KCB><MA_CSKCB>79014</MA_CSKCB><MA_DICH_VU/><TEN_DICH_VU/>"
               "<MA_THUOC>40.1</MA_THUOC><TEN_THUOC/><MA_VAT_TU/><TEN_VAT_TU/><NGAY_YL/><DU_PHONG/>"
               "</TRANG_THAI_KCB>" TAIL,
          OLD);
    pass();
    cr_expect_eq(report.fault, FAULT_NONE);
    cr_expect_eq(report.refused, 1);
    cr_expect_eq(report.taken, 0);
    cr_expect(is_there("back/refused/a.xml") && !is_there("back/a.xml"));
    cr_expect_str_eq(
        place_text("back/refused/a.xml.txt"),
        "form NGAY_SINH: NGAY_SINH (ngày sinh) sai dạng của QĐ 4750: hoàn tác, tiếp nhận lại có ngày "
        "sinh.\n"
        "missing MA_BN: Thiếu MA_BN (mã người bệnh): phần mềm bệnh viện điền.\n"
        "missing MA_DOITUONG_KCB: Thiếu MA_DOITUONG_KCB (đối tượng đến khám): chọn trong phần mềm bệnh "
        "viện.\n"
        "missing TEN_THUOC: Thiếu TEN_THUOC (tên thuốc): phần mềm bệnh viện điền.\n"
        "missing NGAY_YL: Thiếu NGAY_YL (ngày giờ y lệnh): phần mềm bệnh viện điền.\n");
    cr_expect_null(next());
}

static void expect_returned(const char *text, size_t len, const char *code)
{
    struct checkin_returned read;
    checkin_read(text, len, &read);
    cr_expect_str_eq(returned_code(read.returned), code, "%.60s", text);
}

Test(checkin_back, nothing_foreign_is_believed)
{
    static const struct {
        const char *text, *code;
    } trials[] = {
        {WHOLE("lk-1"), "whole"},
        {HEAD RECORD("lk-1") "</DSACH_TRANG_THAI_KCB></CHI_TIEU_TRANG_THAI_KCB>", "whole"},
        {"", "broken"},
        {"không phải XML", "broken"},
        {HEAD RECORD("lk-1"), "broken"},
        {"<CHI_TIEU_TRANG_THAI_KCB/>", "root"},
        {"<HUY_TRANG_THAI_KCB><LUOT_KCB/></HUY_TRANG_THAI_KCB>", "root"},
        {HEAD TAIL, "several"},
        {HEAD RECORD("lk-1") RECORD("lk-2") TAIL, "several"},
        {HEAD "<TRANG_THAI_KCB>" ITEMS "</TRANG_THAI_KCB>" TAIL, "order"},
        {HEAD "<TRANG_THAI_KCB><MA_LK>1</MA_LK>" ITEMS "<MA_LK>1</MA_LK></TRANG_THAI_KCB>" TAIL, "order"},
        {HEAD "<TRANG_THAI_KCB><MA_LK><b>1</b></MA_LK>" ITEMS "</TRANG_THAI_KCB>" TAIL, "order"},
        {"<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" HEAD RECORD("&e;") TAIL, "dtd"},
        {"<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><a>&b;</a>", "dtd"},
        {HEAD RECORD("&unknown;") TAIL, "broken"},
        {"<?xml version=\"1.0\" encoding=\"UTF-7\"?><CHI_TIEU_TRANG_THAI_KCB/>", "broken"},
        {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><CHI_TIEU_TRANG_THAI_KCB/>", "broken"},
    };
    for (size_t i = 0; i < sizeof trials / sizeof *trials; i++) {
        expect_returned(trials[i].text, strlen(trials[i].text), trials[i].code);
    }
    expect_returned("\xFF\xFE<\0a\0/\0>\0", 10, "broken");
    char *large = calloc(1, CHECKIN_FILE_MAX + 1);
    cr_assert(large);
    memset(large, ' ', CHECKIN_FILE_MAX + 1);
    expect_returned(large, CHECKIN_FILE_MAX + 1, "large");
    free(large);
}

Test(checkin_back, an_include_is_text_and_no_file)
{
    struct checkin_returned read;
    const char *text = HEAD "<TRANG_THAI_KCB><MA_LK><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" "
                            "href=\"/etc/passwd\" parse=\"text\"/></MA_LK>" ITEMS "</TRANG_THAI_KCB>" TAIL;
    checkin_read(text, strlen(text), &read);
    cr_expect_eq(read.returned, RETURNED_ORDER);
}

Test(checkin_back, only_whole_still_files_are_looked_at)
{
    bring("young.xml", WHOLE("lk-1"), 0);
    bring(".hidden.xml", WHOLE("lk-2"), OLD);
    bring("note.txt", WHOLE("lk-3"), OLD);
    bring("half.xml", HEAD "<TRANG_THAI_KCB>", YOUNG);
    bring("UPPER.XML", WHOLE("lk-4"), OLD);
    cr_assert_eq(mkdir(place_path("back/dir.xml"), 0700), 0);
    cr_assert_eq(mkfifo(place_path("back/pipe.xml"), 0600), 0);
    cr_assert_eq(symlink(place_write("elsewhere.xml", WHOLE("lk-5")), place_path("back/link.xml")), 0);
    pass();
    cr_expect_eq(report.fault, FAULT_NONE);
    cr_expect_eq(report.taken, 1);
    cr_expect_eq(report.refused, 0);
    cr_expect(is_there("back/taken/UPPER.XML"));
    cr_expect(is_there("back/young.xml") && is_there("back/.hidden.xml") && is_there("back/half.xml"));
    bring("half.xml", HEAD "<TRANG_THAI_KCB>", OLD);
    pass();
    cr_expect_eq(report.refused, 1);
    cr_expect_eq(strncmp(place_text("back/refused/half.xml.txt"), "broken: ", 8), 0);
}

Test(checkin_back, what_cannot_be_read_holds_up_no_other)
{
    bring("first.xml", WHOLE("lk-1"), OLD);
    for (int i = 0; i < 2 * MOST; i++) {
        char path[128];
        snprintf(path, sizeof path, "back/%02d.xml", i);
        cr_assert_eq(symlink("nowhere", place_path(path)), 0);
    }
    bring("last.xml", WHOLE("lk-2"), OLD);
    pass();
    cr_expect_eq(report.taken, 2);
}

Test(checkin_back, a_name_as_long_as_there_can_be_is_refused_as_any)
{
    char name[NAME_MAX + 1] = "", path[sizeof options.back + NAME_MAX + 2];
    while (strlen(name) < NAME_MAX - 4) {
        strcat(name, "a");
    }
    strcat(name, ".xml");
    snprintf(path, sizeof path, "%s/%s", options.back, name);
    bring("short.xml", "<A/>", OLD);
    cr_assert_eq(rename(place_path("back/short.xml"), path), 0);
    pass();
    cr_expect_eq(report.fault, FAULT_NONE);
    cr_expect_eq(report.refused, 1);
}

Test(checkin_back, a_directory_that_is_gone_is_told)
{
    cr_assert_eq(rmdir(options.back), 0);
    pass();
    cr_expect_eq(report.fault, FAULT_CHECKIN_BACK);
}

Test(checkin_back, nothing_is_taken_unless_it_shall_be_sent)
{
    options.send = false;
    bring("a.xml", WHOLE("lk-1"), OLD);
    pass();
    cr_expect_eq(report.taken, 0);
    cr_expect(is_there("back/a.xml"));
}

Test(checkin_back, random_bytes_find_no_hole)
{
    static const char *const samples[] = {
        WHOLE("lk-1"),
        HEAD RECORD("lk-1"),
        HEAD TAIL,
        ITEMS,
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "&amp;<![CDATA[]]>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
    };
    rounds_run(LLVMFuzzerTestOneInput, samples, sizeof samples / sizeof *samples, 20000);
}
