/* desk_review: a review opened, judged anew, closed, and the next one let in. */
#include "core/desk_inside.h"
#include <assert.h>
#include <string.h>

const char *desk_name(const struct desk *desk)
{
    const struct facts *facts = &desk->review.card.facts;
    const struct facts *system = &desk->review.judgement.system;
    bool known = desk->review.judgement.member >= 0 && !desk->review.by_card;
    if (facts->name[0]) {
        return facts->name;
    }
    if (desk->review.decision.choice[FIELD_NAME] == CHOICE_TYPED) {
        return desk->review.decision.typed.name;
    }
    if (known && system->name[0] && !desk_needs_year(desk)) {
        return system->name;
    }
    return facts->number[0] ? facts->number : facts->cccd;
}

struct wish desk_ask(struct desk *desk)
{
    desk->asking = true;
    desk_rearm(desk);
    return wish_of(WISH_LOOK_UP);
}

struct wish desk_open(struct desk *desk, const struct card *card, const struct scan *scan)
{
    struct review *review = &desk->review;
    explicit_bzero(review, sizeof *review);
    desk->asking = false;
    review->card = review->asked = *card;
    review->typed = card->kind == CARD_NUMBER;
    review->cursor = FIELD_COUNT;
    review->judgement.member = -1;
    if (scan) {
        review->scans[review->scan_count++] = *scan;
    }
    desk->open = true;
    desk_go(desk, MODE_REVIEW);
    desk_judge(desk);
    return card->kind == CARD_UNKNOWN ? wish_of(WISH_NONE) : desk_ask(desk);
}

/* It was read when it came to the queue, so it reads now. */
static struct wish open_next(struct desk *desk)
{
    struct scan scan = desk->queue[0];
    struct card card;
    enum fault fault = card_read_scan(&scan, &card);
    int last = --desk->queue_count;
    memmove(desk->queue, desk->queue + 1, (size_t)last * sizeof *desk->queue);
    memmove(desk->queue_names, desk->queue_names + 1, (size_t)last * sizeof *desk->queue_names);
    explicit_bzero(&desk->queue[last], sizeof desk->queue[last]);
    explicit_bzero(desk->queue_names[last], sizeof desk->queue_names[last]);
    assert(fault == FAULT_NONE);
    struct wish wish = fault == FAULT_NONE ? desk_open(desk, &card, &scan) : wish_of(WISH_NONE);
    explicit_bzero(&scan, sizeof scan);
    explicit_bzero(&card, sizeof card);
    return wish;
}

struct wish desk_next(struct desk *desk)
{
    return !desk->open && desk->queue_count > 0 ? open_next(desk) : wish_of(WISH_NONE);
}

struct wish desk_close(struct desk *desk)
{
    bool today = desk->review.late.today;
    desk_go(desk, MODE_WAITING);
    desk->open = desk->asking = false;
    explicit_bzero(&desk->review, sizeof desk->review);
    explicit_bzero(&desk->pending, sizeof desk->pending);
    explicit_bzero(desk->certificate, sizeof desk->certificate);
    desk->review.cursor = FIELD_COUNT;
    struct wish wish = desk_next(desk);
    if (!desk->open && desk->kept.text[0]) {
        desk_go(desk, MODE_SEARCH);
        desk->line = desk->kept;
        desk->kept = (struct line){0};
        return desk_search_ask(desk);
    }
    return !desk->open && today ? desk_today_again(desk) : wish;
}

/* What the clerk decided about a person or a value that is no longer there is not decided. */
static void forget_changed(struct review *review, const struct judgement *before)
{
    const struct judgement *now = &review->judgement;
    if (memcmp(&before->findings, &now->findings, sizeof now->findings) != 0) {
        review->heeded = false;
    }
    if (before->member < 0) {
        return;
    }
    if (now->member < 0 || strcmp(before->bhxh_number, now->bhxh_number) != 0 ||
        strcmp(before->system.number, now->system.number) != 0) {
        review->confirmed = review->same = false;
    }
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        enum choice *choice = &review->decision.choice[field];
        bool differs = strcmp(facts_get(&before->system, field), facts_get(&now->system, field)) != 0;
        bool made = *choice == CHOICE_TYPED && review->decision.typed_source[field] == SOURCE_UNITS;
        if (differs && (*choice != CHOICE_TYPED || made)) {
            *choice = CHOICE_PROPOSED;
        }
    }
}

