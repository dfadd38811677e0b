/* shell_wish: what the desk wishes, carried out; the result goes back to it and may wish again. */
#include "command/shell_wish.h"
#include "adapter/picture.h"
#include "command/shell_lists.h"
#include "command/shell_names.h"
#include "command/shell_portal.h"
#include "command/shell_print.h"
#include "command/shell_setup.h"
#include "command/shell_sign.h"
#include <string.h>

void shell_update_register(struct shell *shell)
{
    struct status *status = &shell->desk.status;
    date_text complete = "";
    status->register_fault = store_register_state(shell->store, status->register_as_of, complete);
    status->register_age = status->register_fault || !date_full(status->register_as_of)
                               ? -1
                               : (int)(date_days(status->today) - date_days(status->register_as_of));
}

static struct wish look_up(struct shell *shell, uint64_t now)
{
    struct desk *desk = &shell->desk;
    struct answer answer;
    shell_update_register(shell);
    enum fault fault = store_answer(shell->store, &desk->review.asked, desk->status.today, &answer);
    desk->status.register_fault = fault;
    struct wish wish = desk_answer(desk, &answer, now);
    explicit_bzero(&answer, sizeof answer);
    if (fault) {
        desk_fault(desk, fault, now);
    }
    return wish;
}

/* What the register cannot take now (an import is running) waits in the journal and
 * is tried again every minute. */
void shell_apply_outbox(struct shell *shell)
{
    (void)!store_outbox(shell->store);
}

/* What was written changes the lists; the desk hears of it after they are fresh. */
static struct wish written(struct shell *shell, enum fault fault, const struct repeat *repeat, uint64_t now)
{
    struct wish wish = desk_saved(&shell->desk, fault, repeat, now);
    shell_apply_outbox(shell);
    enum fault listed = shell_update_list(shell);
    enum fault warning = store_warning(shell->store);
    if (!fault && (listed || warning)) {
        desk_fault(&shell->desk, warning ? warning : listed, now);
    }
    return wish;
}

static struct wish save(struct shell *shell, uint64_t now)
{
    struct writer who = shell_writer(shell);
    struct repeat repeat = {0};
    char id[ID_SIZE];
    struct intake *intake = &shell->desk.intake;
    intake->asking = intake->check ? worker_asking(&shell->worker, &intake->question) : 0;
    enum fault fault = store_save(shell->store, intake, &who, id, &repeat);
    if (!fault) {
        shell_portal_saved(shell, intake, id);
    }
    return written(shell, fault, &repeat, now);
}

static struct wish save_difficulty(struct shell *shell, uint64_t now)
{
    struct writer who = shell_writer(shell);
    long *number = &shell->desk.answered.number;
    return written(shell, store_difficulty(shell->store, &shell->desk.intake, &who, number), NULL, now);
}

static struct wish answer(struct shell *shell, uint64_t now)
{
    struct writer who = shell_writer(shell);
    return written(shell, store_difficulty_move(shell->store, &shell->desk.answered, &who), NULL, now);
}

static struct wish close_day(struct shell *shell, uint64_t now)
{
    struct writer who = shell_writer(shell);
    const struct desk *desk = &shell->desk;
    return written(shell, store_close_day(shell->store, desk->status.today, &desk->totals, &who), NULL, now);
}

static struct wish undo(struct shell *shell, uint64_t now)
{
    struct writer who = shell_writer(shell);
    return written(shell, store_undo(shell->store, shell->desk.last.id, &who), NULL, now);
}

static struct wish close_late(struct shell *shell, uint64_t now)
{
    struct writer who = shell_writer(shell);
    const struct review *review = &shell->desk.review;
    enum fault fault = store_late_close(shell->store, review->late.id, review->decision.reason, &who);
    return written(shell, fault, NULL, now);
}

static struct wish find_last(struct shell *shell, uint64_t now)
{
    struct act act;
    enum fault fault =
        store_last(shell->store, shell->config.hospital.counter, shell->desk.status.today, &act);
    struct wish wish = desk_last(&shell->desk, fault || !act.id[0] ? NULL : &act, now);
    if (fault) {
        desk_fault(&shell->desk, fault, now);
    }
    return wish;
}

/* A register that cannot be asked is said beside what the journal found. */
static struct wish find(struct shell *shell, uint64_t now)
{
    struct desk *desk = &shell->desk;
    enum fault fault = store_find(shell->store, &desk->find, &desk->found);
    desk_fault(desk, fault, now);
    return desk_found(desk, now);
}

static struct wish open_demo_card(struct shell *shell, int number, uint64_t now)
{
    char path[PATH_SIZE];
    struct symbols symbols;
    struct wish wish = {WISH_NONE, 0};
    enum fault fault = place_join(shell->dir, shell->desk.cards[number].file, path);
    fault = fault ? fault : picture_read(path, &symbols);
    if (fault) {
        desk_fault(&shell->desk, fault, now);
        return wish;
    }
    wish = desk_scan(&shell->desk, &symbols.scan[0], now);
    explicit_bzero(&symbols, sizeof symbols);
    return wish;
}

/* One wish; what its result wishes next comes back. */
static struct wish grant(struct shell *shell, struct wish wish, uint64_t now)
{
    switch (wish.kind) {
    case WISH_NONE: break;
    case WISH_LOOK_UP: return look_up(shell, now);
    case WISH_SAVE: return save(shell, now);
    case WISH_DIFFICULTY: return save_difficulty(shell, now);
    case WISH_UNDO_FIND: return find_last(shell, now);
    case WISH_UNDO: return undo(shell, now);
    case WISH_TODAY: return shell_today(shell, now);
    case WISH_CARD: return open_demo_card(shell, wish.number, now);
    case WISH_SETUP: shell_set_up(shell, now); break;
    case WISH_PORTAL: shell_want(shell, ASK_MEMBER, wish.number); break;
    case WISH_HISTORY: shell_want(shell, ASK_HISTORY, wish.number); break;
    case WISH_COPAYMENT: shell_want(shell, ASK_COPAYMENT, wish.number); break;
    case WISH_LATE: return shell_late_list(shell, now);
    case WISH_LATE_OPEN: return shell_record_open(shell, shell->desk.late[wish.number].id, now);
    case WISH_LATE_CLOSE: return close_late(shell, now);
    case WISH_FIND: return find(shell, now);
    case WISH_RECORD: return shell_record_open(shell, shell->desk.record, now);
    case WISH_DIFFICULTIES: return shell_difficulties(shell, now);
    case WISH_DIFFICULTY_READ: return shell_difficulty_read(shell, now);
    case WISH_STATISTICS: return shell_statistics(shell, now);
    case WISH_ANSWER: return answer(shell, now);
    case WISH_CLOSE_DAY: return close_day(shell, now);
    case WISH_PRINT: shell_print(shell, now); break;
    case WISH_SIGN_IN: return shell_sign_in(shell, now);
    case WISH_LOCK: shell_lock(shell, now); break;
    case WISH_LEAVE: shell->leaving = true; break;
    }
    return (struct wish){WISH_NONE, 0};
}

void shell_carry_out(struct shell *shell, struct wish wish, uint64_t now)
{
    while (wish.kind != WISH_NONE) {
        wish = grant(shell, wish, now);
    }
    shell_name_facilities(shell);
}
