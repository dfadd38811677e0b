/* desk_portal: what the portal's replies change in the open review: rows in place, the cursor where it was, and Enter
 * only where it would write something else. */
#include "core/desk_inside.h"
#include "core/name.h"
#include <string.h>

/* What Enter and the choices would do: as long as it stays, a reply is no reason to press anew. */
struct proposal {
    enum enter enter;
    enum verdict verdict;
    int candidates, members;
    struct intake intake;
};

static void propose(const struct desk *desk, struct proposal *ret)
{
    const struct review *review = &desk->review;
    ret->enter = desk_enter(desk);
    ret->verdict = review->judgement.verdict;
    ret->candidates = review->judgement.candidate_count;
    ret->members = review->judgement.candidate_count ? review->answer.member_count : 0;
    desk_make(desk, INTAKE_ADMITTED, &ret->intake);
}

static bool same_facts(const struct facts *a, const struct facts *b)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (strcmp(facts_get(a, field), facts_get(b, field)) != 0) {
            return false;
        }
    }
    return true;
}

static bool same_corrections(const struct intake *a, const struct intake *b)
{
    for (int i = 0; i < a->correction_count && a->correction_count == b->correction_count; i++) {
        if (a->corrections[i].field != b->corrections[i].field ||
            a->corrections[i].kind != b->corrections[i].kind) {
            return false;
        }
    }
    return a->correction_count == b->correction_count;
}

/* Where a value comes from, and when that was, may change. */
static bool same_proposal(const struct proposal *a, const struct proposal *b)
{
    return a->enter == b->enter && a->verdict == b->verdict && a->candidates == b->candidates &&
           a->members == b->members && same_facts(&a->intake.facts, &b->intake.facts) &&
           same_corrections(&a->intake, &b->intake) && a->intake.difficulty == b->intake.difficulty &&
           strcmp(a->intake.entitlement.code, b->intake.entitlement.code) == 0;
}

static bool agrees(enum field field, const char *typed, const char *said)
{
    switch (field) {
    case FIELD_NAME: return name_compare(typed, said) < NAME_INCOMPLETE;
    case FIELD_BIRTH_DATE: return strlen(typed) <= strlen(said) && date_agree(typed, said);
    default: return strcmp(typed, said) == 0;
    }
}

static bool adopt(struct review *review, enum field field)
{
    struct decision *decision = &review->decision;
    const char *typed = facts_get(&decision->typed, field);
    const char *said = facts_get(&review->judgement.system, field);
    if (decision->choice[field] != CHOICE_TYPED || !*typed || !*said || !agrees(field, typed, said)) {
        return false;
    }
    decision->choice[field] = *card_value(&review->card, field) ? CHOICE_SYSTEM : CHOICE_PROPOSED;
    return true;
}

void desk_adopt(struct desk *desk)
{
    struct review *review = &desk->review;
    if (review->judgement.member < 0 || review->by_card) {
        return;
    }
    bool name = adopt(review, FIELD_NAME), birth = adopt(review, FIELD_BIRTH_DATE);
    adopt(review, FIELD_GENDER);
    review->confirmed = review->confirmed || (review->typed && name && birth);
}

static struct asked asked_of(const struct desk *desk)
{
    return (struct asked){desk->review.asked.facts.number, desk_day(desk)};
}

/* The shell reads the register anew when a second scan joined; what the portal said before still holds. A late record
 * comes with the portal's word. */
void desk_hear_again(struct desk *desk, const struct answer *before)
{
    struct review *review = &desk->review;
    struct inquiry *inquiry = &review->inquiry;
    const struct asked asked = asked_of(desk);
    const struct portal_word *word = &review->answer.portal;
    if (word->asked && word->trouble == TROUBLE_NONE && inquiry->state == INQUIRY_NONE) {
        inquiry->state = INQUIRY_ANSWERED;
        inquiry->question = word->question;
    } else if (inquiry->heard.ticket) {
        answer_hear(&review->answer, &inquiry->heard, &asked);
    }
    if (before->history.known && !review->answer.history.known) {
        review->answer.history = before->history;
    }
}

static void hear(struct desk *desk, const struct reply *reply, uint64_t now)
{
    const struct asked asked = asked_of(desk);
    const enum mode mode = desk->mode;
    const uint64_t shown_at = desk->shown_at;
    struct proposal before, after;
    propose(desk, &before);
    answer_hear(&desk->review.answer, reply, &asked);
    desk_narrow(desk);
    desk_adopt(desk);
    propose(desk, &after);
    bool same = same_proposal(&before, &after);
    if (desk->mode == mode && (same || desk_is_over(mode))) {
        desk->shown_at = shown_at;
    }
    if (!same && (shown_at || mode != MODE_REVIEW)) {
        desk->changed_until = now + ARM_MS;
    }
}