static bool calls(const struct row *row)
{
    return row->result != RESULT_SAME && row->result != RESULT_EQUIVALENT &&
           row->result != RESULT_MISSING_CARD && row->result != RESULT_MISSING_SYSTEM;
}

/* Where the clerk left it; in a new review on the first row that differs. */
static void place_cursor(struct review *review)
{
    const struct judgement *judgement = &review->judgement;
    int row = 0;
    while (row < judgement->row_count &&
           (review->cursor < FIELD_COUNT ? judgement->rows[row].field != review->cursor
                                         : !calls(&judgement->rows[row]))) {
        row++;
    }
    review->row = row < judgement->row_count ? row : 0;
}

const char *desk_day(const struct desk *desk)
{
    return desk->review.late.id[0] ? desk->review.late.day : desk->status.today;
}

void desk_judge(struct desk *desk)
{
    struct review *review = &desk->review;
    struct judgement before = review->judgement;
    assess(&review->card, &review->answer, &desk->hospital, desk_day(desk), &review->judgement);
    forget_changed(review, &before);
    place_cursor(review);
    desk_bring_back(desk);
    desk_rearm(desk);
}

static bool asks_once_more(const struct desk *desk)
{
    return desk->review.judgement.verdict == VERDICT_INVALID || desk_enter(desk) == ENTER_CONFIRM;
}

static bool reason_asked(const struct desk *desk)
{
    return desk_closes(desk) || desk_reason_for(desk) != FINDING_COUNT;
}

/* A mode whose question the judgement no longer asks gives way to the review. */
static enum mode settled(const struct desk *desk, enum mode mode)
{
    const struct review *review = &desk->review;
    bool stop = review->judgement.verdict == VERDICT_IDENTITY_STOP && !review->same;
    switch (mode) {
    case MODE_YEAR: return desk_needs_year(desk) ? mode : MODE_REVIEW;
    case MODE_SAME: return stop && review->judgement.member >= 0 ? mode : MODE_REVIEW;
    case MODE_HEIRS: return desk_modernises(desk) ? mode : MODE_REVIEW;
    case MODE_CANDIDATES: return review->judgement.candidate_count > 0 ? mode : MODE_REVIEW;
    case MODE_CONFIRM: return asks_once_more(desk) ? mode : MODE_REVIEW;
    case MODE_REASON: return reason_asked(desk) ? mode : MODE_REVIEW;
    default: return mode;
    }
}

void desk_settle(struct desk *desk)
{
    enum mode mode = settled(desk, desk->mode);
    desk->back = settled(desk, desk->back);
    desk->under = settled(desk, desk->under);
    desk->sign.under = settled(desk, desk->sign.under);
    desk->sign.back = settled(desk, desk->sign.back);
    if (mode != desk->mode) {
        desk_go(desk, mode);
    }
}

/* Keeps the rows of the person picked, or none where the member was another person's. */
static void narrow(struct review *review)
{
    struct answer *answer = &review->answer;
    if (review->dropped) {
        *answer = (struct answer){.source = SOURCE_NONE};
    }
    for (int i = 0; i < answer->member_count && review->picked[0]; i++) {
        if (strcmp(answer->members[i].facts.number, review->picked) == 0) {
            answer_choose(answer, i);
            return;
        }
    }
}

void desk_narrow(struct desk *desk)
{
    narrow(&desk->review);
    desk_judge(desk);
    desk_settle(desk);
}

