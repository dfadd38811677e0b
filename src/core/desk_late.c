/* desk_late: the list chưa kiểm tra, and a record of it opened as a review. The patient is not here: whoever comes to
 * the counter goes first, and nothing but Enter or `x` takes the record off the list. */
#include "core/desk_inside.h"
#include "core/recheck.h"
#include <string.h>

static void keep_at(struct desk *desk)
{
    memset(desk->late_at, 0, sizeof desk->late_at);
    if (desk->late_row < desk->late_count) {
        memcpy(desk->late_at, desk->late[desk->late_row].id, sizeof desk->late_at);
    }
}

struct wish act_late(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->late_top = desk->late_row = 0;
    memset(desk->late_at, 0, sizeof desk->late_at);
    return desk_over(desk, MODE_LATE, WISH_LATE);
}

static struct scroll lates(struct desk *desk)
{
    return (struct scroll){&desk->late_top, &desk->late_row, desk->late_count, desk->late_total};
}

struct wish act_late_move(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    if (!desk_scroll(lates(desk), key.press)) {
        keep_at(desk);
        return wish_of(WISH_NONE);
    }
    memset(desk->late_at, 0, sizeof desk->late_at);
    return wish_of(WISH_LATE);
}

/* The list changes by itself while it is shown: the cursor stays on its record, so that Enter opens what was seen. */
struct wish desk_late_listed(struct desk *desk, uint64_t now)
{
    (void)now;
    for (int i = 0; i < desk->late_count && desk->late_at[0]; i++) {
        if (strcmp(desk->late[i].id, desk->late_at) == 0) {
            desk->late_row = i;
        }
    }
    desk_scroll_settle(lates(desk));
    keep_at(desk);
    return wish_of(WISH_NONE);
}

/* A record that only waits may be opened as well: its review asks the portal. */
struct wish act_late_open(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (desk->open) {
        desk_fault(desk, FAULT_REVIEW_OPEN, now);
        return wish_of(WISH_NONE);
    }
    if (desk->late_row >= desk->late_count) {
        return wish_of(WISH_NONE);
    }
    desk_go(desk, desk->back);
    return (struct wish){WISH_LATE_OPEN, desk->late_row};
}

/* What the clerk decided then is decided now, as long as the assessment data says nothing else. */
static void decide(struct review *review, const struct intake *intake)
{
    struct decision *decision = &review->decision;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (intake->source[field] >= SOURCE_PAPERS) {
            memcpy(facts_at(&decision->typed, field), facts_get(&intake->facts, field), field_size(field));
            decision->typed_source[field] = intake->source[field];
            decision->choice[field] = CHOICE_TYPED;
        }
    }
    for (int i = 0; i < intake->correction_count; i++) {
        if (intake->corrections[i].kind == CORRECTION_KEEP) {
            decision->choice[intake->corrections[i].field] = CHOICE_CARD;
        }
    }
}

/* A name that was taken over from the system against the card's, and still is what the system says. */
static void decide_identity(struct review *review, const struct intake *intake)
{
    static const enum field fields[] = {FIELD_NAME, FIELD_BIRTH_DATE, FIELD_GENDER};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        enum source source = intake->source[fields[i]];
        const char *held = facts_get(&intake->facts, fields[i]);
        const char *card = facts_get(&intake->card, fields[i]);
        bool system = source == SOURCE_REGISTER || source == SOURCE_PORTAL;
        if (system && *card && strcmp(held, card) != 0 &&
            strcmp(held, facts_get(&review->judgement.system, fields[i])) == 0) {
            review->decision.choice[fields[i]] = CHOICE_SYSTEM;
        }
    }
}

/* Whoever was taken in by a typed number was asked the birth year then. */
static void confirm(struct review *review)
{
    const char *held = review->late.held.facts.birth_date, *system = review->judgement.system.birth_date;
    bool fits = *held && *system && date_agree(held, system);
    review->confirmed = review->confirmed || (review->typed && fits);
}

static void keep_rest(struct review *review, const struct intake *intake)
{
    review->contact = intake->contact;
    memcpy(review->birth_certificate, intake->birth_certificate, sizeof review->birth_certificate);
    review->repeat_ok = intake->repeat;
    if (!intake->entitlement.proposed) {
        review->entitlement = intake->entitlement;
    }
}

static void keep_head(struct late_review *late, const struct kept_intake *record)
{
    memcpy(late->id, record->id, sizeof late->id);
    memcpy(late->day, record->at, DATE_SIZE - 1);
    late->day[DATE_SIZE - 1] = '\0';
    memcpy(late->time, record->at + DATE_SIZE, sizeof late->time);
    late->held = record->intake;
}

struct wish desk_late_open(struct desk *desk, const struct kept_intake *record, const struct answer *answer,
                           uint64_t now)
{
    struct card card;
    if (desk->open || desk->saving) {
        return wish_of(WISH_NONE);
    }
    if (!record || record->undone) {
        desk->record_found = desk->record_today = desk->record_slip = false;
        desk_fault(desk, FAULT_RECORD_GONE, now);
        return wish_of(WISH_NONE);
    }
    recheck_card(record, &card);
    struct review *review = &desk->review;
    (void)desk_open(desk, &card, NULL);
    keep_head(&review->late, record);
    keep_rest(review, &record->intake);
    decide(review, &record->intake);
    struct wish wish = desk_answer(desk, answer, now);
    decide_identity(review, &record->intake);
    desk_adopt(desk);
    confirm(review);
    desk_record_opened(desk);
    return wish.kind == WISH_NONE ? desk_inquire(desk, now) : wish;
}

bool desk_closes(const struct desk *desk)
{
    return desk->mode == MODE_REASON && desk->step == REASON_CLOSE && desk->review.late.id[0];
}

struct wish act_late_close(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk_type_into(desk, MODE_REASON, "");
    desk->step = REASON_CLOSE;
    return wish_of(WISH_NONE);
}
