/* desk_identity: the birth year that proves the person, the reason, the candidates. */
#include "core/desk_inside.h"
#include "core/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Takes a digit or an editing key into a line of at most `digits`; true when it is full. */
static bool digits_full(struct desk *desk, struct key key, size_t digits)
{
    bool digit = key.press == PRESS_TEXT && key.rune >= '0' && key.rune <= '9';
    if (key.press != PRESS_TEXT || (digit && strlen(desk->line.text) < digits)) {
        if (line_key(&desk->line, digits + 1, key, TYPING_PLAIN) != FAULT_NONE) {
            return false;
        }
    }
    return strlen(desk->line.text) == digits;
}

struct wish act_year_open(struct desk *desk, struct key key, uint64_t now)
{
    desk_type_into(desk, MODE_YEAR, "");
    return act_year(desk, key, now);
}

/* The last two digits of the year the register holds: a slip of the number that
 * hits a stranger does not fit. */
struct wish act_year(struct desk *desk, struct key key, uint64_t now)
{
    const char *birth = desk->review.judgement.system.birth_date;
    if (!digits_full(desk, key, 2)) {
        return wish_of(WISH_NONE);
    }
    bool known = strlen(birth) >= 4, fits = known && strncmp(birth + 2, desk->line.text, 2) == 0;
    desk->review.confirmed = fits;
    desk_go(desk, MODE_REVIEW);
    if (!fits) {
        desk_fault(desk, known ? FAULT_YEAR_WRONG : FAULT_YEAR_UNKNOWN, now);
        return wish_of(WISH_NONE);
    }
    desk_bring_back(desk);
    desk_say(desk, SAID_YEAR_FITS, desk_name(desk), now);
    return desk_inquire(desk, now);
}

static bool year_of(const char *birth, const char *year)
{
    return birth[0] && strncmp(birth, year, 4) == 0;
}

static void same_year(struct desk *desk, struct key key, uint64_t now)
{
    struct review *review = &desk->review;
    if (!digits_full(desk, key, 4)) {
        return;
    }
    bool fits = year_of(review->judgement.system.birth_date, desk->line.text) ||
                year_of(review->card.facts.birth_date, desk->line.text);
    if (fits) {
        memcpy(review->paper_year, desk->line.text, sizeof review->paper_year);
    }
    line_clear(&desk->line);
    if (fits) {
        desk->step = 1;
    } else {
        desk_fault(desk, FAULT_YEAR_OTHER, now);
    }
}

static void same_reason(struct desk *desk, uint64_t now)
{
    if (!desk->line.text[0]) {
        desk_fault(desk, FAULT_LINE_EMPTY, now);
        return;
    }
    desk_reason(desk, desk->line.text);
    desk->review.same = true;
    desk_go(desk, MODE_REVIEW);
}

struct wish act_same(struct desk *desk, struct key key, uint64_t now)
{
    if (desk->mode != MODE_SAME) {
        desk_type_into(desk, MODE_SAME, "");
    } else if (desk->step == 0) {
        same_year(desk, key, now);
    } else if (key.press == PRESS_ENTER) {
        same_reason(desk, now);
    } else {
        return act_type(desk, key, now);
    }
    return wish_of(WISH_NONE);
}

struct wish act_candidates(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk_go(desk, MODE_CANDIDATES);
    return wish_of(WISH_NONE);
}

/* Picking is the confirmation: the screen asks for number or address before. */
struct wish act_pick(struct desk *desk, struct key key, uint64_t now)
{
    struct review *review = &desk->review;
    int index = key.rune - '1';
    if (index < 0 || index >= review->judgement.candidate_count) {
        return wish_of(WISH_NONE);
    }
    const struct member *member = &review->answer.members[review->judgement.candidates[index]];
    char reason[200];
    memcpy(review->picked, member->facts.number, sizeof review->picked);
    snprintf(reason, sizeof reason, said_text(SAID_PICKED, desk->hospital.language), review->picked);
    desk_reason(desk, reason);
    if (review->answer.offered && review->card.facts.cccd[0]) {
        review->decision.choice[FIELD_CCCD] = CHOICE_CARD;
    }
    desk_go(desk, MODE_REVIEW);
    desk_narrow(desk);
    return desk_inquire(desk, now);
}
