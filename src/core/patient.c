/* patient: what intakes say of a person, one after the other. */
#include "core/patient.h"
#include "core/name.h"
#include <string.h>

/* Spelt another way, or one side lost marks or letters: which side is not known. */
static bool names_agree(const char *a, const char *b)
{
    return !*a || !*b || name_compare(a, b) <= NAME_INCOMPLETE || name_compare(b, a) <= NAME_INCOMPLETE;
}

bool patient_agrees(const struct facts *a, const struct facts *b)
{
    bool births = !*a->birth_date || !*b->birth_date || date_agree(a->birth_date, b->birth_date);
    bool genders = !*a->gender || !*b->gender || strcmp(a->gender, b->gender) == 0;
    return births && genders && names_agree(a->name, b->name);
}

static void take(char *known, size_t size, const char *said, bool erases)
{
    if (*said || erases) {
        memcpy(known, said, size);
    }
}

static void take_contact(struct contact *known, const struct contact *said)
{
    take(known->phone, sizeof known->phone, said->phone, said->whole);
    take(known->address, sizeof known->address, said->address, said->whole);
    take(known->relative, sizeof known->relative, said->relative, said->whole);
    take(known->relative_phone, sizeof known->relative_phone, said->relative_phone, said->whole);
}

/* A year does not take the place of a day that lies in it. */
static void take_birth(date_text known, const char *said)
{
    if (strncmp(known, said, strlen(said)) != 0) {
        memcpy(known, said, DATE_SIZE);
    }
}

void patient_take(struct patient *patient, const struct facts *facts, const char *bhxh_number,
                  const struct contact *contact)
{
    static const enum field fields[] = {FIELD_NUMBER, FIELD_NAME, FIELD_GENDER, FIELD_ADDRESS, FIELD_CCCD};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        take(facts_at(&patient->facts, fields[i]), field_size(fields[i]), facts_get(facts, fields[i]), false);
    }
    take_birth(patient->facts.birth_date, facts->birth_date);
    take(patient->bhxh_number, sizeof patient->bhxh_number, bhxh_number, false);
    take_contact(&patient->contact, contact);
    patient->visits++;
}

void patient_phone_key(const char *phone, char ret[PHONE_SIZE])
{
    enum { CODE = 2 };
    size_t len = 0;
    bool abroad = strncmp(phone, "+84", CODE + 1) == 0;
    if (abroad) {
        ret[len++] = '0';
    }
    for (phone += abroad ? CODE + 1 : 0; *phone && len < PHONE_SIZE - 1; phone++) {
        if (*phone >= '0' && *phone <= '9') {
            ret[len++] = *phone;
        }
    }
    ret[len] = '\0';
}

bool patient_key(const char *number)
{
    const char *at = number;
    while (*at && *at == *number) {
        at++;
    }
    return *at != '\0';
}
