/* shell_lists: what the journal says of the day, its difficulties and some days. */
#include "command/shell_lists.h"
#include "command/shell_portal.h"
#include <string.h>

enum fault shell_count_difficulties(struct shell *shell)
{
    struct status *status = &shell->desk.status;
    return store_difficulties_due(shell->store, status->today, shell->config.hospital.remind_days,
                                  &status->difficulties, &status->difficulties_due);
}

/* The list under the cursor and the totals above it. */
static enum fault update_day(struct shell *shell)
{
    struct desk *desk = &shell->desk;
    const char *today = desk->status.today;
    enum fault fault = store_totals(shell->store, today, &desk->totals);
    return fault ? fault
                 : store_day(shell->store, today, desk->filter, desk->list_top, desk->list, DESK_LIST,
                             &desk->list_count, &desk->list_total);
}

static enum fault update_difficulties(struct shell *shell)
{
    struct desk *desk = &shell->desk;
    int days = shell->config.hospital.remind_days;
    date_text due = "";
    if (days > 0) {
        date_from_days(date_days(desk->status.today) - days, due);
    }
    return store_difficulties(shell->store, desk->difficulty_filter, due, desk->difficulties_top,
                              desk->difficulties, DESK_LIST, &desk->difficulties_count,
                              &desk->difficulties_total);
}

/* A list that nobody looks at is read when it is opened. */
static enum fault update_shown(struct shell *shell)
{
    switch (shell->desk.mode) {
    case MODE_TODAY:
    case MODE_CLOSE: return update_day(shell);
    case MODE_DIFFICULTIES: return update_difficulties(shell);
    default: return FAULT_NONE;
    }
}

enum fault shell_update_list(struct shell *shell)
{
    struct desk *desk = &shell->desk;
    enum fault fault = store_day(shell->store, desk->status.today, ACT_ALL, 0, desk->latest, DESK_LIST,
                                 &desk->latest_count, &desk->latest_total);
    fault = fault ? fault : shell_count_difficulties(shell);
    fault = fault ? fault : shell_update_late(shell);
    fault = fault ? fault : update_shown(shell);
    if (store_missing_cccd(shell->store, &desk->status.missing_cccd)) {
        desk->status.missing_cccd = -1; /* the register's own line says what is wrong with it */
    }
    shell->list_fault = fault;
    return fault;
}

struct wish shell_today(struct shell *shell, uint64_t now)
{
    desk_fault(&shell->desk, shell_update_list(shell), now);
    return desk_listed(&shell->desk, now);
}

struct wish shell_difficulties(struct shell *shell, uint64_t now)
{
    enum fault fault = shell_count_difficulties(shell);
    fault = fault ? fault : update_difficulties(shell);
    desk_fault(&shell->desk, fault, now);
    return desk_difficulties_listed(&shell->desk, now);
}

struct wish shell_difficulty_read(struct shell *shell, uint64_t now)
{
    struct desk *desk = &shell->desk;
    struct difficulty_record record;
    struct difficulty_detail detail;
    enum fault fault = store_difficulty_read(shell->store, desk->answered.number, &record, &detail);
    struct wish wish = desk_difficulty_open(desk, fault, &record, &detail, now);
    explicit_bzero(&record, sizeof record);
    explicit_bzero(&detail, sizeof detail);
    return wish;
}

struct wish shell_statistics(struct shell *shell, uint64_t now)
{
    struct desk *desk = &shell->desk;
    desk_fault(desk, store_statistics(shell->store, &desk->statistics), now);
    return desk_statistics(desk, now);
}
