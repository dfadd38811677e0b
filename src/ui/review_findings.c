/* review_findings: the sentences below the table. */
#include "core/name.h"
#include "core/text.h"
#include "ui/review.h"
#include <stdio.h>
#include <string.h>

static const struct {
    enum style style;
    const char *mark;
} LOOKS[] = {
    [SEVERITY_NOTE] = {STYLE_DIM, "·"},
    [SEVERITY_FIX] = {STYLE_FIX, "▲"},
    [SEVERITY_WARN] = {STYLE_WARN, "!"},
    [SEVERITY_STOP] = {STYLE_STOP, "✗"},
};

enum { SENTENCE_ROWS = 2 };

/* Every row that gave rise to the finding is decided, and not as the sentence says. */
static bool settled(const struct review *review, enum finding finding)
{
    bool any = false;
    for (int i = 0; i < review->judgement.row_count; i++) {
        const struct row *row = &review->judgement.rows[i];
        enum choice choice = review->decision.choice[row->field];
        bool as_said = choice == CHOICE_PROPOSED || (choice == CHOICE_SYSTEM && row->safe);
        if (row->finding == finding && as_said) {
            return false;
        }
        any = any || row->finding == finding;
    }
    return any;
}

/* The record would hold what the sentence speaks of. */
static bool unchanged(const struct review *review, enum field field)
{
    return strcmp(desk_held(review, field), facts_get(&review->judgement.person, field)) == 0;
}

/* The portal refused the very value that the record would hold: asked again, it said so again. */
static bool refused(const struct review *review, enum field field)
{
    const struct question *question = &review->answer.portal.question;
    const char *held = desk_held(review, field);
    return field == FIELD_NAME ? *question->name && name_compare(question->name, held) == NAME_SAME
                               : *held && strcmp(question->birth_date, held) == 0;
}

/* The findings speak of the proposal; what the clerk has decided otherwise since does not hold any more. */
static bool holds(const struct desk *desk, enum finding finding)
{
    const struct review *review = &desk->review;
    switch (finding) {
    case FINDING_SOURCE_SILENT: return !review->dropped;
    case FINDING_REGISTERED_ELSEWHERE:
        return !review->entitlement.code[0] &&
               !assess_own(&desk->hospital, desk_held(review, FIELD_FACILITY));
    case FINDING_EXPIRES_SOON: return unchanged(review, FIELD_VALID_TO);
    case FINDING_FIVE_YEARS: return unchanged(review, FIELD_FIVE_YEAR_DATE);
    case FINDING_CCCD_CAPTURED: return true;
    case FINDING_TYPED_NUMBER: return !review->confirmed;
    case FINDING_ADDRESS_RENAMED: return desk_modernises(desk); /* else the record has the new names */
    case FINDING_PORTAL_NAME:
    case FINDING_PORTAL_NAME_PARTIAL: return !settled(review, finding) || refused(review, FIELD_NAME);
    case FINDING_PORTAL_BIRTH_DATE: return !settled(review, finding) || refused(review, FIELD_BIRTH_DATE);
    default: return !settled(review, finding);
    }
}

/* The findings that still hold, in their order. */
static int standing(const struct desk *desk, enum finding ret[FINDING_COUNT])
{
    const struct findings *findings = &desk->review.judgement.findings;
    int count = 0;
    for (int i = 0; i < findings->count; i++) {
        if (holds(desk, findings->list[i])) {
            ret[count++] = findings->list[i];
        }
    }
    return count;
}

static enum severity severity_of(const struct frame *frame, enum finding finding)
{
    return checks_severity(&frame->desk->hospital.checks, finding);
}

static void sentence_of(const struct frame *frame, enum finding finding, char out[SENTENCE_SIZE])
{
    const struct review *review = &frame->desk->review;
    finding_sentence(&review->judgement, &review->card, &frame->desk->hospital, finding, out);
}

/* "còn nữa: 2" at the end of the last row. */
static void say_more(const struct frame *frame, int left)
{
    char text[64];
    int columns = snprintf(text, sizeof text, " … +%d ", left);
    grid_put(frame->grid, frame->bottom - 1, frame->grid->columns - columns, columns, STYLE_KEY, text);
}

static void say(struct frame *frame, enum finding finding, int columns)
{
    char text[SENTENCE_SIZE];
    sentence_of(frame, finding, text);
    enum severity severity = severity_of(frame, finding);
    int rows = frame_rows_left(frame) < SENTENCE_ROWS ? frame_rows_left(frame) : SENTENCE_ROWS;
    grid_put(frame->grid, frame->top, 1, 1, LOOKS[severity].style, LOOKS[severity].mark);
    frame->top += grid_wrap(frame->grid, frame->top, FRAME_LEFT, columns, rows,
                            severity == SEVERITY_NOTE ? STYLE_DIM : STYLE_PLAIN, text);
}

int review_findings_wanted(const struct frame *frame)
{
    enum finding findings[FINDING_COUNT];
    int count = standing(frame->desk, findings), rows = 0, columns = frame->grid->columns - FRAME_LEFT - 1;
    for (int i = 0; i < count && severity_of(frame, findings[i]) == SEVERITY_STOP; i++) {
        char text[SENTENCE_SIZE];
        sentence_of(frame, findings[i], text);
        rows += text_columns(text) > columns ? SENTENCE_ROWS : 1;
    }
    return rows;
}

void review_findings(struct frame *frame)
{
    enum finding findings[FINDING_COUNT];
    int count = standing(frame->desk, findings);
    int said = 0, columns = frame->grid->columns - FRAME_LEFT - 1;
    if (frame->desk->asking) {
        return;
    }
    for (; said < count && frame_rows_left(frame) > 0; said++) {
        bool last = frame_rows_left(frame) == 1 && said + 1 < count;
        say(frame, findings[said], last ? columns - 7 : columns);
    }
    if (said < count && said > 0) {
        say_more(frame, count - said);
    }
}
