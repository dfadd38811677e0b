/* desk_today: the list of today: filtered, a record of it opened again, undone, and the day closed. */
#include "core/desk_inside.h"
#include <string.h>

static struct scroll today(struct desk *desk)
{
    return (struct scroll){&desk->list_top, &desk->list_row, desk->list_count, desk->list_total};
}

struct wish act_today(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->filter = ACT_ALL;
    desk->list_top = desk->list_row = 0;
    return desk_over(desk, MODE_TODAY, WISH_TODAY);
}

struct wish act_list(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    return wish_of(desk_scroll(today(desk), key.press) ? WISH_TODAY : WISH_NONE);
}

struct wish desk_listed(struct desk *desk, uint64_t now)
{
    (void)now;
    desk_scroll_settle(today(desk));
    return wish_of(WISH_NONE);
}

static struct wish set_filter(struct desk *desk, int filter)
{
    desk->filter = (enum act_filter)filter;
    desk->list_top = desk->list_row = 0;
    return wish_of(WISH_TODAY);
}

struct wish act_filter(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    int step = key.press == PRESS_BACKTAB ? ACT_FILTER_COUNT - 1 : 1;
    return set_filter(desk, ((int)desk->filter + step) % ACT_FILTER_COUNT);
}

struct wish act_filter_pick(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    return set_filter(desk, key.rune - '1');
}

const struct act *desk_act_row(const struct desk *desk)
{
    return desk->list_row < desk->list_count ? &desk->list[desk->list_row] : NULL;
}

/* A difficulty alone has no record, and one that was undone is nobody's any more. */
bool desk_reopens(const struct desk *desk)
{
    const struct act *act = desk_act_row(desk);
    return act && !act->undone && !act->alone;
}

static struct wish open_row(struct desk *desk, bool slip, uint64_t now)
{
    if (desk->open) {
        desk_fault(desk, FAULT_REVIEW_OPEN, now);
        return wish_of(WISH_NONE);
    }
    memcpy(desk->record, desk_act_row(desk)->id, sizeof desk->record);
    desk->record_today = true;
    desk->record_slip = slip;
    desk_go(desk, desk->back);
    return wish_of(WISH_RECORD);
}

struct wish act_record(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    return open_row(desk, false, now);
}

struct wish act_record_slip(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    return open_row(desk, true, now);
}

/* What a search opens next is nothing of the list's. */
void desk_record_opened(struct desk *desk)
{
    struct late_review *late = &desk->review.late;
    late->found = desk->record_found;
    late->today = desk->record_today;
    late->slip = desk->record_slip;
    desk->record_found = desk->record_today = desk->record_slip = false;
    if (late->slip) {
        desk->page = 0;
        desk_go(desk, MODE_SLIP);
    }
}

/* The list is where it was left, filter and row. */
struct wish desk_today_again(struct desk *desk)
{
    return desk_over(desk, MODE_TODAY, WISH_TODAY);
}

bool desk_undoes_row(const struct desk *desk)
{
    const struct act *act = desk_act_row(desk);
    return act && !act->undone;
}

struct wish act_undo_row(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->last = *desk_act_row(desk);
    desk->chosen = true;
    desk_go(desk, MODE_UNDO);
    return wish_of(WISH_NONE);
}

/* The totals are fresh when they are written. */
struct wish act_close(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk_go(desk, MODE_CLOSE);
    return wish_of(WISH_TODAY);
}

struct wish act_close_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (!desk_armed(desk, now)) {
        return wish_of(WISH_NONE);
    }
    desk->saving = true;
    desk_rearm(desk);
    return wish_of(WISH_CLOSE_DAY);
}
