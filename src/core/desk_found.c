/* desk_found: whom the search box found: moving among the rows, and opening one. */
#include "core/desk_inside.h"
#include <string.h>

void desk_found_forget(struct desk *desk)
{
    explicit_bzero(&desk->find, sizeof desk->find);
    explicit_bzero(&desk->found, sizeof desk->found);
    desk->found_row = -1;
    desk->found_at = 0;
}

struct wish desk_found(struct desk *desk, uint64_t now)
{
    (void)now;
    desk->found_row = -1;
    return wish_of(WISH_NONE);
}

/* Above the first row stands the line itself. */
struct wish act_found_move(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    desk->found_at = 0;
    int last = desk->found.count - 1;
    desk->found_row += key.press == PRESS_UP ? -1 : 1;
    desk->found_row = desk->found_row < -1 ? -1 : desk->found_row > last ? last : desk->found_row;
    return wish_of(WISH_NONE);
}

/* Somebody without any number is known by the record alone. */
static struct wish open_record(struct desk *desk, const struct hit *hit, uint64_t now)
{
    if (desk->open) {
        desk_fault(desk, FAULT_REVIEW_OPEN, now);
        return wish_of(WISH_NONE);
    }
    memcpy(desk->record, hit->last_id, sizeof desk->record);
    desk->record_found = true;
    desk_go(desk, MODE_WAITING);
    return wish_of(WISH_RECORD);
}

/* The Enter that chose the row has bounced, or was pressed before the choice was seen, where another one follows soon. */
struct wish desk_found_open(struct desk *desk, int row, uint64_t now)
{
    const struct hit *hit = &desk->found.rows[row];
    if (now < desk->found_at + ARM_MS) {
        return wish_of(WISH_NONE);
    }
    return hit->number[0] ? desk_look_up(desk, hit->number, now) : open_record(desk, hit, now);
}

/* The only one, if no other meaning is left; among several the clerk chooses. */
struct wish desk_found_enter(struct desk *desk, uint64_t now)
{
    const struct hit_list *found = &desk->found;
    if (found->count == 1 && !found->more && !found->rows[0].by_phone) {
        return desk_found_open(desk, 0, now);
    }
    desk->found_row = 0;
    desk->found_at = now;
    return wish_of(WISH_NONE);
}
