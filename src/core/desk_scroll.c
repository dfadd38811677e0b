/* desk_scroll: the cursor of a list of which only a part is held. */
#include "core/desk_inside.h"

enum { LIST_PAGE = 15 };

static int target(int at, int last, enum press press)
{
    switch (press) {
    case PRESS_UP: at--; break;
    case PRESS_DOWN: at++; break;
    case PRESS_PAGE_UP: at -= LIST_PAGE; break;
    case PRESS_PAGE_DOWN: at += LIST_PAGE; break;
    case PRESS_HOME: at = 0; break;
    default: at = last; break;
    }
    return at > last ? last : at < 0 ? 0 : at;
}

bool desk_scroll(struct scroll list, enum press press)
{
    int at = target(*list.top + *list.row, list.total - 1, press);
    bool held = at >= *list.top && at < *list.top + list.count;
    if (list.total <= 0) {
        *list.row = 0;
        return false;
    }
    if (!held) {
        *list.top = at / DESK_LIST * DESK_LIST;
    }
    *list.row = at - *list.top;
    return !held;
}

void desk_scroll_settle(struct scroll list)
{
    if (*list.row >= list.count) {
        *list.row = list.count > 0 ? list.count - 1 : 0;
    }
}