/* A desk that was put back to an earlier moment gives the same ticket once more: so the question tells as well. */
static bool mine(const struct inquiry *inquiry, const struct reply *reply, int ticket)
{
    const struct question *question = &reply->question, *asked = &inquiry->question;
    return reply->ticket == ticket && strcmp(question->number, asked->number) == 0 &&
           strcmp(question->name, asked->name) == 0 && strcmp(question->birth_date, asked->birth_date) == 0;
}

static void hear_member(struct desk *desk, const struct reply *reply, uint64_t now)
{
    struct inquiry *inquiry = &desk->review.inquiry;
    if (!mine(inquiry, reply, inquiry->ticket) || inquiry->state != INQUIRY_OUT) {
        return;
    }
    inquiry->state = reply->trouble == TROUBLE_NONE ? INQUIRY_ANSWERED : INQUIRY_FAILED;
    inquiry->heard = *reply;
    hear(desk, reply, now);
}

static void hear_history(struct desk *desk, const struct reply *reply, uint64_t now)
{
    struct inquiry *inquiry = &desk->review.inquiry;
    if (!mine(inquiry, reply, inquiry->history_ticket) || !inquiry->history_out) {
        return;
    }
    inquiry->history_out = false;
    inquiry->history_trouble = reply->trouble;
    if (reply->trouble == TROUBLE_NONE) {
        hear(desk, reply, now);
    }
}

static void hear_copayment(struct desk *desk, const struct reply *reply)
{
    struct inquiry *inquiry = &desk->review.inquiry;
    if (mine(inquiry, reply, inquiry->copayment_ticket) && inquiry->copayment_out) {
        inquiry->copayment_out = false;
        inquiry->copayment_known = true;
        inquiry->copayment = *reply;
    }
}

static struct wish ask_history(struct desk *desk)
{
    struct inquiry *inquiry = &desk->review.inquiry;
    inquiry->history_out = true;
    inquiry->history_ticket = ++desk->ticket;
    return (struct wish){WISH_HISTORY, inquiry->history_ticket};
}

/* The hospital wants to see a stay elsewhere without a key. What lies back is no reason to ask a late record's. */
static struct wish follow_up(struct desk *desk, const struct reply *reply)
{
    const struct review *review = &desk->review;
    const struct inquiry *inquiry = &review->inquiry;
    bool named =
        inquiry->state == INQUIRY_ANSWERED && inquiry->heard.ticket == reply->ticket && reply->has_member;
    bool wanted = desk->hospital.history && desk->hospital.visits_always && !review->late.id[0];
    bool open = !inquiry->history_out && !review->answer.history.known;
    return named && wanted && open ? ask_history(desk) : wish_of(WISH_NONE);
}

struct wish desk_portal(struct desk *desk, const struct reply *reply, uint64_t now)
{
    if (!desk->open) {
        return wish_of(WISH_NONE);
    }
    switch (reply->ask) {
    case ASK_MEMBER: hear_member(desk, reply, now); return follow_up(desk, reply);
    case ASK_HISTORY: hear_history(desk, reply, now); break;
    case ASK_COPAYMENT: hear_copayment(desk, reply); break;
    default: break;
    }
    return wish_of(WISH_NONE);
}

/* Whom history and co-payment are asked about; false, and said so, when something is missing. */
static bool about(struct desk *desk, uint64_t now)
{
    struct inquiry *inquiry = &desk->review.inquiry;
    if (inquiry->state == INQUIRY_NONE) {
        desk_question(desk, &inquiry->question);
    }
    bool complete = question_complete(&inquiry->question);
    desk_fault(desk, complete ? FAULT_NONE : FAULT_QUESTION_INCOMPLETE, now);
    return complete;
}

struct wish act_history(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    struct inquiry *inquiry = &desk->review.inquiry;
    desk->page = 0;
    desk_go(desk, MODE_HISTORY);
    if (inquiry->history_out || desk->review.answer.history.known || !about(desk, now)) {
        return wish_of(WISH_NONE);
    }
    return ask_history(desk);
}

struct wish act_copayment(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    struct inquiry *inquiry = &desk->review.inquiry;
    desk->page = 0;
    desk_go(desk, MODE_COPAYMENT);
    bool known = inquiry->copayment_known && inquiry->copayment.trouble == TROUBLE_NONE;
    if (inquiry->copayment_out || known || !about(desk, now)) {
        return wish_of(WISH_NONE);
    }
    inquiry->copayment_out = true;
    inquiry->copayment_ticket = ++desk->ticket;
    return (struct wish){WISH_COPAYMENT, inquiry->copayment_ticket};
}
