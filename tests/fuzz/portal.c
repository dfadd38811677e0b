/* Whatever the portal answers, to every question and to the one for a token: what is read is text that may be shown,
 * in its form, in order, and never with a trouble. The first two bytes choose the question and the status. */
#include "adapter/portal_reply.h"
#include "adapter/portal_token.h"
#include "core/text.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static bool clean(const char *text)
{
    char again[ADDRESS_SIZE];
    return text_clean(again, sizeof again, text, strlen(text)) == FAULT_NONE && strcmp(again, text) == 0;
}

static bool minute(const char *text)
{
    date_text day = "";
    size_t len = strlen(text);
    memcpy(day, text, len < sizeof day ? len : sizeof day - 1);
    return !len ||
           (date_full(day) && (len == DATE_SIZE - 1 || (len == MINUTE_SIZE - 1 && text[len - 3] == ':')));
}

static void check_member(const struct member *member)
{
    struct facts facts;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const char *value = facts_get(&member->facts, field);
        bool ends = field == FIELD_VALID_TO, said = member->heard & 1u << field;
        require(field_read(field, value, strlen(value), &facts) == FAULT_NONE);
        require(strcmp(facts_get(&facts, field), value) == 0);
        require(ends ? said || !*value : said == (*value != '\0'));
    }
    require(!*member->new_from || date_full(member->new_from));
    require(!*member->new_to || date_full(member->new_to));
}

static void check_lists(const struct reply *reply)
{
    for (int i = 0; i < reply->check_count; i++) {
        const struct card_check *check = &reply->checks[i];
        require(clean(check->user) && clean(check->code) && minute(check->at));
        require(i == 0 || strcmp(reply->checks[i - 1].at, check->at) >= 0);
    }
    for (int i = 0; i < reply->visit_count; i++) {
        const struct visit *visit = &reply->visits[i];
        require(clean(visit->disease) && clean(visit->record) && minute(visit->from) && minute(visit->to));
        require(i == 0 || strcmp(reply->visits[i - 1].from, visit->from) >= 0);
    }
    for (int i = 0; i < reply->payment_count; i++) {
        require(reply->payments[i].paid >= -1 && reply->payments[i].total >= -1);
    }
}

static void read_token(const char *bytes, size_t size)
{
    char code[RESULT_CODE_SIZE];
    static struct token token;
    if (portal_token_read(bytes, size, 200, 1700000000, &token, code) == TROUBLE_NONE) {
        require(*token.access && *token.id && !strpbrk(token.access, "\r\n ") && !strpbrk(token.id, "\r\n "));
        require(token.seconds > 0 && token.seconds <= 600);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const int statuses[] = {200, 200, 200, 200, 401, 500, 302, 204};
    static struct reply reply;
    if (size < 2) {
        return 0;
    }
    reply.ask = (enum ask)(data[0] % ASK_COUNT);
    reply.http = statuses[data[1] % 8];
    reply.at = 1700000000;
    const char *bytes = (const char *)data + 2;
    portal_reply_read(&reply, bytes, size - 2);
    require(clean(reply.remark) && clean(reply.code) && clean(reply.receipt) && clean(reply.facility_name));
    check_lists(&reply);
    if (reply.has_member) {
        check_member(&reply.member);
        require(reply.trouble == TROUBLE_NONE);
    }
    require(reply.trouble == TROUBLE_NONE ||
            reply.visit_count + reply.check_count + reply.payment_count == 0);
    read_token(bytes, size - 2);
    return 0;
}
