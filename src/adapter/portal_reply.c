/* portal_reply: one reader a part of the answer; lists are kept in order while they are read. */
#include "adapter/portal_reply.h"
#include "adapter/portal_json.h"
#include "core/text.h"
#include <string.h>

enum { HTTP_OK = 200, HTTP_OK_END = 300, HTTP_DENIED = 401 };

static bool answered(const char *code)
{
    return strcmp(code, "200") == 0 || strcmp(code, "204") == 0;
}

/* The codes of the look-up are core's; the other questions answer like HTTP. */
static enum trouble said_trouble(enum ask ask, const char *code)
{
    bool look_up = ask == ASK_MEMBER || ask == ASK_HISTORY || ask == ASK_FACILITY;
    if (ask != ASK_MEMBER && answered(code)) {
        return TROUBLE_NONE;
    }
    if (look_up) {
        return code_trouble(code);
    }
    if (strcmp(code, "400") == 0 || strcmp(code, "205") == 0) {
        return TROUBLE_REQUEST;
    }
    return strcmp(code, "401") == 0 ? TROUBLE_ACCOUNT : TROUBLE_SERVER;
}

static void read_day(const json_t *root, const char *key, date_text out)
{
    minute_text minute;
    portal_json_minute(root, key, minute);
    minute[DATE_SIZE - 1] = '\0';
    memcpy(out, minute, DATE_SIZE);
}

static void read_number(const json_t *root, const char *key, char out[NUMBER_SIZE])
{
    char text[64];
    enum number_kind kind;
    if (!portal_json_text(root, key, text, sizeof text) || number_read(text, out, &kind) != FAULT_NONE) {
        *out = '\0';
    }
}

static bool read_facility(const json_t *root, const char *key, char out[FACILITY_SIZE])
{
    char text[64];
    bool good = portal_json_text(root, key, text, sizeof text) && number_facility(text, out) == FAULT_NONE;
    if (!good) {
        *out = '\0';
    }
    return good;
}

static void read_fields(const json_t *root, struct member *member)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        size_t len;
        const char *text = portal_json_string(root, field_portal(field), &len);
        if (text && field_read(field, text, len, &member->facts) == FAULT_NONE &&
            *facts_get(&member->facts, field)) {
            member->heard |= 1u << field;
        }
    }
    size_t len;
    if ((member->heard & 1u << FIELD_VALID_FROM) &&
        !portal_json_string(root, field_portal(FIELD_VALID_TO), &len)) {
        member->heard |= 1u << FIELD_VALID_TO;
    }
}

/* The new card of a person, and the person's own number. */
static void read_member(struct reply *reply, const json_t *root)
{
    struct member *member = &reply->member;
    char number[NUMBER_SIZE];
    *member = (struct member){.source = SOURCE_PORTAL};
    read_fields(root, member);
    read_number(root, "maSoBHXH", number);
    number_bhxh(*number ? number : member->facts.number, member->bhxh_number);
    read_number(root, "maTheMoi", member->new_number);
    read_day(root, "gtTheTuMoi", member->new_from);
    read_day(root, "gtTheDenMoi", member->new_to);
    read_facility(root, "maDKBDMoi", member->new_facility);
    if (strlen(reply->code) < STATUS_SIZE && strcmp(reply->code, "000") != 0) {
        memcpy(member->status, reply->code, strlen(reply->code) + 1);
    }
    reply->has_member = *member->facts.number || *member->bhxh_number;
    reply_came(reply, reply->at);
}

/* Where a row of this time goes in a list that has the newest first; `count` when it is older than all. */
static int place_of(const char *time, const char *times, size_t step, int count)
{
    int place = 0;
    while (place < count && strcmp(time, times + (size_t)place * step) <= 0) {
        place++;
    }
    return place;
}

/* Makes room at `place`; false when the list is full of newer ones. The oldest falls off. */
static bool make_room(void *rows, size_t size, int place, int *count, int max, bool *more)
{
    *more = *more || *count == max;
    if (place == max) {
        return false;
    }
    int moved = (*count < max ? *count : max - 1) - place;
    char *at = (char *)rows + (size_t)place * size;
    memmove(at + size, at, (size_t)moved * size);
    *count += *count < max;
    return true;
}

static void add_check(struct reply *reply, const json_t *row)
{
    struct card_check check = {0};
    portal_json_text(row, "userKT", check.user, sizeof check.user);
    portal_json_minute(row, "thoiGianKT", check.at);
    portal_json_code(row, "maLoi", check.code, sizeof check.code);
    int place = place_of(check.at, reply->checks[0].at, sizeof check, reply->check_count);
    if ((*check.user || *check.at) &&
        make_room(reply->checks, sizeof check, place, &reply->check_count, CHECKS_MAX, &reply->more)) {
        reply->checks[place] = check;
    }
}

