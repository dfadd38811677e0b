/* desk_edit: a row's side chosen, or its value typed with its source. */
#include "core/desk_inside.h"
#include "core/text.h"
#include <assert.h>
#include <string.h>

/* The value that stands for a field now. */
static const char *value_of(const struct review *review, enum field field)
{
    const char *card = facts_get(&review->card.facts, field);
    if (review->decision.choice[field] == CHOICE_TYPED) {
        return facts_get(&review->decision.typed, field);
    }
    return card[0] ? card : facts_get(&review->judgement.system, field);
}

/* Another number is another person until it is looked up, so it is searched for, never only written. */
struct wish act_edit(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    const struct row *row = desk_row(desk);
    char shown[ADDRESS_SIZE];
    if (!row) {
        desk->review.status = INTAKE_PROVISIONAL;
        desk_make(desk, INTAKE_PROVISIONAL, &desk->intake);
        desk_form_open(desk);
        return wish_of(WISH_NONE);
    }
    field_show(row->field, value_of(&desk->review, row->field), desk->hospital.language, shown);
    desk->field = row->field;
    desk_type_into(desk, row->field == FIELD_NUMBER ? MODE_SEARCH : MODE_EDIT, "");
    line_offer(&desk->line, shown);
    return wish_of(WISH_NONE);
}

static enum fault read_line(const struct desk *desk, struct facts *ret)
{
    enum fault fault = field_read(desk->field, desk->line.text, strlen(desk->line.text), ret);
    if (fault == FAULT_NONE && !facts_get(ret, desk->field)[0]) {
        fault = FAULT_VALUE_INVALID;
    }
    return fault;
}

static void keep_typed(struct desk *desk, const struct facts *facts, enum source source)
{
    struct decision *decision = &desk->review.decision;
    memcpy(facts_at(&decision->typed, desk->field), facts_get(facts, desk->field), field_size(desk->field));
    decision->typed_source[desk->field] = source;
    decision->choice[desk->field] = CHOICE_TYPED;
    desk_go(desk, MODE_REVIEW);
}

/* What the portal refused is typed from the papers, which the sentence asks for. */
static bool of_papers(const struct desk *desk)
{
    return desk_refused(desk) && (desk->field == FIELD_NAME || desk->field == FIELD_BIRTH_DATE);
}

struct wish act_edit_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    struct facts facts = {.number = ""};
    enum fault fault = read_line(desk, &facts);
    if (fault == FAULT_NONE && of_papers(desk)) {
        keep_typed(desk, &facts, SOURCE_PAPERS);
    } else if (fault == FAULT_NONE) {
        desk_go(desk, MODE_SOURCE);
    } else {
        desk->line.offered = false;
        desk_fault(desk, fault, now);
    }
    return wish_of(WISH_NONE);
}

struct wish act_source(struct desk *desk, struct key key, uint64_t now)
{
    static const enum source sources[] = {SOURCE_PAPERS, SOURCE_PATIENT, SOURCE_PAGE};
    struct facts facts = {.number = ""};
    enum fault fault = read_line(desk, &facts);
    if (fault != FAULT_NONE) {
        desk_go(desk, MODE_EDIT);
        desk_fault(desk, fault, now);
        return wish_of(WISH_NONE);
    }
    keep_typed(desk, &facts, sources[key.rune - '1']);
    return wish_of(WISH_NONE);
}

struct wish act_source_back(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk_go(desk, MODE_EDIT);
    return wish_of(WISH_NONE);
}

struct wish act_slip(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->page = 0;
    desk_go(desk, MODE_SLIP);
    return wish_of(WISH_NONE);
}
