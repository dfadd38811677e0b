/* desk_restore_entitle: a case and its paper read back from a draft. */
#include "core/desk_draft.h"
#include "core/text.h"
#include <string.h>

bool draft_read_clean(const char *value, char *out, size_t cap)
{
    return text_clean(out, cap, value, strlen(value)) == FAULT_NONE && out[0] && strcmp(out, value) == 0;
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
