/* shell_checkin: one process at a time, and only when there is something for it to do. */
#include "command/shell_checkin.h"
#include "command/shell_wish.h"
#include "command/wait.h"

/* A look costs one read of the journal; where records come back it starts the process that reads the directory. */
enum { LOOK_MS = 3000, BACK_MS = 20000, HINDERED_MS = 30000 };

static bool hands_over(const struct shell *shell)
{
    return shell->config.checkin.dir[0] != '\0';
}

static bool takes_back(const struct shell *shell)
{
    return shell->config.checkin.back[0] && shell->config.checkin.send;
}

void shell_checkin_open(struct shell *shell)
{
    if (hands_over(shell)) {
        store_owe(shell->store);
    }
}

/* Records that are known to lack something are looked at again when another file is owed: their revision is one. */
static bool is_due(struct shell *shell, uint64_t now)
{
    struct handover handover = {.id = 0};
    if (takes_back(shell) && now >= shell->checkin_back_at) {
        shell->checkin_back_at = now + BACK_MS;
        return true;
    }
    enum fault fault =
        store_handover(shell->store, shell->checkin_fault ? 0 : shell->checkin_told, &handover);
    return fault == FAULT_NONE && handover.id != 0;
}

static void tell(struct shell *shell, const struct checkin_report *report, uint64_t now)
{
    struct desk *desk = &shell->desk;
    if (report->taken > 0) {
        shell->worker.next = shell_wall(shell);
    }
    if (report->fault && report->fault != shell->checkin_fault) {
        desk_fault(desk, report->fault, now);
    } else if (report->refused > 0) {
        desk_fault(desk, FAULT_CHECKIN_REFUSED, now);
    } else if (report->wanting > 0 && report->wanting_id > shell->checkin_told) {
        desk_fault_named(desk, FAULT_CHECKIN_WANTING_OF, checkin_name(report->problem.item), now);
        shell->checkin_told = report->wanting_id;
    } else {
        shell->checkin_fault = report->fault;
        return;
    }
    shell->checkin_fault = report->fault;
    shell_keep(shell);
}

static void look(struct shell *shell, uint64_t now)
{
    if ((!hands_over(shell) && !takes_back(shell)) || now < shell->checkin_at) {
        return;
    }
    shell->checkin_at = now + (shell->checkin_fault ? HINDERED_MS : LOOK_MS);
    if (is_due(shell, now) && !checkin_child_start(&shell->checkin, "/proc/self/exe", shell->dir, now)) {
        tell(shell, &(struct checkin_report){.fault = FAULT_CHECKIN_FAILED}, now);
    }
}

void shell_checkin(struct shell *shell, uint64_t now)
{
    struct checkin_report report;
    while (checkin_child_next(&shell->checkin, now, &report)) {
        tell(shell, &report, now);
    }
    look(shell, now);
}

int shell_checkin_timeout(const struct shell *shell, uint64_t now)
{
    bool looks = hands_over(shell) || takes_back(shell);
    int wait = !looks ? -1 : shell->checkin_at > now ? (int)(shell->checkin_at - now) : 0;
    return wait_sooner(wait, checkin_child_timeout(&shell->checkin, now));
}
