/* screen_entitle: what the visit may count as, a digit each: the case, what it pays with this card on this
 * day. */
#include "core/copayment.h"
#include "core/text.h"
#include "ui/entitled.h"
#include "ui/review.h"
#include "ui/told.h"
#include <stdio.h>
#include <string.h>

enum { CODE_AT = FRAME_LEFT, TEXT_AT = FRAME_LEFT + 6, ROOMY = 80 };

static void join_part(const struct frame *frame, enum word word, const char *value, char *out, size_t cap)
{
    char text[FRAME_TEXT];
    snprintf(text, sizeof text, frame_word(frame, word), value);
    frame_join(out, cap, *value ? text : "");
}

/* The day and the values that the list comes from; of a typed number whose person is not confirmed only the
 * number. */
static void draw_title(struct frame *frame)
{
    const struct review *review = &frame->desk->review;
    bool known = !review_hides_year(frame->desk);
    const char *facility = known ? desk_held(review, FIELD_FACILITY) : "";
    char text[FRAME_TEXT], place[FRAME_TEXT] = "";
    date_text day;
    date_show(frame->desk->status.today, day);
    snprintf(text, sizeof text, frame_word(frame, WORD_ENTITLE), day);
    if (*facility) {
        frame_facility(frame, facility, place, sizeof place);
    }
    join_part(frame, WORD_ENTITLE_FACILITY, frame->grid->columns < ROOMY ? facility : place, text,
              sizeof text);
    char digit = number_benefit(desk_held(review, FIELD_NUMBER));
    digit = digit ? digit : review->card.benefit;
    if (digit) {
        char benefit[FRAME_TEXT];
        snprintf(benefit, sizeof benefit, frame_word(frame, WORD_ENTITLE_BENEFIT), digit);
        frame_join(text, sizeof text, benefit);
    }
    join_part(frame, WORD_ENTITLE_AREA, known ? desk_held(review, FIELD_AREA) : "", text, sizeof text);
    frame_say(frame, STYLE_TITLE, text);
}

/* What it pays stands at the right edge, in short where the case would be cut; the paper gives way first. */
static void draw_candidate(struct frame *frame, int digit, const struct candidate *candidate, bool chosen)
{
    struct grid *grid = frame->grid;
    char pays[ENTITLEMENT_PAYS], text[FRAME_TEXT];
    int paper = candidate->row->paper, row = frame->top, room = grid->columns - 2 - TEXT_AT;
    if (frame_rows_left(frame) <= 0) {
        return;
    }
    snprintf(text, sizeof text, "%s", candidate->row->text[frame->language]);
    entitlement_pays(candidate, grid->columns < ROOMY, frame->language, pays);
    if (text_columns(text) + text_columns(pays) > room) {
        entitlement_pays(candidate, true, frame->language, pays);
    }
    if (paper >= 0) {
        frame_join(text, sizeof text, frame->desk->hospital.scheme->papers[paper].text[frame->language]);
    }
    int right = grid->columns - 1 - text_columns(pays);
    grid_printf(grid, row, 1, STYLE_KEY, "%d", digit);
    grid_printf(grid, row, CODE_AT, chosen ? STYLE_GOOD : STYLE_TITLE, "%s%s", candidate->row->code,
                chosen ? "✓" : "");
    grid_put(grid, row, TEXT_AT, right - TEXT_AT - 1, STYLE_PLAIN, text);
    grid_put(grid, frame->top++, right, FRAME_TEXT, STYLE_PLAIN, pays);
}

static void draw_list(struct frame *frame)
{
    struct candidate list[ENTITLEMENT_MAX];
    struct entitlement chosen;
    int count = desk_candidates(frame->desk, list), page = desk_entitle_page(frame->desk, count);
    int pages = (count + ENTITLE_PAGE - 1) / ENTITLE_PAGE;
    desk_entitlement(frame->desk, &chosen);
    for (int i = page * ENTITLE_PAGE; i < count && i < (page + 1) * ENTITLE_PAGE; i++) {
        draw_candidate(frame, i % ENTITLE_PAGE + 1, &list[i], strcmp(list[i].row->code, chosen.code) == 0);
    }
    if (pages > 1) {
        char text[FRAME_TEXT];
        snprintf(text, sizeof text, frame_word(frame, WORD_ENTITLE_PAGE), page + 1, pages);
        frame_say(frame, STYLE_DIM, text);
    }
}

static void draw_ceiling(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    if (!desk->hospital.scheme) {
        return;
    }
    long ceiling = entitlement_ceiling(desk->hospital.scheme, desk_held(&desk->review, FIELD_FIVE_YEAR_DATE),
                                       desk->status.today);
    char money[MONEY_SIZE], text[FRAME_TEXT];
    if (ceiling >= 0) {
        money_show(ceiling, money);
        snprintf(text, sizeof text, frame_word(frame, WORD_ENTITLE_CEILING), money);
        frame_say(frame, STYLE_PLAIN, text);
    }
}

void screen_entitle(struct frame *frame)
{
    review_person(frame);
    draw_title(frame);
    frame_rule(frame);
    frame_notice(frame);
    draw_list(frame);
    frame_rule(frame);
    draw_ceiling(frame);
    frame_say(frame, STYLE_DIM, frame_word(frame, WORD_ENTITLE_PROVISIONAL));
}
