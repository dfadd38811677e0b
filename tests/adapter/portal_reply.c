/* portal_reply: answers as BHXH describes them and as nobody does. All persons are invented. */
#include "../fuzz/rounds.h"

#include "../fuzz/portal.c"

#include "adapter/portal_json.h"
#include <criterion/criterion.h>
#include <stdio.h>

static const char FULL[] =
    "{\"maKetQua\":\"000\",\"ghiChu\":\" Thẻ  còn giá trị \",\"maThe\":\"DN4790123456789\",\"hoTen\":\"Trần "
    "Thị Bình\","
    "\"ngaySinh\":\"29/03/1988\",\"gioiTinh\":\"Nữ\",\"diaChi\":\"5 Lê Lợi, Quận Mẫu\",\"maDKBD\":\"79014\","
    "\"cqBHXH\":\"7901\",\"gtTheTu\":\"01/07/2023\",\"gtTheDen\":\"31/12/2026\",\"maKV\":\"K1\","
    "\"ngayDu5Nam\":\"01/10/2027\",\"maSoBHXH\":\"0123456789\",\"maTheCu\":null,\"maTheMoi\":null,"
    "\"gtTheTuMoi\":null,\"dsLichSuKCB2018\":null,\"dsLichSuKT2018\":["
    "{\"userKT\":\"79014_BV\",\"thoiGianKT\":\"202611010830\",\"thongBao\":\"\",\"maLoi\":\"000\"},"
    "{\"userKT\":\"79025_BV\",\"thoiGianKT\":\"202611190901\",\"thongBao\":\"x\",\"maLoi\":\"000\"}]}";

static struct reply read_as(enum ask ask, int http, const char *text)
{
    struct reply reply = {
        .ticket = 7, .ask = ask, .http = http, .at = 1795227000}; /* 2026-11-21 in Vietnam */
    portal_reply_read(&reply, text, strlen(text));
    cr_expect_eq(reply.ticket, 7);
    return reply;
}

static struct reply read_text(const char *text)
{
    return read_as(ASK_MEMBER, 200, text);
}

Test(portal_reply, a_whole_answer)
{
    struct reply reply = read_text(FULL);
    const struct facts *facts = &reply.member.facts;
    cr_assert_eq(reply.trouble, TROUBLE_NONE);
    cr_expect_str_eq(reply.code, "000");
    cr_expect_str_eq(reply.remark, "Thẻ còn giá trị");
    cr_assert(reply.has_member && reply.member.source == SOURCE_PORTAL);
    cr_expect_str_eq(facts->number, "DN4790123456789");
    cr_expect_str_eq(facts->birth_date, "1988-03-29");
    cr_expect_str_eq(facts->gender, "female");
    cr_expect_str_eq(facts->valid_to, "2026-12-31");
    cr_expect_str_eq(facts->area, "K1");
    cr_expect_str_eq(reply.member.bhxh_number, "0123456789");
    cr_expect_str_eq(reply.member.status, "");
    cr_expect_str_eq(reply.member.as_of, "2026-11-21");
    cr_expect_eq(reply.member.heard, (1u << FIELD_COUNT) - 1 - (1u << FIELD_CCCD));
    cr_assert_eq(reply.check_count, 2);
    cr_expect_str_eq(reply.checks[0].at, "2026-11-19T09:01"); /* the newest first */
    cr_expect_str_eq(reply.checks[0].user, "79025_BV");
}

Test(portal_reply, a_time_that_breaks_off_is_its_day_at_most)
{
    static const char *const broken[][2] = {
        {"2026-11-20 ", "2026-11-20"},        {"2026-11-20T", ""},  {"2026-11-20T08:", "2026-11-20"},
        {"2026-11-20T08:4", "2026-11-20"},    {"2026-11-20T0", ""}, {"2026-11-20T08", ""},
        {"20/11/2026 ", "2026-11-20"},        {"2026112008", ""},   {"20261120", "2026-11-20"},
        {"202611200841", "2026-11-20T08:41"},
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        minute_text minute;
        char *in = strdup(broken[i][0]); /* a sanitizer sees what is read behind its end */
        portal_minute(in, minute);
        free(in);
        cr_expect_str_eq(minute, broken[i][1], "%s", broken[i][0]);
    }
}

