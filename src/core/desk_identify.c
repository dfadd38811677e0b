/* desk_identify: somebody who was taken in without any number (unconscious, newborn) is told who it is, days later too: the
 * record is open, and the first scan or typed number is that patient's. Nobody else's scan is taken for it in silence:
 * where name, birth date or gender of then do not agree, the clerk says so once. */
#include "core/desk_inside.h"
#include <string.h>

bool desk_nameless(const struct desk *desk)
{
    const struct late_review *late = &desk->review.late;
    const struct facts *held = &late->held.facts;
    return desk->open && late->id[0] && !held->number[0] && !held->cccd[0] && !late->held.bhxh_number[0];
}

bool desk_awaits_identity(const struct desk *desk)
{
    enum card_kind kind = desk->review.card.kind;
    return desk_nameless(desk) && (kind == CARD_UNKNOWN || kind == CARD_NUMBER);
}

/* What relatives said then gives way to the card. */
static void undecide(struct review *review)
{
    static const enum field fields[] = {FIELD_NAME, FIELD_BIRTH_DATE, FIELD_GENDER};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        review->decision.choice[fields[i]] = CHOICE_PROPOSED;
    }
}

struct wish desk_identify(struct desk *desk, const struct card *card, const struct scan *scan)
{
    struct review *review = &desk->review;
    undecide(review);
    review->card = review->asked = *card;
    review->typed = card->kind == CARD_NUMBER;
    review->scans[0] = *scan;
    review->scan_count = 1;
    review->dropped = review->same = review->confirmed = review->by_card = false;
    review->picked[0] = '\0';
    desk_go(desk, MODE_REVIEW);
    desk_judge(desk);
    return desk_ask(desk);
}

/* A typed number's person is known only when the look-up has answered. */
struct wish desk_identify_scan(struct desk *desk, const struct scan *scan, const struct card *card,
                               bool *ret_ask)
{
    bool agrees = desk_agrees(&desk->review.late.held.facts, &card->facts, true);
    *ret_ask = card->kind != CARD_NUMBER && !agrees;
    return *ret_ask ? wish_of(WISH_NONE) : desk_identify(desk, card, scan);
}

bool desk_identifies(const struct desk *desk)
{
    const struct review *review = &desk->review;
    struct facts facts;
    if (!desk_nameless(desk) || review->identified || review->card.kind == CARD_UNKNOWN) {
        return false;
    }
    facts = review->card.facts;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        memcpy(facts_at(&facts, field), desk_held(review, field), field_size(field));
    }
    return !desk_agrees(&review->late.held.facts, &facts, true);
}
