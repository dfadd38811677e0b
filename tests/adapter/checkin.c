/* checkin: what the hospital's system finds in its directory, to the byte, and what happens where it cannot be
 * written. */
#include "adapter/checkin.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/checkin_write.h"
#include "adapter/csv.h"
#include <criterion/criterion.h>
#include <dirent.h>
#include <jansson.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL
#define DAY "2026-11-20"

enum { MOST = 8, MANY = 500 };

static const struct writer LAN = {"Quầy 3", "Lan", NOW};
static struct store *store;
static struct checkin_options options;
static struct checkin_report report;
static long long cursor;

static void begin(void)
{
    place_begin();
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    store_owe(store);
    cursor = 0;
    options = (struct checkin_options){
        .formats = 1U << CHECKIN_XML,
        .place = {.facility = "79014", .kind = "01", .clerk = "Trần Thị Lan", .clerk_cccd = "079190000001"}};
    strcpy(options.dir, place_path("out"));
    cr_assert_eq(mkdir(options.dir, 0700), 0);
}

static void end(void)
{
    store_close(store);
    place_end();
}

TestSuite(checkin_files, .init = begin, .fini = end);

/* A record with all that the decree asks for. */
static struct intake whole(int number)
{
    struct intake intake = people_intake(number);
    strcpy(intake.facts.valid_from, "2026-01-01");
    strcpy(intake.facts.valid_to, "2026-12-31");
    snprintf(intake.facts.cccd, sizeof intake.facts.cccd, "079185%06d", number);
    strcpy(intake.facts.address, "5 Lê Lợi, Phường Sài Gòn");
    strcpy(intake.facts.area, "K2");
    strcpy(intake.facts.five_year_date, "2027-10-01");
    strcpy(intake.entitlement.code, "1.3");
    strcpy(intake.contact.phone, "0900000001");
    intake.check = true; /* what is on the list chưa kiểm tra can be revised */
    return intake;
}

static const char *save(const struct intake *intake)
{
    static char ids[4][ID_SIZE];
    static int at;
    struct repeat repeat;
    char *id = ids[at++ % 4];
    enum fault fault = store_save(store, intake, &LAN, id, &repeat);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    return id;
}

static void pass(void)
{
    checkin_pass(store, place_dir(), &options, MOST, &cursor, &report);
}

static enum fault pass_all(void)
{
    do {
        pass();
    } while (report.more);
    return report.fault;
}

/* DIR/out/20261120-ID-TAIL. */
static const char *named(const char *id, const char *tail)
{
    static char name[160];
    snprintf(name, sizeof name, "out/20261120-%s-%s", id, tail);
    return name;
}

/* Files in a directory of the test, hidden ones too. */
static int count_files(const char *name)
{
    int count = 0;
    DIR *dir = opendir(place_path(name));
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    }
    if (dir) {
        closedir(dir);
    }
    return count;
}

static long long owed(void)
{
    struct handover handover;
    cr_assert_eq(store_handover(store, 0, &handover), FAULT_NONE);
    return handover.id;
}

static void expect_text(const char *name, const char *format, const char *id)
{
    char want[8192];
    snprintf(want, sizeof want, format, id);
    cr_expect_str_eq(place_text(name), want);
}