Test(portal_reply, what_is_null_missing_or_of_another_type_is_not_said)
{
    struct reply reply =
        read_text("{\"maKetQua\":\"010\",\"maThe\":\"DN4790123456789\",\"hoTen\":null,\"ngaySinh\":{},"
                  "\"gioiTinh\":\"\",\"maDKBD\":79014,\"gtTheDen\":\"31/02/2026\",\"dsLichSuKT2018\":\"x\"}");
    cr_assert(reply.trouble == TROUBLE_NONE && reply.has_member);
    cr_expect_eq(reply.member.heard, 1u << FIELD_NUMBER);
    cr_expect_str_eq(reply.member.bhxh_number, "0123456789");
    cr_expect_str_eq(reply.member.status, "010");
    cr_expect_eq(reply.check_count, 0);
}

Test(portal_reply, an_end_that_is_not_said_beside_a_first_day_is_open)
{
    static const struct {
        const char *end;
        bool said;
    } cases[] = {
        {"null", true}, {"\"\"", true}, {"\"-\"", false}, {"\"31/12/2026\"", true}, {"\"soon\"", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(
            text, sizeof text,
            "{\"maKetQua\":\"000\",\"maThe\":\"DN4790123456789\",\"gtTheTu\":\"01/01/2026\",\"gtTheDen\":%s}",
            cases[i].end);
        struct reply reply = read_text(text);
        cr_expect_eq((reply.member.heard & 1u << FIELD_VALID_TO) != 0, cases[i].said, "%s", cases[i].end);
    }
}

Test(portal_reply, a_new_card)
{
    struct reply reply =
        read_text("{\"maKetQua\":\"003\",\"maThe\":\"DN4790123456789\",\"maTheMoi\":\"TN4790123456789\","
                  "\"gtTheTuMoi\":\"01/08/2026\",\"gtTheDenMoi\":null,\"maDKBDMoi\":\"79 - 025\"}");
    cr_expect_str_eq(reply.member.new_number, "TN4790123456789");
    cr_expect_str_eq(reply.member.new_from, "2026-08-01");
    cr_expect_str_eq(reply.member.new_to, "");
    cr_expect_str_eq(reply.member.new_facility, "79025");
    cr_expect_str_eq(reply.member.status, "003");
}

Test(portal_reply, absence_has_no_member)
{
    struct reply reply = read_text("{\"maKetQua\":\"050\",\"maThe\":null,\"hoTen\":null}");
    cr_expect(reply.trouble == TROUBLE_NONE && !reply.has_member);
    cr_expect_str_eq(reply.code, "050");
}

Test(portal_reply, visits_in_their_order)
{
    struct reply reply = read_as(
        ASK_HISTORY, 200,
        "{\"maKetQua\":\"000\",\"dsLichSuKCB2025\":["
        "{\"maHoSo\":12,\"maCSKCB\":\"79025\",\"ngayVao\":\"202609010830\",\"ngayRa\":\"202609050900\","
        "\"tenBenh\":\"Viêm họng\",\"tinhTrang\":\"1\",\"kqDieuTri\":2,\"lyDoVV\":\"1\"},null,"
        "{\"maCSKCB\":\"79014\",\"ngayVao\":\"20/11/2026 08:41:00\",\"ngayRa\":\"\",\"tinhTrang\":\"9\"}]}");
    cr_assert(reply.trouble == TROUBLE_NONE && reply.visit_count == 2 && !reply.has_member);
    cr_expect_str_eq(reply.visits[0].from, "2026-11-20T08:41");
    cr_expect_str_eq(reply.visits[0].to, "");
    cr_expect_eq(reply.visits[0].state, 0);
    cr_expect_str_eq(reply.visits[1].record, "12");
    cr_expect_str_eq(reply.visits[1].to, "2026-09-05T09:00");
    cr_expect(reply.visits[1].state == '1' && reply.visits[1].outcome == '2');
}

Test(portal_reply, of_a_long_list_the_newest_are_kept)
{
    enum { DAYS = 28, ROWS = 2 * DAYS };
    static char text[ROWS * 100];
    size_t len = (size_t)snprintf(text, sizeof text, "{\"maKetQua\":\"000\",\"dsLichSuKCB2025\":[");
    for (int i = 0; i < ROWS; i++) {
        int n = i * 37 % ROWS; /* in no order */
        len += (size_t)snprintf(text + len, sizeof text - len,
                                "%s{\"maCSKCB\":\"79014\",\"ngayVao\":\"2026%02d%02d0800\"}", i ? "," : "",
                                n / DAYS + 1, n % DAYS + 1);
    }
    snprintf(text + len, sizeof text - len, "]}");
    struct reply reply = read_as(ASK_HISTORY, 200, text);
    cr_assert(reply.visit_count == VISITS_MAX && reply.more);
    cr_expect_str_eq(reply.visits[0].from, "2026-02-28T08:00");
    cr_expect_str_eq(reply.visits[DAYS].from, "2026-01-28T08:00");
    cr_expect_str_eq(reply.visits[VISITS_MAX - 1].from, "2026-01-17T08:00");
}

Test(portal_reply, what_was_paid)
{
    struct reply reply = read_as(
        ASK_COPAYMENT, 200,
        "{\"MaKetQua\":\"200\",\"DataCCT\":[{\"ngayVao\":\"202601050800\",\"ngayRa\":\"202601060800\","
        "\"maCskcb\":\"79014\",\"tBNCCTMCCT\":1200000.4,\"tBNCCTLuyKe\":\"3400000\"},"
        "{\"ngayVao\":\"202602050800\",\"tBNCCTMCCT\":-5,\"tBNCCTLuyKe\":\"1e99\"},"
        "{\"ngayVao\":\"202603050800\",\"tBNCCTMCCT\":0}]}");
    cr_assert(reply.trouble == TROUBLE_NONE && reply.payment_count == 2);
    cr_expect(reply.payments[0].paid == 0 && reply.payments[0].total == -1);
    cr_expect(reply.payments[1].paid == 1200000 && reply.payments[1].total == 3400000);
    cr_expect_str_eq(reply.payments[1].facility, "79014");
    cr_expect_eq(read_as(ASK_COPAYMENT, 200, "{\"MaKetQua\":204}").trouble, TROUBLE_NONE);
    cr_expect_eq(read_as(ASK_COPAYMENT, 200, "{\"MaKetQua\":\"400\"}").trouble, TROUBLE_REQUEST);
    cr_expect_eq(read_as(ASK_COPAYMENT, 200, "{\"MaKetQua\":\"000\"}").trouble, TROUBLE_SERVER);
}

Test(portal_reply, a_facility)
{
    struct reply reply = read_as(ASK_FACILITY, 200, "{\"maCSKCB\":\"79014\",\"tenCSKCB\":\"BV Mẫu\"}");
    cr_expect_eq(reply.trouble, TROUBLE_NONE);
    cr_expect_str_eq(reply.facility_name, "BV Mẫu");
    cr_expect_eq(read_as(ASK_FACILITY, 200, "{\"maCSKCB\":\"79014\"}").trouble, TROUBLE_FORMAT);
}

Test(portal_reply, half_an_answer_is_told_from_a_wrong_one)
{
    for (size_t len = 1; len < sizeof FULL - 1; len++) {
        struct reply reply = {.ask = ASK_MEMBER, .http = 200};
        portal_reply_read(&reply, FULL, len);
        cr_assert(reply.trouble == TROUBLE_CUT || reply.trouble == TROUBLE_FORMAT, "%zu bytes", len);
        cr_assert_not(reply.has_member);
    }
    cr_expect_eq(read_text("{\"maKetQua\":\"000\",").trouble, TROUBLE_CUT);
    cr_expect_eq(read_text("").trouble, TROUBLE_FORMAT);
    cr_expect_eq(read_text("null").trouble, TROUBLE_FORMAT);
    cr_expect_eq(read_text("{\"maKetQua\":\"000\"} {}").trouble, TROUBLE_FORMAT);
    cr_expect_eq(read_text("\xEF\xBB\xBF{\"maKetQua\":\"050\"}").trouble, TROUBLE_NONE);
}

Test(portal_reply, nesting_without_end)
{
    enum { DEEP = 500000 };
    static char text[2 * DEEP];
    memset(text, '[', DEEP);
    struct reply reply = read_text(text);
    cr_expect_eq(reply.trouble, TROUBLE_FORMAT);
    for (int i = 0; i < DEEP; i++) {
        memcpy(text + (size_t)i * 5 % (sizeof text - 6), "{\"a\":", 5);
    }
    cr_expect_neq(read_text(text).trouble, TROUBLE_NONE);
}

Test(portal_reply, text_of_the_portal_never_drives_the_terminal)
{
    struct reply reply =
        read_text("{\"maKetQua\":\"000\",\"maThe\":\"DN4790123456789\",\"hoTen\":\"A\\u001b[2J\\u202eB\","
                  "\"ghiChu\":\"\\u0007x\\ny\"}");
    cr_expect_str_eq(reply.member.facts.name, "A [2JB");
    cr_expect_str_eq(reply.remark, "x y");
}

Test(portal_reply, words_too_long_for_their_place_are_shortened_at_a_letter)
{
    static char text[4096];
    size_t len = (size_t)snprintf(text, sizeof text, "{\"maKetQua\":\"000\",\"ghiChu\":\"");
    for (int i = 0; i < 300; i++) {
        len += (size_t)snprintf(text + len, sizeof text - len, "ộ");
    }
    snprintf(text + len, sizeof text - len, "\"}");
    struct reply reply = read_text(text);
    cr_expect(text_valid(reply.remark, strlen(reply.remark)) && strlen(reply.remark) > REMARK_SIZE - 6);
    cr_expect_str_eq(reply.remark + strlen(reply.remark) - strlen("…"), "…");
}

Test(portal_token, lives_by_the_senders_clock_and_never_long)
{
    static const struct {
        const char *expires;
        int seconds;
    } cases[] = {
        {"\"2024-08-29T08:33:08.5454145Z\"", 570},
        {"\"2024-08-29T08:33:08\"", 570},
        {"\"2024-08-29T08:24:08Z\"", 30},
        {"\"2024-08-29T08:23:18Z\"", 1},
        {"\"2024-08-29T09:33:08Z\"", 570},
        {"\"2024-08-29T07:33:08Z\"", 570},
        {"\"2024-08-29T08:33:08.1+07:00\"", 570},
        {"null", 570},
        {"\"later\"", 570},
    };
    static struct token token;
    char code[RESULT_CODE_SIZE], text[256];
    long long now = portal_token_time("2024-08-29T08:23:08Z");
    cr_assert_eq(now, 1724919788);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(
            text, sizeof text,
            "{\"maKetQua\":\"200\",\"APIKey\":{\"access_token\":\"a\",\"id_token\":\"b\",\"expires_in\":%s}}",
            cases[i].expires);
        cr_assert_eq(portal_token_read(text, strlen(text), 200, now, &token, code), TROUBLE_NONE);
        cr_expect_eq(token.seconds, cases[i].seconds, "%s: %d", cases[i].expires, token.seconds);
    }
}

