/* answer: the queries of a card in their order, and what is kept of their rows. */
#include "core/answer.h"
#include "core/system.h"
#include "core/text.h"
#include <string.h>

static void add_key(struct query *plan, int *count, enum query_kind kind, const char *key)
{
    if (*key == '\0' || *count == QUERY_MAX) {
        return;
    }
    struct query *query = &plan[(*count)++];
    *query = (struct query){.kind = kind};
    strncpy(query->key, key, sizeof query->key - 1);
}

/* Only a whole birth date is offered by: a year and a common name fit too many people. */
static void add_person(struct query *plan, int *count, const struct card *card)
{
    const struct facts *facts = &card->facts;
    if (card->kind != CARD_CCCD || !date_full(facts->birth_date) || *facts->gender == '\0' ||
        *count == QUERY_MAX) {
        return;
    }
    struct query query = {.kind = QUERY_PERSON};
    if (text_fold(query.key, sizeof query.key, facts->name) != FAULT_NONE || *query.key == '\0') {
        return;
    }
    memcpy(query.birth_date, facts->birth_date, sizeof query.birth_date);
    memcpy(query.gender, facts->gender, sizeof query.gender);
    plan[(*count)++] = query;
}

int lookup_plan(const struct card *card, struct query ret[QUERY_MAX])
{
    const struct facts *facts = &card->facts;
    int count = 0;
    if (number_benefit(facts->number)) {
        add_key(ret, &count, QUERY_NUMBER, facts->number);
        add_key(ret, &count, QUERY_NEW_NUMBER, facts->number);
    }
    char bhxh[BHXH_SIZE];
    number_bhxh(facts->number, bhxh);
    add_key(ret, &count, QUERY_BHXH, bhxh);
    add_key(ret, &count, QUERY_CCCD, facts->cccd);
    add_key(ret, &count, QUERY_CCCD, card->cmnd);
    add_person(ret, &count, card);
    return count;
}

bool answer_dropped(const struct answer *answer, const struct member *member)
{
    return member->source == SOURCE_REGISTER && strcmp(member->as_of, answer->complete_as_of) < 0;
}

bool member_same_person(const struct member *a, const struct member *b)
{
    if (*a->bhxh_number && *b->bhxh_number) {
        return strcmp(a->bhxh_number, b->bhxh_number) == 0;
    }
    return *a->facts.number && strcmp(a->facts.number, b->facts.number) == 0;
}

/* The person of row `at` has another row, or `next` is one. */
static bool has_other(const struct answer *answer, int at, const struct member *next)
{
    for (int i = 0; i < answer->member_count; i++) {
        if (i != at && member_same_person(&answer->members[i], &answer->members[at])) {
            return true;
        }
    }
    return member_same_person(next, &answer->members[at]);
}

/* The row that counts least of those whose person keeps another one; -1 when
 * every person has one row only. */
static int spare_row(const struct answer *answer, const struct member *next, const struct asked *asked)
{
    int spare = -1;
    for (int i = 0; i < answer->member_count; i++) {
        const struct member *member = &answer->members[i];
        if (has_other(answer, i, next) &&
            (spare < 0 || system_prefers(answer, &answer->members[spare], member, asked))) {
            spare = i;
        }
    }
    return spare;
}

static bool knows_person(const struct answer *answer, const struct member *member)
{
    for (int i = 0; i < answer->member_count; i++) {
        if (member_same_person(&answer->members[i], member)) {
            return true;
        }
    }
    return false;
}

void answer_add(struct answer *answer, const struct member *member, const struct asked *asked)
{
    if (answer->member_count < ANSWER_MAX) {
        answer->members[answer->member_count++] = *member;
        return;
    }
    int spare = spare_row(answer, member, asked);
    if (spare < 0) {
        answer->more = true;
    } else if (!knows_person(answer, member) ||
               system_prefers(answer, member, &answer->members[spare], asked)) {
        answer->members[spare] = *member;
    }
}

bool answer_knows(const struct answer *answer, const char *bhxh_number)
{
    for (int i = 0; i < answer->member_count; i++) {
        if (strcmp(answer->members[i].bhxh_number, bhxh_number) == 0) {
            return true;
        }
    }
    return false;
}

void answer_choose(struct answer *answer, int member)
{
    const struct member chosen = answer->members[member];
    int kept = 0;
    for (int i = 0; i < answer->member_count; i++) {
        if (i == member || member_same_person(&answer->members[i], &chosen)) {
            answer->members[kept++] = answer->members[i];
        }
    }
    answer->member_count = kept;
    answer->more = false;
    answer->offered = false;
}
