/* lookup: the queries in their order until one finds rows, as the register answers them. */
#include "lookup.h"
#include "core/text.h"
#include <string.h>

static bool matches(const struct member *member, const struct query *query)
{
    char folded[NAME_SIZE];
    switch (query->kind) {
    case QUERY_NUMBER: return strcmp(member->facts.number, query->key) == 0;
    case QUERY_NEW_NUMBER: return strcmp(member->new_number, query->key) == 0;
    case QUERY_BHXH: return strcmp(member->bhxh_number, query->key) == 0;
    case QUERY_CCCD: return strcmp(member->facts.cccd, query->key) == 0;
    case QUERY_PERSON: break;
    }
    return *member->facts.cccd == '\0' &&
           text_fold(folded, sizeof folded, member->facts.name) == FAULT_NONE &&
           strcmp(folded, query->key) == 0 && strcmp(member->facts.birth_date, query->birth_date) == 0 &&
           strcmp(member->facts.gender, query->gender) == 0;
}

/* A row belongs to the answer of a query when it, or another row of its person, matches. */
static bool belongs(const struct member *members, int count, int member, const struct query *query)
{
    for (int i = 0; i < count; i++) {
        bool same =
            i == member || (query->kind != QUERY_PERSON && member_same_person(&members[member], &members[i]));
        if (same && matches(&members[i], query)) {
            return true;
        }
    }
    return false;
}

void lookup_run(const struct member *members, int count, const struct card *card, const struct asked *asked,
                struct answer *answer)
{
    struct query plan[QUERY_MAX];
    int queries = lookup_plan(card, plan);
    for (int q = 0; q < queries && answer->member_count == 0; q++) {
        answer->offered = plan[q].kind == QUERY_PERSON;
        for (int i = 0; i < count; i++) {
            if (belongs(members, count, i, &plan[q])) {
                answer_add(answer, &members[i], asked);
            }
        }
    }
    answer->offered = answer->offered && answer->member_count > 0;
}