struct wish desk_answer(struct desk *desk, const struct answer *answer, uint64_t now)
{
    if (!desk->open || desk->saving) {
        return wish_of(WISH_NONE);
    }
    const struct answer before = desk->review.answer;
    desk->asking = false;
    desk->review.answer = *answer;
    bool itself = strcmp(answer->repeat.id, desk->review.late.id) == 0 || !desk_nameless(desk);
    if (desk->review.late.id[0] && itself) { /* the record is what it would repeat */
        desk->review.answer.repeat = (struct repeat){.found = false};
    }
    desk_hear_again(desk, &before);
    desk_narrow(desk);
    return desk_inquire(desk, now);
}

const struct row *desk_row(const struct desk *desk)
{
    const struct review *review = &desk->review;
    return desk->open && review->row < review->judgement.row_count ? &review->judgement.rows[review->row]
                                                                   : NULL;
}

enum field desk_field(const struct desk *desk)
{
    const struct row *row = desk_row(desk);
    return row ? row->field : FIELD_COUNT;
}

void desk_move_to(struct desk *desk, enum field field)
{
    desk->review.cursor = field;
    place_cursor(&desk->review);
}

struct wish act_move(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    struct review *review = &desk->review;
    int last = review->judgement.row_count - 1;
    switch (key.press) {
    case PRESS_UP: review->row -= review->row > 0; break;
    case PRESS_DOWN: review->row += review->row < last; break;
    case PRESS_HOME: review->row = 0; break;
    default: review->row = last; break;
    }
    review->cursor = review->judgement.rows[review->row].field;
    return wish_of(WISH_NONE);
}

/* The paper that proved the person also proves the birth year: the system's other one is not taken over
 * it. */
static bool against_paper(const struct review *review, enum field field)
{
    return field == FIELD_BIRTH_DATE && review->same &&
           strncmp(review->judgement.system.birth_date, review->paper_year, 4) != 0;
}

/* A name that lost letters is none, so that the card has nothing to be taken. */
static bool has_no_name(const struct card *card, enum field field)
{
    return field == FIELD_NAME && *card_value(card, field) == '\0';
}

/* For a safe row the proposal is the system's value, so the first Space takes the card's. An identity row has
 * none: the assessment data comes first. */
struct wish act_toggle(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    const struct row *row = desk_row(desk);
    enum choice *choice = &desk->review.decision.choice[row->field];
    enum enter before = desk_enter(desk);
    if (row->safe) {
        *choice = *choice == CHOICE_CARD ? CHOICE_PROPOSED : CHOICE_CARD;
    } else {
        *choice = *choice == CHOICE_SYSTEM ? CHOICE_CARD : CHOICE_SYSTEM;
    }
    if (*choice == CHOICE_SYSTEM && against_paper(&desk->review, row->field)) {
        *choice = CHOICE_CARD;
        desk_fault(desk, FAULT_YEAR_PAPER, now);
    }
    if (*choice == CHOICE_CARD && has_no_name(&desk->review.card, row->field)) {
        *choice = CHOICE_SYSTEM;
        desk_fault(desk, FAULT_NAME_LOST, now);
    }
    if (desk_enter(desk) != before) {
        desk_rearm(desk);
    }
    return wish_of(WISH_NONE);
}

struct wish act_escape(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (now < desk->escape_until) {
        desk->escape_until = 0;
        return desk_close(desk);
    }
    desk->escape_until = now + ESCAPE_MS;
    enum said record = desk->review.late.held.check ? SAID_LATE_ESCAPE : SAID_RECORD_ESCAPE;
    desk_say(desk, desk->review.late.id[0] ? record : SAID_ESCAPE, desk_name(desk), now);
    return wish_of(WISH_NONE);
}

/* Back to the review without doing what the mode was for. */
struct wish act_back(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    if (desk->mode == MODE_SLIP && desk->review.late.slip) {
        return desk_close(desk);
    }
    desk->review.by_card = false;
    desk->review.difficulty = DIFFICULTY_NONE;
    desk_go(desk, desk->open ? MODE_REVIEW : MODE_WAITING);
    return wish_of(WISH_NONE);
}