Test(checkin_files, an_intake_becomes_xml_to_the_byte)
{
    struct intake intake = whole(1);
    const char *id = save(&intake);
    cr_assert_eq(pass_all(), FAULT_NONE);
    cr_expect_eq(report.written, 1);
    expect_text(named(id, "00-new.xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<CHI_TIEU_TRANG_THAI_KCB>\n"
                "  <DSACH_TRANG_THAI_KCB>\n"
                "    <TRANG_THAI_KCB>\n"
                "      <MA_LK>%s</MA_LK>\n"
                "      <STT>1</STT>\n"
                "      <MA_BN></MA_BN>\n"
                "      <HO_TEN>Nguyễn Thị Hòa</HO_TEN>\n"
                "      <SO_CCCD>079185000001</SO_CCCD>\n"
                "      <NGAY_SINH>198503120000</NGAY_SINH>\n"
                "      <GIOI_TINH>2</GIOI_TINH>\n"
                "      <MA_THE_BHYT>DN4790000000001</MA_THE_BHYT>\n"
                "      <MA_DKBD>79025</MA_DKBD>\n"
                "      <GT_THE_TU>20260101</GT_THE_TU>\n"
                "      <GT_THE_DEN>20261231</GT_THE_DEN>\n"
                "      <MA_DOITUONG_KCB>1.3</MA_DOITUONG_KCB>\n"
                "      <NGAY_VAO>202611200841</NGAY_VAO>\n"
                "      <NGAY_VAO_NOI_TRU></NGAY_VAO_NOI_TRU>\n"
                "      <LY_DO_VNT></LY_DO_VNT>\n"
                "      <MA_LY_DO_VNT></MA_LY_DO_VNT>\n"
                "      <MA_LOAI_KCB>01</MA_LOAI_KCB>\n"
                "      <MA_CSKCB>79014</MA_CSKCB>\n"
                "      <MA_DICH_VU></MA_DICH_VU>\n"
                "      <TEN_DICH_VU></TEN_DICH_VU>\n"
                "      <MA_THUOC></MA_THUOC>\n"
                "      <TEN_THUOC></TEN_THUOC>\n"
                "      <MA_VAT_TU></MA_VAT_TU>\n"
                "      <TEN_VAT_TU></TEN_VAT_TU>\n"
                "      <NGAY_YL></NGAY_YL>\n"
                "      <DU_PHONG></DU_PHONG>\n"
                "    </TRANG_THAI_KCB>\n"
                "  </DSACH_TRANG_THAI_KCB>\n"
                "  <CHUKYDONVI></CHUKYDONVI>\n"
                "</CHI_TIEU_TRANG_THAI_KCB>\n",
                id);
    cr_expect_eq(count_files("out"), 1);
    cr_expect_eq(owed(), 0);
    pass();
    cr_expect_eq(report.written, 0);
}

Test(checkin_files, what_would_break_xml_is_escaped_and_reads_back)
{
    struct intake intake = whole(1);
    strcpy(intake.facts.name, "A <B> & \"C\" ]]> 'D'");
    const char *id = save(&intake);
    cr_assert_eq(pass_all(), FAULT_NONE);
    const char *text = place_text(named(id, "00-new.xml"));
    xmlDoc *doc = xmlReadMemory(text, (int)strlen(text), NULL, NULL, XML_PARSE_NONET);
    cr_assert(doc);
    xmlNode *node =
        xmlFirstElementChild(xmlFirstElementChild(xmlFirstElementChild(xmlDocGetRootElement(doc))));
    for (int i = 0; i < CHECKIN_HO_TEN; i++) {
        node = xmlNextElementSibling(node);
    }
    xmlChar *name = xmlNodeGetContent(node);
    cr_expect_str_eq((const char *)name, "A <B> & \"C\" ]]> 'D'");
    xmlFree(name);
    xmlFreeDoc(doc);
}

Test(checkin_files, json_has_the_same_names_in_order_and_more)
{
    struct intake intake = whole(1);
    intake.entitlement.code[0] = '\0';
    options.formats = 1U << CHECKIN_JSON;
    const char *id = save(&intake);
    cr_assert_eq(pass_all(), FAULT_NONE);
    expect_text(named(id, "00-new.json"),
                "{\"action\":\"new\",\"revision\":0,\"MA_LK\":\"%s\",\"STT\":\"1\",\"MA_BN\":null,"
                "\"HO_TEN\":\"Nguyễn Thị Hòa\",\"SO_CCCD\":\"079185000001\",\"NGAY_SINH\":\"198503120000\","
                "\"GIOI_TINH\":\"2\",\"MA_THE_BHYT\":\"DN4790000000001\",\"MA_DKBD\":\"79025\","
                "\"GT_THE_TU\":\"20260101\",\"GT_THE_DEN\":\"20261231\",\"MA_DOITUONG_KCB\":null,"
                "\"NGAY_VAO\":\"202611200841\",\"NGAY_VAO_NOI_TRU\":null,\"LY_DO_VNT\":null,"
                "\"MA_LY_DO_VNT\":null,\"MA_LOAI_KCB\":\"01\",\"MA_CSKCB\":\"79014\",\"MA_DICH_VU\":null,"
                "\"TEN_DICH_VU\":null,\"MA_THUOC\":null,\"TEN_THUOC\":null,\"MA_VAT_TU\":null,"
                "\"TEN_VAT_TU\":null,\"NGAY_YL\":null,\"DU_PHONG\":null,"
                "\"diaChi\":\"5 Lê Lợi, Phường Sài Gòn\",\"maKV\":\"K2\",\"ngayDu5Nam\":\"20271001\","
                "\"maSoBHXH\":\"0000000001\",\"dienThoai\":\"0900000001\",\"hoTenCb\":\"Trần Thị Lan\","
                "\"cccdCb\":\"079190000001\",\"open\":[\"MA_DOITUONG_KCB\"],\"corrections\":"
                "[{\"field\":\"MA_DKBD\",\"kind\":\"fix\",\"before\":\"79014\",\"after\":\"79025\","
                "\"source\":\"register\"}]}\n",
                id);
}

Test(checkin_files, csv_is_no_formula)
{
    struct intake intake = whole(1);
    options.formats = 1U << CHECKIN_CSV;
    strcpy(intake.facts.address, "=HYPERLINK(\"x\"), \"lạ\"");
    strcpy(intake.contact.phone, "+84900000001");
    const char *id = save(&intake);
    cr_assert_eq(pass_all(), FAULT_NONE);
    expect_text(
        named(id, "00-new.csv"),
        "action,revision,MA_LK,STT,MA_BN,HO_TEN,SO_CCCD,NGAY_SINH,GIOI_TINH,MA_THE_BHYT,MA_DKBD,GT_THE_TU,"
        "GT_THE_DEN,MA_DOITUONG_KCB,NGAY_VAO,NGAY_VAO_NOI_TRU,LY_DO_VNT,MA_LY_DO_VNT,MA_LOAI_KCB,MA_CSKCB,"
        "MA_DICH_VU,TEN_DICH_VU,MA_THUOC,TEN_THUOC,MA_VAT_TU,TEN_VAT_TU,NGAY_YL,DU_PHONG,diaChi,maKV,"
        "ngayDu5Nam,maSoBHXH,dienThoai,hoTenCb,cccdCb,open,corrections\r\n"
        "new,0,%s,1,,Nguyễn Thị Hòa,079185000001,198503120000,2,DN4790000000001,79025,20260101,20261231,1.3,"
        "202611200841,,,,01,79014,,,,,,,,,\"'=HYPERLINK(\"\"x\"\"), \"\"lạ\"\"\",K2,20271001,0000000001,"
        "'+84900000001,Trần Thị Lan,079190000001,,MA_DKBD fix 79014 > 79025 (register)\r\n",
        id);
}

/* The same id in all of them, and their names sort as they happened. */
Test(checkin_files, a_revision_replaces_and_an_undo_cancels)
{
    options.formats = 1U << CHECKIN_XML | 1U << CHECKIN_JSON;
    struct intake intake = whole(1), revised = whole(1);
    char id[ID_SIZE];
    strcpy(id, save(&intake));
    cr_assert_eq(pass_all(), FAULT_NONE);
    strcpy(revised.of, id);
    strcpy(revised.facts.facility, "79015");
    save(&revised);
    cr_assert_eq(pass_all(), FAULT_NONE);
    cr_assert_eq(store_undo(store, id, &LAN), FAULT_NONE);
    cr_assert_eq(pass_all(), FAULT_NONE);
    cr_expect_eq(count_files("out"), 6);
    cr_expect(strstr(place_text(named(id, "00-new.xml")), "<MA_DKBD>79025</MA_DKBD>"));
    const char *replaced = place_text(named(id, "01-replace.xml"));
    cr_expect(strstr(replaced, "<MA_DKBD>79015</MA_DKBD>") && strstr(replaced, id));
    cr_expect(strstr(place_text(named(id, "01-replace.json")), "{\"action\":\"replace\",\"revision\":1,"));
    expect_text(named(id, "02-cancel.xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<HUY_TRANG_THAI_KCB>\n"
                "  <LUOT_KCB>\n"
                "    <MA_LK>%s</MA_LK>\n"
                "    <NGAY_VAO>202611200841</NGAY_VAO>\n"
                "    <MA_CSKCB>79014</MA_CSKCB>\n"
                "  </LUOT_KCB>\n"
                "</HUY_TRANG_THAI_KCB>\n",
                id);
    const char *cancelled = place_text(named(id, "02-cancel.json"));
    cr_expect(strstr(cancelled, "{\"action\":\"cancel\","));
    cr_expect_not(strstr(cancelled, "Nguyễn") || strstr(cancelled, "0900000001") ||
                  strstr(cancelled, "Lê Lợi"));
}

Test(checkin_files, what_was_undone_before_its_file_is_only_cancelled)
{
    struct intake intake = whole(1);
    char id[ID_SIZE];
    strcpy(id, save(&intake));
    cr_assert_eq(store_undo(store, id, &LAN), FAULT_NONE);
    cr_assert_eq(pass_all(), FAULT_NONE);
    cr_expect_eq(count_files("out"), 1);
    cr_expect_neq(*place_text(named(id, "01-cancel.xml")), '\0');
    cr_expect_eq(owed(), 0);
}

struct wanted {
    char act[ID_SIZE], codes[512];
    int count;
};

static void note(void *data, const char *act, const struct checkin_problem *problems, int count)
{
    struct wanted *wanted = data;
    wanted->count++;
    strcpy(wanted->act, act);
    for (int i = 0; i < count; i++) {
        char code[CHECKIN_CODE_SIZE];
        checkin_problem_code(problems[i], code);
        strcat(wanted->codes, i ? ", " : "");
        strcat(wanted->codes, code);
    }
}

Test(checkin_files, what_lacks_something_is_named_and_waits_in_nobodys_way)
{
    struct intake poor = whole(1), intake = whole(2);
    poor.status = INTAKE_PROVISIONAL;
    poor.facts.facility[0] = poor.facts.valid_from[0] = '\0';
    strcpy(poor.facts.number, "0000000001");
    char id[ID_SIZE];
    strcpy(id, save(&poor));
    const char *second = save(&intake);
    cr_assert_eq(pass_all(), FAULT_NONE);
    cr_expect_eq(report.wanting, 1);
    cr_expect_str_eq(report.act, id);
    cr_expect_eq(report.problem.item, CHECKIN_MA_THE_BHYT);
    cr_expect_eq(report.problem.fault, CHECKIN_FORM);
    cr_expect_eq(count_files("out"), 1);
    cr_expect_neq(*place_text(named(second, "00-new.xml")), '\0');
    struct wanted wanted = {.count = 0};
    cr_assert_eq(checkin_tell(store, &options, note, &wanted), FAULT_NONE);
    cr_expect_eq(wanted.count, 1);
    cr_expect_str_eq(wanted.codes, "form MA_THE_BHYT, missing MA_DKBD, missing GT_THE_TU");
    struct intake revised = whole(1);
    strcpy(revised.of, id);
    save(&revised);
    cr_assert_eq(pass_all(), FAULT_NONE);
    cr_expect_eq(report.wanting, 0);
    cr_expect_eq(owed(), 0);
    cr_expect_neq(*place_text(named(id, "00-new.xml")), '\0');
    cr_expect_neq(*place_text(named(id, "01-replace.xml")), '\0');
}

Test(checkin_files, nothing_is_told_of_who_is_not_insured)
{
    struct intake intake = whole(1);
    intake.status = INTAKE_NOT_INSURED;
    save(&intake);
    cr_assert_eq(pass_all(), FAULT_NONE);
    cr_expect_eq(count_files("out"), 0);
    cr_expect_eq(owed(), 0);
}

Test(checkin_files, nothing_is_owed_without_a_directory)
{
    struct store *other;
    struct repeat repeat;
    char id[ID_SIZE];
    struct intake intake = whole(1);
    store_close(store);
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &other), FAULT_NONE);
    store = other;
    cr_assert_eq(store_save(store, &intake, &LAN, id, &repeat), FAULT_NONE);
    cr_expect_eq(owed(), 0);
    options.dir[0] = '\0';
    cr_expect_eq(pass_all(), FAULT_NONE);
}

