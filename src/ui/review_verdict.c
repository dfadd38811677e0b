/* review_verdict: one line: a mark, what is so, and the key that settles it. */
#include "core/text.h"
#include "ui/review.h"
#include <stdio.h>
#include <string.h>

struct line_parts {
    enum style style;
    const char *mark;
    char words[FRAME_TEXT];
};

static const struct {
    enum style style;
    const char *mark;
} LOOKS[VERDICT_COUNT] = {
    [VERDICT_UNREADABLE] = {STYLE_STOP, "✗"},    [VERDICT_UNCHECKED] = {STYLE_WARN, "?"},
    [VERDICT_NOT_FOUND] = {STYLE_WARN, "?"},     [VERDICT_UNSYNCED] = {STYLE_WARN, "?"},
    [VERDICT_IDENTITY_STOP] = {STYLE_STOP, "✗"}, [VERDICT_IDENTITY] = {STYLE_STOP, "✗"},
    [VERDICT_INVALID] = {STYLE_STOP, "✗"},       [VERDICT_REPEAT] = {STYLE_WARN, "!"},
    [VERDICT_MISMATCH] = {STYLE_FIX, "▲"},       [VERDICT_FOUND] = {STYLE_WARN, "?"},
    [VERDICT_MATCH] = {STYLE_GOOD, "✓"},
};

static const char *upper_label(enum field field, enum language language)
{
    static const char *const labels[][LANGUAGE_COUNT] = {[FIELD_NAME] = {"HỌ TÊN", "NAME"},
                                                         [FIELD_BIRTH_DATE] = {"NGÀY SINH", "BIRTH DATE"},
                                                         [FIELD_GENDER] = {"GIỚI TÍNH", "GENDER"}};
    return labels[field][language];
}

/* "SAI HỌ TÊN", and how many safe rows differ besides. */
static void say_identity(const struct frame *frame, char *out, size_t cap)
{
    const struct judgement *judgement = &frame->desk->review.judgement;
    snprintf(out, cap, "%s", verdict_text(VERDICT_IDENTITY, frame->language));
    for (int i = 0; i < judgement->row_count; i++) {
        const struct row *row = &judgement->rows[i];
        if (row->result == RESULT_DIFFERENT && row->field >= FIELD_NAME && row->field <= FIELD_GENDER) {
            snprintf(out, cap, "%s %s", frame_word(frame, WORD_WRONG),
                     upper_label(row->field, frame->language));
        }
    }
    if (judgement->safe_count > 0) {
        size_t len = strlen(out);
        snprintf(out + len, cap - len, " + %d %s", judgement->safe_count,
                 verdict_text(VERDICT_MISMATCH, frame->language));
    }
}

static void say_invalid(const struct frame *frame, char *out, size_t cap)
{
    static const struct {
        enum finding finding;
        enum word bare, dated;
    } kinds[] = {
        {FINDING_WITHDRAWN, WORD_WITHDRAWN, WORD_WITHDRAWN},
        {FINDING_REDUCED, WORD_REDUCED, WORD_REDUCED},
        {FINDING_EXPIRED, WORD_EXPIRED, WORD_EXPIRED_DAY},
        {FINDING_NOT_YET_VALID, WORD_NOT_YET, WORD_NOT_YET_DAY},
        {FINDING_ENDED, WORD_ENDED, WORD_ENDED},
    };
    const struct judgement *judgement = &frame->desk->review.judgement;
    snprintf(out, cap, "%s", verdict_text(VERDICT_INVALID, frame->language));
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (finding_has(&judgement->findings, kinds[i].finding)) {
            date_text day;
            date_show(judgement->day, day);
            snprintf(out, cap, frame_word(frame, *day ? kinds[i].dated : kinds[i].bare), day);
            return;
        }
    }
}

static void say_repeat(const struct frame *frame, char *out, size_t cap)
{
    const struct repeat *repeat = &frame->desk->review.judgement.repeat;
    snprintf(out, cap, "%s %s%s%s%s%s", verdict_text(VERDICT_REPEAT, frame->language), repeat->time,
             *repeat->counter ? ", " : "", repeat->counter, *repeat->clerk ? ", " : "", repeat->clerk);
}

static void say_verdict(const struct frame *frame, char *out, size_t cap)
{
    const struct judgement *judgement = &frame->desk->review.judgement;
    switch (judgement->verdict) {
    case VERDICT_MISMATCH:
        snprintf(out, cap, "%d %s", judgement->safe_count, verdict_text(VERDICT_MISMATCH, frame->language));
        break;
    case VERDICT_IDENTITY: say_identity(frame, out, cap); break;
    case VERDICT_INVALID: say_invalid(frame, out, cap); break;
    case VERDICT_REPEAT: say_repeat(frame, out, cap); break;
    default: snprintf(out, cap, "%s", verdict_text(judgement->verdict, frame->language));
    }
}

