/* desk_sign: who works here: signing in, locking, and what a role may do. What was open lies behind the lock as it was,
 * its line and its draft too; only the mode changes places. */
#include "core/desk_inside.h"
#include "core/text.h"
#include <stdio.h>
#include <string.h>

enum { SECOND_MS = 1000, MINUTE_MS = 60 * SECOND_MS };

bool desk_hidden(const struct desk *desk)
{
    return desk->sign.needed && (!desk->sign.in || desk->sign.locked);
}

bool desk_may(const struct desk *desk, enum right right)
{
    const struct signing *sign = &desk->sign;
    return !sign->needed || (sign->in && role_may(sign->clerk.role, right));
}

bool desk_types_pin(const struct desk *desk)
{
    return desk->mode == MODE_SIGN_IN && desk->sign.login[0];
}

enum mode desk_work_mode(const struct desk *desk)
{
    bool hidden = desk_hidden(desk);
    enum mode mode = hidden ? desk->sign.under : desk->mode;
    enum mode back = hidden ? desk->sign.back : desk->back;
    return desk_is_over(mode) ? back : mode;
}

/* One's own counter's last act is one's own to undo; one chosen on the list may be another clerk's. */
static bool anothers(const struct desk *desk)
{
    const struct act *act = &desk->last;
    return desk->chosen && (strcmp(act->counter, desk->hospital.counter) != 0 ||
                            strcmp(act->clerk, desk->hospital.clerk) != 0);
}

/* What a key that writes needs. */
static enum right right_for(const struct desk *desk)
{
    switch (desk->mode) {
    case MODE_UNDO: return anothers(desk) ? RIGHT_UNDO_OTHERS : RIGHT_TAKE_IN;
    case MODE_DIFFICULTIES:
    case MODE_ANSWER: return RIGHT_ANSWER;
    case MODE_CLOSE: return RIGHT_CLOSE_DAY;
    default: return RIGHT_TAKE_IN;
    }
}

bool desk_refuses(struct desk *desk, uint64_t now)
{
    bool refuses = desk->mode != MODE_SIGN_IN && !desk_may(desk, right_for(desk));
    if (refuses) {
        desk_fault(desk, FAULT_RIGHT_MISSING, now);
    }
    return refuses;
}

/* The name is asked, or the PIN of the one who is named. */
static void ask(struct desk *desk, const char *login)
{
    explicit_bzero(&desk->sign.line, sizeof desk->sign.line);
    snprintf(desk->sign.login, LOGIN_SIZE, "%s", login);
}

static void hide(struct desk *desk)
{
    desk_camera_leave(desk);
    desk->sign.under = desk->mode;
    desk->sign.back = desk->back;
    desk_hush(desk);
    desk_go(desk, MODE_SIGN_IN);
}

void desk_sign_out(struct desk *desk)
{
    if (!desk_hidden(desk)) {
        hide(desk);
    }
    desk->sign.needed = true;
    desk->sign.in = desk->sign.locked = false;
    desk->sign.clerk = (struct clerk){.active = false};
    desk->hospital.clerk[0] = '\0';
    ask(desk, "");
}

static struct wish lock(struct desk *desk)
{
    hide(desk);
    desk->sign.locked = true;
    ask(desk, desk->sign.clerk.login);
    return wish_of(WISH_LOCK);
}

struct wish act_lock(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    return lock(desk);
}

void desk_stir(struct desk *desk, uint64_t now)
{
    if (desk->sign.needed) {
        desk->sign.active_at = now;
    }
}

static uint64_t locks_at(const struct desk *desk)
{
    bool locks = desk->sign.needed && desk->sign.in && !desk->sign.locked && desk->hospital.lock_minutes > 0;
    return locks ? desk->sign.active_at + (uint64_t)desk->hospital.lock_minutes * MINUTE_MS : 0;
}

struct wish desk_idle(struct desk *desk, uint64_t now)
{
    uint64_t at = locks_at(desk);
    return at && now >= at && !desk->saving ? lock(desk) : wish_of(WISH_NONE);
}

uint64_t desk_sign_due(const struct desk *desk, uint64_t now)
{
    uint64_t until = desk->sign.wait_until;
    bool waits = desk->mode == MODE_SIGN_IN && now < until;
    return waits ? until - (until - now - 1) / SECOND_MS * SECOND_MS : locks_at(desk);
}

struct wish act_sign_type(struct desk *desk, struct key key, uint64_t now)
{
    size_t cap = desk_types_pin(desk) ? PIN_SIZE : LOGIN_SIZE;
    desk_fault(desk, line_key(&desk->sign.line, cap, key, TYPING_PLAIN), now);
    return wish_of(WISH_NONE);
}

/* Caps Lock is no other name. */
struct wish act_sign_name(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    char login[LOGIN_SIZE] = "";
    (void)!text_copy(login, sizeof login, desk->sign.line.text); /* the line holds no longer one */
    for (char *at = login; *at; at++) {
        *at = *at >= 'A' && *at <= 'Z' ? (char)(*at + ('a' - 'A')) : *at;
    }
    if (clerk_login_valid(login)) {
        ask(desk, login);
    } else {
        desk_fault(desk, login[0] ? FAULT_LOGIN_INVALID : FAULT_LINE_EMPTY, now);
    }
    return wish_of(WISH_NONE);
}

/* Another name; a name not yet typed goes back to the clerk who locked. */
struct wish act_sign_other(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    bool own = desk->sign.locked && strcmp(desk->sign.login, desk->sign.clerk.login) == 0;
    bool back = key.press == PRESS_ESCAPE && desk->sign.locked;
    ask(desk, back && !own ? desk->sign.clerk.login : back ? desk->sign.login : "");
    return wish_of(WISH_NONE);
}

struct wish act_sign_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (now < desk->sign.wait_until) {
        desk_fault(desk, FAULT_SIGN_WAIT, now);
    } else if (!desk->sign.line.text[0]) {
        desk_fault(desk, FAULT_LINE_EMPTY, now);
    } else {
        return wish_of(WISH_SIGN_IN);
    }
    return wish_of(WISH_NONE);
}

/* What was open is the new clerk's from here on. */
static void let_in(struct desk *desk, const struct clerk *clerk, uint64_t now)
{
    struct signing *sign = &desk->sign;
    bool again = sign->locked && strcmp(clerk->login, sign->clerk.login) == 0;
    ask(desk, "");
    sign->clerk = *clerk;
    sign->in = true;
    sign->locked = false;
    sign->wait_until = 0;
    sign->active_at = now;
    snprintf(desk->hospital.clerk, sizeof desk->hospital.clerk, "%s", clerk->name);
    desk->back = sign->back;
    desk_go(desk, sign->under);
    desk_hush(desk);
    if (!again) {
        desk_say(desk, SAID_SIGNED, clerk->name, now);
    }
}

struct wish desk_signed(struct desk *desk, const struct clerk *clerk, int wait, uint64_t now)
{
    if (desk->mode != MODE_SIGN_IN) {
        return wish_of(WISH_NONE);
    }
    explicit_bzero(&desk->sign.line, sizeof desk->sign.line);
    if (clerk) {
        let_in(desk, clerk, now);
    } else {
        desk->sign.wait_until = now + (uint64_t)wait;
        desk_fault(desk, FAULT_SIGN_WRONG, now);
    }
    return wish_of(WISH_NONE);
}
