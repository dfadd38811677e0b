/* review_entitlement: one row of what the visit counts as, provisional as all of it is. */
#include "ui/entitled.h"
#include "ui/review.h"
#include <stdio.h>
#include <string.h>

/* The question stops the clerk, and nothing is settled before it is decided. */
static bool stopped(const struct review *review)
{
    enum verdict verdict = review->judgement.verdict;
    return verdict == VERDICT_INVALID || (verdict == VERDICT_IDENTITY_STOP && !review->same);
}

/* Not in dialogues, which need their rows; a choice already made stays in sight. */
static bool shown(const struct desk *desk, const struct entitlement *entitlement)
{
    bool chosen = entitlement->code[0] && !entitlement->proposed;
    return desk->hospital.scheme && desk->mode == MODE_REVIEW && !desk->asking &&
           (chosen || !stopped(&desk->review));
}

/* Said already, with the facility that makes it open. */
static bool said_elsewhere(const struct desk *desk)
{
    const char *facility = desk_held(&desk->review, FIELD_FACILITY);
    return *facility && !assess_own(&desk->hospital, facility);
}

static const struct candidate *find(const struct candidate *list, int count, const char *code)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(list[i].row->code, code) == 0) {
            return &list[i];
        }
    }
    return NULL;
}

/* Of a paper that is to follow, what was already written down is no contradiction. */
static enum word word_of(enum paper_state state, const struct paper *paper)
{
    static const enum word words[] = {
        [PAPER_LATER] = WORD_PAPER_LATER, [PAPER_AGED] = WORD_PAPER_AGED, [PAPER_ENDED] = WORD_PAPER_ENDED};
    bool some = *paper->number || *paper->from || *paper->to;
    return state == PAPER_LATER && some ? WORD_PAPER_PART : words[state];
}

static enum style say_paper(const struct frame *frame, const struct paper *paper, char *out, size_t cap)
{
    const struct scheme *scheme = frame->desk->hospital.scheme;
    int index = scheme_paper(scheme, paper->code);
    enum paper_state state =
        index < 0 ? PAPER_FINE : paper_judge(&scheme->papers[index], paper, frame->desk->status.today);
    if (state != PAPER_FINE) {
        frame_join(out, cap, frame_word(frame, word_of(state, paper)));
    }
    entitled_paper(frame, paper, out, cap);
    return state == PAPER_FINE ? STYLE_PLAIN : STYLE_WARN;
}

static void draw(struct frame *frame, enum style style, const char *text)
{
    grid_printf(frame->grid, frame->top++, FRAME_LEFT, style, "%s: %s", frame_word(frame, WORD_ENTITLED),
                text);
}

static void draw_chosen(struct frame *frame, const struct entitlement *entitlement)
{
    struct candidate list[ENTITLEMENT_MAX];
    char text[FRAME_TEXT] = "", pays[ENTITLEMENT_PAYS];
    const struct desk *desk = frame->desk;
    const struct candidate *found = find(list, desk_candidates(desk, list), entitlement->code);
    const struct scheme_case *row =
        found ? found->row : scheme_case(desk->hospital.scheme, entitlement->code, desk->status.today);
    snprintf(text, sizeof text, "%s %s", entitlement->code, row ? row->text[frame->language] : "");
    if (found) {
        entitlement_pays(found, true, frame->language, pays);
        frame_join(text, sizeof text, pays);
    }
    enum style style = say_paper(frame, &entitlement->paper, text, sizeof text);
    draw(frame, style, text);
}

void review_entitlement(struct frame *frame)
{
    struct entitlement entitlement;
    desk_entitlement(frame->desk, &entitlement);
    if (!shown(frame->desk, &entitlement)) {
        return;
    }
    if (entitlement.code[0]) {
        draw_chosen(frame, &entitlement);
    } else if (!said_elsewhere(frame->desk)) {
        draw(frame, STYLE_WARN, frame_word(frame, WORD_ENTITLED_OPEN));
    }
}
