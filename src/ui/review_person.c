/* review_person: who it is, and what changes for this person when Enter corrects. */
#include "core/heir.h"
#include "core/text.h"
#include "ui/review.h"
#include <stdio.h>
#include <string.h>

bool review_hides_year(const struct desk *desk)
{
    const struct review *review = &desk->review;
    bool asked = desk->mode == MODE_SAME && desk->step == 0;
    return asked || (review->typed && review->judgement.member >= 0 && !review->confirmed);
}

static const char *origin_word(const struct frame *frame)
{
    switch (frame->desk->review.card.kind) {
    case CARD_BHYT: return frame_word(frame, WORD_SOURCE_CARD);
    case CARD_CCCD: return frame_word(frame, WORD_SOURCE_CCCD);
    case CARD_NUMBER: return frame_word(frame, WORD_SOURCE_TYPED);
    case CARD_UNKNOWN: break;
    }
    return frame_word(frame, WORD_SOURCE_NONE);
}

/* "[QR thẻ, 2 mã]" at the right edge; returns its first column. */
static int draw_origin(const struct frame *frame, int row)
{
    const struct review *review = &frame->desk->review;
    char text[FRAME_TEXT], count[64] = "";
    if (review->scan_count > 1) {
        snprintf(count, sizeof count, frame_word(frame, WORD_SCANS), review->scan_count);
    }
    snprintf(text, sizeof text, "[%s%s%s]", origin_word(frame), *count ? ", " : "", count);
    int column = frame->grid->columns - 1 - text_columns(text);
    grid_put(frame->grid, row, column, FRAME_TEXT, STYLE_DIM, text);
    return column;
}

/* The line above a late review says it already. */
static void join_phone(const struct frame *frame, char *out, size_t cap)
{
    const struct review *review = &frame->desk->review;
    bool said = review->late.id[0] && strcmp(review->contact.phone, review->late.held.contact.phone) == 0;
    char text[64];
    snprintf(text, sizeof text, frame_word(frame, WORD_PHONE_SHORT), review->contact.phone);
    frame_join(out, cap, review->contact.phone[0] && !said ? text : "");
}

/* "Nữ · 12/03/1985 · 41 tuổi · ĐT 0912345678"; the year is left out while it has to be asked. */
static void describe(const struct frame *frame, bool aged, char *out, size_t cap)
{
    const struct review *review = &frame->desk->review;
    char text[ADDRESS_SIZE];
    const char *birth = desk_held(review, FIELD_BIRTH_DATE);
    out[0] = '\0';
    field_show(FIELD_GENDER, desk_held(review, FIELD_GENDER), frame->language, text);
    frame_join(out, cap, text);
    if (review_hides_year(frame->desk)) {
        frame_join(out, cap, frame_word(frame, WORD_HIDDEN));
        join_phone(frame, out, cap);
        return;
    }
    field_show(FIELD_BIRTH_DATE, birth, frame->language, text);
    frame_join(out, cap, text);
    int age = date_age(birth, frame->desk->status.today);
    if (age >= 0 && aged) {
        snprintf(text, sizeof text, frame_word(frame, WORD_YEARS), age);
        frame_join(out, cap, text);
    }
    join_phone(frame, out, cap);
}

void review_person(struct frame *frame)
{
    const char *name = desk_held(&frame->desk->review, FIELD_NAME);
    int row = frame->top++;
    int right = draw_origin(frame, row) - 2;
    char text[FRAME_TEXT + ADDRESS_SIZE];
    name = *name ? name : frame_word(frame, WORD_NO_NAME);
    int end = 1 + text_columns(name) + 3;
    describe(frame, true, text, sizeof text);
    if (end > right - text_columns(text)) { /* the age gives way to the name, the day is there */
        describe(frame, false, text, sizeof text);
    }
    int facts = right - text_columns(text);
    grid_put(frame->grid, row, 1, facts - 2, STYLE_TITLE, name);
    int column = end < facts ? (end < 25 && 25 < facts ? 25 : end) : facts;
    grid_put(frame->grid, row, column, right - column, STYLE_PLAIN, text);
}

/* Says what will be so after the correction and is not so on the card. */
static bool changes(const struct review *review, enum field field, enum finding finding)
{
    enum choice choice = review->decision.choice[field];
    return (choice == CHOICE_PROPOSED || choice == CHOICE_SYSTEM) &&
           assess_found(&review->judgement, finding);
}

/* The table of entitlement is what k opens; what was chosen has a row of its own. */
static enum word elsewhere_word(const struct desk *desk)
{
    struct entitlement entitlement;
    if (!desk->hospital.scheme) {
        return WORD_ELSEWHERE;
    }
    desk_entitlement(desk, &entitlement);
    return entitlement.code[0] ? WORD_ELSEWHERE_CHOSEN : WORD_ELSEWHERE_OPEN;
}

/* What to do must not be cut off: where there is no room for the facility's name, its code stands alone, for
 * the name stands in its row. */
static void say_elsewhere(const struct frame *frame, char *out, size_t cap)
{
    const char *facility = desk_held(&frame->desk->review, FIELD_FACILITY);
    const char *format = frame_word(frame, elsewhere_word(frame->desk));
    int room = frame->grid->columns - FRAME_LEFT - text_columns(frame_word(frame, WORD_AFTER));
    char place[FRAME_TEXT], text[2 * FRAME_TEXT];
    out[0] = '\0';
    if (!*facility || assess_own(&frame->desk->hospital, facility)) {
        return;
    }
    frame_facility(frame, facility, place, sizeof place);
    snprintf(text, sizeof text, format, place);
    if (text_columns(text) > room) {
        snprintf(text, sizeof text, format, facility);
    }
    frame_join(out, cap, text);
}

static void say_changes(const struct frame *frame, char *out, size_t cap)
{
    const struct review *review = &frame->desk->review;
    char text[FRAME_TEXT];
    if (changes(review, FIELD_NUMBER, FINDING_BENEFIT_CHANGED)) {
        char before = review->card.benefit, after = number_benefit(desk_held(review, FIELD_NUMBER));
        snprintf(text, sizeof text, frame_word(frame, WORD_BENEFIT), before ? before : '?',
                 after ? after : '?');
        frame_join(out, cap, text);
    }
    if (changes(review, FIELD_AREA, FINDING_AREA_CHANGED)) {
        const char *before = review->card.facts.area, *after = desk_held(review, FIELD_AREA);
        const char *none = frame_word(frame, WORD_NO_AREA);
        snprintf(text, sizeof text, frame_word(frame, WORD_AREA), *before ? before : none,
                 *after ? after : none);
        frame_join(out, cap, text);
    }
}

void review_after(struct frame *frame)
{
    const struct review *review = &frame->desk->review;
    char text[4 * FRAME_TEXT];
    if (review->judgement.verdict ==
        VERDICT_INVALID) { /* nothing is corrected before the clerk has decided */
        return;
    }
    const char *card = review->card.facts.facility, *final = desk_held(review, FIELD_FACILITY);
    say_elsewhere(frame, text, sizeof text);
    const struct hospital *hospital = &frame->desk->hospital;
    bool corrected = *text && *card && strcmp(heir_of(hospital, card), heir_of(hospital, final)) != 0;
    size_t elsewhere = strlen(text);
    say_changes(frame, text, sizeof text);
    corrected = corrected || text[elsewhere];
    if (*text) {
        grid_printf(frame->grid, frame->top++, FRAME_LEFT, STYLE_WARN, "%s%s",
                    corrected ? frame_word(frame, WORD_AFTER) : "", text);
    }
}
