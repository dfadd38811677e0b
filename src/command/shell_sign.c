/* shell_sign: PINs are compared here, at some tens of milliseconds each; every try stands in the journal, so that the wait
 * after wrong ones holds over counters and restarts. */
#include "command/shell_sign.h"
#include "adapter/pin.h"
#include "command/shell_look.h"
#include "command/shell_wish.h"
#include <string.h>

struct writer shell_writer(const struct shell *shell)
{
    const struct hospital *hospital = &shell->config.hospital;
    const char *clerk = shell->desk.sign.needed ? shell->desk.hospital.clerk : hospital->clerk;
    return (struct writer){hospital->counter, clerk, shell_wall(shell)};
}

/* What a PIN may have left in copies: the run of keys and the desk before it. */
static void forget_pin(struct shell *shell)
{
    burst_wipe(&shell->burst);
    burst_init(&shell->burst);
    shell->saved = shell->desk;
}

static void journal(struct shell *shell, const char *login, enum sign sign, uint64_t now)
{
    struct writer who = shell_writer(shell);
    desk_fault(&shell->desk, store_sign(shell->store, login, sign, &who), now);
}

static enum fault any_active(struct shell *shell, bool *ret)
{
    enum { PAGE = 16 };
    struct clerk clerks[PAGE];
    int count = PAGE, total = 0;
    enum fault fault = FAULT_NONE;
    *ret = false;
    for (int top = 0; fault == FAULT_NONE && count == PAGE && !*ret; top += PAGE) {
        count = 0;
        fault = store_clerks(shell->store, top, clerks, PAGE, &count, &total);
        for (int i = 0; i < count; i++) {
            *ret = *ret || clerks[i].active;
        }
    }
    return fault;
}

static void sign_out(struct shell *shell)
{
    desk_sign_out(&shell->desk);
    portal_clerk(shell->portal, "", "");
    forget_pin(shell);
}

/* Still there, and with the same rights. */
static enum fault check_clerk(struct shell *shell, uint64_t now)
{
    struct signing *sign = &shell->desk.sign;
    char hash[PIN_HASH_SIZE];
    struct clerk clerk;
    int failures;
    long long failed_at;
    bool found;
    enum fault fault =
        store_clerk(shell->store, sign->clerk.login, &clerk, hash, &failures, &failed_at, &found);
    explicit_bzero(hash, sizeof hash);
    if (fault == FAULT_NONE && found && clerk.active) {
        sign->clerk.role = shell->saved.sign.clerk.role = clerk.role;
    } else if (fault == FAULT_NONE) {
        journal(shell, sign->clerk.login, SIGN_OUT, now);
        sign_out(shell);
    }
    return fault;
}

void shell_sign_check(struct shell *shell, uint64_t now)
{
    bool any = false;
    enum fault fault = FAULT_NONE;
    if (shell->desk.sign.needed) {
        fault = shell->desk.sign.in ? check_clerk(shell, now) : FAULT_NONE;
    } else {
        fault = any_active(shell, &any);
        if (any) {
            sign_out(shell);
        }
    }
    desk_fault(&shell->desk, fault, now);
}

/* Seconds until the next try; a clock that was set back makes nobody wait longer. */
static long long wait_left(int failures, long long failed_at, long long now)
{
    long long delay = clerk_delay(failures), left = failed_at + delay - now;
    return left < 0 ? 0 : left > delay ? delay : left;
}

static struct wish let_in(struct shell *shell, const struct clerk *clerk, uint64_t now)
{
    const struct signing *sign = &shell->desk.sign;
    bool again = sign->locked && strcmp(sign->clerk.login, clerk->login) == 0;
    if (sign->in && !again) {
        journal(shell, sign->clerk.login, SIGN_OUT, now);
    }
    if (!again) {
        shell_look_again(shell); /* another pair of eyes */
    }
    struct wish wish = desk_signed(&shell->desk, clerk, 0, now);
    portal_clerk(shell->portal,
                 clerk->portal_name[0] ? clerk->portal_name
                 : clerk->cccd[0]      ? clerk->name
                                       : "",
                 clerk->cccd);
    journal(shell, clerk->login, again ? SIGN_UNLOCK : SIGN_IN, now);
    return wish;
}

/* The try is written with the name of whoever was tried, not of whoever locked the counter. */
static struct wish keep_out(struct shell *shell, const char *login, int failures, uint64_t now)
{
    struct writer who = {shell->config.hospital.counter, "", shell_wall(shell)};
    enum fault fault = store_sign(shell->store, login, SIGN_FAILED, &who);
    struct wish wish = desk_signed(&shell->desk, NULL, clerk_delay(failures) * 1000, now);
    desk_fault(&shell->desk, fault, now);
    return wish;
}

struct wish shell_sign_in(struct shell *shell, uint64_t now)
{
    const struct signing *sign = &shell->desk.sign;
    char hash[PIN_HASH_SIZE] = "", login[LOGIN_SIZE];
    struct clerk clerk;
    int failures = 0;
    long long failed_at = 0;
    bool found = false;
    struct wish wish;
    memcpy(login, sign->login, sizeof login);
    enum fault fault = store_clerk(shell->store, login, &clerk, hash, &failures, &failed_at, &found);
    long long left = found ? wait_left(failures, failed_at, shell_wall(shell)) : 0;
    if (fault || left > 0) {
        wish = desk_signed(&shell->desk, NULL, (int)left * 1000, now);
        desk_fault(&shell->desk, fault ? fault : FAULT_SIGN_WAIT, now);
    } else if (pin_right(sign->line.text, found && clerk.active ? hash : "")) {
        shell->strangers = 0;
        wish = let_in(shell, &clerk, now);
    } else {
        wish = keep_out(shell, found ? login : "", found ? failures + 1 : ++shell->strangers, now);
    }
    explicit_bzero(hash, sizeof hash);
    forget_pin(shell);
    return wish;
}

void shell_lock(struct shell *shell, uint64_t now)
{
    journal(shell, shell->desk.sign.clerk.login, SIGN_LOCK, now);
    forget_pin(shell);
}

void shell_sign_off(struct shell *shell)
{
    if (shell->desk.sign.in) {
        journal(shell, shell->desk.sign.clerk.login, SIGN_OUT, 0);
    }
}