static void say_word(struct line_parts *parts, enum style style, const char *mark, const char *words)
{
    parts->style = style;
    parts->mark = mark;
    snprintf(parts->words, sizeof parts->words, "%s", words);
}

/* What the clerk has declared outranks the verdict it answers. */
static void say(const struct frame *frame, struct line_parts *ret)
{
    const struct desk *desk = frame->desk;
    const struct review *review = &desk->review;
    if (desk->saving) {
        say_word(ret, STYLE_DIM, "…", frame_word(frame, WORD_SAVING));
    } else if (desk->asking) {
        say_word(ret, STYLE_DIM, "…", frame_word(frame, WORD_LOOKING));
    } else if (review->by_card) {
        say_word(ret, STYLE_WARN, "!", frame_word(frame, WORD_BY_CARD));
    } else if (review->same && review->judgement.verdict == VERDICT_IDENTITY_STOP) {
        say_word(ret, STYLE_WARN, "!", frame_word(frame, WORD_SAME_PERSON));
    } else if (review->confirmed && review->judgement.verdict == VERDICT_FOUND) {
        say_word(ret, STYLE_GOOD, "✓", frame_word(frame, WORD_YEAR_FITS));
    } else {
        ret->style = LOOKS[review->judgement.verdict].style;
        ret->mark = LOOKS[review->judgement.verdict].mark;
        say_verdict(frame, ret->words, sizeof ret->words);
    }
}

static bool chose(const struct review *review)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (review->decision.choice[field] != CHOICE_PROPOSED) {
            return true;
        }
    }
    return false;
}

/* What to do where Enter does nothing. */
static enum word without_enter(const struct review *review)
{
    switch (review->judgement.verdict) {
    case VERDICT_UNREADABLE: return WORD_DO_SCAN;
    case VERDICT_FOUND: return WORD_DO_YEAR;
    default: return WORD_DO_DIGIT;
    }
}

/* The words for what Enter does, and shorter ones for a narrow line. */
static void propose(const struct review *review, enum enter enter, enum word *ret_long, enum word *ret_short)
{
    switch (enter) {
    case ENTER_NOTHING: *ret_long = without_enter(review); break;
    case ENTER_ADMIT: *ret_long = chose(review) ? WORD_DO_CHOSEN : WORD_DO_ADMIT; break;
    case ENTER_CORRECT: *ret_long = chose(review) ? WORD_DO_CHOSEN : WORD_DO_CORRECT; break;
    case ENTER_GO: *ret_long = WORD_DO_DECIDE; break;
    case ENTER_PROVISIONAL: *ret_long = WORD_DO_PROVISIONAL; break;
    case ENTER_REASON: *ret_long = WORD_DO_REASON; break;
    case ENTER_YEAR: *ret_long = WORD_DO_YEAR; break;
    }
    *ret_short = *ret_long == WORD_DO_CORRECT       ? WORD_DO_CORRECT_SHORT
                 : *ret_long == WORD_DO_PROVISIONAL ? WORD_DO_PROVISIONAL_SHORT
                                                    : *ret_long;
}

static void draw_proposal(const struct frame *frame, int row, int column)
{
    enum enter enter = desk_enter(frame->desk);
    enum word words = WORD_DO_ADMIT, brief = WORD_DO_ADMIT;
    propose(&frame->desk->review, enter, &words, &brief);
    column = grid_put(frame->grid, row, column, 3, STYLE_DIM, " — ");
    if (enter != ENTER_NOTHING && enter != ENTER_GO) {
        column = frame_enter_mark(frame, row, column);
        column = grid_put(frame->grid, row, column, 2, STYLE_PLAIN, ": ");
    }
    bool fits = text_columns(frame_word(frame, words)) < frame->grid->columns - column;
    grid_put(frame->grid, row, column, FRAME_TEXT, STYLE_PLAIN, frame_word(frame, fits ? words : brief));
}

/* The widest the words may be, so that the key is never pushed off the line. */
enum { PROPOSAL_COLUMNS = 28 };

void review_verdict(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    struct line_parts parts;
    say(frame, &parts);
    int row = frame->top++;
    int columns = frame->grid->columns - FRAME_LEFT - PROPOSAL_COLUMNS;
    grid_put(frame->grid, row, 1, 1, parts.style, parts.mark);
    int column = grid_put(frame->grid, row, FRAME_LEFT, columns, parts.style, parts.words);
    if (desk->mode == MODE_REVIEW && !desk->asking && !desk->saving) {
        draw_proposal(frame, row, column);
    }
}
