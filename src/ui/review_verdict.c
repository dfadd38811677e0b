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

/* "2 SAI LỆCH" */
static void say_count(const struct frame *frame, char *out, size_t cap)
{
    int count = frame->desk->review.judgement.safe_count;
    const char *words =
        count == 1 ? frame_word(frame, WORD_ONE_MISMATCH) : verdict_text(VERDICT_MISMATCH, frame->language);
    snprintf(out, cap, "%d %s", count, words);
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
        char count[64];
        say_count(frame, count, sizeof count);
        snprintf(out + len, cap - len, " + %s", count);
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
        if (assess_found(judgement, kinds[i].finding)) {
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
    case VERDICT_MISMATCH: say_count(frame, out, cap); break;
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

/* A stay or a visit elsewhere stands before the verdict as long as its reason is to be typed. */
static void say_elsewhere(const struct frame *frame, struct line_parts *ret)
{
    const struct judgement *judgement = &frame->desk->review.judgement;
    bool stays = assess_found(judgement, FINDING_STAY_ELSEWHERE);
    char verdict[FRAME_TEXT];
    if (judgement->verdict == VERDICT_REPEAT || desk_enter(frame->desk) != ENTER_REASON) {
        return;
    }
    memcpy(verdict, ret->words, sizeof verdict);
    say_word(ret, STYLE_WARN, "!", frame_word(frame, stays ? WORD_STAYS : WORD_LEFT));
    frame_join(ret->words, sizeof ret->words, verdict);
}

static bool clear(enum verdict verdict)
{
    return verdict == VERDICT_MATCH || verdict == VERDICT_FOUND || verdict == VERDICT_MISMATCH ||
           verdict == VERDICT_IDENTITY;
}

/* Of somebody taken in earlier: what is held is what counts, not what the card said. Where the data gives no value the
 * verdict stays what is to be said. */
static bool say_record(const struct frame *frame, struct line_parts *ret)
{
    const struct desk *desk = frame->desk;
    enum enter enter = desk_enter(desk);
    if (enter == ENTER_CLOSE) {
        say_word(ret, STYLE_GOOD, "✓", frame_word(frame, WORD_LATE_AGREES));
    } else if (enter == ENTER_DONE && clear(desk->review.judgement.verdict) && !desk_refused(desk)) {
        say_word(ret, STYLE_GOOD, "✓", frame_word(frame, WORD_RECORD_SAME));
    } else if (enter == ENTER_LEAVE) {
        say_word(ret, STYLE_WARN, "?", frame_word(frame, WORD_LATE_OPEN));
    } else if (enter == ENTER_REVISE && clear(desk->review.judgement.verdict) && !desk_refused(desk) &&
               desk_differences(desk) > 0) {
        char words[FRAME_TEXT];
        snprintf(words, sizeof words, frame_word(frame, WORD_LATE_UNLIKE), desk_differences(desk));
        say_word(ret, STYLE_FIX, "▲", words);
    } else {
        return false;
    }
    return true;
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
    } else if (review->dropped) {
        say_word(ret, STYLE_WARN, "!", frame_word(frame, WORD_DROPPED));
    } else if (review->same && review->judgement.verdict == VERDICT_IDENTITY_STOP) {
        say_word(ret, STYLE_WARN, "!", frame_word(frame, WORD_SAME_PERSON));
    } else if (say_record(frame, ret)) {
        return;
    } else if (review->confirmed && review->judgement.verdict == VERDICT_FOUND) {
        say_word(ret, STYLE_GOOD, "✓", frame_word(frame, WORD_YEAR_FITS));
    } else {
        ret->style = LOOKS[review->judgement.verdict].style;
        ret->mark = LOOKS[review->judgement.verdict].mark;
        say_verdict(frame, ret->words, sizeof ret->words);
        say_elsewhere(frame, ret);
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

/* The cursor stands on a row that Space or e would decide. */
static bool on_undecided(const struct desk *desk)
{
    const struct review *review = &desk->review;
    enum field field = desk_field(desk);
    bool identity = field == FIELD_NAME || field == FIELD_BIRTH_DATE || field == FIELD_GENDER;
    return identity && review->decision.choice[field] == CHOICE_PROPOSED &&
           review->judgement.rows[review->row].result == RESULT_DIFFERENT;
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

/* Where only one side states a value there is nothing for Space to choose. */
static enum word decides(const struct desk *desk)
{
    bool chooses = desk_key_known(desk, (struct key){PRESS_TEXT, ' '});
    return chooses ? WORD_DO_DECIDE : WORD_DO_TYPE;
}

static enum word words_of(const struct desk *desk, enum enter enter)
{
    const struct review *review = &desk->review;
    switch (enter) {
    case ENTER_NOTHING: return without_enter(review);
    case ENTER_ADMIT: return chose(review) ? WORD_DO_CHOSEN : WORD_DO_ADMIT;
    case ENTER_CORRECT: return chose(review) ? WORD_DO_CHOSEN : WORD_DO_CORRECT;
    case ENTER_GO: return on_undecided(desk) ? decides(desk) : WORD_DO_GO;
    case ENTER_PROVISIONAL: return WORD_DO_PROVISIONAL;
    case ENTER_REASON:
        return review->judgement.verdict == VERDICT_REPEAT ? WORD_DO_REASON : WORD_DO_REASON_ELSEWHERE;
    case ENTER_CONFIRM: return WORD_DO_CONFIRM;
    case ENTER_ASK: return WORD_DO_ASK;
    case ENTER_REVISE: return WORD_DO_REVISE;
    case ENTER_CLOSE:
    case ENTER_DONE: return WORD_DO_CLOSE;
    case ENTER_LEAVE: return WORD_DO_STAY;
    case ENTER_YEAR: break;
    }
    return WORD_DO_YEAR;
}

/* For a line without room for the long words. */
static enum word brief(enum word word)
{
    switch (word) {
    case WORD_DO_CORRECT: return WORD_DO_CORRECT_SHORT;
    case WORD_DO_CHOSEN: return WORD_DO_CHOSEN_SHORT;
    case WORD_DO_PROVISIONAL: return WORD_DO_PROVISIONAL_SHORT;
    case WORD_DO_ASK: return WORD_DO_ASK_SHORT;
    case WORD_DO_REASON:
    case WORD_DO_REASON_ELSEWHERE: return WORD_DO_REASON_SHORT;
    default: return word;
    }
}

/* " — ▶ Enter: " or " — " before the words. */
static const char BEFORE[] = " — ", BEHIND_ENTER[] = ": ";

static bool names_enter(enum enter enter, enum word word)
{
    return enter != ENTER_NOTHING && word != WORD_DO_DECIDE && word != WORD_DO_TYPE;
}

static void draw_proposal(const struct frame *frame, int row, int column, enum enter enter, enum word word)
{
    column = grid_put(frame->grid, row, column, FRAME_TEXT, STYLE_DIM, BEFORE);
    if (names_enter(enter, word)) {
        column = frame_enter_mark(frame, row, column);
        column = grid_put(frame->grid, row, column, FRAME_TEXT, STYLE_PLAIN, BEHIND_ENTER);
    }
    bool fits = text_columns(frame_word(frame, word)) < frame->grid->columns - column;
    grid_put(frame->grid, row, column, FRAME_TEXT, STYLE_PLAIN, frame_word(frame, fits ? word : brief(word)));
}

/* The least columns of a proposal: the verdict before it gives way. */
static int proposal_columns(const struct frame *frame, enum enter enter, enum word word)
{
    int enter_columns = 2 + text_columns(frame_word(frame, WORD_ENTER)) + text_columns(BEHIND_ENTER);
    return text_columns(BEFORE) + (names_enter(enter, word) ? enter_columns : 0) +
           text_columns(frame_word(frame, brief(word))) + 1;
}

void review_verdict(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    bool proposes = desk->mode == MODE_REVIEW && !desk->asking && !desk->saving;
    enum enter enter = desk_enter(desk);
    enum word word = words_of(desk, enter);
    struct line_parts parts;
    say(frame, &parts);
    int row = frame->top++;
    int columns = frame->grid->columns - FRAME_LEFT - (proposes ? proposal_columns(frame, enter, word) : 0);
    grid_put(frame->grid, row, 1, 1, parts.style, parts.mark);
    int column = grid_put(frame->grid, row, FRAME_LEFT, columns, parts.style, parts.words);
    if (proposes) {
        draw_proposal(frame, row, column, enter, word);
    }
}
