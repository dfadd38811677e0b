/* lookup_find: persons in memory by a question of the search box; and what is known of one from earlier intakes. */
#include "core/text.h"
#include "lookup.h"
#include <stdio.h>
#include <string.h>

static bool shares(const char *a, const char *b)
{
    return a[0] && strcmp(a, b) == 0;
}

static bool has_number(const struct patient *patient, const struct facts *facts, const char *bhxh)
{
    return shares(facts->number, patient->facts.number) || shares(facts->cccd, patient->facts.cccd) ||
           shares(bhxh, patient->bhxh_number);
}

void lookup_patient(const struct patient *patients, int count, const struct card *card, struct answer *answer)
{
    for (int i = 0; i < count && answer->patient.id == 0; i++) {
        bool found = has_number(&patients[i], &card->facts, card->bhxh_number);
        for (int j = 0; j < answer->member_count; j++) {
            const struct member *member = &answer->members[j];
            found = found || has_number(&patients[i], &member->facts, member->bhxh_number);
        }
        if (found) {
            answer->patient = patients[i];
        }
    }
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static void fill(const struct facts *facts, const char *bhxh, struct hit *hit)
{
    memcpy(hit->bhxh_number, bhxh, sizeof hit->bhxh_number);
    memcpy(hit->cccd, facts->cccd, sizeof hit->cccd);
    memcpy(hit->name, facts->name, sizeof hit->name);
    memcpy(hit->birth_date, facts->birth_date, sizeof hit->birth_date);
    memcpy(hit->gender, facts->gender, sizeof hit->gender);
    memcpy(hit->address, facts->address, sizeof hit->address);
    const char *number = facts->number[0] ? facts->number : bhxh[0] ? bhxh : facts->cccd;
    snprintf(hit->number, sizeof hit->number, "%s", number);
}

static bool by_number(const struct hit *hit, const char *number)
{
    return begins(hit->number, number) || begins(hit->bhxh_number, number) || begins(hit->cccd, number);
}

static bool matches(const struct find *find, struct hit *hit)
{
    char folded[NAME_SIZE], initials[INITIALS_SIZE];
    if (find->kind == FIND_NUMBER) {
        hit->by_phone = !by_number(hit, find->number) && begins(hit->phone, find->number);
        return hit->by_phone || by_number(hit, find->number);
    }
    if (text_fold(folded, sizeof folded, hit->name) != FAULT_NONE || !begins(hit->birth_date, find->birth)) {
        return false;
    }
    find_initials(folded, initials);
    return begins(folded, find->name) || (find->initials[0] && begins(initials, find->initials));
}

/* The patient may be in the list already; ten digits that are both number and phone make two rows. */
static bool listed(const struct hit_list *list, const struct hit *hit)
{
    for (int i = 0; i < list->count; i++) {
        if (shares(hit->bhxh_number, list->rows[i].bhxh_number) || shares(hit->cccd, list->rows[i].cccd)) {
            return true;
        }
    }
    return false;
}

static void add(const struct find *find, const struct hit *hit, struct hit_list *list)
{
    struct hit row = *hit;
    if (!matches(find, &row) || listed(list, &row)) {
        return;
    }
    if (list->count == FIND_MAX) {
        list->more = true;
    } else {
        list->rows[list->count++] = row;
    }
}

void lookup_find(const struct known *known, const struct find *find, struct hit_list *ret)
{
    *ret = (struct hit_list){.count = 0};
    for (int i = 0; i < known->patient_count; i++) {
        const struct patient *patient = &known->patients[i];
        struct hit hit = {.patient = true};
        fill(&patient->facts, patient->bhxh_number, &hit);
        memcpy(hit.phone, patient->contact.phone, sizeof hit.phone);
        memcpy(hit.last_id, patient->recent[0].id, sizeof hit.last_id);
        memcpy(hit.last_at, patient->recent[0].at, sizeof hit.last_at);
        add(find, &hit, ret);
    }
    for (int i = 0; i < known->member_count; i++) {
        struct hit hit = {.member = true};
        fill(&known->members[i].facts, known->members[i].bhxh_number, &hit);
        add(find, &hit, ret);
    }
}
