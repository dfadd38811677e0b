/* desk: modes and their allowed steps, notices, arming, events that are no keys. */
#include "core/desk_inside.h"
#include "core/text.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

#define M(mode) (UINT64_C(1) << MODE_##mode)

/* Modes that lie over any other one and return to it. */
#define OVER                                                                                                 \
    (M(HELP) | M(TODAY) | M(LATE) | M(UNDO) | M(DEMO) | M(BIND) | M(CAMERA) | M(LEAVE) | M(DIFFICULTIES) |   \
     M(ANSWER) | M(CHARTS) | M(CLOSE))
/* Modes about the open review that return to it. */
#define ABOUT                                                                                                \
    (M(EDIT) | M(SOURCE) | M(YEAR) | M(SAME) | M(REASON) | M(CANDIDATES) | M(HEIRS) | M(FORM) | M(CONFIRM) | \
     M(DIFFICULTY) | M(SLIP) | M(ENTITLE) | M(PAPER) | M(HISTORY) | M(COPAYMENT) | M(CONTACT))
/* Where OTHER may come up, and returns to. */
#define ASKED (ABOUT | M(REVIEW) | M(SEARCH))
/* The box with whom it found, and what lies over it. */
#define HOLDS_FOUND (M(SEARCH) | M(OTHER) | M(SIGN_IN) | OVER)
/* What a save may still ask. */
#define SAVING (M(YEAR) | M(FORM) | M(REASON))
/* From everywhere: a scan, or the next of the queue, opens a review; without one the desk waits; the counter is locked. */
#define ALWAYS (M(REVIEW) | M(WAITING) | M(SIGN_IN))

/* The allowed steps, besides those to oneself: see the drawing in desk.h. */
static const uint64_t allowed[MODE_COUNT] = {
    [MODE_WAITING] = ALWAYS | M(SEARCH) | M(FORM) | OVER,
    [MODE_SEARCH] = ALWAYS | M(OTHER) | OVER,
    [MODE_REVIEW] = ALWAYS | ASKED | M(OTHER) | OVER,
    [MODE_EDIT] = ALWAYS | M(SOURCE) | M(OTHER) | OVER,
    [MODE_SOURCE] = ALWAYS | M(EDIT) | M(OTHER) | OVER,
    [MODE_YEAR] = ALWAYS | M(OTHER) | OVER,
    [MODE_SAME] = ALWAYS | M(OTHER) | OVER,
    [MODE_REASON] = ALWAYS | SAVING | M(OTHER) | OVER,
    [MODE_CANDIDATES] = ALWAYS | M(OTHER) | OVER,
    [MODE_HEIRS] = ALWAYS | M(OTHER) | OVER,
    [MODE_FORM] = ALWAYS | SAVING | M(OTHER) | OVER,
    [MODE_CONFIRM] = ALWAYS | SAVING | M(OTHER) | OVER,
    [MODE_DIFFICULTY] = ALWAYS | M(OTHER) | OVER,
    [MODE_SLIP] = ALWAYS | M(OTHER) | OVER,
    [MODE_ENTITLE] = ALWAYS | M(PAPER) | M(OTHER) | OVER,
    [MODE_PAPER] = ALWAYS | M(OTHER) | OVER,
    [MODE_HISTORY] = ALWAYS | M(OTHER) | OVER,
    [MODE_COPAYMENT] = ALWAYS | M(OTHER) | OVER,
    [MODE_CONTACT] = ALWAYS | M(OTHER) | OVER,
    [MODE_OTHER] = ALWAYS | ASKED | OVER,
    /* They return to where they came from. */
    [MODE_HELP] = UINT64_MAX,
    [MODE_TODAY] = UINT64_MAX,
    [MODE_LATE] = UINT64_MAX,
    [MODE_UNDO] = UINT64_MAX,
    [MODE_DEMO] = UINT64_MAX,
    [MODE_BIND] = UINT64_MAX,
    [MODE_CAMERA] = UINT64_MAX,
    [MODE_LEAVE] = UINT64_MAX,
    [MODE_DIFFICULTIES] = UINT64_MAX,
    [MODE_ANSWER] = UINT64_MAX,
    [MODE_CHARTS] = UINT64_MAX,
    [MODE_CLOSE] = UINT64_MAX,
    [MODE_SIGN_IN] = UINT64_MAX,
};

