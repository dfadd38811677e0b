/* desk_entitle: what the visit may count as, from the values the intake would hold, and the clerk's
 * choice. */
#include "core/desk_inside.h"
#include <string.h>

static int candidates(const struct desk *desk, const struct intake *intake,
                      struct candidate ret[ENTITLEMENT_MAX])
{
    return entitlement_candidates(&desk->hospital, &intake->facts, desk->review.card.benefit, desk_day(desk),
                                  ret);
}

/* Whoever is not insured at this visit is no case of it. */
void desk_entitle(const struct desk *desk, const struct intake *intake, struct entitlement *ret)
{
    struct candidate list[ENTITLEMENT_MAX];
    const struct entitlement *chosen = &desk->review.entitlement;
    *ret = (struct entitlement){.code = ""};
    if (intake->status == INTAKE_NOT_INSURED) {
        return;
    }
    if (chosen->code[0]) {
        *ret = *chosen;
        return;
    }
    int count = candidates(desk, intake, list);
    for (int i = 0; i < count; i++) {
        if (list[i].proposed) {
            ret->proposed = true;
            memcpy(ret->code, list[i].row->code, sizeof ret->code);
        }
    }
}

void desk_entitlement(const struct desk *desk, struct entitlement *ret)
{
    struct intake intake;
    desk_make(desk, INTAKE_ADMITTED, &intake);
    *ret = intake.entitlement;
}

int desk_candidates(const struct desk *desk, struct candidate ret[ENTITLEMENT_MAX])
{
    struct intake intake;
    desk_facts(desk, INTAKE_ADMITTED, &intake);
    return candidates(desk, &intake, ret);
}

int desk_entitle_page(const struct desk *desk, int count)
{
    int pages = (count + ENTITLE_PAGE - 1) / ENTITLE_PAGE;
    return pages > 0 ? desk->page % pages : 0;
}

bool desk_case_open(const struct desk *desk)
{
    const struct review *review = &desk->review;
    return desk->hospital.scheme && !review->entitlement.code[0] &&
           finding_has(&review->judgement.findings, FINDING_REGISTERED_ELSEWHERE);
}

bool desk_case_settled(const struct desk *desk)
{
    return desk->hospital.scheme && !desk_case_open(desk);
}

bool desk_case_chosen(const struct desk *desk)
{
    return desk->review.entitlement.code[0];
}

struct wish act_entitle(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->page = 0;
    desk_go(desk, MODE_ENTITLE);
    return wish_of(WISH_NONE);
}

/* What was typed of a paper stays when its case is picked once more. */
static void pick(struct desk *desk, const struct scheme_case *row)
{
    const struct scheme *scheme = desk->hospital.scheme;
    struct entitlement *pending = &desk->pending;
    *pending = (struct entitlement){.code = ""};
    if (strcmp(desk->review.entitlement.code, row->code) == 0) {
        *pending = desk->review.entitlement;
    }
    memcpy(pending->code, row->code, sizeof pending->code);
    if (row->paper >= 0) {
        memcpy(pending->paper.code, scheme->papers[row->paper].code, sizeof pending->paper.code);
    }
    if (row->paper >= 0 && paper_obliges(&scheme->papers[row->paper])) {
        desk_paper_open(desk);
        return;
    }
    desk->review.entitlement = *pending;
    desk_go(desk, MODE_REVIEW);
}

struct wish act_entitle_pick(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    struct candidate list[ENTITLEMENT_MAX];
    int count = desk_candidates(desk, list);
    int index = desk_entitle_page(desk, count) * ENTITLE_PAGE + key.rune - '1';
    if (index < count) {
        pick(desk, list[index].row);
    }
    return wish_of(WISH_NONE);
}

struct wish act_entitle_clear(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->review.entitlement = (struct entitlement){.code = ""};
    desk_go(desk, MODE_REVIEW);
    return wish_of(WISH_NONE);
}
