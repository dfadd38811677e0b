/* portal_report: the portal's answer as scripts and as people read it. */
#include "core/portal_report.h"
#include <criterion/criterion.h>
#include <string.h>

static struct reply answer(const char *code, bool row)
{
    struct reply reply = {.ask = ASK_MEMBER, .has_member = row, .http = 200};
    strcpy(reply.code, code);
    if (row) {
        reply.member = (struct member){
            .facts = {.number = "DN4790123456789", .name = "Trần Thị Bình", .birth_date = "1988-03-29"},
            .bhxh_number = "0123456789",
            .new_number = "TN4790123456789",
            .new_from = "2026-08-01",
            .source = SOURCE_PORTAL};
    }
    reply_came(&reply, 1795142460); /* 20/11/2026 09:41 */
    return reply;
}

static char out[PORTAL_REPORT_SIZE];

Test(portal_report, an_answer_as_an_object)
{
    struct reply reply = answer("003", true);
    const struct said said = {.member = &reply};
    cr_assert_eq(portal_report_json(&said, LANGUAGE_EN, out), FAULT_NONE);
    cr_expect_str_eq(
        out,
        "{\"result\":\"003\",\"meaning\":\"the old card ended, a new one was issued\",\"trouble\":null,"
        "\"remark\":null,\"person\":{\"name\":\"Trần Thị "
        "Bình\",\"birth_date\":\"1988-03-29\",\"gender\":null,"
        "\"number\":\"DN4790123456789\",\"bhxh_number\":\"0123456789\",\"cccd\":null},"
        "\"member\":{\"number\":\"DN4790123456789\",\"name\":\"Trần Thị Bình\",\"birth_date\":\"1988-03-29\","
        "\"gender\":null,\"address\":null,\"facility\":null,\"valid_from\":null,\"valid_to\":null,"
        "\"five_year_date\":null,\"area\":null,\"cccd\":null,\"new_number\":\"TN4790123456789\","
        "\"new_from\":\"2026-08-01\",\"new_to\":null,\"new_facility\":null},\"checks\":[],\"history\":null,"
        "\"copayment\":null,\"checked\":{\"source\":\"portal\",\"as_of\":\"2026-11-20\",\"age_days\":0}}");
}

Test(portal_report, no_answer_names_nobody)
{
    struct reply reply = answer("", false);
    const struct said said = {.member = &reply};
    reply.trouble = TROUBLE_TIMEOUT;
    cr_assert_eq(portal_report_json(&said, LANGUAGE_VI, out), FAULT_NONE);
    cr_expect_str_eq(
        out, "{\"result\":null,\"meaning\":null,\"trouble\":\"timeout\",\"remark\":null,\"person\":null,"
             "\"member\":null,\"checks\":[],\"history\":null,\"copayment\":null,"
             "\"checked\":{\"source\":\"none\",\"as_of\":null,\"age_days\":null}}");
    cr_assert_eq(portal_report_text(&said, LANGUAGE_VI, out), FAULT_NONE);
    cr_expect_str_eq(out, "Cổng: quá lâu không trả lời\n");
    strcpy(reply.code, "999");
    reply.trouble = TROUBLE_FORMAT;
    cr_assert_eq(portal_report_text(&said, LANGUAGE_EN, out), FAULT_NONE);
    cr_expect_str_eq(out, "Portal: an answer that is not understood (999)\n");
    strcpy(reply.code, "055");
    reply.trouble = TROUBLE_SETUP;
    cr_assert_eq(portal_report_text(&said, LANGUAGE_VI, out), FAULT_NONE);
    cr_expect_str_eq(out, "Cổng: 055 họ tên cán bộ không khớp\n");
}

Test(portal_report, an_answer_for_people)
{
    struct reply reply = answer("004", true), history = answer("000", false), payments = answer("204", false);
    const struct said said = {.member = &reply, .history = &history, .copayment = &payments};
    history.ask = ASK_HISTORY;
    history.visit_count = 1;
    history.visits[0] =
        (struct visit){.facility = "79025", .from = "2026-11-18T08:30", .disease = "Viêm họng"};
    payments.ask = ASK_COPAYMENT;
    reply.check_count = 1;
    reply.checks[0] = (struct card_check){.user = "79025_BV", .at = "2026-11-19", .code = "000"};
    cr_assert_eq(portal_report_text(&said, LANGUAGE_VI, out), FAULT_NONE);
    cr_expect_str_eq(out, "004 thẻ cũ còn giá trị, đã cấp thẻ mới\n"
                          "  Số thẻ          DN 4 79 0123456789\n"
                          "  Họ tên          Trần Thị Bình\n"
                          "  Ngày sinh       29/03/1988\n"
                          "  Thẻ mới         TN 4 79 0123456789, 01/08/2026 –\n"
                          "Đã tra cứu thẻ:\n"
                          "  19/11/2026  79025_BV  000\n"
                          "Đã khám, điều trị:\n"
                          "  18/11/2026 08:30 – chưa ra  79025  Viêm họng\n"
                          "Người bệnh cùng chi trả (đồng): không có\n");
}

static void fill(char *text, size_t cap)
{
    memset(text, 'x', cap - 1);
    text[cap - 1] = '\0';
}

Test(portal_report, every_list_at_its_longest_fits)
{
    static struct reply reply, history, payments;
    const struct said said = {.member = &reply, .history = &history, .copayment = &payments};
    reply = answer("000", true);
    fill(reply.remark, sizeof reply.remark);
    fill(reply.member.facts.address, sizeof reply.member.facts.address);
    memset(reply.remark, '"', sizeof reply.remark - 1); /* escaped, each takes two bytes */
    reply.check_count = CHECKS_MAX;
    history.visit_count = VISITS_MAX;
    payments.payment_count = PAYMENTS_MAX;
    for (int i = 0; i < CHECKS_MAX; i++) {
        fill(reply.checks[i].user, sizeof reply.checks[i].user);
    }
    for (int i = 0; i < VISITS_MAX; i++) {
        memset(history.visits[i].disease, '"', sizeof history.visits[i].disease - 1);
        memset(history.visits[i].record, '"', sizeof history.visits[i].record - 1);
        strcpy(history.visits[i].from, "2026-11-18T08:30");
    }
    for (int i = 0; i < PAYMENTS_MAX; i++) {
        payments.payments[i] = (struct payment){.paid = 999999999999999, .total = 999999999999999};
    }
    cr_expect_eq(portal_report_json(&said, LANGUAGE_VI, out), FAULT_NONE);
    cr_expect_eq(portal_report_text(&said, LANGUAGE_VI, out), FAULT_NONE);
}
