/* desk_list: what lies over the counter for a moment: help, undo, cards, leaving. */
#include "core/desk_inside.h"
#include <string.h>

enum { PAGES_MAX = 999 };

struct wish desk_over(struct desk *desk, enum mode mode, enum wish_kind wish)
{
    desk->back = desk->mode;
    desk_go(desk, mode);
    return wish_of(wish);
}

enum mode desk_below(const struct desk *desk)
{
    switch (desk->mode) {
    case MODE_ANSWER: return MODE_DIFFICULTIES;
    case MODE_CHARTS:
    case MODE_CLOSE: return MODE_TODAY;
    case MODE_UNDO: return desk->chosen ? MODE_TODAY : desk->back;
    default: return desk->back;
    }
}

struct wish act_return(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk_go(desk, desk_below(desk));
    return wish_of(WISH_NONE);
}

struct wish act_help(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->page = 0;
    return desk_over(desk, MODE_HELP, WISH_NONE);
}

struct wish act_page(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    bool back = key.press == PRESS_UP || key.press == PRESS_PAGE_UP;
    if (!back) {
        desk->page += desk->page < PAGES_MAX;
    } else if (desk->page > 0) {
        desk->page--;
    }
    return wish_of(WISH_NONE);
}

struct wish act_undo(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    memset(&desk->last, 0, sizeof desk->last);
    desk->chosen = false;
    return desk_over(desk, MODE_UNDO, WISH_UNDO_FIND);
}

struct wish desk_last(struct desk *desk, const struct act *last, uint64_t now)
{
    if (desk->mode != MODE_UNDO || desk->saving || desk->chosen) {
        return wish_of(WISH_NONE);
    }
    if (last && last->id[0]) {
        desk->last = *last;
        desk_rearm(desk);
    } else {
        desk_go(desk, desk->back);
        desk_say(desk, SAID_NOTHING_DONE, "", now);
    }
    return wish_of(WISH_NONE);
}

struct wish act_undo_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (!desk_armed(desk, now)) {
        return wish_of(WISH_NONE);
    }
    desk->saving = true;
    desk_rearm(desk);
    return wish_of(WISH_UNDO);
}

struct wish act_demo(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    return desk_over(desk, MODE_DEMO, WISH_NONE);
}

/* 1-9, then a-z; the rest by the arrows and Enter. */
static int card_of(const struct desk *desk, struct key key)
{
    if (key.press == PRESS_ENTER) {
        return desk->card_row;
    }
    if (key.rune >= '1' && key.rune <= '9') {
        return key.rune - '1';
    }
    return key.rune >= 'a' && key.rune <= 'z' ? 9 + key.rune - 'a' : DESK_CARDS;
}

struct wish act_card(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    int card = card_of(desk, key);
    if (card >= desk->card_count) {
        return wish_of(WISH_NONE);
    }
    desk->card_row = card;
    desk_go(desk, desk->back);
    return (struct wish){WISH_CARD, card};
}

struct wish act_card_move(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    int last = desk->card_count - 1;
    switch (key.press) {
    case PRESS_UP: desk->card_row -= desk->card_row > 0; break;
    case PRESS_DOWN: desk->card_row += desk->card_row < last; break;
    case PRESS_HOME: desk->card_row = 0; break;
    default: desk->card_row = last > 0 ? last : 0; break;
    }
    return wish_of(WISH_NONE);
}

struct wish act_leave(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    return desk_over(desk, MODE_LEAVE, WISH_NONE);
}

struct wish act_leave_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    return wish_of(desk_armed(desk, now) ? WISH_LEAVE : WISH_NONE);
}
