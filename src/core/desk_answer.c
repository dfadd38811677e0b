/* desk_answer: the list of difficulties, and what became of one: sent to BHXH, answered, open again. */
#include "core/desk_inside.h"
#include "core/text.h"
#include <string.h>

static struct scroll difficulties(struct desk *desk)
{
    return (struct scroll){&desk->difficulties_top, &desk->difficulties_row, desk->difficulties_count,
                           desk->difficulties_total};
}

static struct wish list(struct desk *desk, enum difficulty_state state)
{
    desk->difficulty_filter = state;
    desk->difficulties_top = desk->difficulties_row = 0;
    return wish_of(WISH_DIFFICULTIES);
}

struct wish act_difficulties(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    (void)desk_over(desk, MODE_DIFFICULTIES, WISH_NONE);
    return list(desk, DIFFICULTY_STATES);
}

struct wish act_difficulties_move(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    return wish_of(desk_scroll(difficulties(desk), key.press) ? WISH_DIFFICULTIES : WISH_NONE);
}

/* All, then one state after the other. */
struct wish act_difficulties_state(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    int states = DIFFICULTY_STATES + 1, step = key.press == PRESS_BACKTAB ? states - 1 : 1;
    return list(desk, (enum difficulty_state)(((int)desk->difficulty_filter + step) % states));
}

struct wish desk_difficulties_listed(struct desk *desk, uint64_t now)
{
    (void)now;
    desk_scroll_settle(difficulties(desk));
    return wish_of(WISH_NONE);
}

struct wish act_answer(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->answered.number = desk->difficulties[desk->difficulties_row].number;
    return wish_of(WISH_DIFFICULTY_READ);
}

struct wish desk_difficulty_open(struct desk *desk, enum fault fault, const struct difficulty_record *record,
                                 const struct difficulty_detail *detail, uint64_t now)
{
    if (desk->mode != MODE_DIFFICULTIES) {
        return wish_of(WISH_NONE);
    }
    if (fault != FAULT_NONE) {
        desk_fault(desk, fault, now);
        return wish_of(fault == FAULT_RECORD_GONE ? WISH_DIFFICULTIES : WISH_NONE);
    }
    desk->opened = desk->answered = *record;
    desk->detail = *detail;
    desk->answering = ANSWERING_LOOK;
    desk_go(desk, MODE_ANSWER);
    return wish_of(WISH_NONE);
}

bool desk_replies(const struct desk *desk)
{
    return desk->mode == MODE_ANSWER && desk->answering == ANSWERING_REPLY;
}

static void choose(struct desk *desk, enum answering answering, enum difficulty_state state)
{
    desk->answering = answering;
    desk->answered.state = state;
    desk_rearm(desk);
}

struct wish act_answer_move(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    choose(desk, ANSWERING_MOVE, key.rune == 's' ? DIFFICULTY_SENT : DIFFICULTY_OPEN);
    return wish_of(WISH_NONE);
}

/* What was half typed when a scan came between is there again. */
struct wish act_reply(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    if (desk->reply_to != desk->answered.number) {
        desk->reply_to = desk->answered.number;
        line_set(&desk->reply, desk->opened.reply);
    }
    choose(desk, ANSWERING_REPLY, DIFFICULTY_ANSWERED);
    return wish_of(WISH_NONE);
}

struct wish act_reply_type(struct desk *desk, struct key key, uint64_t now)
{
    desk_fault(desk, line_key(&desk->reply, sizeof desk->answered.reply, key, desk_typing(desk)), now);
    return wish_of(WISH_NONE);
}

struct wish act_reply_back(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    choose(desk, ANSWERING_LOOK, desk->opened.state);
    return wish_of(WISH_NONE);
}

static enum fault read_reply(struct desk *desk)
{
    const char *text = desk->reply.text;
    return text[0] ? text_clean(desk->answered.reply, sizeof desk->answered.reply, text, strlen(text))
                   : FAULT_LINE_EMPTY;
}

struct wish act_answer_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    enum fault fault = desk_replies(desk) ? read_reply(desk) : FAULT_NONE;
    if (fault != FAULT_NONE) {
        desk_fault(desk, fault, now);
        return wish_of(WISH_NONE);
    }
    if (!desk_armed(desk, now)) {
        return wish_of(WISH_NONE);
    }
    desk->saving = true;
    desk_rearm(desk);
    return wish_of(WISH_ANSWER);
}
