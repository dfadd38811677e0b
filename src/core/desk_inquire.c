/* desk_inquire: what the portal is asked about the open review, and when. */
#include "core/desk_inside.h"
#include "core/name.h"
#include "core/word.h"
#include <stdio.h>
#include <string.h>

bool desk_refused(const struct desk *desk)
{
    const struct review *review = &desk->review;
    return desk->open && word_doubts(&review->answer, review->judgement.member) != FIELD_COUNT;
}

/* As the clerk chose or typed it, else as presented, else as the register has it where it is known to be this person's row. */
static const char *asked_value(const struct desk *desk, enum field field)
{
    const struct review *review = &desk->review;
    const char *stated = card_value(&review->card, field);
    switch (review->decision.choice[field]) {
    case CHOICE_TYPED: return facts_get(&review->decision.typed, field);
    case CHOICE_SYSTEM: return facts_get(&review->judgement.system, field);
    default: break;
    }
    bool stops = review->judgement.verdict == VERDICT_IDENTITY_STOP && !review->same;
    bool known = review->judgement.member >= 0 && !desk_needs_year(desk) && !review->by_card && !stops;
    return *stated || !known ? stated : facts_get(&review->judgement.system, field);
}

static const char *asked_number(const struct review *review)
{
    const struct facts *facts = &review->asked.facts;
    if (review->picked[0]) {
        return review->picked;
    }
    return facts->number[0] ? facts->number : facts->cccd;
}

void desk_question(const struct desk *desk, struct question *ret)
{
    const char *birth = asked_value(desk, FIELD_BIRTH_DATE);
    *ret = (struct question){.number = ""};
    snprintf(ret->number, sizeof ret->number, "%s", asked_number(&desk->review));
    snprintf(ret->name, sizeof ret->name, "%s", asked_value(desk, FIELD_NAME));
    /* A month without its day is not taken: the year alone is. */
    snprintf(ret->birth_date, sizeof ret->birth_date, "%.*s", date_full(birth) ? DATE_SIZE - 1 : 4, birth);
}

/* The register's row is young and nothing differs. */
static bool sure(const struct desk *desk)
{
    const struct judgement *judgement = &desk->review.judgement;
    bool fits = judgement->verdict == VERDICT_MATCH || judgement->verdict == VERDICT_FOUND;
    return fits && !assess_found(judgement, FINDING_REGISTER_OLD);
}

static bool wanted(const struct desk *desk)
{
    switch (desk->hospital.portal_when) {
    case ASK_BY_KEY: return desk->review.inquiry.wanted;
    case ASK_UNSURE: return desk->review.inquiry.wanted || !sure(desk);
    default: return true;
    }
}

/* The same was asked; or the person was found by it, and only the number is another of theirs. */
static bool asked_already(const struct desk *desk, const struct question *question)
{
    const struct inquiry *inquiry = &desk->review.inquiry;
    struct question other = *question;
    if (inquiry->state == INQUIRY_NONE) {
        return false;
    }
    if (inquiry->state == INQUIRY_ANSWERED && desk->review.answer.portal.has_member) {
        memcpy(other.number, inquiry->question.number, sizeof other.number);
    }
    return question_same(&inquiry->question, &other);
}

/* To the portal a tone may be what was wrong, which question_same does not see. */
static bool reworded(const struct question *a, const struct question *b)
{
    return strcmp(a->number, b->number) != 0 || strcmp(a->birth_date, b->birth_date) != 0 || !*a->name ||
           !*b->name || name_compare(a->name, b->name) != NAME_SAME;
}

bool desk_asks_again(const struct desk *desk)
{
    const struct inquiry *inquiry = &desk->review.inquiry;
    struct question question;
    desk_question(desk, &question);
    return desk->hospital.portal && desk_refused(desk) && inquiry->state == INQUIRY_ANSWERED &&
           inquiry->again < INQUIRY_AGAIN && question_complete(&question) &&
           reworded(&inquiry->question, &question);
}

struct wish desk_ask_portal(struct desk *desk, uint64_t now)
{
    struct inquiry *inquiry = &desk->review.inquiry;
    inquiry->again += desk_asks_again(desk);
    desk_question(desk, &inquiry->question);
    inquiry->state = INQUIRY_OUT;
    inquiry->ticket = ++desk->ticket;
    inquiry->since = now;
    if (desk->mode == MODE_REVIEW) {
        desk_rearm(desk);
    }
    return (struct wish){WISH_PORTAL, inquiry->ticket};
}

struct wish desk_inquire(struct desk *desk, uint64_t now)
{
    struct question question;
    desk_question(desk, &question);
    bool asks = desk->open && !desk->asking && desk->hospital.portal && question_complete(&question) &&
                wanted(desk) && !asked_already(desk, &question) && !desk_refused(desk);
    return asks ? desk_ask_portal(desk, now) : wish_of(WISH_NONE);
}

/* What is missing is typed first. */
static struct wish complete(struct desk *desk)
{
    if (desk_needs_year(desk)) {
        desk_type_into(desk, MODE_YEAR, "");
        return wish_of(WISH_NONE);
    }
    desk->review.status = INTAKE_PROVISIONAL;
    desk_make(desk, INTAKE_PROVISIONAL, &desk->intake);
    desk_form_open(desk);
    return wish_of(WISH_NONE);
}

struct wish act_ask(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    struct inquiry *inquiry = &desk->review.inquiry;
    struct question question;
    desk_question(desk, &question);
    if (!desk->hospital.portal || !question.number[0]) {
        desk_fault(desk, desk->hospital.portal ? FAULT_QUESTION_INCOMPLETE : FAULT_PORTAL_NONE, now);
        return wish_of(WISH_NONE);
    }
    inquiry->wanted = true;
    if (desk_needs_year(desk) || !question_complete(&question)) {
        return complete(desk);
    }
    bool out = inquiry->state == INQUIRY_OUT && !reworded(&inquiry->question, &question);
    return out ? wish_of(WISH_NONE) : desk_ask_portal(desk, now);
}

bool desk_form_asks(const struct desk *desk)
{
    const struct review *review = &desk->review;
    struct question question;
    desk_question(desk, &question);
    if (!desk->open || !desk->hospital.portal || !question.number[0] || review->by_card) {
        return false;
    }
    if (desk->mode == MODE_FORM) {
        memcpy(question.name, desk->form.name, sizeof question.name);
        memcpy(question.birth_date, desk->form.birth_date, sizeof question.birth_date);
    }
    if (desk_refused(desk)) {
        return review->inquiry.again < INQUIRY_AGAIN && reworded(&review->inquiry.question, &question);
    }
    return wanted(desk) && !asked_already(desk, &question);
}

struct wish desk_form_ask(struct desk *desk, uint64_t now)
{
    struct question question;
    desk_question(desk, &question);
    if (!desk_form_asks(desk) || !question_complete(&question)) {
        return wish_of(WISH_NONE);
    }
    desk_go(desk, MODE_REVIEW);
    return desk_ask_portal(desk, now);
}

void desk_note_check(const struct desk *desk, struct intake *ret)
{
    const struct review *review = &desk->review;
    enum inquiry_state state = review->inquiry.state;
    desk_question(desk, &ret->question);
    bool heard = state == INQUIRY_ANSWERED;
    bool asks =
        desk->hospital.portal && question_complete(&ret->question) && (state != INQUIRY_NONE || wanted(desk));
    bool unchecked = review->judgement.verdict == VERDICT_UNCHECKED && !(review->late.id[0] && heard);
    ret->check = (asks && !heard) || unchecked;
}
