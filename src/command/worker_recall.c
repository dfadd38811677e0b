/* worker_recall: what the portal said a while ago, from the register, whoever asked it. */
#include "command/worker_inside.h"
#include "core/card.h"
#include <stdlib.h>
#include <string.h>

static const long long ZONE = (long long)7 * 3600, DAY = 86400;

/* "2026-11-20T08:41" in Vietnam; 0 for one without a time. */
static long long time_of(const char *minute)
{
    date_text day = "";
    if (strlen(minute) != MINUTE_SIZE - 1) {
        return 0;
    }
    memcpy(day, minute, sizeof day - 1);
    return date_days(day) * DAY + strtol(minute + 11, NULL, 10) * 3600 + strtol(minute + 14, NULL, 10) * 60 -
           ZONE;
}

/* What the portal itself said of it: the rest is the register's and known there. */
static void keep_heard(struct member *member)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (!(member->heard & 1u << field)) {
            *facts_at(&member->facts, field) = '\0';
        }
    }
    member->source = SOURCE_PORTAL;
}

/* The row the answer became: the newest the portal spoke of among those the number finds. */
static bool find_row(struct worker *worker, const struct question *question, const char *today,
                     struct member *ret)
{
    struct card card;
    struct answer answer;
    const struct member *newest = NULL;
    if (card_parse(question->number, strlen(question->number), ORIGIN_TYPED, &card) ||
        store_answer(worker->store, &card, today, &answer)) {
        return false;
    }
    for (int i = 0; i < answer.member_count && !answer.offered; i++) {
        const struct member *member = &answer.members[i];
        if (member->heard && (!newest || strcmp(member->heard_at, newest->heard_at) > 0)) {
            newest = member;
        }
    }
    if (newest) {
        *ret = *newest;
        keep_heard(ret);
    }
    explicit_bzero(&answer, sizeof answer);
    return newest != NULL;
}

bool worker_recall(struct worker *worker, const struct question *question, int minutes, long long now,
                   struct reply *ret)
{
    struct portal_word word = {0};
    bool found = false;
    date_text today;
    date_of_time(now, today);
    enum fault fault = store_heard(worker->store, question, now, minutes, &word, &found);
    if (fault || !found || code_trouble(word.code) != TROUBLE_NONE) {
        return false;
    }
    *ret = (struct reply){.ask = ASK_MEMBER, .question = *question, .at = time_of(word.at)};
    memcpy(ret->code, word.code, sizeof ret->code);
    ret->has_member = word.has_member && find_row(worker, question, today, &ret->member);
    return ret->has_member || !word.has_member;
}
