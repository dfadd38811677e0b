/* desk_restore_choice: the values and choices of a draft read back. */
#include "core/desk_draft.h"
#include "core/desk_inside.h"
#include <string.h>

enum field draft_field(const char *name)
{
    enum field field = 0;
    while (field < FIELD_COUNT && strcmp(field_code(field), name) != 0) {
        field++;
    }
    return field;
}

bool draft_read_value(enum field field, const char *value, struct facts *facts)
{
    struct facts read = {.number = ""};
    if (field == FIELD_COUNT || field_read(field, value, strlen(value), &read) != FAULT_NONE ||
        strcmp(facts_get(&read, field), value) != 0) {
        return false;
    }
    memcpy(facts_at(facts, field), value, strlen(value) + 1);
    return true;
}

bool draft_read_choice(struct desk *desk, const char *name, const char *value)
{
    enum field field = draft_field(name);
    int choice = draft_index(draft_choices, 4, value, strlen(value));
    if (field == FIELD_COUNT || choice < CHOICE_CARD) {
        return false;
    }
    desk->review.decision.choice[field] = (enum choice)choice;
    return true;
}

/* "papers:5 Lê Lợi": a value and where it came from; only addresses come from the table of units. */
static bool read_sourced(enum field field, const char *value, struct facts *facts, enum source *ret)
{
    const char *text = strchr(value, ':');
    if (!text || !draft_read_value(field, text + 1, facts)) {
        return false;
    }
    size_t len = (size_t)(text - value);
    enum source last = field == FIELD_ADDRESS ? SOURCE_UNITS : SOURCE_PAGE;
    for (enum source source = SOURCE_PAPERS; source <= last; source++) {
        if (strlen(source_code(source)) == len && strncmp(source_code(source), value, len) == 0) {
            *ret = source;
        }
    }
    return *ret != SOURCE_NONE;
}

bool draft_read_typed(struct desk *desk, const char *name, const char *value)
{
    struct decision *decision = &desk->review.decision;
    enum field field = draft_field(name);
    return field < FIELD_COUNT &&
           read_sourced(field, value, &decision->typed, &decision->typed_source[field]);
}

bool draft_read_replaced(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    struct replaced *replaced = &desk->review.replaced;
    struct facts facts = {.number = ""};
    size_t len = strcspn(value, ":");
    int choice = draft_index(draft_choices, 4, value, len);
    if (choice < CHOICE_CARD || !desk_modern(&desk->review)) {
        return false;
    }
    replaced->choice = (enum choice)choice;
    if (choice != CHOICE_TYPED) {
        return value[len] == '\0';
    }
    bool good = value[len] && read_sourced(FIELD_ADDRESS, value + len + 1, &facts, &replaced->source);
    memcpy(replaced->typed, facts.address, sizeof replaced->typed);
    return good && replaced->source != SOURCE_UNITS;
}
