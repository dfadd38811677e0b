/* desk_paper: number and days of the paper that a case needs, typed line by line. Nothing typed here sends
 * anybody away: what is left empty is to follow. */
#include "core/desk_inside.h"
#include "core/text.h"
#include <string.h>

/* A kind of paper that the table no longer knows: a draft of before may name it. */
static const struct scheme_paper UNKNOWN = {.number = PAPER_MAY, .from = PAPER_MAY, .to = PAPER_MAY};

const struct scheme_paper *desk_paper(const struct desk *desk)
{
    const struct scheme *scheme = desk->hospital.scheme;
    int index = scheme ? scheme_paper(scheme, desk->pending.paper.code) : -1;
    return index < 0 ? &UNKNOWN : &scheme->papers[index];
}

enum paper_asks desk_paper_asks(const struct desk *desk, int step)
{
    const struct scheme_paper *paper = desk_paper(desk);
    switch (step) {
    case PAPER_STEP_NUMBER: return paper->number;
    case PAPER_STEP_FROM: return paper->from;
    default: return paper->to;
    }
}

/* The asked step `by` steps away, PAPER_STEPS behind the last one; going back from the first one stays. */
static int find_step(const struct desk *desk, int step, int by)
{
    int found = step;
    do {
        found += by;
    } while (found >= 0 && found < PAPER_STEPS && desk_paper_asks(desk, found) == PAPER_NOT);
    return found < 0 ? step : found;
}

static void show_step(struct desk *desk, int step)
{
    const struct paper *paper = &desk->pending.paper;
    date_text day = "";
    if (step != PAPER_STEP_NUMBER) {
        date_show(step == PAPER_STEP_FROM ? paper->from : paper->to, day);
    }
    line_set(&desk->line, step == PAPER_STEP_NUMBER ? paper->number : day);
    desk->step = step;
    desk_rearm(desk);
}

void desk_paper_open(struct desk *desk)
{
    desk_go(desk, MODE_PAPER);
    show_step(desk, find_step(desk, -1, 1));
}

static enum fault read_day(const struct desk *desk, date_text ret)
{
    date_text day;
    enum fault fault = date_read(desk->line.text, day);
    if (fault != FAULT_NONE) {
        return fault;
    }
    if (*day && !date_full(day)) {
        return FAULT_DATE_PARTIAL;
    }
    bool first = desk->step == PAPER_STEP_FROM;
    const char *from = first ? day : desk->pending.paper.from, *to = first ? desk->pending.paper.to : day;
    if (first && strcmp(day, desk->status.today) > 0) {
        return FAULT_PAPER_AHEAD;
    }
    if (*from && *to && strcmp(to, from) < 0) {
        return FAULT_PAPER_ORDER;
    }
    memcpy(ret, day, sizeof day);
    return FAULT_NONE;
}

/* Reads the line into the paper; an empty one is to follow. */
static bool keep_step(struct desk *desk, uint64_t now)
{
    struct paper *paper = &desk->pending.paper;
    enum fault fault =
        desk->step == PAPER_STEP_NUMBER
            ? text_clean(paper->number, sizeof paper->number, desk->line.text, strlen(desk->line.text))
            : read_day(desk, desk->step == PAPER_STEP_FROM ? paper->from : paper->to);
    desk_fault(desk, fault, now);
    return fault == FAULT_NONE;
}

struct wish act_paper_move(struct desk *desk, struct key key, uint64_t now)
{
    bool back = key.press == PRESS_UP || key.press == PRESS_BACKTAB;
    if (keep_step(desk, now)) {
        int step = find_step(desk, desk->step, back ? -1 : 1);
        show_step(desk, step < PAPER_STEPS ? step : find_step(desk, -1, 1));
    }
    return wish_of(WISH_NONE);
}

struct wish act_paper_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (!keep_step(desk, now)) {
        return wish_of(WISH_NONE);
    }
    int step = find_step(desk, desk->step, 1);
    if (step < PAPER_STEPS) {
        show_step(desk, step);
        return wish_of(WISH_NONE);
    }
    desk->review.entitlement = desk->pending;
    desk_go(desk, MODE_REVIEW);
    return wish_of(WISH_NONE);
}
