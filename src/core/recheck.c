/* recheck: what was taken in, field by field, beside what the system says now. */
#include "core/recheck.h"
#include "core/compare.h"
#include "core/word.h"
#include <string.h>

void recheck_card(const struct kept_intake *kept, struct card *ret)
{
    const struct intake *intake = &kept->intake;
    *ret = (struct card){.kind = intake->kind, .facts = intake->card};
    if (!*ret->facts.number && !*ret->facts.cccd) {
        memcpy(ret->facts.number, intake->facts.number, sizeof ret->facts.number);
        memcpy(ret->facts.cccd, intake->facts.cccd, sizeof ret->facts.cccd);
    }
    memcpy(ret->cmnd, intake->cmnd, sizeof ret->cmnd);
    number_bhxh(ret->facts.number, ret->bhxh_number);
    ret->benefit = number_benefit(ret->facts.number);
}

/* The person as held, in the place of the card. */
static void held_card(const struct kept_intake *kept, struct card *ret)
{
    recheck_card(kept, ret);
    ret->facts = kept->intake.facts;
    memcpy(ret->bhxh_number, kept->intake.bhxh_number, sizeof ret->bhxh_number);
}

/* The clerk saw this very difference and held the card's value. */
static bool kept_on_purpose(const struct intake *held, const struct row *row)
{
    for (int i = 0; i < held->correction_count; i++) {
        const struct correction *correction = &held->corrections[i];
        if (correction->field == row->field && correction->kind == CORRECTION_KEEP) {
            return correction->reason == row->finding;
        }
    }
    return false;
}

/* What the record of the visit lacks: the check-in file carries it, or it decides what is paid. */
static bool needed(enum field field)
{
    return field != FIELD_ADDRESS && field != FIELD_FIVE_YEAR_DATE && field != FIELD_CCCD;
}

static bool row_agrees(const struct kept_intake *kept, const struct judgement *judgement,
                       const struct row *row)
{
    const char *held = kept->intake.facts.number, *system = judgement->system.number;
    switch (row->result) {
    case RESULT_SAME:
    case RESULT_MISSING_SYSTEM: return true;
    case RESULT_EQUIVALENT:
        /* A bare BHXH number says neither the object nor the benefit. */
        return row->field != FIELD_NUMBER || number_benefit(held) || !number_benefit(system);
    case RESULT_MISSING_CARD: return !needed(row->field) || !*facts_get(&judgement->system, row->field);
    default: return row->finding == FINDING_ADDRESS_RESIDENCE || kept_on_purpose(&kept->intake, row);
    }
}

static bool rows_agree(const struct kept_intake *kept, const struct judgement *judgement)
{
    for (int i = 0; i < judgement->row_count; i++) {
        if (!row_agrees(kept, judgement, &judgement->rows[i])) {
            return false;
        }
    }
    return !finding_has(&judgement->findings, FINDING_BHXH_DIFFERENT) &&
           !finding_has(&judgement->hidden, FINDING_BHXH_DIFFERENT);
}

/* The clerk decided about the same verdict when the person was taken in. */
static bool decided_then(const struct intake *held, enum verdict verdict)
{
    return verdict == held->verdict &&
           (verdict == VERDICT_INVALID || verdict == VERDICT_NOT_FOUND || verdict == VERDICT_UNSYNCED);
}

static bool answered(const struct answer *answer)
{
    return answer->portal.asked && answer->portal.trouble == TROUBLE_NONE;
}

/* The portal spoke, or the register is newer than it was then. */
static bool news(const struct kept_intake *kept, const struct answer *answer,
                 const struct judgement *presented)
{
    return answered(answer) || strcmp(presented->as_of, kept->intake.as_of) > 0;
}

static bool nobody_can_say(const struct answer *answer, const struct judgement *presented)
{
    return word_doubts(answer, presented->member) != FIELD_COUNT || presented->candidate_count > 0 ||
           (answered(answer) && code_way(answer->portal.code) == CODE_NUMBER);
}

static enum recheck weigh(const struct kept_intake *kept, const struct answer *answer,
                          const struct judgement *presented, const struct judgement *held)
{
    bool decided = decided_then(&kept->intake, presented->verdict);
    if (!news(kept, answer, presented)) {
        return RECHECK_UNKNOWN;
    }
    switch (presented->verdict) {
    case VERDICT_NOT_FOUND:
    case VERDICT_UNSYNCED: return decided ? RECHECK_AGREES : RECHECK_STUCK;
    case VERDICT_UNREADABLE:
    case VERDICT_UNCHECKED: return answered(answer) ? RECHECK_STUCK : RECHECK_UNKNOWN;
    default: break;
    }
    if (nobody_can_say(answer, presented)) {
        return RECHECK_STUCK;
    }
    bool ended = presented->verdict == VERDICT_INVALID && !decided;
    return !ended && rows_agree(kept, held) ? RECHECK_AGREES : RECHECK_DIFFERS;
}

/* The day of the visit decides what was valid; the record itself is no earlier intake. */
enum recheck recheck(const struct kept_intake *kept, const struct answer *answer,
                     const struct hospital *hospital, const char *today)
{
    struct answer heard = *answer;
    struct judgement presented, held;
    struct card card;
    date_text day = "";
    heard.repeat = (struct repeat){0};
    memcpy(day, kept->at, DATE_SIZE - 1);
    const char *visit = date_full(day) ? day : today;
    recheck_card(kept, &card);
    assess(&card, &heard, hospital, visit, &presented);
    held_card(kept, &card);
    assess(&card, &heard, hospital, visit, &held);
    return weigh(kept, answer, &presented, &held);
}
