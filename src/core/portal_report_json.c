/* portal_report_json: the object of `tiepdon lookup --json`, its keys in the order of the contract. */
#include "core/json.h"
#include "core/portal_report.h"

static void put_result(struct json *json, const struct reply *reply)
{
    json_pair(json, "result", reply->code);
    json_pair(json, "trouble", reply->trouble ? trouble_code(reply->trouble) : NULL);
}

static void put_person(struct json *json, const struct member *row)
{
    static const enum field FIELDS[] = {FIELD_NAME, FIELD_BIRTH_DATE, FIELD_GENDER, FIELD_NUMBER};
    json_object_begin(json);
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        json_pair(json, field_code(FIELDS[i]), facts_get(&row->facts, FIELDS[i]));
    }
    json_pair(json, "bhxh_number", row->bhxh_number);
    json_pair(json, "cccd", row->facts.cccd);
    json_object_end(json);
}

static void put_member(struct json *json, const struct member *row)
{
    json_object_begin(json);
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        json_pair(json, field_code(field), facts_get(&row->facts, field));
    }
    json_pair(json, "new_number", row->new_number);
    json_pair(json, "new_from", row->new_from);
    json_pair(json, "new_to", row->new_to);
    json_pair(json, "new_facility", row->new_facility);
    json_object_end(json);
}

static void put_row(struct json *json, const char *key, const struct member *row,
                    void (*put)(struct json *json, const struct member *row))
{
    json_key(json, key);
    if (row) {
        put(json, row);
    } else {
        json_put_null(json);
    }
}

static void put_checks(struct json *json, const struct reply *reply)
{
    json_key(json, "checks");
    json_array_begin(json);
    for (int i = 0; i < reply->check_count; i++) {
        json_object_begin(json);
        json_pair(json, "user", reply->checks[i].user);
        json_pair(json, "at", reply->checks[i].at);
        json_pair(json, "code", reply->checks[i].code);
        json_object_end(json);
    }
    json_array_end(json);
}

static void put_visit(struct json *json, const struct visit *visit)
{
    const char state[2] = {visit->state}, outcome[2] = {visit->outcome};
    json_object_begin(json);
    json_pair(json, "record", visit->record);
    json_pair(json, "facility", visit->facility);
    json_pair(json, "from", visit->from);
    json_pair(json, "to", visit->to);
    json_pair(json, "disease", visit->disease);
    json_pair(json, "state", state);
    json_pair(json, "outcome", outcome);
    json_pair(json, "reason", visit->reason);
    json_object_end(json);
}

static void put_visits(struct json *json, const struct reply *reply)
{
    json_key(json, "visits");
    json_array_begin(json);
    for (int i = 0; i < reply->visit_count; i++) {
        put_visit(json, &reply->visits[i]);
    }
    json_array_end(json);
}

static void put_amount(struct json *json, const char *key, long long amount)
{
    json_key(json, key);
    if (amount < 0) {
        json_put_null(json);
    } else {
        json_put_int(json, amount);
    }
}

static void put_payments(struct json *json, const struct reply *reply)
{
    json_key(json, "payments");
    json_array_begin(json);
    for (int i = 0; i < reply->payment_count; i++) {
        const struct payment *payment = &reply->payments[i];
        json_object_begin(json);
        json_pair(json, "facility", payment->facility);
        json_pair(json, "from", payment->from);
        json_pair(json, "to", payment->to);
        put_amount(json, "paid", payment->paid);
        put_amount(json, "total", payment->total);
        json_object_end(json);
    }
    json_array_end(json);
}

static void put_list(struct json *json, const char *key, const struct reply *reply,
                     void (*put)(struct json *json, const struct reply *reply))
{
    json_key(json, key);
    if (!reply) {
        json_put_null(json);
        return;
    }
    json_object_begin(json);
    put_result(json, reply);
    put(json, reply);
    json_object_end(json);
}

static void put_checked(struct json *json, const struct reply *reply)
{
    date_text day;
    bool answered = reply->trouble == TROUBLE_NONE;
    date_of_time(reply->at, day);
    json_key(json, "checked");
    json_object_begin(json);
    json_pair(json, "source", source_code(answered ? SOURCE_PORTAL : SOURCE_NONE));
    json_pair(json, "as_of", answered ? day : NULL);
    json_key(json, "age_days");
    if (answered) {
        json_put_int(json, 0);
    } else {
        json_put_null(json);
    }
    json_object_end(json);
}

enum fault portal_report_json(const struct said *said, enum language language, char out[PORTAL_REPORT_SIZE])
{
    const struct reply *reply = said->member;
    struct member row;
    bool known = reply->trouble == TROUBLE_NONE && reply_row(reply, &row);
    struct json json;
    json_begin(&json, out, PORTAL_REPORT_SIZE);
    json_object_begin(&json);
    json_pair(&json, "result", reply->code);
    json_pair(&json, "meaning", code_text(reply->code, language));
    json_pair(&json, "trouble", reply->trouble ? trouble_code(reply->trouble) : NULL);
    json_pair(&json, "remark", reply->remark);
    put_row(&json, "person", known ? &row : NULL, put_person);
    put_row(&json, "member", known ? &row : NULL, put_member);
    put_checks(&json, reply);
    put_list(&json, "history", said->history, put_visits);
    put_list(&json, "copayment", said->copayment, put_payments);
    put_checked(&json, reply);
    json_object_end(&json);
    return json_end(&json);
}
