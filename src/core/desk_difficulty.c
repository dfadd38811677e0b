/* desk_difficulty: a difficulty (vướng mắc) of the open review, written down in one line. */
#include "core/desk_inside.h"
#include "core/text.h"
#include <string.h>

struct wish act_difficulty(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->kind = difficulty_propose(&desk->review.judgement);
    if (desk->kind == DIFFICULTY_NONE) {
        desk->kind = DIFFICULTY_OTHER;
    }
    desk_type_into(desk, MODE_DIFFICULTY, "");
    return wish_of(WISH_NONE);
}

struct wish act_kind(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    int kinds = DIFFICULTY_COUNT - 1,
        step = key.press == PRESS_BACKTAB || key.press == PRESS_UP ? kinds - 1 : 1;
    desk->kind = (enum difficulty)(((int)desk->kind - 1 + step) % kinds + 1);
    return wish_of(WISH_NONE);
}

struct wish act_difficulty_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (desk->kind == DIFFICULTY_OTHER && !desk->line.text[0]) {
        desk_fault(desk, FAULT_LINE_EMPTY, now);
        return wish_of(WISH_NONE);
    }
    if (!desk_armed(desk, now)) {
        return wish_of(WISH_NONE);
    }
    desk_make(desk, INTAKE_PROVISIONAL, &desk->intake);
    desk->intake.difficulty = desk->kind;
    enum fault fault = text_clean(desk->intake.difficulty_text, sizeof desk->intake.difficulty_text,
                                  desk->line.text, strlen(desk->line.text));
    if (fault != FAULT_NONE) {
        desk_fault(desk, fault, now);
        return wish_of(WISH_NONE);
    }
    desk->saving = true;
    desk_rearm(desk);
    return wish_of(WISH_DIFFICULTY);
}
