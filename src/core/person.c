/* person: which member is meant, and what the intake would hold. */
#include "core/person.h"
#include "core/compare.h"
#include "core/system.h"
#include <stdlib.h>
#include <string.h>

enum { CHILD_AGE = 14 }; /* below it a person has usually no citizen ID card */

/* Indices of the answer's rows. */
struct rows {
    int list[ANSWER_MAX];
    int count;
};

static struct rows rows_of_person(const struct answer *answer, int member)
{
    struct rows rows = {.count = 0};
    for (int i = 0; i < answer->member_count; i++) {
        if (i == member || member_same_person(&answer->members[i], &answer->members[member])) {
            rows.list[rows.count++] = i;
        }
    }
    return rows;
}

/* The first row of each person; with `number`, only of those that hold exactly this card number. */
static struct rows persons(const struct answer *answer, const char *number)
{
    struct rows firsts = {.count = 0};
    for (int i = 0; i < answer->member_count; i++) {
        bool known = number && strcmp(answer->members[i].facts.number, number) != 0;
        for (int j = 0; j < firsts.count && !known; j++) {
            known = member_same_person(&answer->members[i], &answer->members[firsts.list[j]]);
        }
        if (!known) {
            firsts.list[firsts.count++] = i;
        }
    }
    return firsts;
}

static int row_today(const struct answer *answer, int member, const struct asked *asked)
{
    struct rows rows = rows_of_person(answer, member);
    return system_choose(answer, rows.list, rows.count, asked);
}

int person_choose(const struct card *card, const struct answer *answer, const char *today,
                  struct judgement *ret)
{
    const char *number = card->facts.number;
    const struct asked asked = {number, today};
    struct rows all = persons(answer, NULL);
    if (all.count > 1 && *number && !answer->offered && !answer->more) {
        struct rows exact = persons(answer, number);
        all = exact.count == 1 ? exact : all;
    }
    if (all.count == 1 && !answer->offered && !answer->more) {
        return row_today(answer, all.list[0], &asked);
    }
    for (int i = 0; i < all.count; i++) {
        ret->candidates[ret->candidate_count++] = row_today(answer, all.list[i], &asked);
    }
    return -1;
}

/* The system knows this person by the bare BHXH number, the card says prefix and benefit as well. */
static bool says_more(const struct card *card, const struct judgement *judgement)
{
    return number_benefit(card->facts.number) && !number_benefit(judgement->system.number);
}

/* Whose value the record holds before the clerk has decided anything. */
static bool takes_system(const struct row *row, enum person_use use)
{
    switch (row->result) {
    case RESULT_MISSING_CARD: return true;
    case RESULT_MISSING_SYSTEM: return false;
    case RESULT_SAME: return use == PERSON_SYSTEM;
    case RESULT_EQUIVALENT:
        return use == PERSON_SYSTEM && row->field != FIELD_CCCD; /* a citizen ID outlives the old number */
    default: return row->safe || row->finding == FINDING_ADDRESS_RESIDENCE;
    }
}

void person_fill(const struct card *card, const struct answer *answer, struct judgement *ret,
                 enum person_use use)
{
    ret->person = card->facts;
    if (*card_value(card, FIELD_NAME) == '\0') {
        ret->person.name[0] = '\0';
    }
    memcpy(ret->bhxh_number, card->bhxh_number, sizeof ret->bhxh_number);
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        ret->has_person = ret->has_person || *facts_get(&card->facts, field);
    }
    if (ret->member < 0 || use == PERSON_CARD) {
        return;
    }
    ret->has_person = true;
    if (!finding_has(&ret->findings, FINDING_BHXH_DIFFERENT)) {
        const char *bhxh = answer->members[ret->member].bhxh_number;
        memcpy(ret->bhxh_number, *bhxh ? bhxh : card->bhxh_number, sizeof ret->bhxh_number);
    }
    for (int i = 0; i < ret->row_count; i++) {
        enum field field = ret->rows[i].field;
        if (takes_system(&ret->rows[i], use) && !(field == FIELD_NUMBER && says_more(card, ret))) {
            memcpy(facts_at(&ret->person, field), facts_get(&ret->system, field), field_size(field));
        }
    }
}

static void check_cccd(const struct facts *person, struct findings *findings)
{
    const char *cccd = person->cccd;
    if (number_kind(cccd) != NUMBER_CCCD) {
        return;
    }
    if (*person->birth_date && number_cccd_year(cccd) != (int)strtol(person->birth_date, NULL, 10)) {
        finding_add(findings, FINDING_CCCD_BIRTH_YEAR);
    }
    if (*person->gender && strcmp(number_cccd_gender(cccd), person->gender) != 0) {
        finding_add(findings, FINDING_CCCD_GENDER);
    }
}

void person_check(const struct card *card, const struct hospital *hospital, const char *today,
                  struct judgement *ret)
{
    const struct facts *person = &ret->person;
    const struct row *area = compare_row(ret, FIELD_AREA);
    char benefit = number_benefit(person->number);
    int age = date_age(person->birth_date, today);
    if (*person->facility && !assess_own(hospital, person->facility)) {
        finding_add(&ret->findings, FINDING_REGISTERED_ELSEWHERE);
    }
    if (card->benefit && benefit && card->benefit != benefit) {
        finding_add(&ret->findings, FINDING_BENEFIT_CHANGED);
    }
    if (area && area->safe) {
        finding_add(&ret->findings, FINDING_AREA_CHANGED);
    }
    bool known = number_kind(person->cccd) == NUMBER_CCCD || number_kind(ret->system.cccd) == NUMBER_CCCD;
    if (ret->member >= 0 && !known && (age < 0 || age >= CHILD_AGE)) {
        finding_add(&ret->findings, FINDING_CCCD_MISSING);
    }
    check_cccd(person, &ret->findings);
}
