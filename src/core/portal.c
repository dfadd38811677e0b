/* portal: questions, troubles and the row of an answer. */
#include "core/portal.h"
#include "core/name.h"
#include "core/text.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *code, *text[LANGUAGE_COUNT];
    bool counts;
} troubles[TROUBLE_COUNT] = {
#define X(CODE, lower, counts, vi, en) {#lower, {vi, en}, counts},
    TROUBLE_LIST(X)
#undef X
};

const char *trouble_code(enum trouble trouble)
{
    assert(trouble < TROUBLE_COUNT);
    return troubles[trouble].code;
}

const char *trouble_text(enum trouble trouble, enum language language)
{
    assert(trouble < TROUBLE_COUNT && language < LANGUAGE_COUNT);
    return troubles[trouble].text[language];
}

bool trouble_counts(enum trouble trouble)
{
    assert(trouble < TROUBLE_COUNT);
    return troubles[trouble].counts;
}

bool trouble_asked(enum trouble trouble)
{
    return trouble != TROUBLE_QUOTA && trouble != TROUBLE_JOURNAL && trouble != TROUBLE_PAUSED &&
           trouble != TROUBLE_OFF && trouble != TROUBLE_PASSWORD;
}

static bool fold_name(const char *name, char out[NAME_SIZE])
{
    return text_fold(out, NAME_SIZE, name) == FAULT_NONE && *out;
}

bool question_complete(const struct question *question)
{
    enum { YEAR = 4 };
    char name[NAME_SIZE];
    const char *birth = question->birth_date;
    bool born = date_full(birth) || (strlen(birth) == YEAR && date_valid(birth));
    return number_kind(question->number) != NUMBER_NONE && born && fold_name(question->name, name);
}

bool question_same(const struct question *a, const struct question *b)
{
    char name[NAME_SIZE], other[NAME_SIZE];
    return strcmp(a->number, b->number) == 0 && strcmp(a->birth_date, b->birth_date) == 0 &&
           fold_name(a->name, name) && fold_name(b->name, other) && strcmp(name, other) == 0;
}

void reply_came(struct reply *reply, long long at)
{
    reply->at = at;
    if (reply->has_member) {
        date_of_time(at, reply->member.as_of);
        minute_of_time(at, reply->member.heard_at);
    }
}

static void forget(struct member *member, enum field field)
{
    facts_at(&member->facts, field)[0] = '\0';
    member->heard &= ~(1u << field);
}

/* Where the citizen ID was asked by, some answers repeat it as the card's number. */
static void settle_number(struct member *member)
{
    struct facts *facts = &member->facts;
    if (number_kind(facts->number) == NUMBER_CCCD) {
        memcpy(facts->cccd, facts->number, sizeof facts->cccd);
        member->heard |= 1u << FIELD_CCCD;
        forget(member, FIELD_NUMBER);
    }
    if (*member->bhxh_number == '\0') {
        number_bhxh(facts->number, member->bhxh_number);
    }
}

static bool echoes_name(const struct reply *reply)
{
    const char *said = reply->member.facts.name, *asked = reply->question.name;
    return *said && *asked && name_compare(asked, said) == NAME_SAME;
}

bool reply_row(const struct reply *reply, struct member *ret)
{
    enum way_of_code way = code_way(reply->code);
    if (reply->ask != ASK_MEMBER || reply->trouble != TROUBLE_NONE || !reply->has_member ||
        way == CODE_ABSENT || way == CODE_NUMBER) {
        return false;
    }
    *ret = reply->member;
    settle_number(ret);
    if (way == CODE_NAME && echoes_name(reply)) {
        forget(ret, FIELD_NAME);
    }
    if (way == CODE_BIRTH && strcmp(ret->facts.birth_date, reply->question.birth_date) == 0) {
        forget(ret, FIELD_BIRTH_DATE);
    }
    return true;
}

static void name_asked(struct member *said, const char *number)
{
    struct facts *facts = &said->facts;
    if (*facts->number || *said->bhxh_number || *facts->cccd) {
        return;
    }
    if (number_kind(number) == NUMBER_CCCD) {
        memcpy(facts->cccd, number, sizeof facts->cccd);
    } else {
        memcpy(facts->number, number, sizeof facts->number);
        number_bhxh(number, said->bhxh_number);
    }
}

/* A citizen ID alone names no card. */
static bool bare_row(const struct reply *reply, struct member *ret)
{
    enum number_kind kind = number_kind(reply->question.number);
    *ret = (struct member){.source = SOURCE_PORTAL};
    memcpy(ret->status, reply->code, sizeof ret->status - 1);
    return kind != NUMBER_CCCD && kind != NUMBER_NONE && code_about_card(reply->code);
}

bool reply_said(const struct reply *reply, struct member *ret)
{
    bool answered = reply->ask == ASK_MEMBER && reply->trouble == TROUBLE_NONE;
    if (!answered || (!reply_row(reply, ret) && !bare_row(reply, ret))) {
        return false;
    }
    name_asked(ret, reply->question.number);
    return true;
}

bool reply_lesson(const struct reply *reply, struct member *ret)
{
    return code_about_card(reply->code) && reply_said(reply, ret);
}
