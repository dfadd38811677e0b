/* portal_report_text: the portal's answer for a person at a terminal. */
#include "core/portal_report.h"
#include "core/text.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LABEL_COLUMNS = 14 };

#define WORDS(X)                                                                                             \
    X(PORTAL, "Cổng", "Portal")                                                                              \
    X(NEW_CARD, "Thẻ mới", "New card")                                                                       \
    X(REMARK, "Ghi chú", "Remark")                                                                           \
    X(CHECKS, "Đã tra cứu thẻ", "Card looked up")                                                            \
    X(VISITS, "Đã khám, điều trị", "Visits")                                                                 \
    X(OPEN, "chưa ra", "open")                                                                               \
    X(PAYMENTS, "Người bệnh cùng chi trả (đồng)", "Paid by the patient (đồng)")                              \
    X(TOTAL, "lũy kế", "in total")                                                                           \
    X(NOTHING, "không có", "none")

enum word {
#define X(CODE, vi, en) WORD_##CODE,
    WORDS(X)
#undef X
        WORD_COUNT
};

struct paper {
    char *out;
    size_t len;
    bool full;
    enum language language;
};

static const char *word(const struct paper *paper, enum word which)
{
    static const char *const words[WORD_COUNT][LANGUAGE_COUNT] = {
#define X(CODE, vi, en) {vi, en},
        WORDS(X)
#undef X
    };
    return words[which][paper->language];
}

__attribute__((format(printf, 2, 3))) static void put(struct paper *paper, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int len = vsnprintf(paper->out + paper->len, PORTAL_REPORT_SIZE - paper->len, format, arguments);
    va_end(arguments);
    if (len < 0 || (size_t)len >= PORTAL_REPORT_SIZE - paper->len) {
        paper->full = true;
    } else {
        paper->len += (size_t)len;
    }
}

static void put_line(struct paper *paper, const char *label, const char *value)
{
    int columns = LABEL_COLUMNS - text_columns(label);
    if (*value) {
        put(paper, "  %s%*s  %s\n", label, columns > 0 ? columns : 0, "", value);
    }
}

/* "000 thông tin thẻ chính xác", "Cổng: quá lâu không trả lời (500)"; of the clerk who asks which of the two it is:
 * "Cổng: 054 CCCD cán bộ chưa đăng ký" */
static void put_result(struct paper *paper, const struct reply *reply)
{
    if (reply->trouble == TROUBLE_NONE) {
        put(paper, "%s %s\n", reply->code, code_text(reply->code, paper->language));
        return;
    }
    if (code_way(reply->code) == CODE_SETUP) {
        put(paper, "%s: %s %s\n", word(paper, WORD_PORTAL), reply->code,
            code_text(reply->code, paper->language));
        return;
    }
    const char *why = trouble_text(reply->trouble, paper->language);
    bool told = strstr(why, reply->code); /* also of none */
    put(paper, told ? "%s: %s\n" : "%s: %s (%s)\n", word(paper, WORD_PORTAL), why, reply->code);
}

static void put_new_card(struct paper *paper, const struct member *row)
{
    char number[NUMBER_SIZE + 3], text[128];
    date_text from, to;
    number_show(row->new_number, number);
    date_show(row->new_from, from);
    date_show(row->new_to, to);
    snprintf(text, sizeof text, "%s, %s –%s%s%s%s", number, from, *to ? " " : "", to,
             *row->new_facility ? ", " : "", row->new_facility);
    put_line(paper, word(paper, WORD_NEW_CARD), *number ? text : "");
}

static void put_row(struct paper *paper, const struct member *row)
{
    char shown[ADDRESS_SIZE];
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        field_show(field, facts_get(&row->facts, field), paper->language, shown);
        put_line(paper, field_label(field, paper->language), shown);
    }
    put_new_card(paper, row);
}

/* "20/11/2026 08:41", and what stands for none. */
static void show_minute(const char *minute, const char *none, char out[2 * MINUTE_SIZE])
{
    date_text day = "", shown;
    size_t len = strlen(minute);
    memcpy(day, minute, len < sizeof day ? len : sizeof day - 1);
    date_show(day, shown);
    bool timed = len >= MINUTE_SIZE - 1;
    snprintf(out, (size_t)2 * MINUTE_SIZE, "%s%s%.5s", *shown ? shown : none, timed ? " " : "",
             timed ? minute + sizeof day : "");
}

static void put_span(struct paper *paper, const char *from, const char *to)
{
    char begin[2 * MINUTE_SIZE], end[2 * MINUTE_SIZE];
    show_minute(from, "—", begin);
    show_minute(to, word(paper, WORD_OPEN), end);
    put(paper, "  %s – %s", begin, end);
}

static void put_checks(struct paper *paper, const struct reply *reply)
{
    char at[2 * MINUTE_SIZE];
    if (reply->check_count > 0) {
        put(paper, "%s:\n", word(paper, WORD_CHECKS));
    }
    for (int i = 0; i < reply->check_count; i++) {
        const struct card_check *check = &reply->checks[i];
        show_minute(check->at, "—", at);
        put(paper, "  %s  %s  %s\n", at, check->user, check->code);
    }
}

/* The head of a list; false when there are no rows to follow. */
static bool put_head(struct paper *paper, const struct reply *reply, enum word title, int count)
{
    put(paper, "%s:%s", word(paper, title), reply->trouble || !count ? " " : "\n");
    if (reply->trouble) {
        put_result(paper, reply);
    } else if (!count) {
        put(paper, "%s\n", word(paper, WORD_NOTHING));
    }
    return reply->trouble == TROUBLE_NONE;
}

static void put_visits(struct paper *paper, const struct reply *reply)
{
    if (!put_head(paper, reply, WORD_VISITS, reply->visit_count)) {
        return;
    }
    for (int i = 0; i < reply->visit_count; i++) {
        put_span(paper, reply->visits[i].from, reply->visits[i].to);
        put(paper, "  %s  %s\n", reply->visits[i].facility, reply->visits[i].disease);
    }
}

static void put_amount(struct paper *paper, const char *label, long long amount)
{
    if (amount >= 0) {
        put(paper, "  %s%s%lld", label, *label ? " " : "", amount);
    }
}

static void put_payments(struct paper *paper, const struct reply *reply)
{
    if (!put_head(paper, reply, WORD_PAYMENTS, reply->payment_count)) {
        return;
    }
    for (int i = 0; i < reply->payment_count; i++) {
        const struct payment *payment = &reply->payments[i];
        put_span(paper, payment->from, payment->to);
        put(paper, "  %s", payment->facility);
        put_amount(paper, "", payment->paid);
        put_amount(paper, word(paper, WORD_TOTAL), payment->total);
        put(paper, "\n");
    }
}

enum fault portal_report_text(const struct said *said, enum language language, char out[PORTAL_REPORT_SIZE])
{
    struct paper paper = {.out = out, .language = language};
    const struct reply *reply = said->member;
    struct member row;
    put_result(&paper, reply);
    if (reply->trouble == TROUBLE_NONE) {
        if (reply_row(reply, &row)) {
            put_row(&paper, &row);
        }
        put_line(&paper, word(&paper, WORD_REMARK), reply->remark);
        put_checks(&paper, reply);
    }
    if (said->history) {
        put_visits(&paper, said->history);
    }
    if (said->copayment) {
        put_payments(&paper, said->copayment);
    }
    return paper.full ? FAULT_TOO_LONG : FAULT_NONE;
}
