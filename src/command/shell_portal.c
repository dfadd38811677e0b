/* shell_portal: between desk, worker and the client of the portal. */
#include "command/shell_portal.h"
#include "command/shell_sign.h"
#include "command/shell_wish.h"
#include "command/wait.h"
#include "core/recheck.h"
#include <string.h>

enum {
    KNOWN_MINUTES = 30 * 24 * 60, /* how far back the answer to an entry of the list is looked for */
    LEASE_MARGIN = 10,            /* seconds beside both time-outs, for a token and its answer */
};

static enum fault ask_portal(void *portal, enum ask ask, const struct question *question, const char *record,
                             int ticket)
{
    return portal_ask(portal, ask, question, record, ticket);
}

static void cancel(void *portal, int ticket)
{
    portal_cancel(portal, ticket);
}

static bool configured(const struct shell *shell)
{
    return shell->config.portal.base[0] != '\0';
}

void shell_portal_open(struct shell *shell)
{
    const struct portal_options *options = &shell->config.portal;
    struct worker *worker = &shell->worker;
    if (configured(shell)) {
        shell->portal_fault = portal_open(options, &shell->portal);
    }
    *worker = (struct worker){
        .store = shell->store,
        .hospital = &shell->config.hospital,
        .asker = {shell->portal, configured(shell) ? TROUBLE_PASSWORD : TROUBLE_OFF, ask_portal, cancel},
        .dir = shell->config.checkin.send ? shell->dir : NULL,
        .limits = options->limits,
        .fresh_minutes = options->fresh_minutes,
        .lease = 2 * (options->connect_seconds + options->answer_seconds) + LEASE_MARGIN};
    struct status *status = &shell->desk.status;
    status->portal = configured(shell);
    status->stand_in = configured(shell) && options->stand_in;
    status->portal_trouble = shell->portal_fault ? worker->asker.why : TROUBLE_NONE;
}

void shell_portal_close(struct shell *shell)
{
    portal_close(shell->portal);
    explicit_bzero(&shell->worker, sizeof shell->worker);
}

int shell_portal_fd(const struct shell *shell)
{
    return shell->portal ? portal_fd(shell->portal) : -1;
}

/* Another thing than the portal may be what the worker waits for: the next entry, the end of a pause. The clock may be
 * set back meanwhile: it is looked at every minute. */
int shell_portal_timeout(const struct shell *shell)
{
    enum { LONGEST = 60 };
    long long wait = shell->worker.next - shell_wall(shell);
    int pass = wait > LONGEST ? LONGEST * 1000 : wait > 0 ? (int)wait * 1000 : 0;
    return wait_sooner(pass, shell->portal ? portal_timeout(shell->portal) : -1);
}

/* The list works itself off whoever sits there: by the configuration's name. */
static struct writer writer(const struct shell *shell)
{
    return (struct writer){shell->config.hospital.counter, shell->config.hospital.clerk, shell_wall(shell)};
}

static void show_trouble(struct shell *shell, enum trouble trouble)
{
    shell->desk.status.portal_trouble = trouble;
    shell->desk.status.portal_heard = trouble == TROUBLE_NONE;
}

void shell_want(struct shell *shell, enum ask ask, int ticket)
{
    shell->wanted[ask] = ticket;
}

/* The open review waits for this answer still. */
static bool waits(const struct desk *desk, enum ask ask, int ticket)
{
    const struct inquiry *inquiry = &desk->review.inquiry;
    switch (desk->open ? ask : ASK_COUNT) {
    case ASK_MEMBER: return inquiry->state == INQUIRY_OUT && inquiry->ticket == ticket;
    case ASK_HISTORY: return inquiry->history_out && inquiry->history_ticket == ticket;
    case ASK_COPAYMENT: return inquiry->copayment_out && inquiry->copayment_ticket == ticket;
    default: return false;
    }
}

static bool ask_wanted(struct shell *shell, enum ask ask, int ticket, uint64_t now)
{
    struct reply reply;
    struct writer who = shell_writer(shell);
    const struct inquiry *inquiry = &shell->desk.review.inquiry;
    const struct wanted wanted = {ask, &inquiry->question, ticket, ask == ASK_MEMBER && inquiry->again > 0};
    if (!worker_ask(&shell->worker, &wanted, &who, &reply)) {
        return false;
    }
    show_trouble(shell, reply.trouble);
    shell_carry_out(shell, desk_portal(&shell->desk, &reply, now), now);
    if (ask == ASK_MEMBER && inquiry->wanted && reply.trouble == TROUBLE_NONE) {
        desk_fault(&shell->desk, FAULT_PORTAL_SAID, now);
    }
    shell_keep(shell);
    explicit_bzero(&reply, sizeof reply);
    return true;
}

