/* shell_sign: PINs are compared here, at some tens of milliseconds each; every try stands in the journal, so that the wait
 * after wrong ones holds over counters and restarts. */
#include "command/shell_sign.h"
#include "adapter/pin.h"
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
    shell->looked = again ? shell->looked : 0; /* another pair of eyes */
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

/* ---- looks ---- */

/* A typed number shows nobody before the birth year fits. */
static bool shows_person(const struct desk *desk)
{
    const struct review *review = &desk->review;
    bool unproved = review->typed && !review->confirmed && review->judgement.verdict == VERDICT_FOUND;
    return desk->open && !desk->asking && !desk_hidden(desk) && !unproved &&
           (review->card.kind != CARD_UNKNOWN || review->judgement.member >= 0);
}

/* Why the screen shows this person; PURPOSE_COUNT for no reason of its own. */
static enum purpose purpose_of(const struct desk *desk)
{
    switch (desk->mode) {
    case MODE_HISTORY: return PURPOSE_HISTORY;
    case MODE_COPAYMENT: return PURPOSE_COPAYMENT;
    default: break;
    }
    return desk->review.late.id[0] ? PURPOSE_RECORD : desk->review.typed ? PURPOSE_SEARCH : PURPOSE_SCAN;
}

/* The card's numbers, else the system's. */
static void whom(const struct review *review, struct facts *ret, char bhxh[BHXH_SIZE])
{
    const struct facts *system = &review->judgement.system;
    bool known = review->judgement.member >= 0;
    *ret = review->card.facts;
    if (!ret->number[0] && known) {
        memcpy(ret->number, system->number, sizeof ret->number);
    }
    if (!ret->cccd[0] && known) {
        memcpy(ret->cccd, system->cccd, sizeof ret->cccd);
    }
    memcpy(bhxh,
           review->card.bhxh_number[0] || !known ? review->card.bhxh_number : review->judgement.bhxh_number,
           BHXH_SIZE);
}

static bool same_person(const struct shell *shell, const struct facts *facts)
{
    return strcmp(shell->looked_number, facts->number) == 0 && strcmp(shell->looked_cccd, facts->cccd) == 0;
}

void shell_look(struct shell *shell, uint64_t now)
{
    const struct desk *desk = &shell->desk;
    struct facts facts;
    char bhxh[BHXH_SIZE];
    if (!desk->open) {
        shell->looked = 0;
        shell->looked_number[0] = shell->looked_cccd[0] = '\0';
    }
    if (!shows_person(desk)) {
        return;
    }
    enum purpose why = purpose_of(desk);
    whom(&desk->review, &facts, bhxh);
    if (!same_person(shell, &facts)) {
        shell->looked = 0;
        memcpy(shell->looked_number, facts.number, sizeof shell->looked_number);
        memcpy(shell->looked_cccd, facts.cccd, sizeof shell->looked_cccd);
    }
    if (!(shell->looked >> why & 1u)) {
        struct writer who = shell_writer(shell);
        enum fault fault = store_look(shell->store, why, &facts, bhxh, desk->review.late.id, &who);
        shell->looked |= fault ? 0u : 1u << why;
        desk_fault(&shell->desk, fault == FAULT_STORE_BUSY ? FAULT_NONE : fault, now);
    }
    explicit_bzero(&facts, sizeof facts);
}
