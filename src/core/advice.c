/* advice: each finding from the values after correction. */
#include "core/advice.h"
#include "core/entitlement.h"
#include <string.h>

enum { CHILD_AGE = 6, WHOLE = 100 };

static bool same_card(const char *a, const char *b)
{
    enum { PREFIX = 5 }; /* object, benefit, province: the rest is the person's own number */
    return !number_benefit(a) || !number_benefit(b) || strncmp(a, b, PREFIX) == 0;
}

static bool replaces(const struct member *old, const struct member *member)
{
    return *old->new_number && strcmp(old->new_number, member->facts.number) == 0;
}

/* The person's other rows that say something of today: an older row is history, not a second card. */
static bool counts_beside(const struct advice *advice, const struct member *other,
                          const struct member *member)
{
    return other != member && member_same_person(other, member) && !answer_dropped(advice->answer, other) &&
           strcmp(other->as_of, member->as_of) >= 0;
}

static bool second_card(const struct advice *advice, const struct member *other, const struct member *member)
{
    struct system_view view;
    system_view(other, advice->card->facts.number, advice->today, &view);
    return view.invalid == FINDING_COUNT && !same_card(view.facts.number, advice->view->facts.number) &&
           !replaces(other, member) && !replaces(member, other);
}

static void find_second_card(const struct advice *advice, struct judgement *ret)
{
    const struct answer *answer = advice->answer;
    const struct member *member = &answer->members[ret->member];
    for (int i = 0; i < answer->member_count; i++) {
        const struct member *other = &answer->members[i];
        if (counts_beside(advice, other, member) && second_card(advice, other, member)) {
            memcpy(ret->second_number, other->facts.number, sizeof ret->second_number);
            finding_add(&ret->findings, FINDING_TWO_CARDS);
            return;
        }
    }
}

static bool later(const char *to, const char *end)
{
    return *to == '\0' || strcmp(to, end) > 0;
}

/* Another card of the person goes on where this one ends: there is nothing to renew. */
static bool goes_on(const struct advice *advice, const struct judgement *judgement)
{
    const struct answer *answer = advice->answer;
    const struct member *member = &answer->members[judgement->member];
    bool follows = advice->view->note == FINDING_NEW_CARD_LATER;
    for (int i = 0; i < answer->member_count && !follows; i++) {
        const struct member *other = &answer->members[i];
        follows = counts_beside(advice, other, member) && *other->facts.valid_from &&
                  later(other->facts.valid_to, judgement->person.valid_to);
    }
    return follows;
}

static void find_end(const struct advice *advice, struct judgement *ret)
{
    const char *end = ret->person.valid_to;
    if (!date_full(end)) {
        return;
    }
    long left = date_days(end) - date_days(advice->today);
    if (left >= 0 && left <= advice->hospital->expires_days && !goes_on(advice, ret)) {
        finding_add(&ret->findings, FINDING_EXPIRES_SOON);
    }
}

/* Whose card pays everything has no co-payment that five years could end. */
static bool pays_part(const struct advice *advice, const struct facts *person)
{
    const struct scheme *scheme = advice->hospital->scheme;
    return !scheme || entitlement_rate(scheme, person->number, advice->card->benefit, advice->today) != WHOLE;
}

static void find_five_years(const struct advice *advice, struct judgement *ret)
{
    const char *day = ret->person.five_year_date;
    if (*day && strcmp(day, advice->today) <= 0 && pays_part(advice, &ret->person)) {
        finding_add(&ret->findings, FINDING_FIVE_YEARS);
    }
}

bool advice_child(const struct facts *person, const char *today)
{
    int age = date_age(person->birth_date, today);
    return age >= 0 && age < CHILD_AGE;
}

void advice_find(const struct advice *advice, struct judgement *ret)
{
    bool valid = advice->view->invalid == FINDING_COUNT;
    if (advice->sure && valid) {
        find_second_card(advice, ret);
        if (advice->hospital->expires_days > 0) {
            find_end(advice, ret);
        }
    }
    if (valid) {
        find_five_years(advice, ret);
    }
    if (!*ret->person.number && ret->candidate_count == 0 && advice_child(&ret->person, advice->today)) {
        finding_add(&ret->findings, FINDING_CHILD_UNDER_SIX);
    }
}
