/* intake: the final value of each field by the clerk's choice, and what that corrects. */
#include "core/intake.h"
#include "core/compare.h"
#include <assert.h>
#include <string.h>

/* One field on its way into the record. */
struct outcome {
    const char *value;
    enum source source;
};

static bool identity(enum field field)
{
    return field == FIELD_NAME || field == FIELD_BIRTH_DATE || field == FIELD_GENDER;
}

/* Where the system's values come from: the register or the portal. */
static struct outcome proposed(const struct card *card, const struct judgement *judgement, enum field field)
{
    const char *value = facts_get(&judgement->person, field), *stated = card_value(card, field);
    const char *system = facts_get(&judgement->system, field);
    bool of_system = judgement->member >= 0 && strcmp(value, system) == 0 && compare_row(judgement, field);
    if (of_system) {
        return (struct outcome){value, judgement->source[field]};
    }
    return (struct outcome){value, *stated ? SOURCE_CARD : SOURCE_NONE};
}

static struct outcome choose(const struct card *card, const struct judgement *judgement,
                             const struct decision *decision, enum field field, bool ignore_system)
{
    const char *stated = card_value(card, field);
    enum choice choice = decision->choice[field];
    if (choice == CHOICE_TYPED) {
        return (struct outcome){facts_get(&decision->typed, field), decision->typed_source[field]};
    }
    if (ignore_system || choice == CHOICE_CARD) {
        return (struct outcome){stated, *stated ? SOURCE_CARD : SOURCE_NONE};
    }
    if (choice == CHOICE_SYSTEM) {
        return (struct outcome){facts_get(&judgement->system, field), judgement->source[field]};
    }
    return proposed(card, judgement, field);
}

static void correct(struct intake *intake, enum field field, enum correction_kind kind, enum source source,
                    enum finding reason)
{
    intake->corrections[intake->correction_count++] =
        (struct correction){.field = field, .kind = kind, .source = source, .reason = reason};
}

static bool contradicts(const struct row *row)
{
    return row && (row->result == RESULT_DIFFERENT || row->result == RESULT_EXTENDED ||
                   row->result == RESULT_RENEWED);
}

/* The card's citizen ID goes into the journal as a fill where the system has none, or only the nine-digit
 * number before it: from there it is exported. */
static bool captures(const struct row *row)
{
    return row && (row->finding == FINDING_CCCD_CAPTURED || row->finding == FINDING_CCCD_OLD_NUMBER);
}

/* Nothing of the card was wrong: the system writes it otherwise, or speaks of another address than the
 * residence, or only the units got other names. */
static bool otherwise(const struct row *row, enum choice choice, enum source source)
{
    bool renamed = choice == CHOICE_TYPED && source == SOURCE_UNITS;
    if (!row || (choice == CHOICE_TYPED && !renamed)) {
        return false;
    }
    return row->result == RESULT_EQUIVALENT || row->finding == FINDING_ADDRESS_RESIDENCE ||
           (renamed && row->result == RESULT_SAME);
}

static void record_field(struct intake *intake, const struct row *row, enum field field, enum choice choice)
{
    const char *before = facts_get(&intake->card, field), *after = facts_get(&intake->facts, field);
    enum source source = intake->source[field];
    bool by_rule = choice != CHOICE_CARD && (choice != CHOICE_TYPED || source == SOURCE_UNITS);
    enum finding reason = row && by_rule ? row->finding : FINDING_COUNT;
    if (strcmp(before, after) == 0) {
        if (choice == CHOICE_CARD && contradicts(row)) {
            correct(intake, field, CORRECTION_KEEP, SOURCE_CARD, row->finding);
        } else if (captures(row) && source == SOURCE_CARD) {
            correct(intake, field, CORRECTION_FILL, SOURCE_CARD, row->finding);
        }
    } else if (*before == '\0' || otherwise(row, choice, source)) {
        correct(intake, field, CORRECTION_FILL, source, reason);
    } else if (!row || row->result != RESULT_SAME || choice == CHOICE_TYPED) {
        correct(intake, field, CORRECTION_FIX, source, reason);
    }
}

static void keep_number(const struct card *card, const struct judgement *judgement, bool ignore_system,
                        struct intake *ret)
{
    const char *bhxh = ignore_system ? card->bhxh_number : judgement->bhxh_number;
    memcpy(ret->bhxh_number, bhxh, sizeof ret->bhxh_number);
    if (*bhxh == '\0') {
        number_bhxh(ret->facts.number, ret->bhxh_number);
    }
}

static void open_difficulty(const struct judgement *judgement, struct intake *ret)
{
    for (int i = 0; i < ret->correction_count; i++) {
        if (ret->corrections[i].kind == CORRECTION_KEEP) {
            ret->difficulty = difficulty_propose(judgement);
        }
    }
}

void intake_make(const struct card *card, const struct judgement *judgement, const struct decision *decision,
                 enum intake_status status, bool ignore_system, struct intake *ret)
{
    *ret = (struct intake){.status = status,
                           .kind = card->kind,
                           .verdict = judgement->verdict,
                           .card = card->facts,
                           .system = judgement->system,
                           .findings = judgement->findings,
                           .checked = judgement->checked};
    memcpy(ret->as_of, judgement->as_of, sizeof ret->as_of);
    memcpy(ret->cmnd, card->cmnd, sizeof ret->cmnd);
    memcpy(ret->reason, decision->reason, sizeof ret->reason);
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        struct outcome outcome = choose(card, judgement, decision, field, ignore_system);
        memcpy(facts_at(&ret->facts, field), outcome.value, strlen(outcome.value) + 1);
        ret->source[field] = *outcome.value ? outcome.source : SOURCE_NONE;
        const struct row *row = ignore_system ? NULL : compare_row(judgement, field);
        record_field(ret, row, field, decision->choice[field]);
    }
    keep_number(card, judgement, ignore_system, ret);
    open_difficulty(judgement, ret);
    ret->repeat = judgement->repeat.found && *decision->reason;
}

enum field intake_undecided(const struct judgement *judgement, const struct decision *decision)
{
    for (int i = 0; i < judgement->row_count; i++) {
        const struct row *row = &judgement->rows[i];
        bool open = row->result == RESULT_DIFFERENT && decision->choice[row->field] == CHOICE_PROPOSED;
        if (open && identity(row->field)) {
            return row->field;
        }
    }
    return FIELD_COUNT;
}

const char *intake_status_code(enum intake_status status)
{
    static const char *const codes[] = {"admitted", "provisional", "not_insured"};
    assert(status <= INTAKE_NOT_INSURED);
    return codes[status];
}

const char *correction_kind_code(enum correction_kind kind)
{
    static const char *const codes[] = {"fix", "fill", "keep"};
    assert(kind <= CORRECTION_KEEP);
    return codes[kind];
}
