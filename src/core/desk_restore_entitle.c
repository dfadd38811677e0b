/* desk_restore_entitle: a case with its paper, and a contact, read back from a draft. */
#include "core/desk_draft.h"
#include "core/desk_inside.h"
#include "core/text.h"
#include <string.h>

bool draft_read_clean(const char *value, char *out, size_t cap)
{
    return text_clean(out, cap, value, strlen(value)) == FAULT_NONE && out[0] && strcmp(out, value) == 0;
}

bool draft_read_contact(struct contact *contact, const char *part, const char *value)
{
    char phone[PHONE_SIZE];
    switch (draft_index(draft_contacts, CONTACT_STEPS, part, strlen(part))) {
    case CONTACT_PHONE:
        return desk_read_phone(value, phone) == FAULT_NONE &&
               draft_read_clean(value, contact->phone, PHONE_SIZE);
    case CONTACT_ADDRESS: return draft_read_clean(value, contact->address, sizeof contact->address);
    case CONTACT_RELATIVE: return draft_read_clean(value, contact->relative, sizeof contact->relative);
    case CONTACT_RELATIVE_PHONE:
        return desk_read_phone(value, phone) == FAULT_NONE &&
               draft_read_clean(value, contact->relative_phone, PHONE_SIZE);
    default: return false;
    }
}

bool draft_read_entitlement(struct entitlement *entitlement, const char *part, const char *value)
{
    struct paper *paper = &entitlement->paper;
    if (strcmp(part, "code") == 0) {
        return scheme_code(value) &&
               text_copy(entitlement->code, sizeof entitlement->code, value) == FAULT_NONE;
    }
    if (strcmp(part, "paper") == 0) {
        return draft_read_clean(value, paper->code, sizeof paper->code);
    }
    if (strcmp(part, "number") == 0) {
        return draft_read_clean(value, paper->number, sizeof paper->number);
    }
    bool from = strcmp(part, "from") == 0;
    return (from || strcmp(part, "to") == 0) && date_full(value) &&
           text_copy(from ? paper->from : paper->to, DATE_SIZE, value) == FAULT_NONE;
}
