#include "core/answer.h"
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