Test(checkin_files, a_day_is_one_file_that_grows)
{
    options.day = true;
    options.formats = 1U << CHECKIN_XML | 1U << CHECKIN_JSON;
    char ids[3][ID_SIZE];
    for (int i = 0; i < 3; i++) {
        struct intake intake = whole(i + 1);
        strcpy(ids[i], save(&intake));
    }
    cr_assert_eq(pass_all(), FAULT_NONE);
    cr_expect_eq(report.written, 3);
    cr_expect_eq(count_files("out"), 2);
    cr_assert_eq(store_undo(store, ids[1], &LAN), FAULT_NONE);
    cr_assert_eq(pass_all(), FAULT_NONE);
    cr_expect_eq(count_files("out"), 3);
    const char *xml = place_text("out/20261120.xml");
    const char *first = strstr(xml, ids[0]), *third = strstr(xml, ids[2]);
    cr_assert(first && third && first < third);
    cr_expect_not(strstr(xml, ids[1]));
    cr_expect(strstr(first, "<STT>1</STT>") && strstr(third, "<STT>2</STT>"));
    cr_expect(strstr(place_text("out/20261120-cancel.xml"), ids[1]));
    json_t *list = json_loads(place_text("out/20261120.json"), 0, NULL);
    cr_assert_eq(json_array_size(list), 3);
    static const char *const actions[] = {"new", "cancel", "new"};
    for (size_t i = 0; i < 3; i++) {
        const json_t *row = json_array_get(list, i);
        cr_expect_str_eq(json_string_value(json_object_get(row, "action")), actions[i]);
        cr_expect_str_eq(json_string_value(json_object_get(row, "MA_LK")), ids[i]);
    }
    json_decref(list);
}