Test(portal_reply, whatever_arrives_is_read_or_refused)
{
    static const char *const samples[] = {
        "a0{\"maKetQua\":\"000\",\"maThe\":\"DN4790123456789\",\"hoTen\":\"Trần Thị "
        "Bình\",\"ngaySinh\":\"29/03/1988\","
        "\"gioiTinh\":\"Nữ\",\"maDKBD\":\"79014\",\"gtTheTu\":\"01/07/"
        "2023\",\"gtTheDen\":null,\"maSoBHXH\":\"0123456789\"}",
        "a0{\"dsLichSuKT2018\":[{\"userKT\":\"79014_BV\",\"thoiGianKT\":\"202611010830\",\"maLoi\":\"000\"}],"
        "\"maKetQua\":\"004\",\"maTheMoi\":\"TN4790123456789\",\"gtTheTuMoi\":\"01/08/2026\"}",
        "b0{\"maKetQua\":\"000\",\"dsLichSuKCB2025\":[{\"maHoSo\":\"1\",\"maCSKCB\":\"79025\",\"ngayVao\":"
        "\"202609010830\","
        "\"tenBenh\":\"Viêm\\u0000\\u202e họng\",\"tinhTrang\":\"1\"},{\"ngayVao\":\"20261001\"}]}",
        "c0{\"MaKetQua\":\"200\",\"DataCCT\":[{\"tBNCCTMCCT\":1200000.5,\"tBNCCTLuyKe\":\"3400000\"}]}",
        "d0{\"tenCSKCB\":\"BV Mẫu\"}",
        "e0{\"maKetQua\":200,\"maGiaoDich\":\"GD-1\"}",
        "a0{\"maKetQua\":\"200\",\"APIKey\":{\"access_token\":\"a\",\"id_token\":\"b\","
        "\"expires_in\":\"2023-11-14T22:20:00.1Z\"}}",
        "a4{\"maKetQua\":\"401\"}",
        "a0[[[[{{{{\"\\ud83d\\ude00\\ud83d\"",
    };
    rounds_run(LLVMFuzzerTestOneInput, samples, sizeof samples / sizeof *samples, 30000);
}
