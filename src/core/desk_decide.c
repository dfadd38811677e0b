/* desk_decide: what Enter and the choices 1, 2, 3 do with the open review. */
#include "core/advice.h"
#include "core/desk_inside.h"
#include "core/text.h"
#include <stdio.h>
#include <string.h>

/* Nothing was compared yet: writing would be about whoever has this number. */
bool desk_needs_year(const struct desk *desk)
{
    const struct review *review = &desk->review;
    return desk->open && review->typed && review->judgement.member >= 0 && !review->confirmed &&
           !review->by_card;
}

enum field desk_undecided(const struct desk *desk)
{
    return intake_undecided(&desk->review.judgement, &desk->review.decision);
}

/* Whoever is not here was taken in already; a record without a number may be that of somebody who was taken in once more
 * since. */
enum finding desk_reason_for(const struct desk *desk)
{
    const struct review *review = &desk->review;
    const struct findings *findings = &review->judgement.findings;
    if (!desk->open || (review->late.id[0] && !desk_nameless(desk))) {
        return FINDING_COUNT;
    }
    if (review->answer.repeat.found && !review->repeat_ok) {
        return FINDING_REPEAT_TODAY;
    }
    if (!review->visit_ok && finding_has(findings, FINDING_STAY_ELSEWHERE)) {
        return FINDING_STAY_ELSEWHERE;
    }
    return !review->visit_ok && finding_has(findings, FINDING_LEFT_TODAY) ? FINDING_LEFT_TODAY
                                                                          : FINDING_COUNT;
}

static enum enter enter_of_verdict(const struct desk *desk)
{
    switch (desk->review.judgement.verdict) {
    case VERDICT_UNCHECKED:
    case VERDICT_NOT_FOUND:
    case VERDICT_UNSYNCED: return ENTER_PROVISIONAL;
    case VERDICT_IDENTITY_STOP: return desk->review.same ? ENTER_ADMIT : ENTER_NOTHING;
    case VERDICT_REPEAT: return desk->review.repeat_ok ? ENTER_ADMIT : ENTER_REASON;
    case VERDICT_MISMATCH: return ENTER_CORRECT;
    case VERDICT_FOUND: return desk->review.confirmed ? ENTER_ADMIT : ENTER_NOTHING;
    case VERDICT_IDENTITY:
    case VERDICT_MATCH: return ENTER_ADMIT;
    default: return ENTER_NOTHING;
    }
}

static bool raised(const struct desk *desk)
{
    return checks_raised(&desk->hospital.checks, &desk->review.judgement.findings) != FINDING_COUNT;
}

/* The portal refused name or birth date: what was typed from the papers is asked once more, and then goes in as it is. */
static enum enter enter_refused(const struct desk *desk)
{
    if (desk_undecided(desk) != FIELD_COUNT) {
        return ENTER_GO;
    }
    return desk_asks_again(desk) ? ENTER_ASK : ENTER_PROVISIONAL;
}

/* As for whoever stands here. */
static enum enter enter_here(const struct desk *desk)
{
    if (!desk->open || desk->asking) {
        return ENTER_NOTHING;
    }
    enum enter enter = enter_of_verdict(desk);
    if (enter == ENTER_NOTHING) {
        return enter;
    }
    if (desk_needs_year(desk)) {
        return ENTER_YEAR;
    }
    bool stops = desk->review.judgement.verdict == VERDICT_IDENTITY_STOP;
    if (desk_refused(desk) && !stops) {
        enter = enter_refused(desk);
    } else if (enter != ENTER_PROVISIONAL && desk_undecided(desk) != FIELD_COUNT) {
        enter = ENTER_GO;
    }
    if (enter == ENTER_GO || enter == ENTER_ASK) {
        return enter;
    }
    if ((raised(desk) && !desk->review.heeded) || desk_identifies(desk)) {
        return ENTER_CONFIRM;
    }
    enum finding reason = desk_reason_for(desk);
    bool visit = reason == FINDING_STAY_ELSEWHERE || reason == FINDING_LEFT_TODAY;
    return visit && enter != ENTER_PROVISIONAL ? ENTER_REASON : enter;
}

enum enter desk_enter(const struct desk *desk)
{
    enum enter enter = enter_here(desk);
    bool writes = enter == ENTER_ADMIT || enter == ENTER_CORRECT || enter == ENTER_PROVISIONAL;
    return writes && desk->review.late.id[0] ? desk_late_enter(desk, enter) : enter;
}

/* Whoever had no scan was judged without the birth date, which the form gives. */
static void note_child(const struct desk *desk, struct intake *intake)
{
    bool child = !intake->facts.number[0] && desk->review.judgement.candidate_count == 0 &&
                 advice_child(&intake->facts, desk_day(desk));
    if (child && !checks_off(&desk->hospital.checks, FINDING_CHILD_UNDER_SIX)) {
        finding_add(&intake->findings, FINDING_CHILD_UNDER_SIX);
    }
}

