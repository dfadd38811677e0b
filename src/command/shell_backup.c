/* shell_backup: days since the stamp that a backup leaves. */
#include "command/shell_backup.h"
#include "adapter/backup.h"
#include "adapter/journal_span.h"
#include <time.h>

void shell_update_backup(struct shell *shell)
{
    enum { DAY = 24 * 3600 };
    const struct config *config = &shell->config;
    bool *old = &shell->desk.status.backup_old;
    *old = false;
    if (config->hospital.demo || config->backup_warn_days == 0) {
        return;
    }
    long long since = backup_newest(shell->dir), newest;
    if (!since && journal_span(shell->dir, &since, &newest) != FAULT_NONE) {
        return;
    }
    *old = since && ((long long)time(NULL) - since) / DAY > config->backup_warn_days;
}