Test(checkin_files, a_pass_does_no_more_than_it_is_told)
{
    for (int i = 0; i < MOST + 1; i++) {
        struct intake intake = whole(i + 1);
        save(&intake);
    }
    pass();
    cr_expect_eq(report.written, MOST);
    cr_expect(report.more);
    pass();
    cr_expect_eq(report.written, 1);
    cr_expect_not(report.more);
}

Test(checkin_files, a_directory_that_is_gone_loses_nothing)
{
    struct intake intake = whole(1);
    save(&intake);
    cr_assert_eq(rmdir(options.dir), 0);
    cr_expect_eq(pass_all(), FAULT_CHECKIN_GONE);
    cr_expect_eq(report.written, 0);
    cr_expect_neq(owed(), 0);
    cr_assert_eq(mkdir(options.dir, 0700), 0);
    cr_expect_eq(pass_all(), FAULT_NONE);
    cr_expect_eq(report.written, 1);
    cr_expect_eq(count_files("out"), 1);
}

/* A half-written file of a program that was killed is no hindrance, nor ever visible. */
Test(checkin_files, the_half_file_of_a_killed_program_goes)
{
    struct intake intake = whole(1);
    char id[ID_SIZE], hidden[160];
    strcpy(id, save(&intake));
    snprintf(hidden, sizeof hidden, "out/.20261120-%s-00-new.xml.new", id);
    place_write(hidden, "<CHI_TIEU");
    cr_assert_eq(pass_all(), FAULT_NONE);
    cr_expect_eq(count_files("out"), 1);
    cr_expect_neq(*place_text(named(id, "00-new.xml")), '\0');
}

Test(checkin_files, prints_a_day_and_tells_what_it_leaves_out)
{
    struct intake intake = whole(1), poor = whole(2);
    poor.facts.name[0] = '\0';
    const char *id = save(&intake);
    save(&poor);
    char *text = NULL;
    size_t len = 0;
    struct wanted wanted = {.count = 0};
    struct store *reader;
    cr_assert_eq(store_open(place_dir(), STORE_READ, &reader), FAULT_NONE);
    FILE *out = open_memstream(&text, &len);
    enum fault fault = checkin_print(reader, place_dir(), DAY, CHECKIN_CSV, &options, note, &wanted, out);
    fclose(out);
    store_close(reader);
    cr_assert_eq(fault, FAULT_NONE);
    cr_expect(strstr(text, id));
    cr_expect_str_eq(wanted.codes, "missing HO_TEN");
    free(text);
    cr_expect_neq(owed(), 0, "printing hands nothing over");
}