void desk_facts(const struct desk *desk, enum intake_status status, struct intake *ret)
{
    const struct review *review = &desk->review;
    bool ignore_system = review->by_card || review->dropped || desk_needs_year(desk);
    intake_make(&review->card, &review->judgement, &review->decision, status, ignore_system, ret);
    ret->repeat = review->repeat_ok;
    note_child(desk, ret);
    if (review->difficulty != DIFFICULTY_NONE) {
        ret->difficulty = review->difficulty;
    }
    memcpy(ret->birth_certificate, review->birth_certificate, sizeof ret->birth_certificate);
    ret->contact = review->contact;
    ret->contact.whole = review->contact.whole || desk_contact_erased(review);
    memcpy(ret->of, review->late.id, sizeof ret->of);
    ret->settled = review->late.held.settled;
    bool refused = desk_refused(desk) && review->inquiry.state == INQUIRY_ANSWERED;
    if (refused && status == INTAKE_PROVISIONAL && ret->difficulty == DIFFICULTY_NONE) {
        ret->difficulty = DIFFICULTY_IDENTITY;
    }
    if (review->late.held.reason[0]) {
        char all[2 * REASON_SIZE + 2];
        const char *added = review->decision.reason;
        snprintf(all, sizeof all, "%s%s%s", review->late.held.reason, *added ? "; " : "", added);
        text_clip(ret->reason, sizeof ret->reason, all, REASON_SIZE);
    }
    desk_note_check(desk, ret);
}

void desk_make(const struct desk *desk, enum intake_status status, struct intake *ret)
{
    desk_facts(desk, status, ret);
    desk_entitle(desk, ret, &ret->entitlement);
}

static bool nameless(const struct facts *facts)
{
    return !facts->name[0] || !facts->birth_date[0] || !facts->gender[0];
}

struct wish desk_take_in(struct desk *desk, enum intake_status status)
{
    struct review *review = &desk->review;
    review->status = status;
    if (desk_needs_year(desk)) {
        desk_type_into(desk, MODE_YEAR, "");
        return wish_of(WISH_NONE);
    }
    desk_make(desk, status, &desk->intake);
    if (status == INTAKE_PROVISIONAL && nameless(&desk->intake.facts)) {
        desk_form_open(desk);
        return wish_of(WISH_NONE);
    }
    if (desk_reason_for(desk) != FINDING_COUNT) {
        desk_type_into(desk, MODE_REASON, "");
        return wish_of(WISH_NONE);
    }
    desk->saving = true;
    desk_rearm(desk);
    return wish_of(WISH_SAVE);
}

static struct wish enter_does(struct desk *desk, uint64_t now)
{
    switch (desk_enter(desk)) {
    case ENTER_CLOSE: return desk_agreed(desk);
    case ENTER_LEAVE:
    case ENTER_DONE: return desk_late_leave(desk, now);
    default: break;
    }
    switch (enter_here(desk)) {
    case ENTER_ADMIT:
    case ENTER_CORRECT:
    case ENTER_REASON: return desk_take_in(desk, INTAKE_ADMITTED);
    case ENTER_PROVISIONAL: return desk_take_in(desk, INTAKE_PROVISIONAL);
    case ENTER_GO: desk_move_to(desk, desk_undecided(desk)); break;
    case ENTER_YEAR: desk_type_into(desk, MODE_YEAR, ""); break;
    case ENTER_CONFIRM: desk_go(desk, MODE_CONFIRM); break;
    case ENTER_ASK: return desk_ask_portal(desk, now);
    default: break;
    }
    return wish_of(WISH_NONE);
}

struct wish act_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    return desk_armed(desk, now) ? enter_does(desk, now) : wish_of(WISH_NONE);
}

struct wish act_other_person(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->review.dropped = true;
    desk->review.same = false;
    desk->review.picked[0] = '\0';
    memset(&desk->review.answer, 0, sizeof desk->review.answer);
    desk_narrow(desk);
    desk_reason(desk, said_text(SAID_OTHER_PERSON, desk->hospital.language));
    return wish_of(WISH_NONE);
}

struct wish act_by_card(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->review.by_card = true;
    if (desk->review.judgement.verdict ==
        VERDICT_IDENTITY_STOP) { /* the card's values stand against the system's */
        desk->review.difficulty = DIFFICULTY_IDENTITY;
    }
    return desk_take_in(desk, INTAKE_PROVISIONAL);
}

/* The system's term is what is in doubt: the card's stays, where a card was shown. */
struct wish act_doubtful(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    if (!desk_needs_year(desk)) {
        desk->review.by_card = !desk->review.typed;
        desk->review.difficulty = DIFFICULTY_VALIDITY;
    }
    return desk_take_in(desk, INTAKE_PROVISIONAL);
}

struct wish act_not_insured(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    if (desk_needs_year(desk)) {
        desk_type_into(desk, MODE_YEAR, "");
    } else {
        desk_go(desk, MODE_CONFIRM);
    }
    return wish_of(WISH_NONE);
}

struct wish act_confirm(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (!desk_armed(desk, now)) {
        return wish_of(WISH_NONE);
    }
    if (desk->review.judgement.verdict == VERDICT_INVALID) {
        return desk_take_in(desk, INTAKE_NOT_INSURED);
    }
    desk->review.heeded = desk->review.identified = true;
    return enter_does(desk, now);
}

void desk_reason(struct desk *desk, const char *reason)
{
    char *all = desk->review.decision.reason;
    size_t len = strlen(all), room = REASON_SIZE - len;
    /* Each mode's line is short enough for all reasons of one review; a fourth is not asked for. */
    if (strlen(reason) + 2 < room) {
        snprintf(all + len, room, "%s%s", len ? "; " : "", reason);
    }
}

struct wish act_reason(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (!desk->line.text[0]) {
        desk_fault(desk, FAULT_LINE_EMPTY, now);
        return wish_of(WISH_NONE);
    }
    if (!desk_armed(desk, now)) {
        return wish_of(WISH_NONE);
    }
    desk_reason(desk, desk->line.text);
    if (desk_closes(desk)) {
        desk->saving = true;
        desk_rearm(desk);
        return wish_of(WISH_LATE_CLOSE);
    }
    desk->review.repeat_ok = desk->review.repeat_ok || desk->review.answer.repeat.found;
    desk->review.visit_ok = true;
    return desk_take_in(desk, desk->review.status);
}
