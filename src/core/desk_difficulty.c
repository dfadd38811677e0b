/* desk_difficulty: a difficulty (vướng mắc) of the open review: its kind, one line of text, and the phone by which the
 * patient hears of the answer. */
#include "core/desk_inside.h"
#include "core/text.h"
#include <string.h>

struct wish act_difficulty(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->kind =
        desk->review.cccd_refused ? DIFFICULTY_IDENTITY : difficulty_propose(&desk->review.judgement);
    if (desk->kind == DIFFICULTY_NONE) {
        desk->kind = DIFFICULTY_OTHER;
    }
    desk_type_into(desk, MODE_DIFFICULTY, "");
    line_set(&desk->other, desk->review.contact.phone);
    return wish_of(WISH_NONE);
}

struct wish act_kind(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    int kinds = DIFFICULTY_COUNT - 1, step = key.press == PRESS_UP ? kinds - 1 : 1;
    desk->kind = (enum difficulty)(((int)desk->kind - 1 + step) % kinds + 1);
    return wish_of(WISH_NONE);
}

struct wish act_difficulty_step(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    struct line typed = desk->line;
    desk->line = desk->other;
    desk->other = typed;
    desk->step = desk->step == DIFFICULTY_TEXT ? DIFFICULTY_PHONE : DIFFICULTY_TEXT;
    return wish_of(WISH_NONE);
}

const struct line *desk_difficulty_line(const struct desk *desk, enum difficulty_step step)
{
    return desk->step == (int)step ? &desk->line : &desk->other;
}

static enum fault read_lines(struct desk *desk)
{
    struct intake *intake = &desk->intake;
    const char *text = desk_difficulty_line(desk, DIFFICULTY_TEXT)->text;
    char phone[PHONE_SIZE];
    enum fault fault = desk_read_phone(desk_difficulty_line(desk, DIFFICULTY_PHONE)->text, phone);
    if (fault == FAULT_NONE && desk->kind == DIFFICULTY_OTHER && !*text) {
        fault = FAULT_LINE_EMPTY;
    }
    if (fault != FAULT_NONE) {
        return fault;
    }
    memcpy(desk->review.contact.phone, phone, sizeof phone);
    desk_make(desk, INTAKE_PROVISIONAL, intake);
    intake->difficulty = desk->kind;
    return text_clean(intake->difficulty_text, sizeof intake->difficulty_text, text, strlen(text));
}

struct wish act_difficulty_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    enum fault fault = read_lines(desk);
    if (fault != FAULT_NONE) {
        enum difficulty_step amiss = fault == FAULT_LINE_EMPTY ? DIFFICULTY_TEXT : DIFFICULTY_PHONE;
        if (desk->step != (int)amiss) {
            act_difficulty_step(desk, key, now);
        }
        desk_fault(desk, fault, now);
        return wish_of(WISH_NONE);
    }
    if (!desk_armed(desk, now)) {
        return wish_of(WISH_NONE);
    }
    desk->saving = true;
    desk_rearm(desk);
    return wish_of(WISH_DIFFICULTY);
}
