/* stage_patient: persons whom earlier intakes know, and whom the search box finds. */
#include "../cases/lookup.h"
#include "core/text.h"
#include "stage.h"
#include <stdio.h>
#include <string.h>

static bool copy(char *out, size_t size, const char *text)
{
    return text_copy(out, size, text) == FAULT_NONE;
}

static bool add_patient(struct stage *stage, char *text)
{
    struct member member;
    if (stage->patient_count == STAGE_PATIENTS || !world_standard(&member)) {
        return false;
    }
    struct patient *patient = &stage->patients[stage->patient_count++];
    *patient = (struct patient){.id = stage->patient_count, .visits = 1, .recent_count = 1};
    snprintf(patient->recent[0].id, ID_SIZE, "p%d", stage->patient_count);
    snprintf(patient->recent[0].at, sizeof patient->recent[0].at, "%.10sT08:30", stage_part(&text));
    if (!copy(patient->contact.phone, PHONE_SIZE, stage_part(&text)) || !world_change(&member, text)) {
        return false;
    }
    patient->facts = member.facts;
    number_bhxh(member.facts.number, patient->bhxh_number);
    return true;
}

static bool set_contact(struct stage *stage, char *text)
{
    if (stage->patient_count == 0) {
        return false;
    }
    struct contact *contact = &stage->patients[stage->patient_count - 1].contact;
    return copy(contact->address, sizeof contact->address, stage_part(&text)) &&
           copy(contact->relative, sizeof contact->relative, stage_part(&text)) &&
           copy(contact->relative_phone, sizeof contact->relative_phone, stage_part(&text));
}

bool stage_patient(struct stage *stage, const char *name, char *text, bool *ret_known)
{
    *ret_known = true;
    if (strcmp(name, "patient") == 0) {
        return add_patient(stage, text);
    }
    if (strcmp(name, "contact") == 0) {
        return set_contact(stage, text);
    }
    if (strcmp(name, "missing cccd") == 0) {
        return sscanf(text, "%ld", &stage->desk.status.missing_cccd) == 1;
    }
    return *ret_known = false;
}

struct wish stage_find(struct stage *stage)
{
    const struct world *world = &stage->world;
    const struct known known = {world->members, world->silent ? 0 : world->member_count, stage->patients,
                                stage->patient_count};
    lookup_find(&known, &stage->desk.find, &stage->desk.found);
    return desk_found(&stage->desk, stage->now);
}
