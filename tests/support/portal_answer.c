/* portal_answer: what each path says to whom. */
#include "portal_inside.h"
#include <stdio.h>
#include <string.h>

const char *request_value(const struct request *request, const char *name)
{
    const char *value = json_string_value(json_object_get(request->body, name));
    return value ? value : "";
}

const char *request_sent(const struct request *request, enum MHD_ValueKind kind, const char *name)
{
    const char *value = MHD_lookup_connection_value(request->connection, kind, name);
    return value ? value : "";
}

json_t *answer_code(const struct request *request, const char *code)
{
    return request->path == PATH_COPAYMENT ? json_pack("{s:s, s:n}", "MaKetQua", code, "DataCCT")
                                           : member_code(code, request->path == PATH_MEMBER);
}

bool answer_admits(struct standin *standin, const struct request *request)
{
    bool headers = request->path == PATH_COPAYMENT || request->path == PATH_RECORD;
    enum MHD_ValueKind kind = headers ? MHD_HEADER_KIND : MHD_GET_ARGUMENT_KIND;
    const char *access = request_sent(request, kind, headers ? "accessToken" : "token");
    const char *id = request_sent(request, kind, headers ? "tokenId" : "id_token");
    const char *password = request_sent(request, kind, headers ? "passwordHash" : "password");
    const char *user = headers ? request_value(request, "username") : request_sent(request, kind, "username");
    char wanted[33];
    tokens_password(wanted);
    return strcmp(user, ACCOUNT_USER) == 0 && strcmp(password, wanted) == 0 &&
           tokens_good(&standin->tokens, access, id, request->peer);
}

static json_t *answer_history(struct standin *standin, const struct request *request)
{
    char bhxh[BHXH_SIZE];
    json_t *member = member_answer(&standin->people, request->body, bhxh);
    json_t *answer =
        member_code(bhxh[0] ? "000" : json_string_value(json_object_get(member, "maKetQua")), false);
    json_object_set_new(answer, "dsLichSuKCB2025",
                        bhxh[0] ? story_visits(&standin->people, bhxh) : json_null());
    json_decref(member);
    return answer;
}

/* This interface names no clerk. */
static json_t *answer_copayment(struct standin *standin, const struct request *request)
{
    char bhxh[BHXH_SIZE];
    json_t *body = json_deep_copy(request->body);
    json_object_set_new(body, "hoTenCb", json_string(ACCOUNT_CLERK));
    json_object_set_new(body, "cccdCb", json_string(ACCOUNT_CLERK_CCCD));
    json_decref(member_answer(&standin->people, body, bhxh));
    json_decref(body);
    json_t *payments = bhxh[0] ? story_payments(&standin->people, bhxh) : json_array();
    bool some = json_array_size(payments) > 0;
    return json_pack("{s:s, s:o}", "MaKetQua", !bhxh[0] ? "400" : some ? "200" : "204", "DataCCT", payments);
}

static json_t *answer_facility(struct standin *standin, const struct request *request)
{
    const char *code = request_value(request, "maCSKCB");
    json_t *name = people_facility(&standin->people, code),
           *answer = member_code(name ? "000" : "050", false);
    json_object_set_new(answer, "maCSKCB", json_string(code));
    json_object_set_new(answer, "tenCSKCB", name ? name : json_null());
    return answer;
}

json_t *answer_right(struct standin *standin, const struct request *request)
{
    char bhxh[BHXH_SIZE];
    switch (request->path) {
    case PATH_MEMBER: return member_answer(&standin->people, request->body, bhxh);
    case PATH_HISTORY: return answer_history(standin, request);
    case PATH_COPAYMENT: return answer_copayment(standin, request);
    case PATH_FACILITY: return answer_facility(standin, request);
    default: return record_answer(request->body);
    }
}
