/* desk_agree: what Enter in the review of an earlier record would change of it. Where that is nothing, nothing is written:
 * a record of the list chưa kiểm tra is closed once the assessment data has said so, and stays on the list until then; any
 * other one is only closed. */
#include "core/desk_inside.h"
#include <stdio.h>
#include <string.h>

static bool keeps(const struct intake *intake, enum field field)
{
    for (int i = 0; i < intake->correction_count; i++) {
        if (intake->corrections[i].field == field && intake->corrections[i].kind == CORRECTION_KEEP) {
            return true;
        }
    }
    return false;
}

/* The same value from the papers, or kept against the system's, is a decision of the clerk. */
static bool field_differs(const struct review *review, const struct intake *made, enum field field)
{
    const struct intake *held = &review->late.held;
    bool typed = review->decision.choice[field] == CHOICE_TYPED;
    return strcmp(facts_get(&made->facts, field), facts_get(&held->facts, field)) != 0 ||
           (typed && made->source[field] != held->source[field]) || keeps(made, field) != keeps(held, field);
}

/* What the program proposed then is proposed anew, and is nobody's decision. */
static bool entitlement_differs(const struct review *review)
{
    static const struct entitlement NONE = {.code = ""};
    const struct entitlement *held = &review->late.held.entitlement, *chosen = &review->entitlement;
    held = held->proposed ? &NONE : held;
    return strcmp(held->code, chosen->code) != 0 || strcmp(held->paper.number, chosen->paper.number) != 0 ||
           strcmp(held->paper.from, chosen->paper.from) != 0 || strcmp(held->paper.to, chosen->paper.to) != 0;
}

static int differences(const struct desk *desk, enum intake_status status)
{
    const struct review *review = &desk->review;
    const struct intake *held = &review->late.held;
    struct intake made;
    int count = 0;
    desk_facts(desk, status, &made);
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        count += field_differs(review, &made, field);
    }
    count += desk_contact_differences(&review->contact, &held->contact);
    count += strcmp(review->birth_certificate, held->birth_certificate) != 0;
    count += entitlement_differs(review);
    count += held->status == INTAKE_NOT_INSURED || (!held->check && held->status != status);
    return count ? count : review->decision.reason[0] != '\0';
}

int desk_differences(const struct desk *desk)
{
    return differences(desk, INTAKE_ADMITTED);
}

/* The portal answered, or the register is newer than it was then: without either nothing speaks for the record. */
static bool answered(const struct review *review)
{
    switch (review->inquiry.state) {
    case INQUIRY_OUT: return false;
    case INQUIRY_ANSWERED: return true;
    default: return strcmp(review->judgement.as_of, review->late.held.as_of) > 0;
    }
}

/* It answered, and could not say that this is the patient's. */
static bool refused(const struct desk *desk)
{
    const struct review *review = &desk->review;
    bool number =
        review->inquiry.state == INQUIRY_ANSWERED && code_way(review->answer.portal.code) == CODE_NUMBER;
    return number || desk_refused(desk);
}

enum enter desk_late_enter(const struct desk *desk, enum enter enter)
{
    bool provisional = enter == ENTER_PROVISIONAL;
    if (differences(desk, provisional ? INTAKE_PROVISIONAL : INTAKE_ADMITTED) > 0) {
        return ENTER_REVISE;
    }
    if (!desk->review.late.held.check) {
        return ENTER_DONE;
    }
    if (!answered(&desk->review)) {
        return ENTER_LEAVE;
    }
    return provisional || refused(desk) ? ENTER_REVISE : ENTER_CLOSE;
}

struct wish desk_agreed(struct desk *desk)
{
    desk->review.late.agreed = true;
    desk_reason(desk, said_text(SAID_RECORD_AGREES, desk->hospital.language));
    desk->saving = true;
    desk_rearm(desk);
    return wish_of(WISH_LATE_CLOSE);
}

void desk_not_agreed(struct desk *desk)
{
    if (desk->review.late.agreed) {
        desk->review.late.agreed = false;
        desk->review.decision.reason[0] = '\0';
    }
}

struct wish desk_late_leave(struct desk *desk, uint64_t now)
{
    char name[NAME_SIZE];
    enum said stays = desk_stays(desk);
    snprintf(name, sizeof name, "%s", desk_name(desk));
    struct wish wish = desk_close(desk);
    desk_say(desk, stays, name, now);
    return wish;
}

enum said desk_stays(const struct desk *desk)
{
    return desk->review.late.held.check ? SAID_LATE_STAYS : SAID_RECORD_STAYS;
}