bool desk_may_go(enum mode from, enum mode to)
{
    return from == to || (allowed[from] & UINT64_C(1) << to);
}

bool desk_needs_review(enum mode mode)
{
    return (ABOUT | M(REVIEW) | M(OTHER)) & UINT64_C(1) << mode;
}

bool desk_is_over(enum mode mode)
{
    return OVER & UINT64_C(1) << mode;
}

bool desk_arms(enum mode mode)
{
    return (M(REVIEW) | M(REASON) | M(FORM) | M(CONFIRM) | M(DIFFICULTY) | M(UNDO) | M(BIND) | M(LEAVE) |
            M(ANSWER) | M(CLOSE)) &
           UINT64_C(1) << mode;
}

void desk_go(struct desk *desk, enum mode mode)
{
    assert(desk_may_go(desk->mode, mode));
    assert(desk->open || !desk_needs_review(mode));
    if (mode == MODE_REVIEW || mode == MODE_WAITING) {
        line_clear(&desk->line);
        desk->step = desk->commune_count = 0;
    }
    if (!(HOLDS_FOUND & UINT64_C(1) << mode)) {
        desk_found_forget(desk);
    }
    if (mode != MODE_CAMERA) {
        explicit_bzero(&desk->preview, sizeof desk->preview);
    }
    desk->mode = mode;
    desk_rearm(desk);
}

void desk_rearm(struct desk *desk)
{
    desk->shown_at = 0;
}

void desk_init(struct desk *desk, const struct hospital *hospital)
{
    *desk = (struct desk){.hospital = *hospital};
    desk->status.register_age = -1;
    desk->review.cursor = FIELD_COUNT;
    desk->found_row = -1;
}

void desk_hush(struct desk *desk)
{
    desk->notice = FAULT_NONE;
    desk->notice_name[0] = desk->said[0] = '\0';
}

void desk_say(struct desk *desk, enum said said, const char *name, uint64_t now)
{
    char shown[200];
    desk_hush(desk);
    text_clip(shown, sizeof shown, *name ? name : said_text(SAID_NAMELESS, desk->hospital.language), 40);
    snprintf(desk->said, sizeof desk->said, said_text(said, desk->hospital.language), shown);
    desk->notice_until = now + NOTICE_MS;
}

void desk_fault(struct desk *desk, enum fault fault, uint64_t now)
{
    if (fault == FAULT_NONE) {
        return;
    }
    desk_hush(desk);
    desk->notice = fault;
    desk->notice_until = now + NOTICE_MS;
    desk->beep = true;
}

void desk_fault_named(struct desk *desk, enum fault fault, const char *name, uint64_t now)
{
    desk_fault(desk, fault, now);
    if (fault != FAULT_NONE) {
        snprintf(desk->notice_name, sizeof desk->notice_name, "%s", name);
    }
}

void desk_shown(struct desk *desk, uint64_t now)
{
    if (!desk->shown_at && !desk->asking && !desk->saving && desk_arms(desk->mode)) {
        desk->shown_at = now;
    }
}

struct wish desk_tick(struct desk *desk, uint64_t now)
{
    if (now >= desk->notice_until) {
        desk_hush(desk);
    }
    return desk_idle(desk, now);
}

static int until(int least, uint64_t then, uint64_t now)
{
    int ms = then <= now ? 0 : (int)(then - now);
    return least < 0 || ms < least ? ms : least;
}

int desk_timeout(const struct desk *desk, uint64_t now)
{
    int least = -1;
    if (desk->notice != FAULT_NONE || desk->said[0]) {
        least = until(least, desk->notice_until, now);
    }
    if (desk->shown_at && now < desk->shown_at + ARM_MS) {
        least = until(least, desk->shown_at + ARM_MS, now);
    }
    uint64_t sign_due = desk_sign_due(desk, now);
    return sign_due ? until(least, sign_due, now) : least;
}

/* Enter has something to do; a text that must not be empty is not. */
static bool ready(const struct desk *desk)
{
    switch (desk->mode) {
    case MODE_REVIEW: return desk_enter(desk) != ENTER_NOTHING;
    case MODE_REASON: return desk->line.text[0];
    case MODE_FORM: return desk->step == desk_form_last(desk);
    case MODE_UNDO: return desk->last.id[0];
    case MODE_BIND: return desk->heard.stage == HEARD_OFFER;
    case MODE_ANSWER: return desk->answering == ANSWERING_MOVE || (desk_replies(desk) && desk->reply.text[0]);
    default: return desk_arms(desk->mode);
    }
}

