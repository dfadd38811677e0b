/* clerk: roles and what they may do, names for the journal, and the wait after wrong PINs. */
#include "core/clerk.h"
#include <assert.h>
#include <string.h>

const char *role_code(enum role role)
{
    static const char *const codes[ROLE_COUNT] = {
#define X(code, lower) #lower,
        ROLE_LIST(X)
#undef X
    };
    assert(role < ROLE_COUNT);
    return codes[role];
}

bool role_read(const char *code, enum role *ret)
{
    for (enum role role = 0; role < ROLE_COUNT; role++) {
        if (strcmp(role_code(role), code) == 0) {
            *ret = role;
            return true;
        }
    }
    return false;
}

#define R(right) (1u << RIGHT_##right)

bool role_may(enum role role, enum right right)
{
    static const unsigned rights[ROLE_COUNT] = {
        [ROLE_CLERK] = R(TAKE_IN) | R(ANSWER) | R(LISTS),
        [ROLE_HEAD] = R(TAKE_IN) | R(UNDO_OTHERS) | R(ANSWER) | R(CLOSE_DAY) | R(STATISTICS) | R(LISTS),
        [ROLE_AUDITOR] = R(STATISTICS) | R(LISTS),
    };
    assert(role < ROLE_COUNT);
    return rights[role] >> right & 1u;
}

bool clerk_login_valid(const char *login)
{
    size_t len = strlen(login);
    return len > 0 && len < LOGIN_SIZE && strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789.-_") == len;
}

bool clerk_pin_valid(const char *pin)
{
    size_t len = strlen(pin);
    for (size_t i = 0; i < len; i++) {
        if (pin[i] <= ' ' || pin[i] > '~') {
            return false;
        }
    }
    return len >= PIN_LEAST && len < PIN_SIZE;
}

int clerk_delay(int failures)
{
    enum { FREE = 2, MOST = 300, STEPS = 8 }; /* 2 to the 9th is more than the most */
    int steps = failures - FREE;
    if (steps <= 0) {
        return 0;
    }
    return steps > STEPS ? MOST : 1 << steps;
}

const char *sign_code(enum sign sign)
{
    static const char *const codes[SIGN_COUNT] = {
#define X(code, lower) #lower,
        SIGN_LIST(X)
#undef X
    };
    assert(sign < SIGN_COUNT);
    return codes[sign];
}

const char *purpose_code(enum purpose purpose)
{
    static const char *const codes[PURPOSE_COUNT] = {
#define X(code, lower) #lower,
        PURPOSE_LIST(X)
#undef X
    };
    assert(purpose < PURPOSE_COUNT);
    return codes[purpose];
}