static char read_digit(const json_t *row, const char *key, char last)
{
    char code[RESULT_CODE_SIZE];
    bool one = portal_json_code(row, key, code, sizeof code) && code[1] == '\0';
    return one && *code >= '1' && *code <= last ? *code : 0;
}

static void add_visit(struct reply *reply, const json_t *row)
{
    struct visit visit = {.state = read_digit(row, "tinhTrang", '5'),
                          .outcome = read_digit(row, "kqDieuTri", '7')};
    portal_json_code(row, "maHoSo", visit.record, sizeof visit.record);
    read_facility(row, "maCSKCB", visit.facility);
    portal_json_minute(row, "ngayVao", visit.from);
    portal_json_minute(row, "ngayRa", visit.to);
    portal_json_words(row, "tenBenh", visit.disease, sizeof visit.disease);
    portal_json_code(row, "lyDoVV", visit.reason, sizeof visit.reason);
    int place = place_of(visit.from, reply->visits[0].from, sizeof visit, reply->visit_count);
    if ((*visit.facility || *visit.from) &&
        make_room(reply->visits, sizeof visit, place, &reply->visit_count, VISITS_MAX, &reply->more)) {
        reply->visits[place] = visit;
    }
}

static void add_payment(struct reply *reply, const json_t *row)
{
    struct payment payment = {.paid = portal_json_amount(row, "tBNCCTMCCT"),
                              .total = portal_json_amount(row, "tBNCCTLuyKe")};
    portal_json_minute(row, "ngayVao", payment.from);
    portal_json_minute(row, "ngayRa", payment.to);
    read_facility(row, "maCskcb", payment.facility);
    int place = place_of(payment.from, reply->payments[0].from, sizeof payment, reply->payment_count);
    if ((payment.paid >= 0 || payment.total >= 0) &&
        make_room(reply->payments, sizeof payment, place, &reply->payment_count, PAYMENTS_MAX,
                  &reply->more)) {
        reply->payments[place] = payment;
    }
}

static void read_list(struct reply *reply, const json_t *root, const char *key,
                      void (*add)(struct reply *reply, const json_t *row))
{
    const json_t *list = portal_json_get(root, key);
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (json_is_object(json_array_get(list, i))) {
            add(reply, json_array_get(list, i));
        }
    }
}

static void read_answer(struct reply *reply, const json_t *root)
{
    switch (reply->ask) {
    case ASK_MEMBER:
        read_member(reply, root);
        read_list(reply, root, "dsLichSuKT2018", add_check);
        break;
    case ASK_HISTORY: read_list(reply, root, "dsLichSuKCB2025", add_visit); break;
    case ASK_COPAYMENT: read_list(reply, root, "DataCCT", add_payment); break;
    case ASK_FACILITY:
        portal_json_words(root, "tenCSKCB", reply->facility_name, sizeof reply->facility_name);
        break;
    case ASK_RECORD: portal_json_text(root, "maGiaoDich", reply->receipt, sizeof reply->receipt); break;
    case ASK_COUNT: break;
    }
}

static bool well(int http)
{
    return http >= HTTP_OK && http < HTTP_OK_END;
}

static enum trouble http_trouble(int http, enum trouble otherwise)
{
    return http == HTTP_DENIED ? TROUBLE_ACCOUNT : well(http) ? otherwise : TROUBLE_SERVER;
}

static enum trouble judge(struct reply *reply, const json_t *root)
{
    bool coded = portal_json_code(root, "maKetQua", reply->code, sizeof reply->code);
    /* its answer is not described: a name is one */
    if (!coded && reply->ask == ASK_FACILITY && portal_json_get(root, "tenCSKCB")) {
        return http_trouble(reply->http, TROUBLE_NONE);
    }
    enum trouble trouble = coded ? said_trouble(reply->ask, reply->code) : TROUBLE_FORMAT;
    return trouble == TROUBLE_NONE || !coded ? http_trouble(reply->http, trouble) : trouble;
}

void portal_reply_read(struct reply *reply, const char *bytes, size_t len)
{
    struct reply read = {.ticket = reply->ticket,
                         .ask = reply->ask,
                         .question = reply->question,
                         .http = reply->http,
                         .at = reply->at};
    json_t *root = portal_json_object(bytes, len, &read.trouble);
    if (root) {
        read.trouble = judge(&read, root);
        portal_json_words(root, "ghiChu", read.remark, sizeof read.remark);
    } else {
        read.trouble = http_trouble(read.http, read.trouble);
    }
    if (root && read.trouble == TROUBLE_NONE) {
        read_answer(&read, root);
    }
    json_decref(root);
    *reply = read;
}