bool shell_ask_wanted(struct shell *shell, uint64_t now)
{
    bool changed = false;
    for (int i = 0; i < ASK_COUNT && !desk_hidden(&shell->desk); i++) { /* a clerk asks, by name */
        const enum ask ask = (enum ask)i;
        const int ticket = shell->wanted[i];
        shell->wanted[i] = 0;
        if (ticket && waits(&shell->desk, ask, ticket)) {
            changed = ask_wanted(shell, ask, ticket, now) || changed;
        }
    }
    return changed;
}

enum fault shell_update_late(struct shell *shell)
{
    struct desk *desk = &shell->desk;
    enum fault fault = store_late(shell->store, desk->late_top, desk->late, DESK_LIST, &desk->late_count,
                                  &desk->late_total, &desk->status.differing);
    desk->status.unchecked = fault ? desk->status.unchecked : desk->late_total;
    return fault;
}

struct wish shell_late_list(struct shell *shell, uint64_t now)
{
    enum fault fault = shell_update_late(shell);
    if (fault) {
        desk_fault(&shell->desk, fault, now);
    }
    return desk_late_listed(&shell->desk, now);
}

/* The register's word about the record's card, and what the portal said to its question. */
static enum fault look_up_late(struct shell *shell, const struct kept_intake *record, struct answer *ret)
{
    struct card card;
    struct reply reply;
    const struct question *question = &record->intake.question;
    const struct asked asked = {question->number, shell->desk.status.today};
    recheck_card(record, &card);
    enum fault fault = store_answer(shell->store, &card, asked.today, ret);
    if (worker_recall(&shell->worker, question, KNOWN_MINUTES, shell_wall(shell), &reply)) {
        answer_hear(ret, &reply, &asked);
        enum fault known = store_patient(shell->store, &card, ret);
        fault = fault == FAULT_NONE ? known : fault;
        explicit_bzero(&reply, sizeof reply);
    }
    return fault;
}

struct wish shell_record_open(struct shell *shell, const char *id, uint64_t now)
{
    struct kept_intake record;
    struct answer answer;
    struct desk *desk = &shell->desk;
    shell_update_register(shell);
    enum fault fault = store_record(shell->store, id, &record);
    bool gone = fault != FAULT_NONE;
    fault = fault ? fault : look_up_late(shell, &record, &answer);
    struct wish wish = desk_late_open(desk, gone ? NULL : &record, &answer, now);
    if (fault && fault != FAULT_RECORD_GONE) {
        desk_fault(desk, fault, now);
    }
    explicit_bzero(&record, sizeof record);
    explicit_bzero(&answer, sizeof answer);
    return wish;
}

void shell_portal_saved(struct shell *shell, const struct intake *intake, const char *id)
{
    if (intake->check) {
        worker_entrust(&shell->worker, &intake->question, id);
    }
    shell->worker.next = shell_wall(shell);
}

/* What the list's question or the clerk's brought, besides the reply itself. */
static void take_news(struct shell *shell, const struct news *news, uint64_t now)
{
    enum fault fault = news->fault;
    if (news->heard) {
        show_trouble(shell, news->trouble);
    }
    if (news->listed) {
        enum fault listed = shell_update_late(shell);
        fault = fault ? fault : listed;
        shell_carry_out(shell, desk_late_listed(&shell->desk, now), now);
    }
    if (news->differs) {
        desk_fault(&shell->desk, FAULT_LATE_DIFFERS, now);
    }
    /* What stands on the screen already takes no notice's place. */
    if (fault && fault != shell->desk.status.register_fault && fault != shell->desk.status.journal_fault) {
        desk_fault(&shell->desk, fault, now);
    }
    if (news->heard || news->listed || fault) {
        shell_keep(shell);
    }
}

/* A review that was closed, and one that a burst took back, wait for nothing. */
static void forget_closed(struct shell *shell)
{
    for (int i = 0; i < ERRANDS_MAX; i++) {
        struct errand *errand = &shell->worker.errands.out[i];
        if (errand->review && !waits(&shell->desk, errand->ask, errand->review)) {
            errand->review = 0;
        }
    }
}

static void take_replies(struct shell *shell, uint64_t now)
{
    struct reply reply;
    struct news news;
    while (shell->portal && portal_next(shell->portal, &reply)) {
        struct writer who = writer(shell);
        forget_closed(shell);
        worker_hear(&shell->worker, &reply, &who, &news);
        if (news.review) {
            shell_carry_out(shell, desk_portal(&shell->desk, &reply, now), now);
        }
        take_news(shell, &news, now);
        explicit_bzero(&reply, sizeof reply);
    }
}

void shell_portal(struct shell *shell, uint64_t now)
{
    struct news news;
    struct writer who = writer(shell);
    take_replies(shell, now);
    forget_closed(shell);
    worker_pass(&shell->worker, &who, &news);
    take_news(shell, &news, now);
}
