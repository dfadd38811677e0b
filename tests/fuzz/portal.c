/* Whatever the portal answers, to every question and to the one for a token: what is read is text that may be shown,
 * in its form, in order, and never with a trouble; and whoever hears it can judge and report it. The first two bytes
 * choose the question and the status. */
#include "adapter/portal_reply.h"
#include "adapter/portal_token.h"
#include "core/assess.h"
#include "core/copayment.h"
#include "core/portal_report.h"
#include "core/text.h"
#include <ctype.h>
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
        require(clean(visit->reason) && clean(visit->facility));
        require(i == 0 || strcmp(reply->visits[i - 1].from, visit->from) >= 0);
    }
    for (int i = 0; i < reply->payment_count; i++) {
        const struct payment *payment = &reply->payments[i];
        require(payment->paid >= -1 && payment->total >= -1 && clean(payment->facility));
        require(minute(payment->from) && minute(payment->to));
        require(i == 0 || strcmp(payment[-1].from, payment->from) >= 0);
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

/* Nothing that a terminal obeys, and all of it fits. */
static void report(const struct reply *reply, enum language language)
{
    static char out[PORTAL_REPORT_SIZE];
    const bool member = reply->ask == ASK_MEMBER;
    const struct reply asked = {.ask = ASK_MEMBER, .trouble = TROUBLE_OFF};
    const struct said said = {.member = member ? reply : &asked,
                              .history = reply->ask == ASK_HISTORY ? reply : NULL,
                              .copayment = reply->ask == ASK_COPAYMENT ? reply : NULL};
    require(portal_report_json(&said, language, out) == FAULT_NONE);
    require(text_valid(out, strlen(out)) && !strchr(out, '\n'));
    require(portal_report_text(&said, language, out) == FAULT_NONE);
    for (const char *at = out; *at; at++) {
        require(*at == '\n' || !iscntrl((unsigned char)*at));
    }
}

/* A card whose row the register has hears the answer twice, which is as once. */
static void hear(const struct reply *reply)
{
    static struct answer once, twice;
    static struct judgement judgement;
    static const struct hospital hospital = {.facility = "79014"};
    static const char *const today = "2023-11-15";
    const struct asked asked = {reply->question.number, today};
    struct card card;
    once = (struct answer){.source = SOURCE_REGISTER, .as_of = "2023-11-10", .member_count = 1};
    once.members[0] = (struct member){.source = SOURCE_REGISTER,
                                      .bhxh_number = "0123456789",
                                      .as_of = "2023-11-10",
                                      .facts = {.number = "DN4790123456789",
                                                .name = "Trần Thị Bình",
                                                .birth_date = "1988-03-29",
                                                .valid_from = "2023-07-01"}};
    require(card_parse(asked.number, strlen(asked.number), ORIGIN_TYPED, &card) == FAULT_NONE);
    answer_hear(&once, reply, &asked);
    twice = once;
    answer_hear(&twice, reply, &asked);
    require(once.member_count == twice.member_count);
    for (int i = 0; i < once.member_count; i++) {
        const struct member *a = &once.members[i], *b = &twice.members[i];
        require(a->heard == b->heard && memcmp(&a->facts, &b->facts, sizeof a->facts) == 0);
    }
    assess(&card, &once, &hospital, today, &judgement);
    require(judgement.member < once.member_count && once.member_count <= ANSWER_MAX);
}

static void add_up(const struct reply *reply)
{
    struct copayment copayment;
    char text[COPAYMENT_TEXT];
    copayment_read(reply, NULL, "2026-01-01", "2026-11-20", &copayment);
    copayment_text(&copayment, LANGUAGE_VI, text);
    require(copayment.paid >= -1 && text_valid(text, strlen(text)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct question someone = {"DN4790123456789", "Trần Thị Bình", "1988-03-29"};
    static const int statuses[] = {200, 200, 200, 200, 401, 500, 302, 204};
    static struct reply reply;
    if (size < 2) {
        return 0;
    }
    reply.ask = (enum ask)(data[0] % ASK_COUNT);
    reply.http = statuses[data[1] % 8];
    reply.at = 1700000000;
    reply.question = someone;
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
    report(&reply, (enum language)(data[1] % LANGUAGE_COUNT));
    hear(&reply);
    add_up(&reply);
    read_token(bytes, size - 2);
    return 0;
}