bool desk_armed(const struct desk *desk, uint64_t now)
{
    return desk->shown_at && now >= desk->shown_at + ARM_MS && !desk->saving && !desk->asking && ready(desk);
}

/* Nothing was written: the review is as it was before the choice that failed. A late record that another counter
 * settled is no longer this one's; one that somebody waits behind gives way. */
static struct wish not_saved(struct desk *desk, enum fault fault, const struct repeat *repeat, uint64_t now)
{
    desk_not_agreed(desk);
    bool settled = fault == FAULT_LATE_DONE || fault == FAULT_RECORD_GONE;
    if (desk->review.late.id[0] && (settled || desk->queue_count > 0)) {
        struct wish wish = desk_close(desk);
        desk_fault(desk, fault, now);
        return wish;
    }
    if (desk->mode != MODE_DIFFICULTY) {
        desk_go(desk, MODE_REVIEW);
        desk->review.by_card = false;
        desk->review.difficulty = DIFFICULTY_NONE;
    }
    if (fault == FAULT_REPEAT && repeat && desk->open) {
        desk->review.answer.repeat = *repeat;
        desk->review.repeat_ok = false;
        desk_judge(desk);
    }
    desk_fault(desk, fault, now);
    return wish_of(WISH_NONE);
}

/* "số 12 (NGUYỄN VĂN AN)": a difficulty is known by its number. */
static void say_numbered(struct desk *desk, enum said said, const char *name, uint64_t now)
{
    char text[NAME_SIZE + 32];
    snprintf(text, sizeof text, "%ld (%s)", desk->answered.number, name);
    desk_say(desk, said, text, now);
}

/* What lies over the counter wrote, or could not. */
static struct wish saved_over(struct desk *desk, enum fault fault, uint64_t now)
{
    bool undone = desk->mode == MODE_UNDO, closed = desk->mode == MODE_CLOSE;
    if (undone || fault == FAULT_NONE) {
        desk_go(desk, desk_below(desk));
    }
    if (fault != FAULT_NONE) {
        desk_fault(desk, fault, now);
    } else if (undone) {
        desk_say(desk, SAID_UNDONE, desk->last.name, now);
    } else if (closed) {
        desk_say(desk, SAID_DAY_CLOSED, desk->status.clock, now);
    } else {
        say_numbered(desk, SAID_ANSWERED, desk->opened.name, now);
    }
    return desk_next(desk);
}

static enum said saved_sentence(const struct desk *desk, bool closing)
{
    if (closing || desk->review.late.id[0]) {
        return desk->review.late.agreed ? SAID_CLOSED : closing ? SAID_LEFT_AS_IS : SAID_REVISED;
    }
    if (desk->intake.check && desk->intake.status == INTAKE_ADMITTED) {
        return SAID_ADMITTED_UNCHECKED;
    }
    switch (desk->intake.status) {
    case INTAKE_PROVISIONAL: return SAID_PROVISIONAL;
    case INTAKE_NOT_INSURED: return SAID_NOT_INSURED;
    default: return SAID_ADMITTED;
    }
}

static struct wish saved(struct desk *desk, uint64_t now)
{
    bool closing = desk_closes(desk) || desk->review.late.agreed;
    const struct facts *facts = closing ? &desk->review.late.held.facts : &desk->intake.facts;
    char name[NAME_SIZE];
    snprintf(name, sizeof name, "%s", facts->name[0] ? facts->name : facts->number);
    enum said said = saved_sentence(desk, closing);
    struct wish wish = desk_close(desk);
    desk_say(desk, said, name, now);
    return wish;
}

struct wish desk_saved(struct desk *desk, enum fault fault, const struct repeat *repeat, uint64_t now)
{
    if (!desk->saving) {
        return wish_of(WISH_NONE);
    }
    desk->saving = false;
    if (desk_is_over(desk->mode)) {
        return saved_over(desk, fault, now);
    }
    if (fault != FAULT_NONE) {
        return not_saved(desk, fault, repeat, now);
    }
    if (desk->mode == MODE_DIFFICULTY) {
        desk_go(desk, MODE_REVIEW);
        say_numbered(desk, SAID_DIFFICULTY, desk_name(desk), now);
    } else {
        return saved(desk, now);
    }
    return wish_of(WISH_NONE);
}
